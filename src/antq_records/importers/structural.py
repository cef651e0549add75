"""
The importer for portals that nobody declared: it reads a page by its structure.

What the page says of itself comes first (JSON-LD, OpenGraph, microdata), then its shape: the headline, the element with most
running text, and the lead between the two. No class or id of any portal is known here.
"""

import re
from collections import Counter
from datetime import datetime
from itertools import dropwhile, takewhile
from typing import Final

from attrs import evolve
from selectolax.lexbor import LexborNode

from antq_records.errors import NotAnArticle
from antq_records.hookspecs import hookimpl
from antq_records.importers.blocks import BLOCK_TAGS, Piece, pieces
from antq_records.importers.closing import close, is_signature
from antq_records.importers.clutter import clutter, is_furniture, link_share, lists_articles
from antq_records.importers.composing import Found, compose
from antq_records.importers.document import Document
from antq_records.importers.fields import value_of
from antq_records.importers.importer import Importer
from antq_records.importers.metadata import metadata
from antq_records.importers.moments import moment
from antq_records.importers.plain import compared, folded, plain
from antq_records.importers.refusing import what_instead, what_little
from antq_records.model import Article, BlockKind, Portal

__all__ = ["Structural", "antq_importers"]

_SENTENCE: Final = 60
"""A block with at least so many characters outside links is running text."""

_LITTLE: Final = 150
"""Less running text than this is no article."""

_LEAD: Final = 40
"""A sentence with fewer characters is no lead, unless the page describes itself by it."""

_DATED: Final = 80
"""A line with a date and no more characters than this says when the article was published."""

_SHORTEST: Final = 15
"""Fewer characters are no headline, unless they stand in an ``h1``."""

_LINKED: Final = 0.5
"""A block with a larger share of its text in links leads elsewhere."""

_ENDED: Final = re.compile(r"[.!?…:;][”\"’)]?$")


class Structural(Importer):
    """Any article page, by its structure."""

    id = "structure"

    def read(self, document: Document, portal: Portal | None = None) -> Article:
        """Return the article of a page."""
        instead = what_instead(document)
        if instead:
            raise NotAnArticle(instead, document.url, self.id)
        return compose(document, _Shape(document).found(), portal=portal.id if portal else None)


class _Shape:
    """The shape of one page."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._said = metadata(document)
        body = document.tree.body
        self._skip = document.foreign | {node.mem_id for node in document.landmarks if _is_around(node)}
        self._page = pieces(body, skip=self._skip) if body is not None else []
        self._elements = [piece.element.mem_id for piece in self._page]
        self._described = folded(self._said.lead or "")
        self._shares: dict[int, float] = {}

    def found(self) -> Found:
        """
        Return the parts of the article.

        :raises NotAnArticle: There is hardly any running text, or it is that of a listing.
        """
        container, inside = self._container()
        first, end = self._span(container, inside)
        at, title = self._headline(first, end)
        self._document.title = title.text
        between = self._page[at + 1 : first] if at is not None and at < first else []
        lead = [evolve(piece, kind=BlockKind.LEAD) for piece in between if self._leads(piece)]
        body = self._body(container, self._page[first:end], title)
        if not lead and body and self._is_described(body[0]):
            lead, body = [evolve(body[0], kind=BlockKind.LEAD)], body[1:]
        closing = close([*body, *self._signed(end)], self._said.authors)
        return Found(
            title=title,
            lead=lead,
            body=closing.body,
            published_at=self._said.published_at or self._printed_date(at, first, end),
            updated_at=self._said.updated_at,
            authors=closing.authors,
            credit=closing.credit,
            tags=self._said.tags,
        )

    def _container(self) -> tuple[LexborNode, int]:
        """
        Return the element with most running text, and the place of a block in it.

        Each block counts for its parent, and half for its grandparent.
        """
        weights: dict[int, float] = {}
        holders: dict[int, tuple[LexborNode, int]] = {}
        lines = Counter(self._elements)
        for at, (piece, key) in enumerate(zip(self._page, self._elements, strict=True)):
            running = self._running(piece)
            if not running:
                continue
            node = piece.element.parent if lines[key] == 1 else piece.element
            for share in (1.0, 0.5) if piece.kind is not BlockKind.CELL else (1.0,):
                if node is None:
                    break
                holder = node.mem_id
                weights[holder] = weights.get(holder, 0) + share * running
                holders[holder] = node, at
                node = node.parent
        best = max(weights, key=lambda key: weights[key], default=None)
        if best is None or weights[best] < _LITTLE:
            raise NotAnArticle(what_little(self._document) or "hardly any running text", self._document.url)
        container, inside = holders[best]
        if not self._said.is_article and lists_articles(container):
            reason = "a listing: its headings are links to articles"
            raise NotAnArticle(reason, self._document.url)
        while container.tag not in BLOCK_TAGS and container.parent is not None:
            container = container.parent
        return container, inside

    def _running(self, piece: Piece) -> int:
        """Return how much running text a block holds: nothing if it is short, a heading, a caption, or a link."""
        if len(piece.text) < _SENTENCE or piece.kind in {BlockKind.HEADING, BlockKind.CAPTION}:
            return 0
        return int(len(piece.text) * (1 - self._share(piece.element)))

    def _share(self, element: LexborNode) -> float:
        """Return the share of an element's text that is in links."""
        key = element.mem_id
        if key not in self._shares:
            self._shares[key] = link_share(element)
        return self._shares[key]

    def _span(self, container: LexborNode, inside: int) -> tuple[int, int]:
        """Return the first block of the page that is in *container*, and the first one after it; one that is *inside* is known."""
        known = {container.mem_id: True}
        first, end = inside, inside + 1
        while first and _is_inside(self._page[first - 1].element, known):
            first -= 1
        while end < len(self._page) and _is_inside(self._page[end].element, known):
            end += 1
        return first, end

    def _headline(self, first: int, end: int) -> tuple[int | None, Piece]:
        """Return the headline and its place: what the page calls itself by, else its last ``h1``; of equals the longest."""
        start = next((at for at in range(first, end) if self._running(self._page[at])), first)
        names = [folded(name) for name in self._said.titles]
        ranked: list[tuple[bool, bool, int, int]] = []
        for at, piece in enumerate(self._page[: start + 1]):
            heads = piece.element.tag == "h1"
            text = compared(piece.text) if heads or len(piece.text) >= _SHORTEST else ""
            named = bool(text) and any(text in name for name in names)
            if (named or heads) and (heads or self._share(piece.element) < _LINKED):
                ranked.append((named, heads, len(text) if named else at, at))
        if not ranked:
            return None, self._named()
        at = max(ranked)[-1]
        headline = self._page[at]
        if headline.element.tag != "h1":
            return at, Piece(BlockKind.TITLE, headline.text, headline.element)
        parts = [piece.text for piece, key in zip(self._page, self._elements, strict=True) if key == self._elements[at]]
        return at + len(parts) - 1, Piece(BlockKind.TITLE, " ".join(parts), headline.element)

    def _named(self) -> Piece:
        """Return the headline that stands in the head of the page only."""
        for selector in ("meta[property='og:title']", "title"):
            node = self._document.first(selector)
            if node is not None and (name := value_of(node)):
                return Piece(BlockKind.TITLE, name, node)
        reason = "no headline"
        raise NotAnArticle(reason, self._document.url)

    def _leads(self, piece: Piece) -> bool:
        """Tell whether a block between headline and body is the lead: all that is a sentence and no line of data."""
        if self._is_described(piece):
            return True
        if len(piece.text) < _LEAD or piece.kind in {BlockKind.ITEM, BlockKind.CAPTION} or self._share(piece.element) > _LINKED:
            return False
        dated = len(piece.text) < _DATED and moment(piece.text) is not None and not _ENDED.search(piece.text)
        return not dated and not is_furniture(piece.text)

    def _is_described(self, piece: Piece) -> bool:
        described = self._described
        return len(described) >= _SHORTEST and compared(piece.text)[:_SENTENCE] == described[:_SENTENCE]

    def _body(self, container: LexborNode, held: list[Piece], title: Piece) -> list[Piece]:
        """Return the text of the article: what *container* holds but links to others, and what goes on below it."""
        skip = self._skip | clutter(container)
        told = _as_by_itself(held, title) if len(skip) == len(self._skip) and not _is_in_list(container) else None
        if told is None:
            told = pieces(container, skip=skip, title=title.text)
        node = container.next
        while node is not None and not (node.is_element_node and is_furniture(plain(node.text())[:_SENTENCE])):
            if node.is_element_node and node.tag in BLOCK_TAGS and node.mem_id not in skip:
                more = pieces(node, skip=skip | clutter(node), title=title.text)
                if link_share(node) > _LINKED or not any(self._running(piece) for piece in more):
                    break
                told.extend(more)
            node = node.next
        begun = next((at + 1 for at, piece in enumerate(told) if piece.element.mem_id == title.element.mem_id), 0)
        told = [piece for piece in told[begun:] if not is_furniture(piece.text)]
        if begun:
            told = [*dropwhile(_is_line_of_data, told)]
        while told and told[-1].kind is BlockKind.HEADING:
            told.pop()
        return told

    def _signed(self, end: int) -> list[Piece]:
        """Return the lines right below the body that name the writer or the source."""
        return [*takewhile(is_signature, self._page[end : end + 3])]

    def _printed_date(self, at: int | None, first: int, end: int) -> datetime | None:
        """Return the date on a line of its own below the headline; one above it may be the clock of the page."""
        if at is None:
            return None
        below = self._page[at + 1 : first] if at < first else takewhile(lambda piece: not self._running(piece), self._page[at + 1 : end])
        lines = (piece.text for piece in below if len(piece.text) < _DATED and not _ENDED.search(piece.text))
        return next((time for line in lines if (time := moment(line))), None)


def _as_by_itself(held: list[Piece], title: Piece) -> list[Piece] | None:
    """
    Return the blocks of a container as a walk through it alone would give them; ``None`` where that takes the walk.

    It does where the container stands in a table or a caption, or may begin with the caption of a picture above it.
    """
    if not held or held[0].kind is BlockKind.CAPTION or all(piece.kind is not BlockKind.PARAGRAPH for piece in held):
        return None
    first_group = min((piece.group for piece in held if piece.group is not None), default=0)
    if first_group:
        held = [piece if piece.group is None else evolve(piece, group=piece.group - first_group) for piece in held]
    name = folded(title.text)
    return [piece for piece in held if not (piece.alternative and compared(piece.text).startswith(name))]


def _is_in_list(element: LexborNode) -> bool:
    node: LexborNode | None = element
    while node is not None and node.tag not in {"ul", "ol", "dl"}:
        node = node.parent
    return node is not None


def _is_around(node: LexborNode) -> bool:
    """Tell whether an element holds what stands around an article."""
    return node.tag in {"nav", "footer", "aside"} or node.attributes.get("role") == "navigation"


def _is_inside(element: LexborNode, inside: dict[int, bool]) -> bool:
    """Tell whether an element is one of those *inside* knows of, or in one; what is learnt on the way up is added there."""
    climbed = []
    node: LexborNode | None = element
    while node is not None and (key := node.mem_id) not in inside:
        climbed.append(key)
        node = node.parent
    answer = node is not None and inside[node.mem_id]
    inside.update(dict.fromkeys(climbed, answer))
    return answer


def _is_line_of_data(piece: Piece) -> bool:
    """Tell whether a line below the headline gives only the date, or the writer."""
    return len(piece.text) < _DATED and not _ENDED.search(piece.text) and (moment(piece.text) is not None or is_signature(piece))


@hookimpl
def antq_importers() -> list[Importer]:
    """Offer the structural importer, which owns no host."""
    return [Structural()]
