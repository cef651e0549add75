"""People named with a part in the event."""

from enum import StrEnum

from attrs import field, frozen
from attrs.validators import min_len

from antq_records.model.convert import as_tuple
from antq_records.model.evidence import Evidence
from antq_records.model.values import Organization

__all__ = ["Office", "Person", "Standing"]


class Standing(StrEnum):
    """Whether an office is held."""

    CURRENT = "current"
    FORMER = "former"
    """*nguyên*"""
    ACTING = "acting"
    """*quyền*, *phụ trách*"""


@frozen(kw_only=True)
class Office:
    """An office (*chức vụ*) that a person holds or held."""

    title: str
    """As written, without the body: ``Phó Giám đốc``, ``Ủy viên Trung ương Đảng``."""

    organization: Organization | None = None
    """The body, as written; ``None`` where the title says it all or the article names none."""

    standing: Standing = Standing.CURRENT
    """Current, former or acting, as the article says."""


@frozen(kw_only=True)
class Person:
    """Somebody named, with a part in the event: who chairs, speaks, presents, attends, holds an office or is honoured."""

    id: str
    """Unique in the article and stable: ``person-…``."""

    name: str
    """Family name first, as written, without rank or honorific."""

    rank: str | None = None
    """Police rank (*cấp bậc hàm*, Law on People's Public Security 2018, art. 21) as written; ``None`` where not said."""

    offices: tuple[Office, ...] = field(default=(), converter=as_tuple)
    """In the order of the article."""

    evidence: tuple[Evidence, ...] = field(converter=as_tuple, validator=min_len(1))
    """The words that prove it."""
