"""Other counts that the article states, of the kinds that the lexicon lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from antq_records.lexicon.cues import figure_kinds
from antq_records.model import CalendarDate, Evidence, Figure

if TYPE_CHECKING:
    from antq_records.recognize.context import Context
    from antq_records.recognize.document import Document, Mention, Sentence

__all__ = ["figures"]

_NAME: Final = re.compile(r' "([^"\n]{2,80})"')
_AS_OF: Final = re.compile(r"tính đến(?: hết)? $")
_FEW: Final = 2
"""“Một sáng kiến” is no count."""
_PART: Final = re.compile(r"(?:trong đó|chỉ tiêu|phấn đấu|mỗi|ít nhất)[^,;]{0,20}$")


def figures(context: Context) -> list[Figure]:
    """Return the figures, those told twice once, in the order of the article."""
    document = context.document
    found: dict[tuple[int, str], Figure] = {}
    for sentence in document.sentences:
        for mention in sentence.of("figure"):
            kind = figure_kinds()[mention.value.word]
            named = _NAME.match(document.folded, mention.end)
            if (kind.named and not named) or mention.value.quantity.value < _FEW or _PART.search(document.folded, max(sentence.start, mention.start - 30), mention.start):
                continue
            label = document.text[slice(*named.span(1))] if named else kind.label
            key = (mention.value.quantity.value, label.casefold())
            known = found.get(key)
            found[key] = _merged(known, _figure(context, sentence, mention, label, named.end() if named else mention.end))
    return list(found.values())


def _figure(context: Context, sentence: Sentence, mention: Mention, label: str, end: int) -> Figure:
    document = context.document
    evidence = [document.evidence("label", mention.start, end), context.proof("quantity", mention)]
    as_of: CalendarDate | None = None
    for date in sentence.of("date"):
        if date.start < mention.start and _AS_OF.search(document.folded, max(0, date.start - 16), date.start):
            as_of, basis = context.date_of(date)
            evidence.append(context.proof("as_of", date, basis))
    return Figure(id=context.new_id("figure", mention.start), label=label, quantity=mention.value.quantity, as_of=as_of, evidence=evidence)


def _merged(known: Figure | None, new: Figure) -> Figure:
    """Join two tellings of one figure: the first counting word stands, a date that either states counts."""
    if known is None:
        return new
    quantity = known.quantity if (known.quantity.unit or "").casefold() == known.label.casefold() or new.quantity.unit == known.quantity.unit else new.quantity
    extra: list[Evidence] = [piece for piece in new.evidence if piece.field != "as_of" or known.as_of is None]
    return Figure(id=known.id, label=known.label, quantity=quantity, as_of=known.as_of or new.as_of, evidence=[*known.evidence, *extra])
