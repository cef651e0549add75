"""
What takes an honour away again: it is wished for, planned, asked for, of earlier years, or taken back.

“phấn đấu đạt danh hiệu …” and “từng được tặng Bằng khen” honour nobody at the event that is told.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from antq_records.lexicon.cues import contexts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_records.recognize.document import Document, Sentence
    from antq_records.recognize.verbs import VerbGroup

__all__ = ["is_unreal", "revoked"]

_BEFORE: Final = 24
"""So near before a verb or a year stand the words that join it to what is before, in code points."""

_ON_THE_DAY: Final = (" ngày ", " ngày được ", " ngày vinh dự ", " ngày vinh dự được ")
"""“kỷ niệm 10 năm ngày Công an tỉnh đón nhận Huân chương …” """
_OVER_YEARS: Final = re.compile(r"(?:\d|mười|hai mươi) năm qua|^giai đoạn \d{4} ?[-–] ?\d{4}|(?:\d|hai|ba|bốn|nhiều) lần (?:được|đạt|nhận)")
_TAKES_BACK: Final = re.compile(r" (?:lại )?(?:(?:các |những )?(?:danh hiệu|quyết định|hình thức|bằng)[^,;.]{0,60}?)?")
"""Between what takes an award back and the award."""
_OPENS_CLAUSE: Final = re.compile(r"(?:^|[.;:(“\n] ?|trước đó, |, |trước đó |vào |từ )$")
_DONE: Final = re.compile(r"\b(?:đã|vừa)\b")


@cache
def _asked_to() -> re.Pattern[str]:
    """Return what stands before those who are asked to give, or told to; nothing is given yet."""
    return re.compile(rf"(?:^| )(?:{'|'.join(contexts('asked_to'))}) $")


def revoked(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where the text says that an award is taken back, from the word that says so to the award's end."""
    for sentence in document.having("revoke"):
        for cue in sentence.of("revoke"):
            award = next((one for one in sentence.of("award") if one.start >= cue.end), None)
            if award is not None and _TAKES_BACK.fullmatch(document.folded, cue.end, award.start):
                yield cue.start, award.end


def is_unreal(document: Document, sentence: Sentence, group: VerbGroup, previous: VerbGroup | None) -> bool:
    """Say whether the verb is only wished for, planned, spoken of in general, or of earlier years."""
    if _is_earlier(document, sentence, group):
        return True
    folded = document.folded
    if any(_TAKES_BACK.fullmatch(folded, one.end, group.start) for one in sentence.of("revoke") if one.end <= group.start):
        return True
    if group.subject and _asked_to().search(folded, max(sentence.start, group.subject[-1].start - _BEFORE), group.subject[-1].start):
        return True
    if not sentence.has("planned", "unreal"):
        return False
    clause = max(sentence.start, folded.rfind(";", sentence.start, group.start))
    near = max(clause, previous.end if previous else clause, folded.rfind(",", sentence.start, group.start))
    if any(near <= one.start < group.start for one in sentence.of("unreal")):
        return True
    planned = [one for one in sentence.of("planned") if clause <= one.start < group.start]
    return bool(planned) and not (previous and previous.start > planned[-1].start and _DONE.search(folded, previous.end, group.end))


def _is_earlier(document: Document, sentence: Sentence, group: VerbGroup) -> bool:
    """Say whether the verb is of earlier years: behind “từng …” with no “tại hội nghị” since, in a year long past, on a day remembered."""
    since = max((one.end for one in sentence.of("there") if one.end <= group.start), default=sentence.start)
    since = max(since, document.folded.rfind(";", since, group.start))
    if any(since <= one.start < group.start for one in sentence.of("career")):
        return True
    subject = group.subject[0] if group.subject else group.passive
    start = min(subject.start if subject else group.start, group.start)
    if (
        document.folded.endswith(_ON_THE_DAY, sentence.start, start)
        or document.folded.endswith(" ngày ", sentence.start, group.start)
        or _OVER_YEARS.search(document.folded, since, group.end)
    ):
        return True
    if any(
        one.end + 1 == group.start and document.folded.startswith(contexts("of_history"), one.start) for one in sentence.of("commemorated")
    ):
        return True
    if document.published_on is None:
        return False
    return any(
        one.value.kind == "year"
        and one.value.date is not None
        and one.value.date.year < document.published_on.year - 1
        and _OPENS_CLAUSE.search(document.folded, max(0, one.start - _BEFORE), one.start)
        for one in sentence.of("date")
        if since <= one.start < group.start
    )
