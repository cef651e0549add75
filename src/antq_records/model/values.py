"""The values that records are made of: organisations as written, quantities, dates as far as they are known."""

import re
from enum import StrEnum
from typing import Final, Self

from attrs import field, frozen

__all__ = ["CalendarDate", "DayPart", "Organization", "Period", "Qualifier", "Quantity"]


@frozen(kw_only=True)
class Organization:
    """A body as it is written in the article."""

    name: str
    """As written: ``Công an TPHCM``, ``Phòng PC03``."""

    ref: str | None = None
    """Its id in the registry at the record's date; ``None`` where the registry has no such body or cannot tell which."""

    within: str | None = None
    """For a body that the registry lacks: id of the nearest registered body its words name; else ``None``."""


class Qualifier(StrEnum):
    """How exact a number is meant."""

    EXACTLY = "exactly"
    OVER = "over"
    AT_LEAST = "at_least"
    NEARLY = "nearly"
    ABOUT = "about"
    UNDER = "under"
    AT_MOST = "at_most"


@frozen(kw_only=True)
class Quantity:
    """A count or sum as the news states it: ``hơn 30.000 đoàn viên`` is over 30000, unit ``đoàn viên``."""

    value: int
    """The number; sums of money in đồng."""

    qualifier: Qualifier = Qualifier.EXACTLY
    """*hơn*, *trên* = over, *gần* = nearly, *khoảng* = about, …"""

    unit: str | None = None
    """The counting word as written: ``tập thể``, ``gương``, ``đồng``; ``None`` where none is said."""

    def __str__(self) -> str:
        """Give qualifier, number and unit, such as ``over 30000 đoàn viên``."""
        parts = [] if self.qualifier is Qualifier.EXACTLY else [self.qualifier.value.replace("_", " ")]
        return " ".join([*parts, str(self.value), *([self.unit] if self.unit else [])])


class DayPart(StrEnum):
    """The part of the day: *sáng*, *trưa*, *chiều*, *tối*."""

    EARLY_MORNING = "early_morning"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    LATE_AFTERNOON = "late_afternoon"
    EVENING = "evening"
    NIGHT = "night"


_DATE: Final = re.compile(r"(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|--(\d\d)-(\d\d))")
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@frozen(kw_only=True, order=True)
class CalendarDate:
    """A date as far as it is known; its text is ``2024-11-25``, ``2024-11``, ``2024`` or ``--11-25``."""

    year: int | None = field(default=None)
    """``None`` for a day without a year."""

    month: int | None = field(default=None)
    """1 to 12; ``None`` for a year alone."""

    day: int | None = field(default=None)
    """1 to 31; ``None`` for a month or year."""

    def __attrs_post_init__(self) -> None:
        """Check that the date exists."""
        known = (self.year is not None, self.month is not None, self.day is not None)
        if known not in {(True, True, True), (True, True, False), (True, False, False), (False, True, True)}:
            msg = "a date is a day, a month, a year, or a day without its year"
            raise ValueError(msg)
        if self.year is not None and not 1000 <= self.year <= 9999:  # noqa: PLR2004 - four digits, as the text form has
            msg = f"no year {self.year}"
            raise ValueError(msg)
        if self.month is None:
            return
        leap = self.year is None or (self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0))
        if not 1 <= self.month <= len(_DAYS) or not 1 <= (self.day or 1) <= _DAYS[self.month - 1] - (self.month == 2 and not leap):  # noqa: PLR2004
            msg = f"no such date: year {self.year}, month {self.month}, day {self.day}"
            raise ValueError(msg)

    @classmethod
    def parse(cls, text: str) -> Self:
        """
        Read the text form.

        :raises ValueError: The text is no date in that form, or no date that exists.
        """
        match = _DATE.fullmatch(text)
        if match is None:
            msg = f"{text!r} is not a date such as 2024-11-25, 2024-11, 2024 or --11-25"
            raise ValueError(msg)
        year, month, day, bare_month, bare_day = (int(part) if part else None for part in match.groups())
        return cls(year=year, month=month or bare_month, day=day or bare_day)

    def __str__(self) -> str:
        """Give the text form."""
        if self.year is None:
            return f"--{self.month:02d}-{self.day:02d}"
        return f"{self.year:04d}" + "".join(f"-{part:02d}" for part in (self.month, self.day) if part is not None)


@frozen(kw_only=True)
class Period:
    """What time something covers or rewards: a year, a span of years, half a year."""

    start: CalendarDate
    """Its first year, month or day."""

    end: CalendarDate
    """Its last year, month or day; equal to ``start`` for a single one."""

    def __str__(self) -> str:
        """Give one date, or two with a slash."""
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"
