"""All words of the lexicon that begin a mention, in one scanner."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from antq_records.lexicon.cues import ceremony_words, counters, cues, figure_kinds, heads, union_counts
from antq_records.lexicon.offices import office_titles
from antq_records.lexicon.organizations import names, organization_by_id
from antq_records.lexicon.ranks import honorifics, ranks
from antq_records.lexicon.scanner import Scanner
from antq_records.recognize.award import award_words
from antq_records.text.unicode import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["WISHES", "Meanings", "vocabulary"]

WISHES = frozenset({"unreal", "planned"})
"""Cues of what is only wished for or planned; between capitals they may be a part of a name: *Cần Thơ*."""


class Meanings(dict[str, Any]):
    """What a word may be, by kind of mention: “phòng” is a head of names and a counting word."""

    __slots__ = ("always", "ways")

    always: str | None
    """The kind of mention that the word is wherever it stands, such as ``give``; ``None`` where the words around decide."""

    ways: tuple[str, ...]
    """The ways to read on from it, in the order in which they are tried."""


_FORCES = frozenset({"armed_force", "force_branch"})
_WAYS = {
    "rank": "person",
    "honorific": "person",
    "office": "person",
    "cluster": "cluster",
    "award": "award",
    "head": "body",
    "cue": "cue",
    "event": "cue",
    "counter": "group",
}
"""How each kind of word is read on from; the first way that leads anywhere is taken."""
_CLUSTER_WORDS = ("cụm thi đua", "khối thi đua", "cụm", "khối")


@cache
def vocabulary() -> Scanner[Meanings]:
    """Return the scanner over all words that begin a mention."""
    words: dict[str, Meanings] = {}
    for kind, meanings in _sources():
        for word, meaning in meanings.items():
            words.setdefault(fold(word), Meanings())[kind] = meaning
    for found in words.values():
        found.ways = tuple(dict.fromkeys(way for kind, way in _WAYS.items() if kind in found))
        meaning = found.get("cue", "event")
        found.always = meaning if found.ways[:1] == ("cue",) and meaning not in WISHES else None
    return Scanner(words)


def _sources() -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield "cue", cues()
    yield "counter", counters()
    yield "figure", figure_kinds()
    yield "union_count", union_counts()
    yield "event", dict.fromkeys(ceremony_words("nouns"), True)
    yield "cluster", dict.fromkeys(_CLUSTER_WORDS, True)
    yield "rank", {word: entry for entry in ranks() for word in (entry.name, *entry.aliases)}
    yield "honorific", {entry.words: entry for entry in honorifics()}
    yield "office", {entry.title: entry for entry in office_titles()}
    yield "award", award_words()
    yield "head", heads()
    # Registered names that begin with no head word, such as “Thủ tướng Chính phủ”; the others are read from their heads on.
    head_words = tuple(f"{head} " for head in heads())
    yield (
        "head",
        {name: "registered" for name, ids in names().items() if name not in heads() and not name.startswith(head_words) and _is_body(ids)},
    )


def _is_body(ids: tuple[str, ...]) -> bool:
    """Say whether a name means a body, not a whole force such as *Công an nhân dân*."""
    entries = map(organization_by_id, ids)
    return any(entry is not None and entry.kind not in _FORCES for entry in entries)
