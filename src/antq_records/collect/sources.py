"""Pages out of files, folders and web archives."""

import os
import zlib
from collections.abc import Iterable, Iterator
from gzip import BadGzipFile, GzipFile
from io import BufferedReader
from pathlib import Path
from typing import Final

from antq_records.collect.inflate import GZIP, LARGEST
from antq_records.errors import SourceError
from antq_records.model import Page
from antq_records.store import Failure

__all__ = ["NAMES", "count", "is_archive", "pages", "pages_of"]

_PAGES: Final = (".html", ".htm", ".xhtml", ".html.gz", ".htm.gz", ".xhtml.gz")

NAMES: Final = (*_PAGES, ".warc", ".warc.gz")
"""How the files end that are read from a folder; a file that is named itself may be called anything."""

_WARC: Final = b"WARC/"


def pages(sources: Iterable[Path]) -> Iterator[Page | Failure]:
    """
    Yield the pages of files, folders and archives, in the order given; those of a folder by name.

    What cannot be read comes as a :class:`Failure` in its place, and the next goes on.

    :raises SourceError: There is an archive, and warcio is not installed.
    """
    for found in _files(sources):
        if isinstance(found, Failure):
            yield found
            continue
        try:
            with found.open("rb") as stream:
                yield from pages_of(stream, _name(found))
        except OSError as error:
            yield _failure(found, error)


def pages_of(stream: BufferedReader, name: str) -> Iterator[Page | Failure]:
    """
    Yield the page in a stream of bytes, or the pages if it is an archive; gzip is undone.

    :param name: What to call the stream when speaking of its pages.
    :raises SourceError: It is an archive, and warcio is not installed.
    """
    if _holds_archive(stream):
        try:
            from antq_records.collect.warc import warc_pages  # noqa: PLC0415 - warcio comes with an extra
        except ModuleNotFoundError as error:
            if not (error.name or "").startswith("warcio"):
                raise
            raise SourceError(name, "reading archives needs warcio: pip install 'antq-records[collect]'") from error
        yield from warc_pages(stream, name)
        return
    try:
        compressed = stream.peek(len(GZIP)).startswith(GZIP)
        content = (GzipFile(fileobj=stream) if compressed else stream).read(LARGEST + 1)
    except (EOFError, BadGzipFile, zlib.error) as error:
        yield Failure(source=name, reason=f"the compressed file is cut or damaged ({error})")
        return
    if len(content) > LARGEST:
        yield Failure(source=name, reason=f"larger than {LARGEST >> 20} MiB")
    else:
        yield Page(content=content, source=name)


def count(sources: Iterable[Path]) -> int | None:
    """Return how many pages and failures :func:`pages` will give; ``None`` where an archive is among them: it must be read first."""
    total = 0
    for found in _files(sources):
        if isinstance(found, Path) and not found.name.lower().endswith(_PAGES) and is_archive(found):
            return None
        total += 1
    return total


def is_archive(path: Path) -> bool:
    """Say whether a file is a web archive, by its content; one that cannot be looked into without being used up is none."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return _holds_archive(stream)
    except OSError:
        return False


def _holds_archive(stream: BufferedReader) -> bool:
    """Look at the first bytes, and leave them in the stream."""
    start = stream.peek(1)
    if start.startswith(GZIP):
        try:
            start = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(start, len(_WARC))
        except zlib.error:
            return False
    return start.startswith(_WARC)


def _files(sources: Iterable[Path]) -> Iterator[Path | Failure]:
    """Yield the files to be read; those of a folder in the order of their names, its subfolders' after them."""
    for source in sources:
        if not source.is_dir():
            yield source
            continue
        unreadable: list[OSError] = []
        for folder, subfolders, names in os.walk(source, onerror=unreadable.append):
            subfolders.sort()
            paths = (Path(folder, name) for name in sorted(names) if name.lower().endswith(NAMES))
            yield from (path for path in paths if not path.is_fifo())  # opening one would wait for ever
        yield from (_failure(error.filename or source, error) for error in unreadable)


def _failure(path: Path | str, error: OSError) -> Failure:
    return Failure(source=_name(path), reason=error.strerror or str(error))


def _name(path: Path | str) -> str:
    """Give a path as text that can be printed and kept, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
