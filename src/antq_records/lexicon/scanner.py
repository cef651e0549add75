"""Finds many literal words: all in a text in one pass, or the one at a place."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

__all__ = ["Scanner"]

Meaning = TypeVar("Meaning")

_END = ""
"""Marks, in a trie, that a word ends here; no letter is the empty string."""
_STEP: Final = re.compile(r"\W?\w+|\W")
"""From one place where a word may end to the next."""


class Scanner(Generic[Meaning]):
    """
    Finds, at each place of a folded text, the longest of many words that stands there as a whole word.

    The time is linear in the text and does not grow with the number of words.

    >>> scanner = Scanner({"bộ": 1, "bộ công an": 2})
    >>> list(scanner.scan("bộ công an, bộ nội vụ"))
    [(0, 10, 2), (12, 14, 1)]
    >>> scanner.at("bộ công an", 0)
    (10, 2)
    """

    def __init__(self, words: Mapping[str, Meaning]) -> None:
        self._words = words

    def scan(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Meaning]]:
        """Yield start, end and meaning of each word found, from left to right, never overlapping."""
        if not self._words:
            return
        words = self._words
        for match in self._pattern.finditer(folded, start, len(folded) if end is None else end):
            yield match.start(), match.end(), words[match[0]]

    def at(self, folded: str, position: int) -> tuple[int, Meaning] | None:
        """Return end and meaning of the longest word that starts at a place, if one does."""
        if folded[position - 1 : position].isalnum():
            return None  # inside a word
        words, beginnings = self._words, self._beginnings
        found = None
        step = _STEP.match(folded, position)
        while step is not None:
            end = step.end()
            piece = folded[position:end]
            if piece in words:
                found = end, words[piece]
            step = _STEP.match(folded, end) if piece in beginnings else None
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """One trie-shaped pattern of all words; making it takes long, and many scanners are only asked for single places."""
        return re.compile(rf"(?<!\w)(?:{_pattern(_trie(self._words))})(?!\w)")

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """What longer words begin with, cut where a word may end."""
        return frozenset(word[: step.end()] for word in self._words for step in _STEP.finditer(word) if step.end() < len(word))


def _trie(words: Mapping[str, Any]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return root


def _pattern(node: dict[str, Any]) -> str:
    """Return a pattern that matches the longest word of a trie; single branches are joined, so that it stays small."""
    branches = [letter for letter in node if letter != _END]
    singles = "".join(sorted(letter for letter in branches if node[letter] == {_END: {}}))
    parts = [re.escape(letter) + _pattern(node[letter]) for letter in sorted(branches) if node[letter] != {_END: {}}]
    if singles:
        parts.append(re.escape(singles) if len(singles) == 1 else f"[{re.escape(singles)}]")
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 and _END not in node else f"(?:{'|'.join(parts)})"
    return f"{joined}?" if _END in node else joined
