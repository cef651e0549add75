"""Awards as they are written."""

import pytest

from antq_records.recognize.mentions import mentions
from antq_records.text.unicode import fold


@pytest.fixture(name="awards")
def awards_fixture(made):
    """Give the way from a text to its awards: form, name, grade, and whose it is."""

    def awards(text):
        found = [one.value for one in mentions(made(text), fold(text)) if one.kind == "award"]
        return [
            (
                one.form.value,
                text[one.name_start : one.name_end] or None,
                text[slice(*one.grade)] if one.grade else None,
                text[one.owner.start : one.owner.end] if one.owner else None,
            )
            for one in found
        ]

    return awards


@pytest.mark.parametrize(
    ("words", "award"),
    [
        ("Cờ thi đua của Bộ Công an", ("flag", "Cờ thi đua của Bộ Công an", None, "Bộ Công an")),
        ("Cờ thi đua Công đoàn CAND", ("flag", "Cờ thi đua Công đoàn CAND", None, "Công đoàn CAND")),
        ("Bằng khen Trung ương Đoàn", ("certificate_of_merit", "Bằng khen Trung ương Đoàn", None, "Trung ương Đoàn")),
        (
            "Bằng khen của Chủ tịch UBND tỉnh Hòa Bình",
            ("certificate_of_merit", "Bằng khen của Chủ tịch UBND tỉnh Hòa Bình", None, "Chủ tịch UBND tỉnh Hòa Bình"),
        ),
        ("giấy khen đột xuất", ("certificate_of_commendation", "giấy khen", None, None)),
        ("Huân chương Lao động hạng Nhất", ("order", "Huân chương Lao động", "hạng Nhất", None)),
        ("Huân chương Lao động, hạng Ba", ("order", "Huân chương Lao động", "hạng Ba", None)),
        ("Huân chương Bảo vệ Tổ quốc hạng III", ("order", "Huân chương Bảo vệ Tổ quốc", "hạng III", None)),
        ("Huy chương Vì an ninh Tổ quốc", ("medal", "Huy chương Vì an ninh Tổ quốc", None, None)),
        ("Kỷ niệm chương “Bảo vệ ANTQ”", ("medal_insignia", "Kỷ niệm chương “Bảo vệ ANTQ”", None, None)),
        ("Giải thưởng “Gương mặt trẻ” năm 2023", ("prize", "Giải thưởng “Gương mặt trẻ”", None, None)),
        ("giải khuyến khích", ("prize", None, "giải khuyến khích", None)),
        ("giải A", ("prize", None, "giải A", None)),
        ("danh hiệu “Lao động giỏi”", ("title", "“Lao động giỏi”", None, None)),
        ("danh hiệu Chiến sĩ thi đua cơ sở", ("title", "Chiến sĩ thi đua cơ sở", None, None)),
        (
            "danh hiệu xuất sắc dẫn đầu cụm thi đua Khối Lực lượng vũ trang",
            ("title", "xuất sắc dẫn đầu cụm thi đua Khối Lực lượng vũ trang", None, None),
        ),
        ("Bằng Lao động sáng tạo", ("other", "Bằng Lao động sáng tạo", None, None)),
    ],
)
def test_awards(awards, words, award):
    """Form, name, grade and owner are those of the words."""
    assert awards(f"được tặng {words}.") == [award]


@pytest.mark.parametrize(
    "words",
    [
        "giải pháp tốt",
        "giải quyết việc",
        "danh hiệu này",
        "giải phóng mặt bằng",
        "500 lá cờ Tổ quốc",
        "huy động lực lượng",
        "bằng lòng",
    ],
)
def test_words_that_are_no_awards(awards, words):
    """Words that begin like an award name none."""
    assert awards(f"Đơn vị đã có {words}.") == []


def test_papers_are_counted(made):
    """A number before an award counts its papers."""
    text = "trao 8 Bằng khen của Bộ Công an"
    [award] = [one.value for one in mentions(made(text), fold(text)) if one.kind == "award"]

    assert award.papers.value == 8
