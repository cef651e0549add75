"""What does not add up, or was looked for and not found."""

from enum import StrEnum

from attrs import field, frozen

from antq_records.model.convert import as_tuple
from antq_records.model.evidence import Evidence

__all__ = ["Finding", "FindingCode"]


class FindingCode(StrEnum):
    """The kinds of finding."""

    NO_CEREMONY = "no_ceremony"
    """The article reports and announces no event."""

    NOTHING_READ = "nothing_read"
    """No record at all was read."""

    MALFORMED_NUMBER = "malformed_number"
    """A number can be read in two ways, so none is."""

    AMBIGUOUS_ORGANIZATION = "ambiguous_organization"
    """A name fits several bodies of the registry at its date."""

    TOTAL_MISMATCH = "total_mismatch"
    """A stated total is not the sum of its stated parts."""

    COUNT_MISMATCH = "count_mismatch"
    """A group's stated size is not the number of those listed."""

    REVOKED_AWARD = "revoked_award"
    """The text says that an award is taken back, so no record is made of it."""

    DATE_AFTER_PUBLICATION = "date_after_publication"
    """An event told as held bears a date after the article's own."""


@frozen(kw_only=True)
class Finding:
    """One thing that a reader should look at."""

    code: FindingCode
    """What kind."""

    message: str
    """One sentence for a person."""

    evidence: tuple[Evidence, ...] = field(default=(), converter=as_tuple)
    """The words it is about; empty where something is missing."""
