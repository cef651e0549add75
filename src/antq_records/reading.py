"""Reads a page to records: the importer of its portal makes the article, the recognisers read it, the result is checked."""

from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from antq_records.errors import ReadError
from antq_records.importers.choosing import read_article
from antq_records.lexicon.loading import data_version
from antq_records.model import FindingCode, MadeBy, Page, Records
from antq_records.model.finding import Finding
from antq_records.recognize import recognize

if TYPE_CHECKING:
    from antq_records.recognize.explain import Explanation

__all__ = ["explain", "read"]

_RECORDS = ("unions", "clusters", "ceremonies", "honorees", "people", "figures")


@cache
def _core_version() -> str:
    return version("antq-records")


def read(source: bytes | Path | Page, *, url: str | None = None) -> Records:
    """
    Return everything that a page says of ceremonies, honours, unions and clusters, each with the words that prove it.

    Pure: no network, no clock, no store; the same page gives the same records. There is no time limit: a plug-in that loops, loops.

    :param source: The page's bytes, a file that holds them, or a :class:`~antq_records.model.Page`.
    :param url: The address it was published under. Without it the page's canonical link serves, else the archive's, else none.
    :raises ReadError: The page cannot be read: :class:`~antq_records.errors.DecodeError` for bytes that are no text,
        :class:`~antq_records.errors.NotAnArticle` for listings, error pages and captchas.
    :raises OSError: The file cannot be opened.
    """
    page = _page(source, url)
    article, portal, importer = read_article(page)
    try:
        found = recognize(article, portal.organization if portal else None)
        if not any(found[name] for name in _RECORDS):
            found["findings"].append(
                Finding(code=FindingCode.NOTHING_READ, message="Nothing of what this library reads stands in the article.")
            )
        return Records(article=article, made_by=MadeBy(core=_core_version(), importer=importer, data=data_version()), **found)
    except ValueError as problem:
        reason = f"the records do not hold together: {problem}"
        raise ReadError(reason, article.url, importer) from problem


def explain(source: bytes | Path | Page, *, url: str | None = None) -> "Explanation":
    """
    Return how the rules read a page, sentence by sentence, for whoever mends them; what it takes and raises is as for :func:`read`.

    The records are shown as the rules made them, also where they do not hold together.
    """
    from antq_records.recognize.explain import explain as explain_article  # noqa: PLC0415 - reading needs none of it

    article, portal, importer = read_article(_page(source, url))
    try:
        return explain_article(article, portal.organization if portal else None)
    except ValueError as problem:
        reason = f"the records do not hold together: {problem}"
        raise ReadError(reason, article.url, importer) from problem


def _page(source: bytes | Path | Page, url: str | None) -> Page:
    if isinstance(source, Page):
        if url is None:
            return source
        return Page(content=source.content, url=url, encoding=source.encoding, captured_at=source.captured_at, source=source.source)
    if isinstance(source, bytes):
        return Page(content=source, url=url)
    return Page(content=source.read_bytes(), url=url, source=str(source))
