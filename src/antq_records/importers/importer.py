"""The base of all importers: a page described by its fields, in one or several layouts."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from antq_records.errors import ReadError
from antq_records.importers.address import host_of
from antq_records.importers.closing import close
from antq_records.importers.composing import Found, compose
from antq_records.importers.discovery import Health, Source
from antq_records.importers.document import Document
from antq_records.importers.fields import Authors, Body, Credit, Lead, MismatchError, Moment, Tags, Title
from antq_records.model import Article, Portal

__all__ = ["Importer", "Layout"]


class Layout:
    """
    One look of a portal's article pages: where each field stands.

    A subclass declares fields as class attributes. ``None`` means that pages of this layout do not have it.
    """

    last_seen: ClassVar[date | None] = None
    """The last day a page of this layout was seen; ``None`` = it is in use."""

    title: ClassVar[Title]
    lead: ClassVar[Lead | None] = None
    body: ClassVar[Body]
    published_at: ClassVar[Moment | None] = None
    updated_at: ClassVar[Moment | None] = None
    authors: ClassVar[Authors | None] = None
    credit: ClassVar[Credit | None] = None
    tags: ClassVar[Tags | None] = None

    def found(self, document: Document) -> Found:
        """
        Return what the page says, by the declared fields; where a portal is odd, a layout does it its own way.

        :raises MismatchError: The page is not built like this.
        """
        title = self.title.found(document)
        if title is None:
            reason = "title: a page without one is no article"
            raise MismatchError(reason)
        document.title = title.text
        authors = (self.authors and self.authors.found(document)) or ()
        closing = close(self.body.found(document) or (), authors)
        return Found(
            title=title,
            lead=(self.lead and self.lead.found(document)) or (),
            body=closing.body,
            published_at=self.published_at.found(document) if self.published_at else None,
            updated_at=self.updated_at.found(document) if self.updated_at else None,
            authors=closing.authors,
            credit=(self.credit and self.credit.found(document)) or closing.credit,
            tags=(self.tags and self.tags.found(document)) or (),
        )


class Importer(Layout):
    """
    Reads the article pages of one family of portals.

    A subclass has an `id` and either the fields of its one layout, or several `layouts`, newest first.
    """

    id: ClassVar[str]
    """Short and stable: ``nukeviet``."""

    layouts: ClassVar[tuple[type[Layout], ...]] = ()
    """Tried in order; none declared means: the importer's own fields."""

    guesses: ClassVar[bool] = False
    """Whether a page that no layout fits is read by its structure: for portals whose pages are not known well. Else it is an error."""

    sources: ClassVar[tuple[Source, ...]] = ()
    """Where the portals list their articles."""

    health: ClassVar[Health] = Health()
    """What a healthy portal gives."""

    def __init__(self, portals: Iterable[Portal] = ()) -> None:
        self.portals = tuple(portals)
        self._layouts = [layout() for layout in self.layouts] or [self]
        self._by_host = {host.removeprefix("www."): portal for portal in self.portals for host in portal.hosts}

    def portal_of(self, url: str | None) -> Portal | None:
        """Return the portal that an address belongs to, if it is one of this importer's."""
        return self._by_host.get(host_of(url)) if url else None

    def read(self, document: Document, portal: Portal | None = None) -> Article:
        """
        Return the article of a page.

        :raises ReadError: No layout fits; the reason names for each the field that found nothing.
        :raises NotAnArticle: There is hardly any text, or it is not in Vietnamese.
        """
        problems = []
        for layout in self._layouts:
            try:
                found = layout.found(document)
            except MismatchError as problem:
                problems.append(f"{type(layout).__name__}: {problem}")
            else:
                return compose(document, found, portal=portal.id if portal else None)
        raise ReadError("; ".join(problems), document.url, self.id)
