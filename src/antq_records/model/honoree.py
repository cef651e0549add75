"""Who is honoured, and with what."""

from enum import StrEnum

from attrs import field, frozen
from attrs.validators import min_len

from antq_records.model.convert import as_tuple
from antq_records.model.evidence import Evidence
from antq_records.model.values import Organization, Period, Quantity

__all__ = ["Award", "AwardForm", "Commendation", "CommendationStatus", "Honoree", "HonoreeKind", "Presenter"]


class AwardForm(StrEnum):
    """The form of an award (Law on Emulation and Commendation 06/2022/QH15, and the usage of the news)."""

    FLAG = "flag"
    """*cờ thi đua*"""
    CERTIFICATE_OF_MERIT = "certificate_of_merit"
    """*bằng khen*"""
    CERTIFICATE_OF_COMMENDATION = "certificate_of_commendation"
    """*giấy khen*"""
    MEDAL_INSIGNIA = "medal_insignia"
    """*kỷ niệm chương*, *huy hiệu*"""
    ORDER = "order"
    """*huân chương*"""
    MEDAL = "medal"
    """*huy chương*"""
    TITLE = "title"
    """*danh hiệu*"""
    PRIZE = "prize"
    """*giải thưởng*, *giải*"""
    REWARD_MONEY = "reward_money"
    """*tiền thưởng*"""
    HONOUR = "honour"
    """*khen thưởng*, *tuyên dương*, *biểu dương*, *vinh danh* with no form named"""
    OTHER = "other"


@frozen(kw_only=True)
class Award:
    """What is given."""

    form: AwardForm
    """Flag, certificate, order, title, …"""

    name: str | None = None
    """As written, with the words that belong to it: ``Bằng khen của Bộ Công an``; ``None`` for an honour without a form."""

    grade: str | None = None
    """As written: ``hạng Nhất``, ``giải A``; ``None`` where the award has none or it is not said."""

    ref: str | None = None
    """Its id in the registry of awards; ``None`` where the registry has none or cannot tell."""


class CommendationStatus(StrEnum):
    """Whether an award was given or only asked for."""

    CONFERRED = "conferred"
    PROPOSED = "proposed"
    """*đề nghị tặng, suy tôn, đề cử*"""


@frozen(kw_only=True)
class Presenter:
    """Who hands an award over: a person or a body, perhaps on behalf of another (*thừa ủy quyền*)."""

    person: str | None = None
    """Id of the person."""

    organization: Organization | None = None
    """The body, where no person is named."""

    on_behalf_of: Organization | None = None
    """In whose name."""

    def __attrs_post_init__(self) -> None:
        """Check that somebody is named."""
        if (self.person is None) == (self.organization is None):
            msg = "a presenter is a person or an organization"
            raise ValueError(msg)


@frozen(kw_only=True)
class Commendation:
    """One award to one honoree."""

    award: Award
    """What is given."""

    status: CommendationStatus
    """Conferred, or only proposed."""

    conferrers: tuple[Organization, ...] = field(default=(), converter=as_tuple)
    """Whose award it is; empty where neither the words nor the registry say."""

    presenters: tuple[Presenter, ...] = field(default=(), converter=as_tuple)
    """Who hands it over."""

    proposers: tuple[Organization, ...] = field(default=(), converter=as_tuple)
    """Who asked for it."""

    amount: Quantity | None = None
    """Reward money in đồng, to each or shared as the quote says."""

    posthumous: bool = False
    """*truy tặng*"""

    times: int | None = None
    """*lần thứ 5* is 5; ``None`` where not said."""

    period: Period | None = None
    """What time it rewards."""

    reason: str | None = None
    """What follows *vì* at the award, as written."""

    ceremony: str | None = None
    """Id of the ceremony where it was given; ``None`` where the words do not place it there."""

    evidence: tuple[Evidence, ...] = field(converter=as_tuple, validator=min_len(1))
    """The words that prove it."""


class HonoreeKind(StrEnum):
    """Who is honoured."""

    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"
    HOUSEHOLD = "household"
    MIXED = "mixed"
    """A group of collectives and individuals that the article does not split."""


@frozen(kw_only=True)
class Honoree:
    """Who receives: a person, a body, or a group without names."""

    id: str
    """Unique in the article and stable: ``honoree-…``."""

    kind: HonoreeKind
    """Individual, collective, household or mixed; for a group, what its members are."""

    name: str | None = None
    """As written, expanded where the text lets it; ``None`` for a group."""

    person: str | None = None
    """Id of the person, for a named individual."""

    unit: Organization | None = None
    """The body it belongs to; ``None`` where not said."""

    count: Quantity | None = None
    """Size of a group without names; ``None`` for a single one, or where not said."""

    part_of: str | None = None
    """Id of the group of which it is a named part."""

    commendations: tuple[Commendation, ...] = field(default=(), converter=as_tuple)
    """Its awards, in the order of the article."""

    evidence: tuple[Evidence, ...] = field(converter=as_tuple, validator=min_len(1))
    """The words that prove it."""
