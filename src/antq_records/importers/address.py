"""The address of an article: canonical, without tracking, and taken back from web archives."""

import re
from datetime import UTC, datetime
from typing import Final
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

__all__ = ["archived", "host_of", "normalized", "original", "same_site"]

_ARCHIVED: Final = re.compile(
    r"^(?:https?:)?//(?:web|wayback)\.archive\.org/(?:web/)?(\d{4,14})[a-z]{0,2}_?/+(.+)$", re.IGNORECASE | re.DOTALL
)
_REWRITTEN: Final = re.compile(r"^/web/(\d{4,14})(?:[a-z]{2}_)?/+(.+)$", re.DOTALL)
_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|zarsrc|_gl|mc_[ce]id", re.IGNORECASE)
_PORTS: Final = {"http": 80, "https": 443}
_SECOND_LEVEL: Final = frozenset({"gov", "com", "org", "net", "edu", "ac", "info", "int", "name", "pro", "health", "biz"})


def original(url: str) -> str:
    """
    Take an address inside a web archive back to the page it was taken from; leave any other as it is.

    >>> original("https://web.archive.org/web/20241127021511id_/https://congan.hanam.gov.vn/news/a-1.html")
    'https://congan.hanam.gov.vn/news/a-1.html'
    """
    found = _ARCHIVED.match(url) or _REWRITTEN.match(url)
    if found is None:
        return url
    inner = found[2]
    scheme = re.match(r"(https?):/*", inner, re.IGNORECASE)
    return f"{scheme[1].lower()}://{inner[scheme.end() :]}" if scheme else f"http://{inner}"


def archived(url: str) -> datetime | None:
    """Return when a web archive took the page, as its address says; ``None`` for other addresses."""
    found = _ARCHIVED.match(url)
    if found is None or len(found[1]) != len("20241127021511"):
        return None
    try:
        return datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def normalized(url: str, base: str | None = None) -> str | None:
    """
    Return an address in the one form that articles are known by; ``None`` where it is no web address.

    The fragment, tracking parameters and default ports go; all other parameters stay, for some portals keep the article's id there.

    >>> normalized("HTTPS://Congan.TuyenQuang.gov.vn:443/vi/tin-bai/a?type=NEWS&id=7&utm_source=zalo#top")
    'https://congan.tuyenquang.gov.vn/vi/tin-bai/a?type=NEWS&id=7'
    """
    try:
        parts = urlsplit(urljoin(base or "", original(url.strip())))
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname:
        return None
    host = parts.hostname if port in {None, _PORTS[parts.scheme]} else f"{parts.hostname}:{port}"
    query = parts.query
    if query and _TRACKING.search(query):
        query = urlencode([(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _TRACKING.fullmatch(name)])
    return urlunsplit((parts.scheme, host, parts.path or "/", query, ""))


def host_of(url: str) -> str:
    """Return the host as portals name it: lower case, without port and ``www.``; empty where there is none."""
    try:
        host = urlsplit(original(url)).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def same_site(one: str, other: str) -> bool:
    """Tell whether two addresses belong to one registered domain."""
    return _registered(host_of(one)) == _registered(host_of(other))


def _registered(host: str) -> str:
    labels = host.split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else labels[-2:])  # noqa: PLR2004 - labels of a domain
