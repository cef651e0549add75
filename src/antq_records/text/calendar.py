"""What a mention of time says, and what the publication time adds to it."""

from datetime import date as day_of
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from antq_records.model import CalendarDate, DayPart

__all__ = ["DateKind", "DateMention", "complete"]


class DateKind(StrEnum):
    """What a mention of time is."""

    DAY = "day"
    """A day, or a few days on end."""
    MONTH = "month"
    YEAR = "year"
    PERIOD = "period"
    """Several months or years: *giai đoạn 2018 – 2023*, *nhiệm kỳ 2025-2030*, *6 tháng đầu năm*, *quý I/2024*."""
    ANNIVERSARY = "anniversary"
    """A day of the past that is remembered: *(19/8/1945 – 19/8/2025)*, *(20/10)*; never the day of the event."""
    RELATIVE = "relative"
    """A day told from the day of publication: *hôm nay*, *sáng nay*, *tối qua*."""


class DateMention(NamedTuple):
    """One date or period in a text."""

    start: int
    """First code point, of the words *ngày*, *sáng*, *giai đoạn* … if they stand before."""

    end: int
    """One past the last code point."""

    kind: DateKind
    """What it is."""

    date: CalendarDate | None = None
    """The (first) day, month or year; None where it needs the publication time: *hôm nay*, *tháng 6*, *quý I*."""

    end_date: CalendarDate | None = None
    """The last one of a span; None for a single date."""

    day_part: DayPart | None = None
    """*sáng*, *chiều* …, of the first day."""

    months: tuple[int, int] | None = None
    """First and last month of a year that is not said: *tháng 6* is 6 to 6, *quý I* is 1 to 3."""

    days_ahead: int | None = None
    """For ``RELATIVE``: 0 for *hôm nay*, -1 for *hôm qua*, 1 for *ngày mai*."""

    def completed(self, published: datetime | None) -> "DateMention":
        """Return the mention with what the publication time tells of its dates; without one, unchanged."""
        if published is None:
            return self
        if self.days_ahead is not None:
            day = published.date() + timedelta(days=self.days_ahead)
            return self._replace(date=CalendarDate(year=day.year, month=day.month, day=day.day))
        if self.months is not None:
            return self.in_year(published.year - (self.kind is DateKind.MONTH and self.months[0] > published.month))
        first, last = (date and complete(date, published) for date in (self.date, self.end_date))
        return self._replace(date=first, end_date=last)

    def in_year(self, year: int) -> "DateMention":
        """Return a mention of ``months`` with their year."""
        first, last = (CalendarDate(year=year, month=month) for month in self.months or (1, 12))
        return self._replace(date=first, end_date=None if self.kind is DateKind.MONTH else last, months=None)


_AHEAD: Final = timedelta(days=60)
_NEXT_YEAR: Final = timedelta(days=14)


def complete(date: CalendarDate, published: datetime | None) -> CalendarDate:
    """
    Give a day without a year the year of its publication.

    A day more than 60 days after publication belongs to the year before; one that the turn of the year puts at most
    14 days after publication belongs to the next. A date that has its year, or cannot be completed, is returned as it is.
    """
    if date.year is not None or published is None or date.month is None or date.day is None:
        return date
    today = published.date()
    for year, ahead in ((today.year + 1, _NEXT_YEAR), *((today.year - back, _AHEAD) for back in range(8))):
        try:
            day = day_of(year, date.month, date.day)
        except ValueError:  # 29 February
            continue
        if day - today <= ahead:
            return CalendarDate(year=year, month=date.month, day=date.day)
    return date
