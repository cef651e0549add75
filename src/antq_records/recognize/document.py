"""An article made ready for reading: its text folded, its sentences found, its mentions in their sentences."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from antq_records.model import Article, Basis, Block, BlockKind, Evidence
from antq_records.text.sentences import sentence_spans
from antq_records.text.unicode import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

__all__ = ["Document", "Mention", "Proof", "Sentence"]

_MOST_MENTIONS: Final = 250
"""In one sentence; the few longer ones are cut: within a sentence everything is compared with everything, which would not be linear."""
_NEAR: Final = 100
"""So many sentences before and after one are looked at."""
_MOST_BELOW: Final = 8
"""So many grants may name those in the lines below them."""
_HANDING: Final = re.compile(r"\btrao\b")


class Proof(NamedTuple):
    """Evidence still being gathered: where the words stand, without the words."""

    field: str | None
    start: int
    end: int
    basis: Basis = Basis.TEXT


class Mention(NamedTuple):
    """One typed span of the text, such as an organisation, a person, an award, a count or a cue word."""

    kind: str
    """
    What was read.

    ``org``, ``person``, ``office``, ``award``, ``group``, ``each``, ``cluster``, ``date``, ``event``, ``money``, ``union_count``,
    ``figure``, ``malformed`` (a number), or the meaning of a cue.
    """

    start: int
    """First code point."""

    end: int
    """One past the last."""

    value: Any
    """What was read, by kind; ``None`` for cue words."""


class Sentence:
    """One sentence with its mentions, from left to right."""

    __slots__ = ("block", "end", "kinds", "mentions", "number", "start")

    def __init__(self, number: int, block: Block, start: int, end: int) -> None:
        self.number = number
        """Its place among the sentences of the article, from 0."""
        self.block = block
        self.start = start
        self.end = end
        self.mentions: list[Mention] = []
        self.kinds: set[str] = set()
        """The kinds of its mentions."""

    def of(self, *kinds: str) -> list[Mention]:
        """Return the mentions of some kinds."""
        if self.kinds.isdisjoint(kinds):
            return []
        return [mention for mention in self.mentions if mention.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """Say whether there is a mention of one of the kinds."""
        return not self.kinds.isdisjoint(kinds)


class Document:
    """An article with what all recognisers need of it."""

    def __init__(self, article: Article, mentions: Iterable[Mention]) -> None:
        self.article = article
        self.text = article.text
        self.folded = fold(article.text)
        self.sentences: list[Sentence] = []
        self._below: Counter[int] = Counter()
        self._place(mentions)

    def _place(self, mentions: Iterable[Mention]) -> None:
        """Put each mention into the sentence where it begins; what runs over a sentence's end is dropped."""
        waiting = iter(mentions)
        mention = next(waiting, None)
        for block in self.article.blocks:
            for start, end in sentence_spans(self.text, block.start, block.end):
                sentence = self._sentence(block, start, end)
                while mention is not None and mention.start < end:
                    if len(sentence.mentions) == _MOST_MENTIONS:
                        sentence.end = mention.start
                        sentence = self._sentence(block, mention.start, end)
                    if mention.start >= start and mention.end <= end:
                        sentence.mentions.append(mention)
                        sentence.kinds.add(mention.kind)
                    mention = next(waiting, None)

    def _sentence(self, block: Block, start: int, end: int) -> Sentence:
        sentence = Sentence(len(self.sentences), block, start, end)
        self.sentences.append(sentence)
        return sentence

    def having(self, *kinds: str) -> list[Sentence]:
        """Return the sentences that have a mention of one of the kinds."""
        return [sentence for sentence in self.sentences if not sentence.kinds.isdisjoint(kinds)]

    @cached_property
    def published_on(self) -> date | None:
        """The day of publication, in the zone that the page states."""
        return self.article.published_at.date() if self.article.published_at else None

    def after(self, sentence: Sentence) -> Iterator[Sentence]:
        """Yield the sentences that follow one."""
        return (self.sentences[number] for number in range(sentence.number + 1, len(self.sentences)))

    def beside(self, sentence: Sentence) -> list[Sentence]:
        """Return the sentences of the block that a sentence stands in, as far as they are near."""
        around = self.sentences[max(0, sentence.number - _NEAR) : sentence.number + _NEAR + 1]
        return [near for near in around if near.block is sentence.block]

    def read_below(self, number: int) -> bool:
        """Say whether the lines from a sentence on may be read once more for a grant before them; count that they are."""
        self._below[number] += 1
        return self._below[number] <= _MOST_BELOW

    @cached_property
    def named_clusters(self) -> list[Mention]:
        """The clusters that are named in full, from the first to the last."""
        return [one for sentence in self.having("cluster") for one in sentence.of("cluster") if one.value.named]

    def is_caption(self, sentence: Sentence) -> bool:
        """
        Say whether a sentence is the caption of a photo.

        Where the structure of the page is lost, one short line that tells of somebody handing something over counts as one.
        """
        block = sentence.block
        if block.kind is not BlockKind.PARAGRAPH:
            return block.kind is BlockKind.CAPTION
        whole = sentence.start - block.start <= 1 and block.end - sentence.end <= 1
        return whole and block.end - block.start < 260 and _HANDING.search(self.folded, sentence.start, sentence.end) is not None  # noqa: PLR2004

    def quoted(self, proofs: Iterable[Proof]) -> tuple[Evidence, ...]:
        """Return the evidence of a record, each piece once, with the words that stand there."""
        text = self.text
        pieces = [
            Evidence(field=field, start=start, end=end, quote=text[start:end], basis=basis)
            for field, start, end, basis in dict.fromkeys(proofs)
        ]
        return tuple(pieces)
