"""Trade-union bodies."""

from attrs import field, frozen
from attrs.validators import min_len

from antq_records.model.convert import as_tuple
from antq_records.model.evidence import Evidence
from antq_records.model.values import CalendarDate, Quantity

__all__ = ["Union"]


@frozen(kw_only=True)
class Union:
    """A trade-union body (*công đoàn*, *liên đoàn lao động*) that the article names."""

    id: str
    """Unique in the article and stable: ``union-…``."""

    name: str
    """The fullest mention, as written."""

    ref: str | None = None
    """Its id in the registry at the article's date; ``None`` where the registry has none or cannot tell."""

    chair: str | None = None
    """Id of the person who chairs it (*Chủ tịch*); ``None`` where the article does not say."""

    member_count: Quantity | None = None
    """*đoàn viên*"""

    grassroots_union_count: Quantity | None = None
    """*công đoàn cơ sở*"""

    superior_union_count: Quantity | None = None
    """*công đoàn cấp trên trực tiếp cơ sở*"""

    as_of: CalendarDate | None = None
    """The day for which the figures are stated; ``None`` where not said."""

    evidence: tuple[Evidence, ...] = field(converter=as_tuple, validator=min_len(1))
    """The words that prove it."""
