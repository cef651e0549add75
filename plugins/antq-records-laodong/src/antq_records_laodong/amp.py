"""
The AMP page of Báo Lao Động.

Its classes are not known, but the order of its text is: headline, then the writer, the desk's mark and the time on one line, then
lead and text up to the boxes of other news. So that line is what everything else is found by.
"""

import re
from typing import Final

from attrs import evolve

from antq_records import BlockKind
from antq_records.importers import Document, Found, Layout, MismatchError, Title, close, moment, pieces

__all__ = ["Amp"]

_BYLINE: Final = re.compile(r"^(?P<names>[^|]{0,120}?)\s*\bLDO\s*\|\s*(?P<time>\d{1,2}/\d{1,2}/\d{4}(?:\s+\d{1,2}:\d{2})?)$")
_OTHER_NEWS: Final = re.compile(r"Tin mới nhất|Gợi ý dành cho bạn|Tin liên quan", re.IGNORECASE)


class Amp(Layout):
    """An AMP page, by the line that names the writer."""

    title = Title("h1", "meta[property='og:title']")

    def found(self, document: Document) -> Found:
        """Return what stands below the writer's line."""
        title = self.title.found(document)
        body = document.tree.body
        if title is None or body is None:
            reason = "no headline"
            raise MismatchError(reason)
        skip = document.foreign | {node.mem_id for node in body.css("header, footer, nav")}
        lines = pieces(body, skip=skip, title=title.text)
        at, byline = next(((at, found) for at, piece in enumerate(lines) if (found := _BYLINE.match(piece.text))), (0, None))
        if byline is None:
            reason = "no line like “writer LDO | dd/mm/yyyy HH:MM”"
            raise MismatchError(reason)
        text = lines[at + 1 :]
        end = next((at for at, piece in enumerate(text) if _OTHER_NEWS.fullmatch(piece.text)), len(text))
        lead = [evolve(piece, kind=BlockKind.LEAD) for piece in text[:1] if end and piece.kind is BlockKind.PARAGRAPH]
        authors = tuple(name.strip() for name in re.split(r"\s*[,-]\s+", byline["names"]) if name.strip())
        closing = close(text[len(lead) : end], authors)
        return Found(
            title=title, lead=lead, body=closing.body, published_at=moment(byline["time"]), authors=closing.authors, credit=closing.credit
        )
