"""People as they are written."""

import pytest

from antq_records.recognize.mentions import mentions
from antq_records.text.unicode import fold

CURRENT, FORMER, ACTING = "current", "former", "acting"


@pytest.fixture(name="people")
def people_fixture(made):
    """Give the way from a text to the people it names: rank, name, offices."""

    def people(text):
        found = [one.value for one in mentions(made(text), fold(text)) if one.kind == "person"]
        return [
            (
                text[slice(*one.rank)] if one.rank else None,
                text[one.name_start : one.name_end],
                [
                    (text[office.start : office.title_end], office.body.value.name if office.body else None, office.standing.value)
                    for office in one.offices
                ],
            )
            for one in found
        ]

    return people


@pytest.mark.parametrize(
    ("words", "person"),
    [
        pytest.param("đồng chí Xa Thị Lả", (None, "Xa Thị Lả", []), id="an honorific"),
        pytest.param("trung tá Bùi Thị Nhình", ("trung tá", "Bùi Thị Nhình", []), id="a rank in small letters"),
        pytest.param("PGS.TS, Thiếu tướng Bùi Quang Nhẫn", ("Thiếu tướng", "Bùi Quang Nhẫn", []), id="a degree before the rank"),
        pytest.param("Đại tá, PGS.TS Bùi Quang Nhẫn", ("Đại tá", "Bùi Quang Nhẫn", []), id="a degree behind the rank"),
        pytest.param(
            "đồng chí Thượng tướng Lường Văn Sắc, Ủy viên Trung ương Đảng, Thứ trưởng Bộ Công an",
            ("Thượng tướng", "Lường Văn Sắc", [("Ủy viên Trung ương Đảng", None, CURRENT), ("Thứ trưởng", "Bộ Công an", CURRENT)]),
            id="two offices behind",
        ),
        pytest.param("Thứ trưởng Bộ Công an Lê Bá Tạ", (None, "Lê Bá Tạ", [("Thứ trưởng", "Bộ Công an", CURRENT)]), id="an office before"),
        pytest.param(
            "Trung tá Công Thanh Thảo - Chủ tịch Công đoàn CAND",
            ("Trung tá", "Công Thanh Thảo", [("Chủ tịch", "Công đoàn CAND", CURRENT)]),
            id="behind a dash; a family name that is a word",
        ),
        pytest.param(
            "ông Đinh Công Pển: Phó Chủ tịch UBND tỉnh Hòa Bình",
            (None, "Đinh Công Pển", [("Phó Chủ tịch", "UBND tỉnh Hòa Bình", CURRENT)]),
            id="behind a colon",
        ),
        pytest.param(
            "Phó Chủ tịch Thường trực Tổng Liên đoàn Lao động Việt Nam Trần Văn Tú",
            (None, "Trần Văn Tú", [("Phó Chủ tịch Thường trực", "Tổng Liên đoàn Lao động Việt Nam", CURRENT)]),
            id="a long office before",
        ),
        pytest.param(
            "Từ Thanh Ma, nguyên Phó Giám đốc Công an tỉnh Hòa Bình",
            (None, "Từ Thanh Ma", [("Phó Giám đốc", "Công an tỉnh Hòa Bình", FORMER)]),
            id="formerly",
        ),
        pytest.param(
            "Từ Thanh Ma, quyền Giám đốc Công an tỉnh Hòa Bình",
            (None, "Từ Thanh Ma", [("Giám đốc", "Công an tỉnh Hòa Bình", ACTING)]),
            id="acting",
        ),
        pytest.param(
            "nguyên Giám đốc Công an tỉnh Hòa Bình Xa Văn Lả",
            (None, "Xa Văn Lả", [("Giám đốc", "Công an tỉnh Hòa Bình", FORMER)]),
            id="formerly, the office before",
        ),
        pytest.param(
            "quyền Giám đốc Công an tỉnh Hòa Bình Xa Văn Lả",
            (None, "Xa Văn Lả", [("Giám đốc", "Công an tỉnh Hòa Bình", ACTING)]),
            id="acting, the office before",
        ),
        pytest.param("ông Y Thông", (None, "Y Thông", []), id="one letter and a name"),
        pytest.param("ông A Lăng Nhớ", (None, "A Lăng Nhớ", []), id="a name of the mountains"),
        pytest.param(
            "ông Ksor H'Bia",
            (None, "Ksor H'Bia", []),
            id="an apostrophe before a capital",
        ),
        pytest.param(
            "bà H’Lê Niê",
            (None, "H’Lê Niê", []),
            id="a name that begins with an apostrophe",
        ),
    ],
)
def test_people(people, words, person):
    """Rank, name and offices are those of the words, in whatever order they stand."""
    assert people(f"Hôm nay, {words}.") == [person]


def test_an_office_shared_by_a_list(people):
    """“Các đồng chí Ủy viên Trung ương Đảng: A - …” gives the office at least to the first, and each his own."""
    found = people(
        "Có các đồng chí Ủy viên Trung ương Đảng: Lê Bá Tạ - Thứ trưởng Bộ Công an; Trung tướng Lường Văn Sắc - Thứ trưởng Bộ Công an."
    )

    assert [(rank, name) for rank, name, _ in found] == [(None, "Lê Bá Tạ"), ("Trung tướng", "Lường Văn Sắc")]
    assert all(("Thứ trưởng", "Bộ Công an", CURRENT) in offices for *_, offices in found)


@pytest.mark.parametrize(
    "words",
    [
        "đường Lê Lợi",
        "phường Nguyễn Trãi",
        "thành phố Hồ Chí Minh",
        "Chủ tịch Hồ Chí Minh",
        "Ngày Phụ nữ Việt Nam",
        "đường Lò Văn Giá",
        "phố Lò Văn Giá",
        "Đường Lò Văn Giá",
        "tượng đài Lò Văn Giá",
        "quỹ Lò Văn Giá",
        "Trường THPT Lò Văn Giá",
        "LÒ VĂN SÂM",
        "Công an tỉnh Hòa Bình",
    ],
)
def test_names_of_no_people(people, words):
    """Streets, places, days and names in capitals are nobody."""
    assert people(f"Hôm nay tại {words} có mưa.") == []


@pytest.mark.parametrize("word", ["Với", "Ảnh", "Tại", "Theo", "Các", "Được", "Trong"])
def test_a_name_stops_before_the_next_sentence(people, word):
    """Where a page has lost its full stops, a word that opens a sentence or a caption is no part of a name."""
    assert people(f"Tặng Giấy khen cho Thượng úy Quách Văn Tủng {word} thành tích đó.") == [("Thượng úy", "Quách Văn Tủng", [])]
