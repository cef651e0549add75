"""The text of an article as the readers of mentions go through it: what begins at a place, and where its line ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from antq_records.recognize.spelling import is_province, name_match
from antq_records.recognize.vocabulary import vocabulary

if TYPE_CHECKING:
    from antq_records.recognize.vocabulary import Meanings

__all__ = ["Script"]

_NAMED_AFTER: Final = ("đường ", "phố ", "quỹ ", "mang tên ", "quảng trường ", "tượng đài ")
"""Behind these stands the name of somebody whom a place or thing is named after."""
_STREET: Final = re.compile(r"(?:Đường|Phố) \w+ \w+ \w+")
_CUTS: Final = ("office", "head", "rank")


class Script:
    """A text, its folded form, and what begins at each of its places: looked up once, asked for often."""

    __slots__ = ("_line_end", "_line_start", "_names", "_starts", "folded", "text", "words")

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.folded = folded
        self.words = {start: (end, meanings) for start, end, meanings in vocabulary().scan(folded)}
        """End and meanings of the longest word of the lexicon, by where it begins; words inside longer ones are left out."""
        self._starts = [*self.words]
        self._names: dict[int, int | None] = {}
        self._line_start, self._line_end = 0, -1

    def word(self, position: int) -> tuple[int, Meanings] | None:
        """Return end and meanings of the word that begins at a place, also inside a longer one; ``None`` where none does."""
        found = self.words.get(position)
        if found is not None:
            return found
        before = bisect_right(self._starts, position) - 1
        inside = before >= 0 and self.words[self._starts[before]][0] > position
        return vocabulary().at(self.folded, position) if inside else None

    def head(self, position: int) -> int | None:
        """Return the end of the word at a place if names of bodies begin with it."""
        found = self.word(position)
        return found[0] if found is not None and "head" in found[1] else None

    def name(self, position: int) -> int | None:
        """Return the end of the personal name at a place; ``None`` where there is none, or where it is the name of a province."""
        if position not in self._names:
            self._names[position] = self._find_name(position)
        return self._names[position]

    def _find_name(self, position: int) -> int | None:
        match = name_match(self.text, position)
        if match is None or self.folded.endswith(_NAMED_AFTER, 0, position) or _STREET.match(match[0]):
            return None
        end = match.end()
        space = self.folded.find(" ", position, end)
        while space >= 0:
            word = self.words.get(space + 1)
            if word is not None and any(kind in word[1] for kind in _CUTS) and " " in self.folded[space + 1 : word[0]]:
                end = space
                break
            space = self.folded.find(" ", space + 1, end)
        name = self.folded[position:end]
        if " " not in name or is_province(name) or name == "hồ chí minh":
            return None
        return end

    def limit(self, position: int) -> int:
        """Return the end of the line that a place stands in."""
        if not self._line_start <= position <= self._line_end:
            stop = self.text.find("\n", position)
            self._line_start, self._line_end = position, len(self.text) if stop < 0 else stop
        return self._line_end
