"""A page, parsed: what every importer looks at."""

import re
from datetime import datetime
from functools import cached_property
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from antq_records.errors import ReadError
from antq_records.importers.address import archived, normalized, same_site
from antq_records.importers.decoding import to_utf8
from antq_records.importers.plain import plain
from antq_records.model import Page

__all__ = ["MAX_DEPTH", "Document", "parse"]

MAX_DEPTH: Final = 1000
"""Elements open at once, at most; browsers stop near 500, and a parser's time grows with the square."""

_SUSPICIOUS: Final = 20_000
"""Pages with fewer tags cannot hold the parser up, and their depth is not looked at."""

_TAG: Final = re.compile(
    rb"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|dd|dt|option"
    rb"|path|circle|rect|line|polyline|polygon|ellipse|use|stop)\b)[a-z]",
    re.IGNORECASE,
)
"""A tag that nests: none that needs no end tag, and no shape of a drawing."""

_TOOLBAR: Final = "#wm-ipp-base, #wm-ipp, #wm-ipp-print, #donato"

_LANDMARKS: Final = (
    "title, h1, h2, link[rel~=canonical][href], meta[content], script[type='application/ld+json'],"
    "[itemprop=datePublished], [itemprop=dateModified], nav, footer, aside, [role=navigation]"
)


def parse(page: Page) -> "Document":
    """
    Decode and parse a page.

    :raises DecodeError: Its bytes are no text that is read.
    :raises ReadError: It is too large, or its elements are nested too deep.
    """
    content = to_utf8(page)
    if len(content) > 3 * _SUSPICIOUS < 3 * content.count(b"<") and _depth(content) > MAX_DEPTH:
        reason = f"elements nested deeper than {MAX_DEPTH}"
        raise ReadError(reason, page.url)
    return Document(page, LexborHTMLParser(content), marked=b"WAYBACK TOOLBAR" in content or b"wm-ipp" in content)


def _depth(content: bytes) -> int:
    """Return how many elements are open at once, at most; as soon as they are too many, so many."""
    depth = deepest = 0
    for tag in _TAG.finditer(content):
        if tag[1]:
            depth = max(depth - 1, 0)
        else:
            depth += 1
            deepest = max(deepest, depth)
            if deepest > MAX_DEPTH:
                break
    return deepest


class Document:
    """One parsed page."""

    def __init__(self, page: Page, tree: LexborHTMLParser, *, marked: bool = False) -> None:
        self.page = page
        self.tree = tree
        self.title = ""
        """The headline, once an importer has found it: alternative texts that repeat it say nothing."""
        self._marked = marked
        self._matched: dict[str, list[LexborNode]] = {}

    def first(self, selector: str) -> LexborNode | None:
        """Return the first element that a selector matches."""
        head = self.tree.head
        if head is not None and selector.startswith(("meta[", "link[")) and (node := head.css_first(selector)) is not None:
            return node
        return self.tree.css_first(selector)

    def all(self, selector: str) -> list[LexborNode]:
        """Return all elements that a selector matches; it is looked for once."""
        if selector not in self._matched:
            self._matched[selector] = self.tree.css(selector)
        return self._matched[selector]

    @cached_property
    def landmarks(self) -> list[LexborNode]:
        """What shows the way in a page of an unknown portal, in order: found in one search, for each goes through the whole page."""
        return [*{node.mem_id: node for node in self.tree.css(_LANDMARKS)}.values()]

    def marked_by(self, tag: str) -> list[LexborNode]:
        """Return those landmarks that are a certain element."""
        return [node for node in self.landmarks if node.tag == tag]

    @cached_property
    def meta(self) -> dict[str, str]:
        """The page's ``<meta>`` values by ``property`` or ``name`` in lower case; of several the first that says something."""
        found: dict[str, str] = {}
        for node in self.marked_by("meta"):
            attributes = node.attributes
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            content = attributes.get("content")
            if name and content:
                found.setdefault(name.strip().lower(), plain(content))
        return found

    @cached_property
    def url(self) -> str | None:
        """
        The canonical address of the article.

        The address the page was asked for; of an AMP page and of an archived one the canonical link, if it is one of the same site.
        Where no address is known, the canonical link, else ``og:url``.
        """
        given = normalized(self.page.url) if self.page.url else None
        if given is not None and not (self.page.captured_at or archived(self.page.url or "") or urlsplit(given).netloc.startswith("amp.")):
            return given
        links = (link.attributes.get("href") for link in self.landmarks if link.tag == "link")
        for address in (next(links, None), self.meta.get("og:url")):
            own = normalized(address, given) if address else None
            if own and (given is None or (same_site(own, given) and (len(urlsplit(own).path) > 1 or len(urlsplit(given).path) <= 1))):
                return own
        return given

    @cached_property
    def captured_at(self) -> datetime | None:
        """When an archive took the page, as its record or its address says."""
        return self.page.captured_at or archived(self.page.url or "")

    @cached_property
    def foreign(self) -> frozenset[int]:
        """What a web archive put into the page: the ``mem_id`` of each of its elements."""
        if not self._marked:
            return frozenset()
        added = [node.mem_id for node in self.tree.css(_TOOLBAR)]
        inside = False
        body = self.tree.body
        node = body.first_child if body is not None else None
        while node is not None:
            note = node.comment_content or "" if node.is_comment_node else ""
            if "WAYBACK TOOLBAR INSERT" in note:
                inside = note.startswith("BEGIN")
            elif inside:
                added.append(node.mem_id)
            node = node.next
        return frozenset(added) if not inside else frozenset(node.mem_id for node in self.tree.css(_TOOLBAR))
