"""``antq explain``: how the rules read a page, sentence by sentence."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from antq_records.cli.shared import console, example, pages_in, plain, quiet_option, warn_of_plugins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console
    from rich.text import Text

    from antq_records.recognize.explain import Explanation, ReadField, ToldGrant, ToldSentence, ToldVerb, Words

__all__ = ["explain"]

_STYLES: Final = {
    **dict.fromkeys(("give", "reward", "honour", "receive", "propose", "posthumous", "passive"), "bold green"),
    **dict.fromkeys(("award", "money"), "yellow"),
    **dict.fromkeys(("group", "each", "union_count", "figure"), "underline"),
    **dict.fromkeys(("cluster", "head", "deputy", "consist"), "magenta"),
    **dict.fromkeys(("event", "hold", "announce", "there"), "cyan"),
    **dict.fromkeys(("planned", "unreal", "career", "recall", "revoke", "malformed"), "red"),
    "org": "blue",
    "person": "bold",
    "office": "bold",
    "date": "dim",
}
"""How mentions are shown, by kind."""


@click.command(
    epilog=example(
        "antq explain page.html",
        "antq explain page.html --sentence 'đề nghị tặng'",
        "antq explain page.html --records | less",
    )
)
@click.argument("page", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--url", metavar="ADDRESS", help="The address PAGE was saved from; otherwise the one that it names itself.")
@click.option("--sentence", "wanted", metavar="WORDS", help="Only the sentences that contain these words, however they are spelled.")
@click.option("--records", "each", is_flag=True, help="Every field of the records with its value, its words, and the rule that reads it.")
@quiet_option
@click.pass_context
def explain(context: click.Context, /, *, page: Path, url: str | None, wanted: str | None, each: bool, quiet: bool) -> None:  # noqa: PLR0913
    """
    Show how the rules read a saved PAGE (- for standard input), sentence by sentence.

    For each sentence that tells something: the mentions in it, the verbs of honouring with who stands around them, the grants that
    were made of them or why none was, and the fields of records that it proves, by the modules whose rules read them.
    """
    from antq_records.errors import ReadError  # noqa: PLC0415 - slow to import, with what it needs
    from antq_records.reading import explain as explain_page  # noqa: PLC0415
    from antq_records.store import Failure  # noqa: PLC0415

    warn_of_plugins()
    failed = shown = 0
    for found in pages_in(page):
        try:
            told = found if isinstance(found, Failure) else explain_page(found, url=url)
        except ReadError as error:
            told = Failure(reason=error.reason, url=error.url or url, source=found.source)
        if isinstance(told, Failure):
            failed += 1
            click.echo(f"Error: {plain(told.reason)} @ {plain(told.url or told.source)}", err=True)
            continue
        sentences = [one for one in told.sentences if (one.telling if wanted is None else one.contains(wanted))]
        shown += len(sentences)
        if sentences or wanted is None:
            _show(told, sentences, each=each, quiet=quiet)
    if wanted is not None and not shown and not failed:
        msg = f"no sentence contains {plain(wanted)!r}"
        raise click.UsageError(msg)
    context.exit(1 if failed else 0)


def _show(told: "Explanation", sentences: "list[ToldSentence]", *, each: bool, quiet: bool) -> None:
    from rich.text import Text  # noqa: PLC0415 - slow to import

    screen = console()
    if not quiet:
        screen.print(Text(plain(told.article.title), "bold"))
        screen.print(Text(f"{len(sentences)} of {len(told.sentences)} sentences", "dim"))
        screen.print()
    for sentence in sentences:
        if not quiet:
            where = " · ".join(part for part in (f"sentence {sentence.number + 1}", sentence.block, sentence.selector) if part)
            screen.print(Text(plain(where), "dim"))
        screen.print(_highlighted(sentence))
        _section(screen, "mentions", [(2, _joined(map(_mention, sentence.mentions)))] if sentence.mentions else [])
        _section(screen, "verbs", [line for verb in sentence.verbs for line in _verb(verb)])
        _section(screen, "rows", [line for row in sentence.rows for line in _grant(row)])
        _section(screen, "records", _records(sentence.fields, each=each))
        screen.print()
    if not quiet:
        _section(screen, "looked for and not found", [(2, Text(plain(one.label))) for one in told.elsewhere])


def _section(screen: "Console", heading: str, lines: "Iterable[tuple[int, Text]]") -> None:
    """Print lines, each with its indent, under a heading; nothing if there are none."""
    from rich.padding import Padding  # noqa: PLC0415 - slow to import

    for number, (indent, line) in enumerate(lines):
        if not number:
            screen.print(f"  {heading}", style="italic")
        screen.print(Padding(line, (0, 0, 0, indent + 2), expand=False))


def _highlighted(sentence: "ToldSentence") -> "Text":
    """Return the words of a sentence, its mentions in their colours."""
    from rich.text import Text  # noqa: PLC0415 - slow to import

    shown = Text(plain(sentence.words))
    for one in sentence.mentions:
        shown.stylize(_STYLES.get(one.kind, ""), one.start - sentence.start, one.end - sentence.start)
    return shown


def _mention(one: "Words") -> "Text":
    from rich.text import Text  # noqa: PLC0415 - slow to import

    return Text.assemble((f"{one.kind} ", "dim"), (plain(one.text), _STYLES.get(one.kind, "")))


def _joined(parts: "Iterable[Text]", by: str = " · ") -> "Text":
    from rich.text import Text  # noqa: PLC0415 - slow to import

    return Text(by).join(parts)


def _said(label: str, mentions: "tuple[Words, ...]") -> "Iterator[Text]":
    """Yield some mentions under a word that says what they are here; nothing if there are none."""
    from rich.text import Text  # noqa: PLC0415 - slow to import

    if mentions:
        words = (Text(plain(one.text), _STYLES.get(one.kind, "")) for one in mentions)
        yield Text.assemble((f"{label} ", "dim"), _joined(words, "; "))


def _verb(verb: "ToldVerb") -> "Iterator[tuple[int, Text]]":
    """Yield the lines of a group of verbs: who stands around it, then its grants."""
    from rich.text import Text  # noqa: PLC0415 - slow to import

    means = ", ".join((*verb.means, *(("passive",) if verb.passive else ())))
    around = (
        *_said("before", verb.before),
        *_said("between", verb.between),
        *_said("asked", verb.asked),
        *_said("behind", verb.behind),
    )
    yield 2, _joined([Text.assemble((plain(verb.words), "bold green"), (f" ({means})", "dim")), *around])
    if verb.dropped:
        yield 4, Text.assemble(("no grant: ", "red"), plain(verb.dropped))
    for grant in verb.grants:
        yield from _grant(grant)


def _grant(grant: "ToldGrant") -> "Iterator[tuple[int, Text]]":
    from rich.text import Text  # noqa: PLC0415 - slow to import

    for number, rule in enumerate(grant.rules):
        yield 4, Text.assemble("grant " if not number else "    + ", (rule.name, "bold"), (f": {rule.pattern}", "dim"))
    what = (
        *_said("award", (grant.award,) if grant.award else ()),
        *_said("to", grant.recipients),
        *_said("asked", grant.asked),
        *_said("proposed by" if grant.proposed else "by", grant.givers),
    )
    yield 6, _joined(what)
    status = "proposed" if grant.proposed else "conferred"
    for made in grant.became:
        yield 6, Text.assemble(f"→ {status} ", (plain(made), "bold"))
    if grant.left:
        yield 6, Text.assemble(("→ no honour: ", "red"), plain(grant.left))


def _records(fields: "Iterable[ReadField]", *, each: bool) -> "Iterator[tuple[int, Text]]":
    """Yield the lines of the records that a sentence proves: which fields by which module, or *each* field with its value and words."""
    from rich.text import Text  # noqa: PLC0415 - slow to import

    for (kind, label), of_record in groupby(fields, key=lambda one: (one.record, one.label)):
        heading = Text.assemble((f"{kind} ", "dim"), (plain(label), "bold"))
        by_rule: dict[str, list[ReadField]] = {}
        for one in of_record:
            by_rule.setdefault(one.rule.module, []).append(one)
        if each:
            yield 2, heading
            yield from ((4, _field(one)) for proofs in by_rule.values() for one in proofs)
        else:
            modules = (Text.assemble((f"{module}.py", "cyan"), f" {_paths(proofs)}") for module, proofs in by_rule.items())
            yield 2, _joined([heading, *modules])


def _paths(proofs: "Iterable[ReadField]") -> str:
    """Return the fields without places in lists, each once."""
    return ", ".join(dict.fromkeys((one.path or "is there").partition("[")[0] for one in proofs))


def _field(one: "ReadField") -> "Text":
    from rich.text import Text  # noqa: PLC0415 - slow to import

    basis = f" with {one.basis.value}" if one.basis != "text" else ""
    return Text.assemble(
        plain(f"{one.path} = {one.value}" if one.path else "is there"),
        (f" by “{plain(one.quote)}”{basis} · ", "dim"),
        (f"{one.rule.module}.py", "cyan"),
        (f": {one.rule.pattern}", "dim"),
    )
