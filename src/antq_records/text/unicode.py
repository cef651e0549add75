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
_ONE_FOR_ONE: Final = [(other, one) for one, others in _LIKE.items() for other in others]


def _pairs() -> dict[str, str]:
    """Return the spellings of two letters that have another, each with the one that we keep."""
    marks = ("̀", "́", "̉", "̃", "̣")

    def nfc(text: str) -> str:
        return unicodedata.normalize("NFC", text)

    new_tone_places = {f"{first}{nfc(last + mark)}": f"{nfc(first + mark)}{last}" for first, last in ("oa", "oe", "uy") for mark in marks}
    i_for_y = {f"{first}{nfc('i' + mark)}": f"{first}{nfc('y' + mark)}" for first in "klmtu" for mark in marks}
    return new_tone_places | i_for_y | {f"s{nfc('y' + mark)}": f"s{nfc('i' + mark)}" for mark in marks}


_PAIRS: Final = _pairs()
_SECOND_LETTER: Final = re.compile(  # a rare letter first, then what stands around it: quicker than the pairs themselves
    r"[àáảãạèéẻẽẹìíỉĩịỳýỷỹỵ](?![^\W\d_])"  # only open syllables: hoàn is spelt in one way
    r"(?<=[ouklmts].)(?:(?<=o[àáảãạèéẻẽẹ])"  # hoà, khoẻ
    r"|(?<=u[ỳýỷỹỵ])(?<!qu.)"  # thuỷ, but not quý
    r"|(?<=qu[ìíỉĩị])"  # quí
    r"|(?<=[klmt][ìíỉĩị])(?<![^\W\d_]..)"  # kỉ niệm, tỉ lệ
    r"|(?<=s[ỳýỷỹỵ])(?<![^\W\d_]..))"  # chiến sỹ
)


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
    for other, one in _ONE_FOR_ONE:
        folded = folded.replace(other, one)
    pieces: list[str] = []
    done = 0
    for match in _SECOND_LETTER.finditer(folded):
        end = match.end()
        pieces += folded[done : end - 2], _PAIRS[folded[end - 2 : end]]
        done = end
    return "".join(pieces) + folded[done:]


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
