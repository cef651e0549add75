"""Emulation clusters."""

from enum import StrEnum

from attrs import field, frozen
from attrs.validators import min_len

from antq_records.model.convert import as_tuple
from antq_records.model.evidence import Evidence
from antq_records.model.values import CalendarDate, Organization

__all__ = ["Cluster", "ClusterScope"]


class ClusterScope(StrEnum):
    """Among whom a cluster is formed: numbers repeat across scopes."""

    PROVINCE_FORCES = "province_forces"
    MINISTRY_DEPARTMENTS = "ministry_departments"
    INSIDE_ONE_FORCE = "inside_one_force"
    TRADE_UNIONS = "trade_unions"
    YOUTH = "youth"
    OTHER = "other"


@frozen(kw_only=True)
class Cluster:
    """
    An emulation cluster (*cụm thi đua*, *khối thi đua*) in one year.

    Membership changes every year: the same number in two years is two clusters.
    """

    id: str
    """Unique in the article and stable: ``cluster-…``."""

    name: str
    """As written, such as ``Cụm thi đua số 5``."""

    number: int | None = None
    """Its number, Roman or Arabic in the text; ``None`` for blocks with names."""

    host: Organization | None = None
    """Whose cluster it is: ``Bộ Công an``; ``None`` where not said."""

    scope: ClusterScope | None = None
    """Among whom it is formed; ``None`` where the article does not show it."""

    year: int
    """The year of the emulation, not of the news."""

    as_of: CalendarDate | None = None
    """The day for which the members are stated; ``None`` where not said."""

    members: tuple[Organization, ...] = field(default=(), converter=as_tuple)
    """In the order of the article, never completed from another year or from the registry."""

    head: Organization | None = None
    """*Cụm trưởng*: a unit, for one year; ``None`` where the article does not say."""

    deputy: Organization | None = None
    """*Cụm phó*; ``None`` where the article does not say."""

    evidence: tuple[Evidence, ...] = field(converter=as_tuple, validator=min_len(1))
    """The words that prove it."""
