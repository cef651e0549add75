"""
Names that follow a group: “cho 2 tập thể và 3 cá nhân, gồm: …”, list items, numbered lines, the rows of a table.

The named ones are the honorees then; the group's size is only a check.
"""

from __future__ import annotations

import re
from itertools import chain, groupby, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from antq_records.model import BlockKind, Standing
from antq_records.recognize.document import Mention
from antq_records.recognize.naming import PersonName
from antq_records.recognize.office import OfficeName
from antq_records.recognize.organization import Body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_records.model import Block
    from antq_records.recognize.clause import Grant
    from antq_records.recognize.document import Document, Sentence

__all__ = ["listed_below", "named_recipients", "rewarded_rows"]

_OPENS: Final = re.compile(
    r"\s*(?:(?:các|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) )?[^.;:,]{0,40}?(?:gồm có|bao gồm|gồm|đó là|là|sau đây|dưới đây)(?: ?:)? "
)
"""How a sentence begins that names those whom the sentence before counts."""
_OPENING: Final = re.compile(r":|\b(?:gồm|gồm có|là)\b|\(gồm")
_ITEM: Final = re.compile(r"\s*(?:\d{1,3}\s?[.)\-/]|\d{1,3} (?=[^\W\d_a-zđ])|[-–+•*]|[a-zđ]\))\s*")
_HEADING: Final = re.compile(
    r"[\s*•+-]*(?:[ivx\d]+\. ?)?(?:\d+ )?(?:các )?(?:tập thể|cá nhân|đơn vị|gia đình|hộ gia đình|đồng chí)(?: gồm| sau)?[ :]*"
)
_HEADERS: Final = {
    "name": re.compile(r"họ (?:và )?tên|họ, tên|tên (?:tập thể|đơn vị|cá nhân)|^(?:tập thể|cá nhân)$"),
    "rank": re.compile(r"cấp bậc|quân hàm"),
    "office": re.compile(r"chức vụ|chức danh"),
    "unit": re.compile(r"đơn vị|nơi công tác|cơ quan"),
    "award": re.compile(r"hình thức|khen th|danh hiệu|giải|nội dung"),
}
"""What the header of a column says that stands in it."""
_LONGEST_LINE: Final = 260
_LONGEST_CAPTION: Final = 100
_MOST_SKIPPED: Final = 2
_LONGEST_NAME: Final = 90
_BESIDE: Final = re.compile(r"(?:,| và|;| và các| cùng) ?")
_ENDS: Final = frozenset({"give", "posthumous", "reward", "honour", "receive", "propose", "hold", "speak", "attend"})
"""Verbs that end a list of names."""


def named_recipients(document: Document, grant: Grant, group: Mention) -> list[Mention]:
    """Return the people and bodies that are named behind the last group that a grant counts; empty where none are."""
    named = _in_sentence(document, grant, group)
    if named:
        return named
    following = document.after(grant.sentence)
    opened = document.folded[grant.sentence.start : grant.sentence.end].rstrip().endswith(":")
    first = next(following, None)
    if first is None:
        return []
    if first.block is grant.sentence.block:
        opening = None if opened else _OPENS.match(document.folded, first.start, first.end)
        if not (opened or opening):
            return []
        start = opening.end() if opening else first.start
        return _people_and_bodies(document.folded, (one for one in first.mentions if one.start >= start))
    return _in_blocks(document, chain([first], following), opened=opened)


def listed_below(document: Document, grant: Grant) -> list[Mention]:
    """Return the people and bodies in the lines below a grant that ends with a colon."""
    return _in_blocks(document, document.after(grant.sentence), opened=True)


def _in_sentence(document: Document, grant: Grant, group: Mention) -> list[Mention]:
    """Read names behind “gồm”, a colon or an opening bracket in the same sentence."""
    semicolon = document.folded.find(";", group.end, grant.sentence.end)
    opening = _OPENING.search(document.folded, group.end, semicolon if semicolon >= 0 else grant.sentence.end)
    if opening is None:
        return []
    between = document.folded[group.end : opening.start()]
    if ";" in between or "trong đó" in between:
        return []
    behind = [one for one in grant.sentence.mentions if one.start >= opening.end()]
    kinds = {one.value.kind for one in grant.recipients if one.kind == "group"}
    names = _mixed(document.folded, behind) if len(kinds) > 1 else _people_and_bodies(document.folded, behind)
    if not names:
        return []
    start = min(names[0].start, names[0].value.head_start) if names[0].kind == "org" else names[0].start
    return names if start - opening.end() <= 40 else []  # noqa: PLR2004 - the names follow at once


def _mixed(folded: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the bodies and the people of one list, up to the next verb; a body behind a comma is whose somebody before it is."""
    found: list[Mention] = []
    for mention in mentions:
        if mention.kind == "person":
            found.append(mention)
        elif mention.kind == "org" and not mention.value.several:
            start = mention.value.head_start
            own = not any(one.kind == "person" for one in found) or folded.endswith(("; ", ";"), 0, start)
            if own and folded[start - 1] != "(":
                found.append(mention)
        elif mention.kind in _ENDS:
            break
    return found


def _people_and_bodies(folded: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return who is named up to the next verb: people, or else bodies, without those in brackets that the others belong to."""
    found: list[Mention] = []
    for mention in mentions:
        if mention.kind == "person" or (mention.kind == "org" and not mention.value.several and not mention.value.bare):
            if mention.kind == "person" or folded[mention.value.head_start - 1] != "(":
                found.append(mention)
        elif mention.kind in _ENDS:
            break
    people = [one for one in found if one.kind == "person"]
    return people or found


def _in_blocks(document: Document, following: Iterable[Sentence], *, opened: bool) -> list[Mention]:
    """Read one name from each list item, numbered line or table row that follows; captions between them are passed over."""
    named: list[Mention] = []
    cells: list[list[Sentence]] = []
    shaped = False
    skipped = 0
    for block in _below(document, following):
        kind = block[0].block.kind
        if kind is BlockKind.CAPTION:
            continue
        if kind is BlockKind.CELL:
            cells.append(block)
            continue
        if cells:
            break
        if _HEADING.fullmatch(document.folded, block[0].block.start, block[0].block.end):
            continue  # “* Tập thể:”
        item = kind is BlockKind.ITEM or _ITEM.match(document.text, block[0].block.start, block[0].block.end) is not None
        if not item and (shaped or not opened or block[0].block.end - block[0].block.start > _LONGEST_LINE):
            break
        first = None if any(sentence.has("give", "reward", "honour", "hold", "there") for sentence in block) else _first_name(block)
        if first is None:
            whole = _whole_line(document, block[0].block) if item and named else None
            if whole is not None:
                named.append(whole)
                continue
            if skipped > _MOST_SKIPPED or not named or not _like_caption(document, block[0].block):
                break
            skipped += 1  # the caption of a photo, where nothing tells that it is one
            continue
        shaped = shaped or item
        named += _side_by_side(document, block[0], first)
    return _in_table(document, cells) if cells and not named else named


def _side_by_side(document: Document, sentence: Sentence, first: Mention) -> list[Mention]:
    """Return the bodies of one line: “Phòng Tham mưu, Phòng Hậu cần”, “Công an các xã A, B”; a person stands alone."""
    found = [first]
    for mention in sentence.mentions if first.kind == "org" else ():
        if mention.kind != "org" or mention.value.several or mention.start <= first.start:
            continue
        start = mention.value.head_start
        if start > found[-1].end and not _BESIDE.fullmatch(document.folded, found[-1].end, start):
            break
        if start < found[-1].start or mention.start >= found[-1].end:
            found.append(mention)
    return found


def _whole_line(document: Document, block: Block) -> Mention | None:
    """Return a line of a list as the name of a body, where it is no name that is known otherwise."""
    marker = _ITEM.match(document.text, block.start, block.end)
    start = marker.end() if marker else block.start
    name = document.text[start : block.end].rstrip(" ;.,")
    if not name or len(name) > _LONGEST_NAME or not name[0].isupper() or ":" in name:
        return None
    end = start + len(name)
    return Mention("org", start, end, Body(name, "unit", "", None, start, bare=False, several=False))


def _like_caption(document: Document, block: Block) -> bool:
    return block.end - block.start < _LONGEST_CAPTION and document.text[block.start : block.end].rstrip().endswith(".")


def _by_block(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    for _, block in groupby(sentences, key=lambda sentence: id(sentence.block)):
        yield list(block)


def _below(document: Document, sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Yield the sentences by block, up to where too many grants have read before."""
    return takewhile(lambda block: document.read_below(block[0].number), _by_block(sentences))


def _first_name(block: list[Sentence]) -> Mention | None:
    mentions = (one for sentence in block for one in sentence.mentions)
    return next((one for one in mentions if one.kind == "person" or (one.kind == "org" and not one.value.several)), None)


class Row(NamedTuple):
    """One row of a table: who is named in it, and the award that it names."""

    recipient: Mention
    award: Mention | None
    sentence: Sentence
    """The cell of the award; that of the name where there is none."""


def rewarded_rows(document: Document) -> list[Row]:
    """Return the rows of all tables that have a column of awards: what is given there needs no verb."""
    found: list[Row] = []
    if not any(block.kind is BlockKind.CELL for block in document.article.blocks):
        return found
    cells = [block for block in _by_block(document.sentences) if block[0].block.kind is BlockKind.CELL]
    for _, table in groupby(cells, key=lambda cell: cell[0].block.group):
        found += [row for row in _rows(document, [*table]) if row.award is not None]
    return found


def _in_table(document: Document, cells: list[list[Sentence]]) -> list[Mention]:
    """Return who is named in the rows of a table."""
    return [row.recipient for row in _rows(document, cells)]


def _rows(document: Document, cells: list[list[Sentence]]) -> Iterator[Row]:
    """Read one name from each row of a table, with the rank, the office and the unit that its other columns give."""
    columns: dict[str, int | None] = {}
    rows: dict[int | None, dict[int | None, list[Sentence]]] = {}
    for cell in cells:
        block = cell[0].block
        if block.header or block.row == 0:
            header = document.folded[block.start : block.end]
            for what, pattern in _HEADERS.items():
                if what not in columns and pattern.search(header):
                    columns[what] = block.column
                    if what == "name" and "họ" in header:
                        columns["person"] = block.column
                    break
        else:
            rows.setdefault(block.row, {})[block.column] = cell
    above: Mention | None = None  # a merged cell holds for the rows below
    for row in rows.values():
        named = row.get(columns.get("name", -1))
        first = next((one for cell in ([named] if named else row.values()) if (one := _first_name(cell))), None)
        if first is None and named and "person" in columns:
            first = _unknown_person(document, named[0])
        if first is None:
            continue
        given = row.get(columns.get("award", -1))
        award = next((one for sentence in given or () for one in sentence.of("award")), above if given is None else None)
        above = award
        yield Row(_with_columns(first, row, columns), award, (given or named or next(iter(row.values())))[0])


def _unknown_person(document: Document, cell: Sentence) -> Mention | None:
    """Return the person of a cell whose name begins with no known family name."""
    name = document.text[cell.start : cell.end].strip()
    if not name.istitle() or " " not in name:
        return None
    start = document.text.index(name, cell.start)
    end = start + len(name)
    return Mention("person", start, end, PersonName(start, end, None, (), None, introduced=False, short=False))


def _with_columns(mention: Mention, row: dict[int | None, list[Sentence]], columns: dict[str, int | None]) -> Mention:
    if mention.kind != "person":
        return mention
    person: PersonName = mention.value
    rank, office, unit = (row.get(columns.get(what, -1)) for what in ("rank", "office", "unit"))
    body = next((one for one in unit[0].mentions if one.kind == "org"), None) if unit else None
    if rank and person.rank is None:
        person = person._replace(rank=(rank[0].start, rank[0].end))
    if office and not person.offices:
        held = OfficeName(office[0].start, office[0].end, Standing.CURRENT, office[0].start, body, complete=False)
        person = person._replace(offices=(held,))
    if person.unit is None:
        person = person._replace(unit=body)
    return mention._replace(value=person)
