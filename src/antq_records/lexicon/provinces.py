"""The provinces and centrally run cities, with the dates between which each existed."""

from datetime import date
from functools import cache

from attrs import field, frozen

from antq_records.lexicon.loading import entries, texts

__all__ = ["ProvinceEntry", "provinces"]


@frozen(kw_only=True)
class PlaceKind:
    """A kind of place and the ways to write it before a name."""

    name: str
    """*tỉnh* or *thành phố*."""

    level: str
    """English word for its bodies: Provincial, City."""

    written: tuple[str, ...] = field(converter=texts)
    """Patterns with ``{bare}``, the full one first."""


@cache
def _kinds() -> dict[str, PlaceKind]:
    return {kind.name: kind for kind in entries("provinces", "kind", PlaceKind)}


@frozen(kw_only=True)
class ProvinceEntry:
    """A province or centrally run city, under one name and in one extent."""

    slug: str
    """Its part in the ids of its bodies: ``hung-yen``; one merged on 1 July 2025 is another: ``hung-yen-2025``."""

    name: str
    """Without its kind: ``Hưng Yên``."""

    kind: str
    """*tỉnh* or *thành phố*."""

    spellings: tuple[str, ...] = field(default=(), converter=texts)
    """Other ways to write the name."""

    written: tuple[str, ...] = field(default=(), converter=texts)
    """Ways to write the place that hold its kind already: ``TPHCM``."""

    english: str
    """Its name without diacritics."""

    valid_from: date | None = None
    """First day; ``None`` for long ago."""

    valid_until: date | None = None
    """Last day; ``None`` where it exists."""

    succeeded_by: str | None = None
    """Slug of the province it became part of."""

    source: str | None = None
    """Public page where this was read."""

    @property
    def level(self) -> str:
        """English word for its bodies: Provincial, City."""
        return _kinds()[self.kind].level

    @property
    def bare_forms(self) -> tuple[str, ...]:
        """The ways to write it without its kind, the usual one first."""
        return (self.name, *self.spellings)

    @property
    def place_forms(self) -> tuple[str, ...]:
        """The ways to write it with its kind, the full one first."""
        patterns = _kinds()[self.kind].written
        return (*(pattern.format(bare=bare) for bare in self.bare_forms for pattern in patterns), *self.written)


@cache
def provinces() -> dict[str, ProvinceEntry]:
    """Return all provinces by slug: those until 30 June 2025 and those since."""
    return {province.slug: province for province in entries("provinces", "province", ProvinceEntry)}
