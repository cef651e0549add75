"""The text of a page as it is kept: NFC, no invisible characters, one space for any run of white space."""

import re
from typing import Final
from unicodedata import is_normalized

from antq_records.text import to_nfc

__all__ = ["folded", "plain"]

_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_ETH: Final = re.compile("[ÐðƉɖ]")
_ICELANDIC: Final = re.compile(r"[^\W\d_]*[þÞæÆ][^\W\d_]*")
_D: Final = str.maketrans("ÐðƉɖ", "ĐđĐđ")


def plain(text: str) -> str:
    """
    Return a piece of a page's text as it is kept.

    Old keyboards typed the Icelandic eth for the Vietnamese đ, which looks the same; it is put right.

    >>> plain("  Quy\\u00ea\\u0301t \\u0111i\\u0323nh\\u00a0s\\u00f4\\u0301 5/Q\\u00d0-BCA\\u200b ")
    'Quyết định số 5/QĐ-BCA'
    """
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    text = " ".join(text.split())
    if not is_normalized("NFC", text):
        text = to_nfc(text).text
    if _ETH.search(text) and not _ICELANDIC.search(text):
        text = text.translate(_D)
    return text


def folded(text: str) -> str:
    """Return *text* for comparing: plain, without case, quotation marks and closing punctuation."""
    return re.sub("[“”\"'‘’.,:;!…]", "", plain(text)).casefold().strip(" -–|")
