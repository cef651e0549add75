"""Compressed bytes, undone in pieces: whatever a file holds, memory stays flat and damage is named with its place."""

import zlib
from collections import deque
from io import BufferedReader
from typing import Any, Final

from antq_records.errors import SourceError

__all__ = ["GZIP", "LARGEST", "Inflated", "decoded"]

LARGEST: Final = 100 * 2**20
"""The most bytes that a page may have."""

GZIP: Final = b"\x1f\x8b"
"""How every gzip file begins."""

_BLOCK: Final = 1 << 14
_ANY_HEADER: Final = 32 + zlib.MAX_WBITS
_NO_HEADER: Final = -zlib.MAX_WBITS


class Inflated:
    """A gzip file of one or many members, read as one stream that knows where in the file each member begins."""

    def __init__(self, stream: BufferedReader, name: str) -> None:
        self._stream = stream
        self._name = name
        self._input = b""
        self._input_at = 0
        self._output_at = 0
        self._member: Any = None
        self._starts: deque[tuple[int, int]] = deque()

    def read(self, size: int = _BLOCK) -> bytes:
        """
        Return at most *size* bytes of one member, or none at the end of the file.

        :raises SourceError: The file is damaged, or ends within a member; the source is the file and the member's offset.
        """
        while self._member or self._begin_member():
            given = self._input or self._stream.read(_BLOCK)
            try:
                data: bytes = self._member.decompress(given, size)
            except zlib.error as error:
                raise SourceError(self._member_name(), f"the compression is damaged ({error}); the rest was not read") from error
            if not (given or data or self._member.eof):
                raise SourceError(self._member_name(), "the file ends in the middle of compressed data; it is cut")
            self._input = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            self._input_at += len(given) - len(self._input)
            if self._member.eof:
                self._member = None
            if data:
                self._output_at += len(data)
                return data
        return b""

    def tell(self) -> int:
        """Return how many bytes were given out."""
        return self._output_at

    def place(self, position: int) -> str:
        """Return where a position of the stream lies in the file: the offset of its member and, if it lies further on, how far."""
        while len(self._starts) > 1 and self._starts[1][0] <= position:
            self._starts.popleft()
        output_at, input_at = self._starts[0] if self._starts else (0, 0)
        return str(input_at) if position == output_at else f"{input_at}+{position - output_at}"

    def _begin_member(self) -> bool:
        """Make ready for the next member, if one follows; zeros between members are padding."""
        while True:
            given = self._input or self._stream.read(_BLOCK)
            self._input = given.lstrip(b"\0")
            self._input_at += len(given) - len(self._input)
            if self._input:
                self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)
                self._starts.append((self._output_at, self._input_at))
                return True
            if not given:
                return False

    def _member_name(self) -> str:
        return f"{self._name}:{self._starts[-1][1]}"


def decoded(content: bytes, encoding: str) -> bytes:
    """
    Undo a content encoding of HTTP (gzip, deflate); of a page larger than :data:`LARGEST`, one byte more is returned.

    Bytes that are plain HTML in spite of the header stay as they are: many archives are written that way.

    :raises ValueError: The encoding is another, or the content is cut or damaged.
    """
    if encoding in {"", "identity"} or content.lstrip()[:1] == b"<":
        return content
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        msg = f"the content encoding {encoding} is not supported"
        raise ValueError(msg)
    for window in (_ANY_HEADER, _NO_HEADER):
        inflater = zlib.decompressobj(window)
        try:
            plain = inflater.decompress(content, LARGEST + 1)
        except zlib.error:
            continue
        if inflater.eof or len(plain) > LARGEST:
            return plain
    msg = f"its {encoding} encoding is cut or damaged"
    raise ValueError(msg)
