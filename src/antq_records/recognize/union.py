"""
Trade-union bodies named in the article, who chairs them, and how many members and unions they state.

“Công đoàn Công an tỉnh Hưng Yên hiện có 30 công đoàn cơ sở với hơn 2.000 đoàn viên”: a count belongs to the union named last before it in
the block. “công đoàn cơ sở”, “các cấp công đoàn” name none; “tặng quà cho 500 đoàn viên” does not say how many there are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Final

from attrs import define, field

from antq_records.lexicon.cues import union_counts
from antq_records.model import Quantity, Union
from antq_records.recognize.document import Mention, Proof
from antq_records.text.unicode import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_records.model import Organization
    from antq_records.recognize.context import Context
    from antq_records.recognize.document import Document, Sentence
    from antq_records.recognize.organization import Body
    from antq_records.recognize.person import Cast

__all__ = ["bodies", "unions"]

_UNION: Final = ("công đoàn", "liên đoàn lao động", "lđlđ", "tổng liên đoàn", "tổng lđlđ", "nghiệp đoàn", "cđcs")
_CHAIR: Final = re.compile(r"chủ tịch$|trưởng ban$")
_NOT_UNION: Final = re.compile(
    r"công đoàn(?: công an| cấp trên.*| giỏi.*| tiêu biểu.*| việt nam| cơ sở| cơ sở trực thuộc.*| lần .*| bộ)?$"
    r"|liên đoàn lao động(?: cấp)?$|lđlđ(?: cấp)?$|tổng liên đoàn$|công đoàn cơ sở (?:trực )?thuộc"
)
_GENERIC_BEFORE: Final = ("tổ chức ", "các ", "cấp ", "cán bộ ", "hội thi ", "từng ", "hai ", "mỗi ", "ngày hội ", "quà ")
_GENERIC_AFTER: Final = re.compile(r" (?:các cấp|các|cơ sở)|[.,;]|$")

_FOR_SOME: Final = re.compile(
    r"tặng|trao|hỗ trợ|(?<!đại diện )(?<!thay mặt )cho|tuyên dương|biểu dương|khen thưởng|kết nạp|giúp|bồi dưỡng|có hoàn cảnh|quà"
    r"|đề cử|thăm hỏi|chúc mừng|phấn đấu|mục tiêu|đến năm \d{4}"
    r"|(?:thí sinh|đội|vận động viên|tác phẩm) (?:của|từ|đến từ) $"
)
"""What is done for some of the members: “tặng quà cho 500 đoàn viên” is not how many there are; nor are those of a contest."""


_SOME: Final = re.compile(
    r",? (?:ưu tú |này |đã |có |là |của đơn vị )?(?:khác\b|xuất sắc|tiêu biểu|có thành tích|có thành|thành tích|được|đạt|vinh dự"
    r"|khó khăn|hoàn cảnh|tham gia|tham dự)"
)
"""What is said of some members, not of all: “46 đoàn viên có thành tích xuất sắc”."""
_NOW: Final = re.compile(r"hiện|đến nay|nay có|hôm nay|đại diện cho|đến cuối năm")
_DELEGATES: Final = re.compile(r"(?:đại diện|thay mặt) cho ")
_OF_ITS_OWN: Final = re.compile(
    r"(?:đến nay|đến cuối năm|hiện|hiện nay|hiện tại|năm qua)?,? ?(?:tổ chức|toàn tổ chức|công đoàn) (?:hiện |đã )?có "
)
"""“Đến cuối năm, tổ chức có hơn 900 đoàn viên”: the union that holds the event."""
_IN_THE: Final = re.compile(r" (?:trong|thuộc|của) ")
_WITH: Final = re.compile(r"với [^;.]*$")
_JOINED: Final = re.compile(r"(?:(?:,? và|,) [^,;.]{1,40}?)?, ")
_HONOURED: Final = re.compile(r"\b(?:tặng|trao|tuyên dương|biểu dương)\b")
_OF_CLUSTER: Final = re.compile(r"\b(?:khối|cụm)(?: thi đua)?\b(?! cơ quan)")
_ABBREVIATED: Final = {"lđlđ": "liên đoàn lao động", "tổng lđlđ": "tổng liên đoàn lao động", "cđcs": "công đoàn cơ sở", "cđ": "công đoàn"}
_LEVELS: Final = (" tỉnh", " thành phố", " tp", " huyện", " quận", " thị xã", " ngành")
"""With these the name of a body ends whose place only the context tells."""
_LEVEL_WITHIN: Final = re.compile(rf"(?:{'|'.join(_LEVELS)})(?= )")
_LONGEST_SHORT: Final = 200
"""Within so many code points such a name ends."""


@define
class _Draft:
    id: str
    number: int
    mentions: list[tuple[Organization, Proof]] = field(factory=list)
    chair: tuple[str, list[Proof]] | None = None
    counts: dict[str, tuple[Quantity, Proof]] = field(factory=dict)
    present: set[str] = field(factory=set)
    """Which counts are said to be those of now."""


def bodies(sentence: Sentence) -> Iterator[Mention]:
    """Yield every body named in a sentence, also those inside awards, offices and the names of other bodies."""
    for mention in sentence.mentions:
        if mention.kind == "org":
            yield from _with_owners(mention)
        elif mention.kind == "award" and mention.value.owner:
            owner = mention.value.owner
            yield from _with_owners(owner.value.body if owner.kind == "office" else owner)
        elif mention.kind == "office" and mention.value.body:
            yield from _with_owners(mention.value.body)
        elif mention.kind == "cluster" and mention.value.host:
            yield mention.value.host
        elif mention.kind == "person":
            for office in mention.value.offices:
                if office.body:
                    yield from _with_owners(office.body)
            if mention.value.unit:
                yield from _with_owners(mention.value.unit)


def _with_owners(mention: Mention) -> Iterator[Mention]:
    yield mention
    owner: Body | None = mention.value.owner
    while owner is not None:
        yield Mention("org", owner.head_start, owner.head_start + len(owner.name), owner)
        owner = owner.owner


def unions(context: Context, cast: Cast, event: tuple[int, int] | None) -> list[Union]:
    """
    Return the unions named, each once, in the order of the article.

    :param event: Where the article's event is told: the delegates of a congress stand for the members of the union that holds it.
    """
    document = context.document
    drafts: dict[str, _Draft] = {}
    told: list[tuple[int, int, str]] = []  # where each is named, with its number and key, in the order of the text
    for sentence in document.sentences:
        for mention in bodies(sentence):
            if not _is_union(document, mention):
                continue
            organization, proof = context.organization(mention, "name")
            key = organization.ref or _spelled_out(organization.name)
            if key not in drafts:
                drafts[key] = _Draft(context.new_id("union", mention.start), len(drafts))
            drafts[key].mentions.append((organization, proof))
            insort(told, (proof.start, -drafts[key].number, key))
        if told and sentence.has("union_count"):
            _counts(context, sentence, drafts, told, event)
    _join_short_names(drafts)
    _chairs(cast, drafts)
    return [_record(document, draft) for draft in {draft.id: draft for draft in drafts.values()}.values()]


def _spelled_out(name: str) -> str:
    """Return a name of a union, folded, without the abbreviations that stand for the word itself."""
    folded = fold(name)
    for short, full in _ABBREVIATED.items():
        if folded.startswith(f"{short} "):
            return f"{full}{folded[len(short) :]}"
    return folded


def _join_short_names(drafts: dict[str, _Draft]) -> None:
    """Join “Liên đoàn Lao động tỉnh” with the one union of the article whose name goes on behind these words."""
    named = [({_spelled_out(name) for name in {found.name for found, _ in draft.mentions}}, key, draft) for key, draft in drafts.items()]
    longer: dict[str, dict[str, _Draft]] = {}
    for names, _, draft in named:
        for name in names:
            for level in _LEVEL_WITHIN.finditer(name, 0, _LONGEST_SHORT):
                longer.setdefault(name[: level.end()], {})[draft.id] = draft
    for names, key, draft in named:
        if not all(name.endswith(_LEVELS) for name in names):
            continue
        fuller = {id_: other for name in names for id_, other in longer.get(name, {}).items() if other is not draft}
        if len(fuller) == 1:
            other = next(iter(fuller.values()))
            other.mentions += draft.mentions
            other.counts = {**draft.counts, **other.counts}
            drafts[key] = other


def _is_union(document: Document, mention: Mention) -> bool:
    folded = document.folded
    if not folded.startswith(_UNION, mention.start, mention.end) or mention.value.several:
        return False
    if _NOT_UNION.match(folded, mention.start, mention.end):
        return False
    return not (folded.endswith(_GENERIC_BEFORE, 0, mention.start) and _GENERIC_AFTER.match(folded, mention.end))


def _counts(
    context: Context,
    sentence: Sentence,
    drafts: dict[str, _Draft],
    told: list[tuple[int, int, str]],
    event: tuple[int, int] | None,
) -> None:
    """Give each count to the union that the sentence, or the sentence before it in the block, names last before it."""
    document = context.document
    folded = document.folded
    for mention in sentence.of("union_count"):
        whose = _whose(document, sentence, mention, told, event)
        if (
            whose is None
            or _SOME.match(folded, mention.end)
            or _FOR_SOME.search(folded, max(sentence.start, mention.start - 40), mention.start)
        ):
            continue
        owner = drafts[whose]
        name = union_counts()[mention.value.word]
        present = _NOW.search(folded, max(sentence.start, mention.start - 80), mention.start) is not None
        if name not in owner.counts or (present and name not in owner.present):
            if present:
                owner.present.add(name)
            quantity = mention.value.quantity
            if name == "superior_union_count":
                quantity = Quantity(value=quantity.value, qualifier=quantity.qualifier, unit=_unit(quantity.unit))
            owner.counts[name] = (quantity, Proof(name, mention.start, mention.end))


def _whose(
    document: Document, sentence: Sentence, count: Mention, told: list[tuple[int, int, str]], event: tuple[int, int] | None
) -> str | None:
    """Return the union that a count belongs to: the one that its delegates stand for, that follows it, or that is named last."""
    folded = document.folded
    place = bisect_left(told, (count.start,))
    following = told[place] if place < len(told) and told[place][0] < sentence.end else None
    between = folded[count.end : following[0]] if following else ""
    if following and (_IN_THE.fullmatch(between) or (_WITH.match(folded, sentence.start, count.start) and _JOINED.fullmatch(between))):
        return following[2]
    for_delegates = _DELEGATES.search(folded, max(sentence.start, count.start - 80), count.start)
    if event and (for_delegates or _OF_ITS_OWN.match(folded, sentence.start, count.start)):
        of_event = bisect_left(told, (event[0],))
        if of_event < len(told) and told[of_event][0] < event[1]:
            return told[of_event][2]
    last = told[place - 1] if place else None
    if last is None or last[0] < sentence.block.start:
        return None
    start = max(sentence.start, last[0])
    if _OF_CLUSTER.search(folded, start, count.start) or _HONOURED.search(folded, start, count.start):
        return None
    return last[2]


def _unit(words: str | None) -> str | None:
    """Cut “tổ chức công đoàn cấp trên trực tiếp” to its counting word."""
    return words.partition(" cấp ")[0] if words else None


def _chairs(cast: Cast, drafts: dict[str, _Draft]) -> None:
    for person in cast.people.values():
        for place, office in enumerate(person.offices):
            if office.organization is None or not _CHAIR.match(office.title.casefold()):
                continue
            draft = drafts.get(office.organization.ref or _spelled_out(office.organization.name))
            if draft is not None and draft.chair is None and office.standing.value == "current":
                draft.chair = (person.id, [piece for piece in person.evidence if piece.field == f"offices[{place}].organization"])
                person.kept = True


def _record(document: Document, draft: _Draft) -> Union:
    organization, _ = max(draft.mentions, key=lambda one: len(one[0].name))
    evidence = [proof for found, proof in draft.mentions if found.name.casefold() == organization.name.casefold()]
    evidence += [proof._replace(field=None) for _, proof in draft.mentions]
    if draft.chair:
        evidence += [proof._replace(field="chair") for proof in draft.chair[1]]
    evidence += [proof for _, proof in draft.counts.values()]
    counts = {name: quantity for name, (quantity, _) in draft.counts.items()}
    return Union(
        id=draft.id,
        name=organization.name,
        ref=organization.ref,
        chair=draft.chair[0] if draft.chair else None,
        evidence=document.quoted(evidence),
        member_count=counts.get("member_count"),
        grassroots_union_count=counts.get("grassroots_union_count"),
        superior_union_count=counts.get("superior_union_count"),
    )
