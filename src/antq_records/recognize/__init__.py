"""
Recognition: an article becomes records, by rules over words that the lexicon lists.

First the mentions of the whole text are found (:mod:`.mentions`), then their order is read: events (:mod:`.ceremony`), people
(:mod:`.person`), clusters, unions and figures; who is honoured (:mod:`.honoree`) from the verbs of each sentence (:mod:`.verbs`,
:mod:`.clause`, :mod:`.pairs`) and from lists and tables (:mod:`.listing`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from antq_records.model import FindingCode
from antq_records.recognize.ceremony import find_events
from antq_records.recognize.cluster import clusters
from antq_records.recognize.context import Context
from antq_records.recognize.document import Document, Proof
from antq_records.recognize.figure import figures
from antq_records.recognize.honoree import honorees
from antq_records.recognize.mentions import mentions
from antq_records.recognize.person import Cast
from antq_records.recognize.union import unions
from antq_records.recognize.unreal import revoked
from antq_records.text.unicode import fold

if TYPE_CHECKING:
    from antq_records.model import Article

__all__ = ["recognize"]

_AFTER_NUMBER: Final = 10
"""So many code points behind a number show what it would count."""


def recognize(article: Article, portal_line: str | None = None) -> dict[str, Any]:
    """
    Return the records of an article, by the fields of :class:`~antq_records.model.Records`.

    :param portal_line: Registry id of the body that runs the portal, or of its line: whose a bare “Công an tỉnh” is.
    """
    document = Document(article, mentions(article, fold(article.text)))
    context = Context(document, portal_line)
    events = find_events(context)
    event = events[0] if events else None
    cast = Cast(context)
    cast.read_parts(event=event is not None, visit=event.visit if event else None)
    found_honorees = honorees(context, event, cast)
    found_clusters = clusters(context, event.period if event else None)
    found_unions = unions(context, cast, (event.sentence.start, event.sentence.end) if event else None)
    found_figures = figures(context)
    if event is None:
        context.find(FindingCode.NO_CEREMONY, "The article reports and announces no event.")
    for sentence in document.having("malformed"):
        for mention in sentence.of("malformed"):
            words = Proof(None, mention.start, min(sentence.end, mention.end + _AFTER_NUMBER))
            context.find(FindingCode.MALFORMED_NUMBER, "The number can be read in two ways, so no figure was made of it.", words)
    for span in revoked(document):
        context.find(
            FindingCode.REVOKED_AWARD, "The text says that an award is taken back, so no record is made of it.", Proof(None, *span)
        )
    return {
        "unions": found_unions,
        "clusters": found_clusters,
        "ceremonies": [one.record(cast, with_parts=one is event) for one in events],
        "honorees": found_honorees,
        "people": cast.records(),
        "figures": found_figures,
        "findings": context.findings,
    }
