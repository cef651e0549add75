"""How articles end: the writer's name, glued to the last sentence or below it, and the source the article was taken from."""

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, evolve

from antq_records.importers.blocks import Piece
from antq_records.importers.plain import folded
from antq_records.model import BlockKind

__all__ = ["Closing", "close", "credit_in", "is_signature", "names_in"]

_UPPER: Final = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠ-Ỹ"
_SOURCE: Final = re.compile(r"^[(\[]?\s*Nguồn(?: tin| bài)?\s*[:：]\s*(?P<name>[^\n]{2,120}?)\s*[)\]]?$", re.IGNORECASE)
_AFTER: Final = re.compile(r"^[(\[]?\s*Theo\s*:?\s+(?P<name>[^\n.;!?…]{2,60}?)\s*[)\]]?$")
_LABEL: Final = re.compile(
    r"^(?:Tác giả(?: bài viết)?|Người viết|Thực hiện|Tin,? (?:và )?(?:bài|ảnh)|Bài,? (?:và )?ảnh|Tin,? bài,? ảnh|Bài viết|Tin|Bài)"
    r"\s*[:：]\s*(?P<names>.{2,80})$",
    re.IGNORECASE,
)
_GLUED: Final = re.compile(rf"[.!?…][”\"’)]?(?P<gap>\s?)(?P<name>[{_UPPER}]{{2,}}(?:[ -]{{1,3}}[{_UPPER}]+){{1,5}})$")
_PARTED: Final = re.compile(r"\s*(?:[,;&/–|]|\s-\s|\svà\s)\s*")
_NO_NAME: Final = re.compile(r"\d|[.:;!?…“”\"]|\b(?:ảnh|hình|video|clip|thông báo|xem thêm|một số)\b", re.IGNORECASE)
_NAMED: Final = re.compile(rf"[{_UPPER}]\S*")
_SENTENCE_END: Final = re.compile(r"[.!?…][”\"’)]?$|[”\"]$")
_LONGEST: Final = 60
_WRITERS: Final = 3
_SYLLABLES: Final = 5
"""More characters, names, or words in a name has no writer's line."""

_RIGHT: Final = re.compile(r"text-align\s*:\s*(?:right|end)", re.IGNORECASE)


@define
class Closing:
    """What the end of an article says beside its text."""

    body: list[Piece]
    """The blocks that are text."""

    authors: tuple[str, ...]
    credit: str | None


def close(body: Sequence[Piece], authors: Sequence[str] = ()) -> Closing:
    """Part the text of an article from the writer's line and the source below it; *authors* are known from elsewhere."""
    left = list(body)
    found: list[str] = []
    credit = None
    known = {folded(name) for name in authors}
    while left and left[-1].kind in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION} and len(left) > 1:
        last = left[-1]
        if credit is None and (source := credit_in(last.text)):
            credit = source
        elif folded(last.text) in known or (last.kind is not BlockKind.CAPTION and _is_byline(left)):
            found = [*names_in(last.text), *found]
        else:
            break
        left.pop()
    if left and left[-1].kind is BlockKind.PARAGRAPH and (glued := _glued(left[-1].text, known)):
        text, name = glued
        left[-1] = evolve(left[-1], text=text)
        found = [*names_in(name), *found]
    return Closing(left, tuple(authors) or tuple(dict.fromkeys(found)), credit)


def credit_in(text: str) -> str | None:
    """Return the source that a line like *Nguồn: …* or *(Theo …)* names."""
    found = _SOURCE.match(text) or _AFTER.match(text)
    return found["name"].strip() if found else None


def names_in(text: str) -> list[str]:
    """
    Return the names in a writer's line, without its label.

    >>> names_in("Tin, ảnh: Hoàng Anh - Thu Hà")
    ['Hoàng Anh', 'Thu Hà']
    """
    label = _LABEL.match(text)
    names = _PARTED.split(label["names"] if label else text)
    return [name.strip(" .-()|") for name in names if name.strip(" .-()|")]


def is_signature(piece: Piece) -> bool:
    """Tell whether a line by itself names writers or a source."""
    return credit_in(piece.text) is not None or _is_byline([piece])


def _is_byline(left: Sequence[Piece]) -> bool:
    """Tell whether the last block names writers: labelled, in capitals, set to the right or in bold, or below the last sentence."""
    last = left[-1]
    text = last.text.strip("()")
    if len(text) > _LONGEST or (_NO_NAME.search(text) and not _LABEL.match(text)):
        return False
    if _LABEL.match(text):
        return True
    words = [name.split() for name in names_in(text)]
    if not 1 <= len(words) <= _WRITERS or any(len(parts) > _SYLLABLES for parts in words):
        return False
    if text.isupper():
        return True
    if not all(_NAMED.match(part) for parts in words for part in parts):
        return False
    return _set_apart(last) or (len(left) > 1 and len(text.split()) > 1 and bool(_SENTENCE_END.search(left[-2].text)))


def _set_apart(piece: Piece) -> bool:
    attributes = piece.element.attributes
    if (
        _RIGHT.search(attributes.get("style") or "")
        or attributes.get("align") == "right"
        or "text-right" in (attributes.get("class") or "")
    ):
        return True
    bold = piece.element.css_first("b, strong")
    return bold is not None and folded(bold.text()) == folded(piece.text)


def _glued(text: str, known: set[str]) -> tuple[str, str] | None:
    """Part a name in capitals, or a known writer's, from the end of the last sentence."""
    if found := _GLUED.search(text):
        return text[: found.start("gap")], found["name"]
    for name in known:
        tail = text[-len(name) - 1 :]
        if name and folded(tail) == name and (cut := text[: -len(name)].rstrip()) and _SENTENCE_END.search(cut):
            return cut, text[-len(name) :]
    return None
