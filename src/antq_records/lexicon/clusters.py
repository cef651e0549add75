"""Known members of the emulation clusters: for findings and tests only, never to fill a record."""

from functools import cache

from attrs import field, frozen

from antq_records.lexicon.loading import entries, texts
from antq_records.model import ClusterScope

__all__ = ["ClusterEntry", "clusters"]


@frozen(kw_only=True)
class ClusterEntry:
    """A cluster as articles of some years state it."""

    scope: ClusterScope = field(converter=ClusterScope)
    """Among whom; a number means nothing without it."""

    host: str
    """Registry id of the body whose cluster it is."""

    number: int
    """Unique within host, scope and era."""

    era: str
    """Between two redrawings: ``2015-2023``."""

    years: tuple[int, ...] = field(default=(), converter=tuple)
    """Years for which an article was read; empty where the members are only inferred."""

    members: tuple[str, ...] = field(default=(), converter=texts)
    """Registry ids of the members found, or all of them if *complete*."""

    units: tuple[str, ...] = field(default=(), converter=texts)
    """Names of members that the registry lacks: units inside one force."""

    complete: bool = True
    """Whether all members are known."""

    offices: tuple[str, ...] = field(default=(), converter=texts)
    """Year, part and holder: ``2024 head police-hung-yen``."""

    note: str | None = None
    """What else a reader should know."""

    source: str | None = None
    """Public page where it was read."""

    confidence: str
    """``confirmed`` or ``inferred``."""


@cache
def clusters() -> tuple[ClusterEntry, ...]:
    """Return all known clusters, the older eras first."""
    return tuple(entries("clusters", "cluster", ClusterEntry))
