"""A page as it comes, and the portal it comes from."""

from datetime import datetime

from attrs import field, frozen

from antq_records.model.convert import as_tuple

__all__ = ["Page", "Portal"]


@frozen(kw_only=True)
class Page:
    """The bytes of one page and what is known of where they come from."""

    content: bytes = field(repr=lambda content: f"<{len(content)} bytes>")
    """As received, transfer encodings undone."""

    url: str | None = None
    """The address asked for; ``None`` where only the bytes are known."""

    encoding: str | None = None
    """The charset of the HTTP header, if one was given; the page's own declaration comes after it."""

    captured_at: datetime | None = None
    """When an archive took it, with its zone."""

    source: str | None = None
    """Where it was read from, for people: a path, or an archive and its record."""


@frozen(kw_only=True)
class Portal:
    """A news portal: one publisher under one or more hosts."""

    id: str
    """Short and stable: ``congan-hanam``."""

    name: str
    """Its own name, such as ``Công an tỉnh Hà Nam``."""

    hosts: tuple[str, ...] = field(converter=as_tuple)
    """Host names it answers under, lower case, without port; ``www.`` counts as the same."""

    organization: str | None = None
    """Registry id of the body that runs it, or of its line of bodies: the date tells which of them it was."""
