"""Other counts that an article states."""

from attrs import field, frozen
from attrs.validators import min_len

from antq_records.model.convert import as_tuple
from antq_records.model.evidence import Evidence
from antq_records.model.values import CalendarDate, Quantity

__all__ = ["Figure"]


@frozen(kw_only=True)
class Figure:
    """A count of a kind that the lexicon lists: initiatives, models, localities."""

    id: str
    """Unique in the article and stable: ``figure-…``."""

    label: str
    """What is counted, as written: the name in quotation marks, else the counting word."""

    quantity: Quantity
    """How many."""

    about: str | None = None
    """Whose count it is, as written; ``None`` where not said."""

    as_of: CalendarDate | None = None
    """The day for which it is stated (*tính đến ngày …*)."""

    evidence: tuple[Evidence, ...] = field(converter=as_tuple, validator=min_len(1))
    """The words that prove it."""
