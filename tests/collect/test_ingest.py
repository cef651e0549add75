"""The loop from pages to a store, on the project's example pages."""

from importlib import import_module
from pathlib import Path
from unittest.mock import DEFAULT, Mock

import pytest

from antq_records.collect import COLUMNS, Kept, Tally, ingest, pages
from antq_records.model import Page
from antq_records.reading import read
from antq_records.store import Added, Failure, open_store

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = EXAMPLES / "portals"
FAILING = EXAMPLES / "refused" / "trang-loi.html"
GOOD = FOLDER / "nukeviet-cum-thi-dua-tong-ket.html"


@pytest.fixture(name="store")
def store_fixture(tmp_path):
    """Give a new store."""
    with open_store(tmp_path / "records.db") as store:
        yield store


def state(store):
    """Return all that the store holds, but for when it was seen."""
    return (
        {article.id: (article.version, store.records(article.id)) for article in store.articles()},
        [(failure.source, failure.reason) for failure in store.failures()],
    )


def test_every_page_is_kept_or_fails_with_its_reason(store):
    """Each page of a folder is an article of the store or a failure with a reason; none is lost."""
    outcomes = list(ingest(pages([FOLDER, FAILING]), store))
    kept = [outcome for outcome in outcomes if isinstance(outcome, Kept)]
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failure)]

    assert len(outcomes) == len(list(FOLDER.glob("*.html"))) + 1
    assert {outcome.records.article.url for outcome in kept} == {article.url for article in store.articles()}
    assert [(failure.source, failure.reason) for failure in store.failures()] == [(failure.source, failure.reason) for failure in failed]
    assert str(FAILING) in {failure.source for failure in failed}
    assert all(failure.reason for failure in failed)


def test_importing_twice_changes_nothing(store):
    """The second run finds every page known."""
    list(ingest(pages([FOLDER, FAILING]), store))
    before = state(store)
    again = list(ingest(pages([FOLDER, FAILING]), store))

    assert {outcome.added for outcome in again if isinstance(outcome, Kept)} == {Added.UNCHANGED}
    assert state(store) == before


def test_an_archive_of_the_same_pages_holds_the_same_articles(store):
    """The pages of an archive and those saved from the portals are the same articles."""
    list(ingest(pages([FOLDER, FAILING]), store))
    archived = [outcome for outcome in ingest(pages([EXAMPLES / "portals.warc.gz"]), store) if isinstance(outcome, Kept)]

    assert archived
    assert {outcome.added for outcome in archived} == {Added.UNCHANGED}
    assert all(outcome.records.article.captured_at for outcome in archived)


def test_a_run_that_stopped_goes_on(store):
    """What was yielded is kept when a run stops, and the next run adds the rest."""
    run = ingest(pages([FOLDER]), store)
    next(run)
    run.close()
    assert store.counts()["articles"] == 1

    added = [outcome.added for outcome in ingest(pages([FOLDER]), store) if isinstance(outcome, Kept)]
    assert added.count(Added.UNCHANGED) == 1
    assert added.count(Added.NEW) == len(added) - 1


def test_a_page_that_can_be_read_at_last_is_no_failure(store, tmp_path):
    """The failure of a file goes when the file is good."""
    path = tmp_path / "page.html"
    path.write_bytes(FAILING.read_bytes())
    list(ingest(pages([path]), store))
    assert [failure.source for failure in store.failures()] == [str(path)]

    path.write_bytes(GOOD.read_bytes())
    list(ingest(pages([path]), store))
    assert not list(store.failures())


def test_what_the_source_could_not_give_is_kept_too(store, tmp_path):
    """A file that cannot be opened is a failure of the store like a page that cannot be read."""
    (outcome,) = ingest(pages([tmp_path / "none.html"]), store)

    assert outcome.reason == "No such file or directory"
    assert [failure.source for failure in store.failures()] == [str(tmp_path / "none.html")]


def test_a_defect_of_ours_stops_nothing(store, monkeypatch):
    """A page on which the reader itself breaks is a failure that says so, and the next goes on."""
    monkeypatch.setattr(
        import_module("antq_records.collect.ingest"),
        "read",
        Mock(side_effect=[IndexError("list index\nout of range"), DEFAULT], wraps=read),
    )
    broken, kept = ingest(pages([GOOD, GOOD]), store)

    assert broken == Failure(
        reason="a defect of antq-records, please report it (IndexError: list index out of range)", source=str(GOOD), url=None
    )
    assert kept.added is Added.NEW


def test_the_address_of_a_failure_is_that_of_a_success(store):
    """The address of a failing page is brought into the form that articles have."""
    (outcome,) = ingest([Page(content=b"", url="HTTPS://congan.mau.gov.vn:443/tin?utm_source=x#top")], store)

    assert outcome.url == "https://congan.mau.gov.vn/tin"


class TestTally:
    """What a run has read, portal by portal."""

    def test_counts_are_those_of_the_records(self, store):
        """Each column is the sum over the records of all pages."""
        tally = Tally()
        outcomes = list(ingest(pages([FOLDER, FAILING]), store))
        for outcome in outcomes:
            tally.add(outcome)
        kept = [outcome.records for outcome in outcomes if isinstance(outcome, Kept)]

        assert {name: tally.total()[name] for name in COLUMNS} == {
            "pages": len(kept),
            "failures": len(outcomes) - len(kept),
            **{name: sum(len(getattr(records, name)) for records in kept) for name in COLUMNS[1:-1]},
        }

    @pytest.mark.parametrize(
        ("url", "portal"),
        [("https://www.congan.mau.gov.vn/1.html", "congan-mau"), ("https://khac.vn/1.html", "khac.vn"), (None, "")],
        ids=["declared", "host", "nothing"],
    )
    def test_a_failure_counts_for_its_portal(self, url, portal):
        """A page that could not be read counts for the portal that owns its host, else for its host."""
        tally = Tally({"congan.mau.gov.vn": "congan-mau"})
        tally.add(Failure(reason="empty", url=url))

        assert tally.portals == {portal: {"failures": 1}}
