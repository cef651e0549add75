"""Where words stand in an article, whatever whitespace parts them there."""

import unicodedata
from typing import Final

from antq_records.model import Article

__all__ = ["Places"]

_EDGE: Final = "\n"


class Places:
    """The text of an article with each run of whitespace as one space, and where its code points were."""

    def __init__(self, article: Article) -> None:
        self._plain = ""
        self._at: list[int] = []
        for block in article.blocks:
            self._add(article.text, block.start, block.end)

    def _add(self, text: str, start: int, end: int) -> None:
        """Add a block, behind an edge that no words cross."""
        plain = [_EDGE]
        at = [start]
        for index in range(start, end):
            char = " " if text[index].isspace() else text[index]
            if char != " " or plain[-1] != " ":
                plain.append(char)
                at.append(index)
        self._plain += "".join(plain)
        self._at += at

    def of(self, words: str) -> list[tuple[int, int]]:
        """Return every place of some words, in one block each, as code points of the article's text."""
        wanted = " ".join(unicodedata.normalize("NFC", words).split())
        places = []
        index = self._plain.find(wanted) if wanted else -1
        while index >= 0:
            places.append((self._at[index], self._at[index + len(wanted) - 1] + 1))
            index = self._plain.find(wanted, index + 1)
        return places
