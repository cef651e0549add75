"""Times as portals print them: day first, Vietnamese weekdays and parts of the day, Vietnam's zone unless another is printed."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final
from unicodedata import normalize

__all__ = ["VIETNAM", "moment"]

VIETNAM: Final = timezone(timedelta(hours=7))

_YEAR_FIRST: Final = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_DAY_FIRST: Final = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s*(?:[-/.]|tháng)\s*(?P<month>\d{1,2})\s*(?:[-/.,]|năm)\s*(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ENGLISH: Final = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?,?\s+(?P<year>(?:19|20)\d\d)", re.IGNORECASE
)
_CLOCK: Final = re.compile(
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-3])\s?(?:[:hg]|giờ)\s?(?P<minute>[0-5]\d)(?:\s?[:mp]\s?(?P<second>[0-5]\d)(?:\.\d+)?)?(?![\d])"
    r"(?:\s*(?P<half>[AP]M|SA|CH)\b)?",
    re.IGNORECASE,
)
_OFFSET: Final = re.compile(r"(?:GMT|UTC)?\s?(?P<sign>[+-])(?P<hours>0?\d|1[0-4])(?::?(?P<minutes>[0-5]\d))?(?!\d)")
_ZONE: Final = re.compile(r"(?:\b|(?<=\d))(?P<zone>ICT|UTC|GMT|Z|E[SD]T|C[SD]T|M[SD]T|P[SD]T)(?![A-Za-z])")
_ZONES: Final = {
    "ICT": 7,
    "UTC": 0,
    "GMT": 0,
    "Z": 0,
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
_NOON: Final = 12


def moment(text: str) -> datetime | None:
    """
    Read the first time in *text*; ``None`` where there is none. A day without a clock time is its midnight.

    >>> moment("Thứ ba - 26/11/2024 03:20").isoformat()
    '2024-11-26T03:20:00+07:00'
    >>> moment("2024-11-26+0703:20:00").isoformat()  # NukeViet writes day, zone, clock without a mark between them
    '2024-11-26T03:20:00+07:00'
    """
    text = normalize("NFC", text)
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _ENGLISH):
        if day := pattern.search(text):
            break
    else:
        return None
    before, after = text[: day.start()], text[day.end() :]
    glued = re.match(r"([A-Z]{3}|[+-]\d\d)(\d\d:\d\d:\d\d)$", after)
    if glued:
        before, after = "", f" {glued[2]} {glued[1]}"
    clock = _CLOCK.search(after) or _CLOCK.search(before)
    zone = _zone(after[clock.end() :] if clock and clock.string is after else after)
    try:
        return _assembled(day, clock, zone)
    except ValueError:
        return None


def _assembled(day: re.Match[str], clock: re.Match[str] | None, zone: timezone) -> datetime:
    name = day["month"]
    month = int(name) if name.isdecimal() else _MONTHS.index(name.lower()) + 1
    found = datetime(int(day["year"]), month, int(day["day"]), tzinfo=zone)
    if clock is None:
        return found
    hour = int(clock["hour"])
    half = (clock["half"] or "").upper()
    if half in {"PM", "CH"} and hour < _NOON:
        hour += _NOON
    elif half in {"AM", "SA"} and hour == _NOON:
        hour = 0
    return found.replace(hour=hour, minute=int(clock["minute"]), second=int(clock["second"] or 0))


def _zone(text: str) -> timezone:
    """Return the zone printed in what follows the clock time, else Vietnam's."""
    if offset := _OFFSET.match(text.lstrip(" (")):
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        return timezone(timedelta(minutes=minutes if offset["sign"] == "+" else -minutes))
    if named := _ZONE.match(text.lstrip(" (")):
        return timezone(timedelta(hours=_ZONES[named["zone"]])) if _ZONES[named["zone"]] else UTC
    return VIETNAM
