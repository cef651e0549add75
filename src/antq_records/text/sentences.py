"""Where sentences end."""

import re
from functools import cache
from typing import Final

from antq_records.text.words import words

__all__ = ["sentence_spans"]

_STOP: Final = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*+"
    r"|(?<![.!?…]{2})[.!?…]*+"  # a whole run of stops, entered at its first only: that keeps the time linear
    r"[”\"’»)\]]*+[^\S\n]++(?P<next>[“\"‘«(\[]*+(?P<letter>[^\W\d_])|[“\"‘«(\[\d–—-]))"
)
_LAST_PART: Final = re.compile(r"[^\w./]")
_LONGEST: Final = 8  # code points of an abbreviation, and of a date's or number's last part
_NUMBER_GOES_ON: Final = re.compile(r"\d{1,2}\s?[./-]|(?:19|20)\d\d\b")


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """
    Return the sentences of ``text[start:end]``, in order, without the space around them.

    A sentence ends at ``. ! ? …`` (with the closing marks after it) before a space and a capital letter, an opening mark, a digit
    or a dash; and at a line break. It does not end after an abbreviation (*TP.*, *Đ/c.*, an initial), inside a date written with
    spaces (*28. 8. 1950*), at ``…`` before a digit, or at ``;``. Linear time.

    >>> text = "Đ/c. Hà, TP. Huế dự. Có 2.355 sáng kiến… được nộp."
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['Đ/c. Hà, TP. Huế dự.', 'Có 2.355 sáng kiến… được nộp.']
    """
    end = len(text) if end is None else end
    spans = []
    first = start
    for match in _STOP.finditer(text, start, end):
        if _ends_sentence(text, match, first):
            last = match.start("next") if match["next"] else match.end()
            spans.append((first, last))
            first = last
    spans.append((first, end))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _ends_sentence(text: str, match: re.Match[str], first: int) -> bool:
    if match["next"] is None:
        return True
    stop = match.start()
    letter = match["letter"]
    if letter and not letter.isupper():
        return False
    if text[stop] != "." or text.startswith("..", stop):
        return bool(letter) or ("…" not in text[stop : match.start("next")] and not text.startswith("..", stop))
    token = text[max(first, stop - _LONGEST) : stop].rpartition(" ")[2]
    if not token.isalpha():
        token = _LAST_PART.split(token)[-1]
    if token.isdecimal() and len(token) <= 2:  # noqa: PLR2004 - a day or a month
        return _NUMBER_GOES_ON.match(text, match.start("next")) is None
    return not (token.lower() in _abbreviations() or (len(token) == 1 and token.isupper()))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(words("sentences")["abbreviations"])


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
