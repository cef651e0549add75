"""
Reads who gives what to whom out of one sentence.

“Bộ Công an tặng Bằng khen cho 2 tập thể; Công an tỉnh tặng Giấy khen cho 5 cá nhân” is two grants. What stands around each verb,
:mod:`.verbs` tells; here awards and recipients are paired in the order of the words: “1 tập thể được tặng Cờ thi đua, 5 cá nhân Giấy
khen”. A later pair may do without a verb, and a giver is carried over until another is named.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from attrs import define, field

from antq_records.model import AwardForm
from antq_records.recognize.verbs import RECIPIENTS, VERBS, is_direct, is_unreal, verb_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_records.recognize.document import Document, Mention, Sentence
    from antq_records.recognize.verbs import VerbGroup

__all__ = ["GIVEN", "Grant", "grants"]

GIVEN: Final = ("award", "money", "honour", "reward")
"""Without one of these a sentence gives nothing."""
_TO: Final = re.compile(r"(?:cho|đối với|tặng|đến|là)(?:(?: \w+){0,2}|(?: (?:tập thể|cán bộ|chiến sĩ|nhân dân|và|toàn thể),?){0,7}):? $")
_UNIT: Final = re.compile(r"(?:của|thuộc|trực thuộc|công tác tại|đến từ)(?: lực lượng)? $")
_COORDINATED: Final = re.compile(
    r"(?:[\s,;:-]|và|cùng|kỹ sư|nghệ nhân|bác sĩ|nhà giáo|cô giáo|thầy giáo|em|anh|chị|ông|bà|\([^()\n]{0,80}\)|các|đồng chí|đơn vị|gồm"
    r"|tập thể|cá nhân)*"
)
_HAS: Final = re.compile(r"(?: \([^()\n]{0,40}\))?(?: hiện| đã| cũng)? có(?: thêm)? ")
_GIFT: Final = re.compile(r" (?:lần lượt )?")
_DONE: Final = re.compile(r"\b(?:đã|vừa|cũng)\b")
"""What makes giving a fact."""
_IN_ORDER_TO: Final = re.compile(r" (?:(?:tiêu biểu|xuất sắc|nhất|năm \d{4}|có thành tích|trong năm|\d{4}),? )*để ")
_PRAISED: Final = re.compile(r"(?:biểu dương|tuyên dương)(?:,? và|,)?$")
_SUBSET: Final = re.compile(r"trong (?:đó|số đó)(?:,? có)? $")
_NEXT_PAIR: Final = re.compile(r"(?:[,;]| và) ?$")
_REASON: Final = re.compile(r"\bvì (?!an ninh|sự nghiệp|nước|nhân dân|dân)([^.;\n]{8,400})")
_TIMES: Final = re.compile(r"lần thứ (\d+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b")
_HANDED: Final = re.compile(r"\btrao\b")
_NUMBERS: Final = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_GRADED: Final = frozenset({AwardForm.ORDER, AwardForm.MEDAL, AwardForm.PRIZE})
"""Forms that come in grades."""
_BEFORE: Final = 24
"""So near before a mention stand the words that join it to what is before, in code points."""
_AFTER: Final = 30
"""So near behind an award stands how many times it was given."""


@define(eq=False)
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
    money: Mention | None
    """The sum that is given, with the award or alone."""
    recipients: list[Mention]
    givers: list[Mention]
    behalf: Mention | None
    assumed: bool
    """Whether the recipient is only the holder of the event at which something is received."""
    rewarded: bool
    """Whether what is given is money, also where no sum is told (*thưởng nóng*)."""
    asked: list[Mention]
    """Who is asked to give what is proposed."""
    unit: Mention | None = None
    period: Mention | None = None
    """The year or period that is said of the recipients."""
    reason: tuple[int, int] | None = None
    times: tuple[int, int, int] | None = None
    """Value, start and end of “lần thứ …”."""
    subset: list[Mention] = field(factory=list)
    """Who is named of the group that receives: “12 cá nhân, trong đó có A và B”."""
    listed_below: bool = False
    """Whether those who receive stand in the lines that follow."""
    later_period: bool = False
    """Whether a later recipient of the same sentence has a period of its own."""


@define
class _Pair:
    """Awards and who receives them."""

    awards: list[Mention] = field(factory=list)
    recipients: list[Mention] = field(factory=list)
    money: Mention | None = None
    subset: list[Mention] = field(factory=list)
    """Who is named of a group: “12 cá nhân, trong đó có A và B”."""


def grants(document: Document, sentence: Sentence) -> list[Grant]:
    """Return what a sentence says of awards, in its order; empty where it only speaks of honouring in general."""
    if not sentence.has(*GIVEN):
        return []
    found: list[Grant] = []
    carried: list[Mention] = []
    before: VerbGroup | None = None
    previous: VerbGroup | None = None
    for group in verb_groups(document, sentence):
        unreal = is_unreal(document, sentence, group, previous)
        previous = group
        if unreal:
            continue
        if chosen := _chosen(document, sentence, group):
            group.objects = [*chosen, *group.objects]
        if before is not None:
            _take_over(document, before, group)
        if not group.to_subject:
            if not group.subject and before is not None and "propose" in before.means and not before.passive:
                group.means.add("propose")
                group.proposal = before.proposal or (before.start, before.end)
                group.asked = group.asked or before.asked
            if _still_proposed(document, before, group):
                group.means.add("propose")
                group.proposal = before.proposal or (before.start, before.end)
                group.asked, group.subject = group.subject, before.subject
            if not group.in_name:
                group.subject = group.subject or carried
            carried = group.subject
        before = group
        found += _of_group(document, sentence, group)
    _share_periods(found)
    return found


def _still_proposed(document: Document, before: VerbGroup | None, group: VerbGroup) -> bool:
    """Say whether what another would give is still proposed: “đề nghị Thủ tướng tặng cờ cho A; Bộ Công an tặng cờ cho B”."""
    if before is None or "propose" not in before.means or before.passive or "propose" in group.means or not before.asked:
        return False
    if not group.subject or any(one.kind == "person" for one in group.subject) or "give" not in group.means:
        return False
    return _DONE.search(document.folded, group.subject[-1].end, group.start) is None


def _take_over(document: Document, before: VerbGroup, group: VerbGroup) -> None:
    """Take over from the verb before what this one leaves unsaid: the award, who is proposed, or who receives."""
    if _rewards_on(document, before, group):
        group.objects = [*(one for one in before.objects if one.kind == "award"), *group.objects]
    elif _proposes_on(document, before, group):
        group.objects = [*(one for one in before.objects if one.kind in RECIPIENTS), *group.objects]
    elif _receives_on(document, before, group):
        group.agents, group.subject, group.passive = group.subject, before.subject, before.passive


def _chosen(document: Document, sentence: Sentence, group: VerbGroup) -> list[Mention]:
    """Return those who are chosen to be proposed: “lựa chọn 40 tập thể để đề nghị Bộ Công an tặng Bằng khen”."""
    if "propose" not in group.means or any(one.kind in RECIPIENTS for one in group.objects):
        return []
    chosen: list[Mention] = []
    edge, joint = group.start, _IN_ORDER_TO
    for one in reversed(sentence.of("group")):
        if one.end <= edge and joint.fullmatch(document.folded, one.end, edge):
            chosen.insert(0, one)
            edge, joint = one.start, _COORDINATED
    return chosen


def _rewards_on(document: Document, before: VerbGroup, group: VerbGroup) -> bool:
    """Say whether money goes with the award named before it: “tặng Giấy khen, thưởng 5 triệu đồng cho …”."""
    if before.to_subject or group.to_subject or not any(one.kind == "award" for one in before.objects):
        return False
    if any(one.kind in RECIPIENTS for one in before.objects):
        return False
    return "reward" in group.means and document.folded.find(";", before.end, group.start) < 0


def _proposes_on(document: Document, before: VerbGroup, group: VerbGroup) -> bool:
    """Say whether those who were chosen are proposed for something: “suy tôn X là đơn vị dẫn đầu, đề nghị tặng Cờ thi đua”."""
    if "propose" not in group.means or group.to_subject or before.to_subject or group.subject:
        return False
    if any(one.kind in RECIPIENTS for one in group.objects) or any(one.kind == "award" for one in before.objects):
        return False
    return document.folded.find(";", before.end, group.start) < 0


def _receives_on(document: Document, before: VerbGroup, group: VerbGroup) -> bool:
    """Say whether who was given something is given more: “X được Chính phủ tặng Cờ thi đua, Bộ Công an tặng Bằng khen”."""
    if before.passive is None or group.to_subject or "give" not in group.means or not group.subject:
        return False
    if any(one.kind in RECIPIENTS or one.kind == "there" for one in group.objects):
        return False
    return document.folded.find(";", before.end, group.start) < 0


def _share_periods(found: list[Grant]) -> None:
    """Give a grant without a period that of a later one to the same recipients."""
    for place, grant in enumerate(found):
        later = [one for one in found[place + 1 :] if one.period]
        grant.period = grant.period or next((one.period for one in later if one.recipients == grant.recipients), None)
        grant.later_period = grant.period is None and bool(later)


def _of_group(document: Document, sentence: Sentence, group: VerbGroup) -> Iterator[Grant]:
    """Yield the grants of one verb group: pairs of awards and recipients, in the order of the words."""
    if not group.to_subject and (named := _award_before(document, sentence, group)):
        group.objects = [named, *group.objects]
    pairs = _passive_pairs(document, group) if group.to_subject else _active_pairs(document, group)
    if not pairs:
        return
    behalf = _behalf(document, sentence, group)
    givers = group.agents if group.to_subject else _givers(sentence, group, behalf)
    proposed = "propose" in group.means
    handed = _HANDED.search(document.folded, group.start, group.end) is not None
    rewards = document.folded.find("thưởng", group.start, group.end) >= 0
    rewarded = "reward" in group.means and (bool(givers) or group.to_subject)

    def grant(start: int, end: int, award: Mention | None, money: Mention | None, recipients: list[Mention]) -> Grant:
        return Grant(
            sentence=sentence,
            start=start,
            end=end,
            verb=(group.start, group.end),
            proposed=proposed,
            proposal=group.proposal,
            handed=handed,
            posthumous="posthumous" in group.means,
            award=award,
            money=money,
            recipients=recipients,
            givers=givers,
            behalf=behalf,
            assumed=group.assumed,
            asked=group.asked,
            rewarded=rewarded,
        )

    for pair in pairs:
        money = pair.money if pair.awards or rewards or _is_reward(document, pair.money) else None
        if not pair.recipients and pair is pairs[-1] and pair.awards and _opens_list(document, sentence):
            for listed in pair.awards:
                told = grant(min(group.start, listed.start), max(group.end, listed.end), listed, None, [])
                told.listed_below = True
                yield told
            continue
        if not pair.recipients:
            if any(one.kind == "person" for one in givers):
                for alone in pair.awards:
                    yield grant(min(group.start, alone.start), max(group.end, alone.end), alone, None, [])
            continue
        if not pair.awards and not money and not rewarded and not _honours(document, group, pair, givers):
            continue
        parts = [*pair.awards, *pair.recipients]
        start = min(group.start, *(one.start for one in parts))
        end = max(group.end, *(one.end for one in parts))
        in_turn = _in_turn(document, pair)
        for award, recipient in in_turn:
            told = grant(start, end, award, money, [recipient])
            _details(document, group, told)
            yield told
        for award in () if in_turn else pair.awards or (None,):
            told = grant(start, end, award, money, [*pair.recipients])
            told.subset = pair.subset if all(one.kind in {"person", "org"} for one in pair.subset) else []
            _details(document, group, told)
            yield told


def _opens_list(document: Document, sentence: Sentence) -> bool:
    """Say whether those who receive stand in the lines below: “Về tặng Bằng khen của Bộ Công an đối với:”."""
    return document.folded[sentence.start : sentence.end].rstrip().endswith(":")


def _is_reward(document: Document, money: Mention | None) -> bool:
    """Say whether a sum is called a reward: “trao 50 triệu đồng tiền thưởng”."""
    if money is None:
        return False
    return document.folded.startswith(" tiền thưởng", money.end) or document.folded.endswith("tiền thưởng ", 0, money.start)


def _award_before(document: Document, sentence: Sentence, group: VerbGroup) -> Mention | None:
    """Return the award that stands right before the verb as what is given: “Thư khen của Bộ trưởng gửi Công an tỉnh …”."""
    first = next((one for one in group.objects if one.kind in RECIPIENTS or one.kind == "award"), None)
    if first is None or first.kind == "award" or first.start - group.end > _BEFORE:
        return None
    awards = (one for one in reversed(sentence.of("award")) if one.end <= group.start)
    last = next(awards, None)
    if last is None:
        return None
    owner = next((one for one in sentence.of("org", "office") if one.start >= last.end and one.end <= group.start), None)
    if owner is not None and document.folded[last.end : owner.start] in {" của ", " do "}:
        if not _GIFT.fullmatch(document.folded, owner.end, group.start):
            return None
        group.subject = [owner]
        return last
    return last if _GIFT.fullmatch(document.folded, last.end, group.start) else None


def _honours(document: Document, group: VerbGroup, pair: _Pair, givers: list[Mention]) -> bool:
    """Say whether a verb honours without naming an award; “biểu dương Công an tỉnh …” without a giver is only praise."""
    if "honour" not in group.means or ("propose" in group.means and not group.asked):
        return False
    praised = not group.to_subject and all(one.kind == "person" for one in givers) and any(one.kind == "org" for one in pair.recipients)
    if praised and _PRAISED.match(document.folded, group.start, group.end):
        return False  # a speech praises the force
    return bool(givers) or group.to_subject or all(one.kind == "group" for one in pair.recipients)


def _passive_pairs(document: Document, group: VerbGroup) -> list[_Pair]:
    pairs = [_Pair(recipients=_without_owner(document, group.subject))]
    for mention in group.objects:
        pair = pairs[-1]
        given = pair.awards or pair.money
        if mention.kind == "award":
            pair.awards.append(mention)
        elif mention.kind == "money":
            pair.money = pair.money or mention
        elif mention.kind == "grade":
            _grade(pairs, mention)
        elif mention.kind not in RECIPIENTS:
            continue
        elif _is_named_last(document, pair, mention):
            pair.recipients.append(mention)
        elif given and (_is_subset(document, mention) or _among(document, mention)):
            pair.subset.append(mention)
        elif pair.subset and _goes_on(document, pair.subset[-1], mention):
            pair.subset.append(mention)
        elif given and is_direct(document, mention) and _starts_anew(document, mention):
            pairs.append(_Pair(recipients=[mention]))
        elif pair.recipients and not given and pair is not pairs[0]:
            pair.recipients.append(mention)
    return [pair for pair in pairs if pair.awards or pair.money or not group.means.isdisjoint({"honour", "reward"})]


def _is_named_last(document: Document, pair: _Pair, mention: Mention) -> bool:
    """Say whether the sentence ends in who receives: “Được tuyên dương ở lĩnh vực thể thao là A và B”."""
    if mention.kind != "person":
        return False
    if pair.recipients:
        return pair.recipients[-1].kind == "person" and not pair.awards and _goes_on(document, pair.recipients[-1], mention)
    return document.folded.endswith((" là ", " là: ", " có "), 0, mention.start)


def _without_owner(document: Document, subject: list[Mention]) -> list[Mention]:
    """Return who receives, without the body that they belong to: “Công an tỉnh có 3 tập thể được tặng …”."""
    units = {id(other) for one, other in pairwise(subject) if _is_unit_behind(document, one, other)}
    subject = [one for one in subject if id(one) not in units]
    for place, (one, other) in enumerate(pairwise(subject)):
        if one.kind == "org" and other.kind == "group" and _HAS.fullmatch(document.folded, one.end, other.start):
            return subject[place + 1 :]
    return [*subject]


def _is_unit_behind(document: Document, group: Mention, body: Mention) -> bool:
    """Say whether a body right behind a group is where its people are from: “3 cá nhân Công an Đồng Tháp”."""
    return group.kind == "group" and body.kind == "org" and document.folded[group.end : body.start] == " "


def _starts_anew(document: Document, mention: Mention) -> bool:
    """Say whether a recipient behind an award begins a pair of its own: “…, 5 cá nhân Giấy khen”."""
    return _NEXT_PAIR.search(document.folded, max(0, mention.start - _BEFORE), mention.start) is not None


def _active_pairs(document: Document, group: VerbGroup) -> list[_Pair]:
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
        elif mention.kind == "grade":
            _grade(pairs, mention)
        elif mention.kind == "there":
            break
        elif pair.recipients and (_is_subset(document, mention) if not pair.subset else _goes_on(document, pair.subset[-1], mention)):
            pair.subset.append(mention)
        elif pair.subset and document.folded.find(";", pair.subset[-1].end, mention.start) < 0:
            continue
        elif pair.recipients and _in_reason(document, group, mention):
            continue
        elif mention.kind in RECIPIENTS and is_direct(document, mention) and _joined(document, group, last, mention):
            pair.recipients.append(mention)
        else:
            continue
        last = mention
    return [pair for pair in pairs if pair.awards or pair.recipients]


def _in_turn(document: Document, pair: _Pair) -> list[tuple[Mention, Mention]]:
    """Return which grade is whose where as many are named as receive: “hạng Nhất, hạng Nhì cho A và B”; empty where that is not so."""
    pair = _Pair(pair.awards, [one for one in pair.recipients if one.kind != "org" or not one.value.several])
    if any(one.kind not in {"person", "org"} for one in pair.recipients):
        return []
    if len(pair.awards) == len(pair.recipients) > 1:
        edge = min(pair.awards[0].start, pair.recipients[0].start)
        last = max(pair.awards[-1].start, pair.recipients[-1].start)
        in_turn = document.folded.find("lần lượt", max(0, edge - _BEFORE), last) >= 0
        return [*zip(pair.awards, pair.recipients, strict=True)] if in_turn else []
    if len(pair.awards) != 1:
        return []
    award = pair.awards[0]
    if len(award.value.grades) != len(pair.recipients):
        return []
    return [
        (award._replace(value=award.value._replace(grade=grade)), one)
        for grade, one in zip(award.value.grades, pair.recipients, strict=True)
    ]


def _grade(pairs: list[_Pair], grade: Mention) -> None:
    """Give the last award a grade that stands apart, or begin the next pair with it: “hạng Nhì cho A, hạng Ba cho B”."""
    pair = pairs[-1]
    last = next((one.awards[-1] for one in reversed(pairs) if one.awards), None)
    if last is None:
        return
    graded = last._replace(value=last.value._replace(grade=(grade.start, grade.end)))
    if pair.awards and not pair.recipients:
        if last.value.grade is None and last.value.form in _GRADED:
            pair.awards[-1] = graded
    elif last.value.grade is not None:
        if pair.recipients and not pair.awards:
            pair.awards.append(graded)  # “…, 5 cá nhân hạng Ba”
        else:
            pairs.append(_Pair(awards=[graded]))


def _among(document: Document, mention: Mention) -> bool:
    """Say whether somebody is named of those who receive: “Trong số 26 người nhận Giải thưởng có chị A, anh B”."""
    return mention.kind == "person" and document.folded.endswith(" có ", 0, mention.start)


def _goes_on(document: Document, last: Mention, mention: Mention) -> bool:
    """Say whether a mention stands in one list with another."""
    start = mention.value.head_start if mention.kind == "org" else mention.start
    return mention.kind in {"person", "org"} and (start <= last.end or _COORDINATED.fullmatch(document.folded, last.end, start) is not None)


def _in_reason(document: Document, group: VerbGroup, mention: Mention) -> bool:
    """Say whether a mention stands in what is said of the deed: “cho Công an huyện … vì đã cứu sống 11 người”."""
    reason = _REASON.search(document.folded, group.end, mention.start)
    return reason is not None and document.folded.find(";", reason.start(), mention.start) < 0


def _is_subset(document: Document, mention: Mention) -> bool:
    """Say whether a mention only parts what was said: “5 cá nhân, trong đó có 2 …”."""
    return _SUBSET.search(document.folded, max(0, mention.start - _BEFORE), mention.start) is not None


def _joined(document: Document, group: VerbGroup, last: Mention | None, mention: Mention) -> bool:
    """Say whether a mention goes on with what the verb gives and to whom, and is not some other part of the sentence."""
    if mention.kind in {"group", "each"}:
        return True
    if last is not None and _is_unit_behind(document, last, mention):
        return False
    start = mention.value.head_start if mention.kind == "org" else mention.start
    edge = max(last.end, group.end) if last else group.end
    if start <= edge:
        return True
    folded = document.folded
    if _TO.search(folded, edge, start) is not None or _COORDINATED.fullmatch(folded, edge, start) is not None:
        return True
    return folded.find(" lên ", edge, start) >= 0 and folded.endswith((" của ", " của lực lượng "), edge, start)


def _givers(sentence: Sentence, group: VerbGroup, behalf: Mention | None) -> list[Mention]:
    """Return who gives by the subject of an active verb, without the bodies for which somebody only stands: “Thay mặt Đảng ủy, A trao”."""
    givers = _without_other_offices([one for one in group.subject if one is not behalf])
    people = [one for one in givers if one.kind == "person"]
    if not people or not sentence.has("represent"):
        return givers
    spoken_for = min(one.start for one in sentence.of("represent"))
    return [one for one in givers if one.kind == "person" or not spoken_for <= one.start < people[0].start]


def _without_other_offices(givers: list[Mention]) -> list[Mention]:
    """Keep the last of several offices on end, which are those of one: “Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an đã tặng …”."""
    return [
        one
        for place, one in enumerate(givers)
        if not (one.kind == "office" and place + 1 < len(givers) and givers[place + 1].kind == "office" and givers[place + 1].start - one.end <= 2)  # noqa: PLR2004 - a comma
    ]


def _behalf(document: Document, sentence: Sentence, group: VerbGroup) -> Mention | None:
    """Return the body in whose name something is handed over, where the sentence says so before the verb."""
    if not sentence.has("on_behalf"):
        return _represented(document, sentence, group)
    said = (one.start for one in sentence.of("on_behalf") if one.start < group.start)
    start = next(said, None)
    own = [one for one in group.subject if start is not None and document.folded.find(";", start, one.start) >= 0]
    if own:
        return None  # another clause, with a giver of its own
    bodies = sentence.of("org", "office") if start is not None else ()
    return next((one for one in bodies if start is not None and one.start > start), None)


def _represented(document: Document, sentence: Sentence, group: VerbGroup) -> Mention | None:
    """Return the one body for which somebody hands over: “Thay mặt UBND tỉnh, ông A trao …”."""
    cue = next((one for one in sentence.of("represent") if one.start < group.start), None)
    if cue is None or document.folded.find(";", cue.end, group.start) >= 0:
        return None
    person = next((one for one in sentence.of("person") if one.start > cue.end), None)
    if not document.folded.startswith("thay mặt", cue.start) and (cue.start > sentence.start or person is None):
        return None  # “đại diện lãnh đạo Cục … trao”: the body's own people
    end = person.start if person is not None and person.end <= group.start else group.start
    bodies = [one for one in sentence.of("org", "office") if cue.end <= one.start and one.end <= end]
    return bodies[0] if len(bodies) == 1 and bodies[0].start - cue.end <= _BEFORE else None


def _details(document: Document, group: VerbGroup, grant: Grant) -> None:
    """Read unit, period, reason and times that stand with the pair."""
    folded, sentence = document.folded, grant.sentence
    grant.unit = next((one for one in sentence.of("org") if _is_unit(document, grant, one)), None) or _owner(document, group, grant)
    grant.period = next(_periods(document, group, grant), None)
    last = grant.recipients[-1].end
    reason = _REASON.search(folded, last, sentence.end)
    if reason and folded.find(";", last, reason.start()) < 0:
        grant.reason = reason.span(1)
    if grant.award:
        times = _TIMES.search(folded, grant.award.end, min(grant.award.end + _AFTER, sentence.end))
        if times:
            grant.times = (_NUMBERS.get(times[1]) or int(times[1]), *times.span())


def _owner(document: Document, group: VerbGroup, grant: Grant) -> Mention | None:
    """Return the body that has those who receive: “Công an tỉnh có 3 tập thể được tặng …”."""
    pairs = pairwise(group.subject if group.to_subject else ())
    has = (one for one, other in pairs if other is grant.recipients[0] and _HAS.fullmatch(document.folded, one.end, other.start))
    return next((one for one in has if one.kind == "org"), None)


def _is_unit(document: Document, grant: Grant, body: Mention) -> bool:
    """Say whether a body behind the recipients is what they belong to: “5 cá nhân thuộc Công an tỉnh …”."""
    first, last = grant.recipients[0].end, grant.recipients[-1].end
    if body.start < first or not _UNIT.search(document.folded, max(0, body.value.head_start - _BEFORE), body.value.head_start):
        return False
    if any(first <= verb.start < body.start for verb in grant.sentence.of(*VERBS)):
        return False
    between = document.folded[last : body.start]
    return ";" not in between and "," not in between


def _periods(document: Document, group: VerbGroup, grant: Grant) -> Iterator[Mention]:
    """Yield the years and periods that may be meant: beside the verb, behind the recipients, then the one that opens the clause."""
    folded, sentence = document.folded, grant.sentence
    if not sentence.has("date"):
        return
    first = grant.recipients[0].start
    beside = [one for one in group.objects if _is_period(one)]
    verbs = (one.start for one in sentence.of(*VERBS) if one.start >= group.end and one.start > first)
    limit = min(verbs, default=sentence.end)
    behind = (one for one in sentence.of("date") if _is_period(one) and first <= one.start < limit)
    for one in chain(beside, (one for one in behind if one not in beside and folded.find(";", first, one.start) < 0)):
        if folded.find(";", min(grant.end, one.start), one.start) < 0:
            yield one
    clause = folded.rfind(";", sentence.start, grant.start) + 1 or sentence.start
    yield from (one for one in sentence.of("date") if _is_period(one) and clause <= one.start <= clause + len(" năm "))


def _is_period(mention: Mention) -> bool:
    return mention.kind == "date" and mention.value.kind in {"year", "period"}
