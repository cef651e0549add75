"""What all commands share: their options, and how they print."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from antq_records.store import open_store

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from antq_records.model import Page
    from antq_records.store import Failure, Store

__all__ = [
    "DEFAULT_STORE",
    "console",
    "example",
    "existing_store",
    "pages_in",
    "plain",
    "quiet_option",
    "store_option",
    "table",
    "warn_of_plugins",
]

DEFAULT_STORE: Final = "records.db"
"""The store that commands use where none is named."""

_WIDTH: Final = 140
"""Columns of output that goes into a file or another program."""

_UNSEEN: Final = {
    code: "\N{REPLACEMENT CHARACTER}"
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    if chr(code) not in "\t\n"
}
"""Characters that steer a terminal or turn its text around: a page must not."""

_Command = Callable[..., None]

store_option: Final[Callable[[_Command], _Command]] = click.option(
    "--store", default=DEFAULT_STORE, show_default=True, metavar="FILE", help="The SQLite file that keeps the records."
)
quiet_option: Final[Callable[[_Command], _Command]] = click.option(
    "--quiet", "-q", is_flag=True, help="Only the result itself: no progress, headings or hints."
)


def example(*commands: str) -> str:
    """Return the end of a command's help."""
    return "\b\n" + "\n".join(["Examples:" if len(commands) > 1 else "Example:", *(f"  {command}" for command in commands)])


def existing_store(path: str) -> "Store":
    """Open a store to read it; one that is not there is wrong use."""
    file = path.removeprefix("sqlite:///")
    if "://" not in file and not Path(file).exists():
        msg = f"there is no store {path}; `antq import` makes one, --store names another"
        raise click.UsageError(msg)
    return open_store(path, read_only=True)


def pages_in(path: Path) -> "Iterator[Page | Failure]":
    """Yield the page of a file, or every page of an archive; ``-`` is standard input."""
    from antq_records.collect import pages, pages_of  # noqa: PLC0415 - slow to import

    return pages([path]) if str(path) != "-" else pages_of(io.BufferedReader(sys.stdin.buffer), "standard input")  # type: ignore[arg-type]


def console(*, stderr: bool = False) -> "Console":
    """Return where a command prints: as wide as the terminal, in its colours, without interpreting what it prints."""
    from rich.console import Console  # noqa: PLC0415 - slow to import

    made = Console(stderr=stderr, emoji=False, markup=False, highlight=False)
    if not made.is_terminal and "COLUMNS" not in os.environ:
        made.width = _WIDTH
    return made


def table(*columns: str, quiet: bool) -> "Table":
    """Make a table that folds what is too wide; without its heading if *quiet*."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - slow to import
    from rich.table import Table  # noqa: PLC0415

    made = Table(box=SIMPLE_HEAD, show_header=not quiet, pad_edge=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def plain(text: object) -> str:
    """Return what is to be printed for a value: nothing for ``None``, and no character that steers a terminal."""
    return "" if text is None else str(text).translate(_UNSEEN)


def warn_of_plugins() -> None:
    """Name on stderr the plug-ins that could not be used."""
    from antq_records.plugins import load  # noqa: PLC0415 - loads every plug-in

    for problem in load().problems:
        click.echo(f"Warning: {plain(problem)}", err=True)
