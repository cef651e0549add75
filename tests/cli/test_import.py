"""``antq import``."""

import re
import sqlite3
import sys
from pathlib import Path
from subprocess import run
from textwrap import dedent

import pytest

from antq_records.collect import COLUMNS
from antq_records.errors import StoreError
from antq_records.store.store import Store


def rows(path, query):
    """Return what is in a store."""
    with sqlite3.connect(path) as connection:
        found = connection.execute(query).fetchall()
    connection.close()
    return found


def test_the_table_says_what_was_read(command, examples):
    """There is a row for each portal, with its pages, records and failures, and their total."""
    done = command("import", examples / "portals")
    lines = [line.split() for line in done.stdout.splitlines()]

    assert ["portal", *COLUMNS] in lines
    (hanam,) = (line for line in lines if line[:1] == ["congan-hanam"])
    assert hanam[1] == "2"
    (total,) = (line for line in lines if line[:1] == ["total"])
    assert total[1] == "12"
    assert total[-1] == "1"
    assert done.exit_code == 1


def test_it_says_what_to_try_next(command, examples):
    """The hints name the store and an article, and can be run as they stand."""
    shown = command("import", examples / "portals", "--store", "my records.db").stdout
    hints = [line.strip().split("  ")[0] for line in shown.splitlines() if line.startswith("  antq ")]

    assert "my records.db keeps 12 articles (12 new). Try next:" in shown
    assert len(hints) == 3
    for hint in hints:
        assert hint.endswith(" --store 'my records.db'")
        assert (
            command(*hint.removeprefix("antq ").removesuffix(" --store 'my records.db'").split(), "--store", "my records.db").exit_code == 0
        )


def test_where_nothing_could_be_read_only_the_failures_are_left_to_see(command, examples):
    """An import of which nothing is kept hints at no article."""
    shown = command("import", examples / "portals" / "trang-loi.html").stdout

    assert "records.db keeps 0 articles (nothing new). Try next:\n  antq failures  the pages" in shown
    assert "antq show" not in shown


def test_all_read_is_exit_status_0(command, examples):
    """An import without a failure ends with 0, and does not speak of failures."""
    done = command("import", examples / "portals" / "nukeviet-cum-thi-dua-tong-ket.html")

    assert done.exit_code == 0
    assert "antq failures" not in done.stdout
    assert done.stderr == ""


def test_files_folders_and_archives_together(command, examples):
    """Several sources are one import; the same article in two of them is one article."""
    command("import", examples / "portals", examples / "portals.warc.gz", examples / "portals" / "trang-loi.html", "--quiet")

    assert rows("records.db", "SELECT count(*) FROM articles") == [(12,)]


def test_quiet_prints_nothing(command, examples):
    """``--quiet`` leaves the exit status alone to tell."""
    done = command("import", examples / "portals", "--quiet")

    assert (done.exit_code, done.output) == (1, "")


def test_a_log_where_there_is_no_terminal(command, examples, monkeypatch):
    """Without a terminal, there is a line on stderr now and then, and one for each failure as it comes."""
    monkeypatch.setattr("antq_records.cli.import_._EVERY", 5)
    done = command("import", examples / "portals")

    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["5 pages done", "10 pages done", "not read"]


def test_importing_twice_changes_nothing(command, examples):
    """The second import leaves every article and failure as it was."""
    query = "SELECT article, version, first_seen, records FROM article_versions ORDER BY article"
    command("import", examples / "portals", "--quiet")
    before = rows("records.db", query)
    again = command("import", examples / "portals")

    assert rows("records.db", query) == before
    assert rows("records.db", "SELECT count(*) FROM failures") == [(1,)]
    assert "records.db keeps 12 articles (12 unchanged)." in again.stdout


def test_a_folder_without_pages_is_wrong_use(command, in_folder):
    """Where there is nothing to read, the command says what it looks for."""
    (in_folder / "pages").mkdir()
    done = command("import", "pages")

    assert done.exit_code == 2
    assert "no page found; a folder is searched for .html" in done.stderr


def test_a_failing_page_stops_nothing(command, examples, in_folder):
    """Pages before and after one that fails are kept, and so is the failure."""
    for name, content in (("a.html", b""), ("b.html", b"\x00\x01"), ("c.warc", b"WARC/1.0\r\nContent-Len")):
        (in_folder / name).write_bytes(content)
    done = command("import", "a.html", "b.html", "c.warc", examples / "portals" / "nukeviet-cum-thi-dua-tong-ket.html", "--quiet")

    assert done.exit_code == 1
    assert rows("records.db", "SELECT count(*) FROM articles") == [(1,)]
    assert rows("records.db", "SELECT source FROM failures") == [("a.html",), ("b.html",), ("c.warc:0",)]


@pytest.fixture(name="stopping")
def stopping_fixture(monkeypatch):
    """Give a way to let the store fail at the third page."""

    def stop(error):
        failures = iter([None, None, error])
        add = Store.add

        def add_or_fail(*arguments, **options):
            failure = next(failures)
            if failure:
                raise failure
            return add(*arguments, **options)

        monkeypatch.setattr(Store, "add", add_or_fail)

    return stop


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (StoreError("records.db", "the disk is full"), ["2 pages are kept before", "Error: store records.db: the disk is full"]),
        (KeyboardInterrupt, ["Error: stopped; 2 pages are kept in records.db, run again to go on"]),
    ],
    ids=["full disk", "Ctrl-C"],
)
def test_a_run_that_stops_says_what_is_kept(command, examples, stopping, error, said):
    """Whatever stops a run, the pages before are told, and are there."""
    stopping(error)
    done = command("import", examples / "portals")

    assert (done.exit_code, done.stdout, done.stderr.splitlines()) == (1, "", said)
    assert rows("records.db", "SELECT count(*) FROM articles") == [(2,)]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are Unix's")
def test_a_full_disk_is_one_line(examples, in_folder):
    """Where the disk really has no room, the run stops with its reason, and what was kept before is told and there."""
    code = """
        import resource, sys
        from antq_records.cli import main
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
        sys.argv = ["antq", "import", *sys.argv[1:]]
        main()
    """
    sources = [in_folder / f"{number}.html" for number in range(50)]
    page = (examples / "portals" / "nukeviet-cum-thi-dua-tong-ket.html").read_text(encoding="utf-8")
    for number, path in enumerate(sources):
        path.write_text(page.replace("2988.html", f"{number}.html"), encoding="utf-8")
    done = run([sys.executable, "-c", dedent(code), *sources], check=False, capture_output=True, text=True)  # noqa: S603 - our own code

    assert done.returncode == 1
    kept, error = done.stderr.splitlines()
    assert error.startswith("Error: store records.db: cannot be written or read: the disk fails, or has no room")
    assert 0 < int(kept.split()[0]) <= rows("records.db", "SELECT count(*) FROM articles")[0][0] < 50


def test_a_terminal_has_a_bar(command, examples, monkeypatch):
    """In a terminal, a bar counts pages and failures instead of a log; an archive has no known number of pages."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    folder = command("import", examples / "portals").stderr
    archive = command("import", examples / "portals.warc.gz").stderr

    assert "Reading pages" in folder
    assert "not read:" not in folder
    assert "13/13" in re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", folder)
    assert "13/?" in re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", archive)


def test_a_store_that_cannot_be_made(command, examples):
    """A store in a folder that does not exist is one line, and no page is read in vain."""
    done = command("import", examples / "portals", "--store", Path("none", "records.db"))

    assert done.exit_code == 1
    assert done.stderr == f"Error: store {Path('none', 'records.db')}: cannot be opened: no such folder, or no permission\n"
