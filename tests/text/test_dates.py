from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_records.model import CalendarDate
from antq_records.text import DateKind, complete, dates

HANOI = timezone(timedelta(hours=7))
PIECES = (
    "1 31 8 12 2024 1945 24/4/2025 23-1 25.6 18/8 / - . và , đến từ ngày tháng năm quý I sáng nay qua tối hôm thứ hai chủ nhật "
    "( ) 6 đầu giai đoạn số"
)
DATEISH = st.lists(st.sampled_from(PIECES.split()), max_size=20)


def read(text):
    """Return for each mention its words, date or dates, and kind."""
    return [
        (text[found.start : found.end], "/".join(str(date) for date in (found.date, found.end_date) if date), found.kind.value)
        for found in dates(text)
    ]


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        pytest.param("Sáng 24/4/2025, tại Huế", "Sáng 24/4/2025", "2025-04-24", id="part of the day d/m/y"),
        pytest.param("vào chiều ngày 18/8 đã", "chiều ngày 18/8", "--08-18", id="part of the day ngày d/m"),
        pytest.param("Chiều 18.8, Bộ", "Chiều 18.8", "--08-18", id="part of the day d.m"),
        pytest.param("tối 12-8", "tối 12-8", "--08-12", id="part of the day d-m"),
        pytest.param("Ngày 25/11/2024", "Ngày 25/11/2024", "2024-11-25", id="ngày d/m/y"),
        pytest.param("Ngày 23-1, Công an", "Ngày 23-1", "--01-23", id="ngày d-m"),
        pytest.param("Ngày 9-8-2018", "Ngày 9-8-2018", "2018-08-09", id="ngày d-m-y"),
        pytest.param("Tính đến ngày 25.6, đã có", "ngày 25.6", "--06-25", id="ngày d.m is no decimal"),
        pytest.param("tính đến 15/12.", "tính đến 15/12", "--12-15", id="tính đến d/m"),
        pytest.param("ngày 28- 8- 1950", "ngày 28- 8- 1950", "1950-08-28", id="stray spaces"),
        pytest.param("ngày 15 tháng 6 năm 2022", "ngày 15 tháng 6 năm 2022", "2022-06-15", id="in words"),
        pytest.param("ngày 28 tháng 07", "ngày 28 tháng 07", "--07-28", id="in words without a year"),
        pytest.param("Sáng nay (17/12), tại", "Sáng nay (17/12)", "--12-17", id="today in brackets"),
        pytest.param("Chiều nay, 14/6", "Chiều nay, 14/6", "--06-14", id="today and its date"),
        pytest.param("Sáng thứ Bảy (25/4)", "Sáng thứ Bảy (25/4)", "--04-25", id="weekday in between"),
        pytest.param("Thứ ba - 26/11/2024 03:20", "Thứ ba - 26/11/2024", "2024-11-26", id="dateline"),
        pytest.param("| 25/06/2022 16:08", "25/06/2022", "2022-06-25", id="byline stamp"),
        pytest.param("dự (sáng 25/6)", "sáng 25/6", "--06-25", id="date word behind a bracket"),
        pytest.param("“Ngày 25.6, Bộ", "Ngày 25.6", "--06-25", id="date word behind a quotation mark"),
        pytest.param("Kết thúc (17/12)", "17/12", "--12-17", id="in brackets"),
        pytest.param("ngày 29/2", "ngày 29/2", "--02-29", id="leap day without its year"),
        pytest.param("17 và 18/10", "17 và 18/10", "--10-17/--10-18", id="two days on end"),
        pytest.param("trong 2 ngày 8 và 9/5", "ngày 8 và 9/5", "--05-08/--05-09", id="counted days"),
        pytest.param("ngày 7, 8 và 9/5/2024", "ngày 7, 8 và 9/5/2024", "2024-05-07/2024-05-09", id="three days on end"),
        pytest.param("diễn ra từ ngày 24-10 đến 28-10", "từ ngày 24-10 đến 28-10", "--10-24/--10-28", id="from … to"),
        pytest.param("từ ngày 11 đến 13-10", "từ ngày 11 đến 13-10", "--10-11/--10-13", id="month said once"),
        pytest.param("từ 3/10 đến hết ngày 5/10", "từ 3/10 đến hết ngày 5/10", "--10-03/--10-05", id="từ alone"),
        pytest.param("3-5/10", "3-5/10", "--10-03/--10-05", id="d-d/m"),
        pytest.param("24/10-28/10/2023", "24/10-28/10/2023", "2023-10-24/2023-10-28", id="year said once"),
        pytest.param("từ 28/12 đến ngày 3/1/2025", "từ 28/12 đến ngày 3/1/2025", "2024-12-28/2025-01-03", id="over the turn of the year"),
    ],
)
def test_days(text, words, date):
    """Each way to write a day or a few days gives its date, with the words that lead to it."""
    assert [(words, date, "day")] == read(text)


@pytest.mark.parametrize(
    ("text", "words", "date", "kind"),
    [
        pytest.param(
            "từ ngày 15/11/2023 đến 14/11/2024", "từ ngày 15/11/2023 đến 14/11/2024", "2023-11-15/2024-11-14", "period", id="a year of days"
        ),
        pytest.param("Tháng 3/2014", "Tháng 3/2014", "2014-03", "month", id="tháng m/y"),
        pytest.param("tháng 05 năm 2020", "tháng 05 năm 2020", "2020-05", "month", id="tháng m năm y"),
        pytest.param("từ 5/2020", "5/2020", "2020-05", "month", id="m/y"),
        pytest.param("Năm 2024, Công an", "Năm 2024", "2024", "year", id="năm y"),
        pytest.param("giai đoạn 2018 – 2023", "giai đoạn 2018 – 2023", "2018/2023", "period", id="giai đoạn"),
        pytest.param("nhiệm kỳ 2025-2030", "nhiệm kỳ 2025-2030", "2025/2030", "period", id="nhiệm kỳ"),
        pytest.param("nhiệm kì 2023 - 2028", "nhiệm kì 2023 - 2028", "2023/2028", "period", id="nhiệm kì"),
        pytest.param("(2006-2010)", "2006-2010", "2006/2010", "period", id="years in brackets"),
        pytest.param("từ năm 2018 đến năm 2023", "từ năm 2018 đến năm 2023", "2018/2023", "period", id="từ năm … đến năm"),
        pytest.param("từ năm 2018 đến nay", "năm 2018", "2018", "year", id="đến nay"),
        pytest.param("6 tháng đầu năm 2024", "6 tháng đầu năm 2024", "2024-01/2024-06", "period", id="first half"),
        pytest.param("03 tháng cuối năm 2024", "03 tháng cuối năm 2024", "2024-10/2024-12", "period", id="last quarter"),
        pytest.param("quý I/2024", "quý I/2024", "2024-01/2024-03", "period", id="quý I"),
        pytest.param("quý IV năm 2023", "quý IV năm 2023", "2023-10/2023-12", "period", id="quý IV"),
        pytest.param("(19/8/1945 – 19/8/2025)", "19/8/1945 – 19/8/2025", "1945-08-19/2025-08-19", "anniversary", id="anniversary"),
        pytest.param(
            "(12/6/1993 -12/6/2023)", "12/6/1993 -12/6/2023", "1993-06-12/2023-06-12", "anniversary", id="anniversary, stray space"
        ),
        pytest.param("Ngày Phụ nữ Việt Nam (20/10)", "20/10", "--10-20", "anniversary", id="fixed day in brackets"),
        pytest.param("tháng 6", "tháng 6", "", "month", id="month without its year"),
        pytest.param("9 tháng đầu năm", "9 tháng đầu năm", "", "period", id="part of a year without it"),
        pytest.param("buổi Lễ hôm nay", "hôm nay", "", "relative", id="hôm nay"),
        pytest.param("Sáng nay, Bộ", "Sáng nay", "", "relative", id="sáng nay"),
        pytest.param("tối qua", "tối qua", "", "relative", id="tối qua"),
        pytest.param("ngày mai", "ngày mai", "", "relative", id="ngày mai"),
    ],
)
def test_other_times(text, words, date, kind):
    """Months, years, periods, anniversaries and days told from today each have their kind."""
    assert [(words, date, kind)] == read(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("31/2/2024, ngày 45/13, tháng 13", id="dates that do not exist"),
        pytest.param("1/3 số hộ, hơn 2/3, 248/558 xã, trực 24/7", id="fractions and ratios"),
        pytest.param("sáng kiến 5/6, gương sáng 8/3, sáng tạo 1-2", id="sáng that is no morning"),
        pytest.param("số 276/KH-CĐCA, Luật 06/2022/QH15, 27-NQ/TW, số 12/2024", id="document numbers"),
        pytest.param("Giải thưởng 28/7, Ngày Quốc tế phụ nữ 8/3", id="days in names"),
        pytest.param("trong 5 tháng 6 đơn vị, 05 năm qua, 25 năm qua", id="durations"),
        pytest.param("2.012 sáng kiến, 3.184 mô hình, năm 2.024", id="dot groups"),
        pytest.param("từ 3/10 các đơn vị", id="từ without đến"),
        pytest.param("từ ngày 5/10 đến 3/10", id="backwards"),
        pytest.param("giai đoạn 2023-2018, thời gian qua, 2024", id="years backwards or alone"),
        pytest.param("PC03/5, K25-6/2020", id="codes"),
        pytest.param("ngày 28-8/1950, ngày 25/12-2", id="two ways in one"),
        pytest.param(", ".join(["ngày 1"] * 9), id="days without a month"),
    ],
)
def test_no_date(text):
    """What only looks like a date is none."""
    assert read(text) == []


def test_days_that_share_a_month():
    """Days not on end are two mentions: the first holds all the words it takes, the second its own."""
    assert read("các ngày 25 và 28/4/2025") == [("các ngày 25 và 28/4/2025", "2025-04-25", "day"), ("28/4/2025", "2025-04-28", "day")]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Rạng sáng", "early_morning"),
        ("Sáng", "morning"),
        ("Buổi sáng", "morning"),
        ("Trưa", "noon"),
        ("Chiều", "afternoon"),
        ("Chiều tối", "late_afternoon"),
        ("Tối", "evening"),
        ("Đêm", "night"),
    ],
)
def test_part_of_the_day(words, part):
    """The part of the day is read with the date, the longer word first."""
    [found] = dates(f"{words} ngày 24/4, tại")

    assert part == found.day_part


@pytest.mark.parametrize(
    ("day", "published", "year"),
    [
        pytest.param("--01-23", "2024-01-23", 2024, id="the same day"),
        pytest.param("--06-25", "2022-06-28", 2022, id="some days before"),
        pytest.param("--12-28", "2024-01-04", 2023, id="December told in January"),
        pytest.param("--02-20", "2024-01-04", 2024, id="announced seven weeks ahead"),
        pytest.param("--04-20", "2024-01-04", 2023, id="farther ahead is the year before"),
        pytest.param("--01-03", "2024-12-27", 2025, id="announced over the turn of the year"),
        pytest.param("--01-23", "2024-12-27", 2024, id="January told in December"),
        pytest.param("--02-29", "2026-01-10", 2024, id="the last leap day"),
    ],
)
def test_complete(day, published, year):
    """The publication date gives a day its year."""
    date = CalendarDate.parse(day)
    completed = complete(date, datetime.fromisoformat(f"{published}T08:00:00+07:00"))

    assert CalendarDate(year=year, month=date.month, day=date.day) == completed


@pytest.mark.parametrize("text", ["2024-06", "2024", "2024-06-25"])
def test_complete_leaves_what_has_its_year(text):
    """A date with its year is not touched; without a publication date none is."""
    assert CalendarDate.parse(text) == complete(CalendarDate.parse(text), datetime(2020, 1, 1, tzinfo=HANOI))
    assert CalendarDate.parse("--01-23") == complete(CalendarDate.parse("--01-23"), None)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("hôm nay", "2024-01-01"),
        ("tối qua", "2023-12-31"),
        ("tháng 6", "2023-06"),
        ("6 tháng đầu năm", "2024-01/2024-06"),
        ("từ 30/12 đến 1/1", "2023-12-30/2024-01-01"),
        ("ngày 28/12", "2023-12-28"),
        ("năm 2020", "2020"),
        ("quý I/2020", "2020-01/2020-03"),
    ],
)
def test_completed(text, date):
    """With the publication time every mention has its date; without one it stays as it was."""
    [found] = dates(text)
    full = found.completed(datetime(2024, 1, 1, 8, tzinfo=HANOI))

    assert date == "/".join(str(day) for day in (full.date, full.end_date) if day)
    assert found == found.completed(None)


def test_part_of_a_text():
    """Only dates wholly inside the range are given."""
    text = "Ngày 1/2/2024 và ngày 3/4/2024"

    assert [str(found.date) for found in dates(text, 0, 20)] == ["2024-02-01"]
    assert [str(found.date) for found in dates(text, 2)] == ["2024-04-03"]


@given(st.one_of(st.text(), DATEISH.map(" ".join), DATEISH.map("".join)))
def test_dates_lie_in_the_text(text):
    """Whatever the text: no error, spans in order and inside it, and a date unless only publication can tell."""
    found = list(dates(text))

    assert [mention.start for mention in found] == sorted(mention.start for mention in found)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert all((mention.date is None) == (mention.months is not None or mention.days_ahead is not None) for mention in found)
    assert all((mention.kind is DateKind.RELATIVE) == (mention.days_ahead is not None) for mention in found)


@given(DATEISH.map(" ".join), st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001 - hypothesis wants them naive
def test_completed_dates_are_full(text, published):
    """With a publication time no mention stays without a year."""
    full = [mention.completed(published.replace(tzinfo=HANOI)) for mention in dates(text)]

    assert all(mention.date and mention.date.year for mention in full)
