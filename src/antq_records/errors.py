"""
Every error that antq-records raises on purpose.

::

    AntqError
    ├── ReadError            one page could not be read
    │   ├── DecodeError      its bytes are no text we can decode
    │   └── NotAnArticle     it holds no article: a listing, an error page, a captcha
    ├── PluginError          a plug-in is broken or claims what is another's
    ├── SourceError          a file, folder or archive cannot be opened
    ├── StoreError           the store cannot be opened, read or written
    └── FormatError          text that should be our own format is not

What a program needs stands in fields; ``str()`` gives one line for a person.
"""

from attrs import define

__all__ = ["AntqError", "DecodeError", "FormatError", "NotAnArticle", "PluginError", "ReadError", "SourceError", "StoreError"]


class AntqError(Exception):
    """The base of all errors raised on purpose."""


@define
class ReadError(AntqError):
    """One page could not be read; the others go on."""

    reason: str
    """One line: what is wrong with the page."""

    url: str | None = None
    """The address of the page, as far as it is known."""

    importer: str | None = None
    """The id of the importer that tried; ``None`` where it did not come that far."""

    def __str__(self) -> str:
        """Give the reason and, where known, the place."""
        place = f" @ {self.url}" if self.url else ""
        return f"{self.reason}{place}" + (f" (importer {self.importer})" if self.importer else "")


class DecodeError(ReadError):
    """The bytes of a page are not text in an encoding we read (empty, binary, PDF, TCVN3, VNI, …)."""


class NotAnArticle(ReadError):  # noqa: N818 - says what the page is; the tree above says that it is an error
    """The page holds no article: a listing, a “not found” page, a captcha, or hardly any text."""


@define
class PluginError(AntqError):
    """A plug-in is broken, or claims what belongs to another."""

    plugin: str
    """The name of the distribution or module."""

    reason: str

    def __str__(self) -> str:
        """Name the plug-in and what is wrong with it."""
        return f"plug-in {self.plugin}: {self.reason}"


@define
class SourceError(AntqError):
    """A file, folder or archive that was to be read cannot be opened, or ends in the middle."""

    source: str
    reason: str

    def __str__(self) -> str:
        """Name the source and what is wrong with it."""
        return f"{self.source}: {self.reason}"


@define
class StoreError(AntqError):
    """A store cannot be opened, read or written."""

    store: str
    reason: str

    def __str__(self) -> str:
        """Name the store and what is wrong with it."""
        return f"store {self.store}: {self.reason}"


@define
class FormatError(AntqError):
    """Text that should be in one of our own formats is not."""

    reason: str

    def __str__(self) -> str:
        """Say what is wrong, with the place where it is known."""
        return self.reason
