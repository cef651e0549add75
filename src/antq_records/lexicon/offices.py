"""Offices (*chức vụ*) by their titles, and the words that say whether one is held."""

from functools import cache

from attrs import field, frozen

from antq_records.lexicon.loading import entries
from antq_records.model import Standing

__all__ = ["OfficeEntry", "StandingWords", "office_titles", "standings"]


@frozen(kw_only=True)
class OfficeEntry:
    """One title, without the body that one holds it in."""

    title: str
    """As written: ``Phó Giám đốc``."""

    complete: bool = False
    """Whether it may stand without a body: *Ủy viên Trung ương Đảng*."""

    shares: str | None = None
    """Words of it that also open the name of the body: **phòng** in *Trưởng phòng PC03*, who heads *Phòng PC03*."""

    english: str
    """Usual English."""


@frozen(kw_only=True)
class StandingWords:
    """Words before a title that say whether the office is held."""

    words: str
    """As written, in lower case: ``nguyên``."""

    means: Standing = field(converter=Standing)
    """Current, former or acting."""

    example: str
    """A phrase that shows them at work."""


@cache
def office_titles() -> tuple[OfficeEntry, ...]:
    """Return all titles, the longest first, so that *Phó Giám đốc* is met before *Giám đốc*."""
    return tuple(sorted(entries("offices", "office", OfficeEntry), key=lambda office: -len(office.title)))


@cache
def standings() -> tuple[StandingWords, ...]:
    """Return the words that say whether an office is held; without one it is."""
    return tuple(entries("offices", "standing", StandingWords))
