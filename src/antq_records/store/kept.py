"""What a store says of the things it keeps."""

from datetime import datetime
from enum import StrEnum

from attrs import frozen

__all__ = ["Added", "Failure", "KeptArticle", "Match"]


class Added(StrEnum):
    """What became of the records of one page."""

    NEW = "new"
    """The store did not know the article."""
    NEW_VERSION = "new version"
    """It knew the article, with other text."""
    REREAD = "reread"
    """It knew this text; other rules or data read other records from it, which took the place of the old."""
    UNCHANGED = "unchanged"
    """It knew all of this: nothing changed but when the article was last seen."""


@frozen(kw_only=True)
class Failure:
    """A page, or a place in a file, that could not be read."""

    reason: str
    """One line: what is wrong with it."""

    url: str | None = None
    """The address of the page, as far as it is known."""

    source: str | None = None
    """Where it was read from, for people: a path, or an archive and the offset of the record."""

    importer: str | None = None
    """The id of the importer that tried; ``None`` where it did not come that far."""

    first_seen: datetime | None = None
    """When the store first met it; ``None`` for one that is not kept."""

    last_seen: datetime | None = None
    """When the store last met it; ``None`` for one that is not kept."""


@frozen(kw_only=True)
class KeptArticle:
    """One article of a store, as its current version has it."""

    id: str
    """Stable: made from the address, or from the text where there is no address."""

    url: str | None
    """Canonical address; ``None`` where nobody knows one."""

    portal: str | None
    """Id of the portal; ``None`` for portals that nobody declared."""

    title: str
    """The headline."""

    published_at: datetime | None
    """When it was published; ``None`` where the page does not say."""

    version: int
    """Number of the current version, from 1."""

    first_seen: datetime
    """When the store first met the article."""

    last_seen: datetime
    """When the store last met any version of it."""


@frozen(kw_only=True)
class Match:
    """What an id, the beginning of one, or an address stands for."""

    article: str
    """Id of the article."""

    record: str | None = None
    """Id of the record in it; ``None`` for the article itself."""
