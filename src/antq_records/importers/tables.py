"""Tables: which of them hold data, and where each cell stands; the others only lay the page out."""

from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from selectolax.lexbor import LexborNode

from antq_records.importers.plain import plain

__all__ = ["Cell", "Use", "cells", "use_of"]

_CAPTION: Final = 300
"""A caption has no more characters than this; a cell that has more holds paragraphs."""

_STORY: Final = 1500
"""A cell with more characters than this holds an article, or a part of one."""

_MOST: Final = 1000
"""No cell spans more rows."""

_DIGITS: Final = 4

_WIDEST: Final = 100
"""No table of news has more columns; cells further to the right are not told apart."""

_NUMBERED: Final = frozenset({"stt", "tt", "số tt", "số thứ tự"})


class Use(Enum):
    """What a table is there for."""

    DATA = "data"
    PICTURE = "picture"
    """It holds pictures and, at most, a caption for each."""
    LAYOUT = "layout"
    """It only places paragraphs."""


class Cell(NamedTuple):
    """Where a cell stands in its table."""

    row: int
    column: int
    header: bool


def use_of(table: LexborNode) -> Use:
    """Tell what a table is there for, by its shape alone."""
    if len(table.css("table")) > 1:
        return Use.LAYOUT
    rows = [*_rows(table)]
    columns = max(map(len, rows), default=0)
    pictures = len(table.css("img, amp-img"))
    if pictures:
        texts = [text for row in rows for cell in row if (text := plain(cell.text()))]
        if (len(texts) <= pictures or columns == 1) and sum(map(len, texts)) <= _CAPTION * pictures:
            return Use.PICTURE
    if columns <= 1 or len(rows) <= 1 or any(_tells_a_story(cell) for row in rows for cell in row):
        return Use.LAYOUT
    return Use.DATA


def cells(table: LexborNode) -> dict[int, Cell]:
    """Return the place of every cell of a data table by the ``mem_id`` of its element, spans counted."""
    places: dict[int, Cell] = {}
    taken: dict[int, int] = {}
    """For each column, the first row that no cell from above reaches into."""
    for number, row in enumerate(_rows(table)):
        heads = _is_head(row, first=number == 0)
        column = 0
        for cell in row:
            while column < _WIDEST and taken.get(column, 0) > number:
                column += 1
            places[cell.mem_id] = Cell(number, column, heads or cell.tag == "th")
            attributes = cell.attributes
            beyond = min(column + _span(attributes.get("colspan")), _WIDEST)
            if "rowspan" in attributes or "colspan" in attributes:
                taken.update(dict.fromkeys(range(column, beyond), number + _span(attributes.get("rowspan"))))
            column = beyond
    return places


def _tells_a_story(cell: LexborNode) -> bool:
    text = cell.text()
    return len(text) > _STORY and len(plain(text)) > _STORY


def _rows(table: LexborNode) -> Iterator[list[LexborNode]]:
    for part in table.iter():
        for row in (part,) if part.tag == "tr" else part.iter():
            if row.tag == "tr" and (cells := [cell for cell in row.iter() if cell.tag in {"td", "th"}]):
                yield cells


def _is_head(row: list[LexborNode], *, first: bool) -> bool:
    """Tell whether a row heads the columns: marked as such, or the first one and all bold, or beginning with *STT*."""
    parent = row[0].parent
    section = parent.parent if parent is not None else None
    if section is not None and section.tag == "thead":
        return True
    if not first:
        return False
    if plain(row[0].text()).casefold().rstrip(".") in _NUMBERED:
        return True
    texts = [(cell, text) for cell in row if (text := plain(cell.text()))]
    return len(texts) > 1 and all(plain("".join(bold.text() for bold in cell.css("b, strong"))) == text for cell, text in texts)


def _span(value: str | None) -> int:
    return max(min(int(value[:_DIGITS]), _MOST), 1) if value and value.isascii() and value.isdecimal() else 1
