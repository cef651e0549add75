"""
Reads who gives what to whom out of one sentence.

The verbs of honouring cut a sentence into groups (“lựa chọn, biểu dương, tôn vinh” is one). Before an active verb stands who gives, after it
what and to whom; before a passive or receiving one (“được … tặng”, “nhận”, “đạt”) stands who receives. A later pair may do without a
verb, and a giver is carried over until another is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import define, field

from antq_records.model import AwardForm

if TYPE_CHECKING:
    from antq_records.recognize.document import Document, Mention, Sentence

__all__ = ["Grant", "grants"]

VERBS: Final = frozenset({"give", "honour", "receive", "propose", "posthumous"})
_TOLD: Final = VERBS | {"award"}
_GIVERS: Final = frozenset({"org", "cluster", "office", "person"})
_RECIPIENTS: Final = frozenset({"group", "org", "person", "each"})
_OTHER_VERBS: Final = frozenset({"speak", "attend", "chair", "hold", "announce", "direct"})
_LINK: Final = re.compile(r"(?:[\s,]|và|đã|cũng|đồng thời|để|vinh dự|xét|cùng|-)*")
_BELONGS: Final = re.compile(r"(?:của|thuộc|trực thuộc|trong|tại|ở|từ|với|về|do|theo|bởi|toàn|đối với lực lượng)(?: các)?(?: đơn vị)? $")
_TO: Final = re.compile(r"(?:cho|đối với|tặng|đến|là)(?: \w+){0,2} $")
_UNIT: Final = re.compile(r"(?:của|thuộc|trực thuộc|công tác tại|đến từ)(?: lực lượng)? $")
_COORDINATED: Final = re.compile(r"(?:[\s,;:-]|và|cùng|kỹ sư|nghệ nhân|bác sĩ|nhà giáo|cô giáo|thầy giáo|em|anh|chị|ông|bà|\([^()\n]{0,80}\)|các|đồng chí|đơn vị|gồm|tập thể|cá nhân)*")
_SUBSET: Final = re.compile(r"trong (?:đó|số đó)(?:,? có)? $")
_REASON: Final = re.compile(r"\bvì (?!an ninh|sự nghiệp|nước|nhân dân|dân)([^.;\n]{8,400})")
_TIMES: Final = re.compile(r"lần thứ (\d+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b")
_REWARD: Final = re.compile(r"thưởng")
_HANDED: Final = re.compile(r"\btrao\b")
_IS: Final = re.compile(r"\blà $")
_NOUN: Final = re.compile(r"(?:thi đua|công tác|hình thức|việc|lễ|về|hội đồng|hội nghị|mức|tiền|giải|phần) ?[-,]? ?$")
_NUMBERS: Final = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}


@define
class Grant:
    """One award to one or several recipients, as one clause tells it."""

    sentence: Sentence
    start: int
    """Where the clause's own words begin."""
    end: int
    verb: tuple[int, int]
    proposed: bool
    proposal: tuple[int, int] | None
    """The words that ask for it, where an earlier verb of the sentence says so."""
    handed: bool
    """Whether something is handed over (*trao*), not only decided."""
    posthumous: bool
    award: Mention | None
    """``None`` for an honour without a form, and for money alone."""
    money: Mention | None = None
    """The sum that is given, with the award or alone."""
    recipients: list[Mention] = field(factory=list)
    givers: list[Mention] = field(factory=list)
    behalf: Mention | None = None
    assumed: bool = False
    """Whether the recipient is only the holder of the event at which something is received."""
    asked: list[Mention] = field(factory=list)
    """Who is asked to give what is proposed."""
    unit: Mention | None = None
    period: Mention | None = None
    """The year or period that is said of the recipients."""
    reason: tuple[int, int] | None = None
    times: tuple[int, int, int] | None = None
    """Value, start and end of “lần thứ …”."""
    later_period: bool = False
    """Whether a later recipient of the same sentence has a period of its own."""


@define
class _Group:
    """Verbs of honouring that stand together."""

    start: int
    end: int
    means: set[str]
    passive: Mention | None = None
    proposal: tuple[int, int] | None = None
    assumed: bool = False
    asked: list[Mention] = field(factory=list)
    """Who is asked to give: “đề nghị Bộ Công an tặng …”."""
    subject: list[Mention] = field(factory=list)
    agents: list[Mention] = field(factory=list)
    objects: list[Mention] = field(factory=list)

    @property
    def to_subject(self) -> bool:
        """Whether the subject receives."""
        return self.passive is not None or self.means == {"receive"} or ("receive" in self.means and "give" not in self.means)


def grants(document: Document, sentence: Sentence) -> list[Grant]:
    """Return what a sentence says of awards, in its order; empty where it only speaks of honouring in general."""
    if sentence.kinds.isdisjoint(_TOLD):
        return []
    groups = _groups(document, sentence)
    if not groups:
        return []
    _share_out(document, sentence, groups)
    found: list[Grant] = []
    carried: list[Mention] = []
    before: _Group | None = None
    for group in groups:
        if _unreal(document, sentence, group, groups):
            continue
        if not group.to_subject:
            if not group.subject and before is not None and "propose" in before.means and not before.passive:
                group.means.add("propose")
                group.proposal = before.proposal or (before.start, before.end)
                group.asked = group.asked or before.asked
            group.subject = group.subject or carried
            carried = group.subject
        before = group
        found += _of_group(document, sentence, group)
    for place, grant in enumerate(found):
        same = (later.period for later in found[place + 1 :] if later.period and later.recipients == grant.recipients)
        grant.period = grant.period or next(same, None)
        grant.later_period = grant.period is None and any(later.period for later in found[place + 1 :])
    return found


def _groups(document: Document, sentence: Sentence) -> list[_Group]:
    groups: list[_Group] = []
    passive: Mention | None = None
    for mention in sentence.mentions:
        kind = mention.kind
        if kind == "passive":
            passive = mention
        elif kind in {"give", "posthumous"} and _is_preposition(document, sentence, groups, mention):
            groups[-1].means.add(kind)
        elif kind in VERBS and (_follows_proposal(groups, mention) or not _NOUN.search(document.folded, max(sentence.start, mention.start - 12), mention.start)):
            last = groups[-1] if groups else None
            if last and _LINK.fullmatch(document.folded, last.end, mention.start) and (passive is None or passive.start < last.start or passive.start >= last.end):
                inner_passive = passive is not None and passive.start >= last.end
                last.end = mention.end
                last.means.add(kind)
                if inner_passive and last.passive is None:
                    last.passive = passive
            elif last and kind in {"give", "honour"} and last.means <= {"propose", "receive"} and "propose" in last.means and (asked := _asked(document, sentence, last, mention)):
                last.end = mention.end
                last.means.add(kind)
                last.asked = asked
            else:
                own = passive if passive and (not groups or passive.start >= groups[-1].end) and _stands_before(document, passive, mention) else None
                groups.append(_Group(mention.start, mention.end, {kind}, own))
            passive = None
        elif kind == "award" and mention.value.form is AwardForm.TITLE and _IS.search(document.folded, sentence.start, mention.start):
            groups.append(_Group(mention.start - 3, mention.start, {"receive"}))
    return groups


def _follows_proposal(groups: list[_Group], mention: Mention) -> bool:
    return bool(groups) and "propose" in groups[-1].means and mention.start - groups[-1].end <= 1


def _asked(document: Document, sentence: Sentence, group: _Group, verb: Mention) -> list[Mention]:
    """Return the bodies between a proposal and the giving that they are asked for; empty where something else stands there."""
    between = [one for one in sentence.mentions if group.end <= one.start and one.end <= verb.start]
    if not between or any(one.kind not in {"org", "office", "planned", "unreal"} for one in between) or re.search("[,;]", document.folded[group.end : verb.start]):
        return []
    return [one for one in between if one.kind in {"org", "office"} and _direct(document, one)]


def _is_preposition(document: Document, sentence: Sentence, groups: list[_Group], mention: Mention) -> bool:
    """Say whether “tặng” only means “to”, as in “trao Bằng khen tặng các tập thể”."""
    if document.folded[mention.start : mention.end] not in {"tặng", "truy tặng"} or not groups or "give" not in groups[-1].means:
        return False
    return any(
        one.kind == "award" and groups[-1].end <= one.start and one.end <= mention.start and not re.search(r"[,;]|được", document.folded[one.end : mention.start])
        for one in sentence.mentions
    )


def _stands_before(document: Document, passive: Mention, verb: Mention) -> bool:
    """Say whether “được” belongs to the verb: nothing but who does it stands between."""
    return ";" not in document.folded[passive.end : verb.start] and verb.start - passive.end < 160  # noqa: PLR2004


def _share_out(document: Document, sentence: Sentence, groups: list[_Group]) -> None:
    """Give each mention between the verbs to the one before as object, or to the one after as subject."""
    edge = sentence.start
    for place, group in enumerate(groups):
        before = [one for one in sentence.mentions if edge <= one.start and one.end <= group.start]
        if group.passive:
            group.agents = [one for one in before if one.start >= group.passive.end and one.kind in _GIVERS and (one.kind == "cluster" or _direct(document, one))]
            before = [one for one in before if one.end <= group.passive.start]
        if place == 0:
            group.subject = _subject(document, group, before)
            if not group.subject:
                group.subject = _holders(document, group, before)
                group.assumed = bool(group.subject)
        else:
            previous = groups[place - 1]
            cut = _cut(document, previous, group, before)
            previous.objects = [one for one in before if one.start < cut]
            own = [one for one in before if one.start >= cut]
            group.subject = _subject(document, group, own)
            if group.to_subject and not group.subject:
                shared = [one for one in previous.objects if one.kind in _RECIPIENTS and _direct(document, one)]
                group.subject = shared or (previous.subject if previous.to_subject else [])
        edge = group.end
    last = groups[-1]
    last.objects = [one for one in sentence.mentions if one.start >= last.end]


def _cut(document: Document, previous: _Group, group: _Group, between: list[Mention]) -> int:
    """Return where the subject of a verb begins, between it and the verb before."""
    stop = group.passive.start if group.passive else group.start
    semicolon = document.folded.rfind(";", previous.end, stop)
    if semicolon >= 0:
        return semicolon
    wanted = _RECIPIENTS if group.to_subject else _GIVERS
    cut = stop
    for mention in reversed(between):
        if mention.kind not in wanted:
            if mention.kind in {"award", "group", "date"}:
                break
            continue
        comma = document.folded[max(previous.end, mention.start - 24) : mention.start]
        if not _direct(document, mention):
            continue
        if re.search(r"[,;] ?(?:và )?(?:đồng chí |có |trong đó,? |còn )?$", comma):
            cut = mention.start
            if not group.to_subject:
                break
        elif cut < stop and re.search(r" và $", comma):
            cut = mention.start
    return cut


def _subject(document: Document, group: _Group, before: list[Mention]) -> list[Mention]:
    wanted = _RECIPIENTS if group.to_subject else _GIVERS
    edge = document.folded.rfind(";", before[0].start if before else group.start, group.start)
    if group.to_subject:
        edge = max([edge, *(one.end - 1 for one in before if one.kind in _OTHER_VERBS)])
    return [one for one in before if one.kind in wanted and one.start > edge and _direct(document, one)]


def _holders(document: Document, group: _Group, before: list[Mention]) -> list[Mention]:
    """Return who holds an event at which they also receive: “Công đoàn … tổ chức lễ kỷ niệm … và đón nhận Huân chương …”."""
    held = next((one for one in before if one.kind == "hold"), None)
    if held is None or group.means != {"receive"} or not re.search(r"(?:và|,) (?:vinh dự )?$", document.folded[group.start - 12 : group.start]):
        return []
    if any(one.kind == "org" and one.start > held.end for one in before):
        return []
    return [one for one in before if one.kind == "org" and one.end <= held.start and _direct(document, one)][-1:]


def _direct(document: Document, mention: Mention) -> bool:
    """Say whether a mention stands for itself, not as “of”, “in” or “from” something."""
    start = mention.value.head_start if mention.kind == "org" else mention.start
    return _BELONGS.search(document.folded, max(0, start - 24), start) is None


def _unreal(document: Document, sentence: Sentence, group: _Group, groups: list[_Group]) -> bool:
    """Say whether the verb is only wished for, planned, or spoken of in general."""
    place = groups.index(group)
    clause = max(groups[place - 1].end if place else sentence.start, document.folded.rfind(";", sentence.start, group.start))
    near = max(clause, document.folded.rfind(",", sentence.start, group.start))
    return any(
        (one.kind == "planned" and clause <= one.start < group.start) or (one.kind == "unreal" and near <= one.start < group.start)
        for one in sentence.mentions
    )


def _of_group(document: Document, sentence: Sentence, group: _Group) -> list[Grant]:
    """Return the grants of one verb group: pairs of awards and recipients, in the order of the words."""
    proposed = "propose" in group.means
    behalf = _behalf(sentence, group)
    givers = group.agents if group.passive else [one for one in group.subject if one is not behalf]
    if group.to_subject and not group.passive:
        givers = []
    template = {
        "proposed": proposed,
        "proposal": group.proposal,
        "handed": _HANDED.search(document.folded, group.start, group.end) is not None,
        "posthumous": "posthumous" in group.means,
        "givers": givers,
        "behalf": behalf,
        "asked": group.asked,
        "assumed": group.assumed,
        "verb": (group.start, group.end),
        "sentence": sentence,
    }
    pairs = _passive_pairs(document, group) if group.to_subject else _active_pairs(document, group)
    rewards = _REWARD.search(document.folded, group.start, group.end) is not None
    found: list[Grant] = []
    for pair in pairs:
        money = pair.money if pair.awards or rewards else None
        if not pair.recipients and pair.awards and any(one.kind == "person" for one in givers):
            found += [Grant(start=group.start, end=award.end, award=award, **template) for award in pair.awards]
        if not pair.recipients or not (pair.awards or money or (group.means & {"honour"} and (not proposed or group.asked))):
            continue
        spans = [(one.start, one.end) for one in (*pair.awards, *pair.recipients)]
        start, end = min(start for start, _ in spans), max(end for _, end in spans)
        if not pair.awards and not money and not givers and not group.to_subject and any(one.kind != "group" for one in pair.recipients):
            continue  # “biểu dương Công an tỉnh …” without a giver is praise
        for award in pair.awards or [None]:
            grant = Grant(
                start=min(start, group.start), end=max(end, group.end), award=award, money=money, recipients=list(pair.recipients), **template
            )
            _details(document, group, grant)
            found.append(grant)
    return found


@define
class _Pair:
    """Awards and who receives them."""

    awards: list[Mention] = field(factory=list)
    recipients: list[Mention] = field(factory=list)
    money: Mention | None = None


def _passive_pairs(document: Document, group: _Group) -> list[_Pair]:
    pairs = [_Pair(recipients=list(group.subject))]
    for mention in group.objects:
        pair = pairs[-1]
        if mention.kind == "award":
            pair.awards.append(mention)
        elif mention.kind == "money":
            pair.money = pair.money or mention
        elif mention.kind in _RECIPIENTS and (pair.awards or pair.money) and _direct(document, mention) and _starts_anew(document, mention):
            pairs.append(_Pair(recipients=[mention]))
        elif mention.kind in _RECIPIENTS and pair.recipients and not (pair.awards or pair.money) and pair is not pairs[0]:
            pair.recipients.append(mention)
    return [pair for pair in pairs if pair.awards or pair.money or group.means & {"honour"}]


def _starts_anew(document: Document, mention: Mention) -> bool:
    """Say whether a recipient behind an award begins a pair of its own: “…, 5 cá nhân Giấy khen”."""
    return re.search(r"(?:[,;]| và) ?$", document.folded[max(0, mention.start - 5) : mention.start]) is not None


def _active_pairs(document: Document, group: _Group) -> list[_Pair]:
    pairs = [_Pair()]
    last: Mention | None = None
    for mention in group.objects:
        pair = pairs[-1]
        if mention.kind == "award":
            if pair.recipients and pair.awards:
                pair = _Pair()
                pairs.append(pair)
            pair.awards.append(mention)
        elif mention.kind == "money":
            pair.money = pair.money or mention
        elif mention.kind == "there" or (pair.recipients and _SUBSET.search(document.folded, max(0, mention.start - 16), mention.start)):
            break
        elif mention.kind in _RECIPIENTS and _direct(document, mention) and _joined(document, group, last, mention):
            pair.recipients.append(mention)
        else:
            continue
        last = mention
    return [pair for pair in pairs if pair.awards or pair.recipients]


def _joined(document: Document, group: _Group, last: Mention | None, mention: Mention) -> bool:
    """Say whether a mention goes on with what the verb gives and to whom, and is not some other part of the sentence."""
    start = mention.value.head_start if mention.kind == "org" else mention.start
    if mention.kind in {"group", "each"}:
        return True
    edge = last.end if last else group.end
    between = document.folded[edge:start] if start >= edge else ""
    return bool(_TO.search(document.folded, edge, start)) or _COORDINATED.fullmatch(between) is not None


def _behalf(sentence: Sentence, group: _Group) -> Mention | None:
    """Return the body in whose name something is handed over, where the sentence says so before the verb."""
    for place, mention in enumerate(sentence.mentions):
        if mention.kind == "on_behalf" and mention.start < group.start:
            for following in sentence.mentions[place + 1 :]:
                if following.kind in {"org", "office"}:
                    return following
    return None


def _details(document: Document, group: _Group, grant: Grant) -> None:
    """Read unit, period, reason and times that stand with the pair."""
    folded = document.folded
    within = [one for one in (*group.subject, *group.objects, *grant.sentence.mentions)]
    for mention in within:
        if mention.kind == "org" and grant.unit is None and mention.start >= grant.recipients[0].end:
            if _UNIT.search(folded, max(0, mention.value.head_start - 24), mention.value.head_start) and not any(
                one.kind in VERBS and grant.recipients[0].end <= one.start < mention.start for one in grant.sentence.mentions
            ):
                between = folded[grant.recipients[-1].end : mention.start]
                if ";" not in between and "," not in between:
                    grant.unit = mention
    own = [one for one in (*group.objects, *(group.subject if group.to_subject else ())) if one.kind == "date" and one.value.kind in {"year", "period"}]
    limit = min((one.start for one in grant.sentence.mentions if one.kind in VERBS and one.start >= group.end and one.start > grant.recipients[0].start), default=grant.sentence.end)
    for mention in grant.sentence.mentions:
        if mention.kind == "date" and mention.start < limit and mention.value.kind in {"year", "period"} and mention.start >= grant.recipients[0].start and mention not in own:
            semicolon = folded.find(";", grant.recipients[0].start, mention.start)
            if semicolon < 0:
                own.append(mention)
    own = [one for one in own if ";" not in folded[min(grant.end, one.start) : one.start]]
    grant.period = own[0] if own else None
    reason = _REASON.search(folded, grant.recipients[-1].end, grant.sentence.end)
    if reason and ";" not in folded[grant.recipients[-1].end : reason.start()]:
        stop = reason.end(1)
        grant.reason = (reason.start(1), stop)
    if grant.award:
        times = _TIMES.search(folded, grant.award.end, min(grant.award.end + 30, grant.sentence.end))
        if times:
            value = _NUMBERS.get(times[1]) or int(times[1])
            grant.times = (value, times.start(), times.end())
