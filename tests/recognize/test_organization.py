"""Bodies as they are written."""

from datetime import date

import pytest

from antq_records.recognize.mentions import mentions
from antq_records.recognize.organization import resolve
from antq_records.text.unicode import fold


@pytest.fixture(name="bodies")
def bodies_fixture(made):
    """Give the way from a text to the bodies it names."""

    def bodies(text):
        return [one.value for one in mentions(made(text), fold(text)) if one.kind == "org"]

    return bodies


@pytest.mark.parametrize(
    "name",
    [
        "Công an tỉnh Hòa Bình",
        "Công an TPHCM",
        "Công an TP.HCM",
        "CATP Hà Nội",
        "Công an quận 1",
        "Công an xã Hiền Lương",
        "Phòng PC03",
        "Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
        "Cục Công tác đảng và công tác chính trị",
        "Đội Cảnh sát điều tra tội phạm về kinh tế, ma túy - Công an thành phố Hòa Bình",
        "Phòng Cảnh sát hình sự Công an tỉnh Hòa Bình",
        "Đội 3 Phòng PC02",
        "Ban Phụ nữ Công an TPHCM",
        "Sở Giáo dục và Đào tạo",
        "Trường THPT Đà Bắc",
        "Công ty cổ phần May Lao Bảo",
        "Công đoàn Công ty TNHH Giày Tân Phú",
        "Nghiệp đoàn Nghề cá xã Hải Bình",
        "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        "Liên đoàn Lao động tỉnh Hòa Bình",
        "Tỉnh ủy Hòa Bình",
        "Văn phòng Chính phủ",
        "Bộ Tư lệnh Cảnh sát cơ động",
        pytest.param("Ngân hàng Chính sách xã hội huyện Đà Bắc", marks=pytest.mark.xfail(reason="“xã” is taken for a commune")),
        "UBND TP. Móng Cái",
        "phòng cảnh sát hình sự",
        "Trường THPT Lò Văn Giá",
        "Trường Tiểu học Lò Văn Giá",
        "Ban Tổ chức",
    ],
)
def test_whole_names(bodies, name):
    """A name is read to its end, and no further."""
    assert [body.name for body in bodies(f"Sáng nay, {name} đã họp.")] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Công an các huyện Đà Bắc, Kim Bôi và Lạc Sơn", ["Công an huyện Đà Bắc", "Công an huyện Kim Bôi", "Công an huyện Lạc Sơn"]),
        ("Công an 2 tỉnh: Hưng Yên, Thái Bình", ["Công an tỉnh Hưng Yên", "Công an tỉnh Thái Bình"]),
        ("Công an các tỉnh Hòa Bình (Cụm trưởng), Sơn La", ["Công an tỉnh Hòa Bình", "Công an tỉnh Sơn La"]),
        ("Phòng PC03, PA06 và PA07", ["Phòng PC03", "Phòng PA06", "Phòng PA07"]),
        ("Công an huyện Đà Bắc, Công an thành phố Hòa Bình", ["Công an huyện Đà Bắc", "Công an thành phố Hòa Bình"]),
        pytest.param("Công an xã Hiền Lương, huyện Đà Bắc", ["Công an xã Hiền Lương"], id="a commune in its district"),
        pytest.param("Công an thị xã Mường Lay, tỉnh Điện Biên", ["Công an thị xã Mường Lay"], id="a town in its province"),
        pytest.param(
            "Công an xã Hiền Lương, huyện Đà Bắc và Công an xã Tân Pheo",
            ["Công an xã Hiền Lương", "Công an xã Tân Pheo"],
            id="a commune in its district beside another",
        ),
        pytest.param(
            "Cục C01, C03",
            ["Cục C01", "Cục C03"],
        ),
    ],
)
def test_heads_said_once(bodies, text, names):
    """Each body of a list is named in full, though its head is said once."""
    assert [body.name for body in bodies(text) if not body.several] == names


@pytest.mark.parametrize("words", ["công an đã đến", "phòng họp", "Phòng", "Bộ", "Công an nhân dân", "hội trường", "ban ngày"])
def test_words_that_name_no_body(bodies, words):
    """A head alone, in small letters, or a whole force is no body."""
    assert bodies(f"Tại đó có {words}.") == []


@pytest.mark.parametrize(
    ("name", "day", "ref"),
    [
        ("Công an tỉnh Hòa Bình", date(2024, 8, 12), "police-hoa-binh"),
        ("Công an tỉnh Ninh Bình", date(2024, 8, 12), "police-ninh-binh"),
        ("Công an tỉnh Ninh Bình", date(2025, 8, 12), "police-ninh-binh-2025"),
        ("Công an tỉnh Hà Nam", date(2024, 11, 25), "police-ha-nam"),
    ],
)
def test_a_name_means_what_it_meant_that_day(bodies, name, day, ref):
    """The same name means another body after provinces were joined."""
    [body] = bodies(name)

    assert resolve(body, day)[0].ref == ref


@pytest.mark.parametrize(
    "text",
    ["Công an tỉnh đã họp", "Dự có Công an tỉnh."],
)
def test_a_bare_name_is_the_portals_own(bodies, text):
    """“Công an tỉnh” on a province's portal is that province's, and the portal is what tells."""
    [body] = bodies(text)
    organization, by_portal = resolve(body, date(2024, 8, 12), "police-hoa-binh")

    assert (organization.name, organization.ref, by_portal) == ("Công an tỉnh", "police-hoa-binh", True)
    assert resolve(body, date(2024, 8, 12)) == (type(organization)(name="Công an tỉnh"), False)


def test_a_part_stands_within_the_body_that_is_registered(bodies):
    """A department that the registry does not list is within the force that its name says."""
    [body] = bodies("Phòng Cảnh sát hình sự Công an tỉnh Hòa Bình")
    organization, _ = resolve(body, date(2024, 8, 12))

    assert (organization.ref, organization.within) == (None, "police-hoa-binh")
