"""
From the bytes of a page to text, without a guess that could be wrong in silence.

The order is that of the HTML standard (byte order mark, HTTP header, the page's own declaration, UTF-8) with one thing
before it: bytes that are valid UTF-8 and not plain ASCII are UTF-8, whatever is declared, for text in a one-byte encoding
hardly ever happens to be valid UTF-8.
"""

import codecs
import re
from typing import Final

from antq_records.errors import DecodeError, ReadError
from antq_records.importers.legacy import legacy_encoding, once_encoded
from antq_records.model import Page

__all__ = ["MAX_BYTES", "decode", "to_utf8"]

MAX_BYTES: Final = 20 * 2**20
"""The largest page that is read: more than a hundred times the usual."""

_SIGNATURES: Final = (
    (b"%PDF", "a PDF file"),
    (b"\x1f\x8b", "compressed (gzip) data"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an Office file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image, sound or film (RIFF)"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd) data"),
)
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META: Final = re.compile(rb"<meta[^>]{1,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w-]{1,40})", re.IGNORECASE)
_PRESCAN: Final = 4096
_BINARY: Final = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_STRAY: Final = 1000
"""Of so many bytes one may be no UTF-8: an advertisement in another encoding must not cost the article."""


def decode(page: Page) -> str:
    """
    Return the text of a page.

    :raises DecodeError: The bytes are no text, or in an encoding that is not read; the reason names it.
    :raises ReadError: The page is larger than `MAX_BYTES`.
    """
    return to_utf8(page).decode("utf-8")


def to_utf8(page: Page) -> bytes:
    """Do as `decode` does, but return UTF-8: what the parser takes fastest."""
    content = page.content
    if len(content) > MAX_BYTES:
        reason = f"larger than {MAX_BYTES // 2**20} MB"
        raise ReadError(reason, page.url)
    if not content or content.isspace():
        reason = "empty page"
        raise DecodeError(reason, page.url)
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            reason = f"no web page but {name}"
            raise DecodeError(reason, page.url)
    try:
        return _decoded(content, page.encoding)
    except _UndecodableError as problem:
        raise DecodeError(str(problem), page.url) from None


class _UndecodableError(Exception):
    """Why the bytes at hand cannot be decoded."""


def _decoded(content: bytes, header: str | None) -> bytes:
    for mark, codec in _BOMS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], codec)
    wide = _wide_codec(content)
    if wide:
        return _strictly(content, wide)
    if b"\x00" in content:
        content = _without_controls(content)
    if content.isascii():
        return content
    try:
        return _checked(content.decode("utf-8"), content)
    except UnicodeDecodeError:
        text = _as_damaged_utf8(content)
    if text is not None:
        return _checked(text)
    return _in_one_byte_encoding(_without_controls(content), header)


def _wide_codec(content: bytes) -> str | None:
    """Recognise UTF-16 without a byte order mark by where the zero bytes of its markup stand."""
    start = content[:200]
    zeros = start.count(0)
    if not len(start) < zeros * 3 < 2 * len(start):
        return None
    return "utf-16-le" if start[1::2].count(0) > start[0::2].count(0) else "utf-16-be"


def _strictly(content: bytes, codec: str) -> bytes:
    """Decode by a byte order mark, which leaves no doubt; a last character may be cut off."""
    try:
        text = codecs.getincrementaldecoder(codec)().decode(content)
    except UnicodeDecodeError as problem:
        reason = f"not the {codec.upper()} that it is marked as, from byte {problem.start}"
        raise _UndecodableError(reason) from None
    return _checked(text.replace("\x00", ""))


def _without_controls(content: bytes) -> bytes:
    """Drop stray zero bytes and control characters; refuse what is full of them."""
    text = _BINARY.sub(b"", content.replace(b"\x00", b""))
    if (len(content) - len(text)) * 50 > len(content):
        reason = "binary data"
        raise _UndecodableError(reason)
    return text


def _as_damaged_utf8(content: bytes) -> str | None:
    """Decode UTF-8 with its last character cut off, or a few stray bytes in it; ``None`` where it is something else."""
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
        bad = text.count("\ufffd")
        good = sum(1 for letter in text if letter > "\x7f") - bad
        return text if bad * _STRAY <= len(content) and good > 10 * bad else None


def _checked(text: str, content: bytes | None = None) -> bytes:
    """See whether well-formed text was encoded twice, or is an old font encoding in disguise; *content* is its UTF-8, if at hand."""
    repaired = once_encoded(text)
    if repaired is None:
        reason = "UTF-8 that was read as Windows-1252 and encoded again, and cannot be put right"
        raise _UndecodableError(reason)
    if repaired is text:
        old = legacy_encoding(text)
        if old:
            reason = f"text for {old} fonts, which is not read"
            raise _UndecodableError(reason)
        if content is not None:
            return content
    return repaired.encode("utf-8", errors="replace")


def _in_one_byte_encoding(content: bytes, header: str | None) -> bytes:
    declared = _META.search(content[:_PRESCAN])
    names = [name for name in (header, declared and declared[1].decode("ascii", errors="ignore")) if name]
    for name in names:
        codec = _codec(name)
        if codec not in {None, "utf-8", "utf-16", "utf-16-le", "utf-16-be"}:
            break
    else:
        codec = None
    old = legacy_encoding(content.decode("latin-1"))
    if old:
        reason = f"text for {old} fonts, which is not read"
        raise _UndecodableError(reason)
    if codec is None:
        reason = f"declared as {names[0]}, but is not" if names else "no UTF-8, and no other encoding is declared"
        raise _UndecodableError(reason)
    try:
        return content.decode(codec).encode("utf-8", errors="replace")
    except (UnicodeDecodeError, LookupError):
        reason = f"declared as {names[0]}, but is not"
        raise _UndecodableError(reason) from None


def _codec(name: str) -> str | None:
    """Return Python's name of an encoding; as browsers do, Latin-1 is read as Windows-1252."""
    try:
        codec = codecs.lookup(name.strip().strip("\"'"))
    except LookupError:
        return None
    return "cp1252" if codec.name in {"iso8859-1", "ascii"} else codec.name
