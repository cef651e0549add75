"""The typed spans of a text."""

import pytest

from antq_records.recognize.mentions import mentions
from antq_records.text.unicode import fold


@pytest.fixture(name="found")
def found_fixture(made):
    """Give the way from a text to its mentions of some kinds, in words."""

    def found(text, *kinds):
        return [(one.kind, text[one.start : one.end]) for one in mentions(made(text), fold(text)) if not kinds or one.kind in kinds]

    return found


def test_a_sentence_from_left_to_right(found):
    """A sentence becomes its bodies, verbs, awards, groups and times, in order."""
    text = "Ngày 12/8/2024, Bộ Công an đã trao tặng Bằng khen cho 3 tập thể và Thượng úy Quách Văn Tủng, kèm 5 triệu đồng."

    assert found(text) == [
        ("date", "Ngày 12/8/2024"),
        ("org", "Bộ Công an"),
        ("give", "trao tặng"),
        ("award", "Bằng khen"),
        ("group", "3 tập thể"),
        ("person", "Thượng úy Quách Văn Tủng"),
        ("money", "5 triệu đồng"),
    ]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("145 tập thể, cá nhân", ["145 tập thể, cá nhân"], id="one number for two"),
        pytest.param("59 tập thể và 86 cá nhân", ["59 tập thể", "86 cá nhân"], id="a number each"),
        pytest.param("trao cho các đơn vị", ["đơn vị"], id="no number"),
        pytest.param("gần 500 đoàn viên", ["gần 500 đoàn viên"], id="more or less"),
        pytest.param("83 lượt cá nhân", ["83 lượt cá nhân"], id="times"),
        pytest.param("tặng 5 triệu đồng", [], id="money"),
        pytest.param("năm 2023 tập thể đã họp", [], id="a year before a group"),
        pytest.param("Kế hoạch 276/KH-CĐCA của tập thể", [], id="a code number"),
        pytest.param("đơn vị đã họp", [], id="a bare counting word"),
    ],
)
def test_groups(found, text, spans):
    """A number and what it counts is a group; so is a plural without a number."""
    assert [words for _, words in found(text, "group")] == spans


@pytest.mark.parametrize(
    ("text", "number", "named"),
    [
        ("Cụm thi đua số 5 họp", 5, True),
        ("Cụm V họp", 5, True),
        ("cụm thi đua IV họp", 4, True),
        ("Cụm thi đua số XII họp", 12, True),
        ("Cụm thi đua 5 tỉnh họp", None, False),
        ("Cụm đã họp", None, False),
        ("Khối thi đua Nội chính - Công an tỉnh Hòa Bình họp", None, True),
        ("cụm thi đua Khối Lực lượng vũ trang thành phố đã họp", None, True),
    ],
)
def test_clusters(made, text, number, named):
    """A number in digits or letters names a cluster, a count of provinces does not."""
    [cluster] = [one.value for one in mentions(made(text), fold(text)) if one.kind == "cluster"]

    assert (cluster.number, cluster.named) == (number, named)


@pytest.mark.parametrize("text", ["khối lượng công việc lớn", "cụm từ này", "khối dân cư Bình Minh"])
def test_words_that_are_no_clusters(found, text):
    """Other uses of the words stay what they are."""
    assert found(text, "cluster") == []


@pytest.mark.parametrize("text", ["x", "“”", "12", "Công an", "…", "và", "tặng " * 50])
def test_any_text_has_mentions_in_order(made, text):
    """Mentions begin from left to right and stand inside the text."""
    found = mentions(made(text), fold(text))

    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
