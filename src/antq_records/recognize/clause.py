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

from antq_records.recognize.pairs import BEFORE, COORDINATED, HAS, active_pairs, in_turn, passive_pairs, reason_in
from antq_records.recognize.unreal import is_unreal
from antq_records.recognize.verbs import RECIPIENTS, VERBS, verb_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_records.recognize.document import Document, Mention, Sentence
    from antq_records.recognize.pairs import Pair
    from antq_records.recognize.verbs import VerbGroup

__all__ = ["GIVEN", "Grant", "grants"]

GIVEN: Final = ("award", "money", "honour", "reward")
"""Without one of these a sentence gives nothing."""
_PART_END: Final = re.compile(r"[,;]")
_UNIT: Final = re.compile(r"(?:của|thuộc|trực thuộc|công tác tại|đến từ)(?: lực lượng)? $")
_GIFT: Final = re.compile(r" (?:lần lượt )?")
_DONE: Final = re.compile(r"\b(?:đã|vừa|cũng)\b")
"""What makes giving a fact."""
_IN_ORDER_TO: Final = re.compile(r" (?:(?:tiêu biểu|xuất sắc|nhất|năm \d{4}|có thành tích|trong năm|\d{4}),? )*để ")
_PRAISED: Final = re.compile(r"(?:biểu dương|tuyên dương)(?:,? và|,)?$")
_TIMES: Final = re.compile(r"lần thứ (\d+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b")
_HANDED: Final = re.compile(r"\btrao\b")
_NUMBERS: Final = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
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
            _go_on_proposing(document, before, group)
        if not group.to_subject:
            if not group.in_name:
                group.subject = group.subject or carried
            carried = group.subject
        before = group
        found += _of_group(document, sentence, group)
    _share_periods(found)
    return found


def _go_on_proposing(document: Document, before: VerbGroup, group: VerbGroup) -> None:
    """Carry a proposal on to the next verb: to those who would receive, to the body asked to give, or to the next that would give."""
    asked, subject = group.asked, group.subject
    if _proposed_to_receive(document, before, group):
        asked, group.agents = group.agents or before.asked, before.subject
    elif not group.to_subject and not group.subject and "propose" in before.means and not before.passive:
        asked = group.asked or before.asked
    elif not group.to_subject and _still_proposed(document, before, group):
        asked, subject = group.subject, before.subject
    else:
        return
    group.means.add("propose")
    group.proposal = before.proposal or (before.start, before.end)
    group.asked, group.subject = asked, subject


def _proposed_to_receive(document: Document, before: VerbGroup, group: VerbGroup) -> bool:
    """Say whether those who receive are only proposed: “suy tôn 5 tập thể đạt danh hiệu …”, “đề nghị 3 đơn vị được tặng Cờ thi đua”."""
    if "propose" not in before.means or before.to_subject or not group.to_subject or not group.subject:
        return False
    if group.subject[0].start < before.end or document.folded.find(";", before.end, group.start) >= 0:
        return False
    return _DONE.search(document.folded, before.end, group.start) is None


def _still_proposed(document: Document, before: VerbGroup, group: VerbGroup) -> bool:
    """Say whether what another would give is still proposed: “đề nghị Thủ tướng tặng cờ cho A; Bộ Công an tặng cờ cho B”."""
    if "propose" not in before.means or before.passive or "propose" in group.means or not before.asked:
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
            edge, joint = one.start, COORDINATED
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
    pairs = passive_pairs(document, group) if group.to_subject else active_pairs(document, group)
    if not pairs:
        return
    behalf = _behalf(document, sentence, group)
    givers = group.agents if group.to_subject else _givers(sentence, group, behalf)
    proposed = "propose" in group.means
    handed = _HANDED.search(document.folded, group.start, group.end) is not None
    rewards = "reward" in group.means or document.folded.find("thưởng", group.start, group.end) >= 0
    rewards = rewards or any(_is_reward(document, pair.money) for pair in pairs)
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
        money = pair.money if pair.awards or rewards else None
        if not pair.recipients:
            listed_below = pair is pairs[-1] and _opens_list(document, sentence)
            for alone in pair.awards if listed_below or any(one.kind == "person" for one in givers) else ():
                told = grant(min(group.start, alone.start), max(group.end, alone.end), alone, None, [])
                told.listed_below = listed_below
                yield told
            continue
        if not pair.awards and not money and not rewarded and not _honours(document, group, pair, givers):
            continue
        start, end = _extent(group, pair)
        turns = in_turn(document, pair)
        every: list[Mention | None] = [*pair.awards] or [None]
        whose = [(award, [*pair.recipients]) for award in every]
        for award, recipients in [(award, [one]) for award, one in turns] if turns else whose:
            told = grant(start, end, award, money, recipients)
            told.subset = pair.subset if not turns and all(one.kind in {"person", "org"} for one in pair.subset) else []
            _details(document, group, told)
            yield told


def _extent(group: VerbGroup, pair: Pair) -> tuple[int, int]:
    """Return where the words of a verb, its awards and its recipients begin and end."""
    parts = [*pair.awards, *pair.recipients]
    return min(group.start, *(one.start for one in parts)), max(group.end, *(one.end for one in parts))


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
    if first is None or first.kind == "award" or first.start - group.end > BEFORE:
        return None
    awards = [one for one in sentence.of("award") if one.end <= group.start]
    if not awards:
        return None
    last = awards[-1]
    owner = next((one for one in sentence.of("org", "office") if one.start >= last.end and one.end <= group.start), None)
    if owner is not None and document.folded[last.end : owner.start] in {" của ", " do "}:
        if not _GIFT.fullmatch(document.folded, owner.end, group.start):
            return None
        group.subject = [owner]
        return last
    return last if _GIFT.fullmatch(document.folded, last.end, group.start) else None


def _honours(document: Document, group: VerbGroup, pair: Pair, givers: list[Mention]) -> bool:
    """Say whether a verb honours without naming an award; “biểu dương Công an tỉnh …” without a giver is only praise."""
    if "honour" not in group.means or ("propose" in group.means and not group.asked):
        return False
    praised = not group.to_subject and all(one.kind == "person" for one in givers) and any(one.kind == "org" for one in pair.recipients)
    if praised and _PRAISED.match(document.folded, group.start, group.end):
        return False  # a speech praises the force
    return bool(givers or group.asked) or group.to_subject or all(one.kind == "group" for one in pair.recipients)


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
        if not (
            one.kind == "office"
            and place + 1 < len(givers)
            and givers[place + 1].kind == "office"
            and givers[place + 1].start - one.end <= len(", ")
        )
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
    return bodies[0] if len(bodies) == 1 and bodies[0].start - cue.end <= BEFORE else None


def _details(document: Document, group: VerbGroup, grant: Grant) -> None:
    """Read unit, period, reason and times that stand with the pair."""
    folded, sentence = document.folded, grant.sentence
    first = grant.recipients[0].end
    part = _PART_END.search(folded, grant.recipients[-1].end, sentence.end)
    behind = part.start() if part else sentence.end
    units = (one for one in sentence.of("org") if first <= one.start <= behind and _is_unit(document, grant, one))
    grant.unit = next(units, None) or _owner(document, group, grant)
    grant.period = next(_periods(document, group, grant), None)
    last = grant.recipients[-1].end
    semicolon = folded.find(";", last, sentence.end)
    reason = reason_in(folded, last, semicolon if semicolon >= 0 else sentence.end)
    if reason:
        grant.reason = reason.span(1)
    if grant.award:
        times = _TIMES.search(folded, grant.award.end, min(grant.award.end + _AFTER, sentence.end))
        if times:
            grant.times = (_NUMBERS.get(times[1]) or int(times[1]), *times.span())


def _owner(document: Document, group: VerbGroup, grant: Grant) -> Mention | None:
    """Return the body that has those who receive: “Công an tỉnh có 3 tập thể được tặng …”."""
    pairs = pairwise(group.subject if group.to_subject else ())
    has = (one for one, other in pairs if other is grant.recipients[0] and HAS.fullmatch(document.folded, one.end, other.start))
    return next((one for one in has if one.kind == "org"), None)


def _is_unit(document: Document, grant: Grant, body: Mention) -> bool:
    """Say whether a body behind the recipients is what they belong to: “5 cá nhân thuộc Công an tỉnh …”."""
    first = grant.recipients[0].end
    if not _UNIT.search(document.folded, max(0, body.value.head_start - BEFORE), body.value.head_start):
        return False
    return not any(first <= verb.start < body.start for verb in grant.sentence.of(*VERBS))


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
    yield from (one for one in sentence.of("date") if _is_period(one) and clause <= one.start <= clause + len(" trong "))


def _is_period(mention: Mention) -> bool:
    return mention.kind == "date" and mention.value.kind in {"year", "period"}
