"""What the recognisers of one article share: its ids, the day that names are read at, the portal's own province."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

from antq_records.model import Basis, CalendarDate, Evidence, Finding, FindingCode, Organization, Period
from antq_records.recognize.organization import Body, resolve

if TYPE_CHECKING:
    from datetime import date

    from antq_records.recognize.document import Document, Mention

__all__ = ["Context"]

_WORD = re.compile(r"\w+")
_HEAD_WORDS = 4
"""So many words of a record's first evidence take part in its id: a better rule may read on, but not begin elsewhere."""


class Context:
    """The document and what is known of it so far."""

    def __init__(self, document: Document, portal_line: str | None) -> None:
        self.document = document
        self.portal_line = portal_line
        self.on: date | None = document.published_on
        self.findings: list[Finding] = []
        self._seen: Counter[str] = Counter()
        self._address = document.article.url or document.article.text_sha256

    def new_id(self, kind: str, start: int) -> str:
        """Return the id of a record whose first evidence begins at a place: it depends on the address, the kind and those words only."""
        words = " ".join(match[0] for match, _ in zip(_WORD.finditer(self.document.folded, start), range(_HEAD_WORDS), strict=False))
        key = f"{self._address}\n{kind}\n{words}"
        self._seen[key] += 1
        digest = hashlib.sha256(f"{key}\n{self._seen[key]}".encode()).hexdigest()[:12]
        return f"{kind}-{digest}"

    def organization(self, mention: Mention, path: str) -> tuple[Organization, Evidence]:
        """Return the organisation that a mention names, with its evidence for a path."""
        body: Body = mention.value
        organization, by_portal = resolve(body, self.on, self.portal_line)
        start = min(body.head_start, mention.start)
        return organization, self.document.evidence(path, start, mention.end, Basis.PORTAL if by_portal else Basis.TEXT)

    def proof(self, path: str | None, mention: Mention, basis: Basis = Basis.TEXT) -> Evidence:
        """Return a mention as evidence for a path."""
        return self.document.evidence(path, mention.start, mention.end, basis)

    def find(self, code: FindingCode, message: str, *evidence: Evidence) -> None:
        """Keep a finding."""
        self.findings.append(Finding(code=code, message=message, evidence=evidence))

    def date_of(self, mention: Mention) -> tuple[CalendarDate, Basis]:
        """Return the first day of a date, its year filled in from the publication where the text has none."""
        found: CalendarDate = mention.value.date
        if found is not None and found.year is None and self.document.article.published_at is not None:
            from antq_records.text.dates import complete  # noqa: PLC0415

            return complete(found, self.document.article.published_at), Basis.PUBLISHED_AT
        return found, Basis.TEXT


def period_of(mention: Mention) -> Period | None:
    """Return a year or a span of time as a period."""
    value = mention.value
    if value.date is None or value.date.year is None:
        return None
    return Period(start=value.date, end=value.end_date or value.date)
