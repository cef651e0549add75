"""Cue words and counting words: what a word does in a sentence."""

from functools import cache
from typing import Any

from attrs import frozen

from antq_records.lexicon.loading import tables
from antq_records.model import CeremonyKind, HonoreeKind
from antq_records.text.unicode import fold

__all__ = [
    "FigureKind",
    "ceremony_kinds",
    "ceremony_references",
    "ceremony_words",
    "contexts",
    "counters",
    "cues",
    "figure_kinds",
    "functions",
    "heads",
    "inner_words",
    "movements",
    "union_counts",
]


@frozen(kw_only=True)
class FigureKind:
    """A counting word whose counts are kept as figures."""

    label: str
    """What is counted, where the text gives it no name of its own."""

    named: bool
    """Whether a count is a figure only where a name in quotation marks follows."""


def _words(entries: list[dict[str, Any]], field: str) -> dict[str, str]:
    return {fold(word): entry[field] for entry in entries for word in entry["words"]}


@cache
def cues() -> dict[str, str]:
    """Return each cue word, folded, with what it means, such as ``give``, ``propose`` or ``attend``."""
    return _words(tables("cues")["cue"], "means")


@cache
def contexts(means: str) -> tuple[str, ...]:
    """
    Return the folded words that mean something only right beside a name or a sum, the longest first, so that they fit into a pattern.

    :param means: Such as ``done_to``, ``works_at`` or ``deed``; the file says what each is.
    """
    words = (fold(word) for entry in tables("contexts")["context"] if entry["means"] == means for word in entry["words"])
    return tuple(sorted(words, key=len, reverse=True))


@cache
def counters() -> dict[str, HonoreeKind]:
    """Return each counting word, folded, with the kind of honoree that it counts."""
    return {word: HonoreeKind(kind) for word, kind in _words(tables("counters")["counter"], "means").items()}


@cache
def ceremony_kinds() -> dict[str, CeremonyKind]:
    """Return the words that tell the kind of an event, folded."""
    return {word: CeremonyKind(kind) for word, kind in _words(tables("ceremonies")["kind"], "means").items()}


@cache
def ceremony_references() -> dict[str, CeremonyKind]:
    """Return the words that refer to an event at hand without naming it, folded, with the kind that they mean."""
    return {word: CeremonyKind(kind) for word, kind in _words(tables("ceremonies")["reference"], "means").items()}


@cache
def ceremony_words(which: str) -> frozenset[str]:
    """Return the folded words of one list about the names of events: ``nouns``, ``continues``, ``ends``."""
    return frozenset(map(fold, tables("ceremonies")[which]))


@cache
def movements() -> frozenset[str]:
    """Return the folded names of the movements that are known without quotation marks."""
    return frozenset(fold(word) for entry in tables("ceremonies")["movement"] for word in entry["words"])


@cache
def figure_kinds() -> dict[str, FigureKind]:
    """Return the counting words, folded, whose counts are kept as figures."""
    return {
        fold(entry["word"]): FigureKind(label=entry.get("label", entry["word"]), named=entry["named"])
        for entry in tables("figures")["figure"]
    }


@cache
def union_counts() -> dict[str, str]:
    """Return the counting words, folded, that state the size of a union, with the field of ``Union`` they fill."""
    return _words(tables("figures")["union_count"], "field")


@cache
def heads() -> dict[str, str]:
    """Return the words, folded, with which names of bodies begin, with the kind of body, such as ``police`` or ``unit``."""
    return _words(tables("bodies")["head"], "kind")


@cache
def functions() -> frozenset[str]:
    """Return what bodies are for, folded, where such a name holds small letters, commas or “và”."""
    return frozenset(map(fold, tables("bodies")["functions"]))


@cache
def inner_words() -> frozenset[str]:
    """Return the small words, folded, that may stand inside a name between capitals."""
    return frozenset(map(fold, tables("bodies")["inner"]))
