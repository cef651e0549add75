"""From what an importer found on a page to the article, its text and its blocks."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Final

from attrs import define, field

from antq_records.errors import NotAnArticle
from antq_records.importers.blocks import Piece
from antq_records.importers.document import Document
from antq_records.importers.paths import Paths
from antq_records.importers.plain import folded
from antq_records.importers.refusing import no_vietnamese
from antq_records.model import Article, Block, BlockKind

__all__ = ["Found", "compose"]

_DECORATION: Final = 10
"""Quotation marks and stops by which a repeated headline may be longer."""

_LEAST: Final = 40
"""An article has more characters of text than this, the title aside."""


@define(kw_only=True)
class Found:
    """Everything found on a page, before it is an article."""

    title: Piece
    lead: Sequence[Piece] = ()
    body: Sequence[Piece] = ()
    published_at: datetime | None = None
    updated_at: datetime | None = None
    authors: Sequence[str] = ()
    credit: str | None = None
    tags: Sequence[str] = field(default=())


def compose(document: Document, found: Found, *, portal: str | None = None) -> Article:
    """
    Build the article.

    :raises NotAnArticle: There is hardly any text, or it is not in Vietnamese.
    """
    told = [*found.lead, *_not_again(found)]
    texts = [found.title.text, *(piece.text for piece in told)]
    text = "\n".join(texts)
    if len(text) - len(found.title.text) < _LEAST:
        reason = "hardly any text"
        raise NotAnArticle(reason, document.url)
    if no_vietnamese(text):
        reason = "not in Vietnamese"
        raise NotAnArticle(reason, document.url)
    return Article(
        url=document.url,
        portal=portal,
        title=found.title.text,
        published_at=found.published_at,
        updated_at=found.updated_at,
        authors=tuple(found.authors),
        credit=found.credit,
        text=text,
        blocks=_blocks(document, [found.title, *told]),
        tags=tuple(found.tags),
        captured_at=document.captured_at,
        page_sha256=sha256(document.page.content).hexdigest(),
        text_sha256=sha256(text.encode()).hexdigest(),
    )


def _not_again(found: Found) -> Sequence[Piece]:
    """Return the body without the headline and the lead, where it begins with them once more."""
    said = {folded(piece.text) for piece in (found.title, *found.lead)}
    longest = max(len(piece.text) for piece in (found.title, *found.lead)) + _DECORATION
    first = 0
    for piece in found.body:
        if piece.kind is BlockKind.CAPTION or len(piece.text) > longest or folded(piece.text) not in said:
            break
        first += 1
    return found.body[first:]


def _blocks(document: Document, told: Sequence[Piece]) -> tuple[Block, ...]:
    paths = Paths(document.tree)
    blocks = []
    start = 0
    for piece in told:
        end = start + len(piece.text)
        selector = paths.to(piece.element)
        blocks.append(
            Block(
                kind=piece.kind,
                start=start,
                end=end,
                selector=f"{selector}[alt]" if piece.alternative else selector,
                group=piece.group,
                row=piece.row,
                column=piece.column,
                header=piece.header,
            )
        )
        start = end + 1
    return tuple(blocks)
