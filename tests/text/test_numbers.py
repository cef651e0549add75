from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_records.model import Qualifier
from antq_records.text import number_at, numbers

PIECES = (
    "1 02 5 12 2024 30.000 2.034 1,5 nghìn triệu tỷ trăm mươi mười lăm năm một hai ba linh rưỡi chục hơn gần khoảng số "
    "tập thể cá nhân tháng ngày và % / - . , ( “ ”"
)
NUMBERISH = st.lists(st.sampled_from(PIECES.split()), max_size=20)


def read(text):
    """Return words and value of each number."""
    return [(text[number.start : number.end], number.value) for number in numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("3.184 mô hình", 3184, id="a dot groups thousands"),
        pytest.param("12.345.678 đồng", 12_345_678, id="two dots"),
        pytest.param("02 tập thể", 2, id="a leading zero"),
        pytest.param("15 vạn lượt", 150_000, id="vạn"),
        pytest.param("25 ngàn hội viên", 25_000, id="ngàn"),
        pytest.param("66 tỷ đồng", 66_000_000_000, id="tỷ"),
        pytest.param("66 tỉ đồng", 66_000_000_000, id="tỉ"),
        pytest.param("2 nghìn tỷ đồng", 2_000_000_000_000, id="nghìn tỷ"),
        pytest.param("1.200 tỷ đồng", 1_200_000_000_000, id="a dot group of tỷ"),
        pytest.param("1,5 triệu đồng", 1_500_000, id="a decimal comma before a scale"),
        pytest.param("1.5 triệu đồng", 1_500_000, id="a dot that cannot group"),
        pytest.param("5 triệu 200 nghìn đồng", 5_200_000, id="two scales"),
        pytest.param("mười lăm đơn vị", 15, id="mười lăm"),
        pytest.param("Hai mươi mốt cá nhân", 21, id="hai mươi mốt"),
        pytest.param("ba mươi tư gương", 34, id="ba mươi tư"),
        pytest.param("một trăm linh một cán bộ", 101, id="linh"),
        pytest.param("hai trăm lẻ năm cán bộ", 205, id="lẻ năm"),
        pytest.param("ba trăm năm mươi hội viên", 350, id="năm inside"),
        pytest.param("một nghìn hai trăm người", 1200, id="words with scales"),
        pytest.param("bảy ngàn hội viên", 7000, id="bảy ngàn"),
        pytest.param("năm cá nhân", 5, id="năm is five before a counting word"),
        pytest.param("ba sĩ quan", 3, id="one word before a counting word"),
        pytest.param("hai mươi năm qua", 20, id="năm behind ten is a year"),
        pytest.param("Cụm thi đua 5 tỉnh", 5, id="a count of members"),
        pytest.param("cụm 6 tỉnh Bắc Trung Bộ", 6, id="a count behind a word that may head a label"),
        pytest.param("tổng số 3.184 mô hình", 3184, id="tổng số is no label"),
        pytest.param("quốc.20 gương", 20, id="glued sentences"),
        pytest.param("gồm:5 tập thể", 5, id="glued colon"),
    ],
)
def test_value(text, value):
    """Each way to write a count gives its number, and that alone."""
    assert [value] == [number.value for number in numbers(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("92,04% vụ", id="decimal percentage"),
        pytest.param("vượt hơn 200% kế hoạch, đạt 100 %, 5 phần trăm", id="percentages"),
        pytest.param("248/558 xã, 23/23", id="ratios"),
        pytest.param("số 276/KH-CĐCA, 36/HD-CĐCA, 27-NQ/TW, 06/2022/QH15", id="document numbers"),
        pytest.param("theo ‘kế hoạch 5’, quốc.năm 2.024", id="labels behind a mark"),
        pytest.param("COVID-19, PC03, K50, 5G", id="codes"),
        pytest.param("Tổ công tác 363, cụm 8, Cụm thi đua số 5, giai đoạn 1, lần thứ 5, khóa 13", id="labels"),
        pytest.param("trực 24/7, lúc 16:08, 8h30", id="round the clock"),
        pytest.param("năm 2024, giai đoạn 2018 – 2023, 25/11/2024, 17 và 18/10", id="dates and years"),
        pytest.param("hàng trăm ngôi nhà, 5 chục, 1 triệu rưỡi, vài ba đơn vị, ba bốn đơn vị", id="indefinite"),
        pytest.param("Chương trình “1 triệu sáng kiến - nỗ lực vượt khó”", id="a name in quotation marks"),
        pytest.param("20-30 suất quà, 20 - 30 suất", id="ranges"),
        pytest.param("0912345678, 069.2345678, 1.2.3", id="telephones and versions"),
        pytest.param("huyện Ba Vì, lần thứ năm, Thứ Năm, tháng tư, một trong những", id="number words in names"),
        pytest.param("trong năm tập thể lao động đã cố gắng", id="năm is a year behind trong"),
        pytest.param("1,2345 nghìn", id="no whole number"),
        pytest.param("9" * 5000, id="digits without end"),
    ],
)
def test_no_count(text):
    """What is written with digits or number words and counts nothing is no number."""
    assert read(text) == []


def test_years_of_a_count():
    """Behind a number *năm* is the year it counts, whatever follows."""
    assert read("5 năm cá nhân phấn đấu, hai mươi năm đơn vị trưởng thành") == [("5", 5), ("hai mươi", 20)]


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("hơn", Qualifier.OVER),
        ("trên", Qualifier.OVER),
        ("gần", Qualifier.NEARLY),
        ("khoảng", Qualifier.ABOUT),
        ("ít nhất", Qualifier.AT_LEAST),
        ("dưới", Qualifier.UNDER),
        ("không quá", Qualifier.AT_MOST),
        ("lên đến", Qualifier.AT_MOST),
    ],
)
def test_qualifier(words, qualifier):
    """An approximation before a number is read and belongs to its span."""
    text = f"Có ({words} 1.200 đoàn viên) và {words} mười lăm đơn vị"

    assert [(f"{words} 1.200", 1200), (f"{words} mười lăm", 15)] == read(text)
    assert {qualifier} == {number.qualifier for number in numbers(text)}


def test_malformed():
    """A dot group before nghìn can mean two numbers, so it is none; a decimal comma there is one."""
    [bad, good] = numbers("đã có 2.034 nghìn sáng kiến, 2,034 nghìn lượt")

    assert (bad.malformed, bad.value) == (True, None)
    assert (good.malformed, good.value) == (False, 2034)


def test_part_of_a_text():
    """Only numbers wholly inside the range are given; what stands before it still counts."""
    text = "số 5, hơn 30 tập thể, 7 cá nhân"

    assert list(numbers(text, 3, 5)) == []
    assert [number.value for number in numbers(text, 10)] == [7]


def test_number_at():
    """The number over a place is found, from its qualifier to its scale word."""
    text = "gồm hơn 15 vạn lượt"

    assert [number and number.value for number in (number_at(text, place) for place in (3, 4, 13, 14))] == [None, 150_000, 150_000, None]


@given(st.one_of(st.text(), NUMBERISH.map(" ".join), NUMBERISH.map("".join)))
def test_numbers_lie_in_the_text(text):
    """Whatever the text: no error, spans in order and inside, and either a value or malformed."""
    found = list(numbers(text))
    spans = [(number.start, number.end) for number in found]

    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all((number.value is None) == number.malformed for number in found)
