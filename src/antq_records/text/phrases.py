"""Known phrases before a place, found without a search: what stands before digits says what they are."""

from collections.abc import Iterable
from typing import Final

__all__ = ["Phrases"]

_TAIL: Final = 3  # code points that tell most phrases apart; none is shorter


class Phrases:
    """
    Phrases that may stand right before a place, each from the start of a word.

    >>> before = Phrases(["quyết định số ", "số "])
    >>> before.start("theo quyết định số 5", 19), before.start("có 5", 3)
    (5, 3)
    """

    def __init__(self, phrases: Iterable[str], not_after: Iterable[str] = ()) -> None:
        """Take phrases of at least three code points, with the space behind them, and words behind which none of them counts."""
        self._by_tail: dict[str, list[str]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            self._by_tail.setdefault(phrase[-_TAIL:], []).append(phrase)
        self._not_after = tuple(not_after)

    def start(self, text: str, end: int) -> int:
        """Return where the longest phrase that ends at a place begins; the place itself if none does."""
        for phrase in self._by_tail.get(text[end - _TAIL : end], ()):
            start = end - len(phrase)
            if text.endswith(phrase, 0, end) and not (start and text[start - 1].isalnum()) and not text.endswith(self._not_after, 0, start):
                return start
        return end
