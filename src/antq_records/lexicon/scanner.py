"""Finds many literal words in one pass."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

__all__ = ["Scanner"]

Meaning = TypeVar("Meaning")

_END = ""
"""Marks, in a trie, that a word ends here; no letter is the empty string."""


class Scanner(Generic[Meaning]):
    """
    Finds, at each place of a folded text, the longest of many words that stands there as a whole word.

    One trie-shaped pattern: the time is linear in the text and does not grow with the number of words.

    >>> scanner = Scanner({"bộ": 1, "bộ công an": 2})
    >>> list(scanner.scan("bộ công an, bộ nội vụ"))
    [(0, 10, 2), (12, 14, 1)]
    """

    def __init__(self, words: Mapping[str, Meaning]) -> None:
        self._words = words
        self._pattern = re.compile(rf"(?<!\w)(?:{_pattern(_trie(words))})(?!\w)") if words else None

    def scan(self, folded: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Meaning]]:
        """Yield start, end and meaning of each word found, from left to right, never overlapping."""
        if self._pattern is None:
            return
        words = self._words
        for match in self._pattern.finditer(folded, start, len(folded) if end is None else end):
            yield match.start(), match.end(), words[match[0]]

    def at(self, folded: str, position: int) -> tuple[int, Meaning] | None:
        """Return end and meaning of the longest word that starts at a place, if one does."""
        match = self._pattern.match(folded, position) if self._pattern else None
        return (match.end(), self._words[match[0]]) if match else None


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
