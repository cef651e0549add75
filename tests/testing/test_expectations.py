from datetime import datetime

import pytest
from attrs import evolve

from antq_records.errors import FormatError
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
    Cluster,
    Commendation,
    CommendationStatus,
    Evidence,
    Finding,
    FindingCode,
    Honoree,
    HonoreeKind,
    MadeBy,
    Organization,
    Participant,
    Person,
    Presenter,
    Quantity,
    Records,
    Role,
)
from antq_records.testing import differences, load, loose_evidence

BLOCKS = (
    "Cụm số 5\xa0 tổng kết",
    "Ngày 23-1, Cụm số 5 (gồm Công an 2 tỉnh: Hưng Yên, Thái Bình) họp. Ông Lê An dự và trao cờ cho 5 tập thể.",
)
TEXT = "\n".join(BLOCKS)
ARTICLE = Article(
    portal="x",
    title="Cụm số 5 tổng kết",
    published_at=datetime.fromisoformat("2024-01-23T15:00:00+07:00"),
    authors=["Hà"],
    text=TEXT,
    blocks=[
        Block(kind=BlockKind.TITLE, start=0, end=len(BLOCKS[0]), selector="h1"),
        Block(kind=BlockKind.PARAGRAPH, start=len(BLOCKS[0]) + 1, end=len(TEXT), selector="p"),
    ],
    page_sha256="",
    text_sha256="",
)


def proof(field, words, basis=Basis.TEXT):
    """Return evidence for words of the body."""
    start = TEXT.index(words, len(BLOCKS[0]))
    return Evidence(field=field, start=start, end=start + len(words), quote=words, basis=basis)


MEMBERS = (Organization(name="Công an tỉnh Hưng Yên"), Organization(name="Công an tỉnh Thái Bình"))
PERSON = Person(id="person-1", name="Lê An", evidence=[proof("name", "Lê An")])
CLUSTER = Cluster(
    id="cluster-1",
    name="Cụm số 5",
    number=5,
    year=2024,
    members=MEMBERS,
    evidence=[
        proof("name", "Cụm số 5"),
        proof("number", "Cụm số 5"),
        proof("members[0]", "Công an 2 tỉnh: Hưng Yên"),
        proof("members[1]", "Công an 2 tỉnh"),
        proof("members[1]", "Thái Bình"),
        proof("year", "Ngày 23-1", Basis.PUBLISHED_AT),
    ],
)
CEREMONY = Ceremony(
    id="ceremony-1",
    kind=CeremonyKind.MEETING,
    date=CalendarDate(year=2024, month=1, day=23),
    participants=[Participant(person="person-1", role=Role.ATTENDEE), Participant(person="person-1", role=Role.PRESENTER)],
    evidence=[
        proof("kind", "họp"),
        proof("status", "họp"),
        proof("date", "Ngày 23-1", Basis.PUBLISHED_AT),
        proof("participants[0]", "Lê An dự"),
        proof("participants[1]", "Lê An dự và trao cờ"),
    ],
)
COMMENDATION = Commendation(
    award=Award(form=AwardForm.FLAG, name="cờ"),
    status=CommendationStatus.CONFERRED,
    presenters=[Presenter(person="person-1")],
    ceremony="ceremony-1",
    evidence=[
        proof("award", "cờ"),
        proof("status", "trao cờ"),
        proof("presenters[0].person", "Lê An"),
        proof("ceremony", "dự và trao cờ"),
    ],
)
HONOREE = Honoree(
    id="honoree-1",
    kind=HonoreeKind.COLLECTIVE,
    count=Quantity(value=5, unit="tập thể"),
    commendations=[COMMENDATION],
    evidence=[proof("kind", "tập thể"), proof("count", "5 tập thể")],
)
RECORDS = Records(
    article=ARTICLE,
    people=[PERSON],
    clusters=[CLUSTER],
    ceremonies=[CEREMONY],
    honorees=[HONOREE],
    findings=[Finding(code=FindingCode.TOTAL_MISMATCH, message="?", evidence=[proof(None, "2 tỉnh")])],
    made_by=MadeBy(core="1", importer="x", data="1"),
)

EXPECTED = """
[article]
portal = "x"
title = "cụm số 5  tổng kết"
published_at = 2024-01-23T08:00:00Z
authors = ["Hà"]

[[person]]
key = "an"
name = "Lê An"
[person.proof]
record = "Ông Lê An"
name = "Ông Lê An"

[[cluster]]
key = "5"
name = "Cụm số 5"
number = 5
year = 2024
members = [{ name = "Công an tỉnh Hưng Yên" }, { name = "Công an tỉnh Thái Bình" }]
[cluster.proof]
record = "Cụm số 5"
"members[1]" = ["Công an 2 tỉnh", "Thái Bình"]
year = "Ngày 23-1"
[cluster.basis]
year = "published_at"

[[ceremony]]
key = "hop"
kind = "meeting"
status = "held"
date = "2024-01-23"
participants = [{ person = "an", role = "presenter" }, { person = "an", role = "attendee" }]
[ceremony.proof]
record = "họp"
date = "Ngày 23-1"
"participants[0]" = "trao cờ"
[ceremony.basis]
date = "published_at"

[[honoree]]
key = "5-collectives"
kind = "collective"
count = { value = 5, qualifier = "exactly", unit = "tập thể" }
[honoree.proof]
count = "5 tập thể"
[[honoree.commendations]]
award = { form = "flag", name = "cờ" }
status = "conferred"
presenters = [{ person = "an" }]
ceremony = "hop"
[honoree.commendations.proof]
award = "trao cờ"
"presenters[0]" = "Ông Lê An"
"award.name" = "trao cờ"

[[finding]]
code = "total_mismatch"
[finding.proof]
record = "Công an 2 tỉnh"
"""


@pytest.fixture
def compared(tmp_path):
    """Return a function that compares records with the expected file, one of its lines replaced."""

    def compare(records=RECORDS, old="", new=""):
        assert old in EXPECTED
        path = tmp_path / "expected.toml"
        path.write_text(EXPECTED.replace(old, new, 1) if old else EXPECTED, encoding="utf-8")
        return differences(load(path), records)

    return compare


def test_no_differences(compared):
    """Records that are as expected differ in nothing: order of participants, case, spaces and time zones aside."""
    assert compared() == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        pytest.param('portal = "x"', "", "article: portal: expected None, read 'x'", id="article"),
        pytest.param("T08:00:00Z", "T09:00:00Z", "article: published_at: expected", id="time"),
        pytest.param(
            'status = "conferred"',
            'status = "proposed"',
            "honoree 5-collectives: commendations[0].status: expected 'proposed', read 'conferred'",
            id="enum",
        ),
        pytest.param(
            'presenters = [{ person = "an" }]',
            "",
            "honoree 5-collectives: commendations[0].presenters: expected None, read [{'person': 'an'}]",
            id="left out means none",
        ),
        pytest.param(
            'status = "conferred"',
            'status = "conferred"\nconferrers = [{ name = "Cụm" }]',
            "honoree 5-collectives: commendations[0].conferrers: expected ['Cụm'], read None",
            id="nothing read",
        ),
        pytest.param(
            '[{ name = "Công an tỉnh Hưng Yên" }, { name = "Công an tỉnh Thái Bình" }]',
            '[{ name = "Công an tỉnh Thái Bình" }, { name = "Công an tỉnh Hưng Yên" }]',
            "cluster 5: members: expected",
            id="order of members",
        ),
        pytest.param('role = "presenter"', 'role = "chair"', "ceremony hop: participants: expected", id="item of a set"),
        pytest.param(
            '[[finding]]\ncode = "total_mismatch"\n[finding.proof]\nrecord = "Công an 2 tỉnh"\n',
            "",
            "finding not expected: {'code': 'total_mismatch'}",
            id="record too many",
        ),
        pytest.param(
            "[[finding]]", '[[figure]]\nkey = "f"\nlabel = "xã"\n[[finding]]', "figure f missing: {'label': 'xã'}", id="record missing"
        ),
        pytest.param(
            "[[finding]]",
            '[[honoree.commendations]]\naward = { form = "order" }\nstatus = "proposed"\n[[finding]]',
            "honoree 5-collectives: commendations[1] missing",
            id="commendation missing",
        ),
        pytest.param(
            'count = "5 tập thể"',
            'count = "Ngày 23-1"',
            "honoree 5-collectives: count: no evidence at 'Ngày 23-1', only ['5 tập thể']",
            id="proof elsewhere",
        ),
        pytest.param(
            'count = "5 tập thể"',
            'count = "7 tập thể"',
            "honoree 5-collectives: count: no block of the article holds '7 tập thể'",
            id="proof nowhere",
        ),
        pytest.param('"Thái Bình"]', '"Ông Lê An"]', "cluster 5: members[1]: no evidence at 'Ông Lê An'", id="every proof of a list"),
        pytest.param('[cluster.basis]\nyear = "published_at"', "", "cluster 5: year: expected basis text, read published_at", id="basis"),
    ],
)
def test_difference(compared, old, new, line):
    """Each difference is one line that names record, field, and both values."""
    assert [found for found in compared(old=old, new=new) if found.startswith(line)] == compared(old=old, new=new) != []


def test_any_evidence_proves_that_a_record_exists(compared):
    """For `record` any evidence of the record will do that stands there, whatever its field; but some must."""
    assert compared(old='record = "họp"', new='record = "trao cờ cho 5"') == []

    [line] = compared(old='record = "họp"', new='record = "Hưng Yên"')

    assert line.startswith("ceremony hop: record: no evidence at 'Hưng Yên', only ['họp', ")


def test_a_record_that_resembles_none(compared):
    """A record that is like no other is not compared with one, but reported on both sides."""
    other = evolve(PERSON, name="Trần Quốc Tỏ")

    assert compared(evolve(RECORDS, people=[other]))[:2] == ["person an missing: 'Lê An'", "person not expected: 'Trần Quốc Tỏ'"]


def test_a_commendation_too_many(compared):
    """Commendations are a closed set, too."""
    more = evolve(COMMENDATION, award=Award(form=AwardForm.ORDER), status=CommendationStatus.PROPOSED, presenters=[], ceremony=None)

    [line] = compared(evolve(RECORDS, honorees=[evolve(HONOREE, commendations=[COMMENDATION, more])]))

    assert line.startswith("honoree 5-collectives: commendation not expected: {'award': {'form': 'order'}")


def test_part_of_is_compared_by_key(compared):
    """Honorees that point to each other are compared by the keys of the file."""
    part = evolve(HONOREE, id="honoree-2", name="Công an tỉnh Hưng Yên", count=None, part_of="honoree-1", commendations=[])
    table = '[[honoree]]\nkey = "hy"\nkind = "collective"\nname = "Công an tỉnh Hưng Yên"\npart_of = "5-collectives"\n[[finding]]'

    assert compared(evolve(RECORDS, honorees=[part, HONOREE]), "[[finding]]", table) == []


@pytest.mark.parametrize(("text", "message"), [("[[party]]", "no type of record is called party"), ("[[", "expected.toml: ")])
def test_a_file_that_is_none(tmp_path, text, message):
    """A misspelt table or a file that is no TOML is an error that names the file."""
    path = tmp_path / "expected.toml"
    path.write_text(text)

    with pytest.raises(FormatError, match=message):
        load(path)


def test_evidence_is_tight():
    """The example's evidence breaks no rule: paths above and below, several pieces together, other bases."""
    assert loose_evidence(RECORDS) == []


def breach(record, *pieces, drop):
    """Return what the rule says when the evidence of a record for some field is replaced by other pieces."""
    changed = evolve(record, evidence=[*(piece for piece in record.evidence if piece.field != drop), *pieces])
    field = {Person: "people", Cluster: "clusters", Ceremony: "ceremonies", Honoree: "honorees"}[type(record)]
    return loose_evidence(evolve(RECORDS, **{field: [changed]}))


def across(start, end):
    """Return evidence for a name at a place of the text."""
    return Evidence(field="name", start=start, end=end, quote=TEXT[start:end])


LONG = TEXT.index("họp. Ông Lê An")


@pytest.mark.parametrize(
    ("record", "pieces", "drop", "lines"),
    [
        pytest.param(CLUSTER, [], "members[0]", ["cluster-1: members: no evidence"], id="an item without evidence"),
        pytest.param(CEREMONY, [], "status", ["ceremony-1: status: no evidence"], id="an enum without evidence"),
        pytest.param(
            HONOREE, [proof("count.value", "5")], "count", ["honoree-1: count: no evidence"], id="a part of a value is not the value"
        ),
        pytest.param(
            HONOREE,
            [proof("count.value", "5"), proof("count.unit", "tập thể"), proof("count.qualifier", "5")],
            "count",
            [],
            id="all parts are",
        ),
        pytest.param(
            HONOREE,
            [proof("count", "tập thể")],
            "count",
            ["honoree-1: count.value: 'tập thể' does not contain '5'"],
            id="a number that is not there",
        ),
        pytest.param(
            CEREMONY,
            [proof("date", "Ngày 23-1")],
            "date",
            ["ceremony-1: date: 'Ngày 23-1' does not contain '2024-01-23'"],
            id="a date that needs another basis",
        ),
        pytest.param(
            CLUSTER,
            [proof("members[1]", "Thái Bình")],
            "members[1]",
            ["cluster-1: members[1].name: 'Thái Bình' does not contain 'Công an tỉnh Thái Bình'"],
            id="half a name",
        ),
        pytest.param(
            PERSON, [across(LONG, LONG + 14)], "name", ["person-1: name: 'họp. Ông Lê An' lies in several sentences"], id="two sentences"
        ),
        pytest.param(PERSON, [across(4, LONG + 14)], "name", ["person-1: name: "], id="two blocks"),
        pytest.param(
            PERSON, [across(len(BLOCKS[0]), len(BLOCKS[0]) + 1)], "name", ["person-1: name: '\\n' lies in no block"], id="no block"
        ),
    ],
)
def test_loose_evidence(record, pieces, drop, lines):
    """Each breach of the rule is one line that names record, field and words."""
    found = breach(record, *pieces, drop=drop)

    assert [line.startswith(start) for line, start in zip(found, lines, strict=False)] == [True] * len(lines)
    assert bool(found) == bool(lines)


def test_commendations_and_findings_are_checked():
    """Evidence of awards and findings follows the same rule."""
    bare = evolve(COMMENDATION, evidence=[proof("award", "cờ")])
    torn = Finding(code=FindingCode.TOTAL_MISMATCH, message="?", evidence=[across(LONG, LONG + 14)])
    found = loose_evidence(evolve(RECORDS, honorees=[evolve(HONOREE, commendations=[bare])], findings=[torn]))

    assert found[0].startswith("finding total_mismatch: name: ")
    assert found[1:] == [f"honoree-1: commendations[0]: {field}: no evidence" for field in ("status", "presenters", "ceremony")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("năm tập thể", 5),
        ("hơn 30.000 đoàn viên", 30000),
        ("66 tỷ đồng", 66_000_000_000),
        ("lần thứ V", 5),
        ("lần thứ năm", 5),
        ("02 cá nhân", 2),
    ],
)
def test_numbers_are_contained_as_written(words, value):
    """Digits with dots, scale words, number words, Roman numbers and ordinals contain the number they mean."""
    article = evolve(ARTICLE, text=words, blocks=[Block(kind=BlockKind.PARAGRAPH, start=0, end=len(words), selector="p")])
    piece = Evidence(field="count", start=0, end=len(words), quote=words)
    kind = evolve(piece, field="kind")
    honoree = Honoree(id="honoree-1", kind=HonoreeKind.MIXED, count=Quantity(value=value), evidence=[piece, kind])

    assert loose_evidence(Records(article=article, honorees=[honoree], made_by=RECORDS.made_by)) == []
