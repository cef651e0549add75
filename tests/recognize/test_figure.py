"""Other counts."""

import pytest


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        pytest.param("Đã có 2.355 sáng kiến.", ["2355 sáng kiến"], id="ideas"),
        pytest.param(
            "Cả nước có 3.184 mô hình “Tổ tự quản khu nhà trọ công nhân” ở 23 địa phương.",
            ["3184 Tổ tự quản khu nhà trọ công nhân", "23 địa phương"],
            id="models by their name",
        ),
        pytest.param("Có gần 500 mô hình “Con nuôi công đoàn”.", ["nearly 500 Con nuôi công đoàn"], id="more or less"),
        pytest.param("Đã có 2.355 lượt nộp sáng kiến.", ["2355 sáng kiến"], id="in other words"),
        pytest.param("Có 12 mô hình hay.", [], id="models without a name"),
        pytest.param("Có một sáng kiến hay.", [], id="one is no count"),
        pytest.param("Phấn đấu mỗi đơn vị có 5 sáng kiến.", [], id="a target"),
        pytest.param("Chương trình “1 triệu sáng kiến” được phát động.", [], id="a programme's name"),
        pytest.param("Đã có 512 sáng kiến.|Với 512 sáng kiến, đơn vị dẫn đầu.", ["512 sáng kiến"], id="told twice"),
    ],
)
def test_figures(read, line, figures):
    """Counts of the kinds that the lexicon lists are figures."""
    found = read(*line.split("|")).figures

    assert [f"{str(one.quantity).rsplit(' ', len((one.quantity.unit or '').split()))[0]} {one.label}" for one in found] == figures


def test_as_of(read):
    """The day up to which a figure counts is read with it."""
    [figure] = read("Tính đến ngày 30/9/2024, đoàn viên đã có 1.862 sáng kiến.").figures

    assert str(figure.as_of) == "2024-09-30"


def test_a_number_that_can_mean_two(read):
    """A number that can be read in two ways is a finding, not a figure."""
    records = read("Đã có 2.034 nghìn sáng kiến được nộp.")

    assert records.figures == ()
    assert [(one.code.value, one.evidence[0].quote) for one in records.findings if one.evidence] == [
        ("malformed_number", "2.034 nghìn sáng kiến")
    ]
