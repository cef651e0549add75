"""What does not add up is said, and nothing is made of it."""

import pytest


def found(records):
    """Return the findings that words prove, each as its code and those words."""
    return [(one.code.value, one.evidence[0].quote) for one in records.findings if one.evidence]


@pytest.mark.parametrize(
    ("line", "told", "counts"),
    [
        pytest.param(
            "UBND tỉnh Hòa Bình tặng Bằng khen cho 46 tập thể, cá nhân, gồm 15 tập thể và 32 cá nhân.",
            [("total_mismatch", "46 tập thể, cá nhân, gồm 15 tập thể và 32 cá nhân")],
            [15, 32],
            id="the parts are more",
        ),
        pytest.param(
            "UBND tỉnh Hòa Bình tặng Bằng khen cho 47 tập thể, cá nhân (15 tập thể, 32 cá nhân).",
            [],
            [15, 32],
            id="the parts add up",
        ),
        pytest.param(
            "UBND tỉnh Hòa Bình tặng Bằng khen cho 3 cá nhân, gồm: Đinh Công Pển và Xa Thị Lả.",
            [("count_mismatch", "3 cá nhân")],
            [],
            id="fewer are named",
        ),
    ],
)
def test_totals_and_lists(read, line, told, counts):
    """A total that its parts contradict is left out; the parts stand."""
    records = read(line)

    assert found(records) == told
    assert [one.count.value for one in records.honorees if one.count] == counts


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Chủ tịch nước tước danh hiệu Anh hùng Lao động của ông Lường Văn Khén.", id="a title"),
        pytest.param("UBND tỉnh Hòa Bình hủy bỏ quyết định tặng Bằng khen cho ông Lường Văn Khén.", id="the decision that gave it"),
    ],
)
def test_an_award_that_is_taken_back(read, line):
    """It honours nobody, and is said."""
    records = read(line)

    assert records.honorees == ()
    assert [code for code, _ in found(records)] == ["revoked_award"]


def test_what_was_seized_is_no_award(read):
    """“Thu hồi” before money takes no award away."""
    records = read("Đội 2 đã phá vụ cướp, thu hồi 2 tỷ đồng, được Công an tỉnh Hòa Bình tặng Giấy khen.")

    assert [one.name for one in records.honorees] == ["Đội 2"]
    assert found(records) == []


def test_a_name_of_two_bodies(read):
    """In 2015 the army and the police each had a Tổng cục Chính trị."""
    records = read("Tổng cục Chính trị tặng Bằng khen cho 2 tập thể.", published="2015-06-01T08:00:00+07:00")

    assert found(records) == [("ambiguous_organization", "Tổng cục Chính trị")]
    assert records.honorees[0].commendations[0].conferrers[0].ref is None
