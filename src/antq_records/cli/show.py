"""``antq show``: an article beside the records that were read from it."""

from typing import TYPE_CHECKING, Final

import click

from antq_records.cli.shared import console, example, existing_store, plain, quiet_option, store_option, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from antq_records.model import Evidence, Records
    from antq_records.store import Match, Store

__all__ = ["show"]

_STYLES: Final = {
    "ceremony": "cyan",
    "honoree": "bold green",
    "award": "yellow",
    "cluster": "magenta",
    "union": "blue",
    "person": "bold",
    "figure": "underline",
    "finding": "red",
}
"""How the words that prove each type of record are shown; where quotes overlap, the shortest is on top."""


@click.command(epilog=example("antq show", "antq show article-3f0c", "antq show https://congan.hanam.gov.vn/news/a-1.html"))
@click.argument("id_", metavar="[ID]", required=False)
@store_option
@quiet_option
def show(*, id_: str | None, store: str, quiet: bool) -> None:
    """
    Show the text of an article with the words that prove its records.

    ID is that of an article or of one of its records, or the beginning of one, or the address of an article. Without ID, the
    articles are listed.
    """
    with existing_store(store) as kept:
        if id_ is None:
            _list(kept, quiet=quiet)
        else:
            match = _match(kept, id_)
            records = kept.records(match.article)
            if records is not None:
                _show(records, match, quiet=quiet)


def _list(kept: "Store", *, quiet: bool) -> None:
    listed = table("id", "published", "portal", "title", quiet=quiet)
    for article in kept.articles():
        day = article.published_at.date().isoformat() if article.published_at else None
        listed.add_row(*map(plain, (article.id, day, article.portal, article.title)))
    if listed.row_count:
        console().print(listed)
    elif not quiet:
        click.echo("The store holds no article.")


def _match(kept: "Store", id_: str) -> "Match":
    """Return the one thing that was meant; nothing and several are wrong use."""
    found = kept.find(id_)
    if not found:
        msg = f"{plain(id_)} is no id or address in {kept.path}; `antq show` lists the articles"
        raise click.UsageError(msg)
    if len(found) > 1:
        several = "\n".join(f"  {match.record}  in {match.article}" if match.record else f"  {match.article}" for match in found)
        msg = f"{plain(id_)} may be one of several:\n{several}"
        raise click.UsageError(msg)
    return found[0]


def _show(records: "Records", match: "Match", *, quiet: bool) -> None:
    from rich.padding import Padding  # noqa: PLC0415 - slow to import

    from antq_records.cli.summary import summaries  # noqa: PLC0415 - loads the whole model

    screen = console()
    article, only = records.article, match.record
    pieces = [(kind, piece) for kind, record, piece in _evidence(records) if only in {None, record}]
    if not quiet:
        when = article.published_at.isoformat(" ", "minutes") if article.published_at else None
        screen.print(plain(" · ".join(part for part in (match.article, article.url, article.portal, when) if part)), style="dim")
        if screen.is_terminal and not screen.no_color:
            screen.print(_legend({kind for kind, _ in pieces}))
        screen.print()
    screen.print(_highlighted(article.text, pieces))
    if quiet:
        return
    screen.print()
    for heading, lines in summaries(records):
        chosen = [(own, line) for own, line in lines if only in {None, own}]
        if chosen:
            screen.print(heading, style="bold")
        for own, line in chosen:
            screen.print(Padding.indent(f"{plain(own)}  {plain(line)}", 2))
    if only is not None:
        screen.print("Proved by", style="bold")
        for _, piece in pieces:
            screen.print(Padding.indent(f"{piece.field or '(record)'}: “{plain(piece.quote)}” at {piece.start}, {piece.basis.value}", 2))


def _evidence(records: "Records") -> "Iterator[tuple[str, str, Evidence]]":
    """Yield every piece of evidence with the type and id of its record; awards count as their honoree's."""
    for kind, group in (
        ("finding", records.findings),
        ("figure", records.figures),
        ("union", records.unions),
        ("cluster", records.clusters),
        ("ceremony", records.ceremonies),
        ("person", records.people),
        ("honoree", records.honorees),
    ):
        for record in group:
            yield from ((kind, getattr(record, "id", ""), piece) for piece in record.evidence)
    for honoree in records.honorees:
        for commendation in honoree.commendations:
            yield from (("award", honoree.id, piece) for piece in commendation.evidence)


def _legend(kinds: set[str]) -> "Text":
    from rich.text import Text  # noqa: PLC0415 - slow to import

    return Text("  ").join(Text(kind, style) for kind, style in _STYLES.items() if kind in kinds)


def _highlighted(text: str, pieces: "list[tuple[str, Evidence]]") -> "Text":
    from rich.text import Text  # noqa: PLC0415 - slow to import

    shown = Text(plain(text))
    for kind, piece in sorted(pieces, key=lambda each: len(each[1].quote), reverse=True):
        shown.stylize(_STYLES[kind], piece.start, piece.end)
    return shown
