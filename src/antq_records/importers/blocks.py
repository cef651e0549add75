"""
From an element of the page to the blocks of its text.

One walk without recursion, so that no nesting is too deep. Text is gathered up to the next border of a block-level element or
``<br>``; what stands in inline elements is joined as it is, so that neither are words glued nor is one torn apart.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final, NamedTuple

from attrs import define
from selectolax.lexbor import LexborNode

from antq_records.importers.plain import folded, plain
from antq_records.importers.tables import Cell, Use, cells, use_of
from antq_records.model import BlockKind

__all__ = ["BLOCK_TAGS", "SILENT_TAGS", "Piece", "hidden", "pieces"]

BLOCK_TAGS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Elements whose borders part blocks."""

SILENT_TAGS: Final = frozenset(
    [
        "amp-ad",
        "amp-analytics",
        "amp-sidebar",
        "amp-social-share",
        "area",
        "audio",
        "base",
        "button",
        "canvas",
        "col",
        "colgroup",
        "embed",
        "frame",
        "frameset",
        "head",
        "iframe",
        "input",
        "link",
        "map",
        "math",
        "meta",
        "noscript",
        "object",
        "param",
        "script",
        "select",
        "source",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "track",
        "video",
    ]
)
"""Elements that hold no text of an article."""

_NO_TEXT: Final = SILENT_TAGS | {"-comment", "-document", "-doctype", None}
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TELLING: Final = _HEADINGS | {"table", "td", "th", "ul", "ol", "dl", "li", "dt", "dd", "figure", "figcaption"}
"""Elements that tell by themselves what is inside them; any other may by its class."""

_IMAGES: Final = frozenset({"img", "amp-img"})
_HIDDEN_STYLE: Final = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDDEN_CLASSES: Final = frozenset({"hidden", "hide", "d-none", "sr-only", "visually-hidden", "screen-reader-text"})
_SHOWN_AGAIN: Final = re.compile(r"(?:^|\s)(?:\w+:(?:block|flex|grid|inline\S*)|d-\w+-(?:block|flex|inline\S*))(?:\s|$)")
_CENTERED: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_FILE: Final = re.compile(r"://|\.(?:jpe?g|png|gif|webp|bmp|avif)\b", re.IGNORECASE)
_CAPTION: Final = 300
"""A caption has no more characters than this."""

_WORDS: Final = 4
"""An alternative text with fewer words tells nothing."""

_SMALL: Final = re.compile(r"[1-3]?[0-9]|4[0-8]")
"""Pixels: an image of 48 and less is a sign, not a picture."""

_PLAIN: Final = frozenset({BlockKind.TITLE, BlockKind.LEAD, BlockKind.HEADING, BlockKind.PARAGRAPH})
_SETTLED: Final = frozenset({BlockKind.TITLE, BlockKind.LEAD, BlockKind.CELL, BlockKind.CAPTION})
"""Blocks in which lists and headings are nothing else."""

_TABLES_DEEP: Final = 8
"""Tables nested deeper than this lay the page out; to look into each of them would take the square of their number."""


@define
class Piece:
    """A block of text before its place in the article is known."""

    kind: BlockKind
    text: str
    element: LexborNode
    group: int | None = None
    row: int | None = None
    column: int | None = None
    header: bool = False
    alternative: bool = False
    """Whether the text is the ``alt`` of an image."""


class _Place(NamedTuple):
    """Where the walk is: what a block that begins here will be."""

    kind: BlockKind = BlockKind.PARAGRAPH
    group: int | None = None
    row: int | None = None
    column: int | None = None
    header: bool = False
    cells: dict[int, Cell] | None = None
    """Of the table it is in."""
    tables: int = 0
    """How many tables are open."""


def pieces(
    container: LexborNode,
    *,
    skip: Collection[int] = (),
    captions: Collection[int] = (),
    title: str = "",
    kind: BlockKind = BlockKind.PARAGRAPH,
) -> list[Piece]:
    """
    Return the blocks of text inside *container*, in order.

    :param skip: ``mem_id`` of elements to pass over.
    :param captions: ``mem_id`` of elements that hold captions, beside those that show it by themselves.
    :param title: An alternative text that only repeats it says nothing.
    :param kind: What a plain block is: a paragraph, or the lead.
    """
    walk = _Walk(skip, captions, title)
    walk.through(container, kind)
    return walk.found


def hidden(attributes: dict[str, str | None]) -> bool:
    """Tell whether an element with these attributes is not shown."""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    names = attributes.get("class")
    return names is not None and _are_hidden(names)


@lru_cache(maxsize=1000)
def _are_hidden(names: str) -> bool:
    """Tell whether elements of these classes are not shown: a page has few classes on many elements."""
    return not _HIDDEN_CLASSES.isdisjoint(names.split()) and not _SHOWN_AGAIN.search(names)


class _Walk:
    def __init__(self, skip: Collection[int], captions: Collection[int], title: str) -> None:
        self.found: list[Piece] = []
        self._skip = skip
        self._captions = captions
        self._title = folded(title)
        self._parts: list[str] = []
        self._items: list[int] = []
        """For each list or table so far, the number of its items."""
        self._pictured = False
        """Whether an image was the last thing before the text at hand."""

    def through(self, container: LexborNode, kind: BlockKind) -> None:  # noqa: C901, PLR0912 - one loop: a call for each node costs too much
        """Walk through all that *container* holds."""
        element, place = container, _Place(kind)
        open_elements: list[tuple[LexborNode, tuple[LexborNode, _Place] | None]] = []
        parts, skip = self._parts, self._skip
        node = container.first_child
        while True:
            while node is None:
                if parts and (not open_elements or open_elements[-1][1]):
                    self._end_block(element, place)
                if not open_elements:
                    return
                closed, outer = open_elements.pop()
                if outer is not None:
                    element, place = outer
                node = closed.next
            tag = node.tag
            if tag == "-text":
                text = node.text_content or ""
                if parts or not text.isspace():
                    parts.append(text)
                node = node.next
                continue
            if tag in _NO_TEXT or (skip and node.mem_id in skip):
                node = node.next
                continue
            attributes = node.attributes
            if tag in _IMAGES:
                self._picture(node, attributes, element, place)
                node = node.next
            elif attributes and hidden(attributes):
                node = node.next
            elif tag == "br":
                if parts:
                    self._end_block(element, place)
                node = node.next
            elif tag in BLOCK_TAGS:
                if parts:
                    self._end_block(element, place)
                open_elements.append((node, (element, place)))
                element = node
                if tag in _TELLING or "class" in attributes or self._captions:
                    place = self._entered(node, tag, attributes, place)
                node = node.first_child
            else:
                open_elements.append((node, None))
                node = node.first_child

    def _entered(self, node: LexborNode, tag: str, attributes: dict[str, str | None], place: _Place) -> _Place:
        """Return what blocks inside a block-level element are, which itself is at *place*."""
        if tag == "table":
            place = self._table(node, place)
        elif tag in {"td", "th"}:
            cell = place.cells and place.cells.get(node.mem_id)
            if cell:
                return _Place(BlockKind.CELL, place.group, *cell, place.cells, place.tables)
        elif place.kind in _SETTLED:
            return place
        elif tag in {"ul", "ol", "dl"}:
            self._items.append(0)
            place = place._replace(group=len(self._items) - 1)
        elif tag in {"li", "dt", "dd"} and (group := place.group) is not None:
            place = _Place(BlockKind.ITEM, group, self._items[group], *place[3:])
            self._items[group] += 1
        elif tag in _HEADINGS and place.kind is BlockKind.PARAGRAPH:
            place = _Place(BlockKind.HEADING, *place[1:])
        if place.kind in _PLAIN and self._is_caption(node, tag, attributes):
            return place._replace(kind=BlockKind.CAPTION)
        return place

    def _table(self, table: LexborNode, place: _Place) -> _Place:
        """Return what a table holds."""
        place = place._replace(tables=place.tables + 1)
        use = use_of(table) if place.tables <= _TABLES_DEEP else Use.LAYOUT
        if use is Use.PICTURE:
            return place._replace(kind=BlockKind.CAPTION, cells=None)
        if use is Use.LAYOUT or place.kind is BlockKind.CELL:
            return place._replace(cells=None) if use is Use.LAYOUT else place
        self._items.append(0)
        return place._replace(group=len(self._items) - 1, cells=cells(table))

    def _is_caption(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> bool:
        if tag == "figcaption" or (self._captions and node.mem_id in self._captions):
            return True
        if tag == "figure":
            return node.css_first("img, amp-img, picture, video") is not None and node.css_first("table") is None
        names = attributes.get("class")
        return names is not None and "caption" in names.lower() and node.css_first("img, amp-img, p + p") is None

    def _picture(self, image: LexborNode, attributes: dict[str, str | None], element: LexborNode, place: _Place) -> None:
        """Take an image: an alternative text that is a sentence is one more caption; an icon inside a sentence parts nothing."""
        width, height = attributes.get("width"), attributes.get("height")
        if (width and _SMALL.fullmatch(width)) or (height and _SMALL.fullmatch(height)):
            return
        if self._parts:
            self._end_block(element, place)
        self._pictured = True
        alternative = plain(attributes.get("alt") or "")
        if alternative.count(" ") < _WORDS - 1 or alternative.isupper():
            return
        if ("." in alternative or ":" in alternative) and _FILE.search(alternative):
            return
        if self._title and folded(alternative).startswith(self._title):
            return
        self.found.append(Piece(BlockKind.CAPTION, alternative, image, alternative=True))

    def _end_block(self, element: LexborNode, place: _Place) -> None:
        """Close the block at hand with the text that was gathered."""
        text = plain("".join(self._parts))
        self._parts.clear()
        if not text:
            return
        kind = place.kind
        if self._pictured:
            self._pictured = False
            if kind is BlockKind.PARAGRAPH and len(text) <= _CAPTION and _below_picture(element, text):
                kind = BlockKind.CAPTION
        if kind in _PLAIN or kind is BlockKind.CAPTION:
            self.found.append(Piece(kind, text, element))
        else:
            self.found.append(Piece(kind, text, element, place.group, place.row, place.column, place.header))


def _below_picture(element: LexborNode, text: str) -> bool:
    """Tell whether a paragraph right below an image is its caption: centred, or all in italics."""
    attributes = element.attributes
    if (
        _CENTERED.search(attributes.get("style") or "")
        or attributes.get("align") == "center"
        or "text-center" in (attributes.get("class") or "")
    ):
        return True
    return plain("".join(node.text() for node in element.css("em, i"))) == text
