"""``antq read``: what one page, or every page of an archive, says."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from antq_records.cli.shared import example, pages_in, plain, quiet_option, warn_of_plugins

if TYPE_CHECKING:
    from antq_records.model import Records

__all__ = ["read"]


@click.command(
    epilog=example(
        "antq read page.html --url https://congan.hanam.gov.vn/news/a-1.html",
        "antq read crawl.warc.gz --format csv > honours.csv",
        "curl -s https://… | antq read - --format json",
    )
)
@click.argument("page", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--url", metavar="ADDRESS", help="The address PAGE was saved from; otherwise the one that it names itself.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="table: to look at; json: everything, with the words that prove it; jsonl: the same, one page a line; csv: one award a line.",
)
@quiet_option
@click.pass_context
def read(context: click.Context, /, *, page: Path, url: str | None, form: str, quiet: bool) -> None:
    """Print the records of a saved PAGE (- for standard input), or of every page of a web archive."""
    from antq_records.cli.formats import FORMATS  # noqa: PLC0415 - slow to import
    from antq_records.collect import is_archive, read_page  # noqa: PLC0415
    from antq_records.store import Failure  # noqa: PLC0415

    warn_of_plugins()
    failed = 0

    def records() -> Iterator["Records"]:
        nonlocal failed
        for found in pages_in(page):
            outcome = found if isinstance(found, Failure) else read_page(found, url=url)
            if isinstance(outcome, Failure):
                failed += 1
                click.echo(f"Error: {plain(outcome.reason)} @ {plain(outcome.url or outcome.source)}", err=True)
            else:
                yield outcome

    FORMATS[form](records(), several=is_archive(page), quiet=quiet)
    context.exit(1 if failed else 0)
