"""``antq failures``: the pages that could not be read."""

import click

from antq_records.cli.shared import console, example, existing_store, plain, quiet_option, store_option, table

__all__ = ["failures"]


@click.command(epilog=example("antq failures", "antq failures --store police.db"))
@store_option
@quiet_option
def failures(*, store: str, quiet: bool) -> None:
    """
    List the pages that could not be read, each with its reason.

    A page leaves the list when it is imported again and can be read.
    """
    listed = table("last tried", "page", "importer", "reason", quiet=quiet)
    listed.columns[1].no_wrap = True  # an address is to be copied
    with existing_store(store) as kept:
        for failure in kept.failures():
            when = failure.last_seen.strftime("%Y-%m-%d %H:%M") if failure.last_seen else None
            page = "\n".join(place for place in (failure.url, failure.source) if place)
            listed.add_row(*map(plain, (when, page, failure.importer, failure.reason)))
    if listed.row_count:
        console().print(listed)
    elif not quiet:
        click.echo(f"{store}: every page was read.")
