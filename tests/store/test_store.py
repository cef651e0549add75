"""What a store keeps, and what adding again changes."""

import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from subprocess import run

import pytest
from attrs import evolve
from sqlalchemy import select

from antq_records import store as store_door
from antq_records.model import Quantity
from antq_records.store import Added, Failure, open_store
from antq_records.store.schema import RECORD_TABLES

MINUTE = "2026-01-01T00:0{}:00+00:00"


@pytest.fixture(name="path")
def path_fixture(tmp_path):
    """Give the path of a store that is not there yet."""
    return tmp_path / "records.db"


@pytest.fixture(name="store")
def store_fixture(path, clock):
    """Give a new store whose clock can be foretold."""
    with open_store(path, clock=clock) as store:
        yield store


def rows(path, query):
    """Return what another program reads in the file."""
    with sqlite3.connect(path) as connection:
        found = connection.execute(query).fetchall()
    connection.close()
    return found


def dump(path):
    """Return everything in the file but the times at which something was seen."""
    tables = [table for (table,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    columns = {
        table: [f'"{column[1]}"' for column in rows(path, f"PRAGMA table_info({table})") if column[1] != "last_seen"] for table in tables
    }
    return {table: rows(path, f"SELECT {', '.join(columns[table])} FROM {table}") for table in tables}  # noqa: S608 - our own names


def only_article(store):
    """Return the one article of the store."""
    (article,) = store.articles()
    return article


class TestKeeping:
    """Records that are added come back."""

    def test_the_same_records_come_back(self, store, make):
        """The store loses nothing of what was read."""
        records = make(captured_at=datetime(2025, 1, 2, tzinfo=UTC))

        assert store.add(records, source="page.html") is Added.NEW
        assert store.records(only_article(store).id) == records

    def test_records_outlive_the_program(self, path, make):
        """What is added stands in the file when it is opened again."""
        with open_store(path) as store:
            store.add(make())

        with open_store(str(path), read_only=True) as store:
            assert store.records(only_article(store).id) == make()

    def test_an_article_without_an_address_is_known_by_its_text(self, store, make):
        """Without an address, the same text is the same article and other text is another."""
        assert store.add(make(url=None)) is Added.NEW
        assert store.add(make(url=None)) is Added.UNCHANGED
        assert store.add(make(url=None, added_text=" Hết.")) is Added.NEW

    def test_the_article_says_what_a_list_needs(self, store, make):
        """An article is listed with its address, portal, day and title."""
        store.add(make())
        article = only_article(store)

        assert (article.url, article.portal, article.version) == ("https://congan.mau.gov.vn/tin/1.html", "congan-mau", 1)
        assert article.published_at.isoformat() == "2024-11-26T08:30:00+07:00"
        assert store.get(article.id) == article

    def test_articles_may_be_read_and_added_while_they_are_listed(self, store, make):
        """A listing goes on over what there was when it began, whatever is done meanwhile."""
        for number in range(3):
            store.add(make(url=f"https://congan.mau.gov.vn/{number}.html"))
        listed = []
        for article in store.articles():
            listed.append(store.records(article.id).article.url)
            store.add(make(url=f"{article.url}?again"))

        assert len(listed) == 3
        assert store.counts()["articles"] == 6

    def test_what_is_not_there_is_none(self, store):
        """Asking for an article that the store does not have gives nothing."""
        assert store.get("article-0") is None
        assert store.records("article-0") is None

    def test_a_number_too_large_for_the_database_loses_nothing(self, store, path, make):
        """A page that states a number beyond 64 bits is kept, and the number with it."""
        records = make()
        (figure,) = records.figures
        records = evolve(records, figures=[evolve(figure, quantity=Quantity(value=10**30))])
        store.add(records)

        assert store.records(only_article(store).id) == records
        assert rows(path, "SELECT quantity FROM figures") == [(None,)]


class TestPlainTables:
    """A person with ``sqlite3`` understands the file."""

    @pytest.mark.parametrize("table", RECORD_TABLES, ids=str)
    def test_every_table_has_rows(self, store, path, make, table):
        """The records of the tests fill every table, so that each of them is tried."""
        store.add(make())

        assert rows(path, str(select(table)))

    @pytest.mark.parametrize("table", RECORD_TABLES, ids=str)
    def test_every_column_is_filled_somewhere(self, store, path, make, table):
        """No column stands in the schema that nothing is written to."""
        store.add(make())
        empty = [column.name for column in table.columns if not rows(path, str(select(column).where(column.is_not(None))))]

        assert not [
            name for name in empty if not name.startswith(("grassroots_", "superior_")) and not name.endswith(("_within", "_ref", "_unit"))
        ]

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("SELECT title, authors, tags, importer FROM articles", ("An; Bình", "thi đua; khen thưởng", "nukeviet 0.1.0")),
            ("SELECT rank, name FROM people", ("Đại tá", "Lê Văn Mẫu")),
            ("SELECT title, organization, standing FROM offices", ("Phó Giám đốc", "Công an tỉnh Mẫu", "former")),
            ("SELECT member_count, member_count_qualifier, member_count_unit FROM unions", (30000, "over", "đoàn viên")),
            ("SELECT number, host_ref, year, head FROM clusters", (5, "mps", 2024, "Công an tỉnh Mẫu")),
            ("SELECT position, member FROM cluster_members WHERE position = 1", (1, "Công an tỉnh Khác")),
            ("SELECT date, day_part, period_start FROM ceremonies", ("2024-11-25", "morning", "2024")),
            ("SELECT name, unit_within, part_of FROM honorees WHERE id = 'honoree-2'", ("Đội Mẫu", "police-mau", "honoree-1")),
            ("SELECT award, amount, posthumous FROM commendations WHERE id = 'honoree-1#1'", ("Cờ thi đua", 5000000, 1)),
            ("SELECT organization, on_behalf_of FROM commendation_presenters WHERE position = 0", (None, "Bộ Công an")),
            ("SELECT code FROM findings", ("count_mismatch",)),
            ("SELECT quote, basis FROM evidence WHERE record = 'figure-1'", ("12 mô hình", "text")),
        ],
        ids=lambda value: value.split(" FROM ")[1].split()[0] if isinstance(value, str) else "",
    )
    def test_a_table_reads_as_it_is_written(self, store, path, make, query, expected):
        """Values stand in the tables as the article has them."""
        store.add(make())

        assert rows(path, query)[0][-len(expected) :] == expected

    def test_honours_is_one_row_for_each_award(self, store, path, make):
        """The view for a first look has honoree, award, who conferred it, and the ceremony."""
        store.add(make())

        assert rows(path, "SELECT honoree, award, status, conferrers, ceremony FROM honours") == [
            ("Đội Mẫu", "Cờ thi đua", "proposed", None, None),
            ("59 tập thể", "Bằng khen", "conferred", "Bộ Công an", "tổng kết phong trào"),
            ("59 tập thể", "Cờ thi đua", "proposed", None, None),
        ]

    def test_the_quotes_stand_in_the_text(self, store, path, make):
        """Offsets of evidence count characters of ``articles.text``, from 0."""
        store.add(make())

        assert not rows(
            path,
            "SELECT quote FROM evidence JOIN articles ON articles.id = evidence.article"
            " WHERE substr(text, start_offset + 1, end_offset - start_offset) <> quote",
        )

    def test_the_file_keeps_a_log_and_is_sound(self, store, path, make):
        """The file is in WAL mode, and SQLite's own checks find nothing."""
        store.add(make())

        assert rows(path, "PRAGMA journal_mode") == [("wal",)]
        assert rows(path, "PRAGMA integrity_check") == [("ok",)]
        assert rows(path, "PRAGMA foreign_key_check") == []


class TestAddingAgain:
    """The same page twice changes nothing; other text is a new version; better rules replace."""

    def test_the_same_again_changes_only_when_it_was_seen(self, store, path, make):
        """Adding the same records again leaves every row but ``last_seen`` as it was."""
        store.add(make(), source="page.html")
        before = dump(path)

        assert store.add(make(), source="page.html") is Added.UNCHANGED
        assert dump(path) == before
        assert rows(path, "SELECT first_seen, last_seen FROM articles") == [(MINUTE.format(0), MINUTE.format(1))]
        assert rows(path, "SELECT first_seen, last_seen FROM article_versions") == [(MINUTE.format(0), MINUTE.format(1))]

    def test_other_bytes_with_the_same_text_are_the_same(self, store, path, make):
        """Counters and clocks change the bytes of a page, not the article."""
        store.add(make(page="1 view"))
        before = dump(path)

        assert store.add(make(page="2 views")) is Added.UNCHANGED
        assert dump(path) == before

    def test_other_text_is_a_new_version(self, store, make):
        """The plain tables show the new text; the old version keeps its records."""
        store.add(make())
        assert store.add(make(added_text=" Hết.", place="Huế")) is Added.NEW_VERSION
        article = only_article(store)

        assert article.version == 2
        assert store.records(article.id) == make(added_text=" Hết.", place="Huế")
        assert store.records(article.id, version=1) == make()
        assert store.counts()["ceremonies"] == 1

    def test_better_rules_replace_the_records(self, store, path, make):
        """Another reading of the same text takes the place of the old one, in the tables too."""
        store.add(make())

        assert store.add(make(data="2", place="Huế")) is Added.REREAD
        assert store.records(only_article(store).id) == make(data="2", place="Huế")
        assert rows(path, "SELECT place FROM ceremonies") == [("Huế",)]
        assert rows(path, "SELECT version, data FROM articles") == [(1, "2")]

    def test_records_that_differ_replace_even_without_a_new_version_number(self, store, path, make):
        """While rules are being written their version stays; what they read counts."""
        store.add(make())

        assert store.add(make(place="Huế")) is Added.REREAD
        assert rows(path, "SELECT place FROM ceremonies") == [("Huế",)]

    def test_records_of_another_time_that_cannot_be_read_are_replaced(self, store, path, make):
        """Records that an earlier model has written and this one cannot read give way to a new reading."""
        store.add(make())
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE article_versions SET records = '{}'")

        assert store.add(make()) is Added.REREAD
        assert store.records(only_article(store).id) == make()

    def test_better_rules_on_an_old_version_leave_the_current_one(self, store, path, make):
        """A reading of an old text is kept with that version only."""
        store.add(make())
        store.add(make(added_text=" Hết.", place="Huế"))

        assert store.add(make(data="2", place="Vinh")) is Added.REREAD
        article = only_article(store)
        assert store.records(article.id, version=1) == make(data="2", place="Vinh")
        assert rows(path, "SELECT place FROM ceremonies") == [("Huế",)]

    @pytest.mark.parametrize("order", [(2020, 2024), (2024, 2020)], ids=["older first", "newer first"])
    def test_the_latest_capture_is_current_whatever_the_order(self, store, make, order):
        """Archived copies may be imported in any order: the tables show what the page said last."""
        for year in order:
            store.add(make(added_text=f" {year}.", captured_at=datetime(year, 1, 1, tzinfo=UTC)))

        assert store.records(only_article(store).id).article.text.endswith("2024.")

    def test_a_text_that_came_back_is_current_again(self, store, make):
        """A later capture of an earlier text makes it the current version."""
        for year, text in ((2020, ""), (2022, " Sửa."), (2024, "")):
            store.add(make(added_text=text, captured_at=datetime(year, 1, 1, tzinfo=UTC)))
        article = only_article(store)

        assert article.version == 1
        assert store.records(article.id).article.text == make().article.text


class TestFailures:
    """A page that fails is kept with its reason, until it can be read."""

    def test_a_failure_is_kept_with_its_reason(self, store):
        """Everything that is known of a failure comes back."""
        store.add_failure(Failure(reason="empty", url="https://a.vn/1", source="a.warc:0", importer="nukeviet"))
        (kept,) = store.failures()

        assert (kept.reason, kept.url, kept.source, kept.importer) == ("empty", "https://a.vn/1", "a.warc:0", "nukeviet")
        assert kept.first_seen == kept.last_seen == datetime(2026, 1, 1, tzinfo=UTC)

    def test_failing_again_is_one_failure(self, store):
        """The same place is listed once, with its last reason and both times."""
        store.add_failure(Failure(reason="empty", source="a.html"))
        store.add_failure(Failure(reason="binary", source="a.html"))
        (kept,) = store.failures()

        assert kept.reason == "binary"
        assert kept.first_seen < kept.last_seen

    @pytest.mark.parametrize(
        "failure",
        [Failure(reason="empty", source="page.html"), Failure(reason="empty", url="https://congan.mau.gov.vn/tin/1.html")],
        ids=["same place", "same address"],
    )
    def test_success_takes_the_failure_away(self, store, make, failure):
        """A page that is read at last is no failure any more; others stay."""
        store.add_failure(failure)
        store.add_failure(Failure(reason="empty", source="other.html"))
        store.add(make(), source="page.html")

        assert [kept.source for kept in store.failures()] == ["other.html"]


class TestFinding:
    """An id, the beginning of one, or an address finds its article."""

    def test_each_way_to_ask(self, store, make):
        """Article and record ids, their beginnings, and addresses are understood."""
        store.add(make())
        article = only_article(store)
        found = {
            words: store.find(words)
            for words in (article.id, article.id[:12], "honoree-2", "cerem", "https://congan.mau.gov.vn/tin/1.html", "honoree-9", "", "%")
        }

        assert {words: [(match.article, match.record) for match in matches] for words, matches in found.items()} == {
            article.id: [(article.id, None)],
            article.id[:12]: [(article.id, None)],
            "honoree-2": [(article.id, "honoree-2")],
            "cerem": [(article.id, "ceremony-1")],
            "https://congan.mau.gov.vn/tin/1.html": [(article.id, None)],
            "honoree-9": [],
            "": [],
            "%": [],
        }

    def test_several_are_all_named(self, store, make):
        """A beginning that fits several gives each, in order, up to a limit."""
        store.add(make())

        assert [match.record for match in store.find("honoree")] == ["honoree-1", "honoree-2", "honoree-3"]
        assert len(store.find("honoree", limit=2)) == 2


def test_importing_the_library_does_not_import_sqlalchemy():
    """Only opening a store loads the database's library."""
    code = "import sys, antq_records, antq_records.store; sys.exit('sqlalchemy' in sys.modules)"

    assert run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own interpreter


def test_the_class_can_be_named():
    """``Store`` is there for annotations, without loading anything before it is used."""
    assert store_door.Store.__name__ == "Store"
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = store_door.Nothing
