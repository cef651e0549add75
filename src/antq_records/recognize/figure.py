"""
Other counts that the article states, of the kinds that the lexicon lists.

“Tính đến ngày 25/6, có 2.355 sáng kiến được nộp”: label, count and the day that it is stated for. Targets (“phấn đấu”, “mỗi … ít nhất”)
and parts (“trong đó”) are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import define, field

from antq_records.lexicon.cues import figure_kinds
from antq_records.model import CalendarDate, Figure, Quantity
from antq_records.recognize.document import Proof

if TYPE_CHECKING:
    from antq_records.recognize.context import Context
    from antq_records.recognize.document import Mention, Sentence

__all__ = ["figures"]

_NAME: Final = re.compile(r' "([^"\n]{2,80})"')
_AS_OF: Final = re.compile(r"tính đến(?: hết)? $")
_FEW: Final = 2
"""“Một sáng kiến” is no count."""
_PART: Final = re.compile(r"(?:trong đó|chỉ tiêu|phấn đấu|mỗi|ít nhất)[^,;]{0,20}$")


@define
class _Draft:
    id: str
    label: str
    quantity: Quantity
    as_of: CalendarDate | None = None
    evidence: list[Proof] = field(factory=list)


def figures(context: Context) -> list[Figure]:
    """Return the figures, those told twice once, in the order of the article."""
    document = context.document
    drafts: dict[tuple[int, str], _Draft] = {}
    for sentence in document.having("figure"):
        for mention in sentence.of("figure"):
            kind = figure_kinds()[mention.value.word]
            quantity = mention.value.quantity
            named = _NAME.match(document.folded, mention.end)
            before = document.folded[max(sentence.start, mention.start - 30) : mention.start]
            if (kind.named and not named) or quantity.value < _FEW or _PART.search(before):
                continue
            label = document.text[slice(*named.span(1))] if named else kind.label
            key = (quantity.value, label.casefold())
            if key not in drafts:
                drafts[key] = _Draft(context.new_id("figure", mention.start), label, quantity)
            draft = drafts[key]
            if quantity.unit == label:
                draft.quantity = quantity  # “2.355 sáng kiến” counts by the label itself, “2.355 lượt nộp sáng kiến” by turns
            draft.evidence += [
                Proof("label", mention.start, named.end() if named else mention.end),
                Proof("quantity", mention.start, mention.end),
            ]
            _as_of(context, sentence, mention, draft)
    return [
        Figure(id=one.id, label=one.label, quantity=one.quantity, as_of=one.as_of, evidence=document.quoted(one.evidence))
        for one in drafts.values()
    ]


def _as_of(context: Context, sentence: Sentence, mention: Mention, draft: _Draft) -> None:
    """Read the day for which the sentence states the count: “Tính đến ngày 25.6”."""
    for date in reversed(sentence.of("date")):
        if date.start < mention.start and _AS_OF.search(context.document.folded, max(0, date.start - 16), date.start):
            draft.as_of, basis = context.date_of(date)
            draft.evidence.append(Proof("as_of", date.start, date.end, basis))
            return
