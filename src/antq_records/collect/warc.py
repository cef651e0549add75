"""
The pages of a web archive (WARC), read with warcio.

Every record is read once, front to back, so memory stays flat. warcio is given plain bytes: on damaged compression it goes on with
a note on stderr, while here what is cut or damaged must be said, and where.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from email.parser import BytesHeaderParser
from io import BufferedReader, BytesIO
from typing import Any, Final

from warcio.archiveiterator import WARCIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from antq_records.collect.inflate import GZIP, LARGEST, Inflated, decoded
from antq_records.errors import SourceError
from antq_records.model import Page
from antq_records.store import Failure

__all__ = ["warc_pages"]

_HTML: Final = ("text/html", "application/xhtml+xml")


def warc_pages(stream: BufferedReader, name: str) -> Iterator[Page | Failure]:
    """
    Yield the HTML pages of an archive, compressed or not, each with its address and the moment of its capture.

    Redirects, revisits, and what is no HTML are passed over. Where the archive is cut or damaged, a :class:`Failure` names the
    offset, and the rest is not read.
    """
    inflated = Inflated(stream, name) if stream.peek(len(GZIP)).startswith(GZIP) else None
    records = WARCIterator(inflated or stream, no_record_parse=True)
    records.INC_RECORD = ""  # what warcio would note on stderr; the record that follows fails, and says so

    def place() -> str:
        return f"{name}:{inflated.place(records.offset) if inflated else records.offset}"

    try:
        for record in records:
            source = place()
            whole = record.rec_headers.get_header("Content-Length", "").isdigit()  # else it is cut before its length
            page = _page(record, source) if whole else None
            if page is not None:
                yield page
            records.read_to_end()
            if not whole or record.raw_stream.limit:
                yield Failure(source=source, reason="the archive ends in the middle of a record; it is cut")
                return
    except ArchiveLoadFailed:
        yield Failure(source=place(), reason="the archive is damaged: no record begins here; the rest was not read")
    except SourceError as error:
        yield Failure(source=error.source, reason=error.reason)


def _page(record: Any, source: str) -> Page | Failure | None:  # noqa: ANN401 - warcio has no types
    """Return the page of one record, or why it cannot be read; ``None`` for a record that is no page, or is cut."""
    if record.rec_type == "response":
        status = record.raw_stream.readline().partition(b" ")[2].decode("latin-1").strip()
        headers = BytesHeaderParser().parsebytes(b"".join(_head(record.raw_stream)))
    elif record.rec_type == "resource":
        status = "200 OK"
        headers = Message()
        headers["Content-Type"] = record.content_type
    else:
        return None
    named = headers["Content-Type"] is not None
    if status.startswith("3") or (named and headers.get_content_type() not in _HTML):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    if not status.startswith("2"):
        return Failure(url=url, source=source, reason=f"the server answered {status or 'nothing'}")
    try:
        content = _content(record.raw_stream, headers)
    except ValueError as error:
        return Failure(url=url, source=source, reason=str(error))
    if record.raw_stream.limit or not (named or content.lstrip().startswith(b"<")):
        return None
    captured_at = _moment(record.rec_headers.get_header("WARC-Date"))
    return Page(content=content, url=url, encoding=headers.get_content_charset(), captured_at=captured_at, source=source)


def _head(stream: Any) -> Iterator[bytes]:  # noqa: ANN401 - warcio has no types
    """Yield the lines of a header, up to the empty line that ends it."""
    while (line := stream.readline()).strip():
        yield line


def _content(stream: Any, headers: Message) -> bytes:  # noqa: ANN401 - warcio has no types
    """
    Return the page as the server meant it, its encodings undone; as far as it goes, if the record is cut.

    :raises ValueError: It is too large, or encoded in a way that cannot be undone.
    """
    content: bytes = stream.read(LARGEST + 1)
    if stream.limit and len(content) <= LARGEST:
        return content
    if headers.get("Transfer-Encoding", "").strip().lower() == "chunked":
        content = ChunkedDataReader(BytesIO(content)).read()
    content = decoded(content, headers.get("Content-Encoding", "").strip().lower())
    if len(content) > LARGEST:
        msg = f"larger than {LARGEST >> 20} MiB"
        raise ValueError(msg)
    return content


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
