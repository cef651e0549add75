"""The forms in which ``antq read`` prints records."""

import csv
import io
from collections.abc import Iterable
from typing import Final, Protocol

import click
from rich.padding import Padding
from rich.text import Text

from antq_records.cli.shared import console, plain, table
from antq_records.cli.summary import award_of, summaries
from antq_records.model import Records, Row

__all__ = ["FORMATS"]

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet would run."""


class Format(Protocol):
    """A form in which the records of one page, or of the several pages of an archive, are printed."""

    def __call__(self, read: Iterable[Records], *, several: bool, quiet: bool) -> None:
        """Print each as it comes."""


def _table(read: Iterable[Records], *, several: bool, quiet: bool) -> None:  # noqa: ARG001 - one page looks like several
    screen = console()
    for records in read:
        article = records.article
        if not quiet:
            screen.print(Text(plain(article.title), "bold"))
            when = article.published_at.date().isoformat() if article.published_at else None
            screen.print(plain(" · ".join(part for part in (article.url, article.portal, when) if part)), style="dim")
        honours = table("honoree", "award", "by", "status", "ceremony", quiet=quiet)
        for row in records.rows():
            honours.add_row(*map(plain, (row.honoree, award_of(row), row.conferrers, row.status, row.ceremony)))
        if honours.row_count:
            screen.print(honours)
        if quiet:
            continue
        for heading, lines in summaries(records):
            if heading != "Honorees":
                screen.print(heading, style="bold")
                for _, line in lines:
                    screen.print(Padding.indent(plain(line), 2))
        screen.print()


def _json(read: Iterable[Records], *, several: bool, quiet: bool) -> None:  # noqa: ARG001 - there is nothing to leave out
    if not several:
        for records in read:
            click.echo(records.to_json(indent=2))
        return
    before = "["
    for records in read:
        click.echo(before)
        click.echo(records.to_json(indent=2), nl=False)
        before = ","
    click.echo("[]" if before == "[" else "\n]")


def _jsonl(read: Iterable[Records], *, several: bool, quiet: bool) -> None:  # noqa: ARG001 - a page is a line
    for records in read:
        click.echo(records.to_json())


def _csv(read: Iterable[Records], *, several: bool, quiet: bool) -> None:  # noqa: ARG001 - the pages stand one below the other
    click.echo(_line(Row._fields) if not quiet else "", nl=False)
    for records in read:
        for row in records.rows():
            click.echo(_line(row), nl=False)


def _line(cells: Iterable[str | None]) -> str:
    """Return one line of CSV, an absent fact as an empty cell."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(map(_harmless, cells))
    return line.getvalue()


def _harmless(cell: str | None) -> str:
    """Put an apostrophe before what a spreadsheet would run; a bare carriage return would end the line."""
    text = (cell or "").replace("\r", "\n")
    return f"'{text}" if text.startswith(_FORMULA) else text


FORMATS: Final[dict[str, Format]] = {"table": _table, "json": _json, "jsonl": _jsonl, "csv": _csv}
