"""
Unicode forms of Vietnamese text.

Two problems are kept apart: how a letter is coded (NFC, NFD, look-alikes), which :func:`to_nfc` settles once for a page,
and how a syllable is spelt (*hoà* or *hòa*, *sỹ* or *sĩ*), which :func:`fold` levels for matching only.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from attrs import field, frozen

__all__ = ["NormalizedText", "fold", "strip_marks", "to_nfc"]

_LIKE: Final = {
    " ": "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
    "'": "\u2018\u2019\u201a\u201b\u2039\u203a\u2032",
    "đ": "\u00f0\u0256",  # eth and d with tail: their capitals look exactly like Đ
}
_TONES: Final = ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


_I, _Y = ([_nfc(letter + tone) for tone in _TONES] for letter in "iy")
_KEPT: Final = {
    **{other: one for one, others in _LIKE.items() for other in others},
    **{f"{first}{_nfc(last + tone)}": f"{_nfc(first + tone)}{last}" for first, last in ("oa", "oe", "uy") for tone in _TONES},
    **dict(zip(_I, _Y, strict=True)),
    **dict(zip(_Y, _I, strict=True)),
}
"""What may be written in two ways, with the way that we keep; which *i* and *y* are meant, the last of the patterns says."""

_OTHER_SPELLINGS: Final = (  # each begins with what is quickly searched for; only open syllables: hoàn is spelt in one way
    re.compile(r"o[àáảãạèéẻẽẹ](?![^\W\d_])"),  # hoà, khoẻ
    re.compile(r"u[ỳýỷỹỵ](?<!qu.)(?![^\W\d_])"),  # thuỷ, but not quý
    re.compile(
        rf"[{''.join(_LIKE.values())}ìíỉĩịỳýỷỹỵ](?:(?<![ìíỉĩịỳýỷỹỵ])|(?<=[uklmts].)(?![^\W\d_])"
        r"(?:(?<=qu[ìíỉĩị])"  # quí
        r"|(?<=[klmt][ìíỉĩị])(?<![^\W\d_]..)"  # kỉ niệm, tỉ lệ
        r"|(?<=s[ỳýỷỹỵ])(?<![^\W\d_]..)))"  # chiến sỹ
    ),
)


def _kept(match: re.Match[str]) -> str:
    return _KEPT[match[0]]


@lru_cache(maxsize=64)  # several scanners read the same article
def fold(text: str) -> str:
    """
    Return NFC text as it is compared: always as long as *text*, so offsets stay.

    Lower case; the tone on the first vowel of open *oa*, *oe*, *uy* (*hoà* → *hòa*, *uỷ* → *ủy*); one spelling for *sỹ*, *kỉ*,
    *tỉ*, *quí*; no-break and thin spaces as spaces; all dashes as ``-``; double quotation marks as ``"``, single ones as ``'``;
    the letters that look like *đ* as *đ*. Fold both sides of a comparison.

    >>> fold("“Chiến sỹ” Hoà Bình – ĐÃ XOÁ")
    '"chiến sĩ" hòa bình - đã xóa'
    """
    folded = text.replace("\u0130", "i").lower()  # İ, the one letter whose lower case is longer than itself
    for pattern in _OTHER_SPELLINGS:
        folded = pattern.sub(_kept, folded)
    return folded


def strip_marks(text: str) -> str:
    """
    Return text without diacritics, for searching; the length may change.

    >>> strip_marks("Đồng chí Trần Quốc Tỏ")
    'Dong chi Tran Quoc To'
    """
    bare = {ord(char): _without_marks(char) for char in set(text)}
    return text.translate(bare)


def _without_marks(char: str) -> str:
    parts = unicodedata.normalize("NFD", {"đ": "d", "Đ": "D"}.get(char, char))
    return unicodedata.normalize("NFC", "".join(part for part in parts if unicodedata.category(part) != "Mn"))


_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LETTER: Final = re.compile("(?s:.)[^\x00-\u02ff\u1e00-\u20cf]{0,30}")
"""
A code point and all that may melt into it: nothing in the excluded ranges ever joins the letter before it.

No text has more than 30 marks on a letter (Unicode Standard Annex 15, stream-safe text), and ordering more is not linear.
"""


@frozen(kw_only=True)
class NormalizedText:
    """Text in NFC without invisible characters, and the way back to the text it was made of."""

    text: str
    """In NFC, without soft hyphens, zero-width characters and direction marks."""

    _spans: list[tuple[int, int]] | None = field(default=None, repr=False)
    """For each code point its first and past-last code point in the source; None where both texts are equal."""

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """
        Return where ``text[start:end]`` comes from, as code points of the source; an empty span stays empty.

        :raises IndexError: The span is no span of the text.
        """
        if not 0 <= start <= end <= len(self.text):
            msg = f"no span {start}:{end} in a text of {len(self.text)}"
            raise IndexError(msg)
        if self._spans is None:
            return start, end
        if start < end:
            return self._spans[start][0], self._spans[end - 1][1]
        edge = self._spans[start][0] if start < len(self._spans) else self._spans[-1][1] if self._spans else 0
        return edge, edge


def to_nfc(text: str) -> NormalizedText:
    """Return text in NFC, without invisible characters, with a map back to its code points."""
    if not _INVISIBLE.search(text) and unicodedata.is_normalized("NFC", text):
        return NormalizedText(text=text)
    kept = [index for index, char in enumerate(text) if not _INVISIBLE.match(char)]
    visible = _INVISIBLE.sub("", text)
    pieces = []
    spans = []
    for match in _LETTER.finditer(visible):
        piece = unicodedata.normalize("NFC", match[0])
        pieces.append(piece)
        spans += [(kept[match.start()], kept[match.end() - 1] + 1)] * len(piece)
    return NormalizedText(text="".join(pieces), spans=spans)
