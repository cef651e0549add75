"""People with a part in the event."""

import pytest

EVENT = "Sáng 12/8/2024, tại thành phố Hòa Bình, Công an tỉnh Hòa Bình tổ chức Lễ khen thưởng thành tích xuất sắc."


@pytest.fixture(name="parts")
def parts_fixture(read):
    """Give the way from lines behind an event to who has which part in it."""

    def parts(*lines, **how):
        records = read(EVENT, *lines, **how)
        names = {person.id: person.name for person in records.people}
        return [(names[part.person], part.role.value) for part in records.ceremonies[0].participants]

    return parts


@pytest.mark.parametrize(
    ("lines", "cast"),
    [
        pytest.param(
            ["Dự buổi lễ có Thứ trưởng Bộ Công an Lê Bá Tạ; Trung tướng Lường Văn Sắc, Thứ trưởng Bộ Công an."],
            [("Lê Bá Tạ", "attendee"), ("Lường Văn Sắc", "attendee")],
            id="the cue first",
        ),
        pytest.param(
            ["Dự có các đồng chí: Bùi Văn Mạnh, Giám đốc Công an tỉnh Hòa Bình; Xa Thị Lả, Chủ tịch LĐLĐ tỉnh Hòa Bình cùng các phòng."],
            [("Bùi Văn Mạnh", "attendee"), ("Xa Thị Lả", "attendee")],
            id="a list of comrades",
        ),
        pytest.param(
            ["Đồng chí Bùi Văn Mạnh và đồng chí Xa Thị Lả đồng chủ trì buổi lễ."],
            [("Bùi Văn Mạnh", "chair"), ("Xa Thị Lả", "chair")],
            id="two in the chair",
        ),
        pytest.param(
            ["Chủ tịch Liên đoàn Lao động tỉnh Hòa Bình Xa Thị Lả dự và phát biểu tại buổi lễ."],
            [("Xa Thị Lả", "attendee"), ("Xa Thị Lả", "speaker")],
            id="two parts of one person",
        ),
        pytest.param(
            ["Đại tá Bùi Văn Mạnh, Giám đốc Công an tỉnh Hòa Bình chủ trì buổi lễ.", "Đại tá Mạnh phát biểu tại buổi lễ."],
            [("Bùi Văn Mạnh", "chair"), ("Bùi Văn Mạnh", "speaker")],
            id="by the given name, later",
        ),
        pytest.param(
            ["Dưới sự điều hành của đồng chí Xa Thị Lả, Phó Chủ tịch Tổng Liên đoàn Lao động Việt Nam, buổi lễ đã thảo luận."],
            [("Xa Thị Lả", "other")],
            id="who leads a discussion",
        ),
        pytest.param(
            ["Tại buổi lễ, Đại tá Bùi Văn Mạnh, Giám đốc Công an tỉnh Hòa Bình đã trao Giấy khen cho Thượng úy Quách Văn Tủng."],
            [("Bùi Văn Mạnh", "presenter"), ("Quách Văn Tủng", "honoree")],
            id="who gives and who gets",
        ),
        pytest.param(["Phát biểu tại buổi lễ, bà Xa Thị Lả nhấn mạnh."], [("Xa Thị Lả", "speaker")], id="speaking, the cue first"),
    ],
)
def test_parts(parts, lines, cast):
    """A cue gives a part to those before it or, where it comes first, to those behind."""
    assert parts(*lines) == cast


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Trước đó, đối tượng Bùi Văn Mạnh (SN 1990) đã bị bắt giữ.", id="a suspect"),
        pytest.param("Nạn nhân là chị Bùi Thị Nhình đã nhận lại xe.", id="a victim"),
        pytest.param("Các đại biểu dâng hương tưởng niệm Anh hùng liệt sĩ Quách Văn Tủng.", id="somebody commemorated"),
        pytest.param("Bà Xa Thị Lả, chủ nhà hàng, cho biết khách đông hơn.", id="somebody quoted without an office"),
        pytest.param("Theo nhân chứng Bùi Văn Mạnh, vụ việc xảy ra lúc 9 giờ.", id="a witness"),
        pytest.param("Châu Vĩnh Phát (36 tuổi, ngụ tỉnh Long An) cầm đầu nhóm này.", id="somebody with age and home"),
        pytest.param("Ảnh: Bùi Văn Mạnh", id="a photographer"),
        pytest.param("Phong trào mang tên Quách Văn Tủng lan rộng.", id="a namesake"),
    ],
)
def test_people_without_a_part_are_no_records(read, line):
    """Who is only named, and who must not be, gives no record."""
    assert read(EVENT, line).people == ()


def test_one_person_has_all_offices_and_all_evidence(read):
    """Somebody named in several places is one, with every office once."""
    [person] = read(
        EVENT,
        "Dự có Đại tá Bùi Quang Nhẫn - Phó Cục trưởng Cục Công tác chính trị kiêm Chủ tịch Công đoàn Công an nhân dân.",
        "Đại tá Bùi Quang Nhẫn, Chủ tịch Công đoàn CAND phát biểu tại buổi lễ.",
    ).people

    assert [office.title for office in person.offices] == ["Phó Cục trưởng", "Chủ tịch"]
    assert person.rank == "Đại tá"
    assert len([piece for piece in person.evidence if piece.field == "name"]) == 2


def test_a_slip_in_an_office_breaks_nothing(read):
    """A word said twice, or misspelt, costs at most the one who bears it."""
    records = read(EVENT, "Dự buổi lễ có Phó Phó Giám đốc Công an tỉnh Hòa Bình Bùi Văn Mạnh; Cục trường Cục Cảnh sát hình sự Lê Bá Tạ.")

    assert [(person.name, [office.title for office in person.offices]) for person in records.people][:1] == [
        ("Bùi Văn Mạnh", ["Phó Giám đốc"])
    ]


def test_somebody_who_speaks_under_an_office_is_kept(read):
    """Without an event there are no parts, but who speaks for a body is a person."""
    [person] = read("Trung tá Công Thanh Thảo - Chủ tịch Công đoàn CAND cho biết, phong trào đã lan rộng.").people

    assert (person.name, person.rank) == ("Công Thanh Thảo", "Trung tá")
