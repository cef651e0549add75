"""
Where a portal lists its articles, and what a healthy portal gives: data that the collector works by.

Nothing here fetches anything. A `Listing` also reads a listing page, so that it can be tested on a saved one.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from attrs import frozen

from antq_records.importers.address import normalized
from antq_records.importers.document import Document
from antq_records.importers.fields import value_of
from antq_records.importers.moments import VIETNAM, moment

__all__ = ["Feed", "Health", "JsonListing", "Link", "Listed", "Listing", "Sitemap", "Source"]


@frozen
class Link:
    """One article that a listing names."""

    url: str
    title: str | None = None
    listed_at: datetime | None = None
    """The time beside the link, often only the day; ``None`` where none is printed."""


@frozen
class Listed:
    """What one page of a listing gives."""

    links: tuple[Link, ...]
    next: str | None = None
    """The address of the next page; ``None`` at the end."""


@frozen(kw_only=True)
class Listing:
    """
    A page that lists articles.

    All selectors but `items` and `next` look inside one item; ``None`` for `link` means that the item itself is the link.
    """

    path: str = "/"
    """Where it begins, below the portal's host."""

    items: str
    link: str | None = "a"
    title: str | None = None
    """The element of the title; ``None`` = the link, its ``title`` attribute first."""
    date: str | None = None
    skip: str | None = None
    """Items that have such an element are no articles: films, recordings."""
    next: str | None = None
    """The link to the next page."""
    pages: str | None = None
    """Pattern of the addresses of later pages, ``{page}`` counted from 2, where no link leads there."""
    end: str | None = None
    """How to know that the portal is past its last page, for people; the collector stops where no new link appears."""

    def read(self, document: Document) -> Listed:
        """Return the links of a listing page, each once, in its order, and the next page."""
        base = document.page.url
        links: dict[str, Link] = {}
        for item in document.tree.css(self.items):
            if self.skip and item.css_first(self.skip) is not None:
                continue
            node = item if self.link is None else item.css_first(self.link)
            href = node.attributes.get("href") if node is not None else None
            url = normalized(href, base) if href else None
            if node is None or url is None or url in links:
                continue
            named = item.css_first(self.title) if self.title else None
            title = value_of(named) if named is not None else value_of(node, "title") or value_of(node)
            printed = item.css_first(self.date) if self.date else None
            links[url] = Link(url, title or None, _listed_at(printed) if printed is not None else None)
        onward = document.first(self.next) if self.next else None
        address = onward.attributes.get("href") if onward is not None else None
        return Listed(tuple(links.values()), normalized(address, base) if address else None)


@frozen(kw_only=True)
class JsonListing:
    """A listing that answers with JSON: paths are keys parted by dots."""

    address: str
    """With ``{host}``, ``{zone}`` and ``{page}`` (from 1)."""
    items: str
    link: str
    title: str | None = None
    date: str | None = None
    """Seconds since 1970, or a time as text."""
    error: str | None = None
    """Anything but zero or nothing here means: stop."""

    def read(self, answer: Mapping[str, Any], *, base: str) -> Listed:
        """Return the links of one answer; none where it reports an error."""
        if self.error and _at(answer, self.error):
            return Listed(())
        return Listed(tuple(self._links(_at(answer, self.items) or (), base)))

    def _links(self, items: Any, base: str) -> Iterator[Link]:  # noqa: ANN401 - what JSON holds
        for item in items:
            url = normalized(str(_at(item, self.link) or ""), base)
            if url:
                title = _at(item, self.title) if self.title else None
                yield Link(url, str(title) if title else None, _point(_at(item, self.date)) if self.date else None)


@frozen(kw_only=True)
class Feed:
    """An RSS or Atom feed of a portal."""

    path: str
    exact: bool = True
    """Whether its times can be relied on to the minute."""


@frozen(kw_only=True)
class Sitemap:
    """A sitemap, or an index of sitemaps."""

    path: str = "/sitemap.xml"
    dates_publication: bool = False
    """Whether ``lastmod`` is the time of publication."""


Source: TypeAlias = Listing | JsonListing | Feed | Sitemap


@frozen(kw_only=True)
class Health:
    """What a healthy portal gives; less is reported."""

    newest_within: timedelta = timedelta(days=30)
    """Some article is no older than this."""
    least_links: int = 5
    """A listing page has at least so many links."""
    least_dated: float = 0.9
    """At least this share of articles has a publication time."""


def _listed_at(node: Any) -> datetime | None:  # noqa: ANN401 - selectolax exports no name for it that mypy knows here
    return moment(value_of(node, "datetime")) or moment(value_of(node))


def _point(value: object) -> datetime | None:
    text = str(value or "")
    return datetime.fromtimestamp(int(text), VIETNAM) if text.isdecimal() else moment(text)


def _at(value: Any, path: str) -> Any:  # noqa: ANN401 - what JSON holds
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
