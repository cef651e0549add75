"""What holds for all commands."""

import os
import signal
import sqlite3
import sys
import time
from pathlib import Path
from subprocess import PIPE, run
from unittest.mock import Mock

import pytest

from antq_records import plugins
from antq_records.cli import main
from antq_records.cli.app import antq

COMMANDS = sorted(antq.commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_an_example(command, name):
    """The help of every command shows how to call it, and its options."""
    shown = command(name, "--help").output

    assert "Example" in shown
    assert f"  antq {name}" in shown
    assert "--quiet" in shown


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]], ids=repr)
def test_help_names_every_command(command, arguments):
    """The help says what there is, and what the exit status means."""
    shown = command(*arguments).output

    assert all(f"\n  {name} " in shown for name in COMMANDS)
    assert "Exit status" in shown


def test_help_loads_nothing_heavy():
    """Asking for help does not wait for libraries that only the work needs."""
    code = (
        "import sys; from click.testing import CliRunner; from antq_records.cli.app import antq; CliRunner().invoke(antq, ['--help']);"
        "print(sorted({'rich', 'sqlalchemy', 'cattrs', 'httpx', 'selectolax', 'warcio', 'alembic'} & set(sys.modules)))"
    )

    assert run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"  # noqa: S603 - our own code


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "none.html"],
        ["read", "."],
        ["read", "--format", "xml", "page.html"],
        ["import"],
        ["import", "none.html"],
        ["show", "--store", "none.db"],
        ["failures", "--store", "none.db"],
        ["portals", "extra"],
        ["nothing"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_exit_status_2(command, arguments):
    """What cannot be meant is explained on stderr, and nothing is done."""
    done = command(*arguments)

    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Error: " in done.stderr
    assert not list(Path().iterdir())


@pytest.mark.parametrize("name", ["show", "failures"])
def test_a_store_that_is_not_there_is_not_made(command, name):
    """Looking at the store before anything was imported says what to do first."""
    done = command(name)

    assert done.exit_code == 2
    assert "there is no store records.db; `antq import` makes one" in done.stderr
    assert not list(Path().iterdir())


@pytest.mark.parametrize("arguments", [["show"], ["failures"], ["import", "notes.txt"]], ids=" ".join)
def test_errors_are_one_line(command, in_folder, arguments):
    """A file that is no store gives one line and exit status 1, with every command."""
    (in_folder / "notes.txt").write_text("Ghi chú", encoding="utf-8")
    done = command(*arguments, "--store", "notes.txt")

    assert done.exit_code == 1
    assert done.stderr == "Error: store notes.txt: is not a SQLite file\n"
    assert done.stdout == ""


def test_a_store_of_a_newer_schema(command, imported, examples):
    """What a later version has made is left to it."""
    with sqlite3.connect(imported) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    connection.close()

    for arguments in (["show"], ["failures"], ["import", examples / "portals"]):
        done = command(*arguments)
        assert done.exit_code == 1
        assert done.stderr.startswith("Error: store records.db: made by a newer antq-records")


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_the_extra_the_command_says_what_to_install(missing, monkeypatch):
    """Without the libraries of the command line there is one line instead of a traceback."""
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(SystemExit, match=r"^antq: the command line needs click and rich: pip install 'antq-records\[cli\]'$"):
        main()


def test_the_status_is_that_of_the_process(monkeypatch, capsys):
    """The entry point runs the command that the process was called with."""
    monkeypatch.setattr(sys, "argv", ["antq", "--version"])
    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("antq, version ")


def test_any_command_may_be_stopped(command, monkeypatch):
    """Ctrl-C is one line, whatever was being done."""
    monkeypatch.setattr(plugins, "load", Mock(side_effect=KeyboardInterrupt))
    done = command("portals")

    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "Error: stopped\n")


@pytest.mark.usefixtures("imported")
def test_a_reader_that_goes_away_is_no_error(process):
    """``antq show | head -1`` ends without a traceback."""
    started = process("show", "article", wait=False, stdout=PIPE, stderr=PIPE)
    started.stdout.close()

    assert b"Traceback" not in started.communicate()[1]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1258"])
def test_a_terminal_without_vietnamese_letters(process, examples, encoding):
    """Letters that the output cannot show are given by their codes."""
    page = examples / "portals" / "nukeviet-cum-thi-dua-tong-ket.html"
    done = process("read", page, environment={"PYTHONIOENCODING": encoding}, capture_output=True)

    assert done.returncode == 0
    assert b"C\\u1ee5m thi \\u0111ua" in done.stdout or encoding == "cp1258"
    assert b"Traceback" not in done.stderr


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("arguments", [["portals"], ["show"], ["failures"]], ids=" ".join)
def test_output_is_the_same_each_time(process, arguments):
    """The same command on the same store prints the same, whatever the order of hashes."""
    outputs = {process(*arguments, environment={"PYTHONHASHSEED": seed}, capture_output=True).stdout for seed in "12"}

    assert len(outputs) == 1
    assert outputs != {b""}


class TestTerminal:
    """In a real terminal there are colours, unless they are not wanted."""

    def shown(self, process, *arguments, **environment):
        """Return what a command prints in a pseudo-terminal."""
        pty = pytest.importorskip("pty")
        ours, its = pty.openpty()
        started = process(
            *arguments, wait=False, stdout=its, stderr=its, environment={"TERM": "xterm-256color", "COLUMNS": "120", **environment}
        )
        os.close(its)
        pieces = []
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # how Linux says that the other side is closed
                break
            if not piece:
                break
            pieces.append(piece)
        os.close(ours)
        assert started.wait(30) in {0, 1}
        return b"".join(pieces)

    @pytest.mark.usefixtures("imported")
    def test_evidence_is_highlighted(self, process):
        """The words that prove a record stand out in the text."""
        assert b"\x1b[1;32m" in self.shown(process, "show", "article-ad5b58f00c7ea94c")

    @pytest.mark.usefixtures("imported")
    def test_no_color_is_respected(self, process):
        """With NO_COLOR set there is no colour."""
        assert b"\x1b[3" not in self.shown(process, "show", "article-ad5b58f00c7ea94c", NO_COLOR="1")

    def test_import_shows_a_bar(self, process, examples):
        """The progress of an import is a bar that counts pages."""
        shown = self.shown(process, "import", examples / "portals").decode()

        assert "Reading pages" in shown
        assert "13/13" in shown
        assert "1 failed" in shown
        assert "not read:" not in shown


class TestInterrupted:
    """Ctrl-C in the middle of an import."""

    def test_what_was_committed_stays_and_the_next_run_goes_on(self, process, examples, in_folder):
        """The run ends with one line and exit status 1; the store is sound, and running again completes it."""
        folder = in_folder / "pages"
        folder.mkdir()
        page = (examples / "portals" / "nukeviet-cum-thi-dua-tong-ket.html").read_text(encoding="utf-8")
        for number in range(250):
            (folder / f"{number:03}.html").write_text(page.replace("2988.html", f"{number}.html"), encoding="utf-8")

        started = process("import", folder, wait=False, stdout=PIPE, stderr=PIPE)
        while started.stderr.readline() != b"100 pages done\n":
            time.sleep(0.001)
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=30)

        assert started.returncode == 1
        assert out == b""
        *_, last = err.decode().splitlines()
        assert last.startswith("Error: stopped; ")
        assert last.endswith(" pages are kept in records.db, run again to go on")
        with sqlite3.connect("records.db") as connection:
            (kept,) = connection.execute("SELECT count(*) FROM articles").fetchone()
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
        assert 100 <= int(last.split()[2]) <= kept < 250

        assert process("import", folder, "--quiet").returncode == 0
        with sqlite3.connect("records.db") as connection:
            assert connection.execute("SELECT count(*) FROM articles").fetchone() == (250,)
        connection.close()
