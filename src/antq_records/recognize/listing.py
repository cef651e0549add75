"""
Names that follow a group: “cho 2 tập thể và 3 cá nhân, gồm: …”, list items, numbered lines, the rows of a table.

The named ones are the honorees then; the group's size is only a check.
"""

from __future__ import annotations

import re
from itertools import chain, groupby
from typing import TYPE_CHECKING, Final

from antq_records.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_records.recognize.clause import Grant
    from antq_records.recognize.document import Document, Mention, Sentence
    from antq_records.recognize.naming import PersonName

__all__ = ["listed_below", "named_recipients"]

_OPENS: Final = re.compile(r"(?::|gồm|gồm có|bao gồm|là|đó là|sau đây|dưới đây)[ :]*$")
_OPENING: Final = re.compile(r":|\b(?:gồm|gồm có|là)\b|\(gồm")
_ITEM: Final = re.compile(r"\s*(?:\d{1,3}\s?[.)\-/]|[-–+•*]|[a-zđ]\))\s*")
_HEADING: Final = re.compile(
    r"[\s*•+-]*(?:[ivx\d]+\. ?)?(?:\d+ )?(?:các )?(?:tập thể|cá nhân|đơn vị|gia đình|hộ gia đình|đồng chí)(?: gồm| sau)?[ :]*"
)
_HEADERS: Final = {
    "name": re.compile(r"họ (?:và )?tên|họ, tên|tên (?:tập thể|đơn vị|cá nhân)|^(?:tập thể|cá nhân)$"),
    "rank": re.compile(r"cấp bậc|quân hàm"),
    "unit": re.compile(r"đơn vị|nơi công tác|cơ quan"),
}
"""What the header of a column says that stands in it."""
_LONGEST_LINE: Final = 260
_ENDS: Final = frozenset({"give", "reward", "honour", "receive", "propose", "hold", "speak", "attend"})
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
        if not (opened or _OPENS.search(document.folded, first.start, min(first.end, first.start + 40))):
            return []
        return _people_and_bodies(document.folded, first.mentions)
    return _in_blocks(document, chain([first], following), opened=opened)


def listed_below(document: Document, grant: Grant) -> list[Mention]:
    """Return the people and bodies in the lines below a grant that ends with a colon."""
    return _in_blocks(document, document.after(grant.sentence), opened=True)


def _in_sentence(document: Document, grant: Grant, group: Mention) -> list[Mention]:
    """Read names behind “gồm”, a colon or an opening bracket in the same sentence."""
    opening = _OPENING.search(document.folded, group.end, grant.sentence.end)
    if opening is None:
        return []
    between = document.folded[group.end : opening.start()]
    if ";" in between or "trong đó" in between:
        return []
    names = _people_and_bodies(document.folded, (one for one in grant.sentence.mentions if one.start >= opening.end()))
    if not names:
        return []
    start = min(names[0].start, names[0].value.head_start) if names[0].kind == "org" else names[0].start
    return names if start - opening.end() <= 40 else []  # noqa: PLR2004 - the names follow at once


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
    for block in _by_block(following):
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
            break
        shaped = shaped or item
        named.append(first)
    return _in_table(document, cells) if cells and not named else named


def _by_block(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    for _, block in groupby(sentences, key=lambda sentence: id(sentence.block)):
        yield list(block)


def _first_name(block: list[Sentence]) -> Mention | None:
    mentions = (one for sentence in block for one in sentence.mentions)
    return next((one for one in mentions if one.kind == "person" or (one.kind == "org" and not one.value.several)), None)


def _in_table(document: Document, cells: list[list[Sentence]]) -> list[Mention]:
    """Read one name from each row of a table, with the rank and the unit that its other columns give."""
    columns: dict[str, int | None] = {}
    rows: dict[int | None, dict[int | None, list[Sentence]]] = {}
    for cell in cells:
        block = cell[0].block
        if block.header or block.row == 0:
            header = document.folded[block.start : block.end]
            for what, pattern in _HEADERS.items():
                if what not in columns and pattern.search(header):
                    columns[what] = block.column
        else:
            rows.setdefault(block.row, {})[block.column] = cell
    named: list[Mention] = []
    for row in rows.values():
        found = [row[columns["name"]]] if columns.get("name") in row else list(row.values())
        first = next((one for cell in found if (one := _first_name(cell))), None)
        if first is not None:
            named.append(_with_columns(first, row, columns))
    return named


def _with_columns(mention: Mention, row: dict[int | None, list[Sentence]], columns: dict[str, int | None]) -> Mention:
    if mention.kind != "person":
        return mention
    person: PersonName = mention.value
    rank, unit = row.get(columns.get("rank", -1)), row.get(columns.get("unit", -1))
    if rank and person.rank is None:
        person = person._replace(rank=(rank[0].start, rank[0].end))
    if unit and person.unit is None:
        person = person._replace(unit=next((one for one in unit[0].mentions if one.kind == "org"), None))
    return mention._replace(value=person)
