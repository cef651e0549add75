"""Reads a page with the importer that owns its host, else by its structure."""

from antq_records.errors import NotAnArticle, ReadError
from antq_records.importers.document import Document, parse
from antq_records.importers.importer import Importer
from antq_records.importers.refusing import what_instead, what_little
from antq_records.model import Article, Page, Portal
from antq_records.plugins import Offer, Plugins, load

__all__ = ["read_article"]


def read_article(page: Page, *, plugins: Plugins | None = None) -> tuple[Article, Portal | None, str]:
    """
    Return the article of a page, the portal it belongs to, and the importer that read it, such as ``nukeviet 0.1.0``.

    :raises DecodeError: The page's bytes are no text that is read.
    :raises NotAnArticle: The page holds no article; the reason says what it is instead.
    :raises ReadError: The importer of its portal cannot read it, or failed; then the failure is the cause.
    """
    plugins = plugins or load()
    document = parse(page)
    offer = plugins.importer_for(document.url)
    importer: Importer = offer.value
    portal = importer.portal_of(document.url)
    try:
        return _read(document, offer, portal)
    except NotAnArticle:
        raise
    except ReadError as problem:
        instead = what_instead(document) or what_little(document)
        if instead:
            raise NotAnArticle(instead, document.url, importer.id) from problem
        if not importer.guesses:
            raise
        return _read(document, plugins.structural, portal)


def _read(document: Document, offer: Offer, portal: Portal | None) -> tuple[Article, Portal | None, str]:
    """Let one importer read, and keep what it does wrong to this one page."""
    importer: Importer = offer.value
    try:
        article = importer.read(document, portal)
    except ReadError as problem:
        raise type(problem)(problem.reason, problem.url or document.url, problem.importer or importer.id) from problem
    except Exception as problem:
        reason = f"the importer failed: {type(problem).__name__}: {problem}"
        raise ReadError(reason, document.url, importer.id) from problem
    return article, portal, f"{importer.id} {offer.version}"
