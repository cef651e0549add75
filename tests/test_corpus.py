"""Our own pages in all their structures: what they hold, what their files promise, and how well they are read."""

from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

from antq_records import read
from antq_records.model import Records
from antq_records.testing import SavedPage, differences, saved_pages
from antq_records.testing.accuracy import MEASURES, Counts, figure, score
from antq_records.testing.places import Places

CORPUS = Path(__file__).parent / "corpus"
PAGES = saved_pages(CORPUS)
PATTERNS = range(1, 28)
"""The numbers of the patterns that make this news hard to read; docs/accuracy.md lists them."""
FLOORS = {
    "people": 0.95,
    "rank": 0.98,
    "offices": 0.90,
    "commendations": 0.88,
    "conferrer": 0.92,
    "grade": 0.95,
    "clusters": 0.95,
    "members": 0.95,
    "head": 0.95,
    "ceremony": 0.92,
    "date": 0.95,
    "organizers": 0.90,
    "place": 0.85,
    "unions": 0.92,
    "figures": 0.95,
    "evidence": 0.98,
}
"""
No figure may fall below these: each is the target that was set before the first run.
"""
SPOILT = 5
"""Every fifth page is spoilt where a figure must fall."""


@pytest.fixture(name="saved", params=[pytest.param(one, id=one.name) for one in PAGES])
def saved_fixture(request):
    """Give each page of the corpus."""
    return request.param


@cache
def records_of(folder: Path) -> Records:
    """Return what is read from the page in a folder; it is read once for all tests."""
    return read(SavedPage(folder).page)


@pytest.fixture(name="counts", scope="module")
def counts_fixture():
    """Give what was scored on each page, in the order of the corpus; the pages are read and scored once."""
    return [score(one.expected, records_of(one.folder)) for one in PAGES]


def test_there_are_enough_pages():
    """A hundred and fifty pages and more, each with what must be read, in ten structures at least."""
    assert len(PAGES) >= 150
    assert [one.name for one in PAGES if one.expected is None] == []
    assert len({one.expected.article["structure"] for one in PAGES}) >= 10


def test_every_folder_is_a_page():
    """No folder of the corpus is left out because its page is missing, and no two pages have the same number."""
    folders = [path.name for path in sorted(CORPUS.iterdir()) if path.is_dir()]

    assert folders == [one.name for one in PAGES]
    assert [int(name.partition("-")[0]) for name in folders] == list(range(1, len(folders) + 1))


@pytest.mark.parametrize("number", PATTERNS)
def test_every_pattern_is_shown(number):
    """What makes this news hard to read stands on five pages at least."""
    assert len([one.name for one in PAGES if number in one.expected.article["patterns"]]) >= 5


def test_only_known_patterns_are_named():
    """No page is marked with a number that no pattern has, or with one twice."""
    marked = {one.name: one.expected.article["patterns"] for one in PAGES}

    assert {name: numbers for name, numbers in marked.items() if numbers != sorted(set(numbers).intersection(PATTERNS))} == {}


def test_article(saved):
    """The page is read, and its portal, title, time, authors and credit are those of the file."""
    lines = [line for line in differences(saved.expected, records_of(saved.folder)) if line.startswith("article: ")]

    assert lines == []


def test_proofs_stand_in_the_article(saved):
    """The words that are said to prove a value stand in one block of the article that was read."""
    places = Places(records_of(saved.folder).article)
    quoted = [(f"article: {path}", words) for path, words in saved.expected.article.get("proof", {}).items()]
    for name, tables in saved.expected.records.items():
        for table in tables:
            label = f"{name} {table.get('key') or table.get('code')}"
            for one in (table, *table.get("commendations", ())):
                quoted += [(f"{label}: {path}", words) for path, words in one.get("proof", {}).items()]

    assert quoted
    assert [(at, quote) for at, words in quoted for quote in ([words] if isinstance(words, str) else words) if not places.of(quote)] == []


def test_every_measure_has_a_floor():
    """A new measure gets its floor, which is no higher than what is aimed at."""
    assert FLOORS.keys() == MEASURES.keys()
    assert {name: floor for name, floor in FLOORS.items() if floor > MEASURES[name].target} == {}


@pytest.mark.parametrize("measure", FLOORS)
def test_figure(counts, measure):
    """Over the whole corpus, as much is read right as the rules have reached."""
    assert figure(sum(counts, Counts()), measure) >= FLOORS[measure]


def unread(records: Records) -> Records:
    """Return records as if nothing had been found on the page."""
    return evolve(records, people=[], ceremonies=[], unions=[], clusters=[], honorees=[], figures=[], findings=[])


def bare(records: Records) -> Records:
    """Return records as if no more had been found than that they are there."""
    return evolve(
        records,
        people=[evolve(one, rank=None, offices=[]) for one in records.people],
        ceremonies=[evolve(one, date=None, place=None) for one in records.ceremonies],
        unions=[evolve(one, member_count=None, grassroots_union_count=None, superior_union_count=None) for one in records.unions],
        clusters=[evolve(one, head=None, deputy=None) for one in records.clusters],
        honorees=[
            evolve(one, commendations=[evolve(given, award=evolve(given.award, grade=None), conferrers=[]) for given in one.commendations])
            for one in records.honorees
        ],
    )


def unproved(records: Records) -> Records:
    """Return records as if they had been read from the first letter of the article."""
    first = {"start": 0, "end": 1, "quote": records.article.text[0]}

    def moved(record):
        return evolve(record, evidence=[evolve(piece, **first) for piece in record.evidence])

    groups = {name: [moved(one) for one in getattr(records, name)] for name in ("people", "ceremonies", "unions", "clusters", "figures")}
    honorees = [evolve(moved(one), commendations=[moved(given) for given in one.commendations]) for one in records.honorees]
    return evolve(records, honorees=honorees, **groups)


@pytest.mark.parametrize(
    ("spoil", "fallen"),
    [
        pytest.param(unread, {"people", "commendations", "clusters", "members", "ceremony", "organizers", "unions"}, id="nothing was read"),
        pytest.param(bare, {"rank", "offices", "conferrer", "grade", "head", "date", "place", "figures"}, id="only names were read"),
        pytest.param(unproved, {"evidence"}, id="read from elsewhere"),
    ],
)
def test_figures_fall_below_their_floors(counts, spoil, fallen):
    """Where a part of the pages is read badly, the figures of all pages show it: each falls below its floor."""
    spoilt = [score(one.expected, spoil(records_of(one.folder))) for one in PAGES[::SPOILT]]
    left = [one for number, one in enumerate(counts) if number % SPOILT]
    total = sum([*spoilt, *left], Counts())

    assert {name for name in fallen if figure(total, name) >= FLOORS[name]} == set()


def test_another_page_is_not_read_right():
    """What was read from one page is measured against its own expectation, and is wrong for any other."""
    turned = [*PAGES[1:], PAGES[0]]
    counts = sum((score(one.expected, records_of(other.folder)) for one, other in zip(PAGES, turned, strict=True)), Counts())

    assert {name: figure(counts, name) for name, one in MEASURES.items() if one.f1 and figure(counts, name) >= 0.5} == {}
