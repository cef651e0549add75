"""``antq portals``: whose pages can be read by importers of their own."""

import click

from antq_records.cli.shared import console, example, plain, quiet_option, table

__all__ = ["portals"]


@click.command(epilog=example("antq portals"))
@quiet_option
def portals(*, quiet: bool) -> None:
    """
    List the portals that installed importers know.

    Pages of all other portals are read by their structure.
    """
    from antq_records.plugins import load  # noqa: PLC0415 - loads every plug-in

    plugins = load()
    rows = sorted(
        (portal.id, portal.name, " ".join(portal.hosts), f"{offer.value.id} ({offer.plugin} {offer.version})")
        for offer in plugins.importers
        for portal in offer.value.portals
    )
    listed = table("portal", "name", "hosts", "importer", quiet=quiet)
    for row in rows:
        listed.add_row(*map(plain, row))
    if listed.row_count:
        console().print(listed)
    elif not quiet:
        click.echo("No importer with portals of its own is installed: pip install 'antq-records[portals]'")
    if plugins.problems:
        raise click.ClickException("\n".join(map(plain, plugins.problems)))
