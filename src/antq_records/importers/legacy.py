"""
Vietnamese in encodings of old fonts, and UTF-8 that was encoded twice.

Pages of before 2005 spell Vietnamese with the letters of a Western encoding, which only their own font shows rightly. They
decode without an error, to nonsense; so they are known by the commonest words, as they look there.
"""

import re
from typing import Final

__all__ = ["legacy_encoding", "once_encoded"]

_WORDS: Final = {
    "TCVN3": ("vµ", "cña", "®­îc", "c¸c", "ng­êi", "viÖc", "nh÷ng", "®·", "tØnh", "c«ng", "kh«ng", "®ång", "n­íc", "®Þa"),
    "VNI": ("vaø", "cuûa", "ñöôïc", "caùc", "ngöôøi", "vieäc", "nhöõng", "ñaõ", "tænh", "coâng", "khoâng", "ñoàng", "nöôùc", "ñòa"),
    "VISCII": ("cüa", "ðßþc", "ngß¶i", "vi®c", "nhæng", "tïnh", "ð°ng", "nß¾c", "ð¸a", "mµt", "thñ", "vi\xaet", "hµi"),
}
"""The words for and, of, …, as the letters of each encoding look when they are read as Latin-1."""

_PATTERNS: Final = {
    name: re.compile("(?<![^\\W\\d_])(?:" + "|".join(words) + ")(?![^\\W\\d_])", re.IGNORECASE) for name, words in _WORDS.items()
}
_ENOUGH: Final = 5
_KINDS: Final = 3
_TWICE: Final = re.compile("á[»º\xba\xbb][\u0080-\u2122]|Ä[\u2018\u0091\u0192\u0090]|Æ[°\xa0¡]|Ã[\xa0-\xbf]")
_RIGHT: Final = re.compile("[ạảấầậđệếềịọốộớờợụủứừựƯươ]")
_LATIN: Final = re.compile("[\x80-\xff]")
_UNDEFINED: Final = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
"""Bytes that Windows-1252 leaves undefined and browsers pass through."""

_TO_BYTES: Final = {ord(bytes([byte]).decode("cp1252")): byte for byte in range(256) if byte not in _UNDEFINED} | {
    ord(letter): byte for byte, letter in _UNDEFINED.items()
}


def legacy_encoding(text: str) -> str | None:
    """
    Name the old font encoding that *text* is in, if it is in one.

    >>> legacy_encoding("C«ng an tØnh vµ c¸c ®¬n vÞ cña ngµnh, nh÷ng ng­êi ®­îc th­ëng")
    'TCVN3'
    """
    if not _LATIN.search(text) or _RIGHT.search(text):
        return None
    for name, pattern in _PATTERNS.items():
        found = pattern.findall(text)
        if len(found) >= _ENOUGH and len({word.lower() for word in found}) >= _KINDS:
            return name
    return None


def once_encoded(text: str) -> str | None:
    """
    Undo one encoding too many; return *text* itself where there was none, ``None`` where it cannot be undone.

    >>> once_encoded("tá»‰nh HÆ°ng YÃªn tuyÃªn dÆ°Æ¡ng")
    'tỉnh Hưng Yên tuyên dương'
    """
    if _RIGHT.search(text) or len(_TWICE.findall(text)) < _ENOUGH:
        return text
    try:
        return bytes(_TO_BYTES[ord(letter)] for letter in text).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None
