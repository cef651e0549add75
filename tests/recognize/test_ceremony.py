"""The event that an article reports or announces."""

import pytest

PUBLISHED = "2024-08-13T09:00:00+07:00"


def only(records):
    """Return the one ceremony of an article."""
    [ceremony] = records.ceremonies
    return ceremony


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Lễ tuyên dương, trao Giải thưởng “Người thợ trẻ” năm 2023", "commendation"),
        ("Hội nghị biểu dương điển hình tiên tiến", "commendation"),
        ("Lễ truy tặng Huân chương Dũng cảm", "commendation"),
        ("Hội nghị tổng kết phong trào thi đua “Vì an ninh Tổ quốc” năm 2023", "conference"),
        ("Hội nghị sơ kết công tác 6 tháng đầu năm 2024", "conference"),
        ("Đại hội Công đoàn Y tế tỉnh Hòa Bình lần thứ V", "congress"),
        ("Lễ phát động phong trào thi đua “Mỗi ngày một việc tốt”", "launch"),
        ("Lễ ký kết quy chế phối hợp", "signing"),
        ("Ngày hội Toàn dân bảo vệ an ninh Tổ quốc", "festival"),
        ("Lễ kỷ niệm 79 năm Ngày truyền thống", "meeting"),
        ("Gặp mặt cán bộ hưu trí", "meeting"),
        ("Hội thi Cán bộ công đoàn giỏi", "contest"),
        ("Hội thao Công an nhân dân", "contest"),
    ],
)
def test_kind_and_name(read, name, kind):
    """An event is of the kind that its own name says, and the name is read to its end."""
    ceremony = only(read(f"Ngày 12/8/2024, Công an tỉnh Hòa Bình tổ chức {name}.", "Nhiều tập thể được khen thưởng tại đại hội."))

    assert (ceremony.name, ceremony.kind.value, ceremony.status.value) == (name, kind, "held")
    assert [body.name for body in ceremony.organizers] == ["Công an tỉnh Hòa Bình"]


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        pytest.param("Ngày 12/8/2024, Bộ Công an tổ chức Lễ trao thưởng.", "2024-08-12", id="in full"),
        pytest.param("Ngày 12-8, Bộ Công an tổ chức Lễ trao thưởng.", "2024-08-12", id="without the year"),
        pytest.param("Ngày 12.8, Bộ Công an tổ chức Lễ trao thưởng.", "2024-08-12", id="with a dot"),
        pytest.param("Sáng nay (13/8), Bộ Công an tổ chức Lễ trao thưởng.", "2024-08-13 morning", id="this morning"),
        pytest.param("Sáng nay, Bộ Công an tổ chức Lễ trao thưởng.", "2024-08-13 morning", id="this morning, no day"),
        pytest.param("Tối 12/8/2024, Bộ Công an tổ chức Lễ trao thưởng.", "2024-08-12 evening", id="with a part of the day"),
        pytest.param("Từ ngày 29 đến 31/7/2024, Bộ Công an tổ chức Hội thao.", "2024-07-29 2024-07-31", id="several days"),
        pytest.param("Trong 2 ngày 17 và 18/7/2024, Bộ Công an tổ chức Hội thao.", "2024-07-17 2024-07-18", id="two days"),
        pytest.param("Bộ Công an vừa tổ chức Lễ trao thưởng.", "", id="no day"),
        pytest.param("Ngày 30/2/2024, Bộ Công an tổ chức Lễ trao thưởng.", "", id="a day that never was"),
        pytest.param("Ngày 19/8/2024, Bộ Công an tổ chức Lễ kỷ niệm (19/8/1945 - 19/8/2024).", "2024-08-19", id="beside an anniversary"),
        pytest.param("Lễ trao thưởng được tổ chức sáng 12/8/2024 tại Hà Nội.", "2024-08-12 morning", id="behind the verb"),
        pytest.param(
            "Đêm 5/8, tổ công tác bắt giữ đối tượng; ngày 12/8, Bộ Công an tổ chức Lễ trao thưởng.",
            "2024-08-12",
            id="beside the day of a crime",
        ),
        pytest.param(
            "Bộ Công an tổ chức Lễ trao thưởng vào ngày 12/8/2024.",
            "2024-08-12",
            id="behind the name",
        ),
    ],
)
def test_when(read, line, dates):
    """The day is that of the event, its year if need be that of the publication."""
    records = read(line, published=PUBLISHED)
    ceremony = only(records)

    assert " ".join(str(part) for part in (ceremony.date, ceremony.end_date, ceremony.day_part) if part) == dates


def test_the_year_of_the_publication_is_its_basis(read):
    """A day without a year is read with the year of the publication, and the evidence says so."""
    ceremony = only(read("Ngày 31/12, Bộ Công an tổ chức Lễ trao thưởng.", published="2025-01-02T08:00:00+07:00"))

    assert str(ceremony.date) == "2024-12-31"
    assert {piece.basis.value for piece in ceremony.evidence if piece.field == "date"} == {"published_at"}


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("tại thành phố Hòa Bình", "thành phố Hòa Bình"),
        ("tại Hà Nội", "Hà Nội"),
        ("tại trụ sở Công an huyện Đà Bắc", "trụ sở Công an huyện Đà Bắc"),
        ("tại Nhà Văn hóa Lao động tỉnh", "Nhà Văn hóa Lao động tỉnh"),
        ("tại Công an huyện Đà Bắc", "Công an huyện Đà Bắc"),
        ("tại nhiều nơi", None),
    ],
)
def test_where(read, words, place):
    """The place is what stands behind “tại”."""
    assert only(read(f"Ngày 12/8/2024, {words}, Công an tỉnh Hòa Bình tổ chức Lễ trao thưởng.")).place == place


@pytest.mark.parametrize(
    ("line", "organizers"),
    [
        pytest.param(
            "Công an tỉnh Hòa Bình phối hợp với Liên đoàn Lao động tỉnh Hòa Bình tổ chức Lễ trao thưởng.",
            ["Công an tỉnh Hòa Bình", "Liên đoàn Lao động tỉnh Hòa Bình"],
            id="together with",
        ),
        pytest.param(
            "Công an tỉnh Hòa Bình và Liên đoàn Lao động tỉnh Hòa Bình tổ chức Lễ trao thưởng.",
            ["Công an tỉnh Hòa Bình", "Liên đoàn Lao động tỉnh Hòa Bình"],
            id="and",
        ),
        pytest.param("Cụm thi đua số 5 - Bộ Công an tổ chức Hội nghị tổng kết.", ["Cụm thi đua số 5"], id="a cluster"),
        pytest.param(
            "Tại Hà Nội diễn ra Hội thi Chiến sĩ giỏi do Công an tỉnh Hòa Bình tổ chức.", ["Công an tỉnh Hòa Bình"], id="behind “do”"
        ),
        pytest.param("Tại Công an huyện Đà Bắc đã diễn ra Lễ trao thưởng.", [], id="the host of the place is none"),
    ],
)
def test_who_holds_it(read, line, organizers):
    """Organizers are those before the verb or behind “do”, not those of the place."""
    assert [
        body.name for body in only(read(f"Ngày 12/8/2024, {line[0].lower()}{line[1:]}" if line.startswith("Tại") else line)).organizers
    ] == organizers


@pytest.mark.parametrize("words", ["chủ trì Hội nghị tổng kết công tác năm 2023", "dự Lễ trao thưởng do Công an tỉnh Hòa Bình tổ chức"])
def test_an_event_told_by_who_was_there(read, words):
    """A lead that says who chaired or attended reports the event, too."""
    only(read(f"Sáng 12/8, tại Hà Nội, Thượng tướng Lê Bá Tạ, Thứ trưởng Bộ Công an {words}.", published=PUBLISHED))


def test_a_bare_body_is_the_portals(read):
    """“Công an tỉnh” on a province's portal is that province's."""
    ceremony = only(read("Ngày 12/8/2024, Công an tỉnh tổ chức Lễ trao thưởng.", portal_line="police-hoa-binh"))

    assert [(body.name, body.ref) for body in ceremony.organizers] == [("Công an tỉnh", "police-hoa-binh")]


@pytest.mark.parametrize(
    ("name", "movement", "period"),
    [
        ("Hội nghị tổng kết phong trào thi đua “Vì an ninh Tổ quốc” năm 2023", "Vì an ninh Tổ quốc", "2023"),
        ("Hội nghị sơ kết công tác 6 tháng đầu năm 2024", None, "2024-01/2024-06"),
        ("Hội nghị biểu dương điển hình tiên tiến giai đoạn 2019 - 2024", None, "2019/2024"),
        ("Lễ phát động phong trào toàn dân bảo vệ an ninh Tổ quốc", "toàn dân bảo vệ an ninh Tổ quốc", None),
        ("Đại hội Công đoàn Y tế tỉnh Hòa Bình lần thứ V, nhiệm kỳ 2023 - 2028", None, None),
    ],
)
def test_what_it_is_about(read, name, movement, period):
    """Movement and time stand in the event's own name; a congress's term is no time that it rewards."""
    ceremony = only(read(f"Ngày 12/8/2024, Công an tỉnh Hòa Bình tổ chức {name}."))

    assert (ceremony.movement, str(ceremony.period) if ceremony.period else None) == (movement, period)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Trước đó, ngày 2/8/2024, Công an tỉnh Hòa Bình đã tổ chức Hội thao.", "Phong trào được duy trì."], id="recalled"),
        pytest.param(["Ngày 12/8/2024, đoàn công tác của Công an tỉnh Hòa Bình đến thăm các gia đình chính sách."], id="no event named"),
        pytest.param(["Ngày 12/8/2024, Công an tỉnh Hòa Bình bắt giữ 3 đối tượng."], id="a crime"),
        pytest.param(["Hội nghị Trung ương là một quán cà phê ở Hòa Bình."], id="a name alone"),
    ],
)
def test_no_event(read, lines):
    """Where nothing is reported or announced there is no ceremony, but a finding."""
    records = read(*lines)

    assert records.ceremonies == ()
    assert [finding.code.value for finding in records.findings] == ["no_ceremony"]


def test_an_event_to_come(read):
    """What will take place is announced."""
    ceremony = only(read("Ngày 18.8 tới, Liên đoàn Lao động tỉnh Hòa Bình sẽ tổ chức Hội thi Cán bộ công đoàn giỏi.", published=PUBLISHED))

    assert (ceremony.status.value, str(ceremony.date)) == ("announced", "2024-08-18")


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param(".", id="at a stop"),
        pytest.param(" diễn ra sôi nổi.", id="before a verb"),
        pytest.param(" thành công tốt đẹp.", id="before a judgement"),
        pytest.param(" có 300 đại biểu.", id="before who is there"),
        pytest.param(
            ", đồng chí Lê Bá Tạ đề nghị các đơn vị cố gắng.",
            id="before a speaker",
        ),
    ],
)
def test_the_fullest_mention_names_it(read, behind):
    """Several places name one event; the fullest name stands, and ends before other words; the others are evidence."""
    ceremony = only(
        read(
            "Ngày 12/8/2024, Bộ Công an tổ chức Hội nghị tổng kết phong trào thi đua.",
            f"Hội nghị tổng kết phong trào thi đua “Vì an ninh Tổ quốc” năm 2023{behind}",
        )
    )

    assert ceremony.name == "Hội nghị tổng kết phong trào thi đua “Vì an ninh Tổ quốc” năm 2023"
    assert len([piece for piece in ceremony.evidence if piece.field is None]) == 2


def test_an_event_after_its_own_report(read):
    """An event that is told as held on a later day than the publication is a finding."""
    records = read("Ngày 20/8/2024, Bộ Công an tổ chức Lễ trao thưởng.", published=PUBLISHED)

    assert [finding.code.value for finding in records.findings] == ["date_after_publication"]
