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
from typing import Final, NamedTuple

from antq_records.model import CalendarDate, DayPart
from antq_records.text.calendar import DateKind, DateMention, complete
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


_RUN: Final = re.compile(r"[0-9]++")
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
_LEAD_LENGTH: Final = 40
_FEW_DAYS: Final = 31
_MANY_DAYS: Final = 8  # in one row; more are no dates, and reading on would not be linear
_MONTHS: Final = 12


def _any(phrases: Iterable[str]) -> str:
    """Return a pattern for one of several phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns that are made of the data file's words."""
    data = words("dates")
    lead = data["lead"]
    part = "".join(f"(?<!{word} )" for word in lead["no_day_part"]) + f"(?P<part>{_any(data['day_parts'])})"
    near = _any(data["near"])
    day = f"(?:{_any(lead['day'])}) "
    return {
        "lead": re.compile(
            rf"(?<![^\W_])(?P<since>từ )?(?:{part}(?: (?:{near}))?,? )?(?P<weekday>(?:{_any(lead['weekdays'])})(?:,| -)? )?"
            rf"(?P<word>(?:các |những )?{day})?\(?$"
        ),
        "span": re.compile(rf"(?: ?- ?| (?:đến|tới) (?:hết )?)(?:(?:{_any(data['day_parts'])}) )?(?:ngày )?(?=[0-9])"),
        "years": re.compile(rf"(?<![^\W_])(?P<since>từ )?(?P<word>(?:{_any(lead['period'])}) )?$"),
        "document": re.compile(rf"(?<![^\W_])(?:{_any(lead['document'])}) $"),
        "near": re.compile(rf" (?P<near>{near})(?![^\W_])"),
        "near_lead": re.compile(rf"(?<![^\W_])(?:(?:ngày )?hôm|(?P<tomorrow>ngày)|{part})$"),
    }


@cache
def _last_lead_words() -> frozenset[str]:
    """Return the words that can stand right before a day: most digits have none, which saves the search for a lead."""
    data = words("dates")
    phrases = [*data["day_parts"], *data["near"], *data["lead"]["day"], *data["lead"]["weekdays"], "từ", "-"]
    return frozenset(phrase.rpartition(" ")[2] for phrase in phrases)


@lru_cache(maxsize=8)  # several recognisers ask for the dates of the same article
def _dates(text: str) -> tuple[DateMention, ...]:
    folded = fold(text)
    found: list[DateMention] = []
    done = 0
    for run in _RUN.finditer(folded):
        if run.start() >= done and run.end() - run.start() in {1, 2, 4} and not _inside_code(folded, run.start()):
            mentions = _at_digits(folded, run.start(), run.end())
            found += mentions
            done = max([done, *(mention.end for mention in mentions)])
    quarters = list(_quarters(folded))
    found = _apart_from(quarters, found)  # “quý IV năm 2023” holds a year that is none of its own
    found += quarters
    found += _apart_from(sorted(found, key=lambda mention: mention.start), _near_days(folded))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _apart_from(taken: list[DateMention], mentions: Iterable[DateMention]) -> list[DateMention]:
    """Return those of the mentions that overlap none of *taken*, which stand in order."""
    apart = []
    for mention in mentions:
        index = bisect_left(taken, mention.end, key=lambda other: other.start)
        if index == 0 or taken[index - 1].end <= mention.start:
            apart.append(mention)
    return apart


def _inside_code(folded: str, start: int) -> bool:
    """Say whether digits go on a word or number before them: *PC03*, *276/KH-12*, *COVID-19*."""
    if start == 0:
        return False
    before = folded[start - 1]
    return before.isalnum() or before == "_" or (before in "/-.," and start > 1 and folded[start - 2].isalnum())


def _at_digits(folded: str, start: int, end: int) -> list[DateMention]:
    if end - start == len("2024"):
        return _years_at(folded, start)
    return _part_of_year_at(folded, start) or _days_at(folded, start) or _month_at(folded, start)


def _search_before(pattern: str, folded: str, start: int, length: int = 16) -> re.Match[str] | None:
    """Search *pattern* in the few code points before *start*."""
    return _patterns()[pattern].search(folded, max(0, start - length), start)


def _years_at(folded: str, start: int) -> list[DateMention]:
    match = _YEARS.match(folded, start)
    lead = _search_before("years", folded, start)
    if match is None or lead is None:
        return []
    cue = bool(lead["word"])
    if match["until"] and not (cue or lead["since"]):
        return []
    first, last = int(match["first"]), int(match["last"] or match["until"] or match["first"])
    begins = lead.start() if match["until"] else lead.start("word") if cue else start
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
    word = start - len("tháng ")
    named = folded.startswith("tháng ", max(0, word)) and not (word > 0 and folded[word - 1].isalnum())
    if match and (named or (match["separator"] == "/" and not _search_before("document", folded, start))):
        date = _date(int(match["year"]), int(match["month"]))
        return [DateMention(start=word if named else start, end=match.end(), kind=DateKind.MONTH, date=date)] if date else []
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
        if (link := _patterns()["span"].match(folded, days[-1].end)) and (day := _day(folded, link.end())):
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
    bracket = folded.endswith("(", 0, start)
    last_word = folded[max(0, start - 9) : start].replace("\n", " ").rstrip(" (").rpartition(" ")[2].rstrip(",")
    match = _search_before("lead", folded, start, _LEAD_LENGTH) if last_word in _last_lead_words() else None
    if match is None:
        return _Lead(start, bracket=bracket)
    part = DayPart(words("dates")["day_parts"][match["part"]]) if match["part"] else None
    names_day = bool(match["part"] or match["weekday"] or match["word"])
    return _Lead(match.start(), bool(match["since"]), names_day, part, bracket)


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
    found = [_full(day, last) for day in days]
    if not all(found):
        return []
    known = [date for date in found if date]
    first, final = known[0], known[-1]
    if len(days) == 1:
        fixed = lead.bracket and not lead.names_day and f"{last.day}/{last.month}" in words("dates")["fixed"]["days"]
        kind = DateKind.ANNIVERSARY if fixed and last.year is None else DateKind.DAY
        return [DateMention(start=start, end=end, kind=kind, date=first, day_part=lead.part)]
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


def _date(year: int | None, month: int | None, day: int | None = None) -> CalendarDate | None:
    try:
        return CalendarDate(year=year, month=month, day=day)
    except ValueError:
        return None


def _quarters(folded: str) -> Iterator[DateMention]:
    for match in _QUARTER.finditer(folded):
        first = 3 * _QUARTERS[match["quarter"]] - 2
        yield _period_of_months(match.start(), match.end(), match["year"], (first, first + 2))


def _near_days(folded: str) -> Iterator[DateMention]:
    """Yield *hôm nay*, *sáng nay*, *tối qua*, *ngày mai*."""
    data = words("dates")
    for match in _patterns()["near"].finditer(folded):
        lead = _search_before("near_lead", folded, match.start())
        ahead = data["near"][match["near"]]
        if lead and (ahead > 0 or not lead["tomorrow"]):
            part = DayPart(data["day_parts"][lead["part"]]) if lead["part"] else None
            yield DateMention(start=lead.start(), end=match.end(), kind=DateKind.RELATIVE, day_part=part, days_ahead=ahead)
