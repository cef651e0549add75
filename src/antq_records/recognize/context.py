"""What the recognisers of one article share: its ids, the day that names are read at, the portal's own province."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from antq_records.lexicon.organizations import organizations_named
from antq_records.model import Basis, CalendarDate, Finding, FindingCode, Organization, Period
from antq_records.recognize.document import Proof
from antq_records.recognize.organization import Body, resolve
from antq_records.text.dates import complete

if TYPE_CHECKING:
    from datetime import date

    from antq_records.recognize.document import Document, Mention

__all__ = ["Context"]

_WORD: Final = re.compile(r"\w+")
_HEAD_LENGTH: Final = 48
_HEAD_WORDS: Final = 4
"""So many words of a record's first evidence take part in its id: a better rule may read on, but not begin elsewhere."""


class Context:
    """The document and what is known of it so far."""

    def __init__(self, document: Document, portal_line: str | None) -> None:
        self.document = document
        self.portal_line = portal_line
        self.on: date | None = document.published_on
        self.findings: list[Finding] = []
        self._seen: Counter[str] = Counter()
        self._resolved: dict[tuple[Body, date | None], tuple[Organization, bool]] = {}
        self._address = document.article.url or document.article.text_sha256

    def new_id(self, kind: str, start: int) -> str:
        """Return the id of a record whose first evidence begins at a place: it depends on the address, the kind and those words only."""
        folded = self.document.folded
        line = folded.find("\n", start, start + _HEAD_LENGTH)
        words = " ".join(_WORD.findall(folded, start, line if line >= 0 else start + _HEAD_LENGTH)[:_HEAD_WORDS])
        key = f"{self._address}\n{kind}\n{words}"
        self._seen[key] += 1
        digest = hashlib.sha256(f"{key}\n{self._seen[key]}".encode()).hexdigest()[:12]
        return f"{kind}-{digest}"

    def organization(self, mention: Mention, path: str) -> tuple[Organization, Proof]:
        """Return the organisation that a mention names, with its proof for a path."""
        body: Body = mention.value
        key = (body, self.on)
        if key not in self._resolved:
            self._resolved[key] = resolve(body, self.on, self.portal_line)
            self._note_if_ambiguous(body, mention)
        organization, by_portal = self._resolved[key]
        start = min(body.head_start, mention.start)
        return organization, Proof(path, start, mention.end, Basis.PORTAL if by_portal else Basis.TEXT)

    def _note_if_ambiguous(self, body: Body, mention: Mention) -> None:
        """Keep a finding where a name fits several registered bodies on the article's day."""
        if body.bare or body.several or self.on is None:
            return
        if sum(entry.existed_on(self.on) for entry in organizations_named(body.name)) > 1:
            words = Proof(None, min(body.head_start, mention.start), mention.end)
            self.find(
                FindingCode.AMBIGUOUS_ORGANIZATION, f"{body.name} fits several bodies on this day, so none is meant for certain.", words
            )

    def find(self, code: FindingCode, message: str, *proofs: Proof) -> None:
        """Keep a finding."""
        self.findings.append(Finding(code=code, message=message, evidence=self.document.quoted(proofs)))

    def date_of(self, mention: Mention) -> tuple[CalendarDate, Basis]:
        """Return the first day of a date, its year filled in from the publication where the text has none."""
        found: CalendarDate = mention.value.date
        if found is not None and found.year is None and self.document.article.published_at is not None:
            return complete(found, self.document.article.published_at), Basis.PUBLISHED_AT
        return found, Basis.TEXT


def period_of(mention: Mention) -> Period | None:
    """Return a year or a span of time as a period."""
    value = mention.value
    if value.date is None or value.date.year is None:
        return None
    return Period(start=value.date, end=value.end_date or value.date)
