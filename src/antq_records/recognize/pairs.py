"""
Awards and who receives them, paired in the order of the words around one verb.

Behind an active verb stands what is given, then to whom: “tặng Bằng khen cho 2 tập thể, Giấy khen cho A và B”. A passive one has those who
receive before it, and may be followed by pairs without a verb: “1 tập thể được tặng Cờ thi đua, 5 cá nhân Giấy khen”.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import define, field

from antq_records.lexicon.cues import contexts
from antq_records.model import AwardForm, HonoreeKind
from antq_records.recognize.verbs import CLAUSE_ENDS, RECIPIENTS, is_direct

if TYPE_CHECKING:
    from antq_records.recognize.document import Document, Mention
    from antq_records.recognize.verbs import VerbGroup

__all__ = ["BEFORE", "COORDINATED", "HAS", "Pair", "active_pairs", "in_turn", "passive_pairs", "reason_in"]

_TO: Final = re.compile(r"(?:cho|đối với|tặng|đến|là)(?:(?: \w+){0,2}|(?: (?:tập thể|cán bộ|chiến sĩ|nhân dân|và|toàn thể),?){0,7}):? $")
COORDINATED: Final = re.compile(
    r"(?:[\s,;:-]|và|cùng|kỹ sư|nghệ nhân|bác sĩ|nhà giáo|cô giáo|thầy giáo|em|anh|chị|ông|bà|\([^()\n]{0,80}\)|các|đồng chí|đơn vị|gồm"
    r"|tập thể|cá nhân|liệt sĩ)*"
)
HAS: Final = re.compile(r"(?: \([^()\n]{0,40}\))?(?: hiện| đã| cũng)? có(?: thêm)? ")
_NEXT_TO: Final = 8
"""So near behind somebody stands what they do, in code points."""
_TOTAL: Final = re.compile(r"tổng|trị giá")
_DEED_WITHIN: Final = 120
"""So near before a sum, in code points."""
_SUBSET: Final = re.compile(r"trong (?:đó|số đó)(?:,? có)? $")
_NEXT_PAIR: Final = re.compile(r"(?:[,;]| và) ?$")
_REASON: Final = re.compile(r"\bvì (?!an ninh|sự nghiệp|nước|nhân dân|dân)((?:(?! ?[-–(] ?ảnh)[^.;\n]){8,400})")
_GRADED: Final = frozenset({AwardForm.ORDER, AwardForm.MEDAL, AwardForm.PRIZE})
"""Forms that come in grades."""
BEFORE: Final = 24
"""So near before a mention stand the words that join it to what is before, in code points."""


@cache
def _deed() -> re.Pattern[str]:
    """Return what tells, before a sum, that it is no reward."""
    return re.compile(rf"\b(?:{'|'.join(contexts('deed'))})\b(?!.*\b(?:thưởng|kèm)\b)")


@cache
def _acts() -> re.Pattern[str]:
    """Return what tells, right behind somebody, that they begin a clause of their own."""
    return re.compile(rf",? (?:đã |cũng |sẽ |vừa )?(?:{'|'.join(contexts('acts'))})(?!\w)")


@define
class Pair:
    """Awards and who receives them."""

    awards: list[Mention] = field(factory=list)
    recipients: list[Mention] = field(factory=list)
    money: Mention | None = None
    subset: list[Mention] = field(factory=list)
    """Who is named of a group: “12 cá nhân, trong đó có A và B”."""


def passive_pairs(document: Document, group: VerbGroup) -> list[Pair]:
    """Return the pairs of a verb whose subject receives."""
    pairs = [Pair(recipients=_without_owner(document, group.subject))]
    for mention in group.objects:
        pair = pairs[-1]
        given = pair.awards or pair.money
        if mention.kind == "award":
            pair.awards.append(mention)
        elif mention.kind == "money":
            pair.money = pair.money or (None if _is_of_deed(document, group, mention) else mention)
        elif mention.kind == "grade":
            _grade(pairs, mention)
        elif mention.kind not in RECIPIENTS:
            continue
        elif _is_named_last(document, pair, mention):
            pair.recipients.append(mention)
        elif (given and (_is_subset(document, mention) or _among(document, mention))) or (
            pair.subset and _goes_on(document, pair.subset[-1], mention)
        ):
            pair.subset.append(mention)
        elif given and is_direct(document, mention) and _starts_anew(document, mention):
            pairs.append(Pair(recipients=[mention]))
        elif pair.recipients and not given and pair is not pairs[0]:
            pair.recipients.append(mention)
    return [pair for pair in pairs if pair.awards or pair.money or not group.means.isdisjoint({"honour", "reward"})]


def _is_named_last(document: Document, pair: Pair, mention: Mention) -> bool:
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
        if one.kind == "org" and other.kind == "group" and HAS.fullmatch(document.folded, one.end, other.start):
            return subject[place + 1 :]
    return [*subject]


def _is_unit_behind(document: Document, group: Mention, body: Mention) -> bool:
    """Say whether a body right behind a group is where its people are from: “3 cá nhân Công an Đồng Tháp”."""
    if group.kind != "group" or body.kind != "org" or document.folded[group.end : body.start] != " ":
        return False
    return group.value.quantity is not None or group.value.kind is not HonoreeKind.COLLECTIVE  # “các tập thể Phòng PC03, PA06” are these


def _starts_anew(document: Document, mention: Mention) -> bool:
    """Say whether a recipient behind an award begins a pair of its own: “…, 5 cá nhân Giấy khen”."""
    return _NEXT_PAIR.search(document.folded, max(0, mention.start - BEFORE), mention.start) is not None


def active_pairs(document: Document, group: VerbGroup) -> list[Pair]:
    """Return the pairs of a verb whose subject gives."""
    pairs = [Pair()]
    last: Mention | None = None
    for place, mention in enumerate(group.objects):
        pair = pairs[-1]
        if mention.kind == "there" or (pair.recipients and last is not None and _begins_clause(document, group.objects, place, last)):
            break
        if mention.kind == "award":
            if pair.recipients and pair.awards:
                pair = Pair()
                pairs.append(pair)
            pair.awards.append(mention)
        elif mention.kind == "money":
            _pay(document, group, pairs, mention)
        elif mention.kind == "grade":
            _grade(pairs, mention)
        elif pair.recipients and (_is_subset(document, mention) if not pair.subset else _goes_on(document, pair.subset[-1], mention)):
            pair.subset.append(mention)
        elif _receives(document, group, pair, last, mention):
            pair.recipients.append(mention)
        else:
            continue
        last = mention
    return [pair for pair in pairs if pair.awards or pair.recipients]


def _receives(document: Document, group: VerbGroup, pair: Pair, last: Mention | None, mention: Mention) -> bool:
    """Say whether a mention goes on with those who receive: it stands in no part of them, and not in the reason."""
    if pair.subset and document.folded.find(";", pair.subset[-1].end, mention.start) < 0:
        return False
    if pair.recipients and _in_reason(document, group, mention):
        return False
    return mention.kind in RECIPIENTS and is_direct(document, mention) and _joined(document, group, last, mention)


def _pay(document: Document, group: VerbGroup, pairs: list[Pair], money: Mention) -> None:
    """Add a sum that is given: a second one goes to who is named behind it, “100 triệu đồng cho A, 50 triệu đồng cho B”."""
    pair = pairs[-1]
    if _is_of_deed(document, group, money):
        return
    if pair.money is None or pair.awards:
        pair.money = pair.money or money
    elif pair.recipients:
        pairs.append(Pair(money=money))
    elif not _TOTAL.search(document.folded, max(0, money.start - BEFORE), money.start):
        pair.money = money  # who gets the first sum is told in no mention


def _is_of_deed(document: Document, group: VerbGroup, money: Mention) -> bool:
    """Say whether a sum is what the deed was about: “… đã phá vụ trộm 40 tỷ đồng”."""
    if document.folded.startswith(" cho ", money.end):
        return False
    return _deed().search(document.folded, max(group.end, money.start - _DEED_WITHIN), money.start) is not None


def _begins_clause(document: Document, mentions: list[Mention], place: int, last: Mention) -> bool:
    """Say whether somebody begins a clause of their own, not goes on with the list: “…; Đại tá A phát biểu”, “…, ông B cho biết”."""
    mention = mentions[place]
    if mention.kind not in {"person", "org"} or _TO.search(document.folded, last.end, mention.start):
        return False
    if _acts().match(document.folded, mention.end):
        return True
    following = mentions[place + 1] if place + 1 < len(mentions) else None
    if following is None or following.kind not in CLAUSE_ENDS or following.start - mention.end > _NEXT_TO:
        return False
    return following.kind != "represent" or document.folded.startswith("thay mặt", following.start)


def in_turn(document: Document, pair: Pair) -> list[tuple[Mention, Mention]]:
    """Return which grade is whose where as many are named as receive: “hạng Nhất, hạng Nhì cho A và B”; empty where that is not so."""
    pair = Pair(pair.awards, [one for one in pair.recipients if one.kind != "org" or not one.value.several])
    if any(one.kind not in {"person", "org"} for one in pair.recipients):
        return []
    if len(pair.awards) == len(pair.recipients) > 1:
        edge = min(pair.awards[0].start, pair.recipients[0].start)
        last = max(pair.awards[-1].start, pair.recipients[-1].start)
        in_turn = document.folded.find("lần lượt", max(0, edge - BEFORE), last) >= 0
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


def _grade(pairs: list[Pair], grade: Mention) -> None:
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
            pairs.append(Pair(awards=[graded]))


def _among(document: Document, mention: Mention) -> bool:
    """Say whether somebody is named of those who receive: “Trong số 26 người nhận Giải thưởng có chị A, anh B”."""
    return mention.kind == "person" and document.folded.endswith(" có ", 0, mention.start)


def _goes_on(document: Document, last: Mention, mention: Mention) -> bool:
    """Say whether a mention stands in one list with another."""
    start = mention.value.head_start if mention.kind == "org" else mention.start
    return mention.kind in {"person", "org"} and (start <= last.end or COORDINATED.fullmatch(document.folded, last.end, start) is not None)


def reason_in(folded: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first reason that is told between two places; its one word is searched for as such, which is much quicker."""
    word = folded.find("vì ", start, end)
    return _REASON.search(folded, word, end) if word >= 0 else None


def _in_reason(document: Document, group: VerbGroup, mention: Mention) -> bool:
    """Say whether a mention stands in what is said of the deed: “cho Công an huyện … vì đã cứu sống 11 người”."""
    reason = reason_in(document.folded, group.end, mention.start)
    return reason is not None and document.folded.find(";", reason.start(), mention.start) < 0


def _is_subset(document: Document, mention: Mention) -> bool:
    """Say whether a mention only parts what was said: “5 cá nhân, trong đó có 2 …”."""
    return _SUBSET.search(document.folded, max(0, mention.start - BEFORE), mention.start) is not None


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
    if _TO.search(folded, edge, start) is not None or COORDINATED.fullmatch(folded, edge, start) is not None:
        return True
    return folded.find(" lên ", edge, start) >= 0 and folded.endswith((" của ", " của lực lượng "), edge, start)
