"""
The words that name an event: a noun (*Lễ*, *Hội nghị*, *Đại hội*) with those that tell its kind, or what only refers to it.

“tổ chức Hội nghị tổng kết phong trào thi đua” names one; “tại buổi lễ” refers to one without a name; “đến thăm và chúc mừng” tells of a
visit.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from antq_records.lexicon.cues import ceremony_kinds, ceremony_references, ceremony_words
from antq_records.lexicon.scanner import Scanner
from antq_records.model import BlockKind, CeremonyKind

if TYPE_CHECKING:
    from antq_records.recognize.document import Document, Mention, Sentence

__all__ = [
    "ABBREVIATION",
    "NamedEvent",
    "dated_reference",
    "is_announced",
    "is_dated",
    "is_held",
    "is_recalled",
    "main_event",
    "named_in",
    "names_alike",
    "referred_to",
    "same_event",
    "visit_told",
]

_NEAR_KINDS: Final = 60
"""The words that tell the kind stand so near the noun, in code points."""
ABBREVIATION: Final = re.compile(r" \([A-ZĐ&]{2,12}\)")
_NAME_END: Final = re.compile(r"[.;:!?\n(]|…|(?<=\w) - |$")
_CLAUSE: Final = re.compile(
    r"(?:trong đó|nhằm|với|do|có|tại|đồng thời|góp phần|qua đó|ghi|là|được|đã|nhân|trước|sau|thu hút|thể hiện|và|cùng|dưới|khi|để|gồm"
    r"|đồng chí|ông|bà|bầu|thông qua)(?= )"
)
_VERB: Final = re.compile(r"(?:tổ chức|diễn ra|đã|được|dự|chủ trì|phát biểu|tham dự|có sự|nhằm|sẽ|vừa|thu hút)(?= )")
_OF_ANY_KIND: Final = frozenset({"hội nghị", "lễ", "buổi lễ", "chương trình"})
_KIND_UNSAID: Final = {"hội nghị": CeremonyKind.CONFERENCE, "lễ": CeremonyKind.OTHER, "hội thảo": CeremonyKind.OTHER}
"""The kind of an event whose name begins so and tells none."""
_NEARER_KINDS: Final = 30
"""So near behind a noun that opens events of any kind."""
_NAME_WORDS: Final = 4
"""So many first words make sure that two places name the same event."""
_NO_END: Final = ("đối với ", "làm theo ")
"""These go on with a name although their last word ends others."""
_CAME: Final = re.compile(
    r"(?<=[ ,])(?:đến|tới|ghé|có mặt tại)(?= )[^.;]{0,120}?(?:\bthăm\b|chúc mừng|động viên|chia buồn|thưởng|chúc tết|tuyên dương"
    r"|biểu dương)"
)
"""How a visit is told: who came, and what for."""
_UMBRELLA: Final = ("trong khuôn khổ ", "nằm trong khuôn khổ ", "trong khuôn khổ của ")
"""Behind these stands a greater event, of which the one that is told is a part."""
_THAT: Final = (" ấy", " này", " nói trên", " đó ")
"""Before these a noun only refers to an event."""
_WILL: Final = ("sẽ", "dự kiến")
_SHORT_NAME: Final = 16
"""A name not longer than this, in code points, is only the noun."""
_AT_HAND: Final = ("there", "attend", "speak", "chair")
"""Cues that speak of an event as at hand."""
_VISIT_SENTENCES: Final = 16
"""So many first sentences may tell of a visit."""
_HEAD_SENTENCES: Final = 6
"""So many first sentences may tell the day."""


class NamedEvent(NamedTuple):
    """An event as it is named in one place."""

    sentence: Sentence
    start: int
    end: int
    kind: CeremonyKind
    kind_end: int
    nameless: bool = False
    """Whether it is only referred to: “tại buổi lễ”."""


@cache
def _kinds() -> Scanner[CeremonyKind]:
    return Scanner(ceremony_kinds())


@cache
def _ends() -> Scanner[bool]:
    return Scanner(dict.fromkeys(ceremony_words("ends"), True))


@cache
def _continues() -> Scanner[bool]:
    return Scanner(dict.fromkeys(ceremony_words("continues"), True))


@cache
def _references() -> Scanner[CeremonyKind]:
    return Scanner(ceremony_references())


def names_alike(document: Document, one: NamedEvent, known: NamedEvent) -> bool:
    """Say whether two events of one kind have the same name, or one only its beginning."""
    first, second = (document.folded[place.start : place.end] for place in (one, known))
    return one.kind is known.kind and (first.startswith(second) or second.startswith(first) or one.end - one.start < _SHORT_NAME)


def named_in(document: Document, sentence: Sentence) -> list[NamedEvent]:
    """Return the events that a sentence names: by nouns, or without one by a verb of holding (“tổ chức gặp mặt, tuyên dương …”)."""
    folded = document.folded
    found: list[NamedEvent] = []
    for noun in sentence.of("event"):
        if found and noun.start < found[-1].end:
            continue
        told = next(_kinds().scan(folded, noun.start, min(noun.start + _NEAR_KINDS, sentence.end)), None)
        own = folded[noun.start : noun.end]
        if folded.endswith(_UMBRELLA, 0, noun.start) or folded.startswith(_THAT, noun.end):
            continue
        if told is None and sentence.has("hold") and own in _KIND_UNSAID and document.text[noun.start].isupper():
            told = (noun.start, noun.end, _KIND_UNSAID[own])
        if told is not None and (own not in _OF_ANY_KIND or told[0] <= noun.end + _NEARER_KINDS):
            end = _name_end(document, told[1], sentence.end)
            found.append(NamedEvent(sentence, noun.start, end, told[2], told[1]))
    for verb in () if sentence.has("event") else sentence.of("hold"):
        at = None if folded.endswith(("mạc", "hành"), verb.start, verb.end) else _kinds().at(folded, verb.end + 1)
        if at is not None and at[0] <= sentence.end:
            end = _name_end(document, at[0], sentence.end)
            found.append(NamedEvent(sentence, verb.end + 1, end, at[1], at[0]))
    return found


def _name_end(document: Document, kind_end: int, limit: int) -> int:
    """Return where the name of an event ends: at a stop, a word such as *nhằm* or *tại*, or a comma with which something new begins."""
    text, folded = document.text, document.folded
    position = kind_end
    while position < limit:
        letter = folded[position]
        if letter == '"':
            close = folded.find('"', position + 1, limit)
            position = close + 1 if close > 0 else position + 1
            continue
        if letter == " ":
            bracket = ABBREVIATION.match(text, position)
            if bracket:
                position = bracket.end()
                continue
            if (_ends().at(folded, position + 1) and not folded.endswith(_NO_END, 0, folded.find(" ", position + 1) + 1)) or (
                folded.startswith(" - ", position) and not folded[position - 1].isdigit()
            ):
                return position
            if folded.startswith(" có ", position) and folded[position + 4].isdigit():
                return position
            if folded.startswith(" và ", position) and not _continues().at(folded, position + 4) and text[position + 4].isupper():
                return position
        elif letter in ".;:!?\n(…" or (letter == "," and not _goes_on(document, position + 1, limit)):
            return position
        position += 1
    return limit


def _goes_on(document: Document, position: int, limit: int) -> bool:
    """Say whether the name of an event goes on behind a comma."""
    if not document.folded.startswith(" ", position):
        return False
    return _continues().at(document.folded, position + 1) is not None or _enumerates(document, position + 1, limit)


def _enumerates(document: Document, position: int, limit: int) -> bool:
    """Say whether a comma only parts two of a kind, as in “công nhân giỏi, thợ giỏi năm 2021”: no verb, no new clause follows."""
    if not document.text[position].islower() or _CLAUSE.match(document.folded, position):
        return False
    comma = document.folded.find(",", position, limit)
    stop = _NAME_END.search(document.folded, position, comma if comma >= 0 else limit)
    end = stop.start() if stop else limit
    return not any(
        _VERB.match(document.folded, start) for start in range(position, end) if start == position or document.folded[start - 1] == " "
    )


def visit_told(document: Document) -> NamedEvent | None:
    """Return the visit that the first sentences tell of: “Ngày 25/6, ông A, Chủ tịch …, đã đến trụ sở Công an tỉnh chúc mừng …”."""
    heads = (one for one in document.sentences if one.block.kind not in {BlockKind.TITLE, BlockKind.CAPTION})
    for sentence in islice(heads, _VISIT_SENTENCES):
        if not any(one.value.kind in {"day", "relative"} for one in sentence.of("date")) or sentence.has("recall", "career", "planned"):
            continue
        came = _CAME.search(document.folded, sentence.start, sentence.end)
        if came is not None and any(one.end <= came.start() + 1 for one in sentence.of("person", "office")):
            start, end = came.span()
            return NamedEvent(sentence, start, end, CeremonyKind.VISIT, end, nameless=True)
    return None


def referred_to(document: Document) -> NamedEvent | None:
    """Return the first place in the text that speaks of an event as at hand without naming it: “Tại buổi lễ …”, “Dự hội nghị có …”."""
    gives = any(sentence.has("give") and sentence.has("award") for sentence in document.having("give"))
    for sentence in document.having(*_AT_HAND):
        if sentence.block.kind is BlockKind.TITLE or sentence.has("recall", "career", "planned"):
            continue
        for cue in sentence.of(*_AT_HAND):
            at = _references().at(document.folded, cue.end + 1) if cue.kind != "there" else _reference_in(document, cue)
            if at is not None and (at[1] is not CeremonyKind.COMMENDATION or gives):
                return NamedEvent(sentence, cue.start, at[0], at[1], at[0], nameless=True)
    return None


def _reference_in(document: Document, cue: Mention) -> tuple[int, CeremonyKind] | None:
    """Return where the noun ends that a cue such as “cũng tại buổi lễ” holds, with the kind of event that it means."""
    return next(((end, kind) for _, end, kind in _references().scan(document.folded, cue.start, cue.end) if end == cue.end), None)


def dated_reference(document: Document) -> Sentence | None:
    """Return the first sentence near the head that tells on which day people came together."""
    heads = (one for one in document.sentences if one.block.kind is not BlockKind.TITLE and not one.has("recall", "career"))
    return next(
        (
            one
            for one in islice(heads, _HEAD_SENTENCES)
            if one.has(*_AT_HAND, "hold") and any(date.value.kind in {"day", "relative"} for date in one.of("date"))
        ),
        None,
    )


def main_event(document: Document, named: list[NamedEvent]) -> NamedEvent | None:
    """Return the place where the article's own event is told: where it is held on a day, else held, else only named, near the head."""
    head_end = [block for block in document.article.blocks if block.kind is not BlockKind.TITLE][:4]
    head = head_end[-1].end if head_end else 0
    told = [one for one in named if one.sentence.block.kind is not BlockKind.TITLE and not is_recalled(one)]
    near = [one for one in told if one.sentence.start < head]
    choices = (
        (near, lambda one: is_held(one) and is_dated(one)),
        (near, lambda one: _attended(one) and is_dated(one)),
        (near, is_held),
        (near, is_dated),
        (told, lambda one: is_held(one) and is_dated(one)),
        (near, lambda one: document.folded[max(0, one.start - 8) : one.start].endswith(("tại ", "trong ", "dự "))),
    )
    return next((one for among, fits in choices for one in among if fits(one)), None)


def is_held(one: NamedEvent) -> bool:
    """Say whether its sentence says that it is held, or will be."""
    return one.sentence.has("hold", "announce")


def _attended(one: NamedEvent) -> bool:
    return any(cue.end <= one.start for cue in one.sentence.of("attend", "chair"))


def is_dated(one: NamedEvent) -> bool:
    """Say whether its sentence tells a day outside its name."""
    return any(date.value.kind in {"day", "relative"} and not (one.start <= date.start < one.end) for date in one.sentence.of("date"))


def is_announced(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence tells of an event to come: “sẽ tổ chức”, “sẽ phối hợp với … tổ chức”."""
    if sentence.has("announce"):
        return True
    verb = next(iter(sentence.of("hold")), None)
    return verb is not None and any(
        one.end <= verb.start and document.folded.startswith(_WILL, one.start) and document.folded.find(",", one.end, verb.start) < 0
        for one in sentence.of("planned")
    )


def is_recalled(one: NamedEvent) -> bool:
    """Say whether it is one of earlier days: “Trước đó …”, “Ngay từ đầu năm …”."""
    return any(mention.kind in {"recall", "career"} and mention.start < one.start for mention in one.sentence.mentions)


def same_event(document: Document, one: NamedEvent, main: NamedEvent) -> bool:
    """Say whether two places name the same event: of one kind, with the same words behind the noun."""
    if one is main:
        return True
    folded = document.folded
    words = folded[one.start : one.end].split()[:_NAME_WORDS]
    return one.kind is main.kind and len(words) == _NAME_WORDS and words == folded[main.start : main.end].split()[:_NAME_WORDS]
