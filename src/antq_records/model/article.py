"""What an importer makes of a page: the article's text in its blocks, and what the page says of it."""

from bisect import bisect_right
from datetime import datetime
from enum import StrEnum

from attrs import field, frozen

from antq_records.model.convert import as_tuple

__all__ = ["Article", "Block", "BlockKind"]


class BlockKind(StrEnum):
    """What a block is on the page."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    ITEM = "item"
    CELL = "cell"


@frozen(kw_only=True)
class Block:
    """One piece of the article's text: a paragraph, a caption, a list item, a table cell."""

    kind: BlockKind
    """What it is on the page."""

    start: int
    """First code point, counted in ``Article.text``."""

    end: int
    """One past the last code point."""

    selector: str
    """CSS path of its element in the page; an ``img[alt]`` where the text is an alternative text."""

    group: int | None = None
    """Number of the list or table it belongs to, counted from 0 in the article; ``None`` outside."""

    row: int | None = None
    """Row in its table, or place in its list, from 0; ``None`` outside."""

    column: int | None = None
    """Column in its table, from 0, spans counted; ``None`` outside tables."""

    header: bool = False
    """Whether it heads a column or row of its table."""


@frozen(kw_only=True)
class Article:
    """
    The article of one page.

    ``text`` is what every piece of evidence is counted in; ``blocks`` cover it in order, parted by one newline each.
    """

    url: str | None = None
    """Canonical address; ``None`` where neither the caller, the page nor the archive names one."""

    portal: str | None = None
    """Id of the portal whose importer read it; ``None`` for portals that nobody declared."""

    title: str
    """The headline."""

    published_at: datetime | None = None
    """When it was published, with its zone; ``None`` where the page does not say."""

    updated_at: datetime | None = None
    """When it was last changed, with its zone; ``None`` where the page does not say."""

    authors: tuple[str, ...] = field(default=(), converter=as_tuple)
    """Who wrote it, as written; never people of the event."""

    credit: str | None = None
    """The source it was taken over from (*Nguồn: …*), as written."""

    text: str
    """Title, lead and body in NFC; blocks are parted by a newline."""

    blocks: tuple[Block, ...] = field(converter=as_tuple)
    """The pieces of the text, in order."""

    tags: tuple[str, ...] = field(default=(), converter=as_tuple)
    """Key words that the page gives."""

    captured_at: datetime | None = None
    """When an archive took the page; ``None`` for live and saved pages."""

    page_sha256: str
    """Of the page's bytes, hexadecimal."""

    text_sha256: str
    """Of ``text`` in UTF-8, hexadecimal: counters and clocks of the page do not change it."""

    @blocks.validator
    def _in_order(self, _attribute: object, value: tuple[Block, ...]) -> None:
        end = 0
        for block in value:
            if not end <= block.start <= block.end <= len(self.text):
                msg = f"block {block.start}:{block.end} is out of order or outside the text"
                raise ValueError(msg)
            end = block.end

    def block_at(self, position: int) -> Block:
        """
        Return the block that covers a code point of the text.

        :raises IndexError: The position lies in no block.
        """
        index = bisect_right(self.blocks, position, key=lambda block: block.start) - 1
        if index < 0 or position >= self.blocks[index].end:
            msg = f"no block covers {position}"
            raise IndexError(msg)
        return self.blocks[index]
