import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from attrs import evolve

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
    Honoree,
    HonoreeKind,
    MadeBy,
    Office,
    Organization,
    Person,
    Qualifier,
    Quantity,
    Records,
    Standing,
    Union,
)
from antq_records.testing import Expected, load
from antq_records.testing.accuracy import MEASURES, Counts, Verdict, compare, figure, judge, score
from antq_records.testing.expectations import TYPES

ROOT = Path(__file__).resolve().parents[2]
TEXT = (
    "Chiều 25/11/2024, tại Hưng Yên, Cụm số 5 năm 2024 gồm Công an tỉnh Hưng Yên (Cụm trưởng) và Công an tỉnh Hà Nam tổng kết. "
    "Đại tá Lê An, Giám đốc Công an tỉnh Hưng Yên trao Bằng khen của Bộ Công an cho 5 tập thể, "
    "Huân chương hạng Ba cho Công an tỉnh Hà Nam. "
    "Công đoàn Hưng Yên có hơn 300 đoàn viên."
)
ARTICLE = Article(
    title="Tổng kết",
    text=TEXT,
    blocks=[Block(kind=BlockKind.PARAGRAPH, start=0, end=len(TEXT), selector="p")],
    page_sha256="",
    text_sha256="",
)


def proof(field, words, basis=Basis.TEXT):
    """Return evidence for words of the text."""
    start = TEXT.index(words)
    return Evidence(field=field, start=start, end=start + len(words), quote=words, basis=basis)


HUNG_YEN, HA_NAM, MINISTRY = (Organization(name=name) for name in ("Công an tỉnh Hưng Yên", "Công an tỉnh Hà Nam", "Bộ Công an"))
PERSON = Person(
    id="person-1",
    name="Lê An",
    rank="Đại tá",
    offices=[Office(title="Giám đốc", organization=HUNG_YEN)],
    evidence=[proof("name", "Lê An"), proof("rank", "Đại tá Lê An"), proof("offices[0]", "Giám đốc Công an tỉnh Hưng Yên")],
)
CLUSTER = Cluster(
    id="cluster-1",
    name="Cụm số 5",
    year=2024,
    members=[HUNG_YEN, HA_NAM],
    head=HUNG_YEN,
    evidence=[
        proof("name", "Cụm số 5"),
        proof("year", "năm 2024"),
        proof("members[0]", "Công an tỉnh Hưng Yên"),
        proof("members[1]", "Công an tỉnh Hà Nam"),
        proof("head", "Công an tỉnh Hưng Yên (Cụm trưởng)"),
    ],
)
CEREMONY = Ceremony(
    id="ceremony-1",
    kind=CeremonyKind.CONFERENCE,
    date=CalendarDate(year=2024, month=11, day=25),
    place="Hưng Yên",
    organizers=[Organization(name="Cụm số 5")],
    evidence=[
        *(proof(field, "tổng kết") for field in ("kind", "status")),
        proof("date", "25/11/2024"),
        proof("place", "tại Hưng Yên"),
        proof("organizers[0]", "Cụm số 5"),
    ],
)
MERIT = Commendation(
    award=Award(form=AwardForm.CERTIFICATE_OF_MERIT, name="Bằng khen"),
    status=CommendationStatus.CONFERRED,
    conferrers=[MINISTRY],
    evidence=[proof("award", "Bằng khen"), proof("status", "trao Bằng khen"), proof("conferrers[0]", "Bằng khen của Bộ Công an")],
)
ORDER = Commendation(
    award=Award(form=AwardForm.ORDER, name="Huân chương", grade="hạng Ba"),
    status=CommendationStatus.CONFERRED,
    evidence=[proof("award", "Huân chương hạng Ba"), proof("status", "trao")],
)
GROUP = Honoree(
    id="honoree-1",
    kind=HonoreeKind.COLLECTIVE,
    count=Quantity(value=5, unit="tập thể"),
    commendations=[MERIT],
    evidence=[proof("kind", "tập thể"), proof("count", "5 tập thể")],
)
NAMED = Honoree(
    id="honoree-2",
    kind=HonoreeKind.COLLECTIVE,
    name="Công an tỉnh Hà Nam",
    commendations=[ORDER],
    evidence=[proof("kind", "Công an"), proof("name", "Công an tỉnh Hà Nam")],
)
UNION = Union(
    id="union-1",
    name="Công đoàn Hưng Yên",
    member_count=Quantity(value=300, qualifier=Qualifier.OVER, unit="đoàn viên"),
    evidence=[proof("name", "Công đoàn Hưng Yên"), proof("member_count", "hơn 300 đoàn viên")],
)
RECORDS = Records(
    article=ARTICLE,
    people=[PERSON],
    clusters=[CLUSTER],
    ceremonies=[CEREMONY],
    honorees=[GROUP, NAMED],
    unions=[UNION],
    made_by=MadeBy(core="1", importer="x", data="1"),
)

EXPECTED = """
[[person]]
key = "an"
name = "LÊ  AN"
rank = "Đại tá"
offices = [{ title = "Giám đốc", organization = { name = "Công an tỉnh Hưng Yên" }, standing = "current" }]
[person.proof]
rank = "Đại tá Lê An"

[[cluster]]
key = "5"
name = "Cụm số 5"
year = 2024
members = [{ name = "Công an tỉnh Hưng Yên" }, { name = "Công an tỉnh Hà Nam" }]
head = { name = "Công an tỉnh Hưng Yên" }
[cluster.proof]
"members[1]" = "và Công an tỉnh Hà Nam"
head = "(Cụm trưởng)"

[[ceremony]]
key = "tong-ket"
kind = "conference"
status = "held"
date = "2024-11-25"
place = "Hưng Yên"
organizers = [{ name = "Cụm số 5" }]
[ceremony.proof]
date = "Chiều 25/11/2024"

[[honoree]]
key = "5"
kind = "collective"
count = { value = 5, qualifier = "exactly", unit = "tập thể" }
[honoree.proof]
record = "5 tập thể"
[[honoree.commendations]]
award = { form = "certificate_of_merit", name = "Bằng khen" }
status = "conferred"
conferrers = [{ name = "Bộ Công an" }]
[honoree.commendations.proof]
award = "trao Bằng khen"

[[honoree]]
key = "ha-nam"
kind = "collective"
name = "Công an tỉnh Hà Nam"
[[honoree.commendations]]
award = { form = "order", name = "Huân chương", grade = "hạng Ba" }
status = "conferred"

[[union]]
key = "hung-yen"
name = "Công đoàn Hưng Yên"
member_count = { value = 300, qualifier = "over", unit = "đoàn viên" }
"""
PERFECT = {
    **dict.fromkeys(["people", "rank", "offices", "conferrer", "grade", "clusters", "head", "ceremony", "date", "organizers", "place"], 1),
    **dict.fromkeys(["unions", "figures"], 1),
    **dict.fromkeys(["commendations", "members"], 2),
    "evidence": 6,
}


@pytest.fixture
def expected(tmp_path):
    """Return what is expected."""
    path = tmp_path / "expected.toml"
    path.write_text(EXPECTED, encoding="utf-8")
    return load(path)


@pytest.fixture
def faults(expected):
    """Return a function that scores records, some of them replaced, and tells what is not right, evidence aside."""

    def tell(**changes):
        return [
            (one.measure, one.expected, one.read)
            for one in judge(expected, evolve(RECORDS, **changes))
            if one.verdict is not Verdict.RIGHT and one.measure != "evidence"
        ]

    return tell


def honoured(commendation=MERIT, **changes):
    """Return the group of five with something changed, and the other honoree."""
    return {"honorees": [evolve(GROUP, **{"commendations": [commendation], **changes}), NAMED]}


def test_perfect(expected):
    """Records that are as expected get every measure right, as often as there is something to score."""
    counts = score(expected, RECORDS)

    assert counts == {(measure, Verdict.RIGHT): times for measure, times in PERFECT.items()}
    assert {figure(counts, measure) for measure in MEASURES} == {1.0}


def test_a_page_that_could_not_be_read(expected):
    """Of a page without records all is missing, and nothing is said of values that have no record."""
    counts = score(expected, None)

    assert {verdict for _, verdict in counts} == {Verdict.MISSING}
    assert {measure for measure, _ in counts} == {name for name, one in MEASURES.items() if one.f1} | {"ceremony"}
    assert figure(counts, "people") == figure(counts, "ceremony") == 0


def test_a_page_without_records():
    """That a page has no ceremony is right where none is read; nothing else is scored of it, and nothing where it could not be read."""
    nothing = Expected({}, {name: [] for name in TYPES})
    bare = evolve(RECORDS, people=[], clusters=[], ceremonies=[], honorees=[], unions=[])

    assert score(nothing, bare) == {("ceremony", Verdict.RIGHT): 1}
    assert score(nothing, None) == {}


@pytest.mark.parametrize(
    ("changes", "faults_expected"),
    [
        pytest.param({"people": []}, [("people", "LÊ  AN", None)], id="person missing"),
        pytest.param(
            {"people": [PERSON, evolve(PERSON, id="person-2", name="Lê Ẩn")]}, [("people", None, "Lê Ẩn")], id="somebody who is not meant"
        ),
        pytest.param({"people": [PERSON, evolve(PERSON, id="person-2")]}, [("people", None, "Lê An")], id="somebody twice"),
        pytest.param({"people": [evolve(PERSON, rank="Thượng tá")]}, [("rank", "Đại tá", "Thượng tá")], id="wrong rank"),
        pytest.param({"people": [evolve(PERSON, rank=None)]}, [("rank", "Đại tá", None)], id="rank missing"),
        pytest.param(
            {"people": [evolve(PERSON, offices=[Office(title="Giám đốc", organization=HUNG_YEN, standing=Standing.FORMER)])]},
            [("offices", "Giám đốc, Công an tỉnh Hưng Yên, current", "Giám đốc, Công an tỉnh Hưng Yên, former")],
            id="former office",
        ),
        pytest.param(
            {"people": [evolve(PERSON, offices=[*PERSON.offices, Office(title="Cụm trưởng")])]},
            [("offices", "Giám đốc, Công an tỉnh Hưng Yên, current", "Cụm trưởng, current; Giám đốc, Công an tỉnh Hưng Yên, current")],
            id="office too many",
        ),
        pytest.param(
            {"honorees": [NAMED]}, [("commendations", "certificate_of_merit, conferred: 5 (collective)", None)], id="commendation missing"
        ),
        pytest.param(
            honoured(evolve(MERIT, status=CommendationStatus.PROPOSED)),
            [
                ("commendations", "certificate_of_merit, conferred: 5 (collective)", None),
                ("commendations", None, "certificate_of_merit, proposed: 5 (collective)"),
            ],
            id="wrong status",
        ),
        pytest.param(
            honoured(count=Quantity(value=5, qualifier=Qualifier.OVER)),
            [
                ("commendations", "certificate_of_merit, conferred: 5 (collective)", None),
                ("commendations", None, "certificate_of_merit, conferred: over 5 (collective)"),
            ],
            id="wrong count",
        ),
        pytest.param(
            honoured(count=None, kind=HonoreeKind.INDIVIDUAL),
            [
                ("commendations", "certificate_of_merit, conferred: 5 (collective)", None),
                ("commendations", None, "certificate_of_merit, conferred: some (individual)"),
            ],
            id="no count",
        ),
        pytest.param(honoured(count=Quantity(value=5, unit="đơn vị")), [], id="counted in other words"),
        pytest.param(honoured(evolve(MERIT, conferrers=[HA_NAM])), [("conferrer", "Bộ Công an", "Công an tỉnh Hà Nam")], id="conferrer"),
        pytest.param(
            {"honorees": [GROUP, evolve(NAMED, commendations=[evolve(ORDER, award=Award(form=AwardForm.ORDER))])]},
            [("grade", "hạng Ba", None)],
            id="no grade",
        ),
        pytest.param(
            {"clusters": [evolve(CLUSTER, year=2025)]},
            [
                ("clusters", "Cụm số 5, 2024", None),
                ("members", "Công an tỉnh Hưng Yên", None),
                ("members", "Công an tỉnh Hà Nam", None),
                ("clusters", None, "Cụm số 5, 2025"),
                ("members", None, "Công an tỉnh Hưng Yên"),
                ("members", None, "Công an tỉnh Hà Nam"),
            ],
            id="another year's cluster",
        ),
        pytest.param(
            {"clusters": [evolve(CLUSTER, members=[HA_NAM], deputy=HA_NAM)]},
            [("members", "Công an tỉnh Hưng Yên", None), ("head", None, "Công an tỉnh Hà Nam")],
            id="member missing, deputy invented",
        ),
        pytest.param({"clusters": [evolve(CLUSTER, members=[HA_NAM, HUNG_YEN])]}, [], id="members in another order"),
        pytest.param({"ceremonies": []}, [("ceremony", "conference", None), ("organizers", "Cụm số 5", None)], id="ceremony missing"),
        pytest.param(
            {"ceremonies": [evolve(CEREMONY, kind=CeremonyKind.MEETING, place="Hà Nội")]},
            [("ceremony", "conference", "meeting"), ("place", "Hưng Yên", "Hà Nội")],
            id="wrong kind, but the right day",
        ),
        pytest.param(
            {"ceremonies": [CEREMONY, evolve(CEREMONY, id="ceremony-2", kind=CeremonyKind.SIGNING, organizers=[])]},
            [("ceremony", "conference", "conference + signing")],
            id="one ceremony too many",
        ),
        pytest.param(
            {"ceremonies": [evolve(CEREMONY, date=CalendarDate(year=2024, month=11), organizers=[HA_NAM])]},
            [("organizers", "Cụm số 5", None), ("organizers", None, "Công an tỉnh Hà Nam"), ("date", "2024-11-25", "2024-11")],
            id="date and organizer",
        ),
        pytest.param(
            {"unions": [evolve(UNION, member_count=Quantity(value=300), superior_union_count=Quantity(value=2))]},
            [("figures", "over 300", "300"), ("figures", None, "2")],
            id="figures of a union",
        ),
    ],
)
def test_fault(faults, changes, faults_expected):
    """What was not read, what is not expected and what has another value are told once each, and nothing else is."""
    assert sorted(faults(**changes), key=str) == sorted(faults_expected, key=str)


def test_awards_of_the_same_form_are_paired_by_likeness(expected, faults):
    """Two awards that only their giver tells apart are each compared with their own, in whatever order they were read."""
    expected.records["honoree"][0]["commendations"].append(
        {"award": {"form": "certificate_of_merit", "name": "Bằng khen"}, "status": "conferred", "conferrers": [{"name": "Chính phủ"}]}
    )
    other = evolve(MERIT, conferrers=[Organization(name="Chính phủ")])

    assert faults(honorees=[evolve(GROUP, commendations=[other, MERIT]), NAMED]) == []


@pytest.mark.parametrize(
    ("evidence", "complaint"),
    [
        pytest.param(proof("rank", "Chiều"), "no evidence at 'Đại tá Lê An'", id="elsewhere"),
        pytest.param(proof("rank", "Đại tá Lê An", Basis.REGISTRY), "expected basis text, read registry", id="basis"),
        pytest.param(proof("rank", "Lê An"), "rank: 'Lê An' does not contain 'Đại tá'", id="does not contain it"),
        pytest.param(proof("rank", "tổng kết. Đại tá Lê An"), "'tổng kết. Đại tá Lê An' lies in several sentences", id="two sentences"),
    ],
)
def test_evidence_that_does_not_do(expected, evidence, complaint):
    """Evidence must stand where it is expected, on the basis that is expected, and be tight."""
    person = evolve(PERSON, evidence=[evidence if one.field == "rank" else one for one in PERSON.evidence])
    found = [one for one in judge(expected, evolve(RECORDS, people=[person])) if one.measure == "evidence"]
    [wrong] = [one for one in found if one.verdict is not Verdict.RIGHT]

    assert len(found) == PERFECT["evidence"]
    assert wrong.of == "person an: rank"
    assert complaint in wrong.read


@pytest.mark.parametrize(
    ("changes", "scored"),
    [
        pytest.param({"people": [evolve(PERSON, rank="Thượng tá")]}, PERFECT["evidence"] - 1, id="the field itself"),
        pytest.param({"clusters": [evolve(CLUSTER, year=2025)]}, PERFECT["evidence"] - 2, id="what tells the record from others"),
        pytest.param(honoured(count=Quantity(value=9, unit="tập thể")), PERFECT["evidence"] - 2, id="the honoree of an award"),
        pytest.param({"ceremonies": [evolve(CEREMONY, kind=CeremonyKind.MEETING)]}, PERFECT["evidence"], id="kind of a ceremony"),
    ],
)
def test_evidence_of_what_is_wrong_is_not_scored(expected, changes, scored):
    """Only a field that was read as expected, of the record that is meant, has its evidence judged."""
    counts = score(expected, evolve(RECORDS, **changes))

    assert sum(times for (measure, _), times in counts.items() if measure == "evidence") == scored


def test_words_on_both_sides(expected):
    """A judgement brings the words that are expected to prove the value, and those it was read from."""
    [rank] = [one for one in judge(expected, evolve(RECORDS, people=[evolve(PERSON, rank="Thượng tá")])) if one.measure == "rank"]

    assert (rank.of, rank.proof, rank.quotes) == ("LÊ  AN", ("Đại tá Lê An",), ("Đại tá Lê An",))


def test_counts_add_up(expected):
    """Figures of many pages are those of their counts together, not the mean of their figures."""
    pages = [score(expected, RECORDS), score(expected, None), score(expected, evolve(RECORDS, people=[evolve(PERSON, rank=None)]))]
    counts = sum(pages, Counts())

    assert figure(counts, "people") == pytest.approx(2 * 2 / (2 * 2 + 1))
    assert figure(counts, "rank") == pytest.approx(1 / 2)
    assert figure(Counts(), "rank") is None


def test_tables_of_another_reader(expected):
    """What somebody else read is scored by the same rules, as tables with the few fields it has."""
    honoree = {"kind": "collective", "count": {"value": 5}, "commendations": [{"award": {"form": "order"}, "status": "conferred"}]}
    judged = compare(expected.records, {"person": [{"name": "Lê An"}, {"name": "Hưng Yên"}], "honoree": [honoree]})
    people = [(one.measure, one.verdict) for one in judged if MEASURES[one.measure].type == "people"]

    assert people == [
        ("people", Verdict.RIGHT),
        ("rank", Verdict.MISSING),
        ("offices", Verdict.MISSING),
        ("people", Verdict.WRONG),
    ]
    assert (None, "order, conferred: 5 (collective)") in [(one.expected, one.read) for one in judged]


@pytest.fixture
def saved(tmp_path):
    """Return a folder with two saved pages: one that is read, one that is none."""
    pages = tmp_path / "pages"
    expected = (ROOT / "tests" / "pages" / "json-ld" / "expected.toml").read_text(encoding="utf-8")
    for name, content in {"001-good": (ROOT / "tests" / "pages" / "json-ld" / "page.html").read_bytes(), "002-empty": b""}.items():
        folder = pages / name
        folder.mkdir(parents=True)
        (folder / "page.html").write_bytes(content)
        marked = expected.replace("[article]", '[article]\npatterns = [5, 20]\nstructure = "json-ld"')
        (folder / "expected.toml").write_text(marked, encoding="utf-8")
    return pages


def run(script, *arguments, **options):
    """Return what a script of the benchmark prints."""
    command = [sys.executable, ROOT / "bench" / script, *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", **options).stdout  # noqa: S603 - our own script


def test_the_script_measures_a_folder(saved):
    """The tables, the list of errors and the file of figures say the same of the same pages."""
    printed = run(
        "accuracy.py", saved, "--without-baseline", "--errors", "--by", "type", "--by", "pattern", "--by", "portal", "--json", saved / "o"
    )
    figures = json.loads((saved / "o").read_text(encoding="utf-8"))

    assert "2 pages, 1 of them unread" in printed
    assert "pages/002-empty: " in printed
    assert "  missing people\n    expected Phan Đăng Thuật\n" in printed
    assert figures["ours"]["people"] == {"right": 3, "missing": 3, "wrong": 0, "figure": 0.6667}
    assert figures["unread"] == ["002-empty"]
    assert figures["baseline"] is None
    assert {group: of["pages"] for group, of in (figures["pattern"] | figures["portal"]).items()} == {"5": 2, "20": 2, "json-ld": 2}
    assert figures["portal"]["json-ld"]["people"] == figures["ours"]["people"]


def test_the_baseline_reads_awards_without_underthesea():
    """The regular expressions of the baseline need nothing that the tests do not have."""
    answer = json.loads(run("baseline.py", input=json.dumps(["Bộ Công an đã tặng Bằng khen cho hơn 5 tập thể và 12 cá nhân."])))
    [tables] = answer["tables"]
    merit = {
        "award": {"form": "certificate_of_merit", "grade": None},
        "status": "conferred",
        "conferrers": [{"name": "Bộ Công an"}],
    }

    assert tables["honoree"] == [
        {"kind": "collective", "count": {"value": 5, "qualifier": "over"}, "commendations": [merit]},
        {"kind": "individual", "count": {"value": 12, "qualifier": "exactly"}, "commendations": [merit]},
    ]


def test_what_the_script_compares_with_stays_in_its_own_environment():
    """The library and its tests never need what the benchmark compares with."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert "underthesea" not in json.dumps(project)
    assert "underthesea" in (ROOT / "bench" / "requirements.txt").read_text(encoding="utf-8")
