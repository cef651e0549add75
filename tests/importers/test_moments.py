"""Times as portals print them."""

import pytest

from antq_records.importers import moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thứ ba - 26/11/2024 03:20", "2024-11-26T03:20:00+07:00"),
        ("26/11/2024 04:05:00 PM", "2024-11-26T16:05:00+07:00"),
        ("2024-11-26+0703:20:00", "2024-11-26T03:20:00+07:00"),
        ("2024-11-26ICT03:20:00", "2024-11-26T03:20:00+07:00"),
        ("2024-11-26EST03:20:00", "2024-11-26T03:20:00-05:00"),
        ("2024-01-23T15:04:05+0700", "2024-01-23T15:04:05+07:00"),
        ("2024-01-23T15:04:05", "2024-01-23T15:04:05+07:00"),
        ("2026-10-02T09:10:00.063Z", "2026-10-02T09:10:00+00:00"),
        ("Mon, 25 Nov 2024 20:11:15 GMT", "2024-11-25T20:11:15+00:00"),
        ("Mon, 05 Oct 2026 11:18:25 UTC", "2026-10-05T11:18:25+00:00"),
        ("Thứ bảy, 25/06/2022 16:08", "2022-06-25T16:08:00+07:00"),
        ("17:20 18/12/2025", "2025-12-18T17:20:00+07:00"),
        ("Thứ Năm, 18/12/2025, 17:20 |", "2025-12-18T17:20:00+07:00"),
        ("Thứ Ba, 10/02/2026 21:45 GMT+7", "2026-02-10T21:45:00+07:00"),
        ("Thứ tư, ngày 13/09/2023 - 16:02", "2023-09-13T16:02:00+07:00"),
        ("ngày 5 tháng 3 năm 2024, 8 giờ 30", "2024-03-05T08:30:00+07:00"),
        ("Thứ Sáu, 25/04/2025", "2025-04-25T00:00:00+07:00"),
        ("02/10/2026", "2026-10-02T00:00:00+07:00"),
        ("23-1-2024 7h05", "2024-01-23T07:05:00+07:00"),
    ],
)
def test_every_printed_form_is_read(text, expected):
    """Each form that a portal is known to print gives its time and zone, Vietnam's where none is printed."""
    assert moment(text).isoformat() == expected


@pytest.mark.parametrize("text", ["", "Hôm nay", "31/02/2024", "99/99/2024 10:00", "số 276/KH-CĐCA", "1/2"])
def test_what_is_no_time_gives_none(text):
    """Nothing is guessed from words that are no date, or from a day that does not exist."""
    assert moment(text) is None
