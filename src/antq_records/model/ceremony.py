"""Events that honour, sum up or launch."""

from enum import StrEnum

from attrs import field, frozen
from attrs.validators import min_len

from antq_records.model.convert import as_tuple
from antq_records.model.evidence import Evidence
from antq_records.model.values import CalendarDate, DayPart, Organization, Period

__all__ = ["Ceremony", "CeremonyKind", "CeremonyStatus", "Participant", "Role"]


class CeremonyKind(StrEnum):
    """What an event is by its own name, not by what else happens there."""

    COMMENDATION = "commendation"
    """*lễ tuyên dương, trao tặng; hội nghị biểu dương, vinh danh*"""
    CONFERENCE = "conference"
    """*hội nghị tổng kết, sơ kết*"""
    CONGRESS = "congress"
    """*đại hội*"""
    LAUNCH = "launch"
    """*lễ phát động, ra quân*"""
    SIGNING = "signing"
    """*ký giao ước, ký kết*"""
    FESTIVAL = "festival"
    """*ngày hội*"""
    MEETING = "meeting"
    """*gặp mặt, họp mặt, kỷ niệm*"""
    CONTEST = "contest"
    """*hội thi, hội thao*"""
    VISIT = "visit"
    """*thăm, chúc mừng*"""
    OTHER = "other"


class CeremonyStatus(StrEnum):
    """Whether the event took place."""

    HELD = "held"
    ANNOUNCED = "announced"


class Role(StrEnum):
    """What part a person has in an event."""

    CHAIR = "chair"
    SPEAKER = "speaker"
    PRESENTER = "presenter"
    ATTENDEE = "attendee"
    HONOREE = "honoree"
    OTHER = "other"


@frozen(kw_only=True)
class Participant:
    """One part that one person has in a ceremony."""

    person: str
    """Id of the person."""

    role: Role
    """The part; somebody with two parts stands twice."""


@frozen(kw_only=True)
class Ceremony:
    """An event that honours, sums up or launches, and that the article reports or announces."""

    id: str
    """Unique in the article and stable: ``ceremony-…``."""

    kind: CeremonyKind
    """By its own name."""

    status: CeremonyStatus = CeremonyStatus.HELD
    """Held, or only announced."""

    name: str | None = None
    """The fullest mention, as written, its own bracketed abbreviations left out."""

    date: CalendarDate | None = None
    """Its (first) day; ``None`` where not said."""

    end_date: CalendarDate | None = None
    """Its last day, if it lasts several."""

    day_part: DayPart | None = None
    """*sáng*, *chiều*, …"""

    place: str | None = None
    """Where, as written: ``Hà Nội``, ``Công an tỉnh Hưng Yên``."""

    organizers: tuple[Organization, ...] = field(default=(), converter=as_tuple)
    """Who holds it; not thereby who confers."""

    participants: tuple[Participant, ...] = field(default=(), converter=as_tuple)
    """Named people and their parts."""

    movement: str | None = None
    """The emulation movement (*phong trào thi đua*) it sums up or launches, as written, without quotation marks."""

    period: Period | None = None
    """The time it sums up or rewards, which is not its date."""

    evidence: tuple[Evidence, ...] = field(converter=as_tuple, validator=min_len(1))
    """The words that prove it."""
