"""Records of one invented article, with something in every field that a store has a column for."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest

from antq_records.model import (
    Article,
    Award,
    AwardForm,
    Basis,
    Block,
    BlockKind,
    CalendarDate,
    Ceremony,
    CeremonyKind,
    CeremonyStatus,
    Cluster,
    ClusterScope,
    Commendation,
    CommendationStatus,
    DayPart,
    Evidence,
    Figure,
    Finding,
    FindingCode,
    Honoree,
    HonoreeKind,
    MadeBy,
    Office,
    Organization,
    Participant,
    Period,
    Person,
    Presenter,
    Qualifier,
    Quantity,
    Records,
    Role,
    Standing,
    Union,
)

TITLE = "Công an tỉnh Mẫu tuyên dương gương sáng"
BODY = (
    "Sáng 25/11/2024, tại Hà Nội, Cụm thi đua số 5 tổng kết phong trào Vì nước quên mình. Đại tá Lê Văn Mẫu, nguyên Phó Giám đốc "
    "Công an tỉnh Mẫu, thừa ủy quyền của Bộ Công an trao Bằng khen hạng Nhất cho 59 tập thể, trong đó có Đội Mẫu. Công đoàn Mẫu có hơn "
    "30.000 đoàn viên. Cụm đề nghị tặng Cờ thi đua cho Công an tỉnh Mẫu, thưởng 5 triệu đồng. Có 12 mô hình mới."
)
YEAR = Period(start=CalendarDate(year=2024), end=CalendarDate(year=2024))
DAY = CalendarDate(year=2024, month=11, day=25)
FORCE = Organization(name="Công an tỉnh Mẫu", ref="police-mau")
MINISTRY = Organization(name="Bộ Công an", ref="mps")
TEAM = Organization(name="Đội Mẫu", within="police-mau")


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def make_records(  # noqa: PLR0913 - each is one way in which a reading may differ
    *,
    url: str | None = "https://congan.mau.gov.vn/tin/1.html",
    added_text: str = "",
    captured_at: datetime | None = None,
    data: str = "1",
    place: str = "Hà Nội",
    page: str = "page",
) -> Records:
    """Build the records of the article; *added_text* makes another version of it, *data* and *place* another reading."""
    text = f"{TITLE}\n{BODY}{added_text}"

    def proof(quote: str, field: str | None = None, basis: Basis = Basis.TEXT) -> Evidence:
        start = text.index(quote)
        return Evidence(field=field, start=start, end=start + len(quote), quote=quote, basis=basis)

    merit = Commendation(
        award=Award(form=AwardForm.CERTIFICATE_OF_MERIT, name="Bằng khen", grade="hạng Nhất", ref="certificate"),
        status=CommendationStatus.CONFERRED,
        conferrers=[MINISTRY],
        presenters=[Presenter(person="person-1", on_behalf_of=MINISTRY), Presenter(organization=FORCE)],
        times=2,
        period=YEAR,
        reason="thành tích",
        ceremony="ceremony-1",
        evidence=[proof("Bằng khen hạng Nhất", "award"), proof("Bộ Công an", "conferrers[0]")],
    )
    flag = Commendation(
        award=Award(form=AwardForm.FLAG, name="Cờ thi đua"),
        status=CommendationStatus.PROPOSED,
        proposers=[Organization(name="Cụm thi đua số 5")],
        amount=Quantity(value=5_000_000, unit="đồng"),
        posthumous=True,
        evidence=[proof("Cờ thi đua", "award.name")],
    )
    return Records(
        article=Article(
            url=url,
            portal="congan-mau" if url else None,
            title=TITLE,
            published_at=datetime(2024, 11, 26, 8, 30, tzinfo=timezone(timedelta(hours=7))),
            updated_at=datetime(2024, 11, 26, 9, 0, tzinfo=timezone(timedelta(hours=7))),
            authors=["An", "Bình"],
            credit="Báo Mẫu",
            text=text,
            blocks=[
                Block(kind=BlockKind.TITLE, start=0, end=len(TITLE), selector="h1"),
                Block(kind=BlockKind.PARAGRAPH, start=len(TITLE) + 1, end=len(text), selector="p"),
            ],
            tags=["thi đua", "khen thưởng"],
            captured_at=captured_at,
            page_sha256=_digest(page),
            text_sha256=_digest(text),
        ),
        people=[
            Person(
                id="person-1",
                name="Lê Văn Mẫu",
                rank="Đại tá",
                offices=[Office(title="Phó Giám đốc", organization=FORCE, standing=Standing.FORMER)],
                evidence=[proof("Lê Văn Mẫu", "name")],
            )
        ],
        unions=[
            Union(
                id="union-1",
                name="Công đoàn Mẫu",
                ref="union-mau",
                chair="person-1",
                member_count=Quantity(value=30_000, qualifier=Qualifier.OVER, unit="đoàn viên"),
                as_of=DAY,
                evidence=[proof("Công đoàn Mẫu", "name")],
            )
        ],
        clusters=[
            Cluster(
                id="cluster-1",
                name="Cụm thi đua số 5",
                number=5,
                host=MINISTRY,
                scope=ClusterScope.PROVINCE_FORCES,
                year=2024,
                as_of=DAY,
                members=[FORCE, Organization(name="Công an tỉnh Khác")],
                head=FORCE,
                deputy=Organization(name="Công an tỉnh Khác"),
                evidence=[proof("Cụm thi đua số 5", "name")],
            )
        ],
        ceremonies=[
            Ceremony(
                id="ceremony-1",
                kind=CeremonyKind.CONFERENCE,
                status=CeremonyStatus.HELD,
                name="tổng kết phong trào",
                date=DAY,
                end_date=CalendarDate(year=2024, month=11, day=26),
                day_part=DayPart.MORNING,
                place=place,
                organizers=[Organization(name="Cụm thi đua số 5")],
                participants=[Participant(person="person-1", role=Role.PRESENTER)],
                movement="Vì nước quên mình",
                period=YEAR,
                evidence=[proof("tổng kết phong trào"), proof("25/11/2024", "date")],
            )
        ],
        honorees=[
            # the part stands before its group: pointers go both ways
            Honoree(
                id="honoree-2",
                kind=HonoreeKind.COLLECTIVE,
                name="Đội Mẫu",
                unit=TEAM,
                part_of="honoree-1",
                commendations=[flag],
                evidence=[proof("Đội Mẫu", "name")],
            ),
            Honoree(
                id="honoree-1",
                kind=HonoreeKind.COLLECTIVE,
                count=Quantity(value=59, unit="tập thể"),
                commendations=[merit, flag],
                evidence=[proof("59 tập thể", "count")],
            ),
            Honoree(
                id="honoree-3",
                kind=HonoreeKind.INDIVIDUAL,
                name="Lê Văn Mẫu",
                person="person-1",
                evidence=[proof("Lê Văn Mẫu", "name")],
            ),
        ],
        figures=[
            Figure(
                id="figure-1",
                label="mô hình",
                quantity=Quantity(value=12, unit="mô hình"),
                about="Cụm",
                as_of=CalendarDate(year=2024, month=11),
                evidence=[proof("12 mô hình", "quantity")],
            )
        ],
        findings=[Finding(code=FindingCode.COUNT_MISMATCH, message="59 tập thể, one is named.", evidence=[proof("59 tập thể")])],
        made_by=MadeBy(core="0.1.0", importer="nukeviet 0.1.0", data=data),
    )


@pytest.fixture(name="make")
def make_fixture() -> Callable[..., Records]:
    """Give the builder of records."""
    return make_records


@pytest.fixture(name="clock")
def clock_fixture() -> Callable[[], datetime]:
    """Give a clock that goes on by a minute each time it is looked at."""
    moments: Iterator[datetime] = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minute) for minute in range(10_000))
    return lambda: next(moments)
