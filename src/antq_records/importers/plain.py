"""The text of a page as it is kept: NFC, no invisible characters, one space for any run of white space."""

import re
from typing import Final
from unicodedata import is_normalized

from antq_records.text import to_nfc

__all__ = ["compared", "folded", "plain"]

_INVISIBLE: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_ICELANDIC: Final = re.compile("[þÞæÆ]")
_D: Final = str.maketrans("ÐðƉɖ", "ĐđĐđ")
_MARKS: Final = re.compile("[“”\"'‘’.,:;!…]")


def plain(text: str) -> str:
    r"""
    Return a piece of a page's text as it is kept.

    Old keyboards typed the Icelandic eth for the Vietnamese đ, which looks the same; it is put right.

    >>> plain("  Quy\u00ea\u0301t \u0111i\u0323nh\u00a0s\u00f4\u0301 5/Q\u00d0-BCA\u200b ")
    'Quyết định số 5/QĐ-BCA'
    """
    text = text.strip()
    if "  " in text or not text.isprintable():  # white space other than the space is not printable
        text = " ".join(_INVISIBLE.sub("", text).split())
    if not is_normalized("NFC", text):
        text = to_nfc(text).text
    if ("Ð" in text or "ð" in text or "Ɖ" in text or "ɖ" in text) and not _ICELANDIC.search(text):
        text = text.translate(_D)
    return text


def folded(text: str) -> str:
    """Return *text* for comparing: plain, without case, quotation marks and closing punctuation."""
    return compared(plain(text))


def compared(text: str) -> str:
    """Do as `folded` does with text that is plain already."""
    return _MARKS.sub("", text).casefold().strip(" -–|")
