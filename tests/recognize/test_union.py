"""Trade-union bodies."""

import pytest


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("Công đoàn Công an nhân dân đã họp.", ["Công đoàn Công an nhân dân"], id="of a force"),
        pytest.param("Công đoàn Công ty TNHH Giày Tân Phú đã họp.", ["Công đoàn Công ty TNHH Giày Tân Phú"], id="of a company"),
        pytest.param("Nghiệp đoàn Nghề cá xã Hải Bình đã họp.", ["Nghiệp đoàn Nghề cá xã Hải Bình"], id="of a trade"),
        pytest.param("CĐCS Xí nghiệp May Lương Sơn đã họp.", ["CĐCS Xí nghiệp May Lương Sơn"], id="at the grassroots, in short"),
        pytest.param("Ban Chấp hành Công đoàn CAND đã họp.", ["Công đoàn CAND"], id="its committee is none of its own"),
        pytest.param("Bộ Công an tặng Cờ thi đua Công đoàn CAND cho 2 đơn vị.", ["Công đoàn CAND"], id="inside an award"),
        pytest.param(
            "Công đoàn CAND, tức Công đoàn Công an nhân dân, đã họp.", ["Công đoàn Công an nhân dân"], id="under two names, the fullest"
        ),
        pytest.param("Tổ chức Công đoàn các cấp cùng vào cuộc.", [], id="of all levels"),
        pytest.param("Liên đoàn Lao động các tỉnh cùng vào cuộc.", [], id="of some provinces"),
        pytest.param("Tổ chức Công đoàn Việt Nam lớn mạnh.", [], id="the movement as a whole"),
        pytest.param("Cán bộ công đoàn cơ sở đã họp.", [], id="a generic word"),
        pytest.param("Hội thi Công đoàn giỏi sắp diễn ra.", [], id="in a contest's name"),
    ],
)
def test_named_unions(read, line, names):
    """A union that is named is a record, a generic word is none."""
    assert [union.name for union in read(line).unions] == names


def test_sizes(read):
    """Counts go to the union named last before them."""
    [union] = read(
        "Công đoàn Công an nhân dân hiện có 25 tổ chức công đoàn cấp trên trực tiếp, 299 công đoàn cơ sở với hơn 30.000 đoàn viên."
    ).unions

    assert (union.superior_union_count.value, union.grassroots_union_count.value, union.member_count.value) == (25, 299, 30000)
    assert union.member_count.qualifier.value == "over"
    assert union.superior_union_count.unit == "tổ chức công đoàn"


@pytest.mark.parametrize("words", ["tặng quà cho 300 đoàn viên", "kết nạp 45 đoàn viên", "tuyên dương 20 đoàn viên"])
def test_members_that_are_no_size(read, words):
    """Those helped, admitted or honoured do not count the union."""
    [union] = read(f"Công đoàn Công ty TNHH Giày Tân Phú {words}.").unions

    assert union.member_count is None


@pytest.mark.parametrize(
    ("line", "chair"),
    [
        ("Bà Xa Thị Lả, Chủ tịch Liên đoàn Lao động tỉnh Hòa Bình cho biết.", "Xa Thị Lả"),
        ("Bà Xa Thị Lả, Phó Chủ tịch Liên đoàn Lao động tỉnh Hòa Bình cho biết.", None),
        ("Bà Xa Thị Lả, nguyên Chủ tịch Liên đoàn Lao động tỉnh Hòa Bình cho biết.", None),
    ],
)
def test_who_chairs(read, line, chair):
    """The chair in office chairs; deputies and former ones do not."""
    records = read(line)
    [union] = records.unions

    assert {person.id: person.name for person in records.people}.get(union.chair) == chair
    assert union.ref == "ldld-hoa-binh"
