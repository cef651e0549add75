"""
Dates and periods as Vietnamese news write them.

Day before month, always; the year is often missing, and then only the publication time gives it: see :meth:`DateMention.completed`.
A scan starts from the digits, for almost every date has some, and then looks at the words around them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date as day_of
from functools import cache, lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from antq_records.model import CalendarDate, DayPart
from antq_records.text.calendar import DateKind, DateMention, complete
from antq_records.text.phrases import Phrases
from antq_records.text.unicode import fold
from antq_records.text.words import words

__all__ = ["DateKind", "DateMention", "complete", "dates"]


def dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """
    Yield the dates and periods in ``text[start:end]``, in order, as far as the text alone tells them.

    Days: *Sáng 24/4/2025*, *ngày 25.6*, *Ngày 23-1*, *ngày 28- 8- 1950*, *ngày 15 tháng 6 năm 2022*, *17 và 18/10*, *3-5/10*,
    *từ ngày 24-10 đến 28-10*, *sáng nay (17/12)*. Months, quarters, years and periods: *tháng 3/2014*, *quý I/2024*,
    *6 tháng đầu năm 2024*, *năm 2024*, *giai đoạn 2018 – 2023*. A day without a year needs a date word, a part of the day or
    brackets, for *1/3* and *24/7* are none; a date that does not exist is none. Days that share a month but are not on end
    (*25 và 28/4*) are two mentions, the first with all the words. Linear time.

    >>> [(str(found.date), found.kind.value) for found in dates("Sáng 24/4/2025, tại Hội nghị tổng kết năm 2024")]
    [('2025-04-24', 'day'), ('2024', 'year')]
    """
    end = len(text) if end is None else end
    mentions = _dates(text)
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    for mention in mentions[first:]:
        if mention.start >= end:
            return
        if mention.end <= end:
            yield mention


class _Day(NamedTuple):
    """A day as far as it is written, and where."""

    start: int
    end: int
    day: int
    month: int | None = None
    year: int | None = None


class _Lead(NamedTuple):
    """The words before a day: where they begin, and what they say."""

    start: int
    since: bool = False
    """Whether they begin with *từ*, which speaks for a date only if *đến* follows."""
    names_day: bool = False
    """Whether they hold a date word, a part of the day or a weekday."""
    part: DayPart | None = None
    bracket: bool = False


_DIGITS: Final = re.compile(
    r"[0-9](?<!\w.)(?<![^\W_][/.,-].)"  # not the rest of a word or number: PC03, 276/KH-12, COVID-19
    r"(?:(?:(?<=1)9|(?<=2)0)[0-9]{2}(?![\w%])"
    r"|[0-9]?+(?![0-9])(?:(?= ?[/,.-] ?[0-9]| tháng | và (?:ngày )?[0-9]| (?:đến|tới) )|(?<=tháng .)|(?<=tháng ..)))"
)
"""A year, or a day, month or number of months by what stands around it: most digits in a text are none."""
_MONTH_IN_WORDS: Final = re.compile(
    r"(?P<day>[0-9]{1,2}) tháng (?P<month>[0-9]{1,2})(?:(?:,? năm |/|-)(?P<year>[12][0-9]{3}))?(?![\w%]|[/-]\w)"
)
_NUMERIC: Final = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<separator> ?[/-] ?|\.)(?P<month>[0-9]{1,2})"
    r"(?: ?(?P<again>[/.-]) ?(?P<year>[12][0-9]{3})(?![\w%]|/\w)|(?![\w%]|/\w|\.[0-9]| ?[/-] ?[12][0-9]{3}))"
)
_BARE_DAY: Final = re.compile(r"(?P<day>[0-9]{1,2})(?= ?[,-] ?[0-9]| và (?:ngày )?[0-9]| (?:đến|tới) )")
_AND: Final = re.compile(r"(?: ?, ?| và (?:ngày )?)(?=[0-9])")
_MONTH_YEAR: Final = re.compile(r"(?P<month>[0-9]{1,2})(?P<separator> ?[/.-] ?|,? năm )(?P<year>(?:19|20)[0-9]{2})(?![\w%]|[/-]\w)")
_MONTH: Final = re.compile(r"(?P<month>[0-9]{1,2})(?![\w%]| ?[/-]|\.[0-9])")
_PART_OF_YEAR: Final = re.compile(r"(?P<count>[0-9]{1,2}) tháng (?P<side>đầu|cuối) năm(?: (?P<year>(?:19|20)[0-9]{2})(?![\w/]))?(?![^\W_])")
_YEARS: Final = re.compile(
    r"(?P<first>(?:19|20)[0-9]{2})(?: ?- ?(?P<last>(?:19|20)[0-9]{2})| (?:đến|tới) (?:năm )?(?P<until>(?:19|20)[0-9]{2}))?"
    r"(?![\w%]|/\w|[.-][0-9])"
)
_QUARTER: Final = re.compile(
    r"quý (?P<quarter>iv|i{1,3}|[1-4])(?:(?: ?/ ?| ?- ?|,? năm )(?P<year>(?:19|20)[0-9]{2}))?(?<!\wquý .)(?![^\W_]|[/-]\w)"
)
_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_FEW_DAYS: Final = 31
_MANY_DAYS: Final = 8  # in one row; more are no dates, and reading on would not be linear
_MONTHS: Final = 12
_SINCE: Final = Phrases(["từ "])
_MONTH_WORD: Final = Phrases(["tháng "])


class _Words:
    """The words of the data file, as they stand before and between digits."""

    def __init__(self) -> None:
        data = words("dates")
        lead = data["lead"]
        parts = {phrase: DayPart(part) for phrase, part in data["day_parts"].items()}
        not_after = [f"{word} " for word in lead["no_day_part"]]
        near = ["", *(f" {word}" for word in data["near"])]
        self.parts = {f"{phrase}{day}{comma} ": part for phrase, part in parts.items() for day in near for comma in ("", ",")}
        self.part = Phrases(self.parts, not_after)
        self.weekday = Phrases(f"{day}{joint} " for day in lead["weekdays"] for joint in ("", ",", " -"))
        self.several = Phrases(["các ", "những "])
        self.day = Phrases(f"{word} " for word in lead["day"])
        self.period = Phrases(f"{word} " for word in lead["period"])
        self.document = Phrases(f"{word} " for word in lead["document"])
        self.fixed = frozenset(data["fixed"]["days"])
        self.span = re.compile(rf"(?: ?- ?| (?:đến|tới) (?:hết )?)(?:(?:{'|'.join(parts)}) )?(?:ngày )?(?=[0-9])")
        self.near = {re.compile(rf"{word}(?<= {word})(?![^\W_])"): ahead for word, ahead in data["near"].items()}
        self.bare_parts = parts
        self.bare_part = Phrases(parts, not_after)
        self.this_day = Phrases(["ngày hôm", "hôm", "ngày"])


_words = cache(_Words)


@lru_cache(maxsize=4096)  # a page names few days, and names them again
def _date(year: int | None, month: int | None, day: int | None = None) -> CalendarDate | None:
    try:
        return CalendarDate(year=year, month=month, day=day)
    except ValueError:
        return None


@lru_cache(maxsize=8)  # several recognisers ask for the dates of the same article
def _dates(text: str) -> tuple[DateMention, ...]:
    folded = fold(text)
    found: list[DateMention] = []
    done = 0
    for digits in _DIGITS.finditer(folded):
        start = digits.start()
        if start >= done:
            mentions = _years_at(folded, start) if digits.end() - start == len("2024") else _days_or_months_at(folded, start)
            if mentions:
                found += mentions
                done = mentions[-1].end
    if quarters := list(_quarters(folded)):
        found = _apart_from(quarters, found) + quarters  # “quý IV năm 2023” holds a year that is none of its own
    found.sort(key=attrgetter("start"))
    if near_days := list(_near_days(folded)):
        found += _apart_from(found, near_days)
        found.sort(key=attrgetter("start"))
    return tuple(found)


def _apart_from(taken: list[DateMention], mentions: Iterable[DateMention]) -> list[DateMention]:
    """Return those of the mentions that overlap none of *taken*, which stand in order."""
    apart = []
    for mention in mentions:
        index = bisect_left(taken, mention.end, key=lambda other: other.start)
        if index == 0 or taken[index - 1].end <= mention.start:
            apart.append(mention)
    return apart


def _days_or_months_at(folded: str, start: int) -> list[DateMention]:
    return _part_of_year_at(folded, start) or _days_at(folded, start) or _month_at(folded, start)


def _years_at(folded: str, start: int) -> list[DateMention]:
    match = _YEARS.match(folded, start)
    if match is None:
        return []
    begin, finish, until = match.groups()
    word = _words().period.start(folded, start)
    since = _SINCE.start(folded, word)
    cue = word < start
    if until and not (cue or since < word):
        return []
    first, last = int(begin), int(finish or until or begin)
    begins = since if until else word
    if first == last and cue:
        return [DateMention(start=begins, end=match.end(), kind=DateKind.YEAR, date=_date(first, None))]
    if first < last:
        return [DateMention(start=begins, end=match.end(), kind=DateKind.PERIOD, date=_date(first, None), end_date=_date(last, None))]
    return []


def _part_of_year_at(folded: str, start: int) -> list[DateMention]:
    match = _PART_OF_YEAR.match(folded, start)
    if match is None or not 1 <= int(match["count"]) < _MONTHS:
        return []
    count = int(match["count"])
    months = (1, count) if match["side"] == "đầu" else (_MONTHS + 1 - count, _MONTHS)
    return [_period_of_months(start, match.end(), match["year"], months)]


def _period_of_months(start: int, end: int, year: str | None, months: tuple[int, int]) -> DateMention:
    mention = DateMention(start=start, end=end, kind=DateKind.PERIOD, months=months)
    return mention.in_year(int(year)) if year else mention


def _month_at(folded: str, start: int) -> list[DateMention]:
    match = _MONTH_YEAR.match(folded, start)
    word = _MONTH_WORD.start(folded, start)
    named = word < start
    if match and (named or (match["separator"] == "/" and _words().document.start(folded, start) == start)):
        date = _date(int(match["year"]), int(match["month"]))
        return [DateMention(start=word, end=match.end(), kind=DateKind.MONTH, date=date)] if date else []
    match = _MONTH.match(folded, start)
    counted = word > 1 and folded[word - 2].isdecimal()  # “trong 5 tháng 6 đơn vị”
    if match and named and not counted and 1 <= int(match["month"]) <= _MONTHS:
        month = int(match["month"])
        return [DateMention(start=word, end=match.end(), kind=DateKind.MONTH, months=(month, month))]
    return []


def _days_at(folded: str, start: int) -> list[DateMention]:
    first = _day(folded, start)
    if first is None:
        return []
    days = [first]
    spans = False
    while not spans and len(days) < _MANY_DAYS:
        if (link := _words().span.match(folded, days[-1].end)) and (day := _day(folded, link.end())):
            spans = True
        elif not ((link := _AND.match(folded, days[-1].end)) and (day := _day(folded, link.end()))):
            break
        days.append(day)
    while days and days[-1].month is None:
        days.pop()
        spans = False
    if not days or (folded.startswith("-", days[-1].end) and folded[days[-1].end + 1 : days[-1].end + 2].isalnum()):
        return []
    lead = _lead(folded, start)
    if not _is_sure(folded, start, days, lead, spans=spans):
        return []
    begins = lead.start + len("từ ") * (lead.since and not spans) if lead.names_day or (lead.since and spans) else start
    ends = days[-1].end + (lead.bracket and begins < start and folded.startswith(")", days[-1].end))
    return _mentions(begins, ends, days, lead, spans=spans)


def _day(folded: str, start: int) -> _Day | None:
    """Read one day: with month and year, with its month, or alone where another day follows that may tell the month."""
    match = _NUMERIC.match(folded, start)
    if match and match["again"] and match["again"] not in match["separator"]:
        match = None
    match = match or _MONTH_IN_WORDS.match(folded, start)
    if match:
        year = int(match["year"]) if match["year"] else None
        return _Day(start, match.end(), int(match["day"]), int(match["month"]), year)
    bare = _BARE_DAY.match(folded, start)
    return _Day(start, bare.end(), int(bare["day"])) if bare else None


def _lead(folded: str, start: int) -> _Lead:
    """Read backwards what stands before a day: *từ sáng nay, thứ hai, các ngày (*, all of it or some."""
    table = _words()
    bracket = folded.endswith("(", 0, start)
    end = start - bracket
    day = table.day.start(folded, end)
    several = table.several.start(folded, day) if day < end else end
    weekday = table.weekday.start(folded, several)
    part = table.part.start(folded, weekday)
    since = _SINCE.start(folded, part)
    return _Lead(since, since < part, part < end, table.parts.get(folded[part:weekday]), bracket)


def _is_sure(folded: str, start: int, days: list[_Day], lead: _Lead, *, spans: bool) -> bool:
    """Say whether digits that can be days are meant so: a year, a date word, *từ … đến* or brackets say it, or two days on end."""
    if lead.names_day or days[-1].year or (lead.since and spans):
        return True
    if folded.find(" ", start, days[0].end) >= 0:
        return False
    if len(days) > 1:
        return days[0].month is None and days[0].day < days[-1].day and (spans or days[-1].day - days[0].day == len(days) - 1)
    return lead.bracket and folded.startswith(")", days[-1].end) and "." not in folded[start : days[-1].end]


def _mentions(start: int, end: int, days: list[_Day], lead: _Lead, *, spans: bool) -> list[DateMention]:
    last = days[-1]
    if len(days) == 1:
        date = _date(last.year, last.month, last.day)
        fixed = lead.bracket and not lead.names_day and f"{last.day}/{last.month}" in _words().fixed
        kind = DateKind.ANNIVERSARY if fixed and last.year is None else DateKind.DAY
        return [DateMention(start=start, end=end, kind=kind, date=date, day_part=lead.part)] if date else []
    known = [date for day in days if (date := _full(day, last))]
    if len(known) < len(days):
        return []
    first, final = known[0], known[-1]
    length = _ordinal(final) - _ordinal(first)
    if spans and last.year is None and length + 366 <= _FEW_DAYS:  # “từ 30/12 đến 2/1”
        length += 366
    if spans and (first.month, first.day) == (final.month, final.day):
        return [DateMention(start=start, end=end, kind=DateKind.ANNIVERSARY, date=first, end_date=final)]
    if spans or length == len(days) - 1:
        kind = DateKind.DAY if length <= _FEW_DAYS else DateKind.PERIOD
        return [DateMention(start=start, end=end, kind=kind, date=first, end_date=final, day_part=lead.part)] if length > 0 else []
    starts = [start, *(day.start for day in days[1:])]
    ends = [day.end if day.month else last.end for day in days]
    return [
        DateMention(start=begins, end=stops, kind=DateKind.DAY, date=date) for begins, stops, date in zip(starts, ends, known, strict=True)
    ]


def _full(day: _Day, last: _Day) -> CalendarDate | None:
    """Return a day with what the last one of its row tells of month and year; None if there is no such day."""
    month = day.month or last.month
    year = day.year or last.year
    if year and day.year is None and (month or 0) > (last.month or 0):  # “từ 28/12 đến 3/1/2025”
        year -= 1
    return _date(year, month, day.day)


def _ordinal(date: CalendarDate) -> int:
    return day_of(date.year or 2000, date.month or 1, date.day or 1).toordinal()


def _quarters(folded: str) -> Iterator[DateMention]:
    for match in _QUARTER.finditer(folded):
        first = 3 * _QUARTERS[match["quarter"]] - 2
        yield _period_of_months(match.start(), match.end(), match["year"], (first, first + 2))


def _near_days(folded: str) -> Iterator[DateMention]:
    """Yield *hôm nay*, *sáng nay*, *tối qua*, *ngày mai*."""
    table = _words()
    for pattern, ahead in table.near.items():  # one word at a time is much quicker than all at once
        for match in pattern.finditer(folded):
            end = match.start() - 1
            day = table.this_day.start(folded, end)
            start = day if day < end else table.bare_part.start(folded, end)
            if start < end and (ahead > 0 or folded[start:end] != "ngày"):
                part = table.bare_parts.get(folded[start:end])
                yield DateMention(start=start, end=match.end(), kind=DateKind.RELATIVE, day_part=part, days_ahead=ahead)
