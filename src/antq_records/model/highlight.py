"""Records beside their text: the words that prove them, marked by the type of the record, with the flat rows above."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import Final, NamedTuple

from antq_records.model.evidence import Basis, Evidence
from antq_records.model.records import Records

__all__ = ["COLOURS", "Segment", "segments", "to_html"]

COLOURS: Final = {
    "ceremony": "#cfe8ff",
    "honoree": "#d3f2d3",
    "award": "#fff0b3",
    "person": "#e8dcff",
    "cluster": "#ffd9ec",
    "union": "#d5f0f0",
    "figure": "#e8e2d4",
    "finding": "#ffd0c9",
}
"""The kinds of record that words can prove, the more telling first, each with its background."""


class Segment(NamedTuple):
    """A stretch of the text that the same evidence covers from end to end."""

    start: int
    """First code point, counted in ``Article.text``."""
    end: int
    """One past the last code point."""
    kinds: tuple[str, ...]
    """The kinds of record it proves, in the order of :data:`COLOURS`; empty for plain text."""
    labels: tuple[str, ...]
    """What it proves, such as ``ceremony Hội nghị tổng kết: date``; each once."""


def segments(records: Records) -> Iterator[Segment]:
    """Yield the whole text in stretches, in order and without gaps; where evidence overlaps, a stretch has all its kinds."""
    pieces = sorted(_labelled(records), key=lambda piece: piece[0].start)
    cuts = sorted({0, len(records.article.text), *(cut for piece, _, _ in pieces for cut in (piece.start, piece.end))})
    order = list(COLOURS)
    open_: list[tuple[Evidence, str, str]] = []
    waiting = iter(pieces)
    following = next(waiting, None)
    for start, end in pairwise(cuts):
        open_ = [piece for piece in open_ if piece[0].end > start]
        while following and following[0].start <= start:
            open_.append(following)
            following = next(waiting, None)
        kinds = sorted({kind for _, kind, _ in open_}, key=order.index)
        yield Segment(start, end, tuple(kinds), tuple(dict.fromkeys(label for _, _, label in open_)))


def to_html(records: Records) -> str:
    """Return a self-contained HTML fragment: the rows as a table, a key to the colours, and the article's text with its evidence."""
    text = records.article.text
    marked = "".join(_marked(text[segment.start : segment.end], segment) for segment in segments(records))
    used = {kind for segment in segments(records) for kind in segment.kinds}
    key = " ".join(
        f'<span style="color:#111;background:{colour};padding:0 .3em">{kind}</span>' for kind, colour in COLOURS.items() if kind in used
    )
    body = f'<div style="white-space:pre-wrap;max-width:60em;line-height:1.6">{marked}</div>'
    return f'<div class="antq-records">{_table(records)}<p>{key}</p>{body}</div>'


def _labelled(records: Records) -> Iterator[tuple[Evidence, str, str]]:
    """Yield every piece of evidence with its kind of record and a label."""
    named = (
        *(("ceremony", one.name or one.kind.value, one.evidence) for one in records.ceremonies),
        *(("honoree", one.name or str(one.count or one.kind.value), one.evidence) for one in records.honorees),
        *(
            ("award", f"{award.award.name or award.award.form.value} ({award.status.value})", award.evidence)
            for one in records.honorees
            for award in one.commendations
        ),
        *(("person", one.name, one.evidence) for one in records.people),
        *(("cluster", f"{one.name}, {one.year}", one.evidence) for one in records.clusters),
        *(("union", one.name, one.evidence) for one in records.unions),
        *(("figure", one.label, one.evidence) for one in records.figures),
        *(("finding", one.code.value, one.evidence) for one in records.findings),
    )
    for kind, name, evidence in named:
        for piece in evidence:
            basis = "" if piece.basis is Basis.TEXT else f" (with {piece.basis.value})"
            yield piece, kind, f"{kind} {name}: {piece.field or 'is there'}{basis}"


def _marked(text: str, segment: Segment) -> str:
    if not segment.kinds:
        return escape(text)
    lines = "".join(f"inset 0 -{2 * place}px {COLOURS[kind]}," for place, kind in enumerate(segment.kinds) if place).rstrip(",")
    style = f"color:#111;background:{COLOURS[segment.kinds[0]]}" + (f";box-shadow:{lines}" if lines else "")
    title = escape("\n".join(segment.labels)).replace("\n", "&#10;")
    return f'<mark style="{style}" title="{title}">{escape(text)}</mark>'


def _table(records: Records) -> str:
    columns = ("honoree", "unit", "award", "status", "conferrers", "period", "ceremony", "date", "quote")
    rows = [
        "".join(f"<td>{escape(str(value)) if (value := getattr(row, column)) is not None else ''}</td>" for column in columns)
        for row in records.rows()
    ]
    if not rows:
        return "<p>No awards.</p>"
    head = "".join(f"<th>{column}</th>" for column in columns)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
