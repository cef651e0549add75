"""``antq import``: read pages and keep what they say."""

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from antq_records.cli.shared import DEFAULT_STORE, console, example, plain, quiet_option, store_option, table, warn_of_plugins
from antq_records.errors import StoreError
from antq_records.store import Failure, open_store

if TYPE_CHECKING:
    from rich.console import Console

    from antq_records.collect import Kept, Tally

__all__ = ["import_"]

_EVERY: Final = 100
"""After how many pages a line is logged where there is no terminal."""


@click.command("import", epilog=example("antq import pages/ crawl.warc.gz", "antq import examples/portals --store records.db"))
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(exists=True, path_type=Path))
@store_option
@quiet_option
@click.pass_context
def import_(context: click.Context, /, *, sources: tuple[Path, ...], store: str, quiet: bool) -> None:
    """
    Read the pages of files, folders and web archives, and keep their records.

    Each page is kept as soon as it is read, and a page that cannot be read is kept with its reason. Importing again changes nothing
    that is the same, so a run that was stopped is simply started again.
    """
    from antq_records import collect  # noqa: PLC0415 - slow to import

    warn_of_plugins()
    tally = collect.Tally()
    try:
        with open_store(store) as kept, _progress(sources, quiet=quiet) as advance:
            for outcome in collect.ingest(collect.pages(sources), kept):
                tally.add(outcome)
                advance(outcome)
            articles = kept.counts()["articles"]
            one = next((article.id for article in kept.articles()), None)
    except KeyboardInterrupt:
        msg = f"stopped; {_pages(tally)} kept in {store}, run again to go on"
        raise click.ClickException(msg) from None
    except StoreError as error:
        if tally.portals:
            click.echo(f"{_pages(tally)} kept before", err=True)
        raise click.ClickException(str(error)) from error
    total = tally.total()
    if not total:
        msg = f"no page found; a folder is searched for {' '.join(collect.NAMES)}"
        raise click.UsageError(msg)
    if not quiet:
        _print(tally)
        known = ", ".join(f"{number} {added.value}" for added, number in sorted(tally.added.items())) or "nothing new"
        click.echo(f"{store} keeps {articles} articles ({known}). Try next:")
        _print_hints(store, one, failed=bool(total["failures"]))
    context.exit(1 if total["failures"] else 0)


@contextmanager
def _progress(sources: tuple[Path, ...], *, quiet: bool) -> Iterator[Callable[["Kept | Failure"], None]]:
    """Show on stderr how far a run is: a bar in a terminal, else a line now and then, and one for each failure."""
    screen = console(stderr=True)
    if quiet:
        yield lambda _: None
    elif screen.is_terminal:
        with _bar(screen, sources) as advance:
            yield advance
    else:
        done = 0

        def log(outcome: "Kept | Failure") -> None:
            nonlocal done
            done += 1
            if isinstance(outcome, Failure):
                click.echo(plain(f"not read: {outcome.url or outcome.source}: {outcome.reason}"), err=True)
            if done % _EVERY == 0:
                click.echo(f"{done} pages done", err=True)

        yield log


@contextmanager
def _bar(screen: "Console", sources: tuple[Path, ...]) -> Iterator[Callable[["Kept | Failure"], None]]:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - slow to import

    from antq_records.collect import count  # noqa: PLC0415

    failed = 0
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[failed]}"),
    )
    with Progress(*columns, console=screen) as progress:
        task = progress.add_task("Reading pages", total=count(sources), failed="")

        def advance(outcome: "Kept | Failure") -> None:
            nonlocal failed
            failed += isinstance(outcome, Failure)
            progress.update(task, advance=1, failed=f"{failed} failed" if failed else "")

        yield advance


def _print(tally: "Tally") -> None:
    from antq_records.collect import COLUMNS  # noqa: PLC0415 - slow to import

    listed = table("portal", *COLUMNS, quiet=False)
    for column in listed.columns[1:]:
        column.justify = "right"
    for portal, counts in sorted(tally.portals.items()):
        listed.add_row(plain(portal or "(no address)"), *(str(counts[name]) for name in COLUMNS))
    listed.add_section()
    total = tally.total()
    listed.add_row("total", *(str(total[name]) for name in COLUMNS))
    console().print(listed)


def _print_hints(store: str, article: str | None, *, failed: bool) -> None:
    option = "" if store == DEFAULT_STORE else f" --store {shlex.quote(store)}"
    hints = [
        (f"antq show{option}", "the articles, each with its id"),
        (f"antq show {article}{option}", "the text of one, with the words that prove its records"),
        (f"sqlite3 {shlex.quote(store)} 'SELECT * FROM honours'", "every award, one a row"),  # noqa: S608 - a hint for a person
    ]
    if article is None:
        hints.clear()
    if failed:
        hints.append((f"antq failures{option}", "the pages that could not be read, and why"))
    width = max(len(command) for command, _ in hints)
    for command, meaning in hints:
        click.echo(f"  {command:{width}}  {meaning}")


def _pages(tally: "Tally") -> str:
    pages = tally.total()["pages"]
    return "1 page is" if pages == 1 else f"{pages} pages are"
