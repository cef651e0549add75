"""The examples of README and documentation work, and what they are said to print is what they print."""

import os
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest

from antq_records import Basis, FindingCode

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = "python3 dev.py antq "
WIDE = {"COLUMNS": "100"}  # room for the table


def examples(page, language):
    """Return the blocks of a language, each with the output shown right below it, or None where none is shown."""
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [
        (code, shown if below == "text" else None) for (kind, code), (below, shown) in pairwise([*blocks, ("", "")]) if kind == language
    ]


def with_examples(language):
    """Return the pages that have blocks of a language, as cases of a test."""
    return [pytest.param(page, id=page.name) for page in PAGES if examples(page, language)]


def squeezed(text):
    """Return lines without the spaces that only set a table."""
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]


@pytest.fixture
def root(monkeypatch, tmp_path):
    """Work where a reader does, in the folder of the README, but leave nothing there."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("page", with_examples("python"))
def test_python_examples_print_what_is_shown(page):
    """The blocks of a page run one after the other, as a reader types them."""
    namespace = {"__name__": "readme"}
    for code, shown in examples(page, "python"):
        with redirect_stdout(StringIO()) as printed:
            exec(compile(code, page.name, "exec"), namespace)  # noqa: S102 - our own examples
        assert shown is None or printed.getvalue().splitlines() == shown.splitlines()


@pytest.mark.usefixtures("root")
def test_commands_print_what_is_shown():
    """A block of commands for the command line shows what the reader will see."""
    commands = [(code, shown) for page in PAGES for code, shown in examples(page, "sh") if shown is not None]
    assert commands

    for code, shown in commands:
        assert code.startswith(COMMAND)
        script = "from antq_records.cli import main; main()"
        command = [sys.executable, "-X", "utf8", "-c", script, *shlex.split(code.removeprefix(COMMAND))]
        done = subprocess.run(  # noqa: S603 - our own command
            command, check=False, env=os.environ | WIDE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        assert squeezed(done.stdout) == squeezed(shown)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    """Every file that a page names by a link stands in the repository."""
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")) if "://" not in link]

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(
    ("page", "names"),
    [
        pytest.param("index.md", list(FindingCode), id="findings"),
        pytest.param("evidence.md", list(Basis), id="bases"),
        pytest.param("data-files.md", sorted(path.name for path in ROOT.glob("src/antq_records/*/data/*.toml")), id="data-files"),
    ],
)
def test_nothing_is_left_out(page, names):
    """What is documented as a whole is documented in whole."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")

    assert names
    assert [name for name in names if f"`{name}`" not in text] == []
