"""What a page says of its article beside the text: JSON-LD, OpenGraph, microdata."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from attrs import frozen

from antq_records.importers.closing import names_in
from antq_records.importers.document import Document
from antq_records.importers.fields import value_of
from antq_records.importers.moments import moment
from antq_records.importers.plain import plain

__all__ = ["Metadata", "metadata"]

_ARTICLES: Final = frozenset(
    {"NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle", "OpinionNewsArticle", "Report"}
)
_PUBLISHED: Final = (
    "article:published_time",
    "og:article:published_time",
    "pubdate",
    "publishdate",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "date",
)
_UPDATED: Final = ("article:modified_time", "og:updated_time", "lastmod", "datemodified", "dc.date.modified")


@frozen(kw_only=True)
class Metadata:
    """What a page says of its article; absent values are empty or ``None``."""

    is_article: bool
    """Whether the page calls itself a news article."""
    titles: tuple[str, ...]
    """The headline, the surest first; the last may have the site's name with it."""
    lead: str | None
    published_at: datetime | None
    updated_at: datetime | None
    authors: tuple[str, ...]
    tags: tuple[str, ...]


def metadata(document: Document) -> Metadata:
    """Return what a page says of its article."""
    data = next(_articles(document), {})
    meta = document.meta
    title = document.first("title")
    titles = (_text(data.get("headline")), meta.get("og:title"), meta.get("twitter:title"), value_of(title) if title is not None else None)
    keywords = data.get("keywords") or meta.get("news_keywords") or meta.get("keywords")
    return Metadata(
        is_article=bool(data) or meta.get("og:type") == "article" or "article:published_time" in meta,
        titles=tuple(dict.fromkeys(name for name in titles if name)),
        lead=_text(data.get("description")) or meta.get("og:description") or meta.get("description"),
        published_at=_first_moment(
            _text(data.get("datePublished")), *(meta.get(name) for name in _PUBLISHED), _property(document, "datePublished")
        ),
        updated_at=_first_moment(
            _text(data.get("dateModified")), *(meta.get(name) for name in _UPDATED), _property(document, "dateModified")
        ),
        authors=tuple(_authors(data.get("author"))) or tuple(names_in(meta.get("author") or meta.get("article:author") or "")),
        tags=tuple(_words(keywords)),
    )


def _articles(document: Document) -> Iterator[Mapping[str, Any]]:
    for script in document.marked_by("script"):
        try:
            data = json.loads(script.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = item.get("@type")
            if not _ARTICLES.isdisjoint(kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)):
                yield item


def _items(data: object) -> Iterator[Mapping[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, Mapping):
            yield item
            graph = item.get("@graph")
            yield from (part for part in graph if isinstance(part, Mapping)) if isinstance(graph, list) else ()


def _text(value: object) -> str | None:
    return (plain(value) or None) if isinstance(value, str) else None


def _authors(value: object) -> Iterator[str]:
    """Yield the writers; the name of a mere address is none."""
    for item in value if isinstance(value, list) else [value]:
        name = _text(item.get("name")) if isinstance(item, Mapping) else _text(item)
        if name and "://" not in name:
            yield from names_in(name)


def _words(value: object) -> Iterator[str]:
    parts = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else ()
    yield from dict.fromkeys(word for part in parts if isinstance(part, str) and (word := plain(part)))


def _property(document: Document, name: str) -> str | None:
    node = next((node for node in document.landmarks if node.attributes.get("itemprop") == name), None)
    if node is None:
        return None
    return value_of(node, "datetime") or value_of(node, "content") or value_of(node)


def _first_moment(*texts: str | None) -> datetime | None:
    return next((time for text in texts if text and (time := moment(text))), None)
