"""The words that prove a field of a record."""

from enum import StrEnum

import attrs
from attrs import frozen

__all__ = ["Basis", "Evidence"]


class Basis(StrEnum):
    """What a value was taken from, beside the quoted words."""

    TEXT = "text"
    """The quoted words alone give the value."""

    PUBLISHED_AT = "published_at"
    """The publication time completes the words: the year of “Ngày 23-1”."""

    PORTAL = "portal"
    """The portal completes the words: whose “Công an tỉnh” it is."""

    REGISTRY = "registry"
    """The registry of organisations and awards gives the value for the quoted name."""

    CEREMONY = "ceremony"
    """Carried over from the ceremony, whose words are quoted."""

    SUM = "sum"
    """A total and its parts, quoted, link the record to the value."""

    __hash__ = str.__hash__  # evidence is compared by the hundred; that of enumerations is many times slower


@frozen(kw_only=True)
class Evidence:
    """
    The words that prove one field of a record.

    Lies within one block of the article and at most one sentence.
    """

    field: str | None
    """The path of the field: ``members[2]``, ``award.name``; ``None`` = that the record exists."""

    start: int
    """First code point, counted in ``Article.text``."""

    end: int
    """One past the last code point."""

    quote: str = attrs.field()
    """``Article.text[start:end]``, never empty."""

    basis: Basis = Basis.TEXT
    """What else was used, if the words alone do not give the value."""

    @quote.validator
    def _fits(self, _attribute: object, value: str) -> None:
        if not 0 <= self.start < self.end or len(value) != self.end - self.start:
            msg = f"evidence {self.start}:{self.end} does not fit its quote {value!r}"
            raise ValueError(msg)
