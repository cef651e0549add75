"""Commands as a user runs them: in this process to see what they print, or in one of their own."""

import os
import shutil
import sys
from pathlib import Path
from subprocess import Popen, run

import pytest
from click.testing import CliRunner

from antq_records.cli.app import antq

EXAMPLES = Path(__file__).parents[2] / "examples"
STARTED = (sys.executable, "-c", "from antq_records.cli import main; main()")


@pytest.fixture(name="examples", scope="session")
def examples_fixture(tmp_path_factory):
    """Give a folder with the project's example pages, the one that is refused among them, and with an archive of them all."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(EXAMPLES / "portals", folder / "portals")
    shutil.copy(EXAMPLES / "refused" / "trang-loi.html", folder / "portals")
    run([sys.executable, shutil.copy(EXAMPLES / "make_warc.py", folder)], check=True)  # noqa: S603 - our own script
    return folder


@pytest.fixture(name="in_folder", autouse=True)
def in_folder_fixture(tmp_path, monkeypatch):
    """Run every command in an empty folder, on output that is no terminal and has no colours."""
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture(name="command")
def command_fixture():
    """Give a way to run a command here; an error that is no exit is raised."""

    def invoke(*arguments, stdin=None):
        return CliRunner().invoke(antq, [str(argument) for argument in arguments], input=stdin, catch_exceptions=False)

    return invoke


@pytest.fixture(name="process")
def process_fixture():
    """Give a way to run a command in a process of its own."""

    def start(*arguments, environment=(), wait=True, **options):
        started = [*STARTED, *map(str, arguments)]
        options["env"] = {**os.environ, "PYTHONWARNINGS": "ignore", **dict(environment)}
        return run(started, check=False, **options) if wait else Popen(started, **options)  # noqa: S603 - our own command

    return start


@pytest.fixture(name="imported")
def imported_fixture(command, examples):
    """Give a store in which the example pages are."""
    command("import", examples / "portals", "--quiet")
    return Path("records.db")
