"""Ranks (*cấp bậc hàm*) and the honorifics that stand before a name."""

from functools import cache

from attrs import field, frozen

from antq_records.lexicon.loading import entries, texts

__all__ = ["HonorificEntry", "RankEntry", "honorifics", "ranks"]


@frozen(kw_only=True)
class RankEntry:
    """One rank."""

    name: str
    """As written in full: ``Thượng tá``."""

    order: int
    """1 for the highest; equal ranks of two forces share it."""

    aliases: tuple[str, ...] = field(default=(), converter=texts)
    """Other names of the same rank."""

    abbreviations: tuple[str, ...] = field(default=(), converter=texts)
    """Rare in news prose: ``Th/tá``."""

    not_before: tuple[str, ...] = field(default=(), converter=texts)
    """Words that make it something else where they follow: *hạ sĩ* **quan**."""

    english: str
    """LawNet usage."""

    english_other: str | None = None
    """Encyclopaedia usage, where it differs: *Colonel* is Đại tá in the one and Thượng tá in the other."""

    group: str
    """``general``, ``field``, ``company``, ``nco`` or ``soldier``."""

    branches: tuple[str, ...] = field(converter=texts)
    """Of the police: ``professional``, ``technical``, ``conscript``; else ``army`` or ``navy``."""

    source: str | None = None
    """Public page where it was read; ``None`` where it was not checked on one."""


@frozen(kw_only=True)
class HonorificEntry:
    """Words that stand before a name and are no part of it."""

    words: str
    """As written: ``đồng chí``, ``PGS.TS``."""

    kind: str
    """``address`` (*ông*), ``degree`` (*Tiến sĩ*), ``title`` (*NSND*) or ``state`` (*liệt sĩ*)."""

    opens_list: bool = False
    """Whether several names follow: *các đồng chí*."""

    english: str
    """What it says, in English."""

    note: str | None = None
    """What else a reader should know."""


@cache
def ranks() -> tuple[RankEntry, ...]:
    """Return all ranks, the highest first (Law on People's Public Security 2018, art. 21)."""
    return tuple(entries("ranks", "rank", RankEntry))


@cache
def honorifics() -> tuple[HonorificEntry, ...]:
    """Return all honorifics; those of one letter case may stand in the other."""
    return tuple(entries("ranks", "honorific", HonorificEntry))
