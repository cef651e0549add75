"""
The event that an article reports or announces.

It is named by a noun (*Lễ*, *Hội nghị*, *Đại hội*) with the words that tell its kind, and stands with a verb of holding (*tổ chức*,
*diễn ra*) and its day: “Sáng 25/11, tại Hà Nội, Bộ Công an tổ chức Hội nghị tổng kết phong trào thi đua”. What is only recalled
(“Trước đó …”, “Ngay từ đầu năm …”) is none.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import define, field

from antq_records.lexicon.cues import ceremony_kinds, ceremony_references, ceremony_words, movements
from antq_records.lexicon.scanner import Scanner
from antq_records.model import Basis, BlockKind, CalendarDate, Ceremony, CeremonyKind, CeremonyStatus, FindingCode, Organization
from antq_records.recognize.context import period_of
from antq_records.recognize.document import Mention, Proof
from antq_records.recognize.spelling import UPPER

if TYPE_CHECKING:
    from antq_records.model import DayPart, Period
    from antq_records.recognize.context import Context
    from antq_records.recognize.document import Document, Sentence
    from antq_records.recognize.person import Cast

__all__ = ["Event", "find_events"]

_NEAR_KINDS: Final = 60
"""The words that tell the kind stand so near the noun, in code points."""
_ABBREVIATION: Final = re.compile(r" \([A-ZĐ&]{2,12}\)")
_NAME_END: Final = re.compile(r"[.;:!?\n(]|…|(?<=\w) - |$")
_CLAUSE: Final = re.compile(
    r"(?:trong đó|nhằm|với|do|có|tại|đồng thời|góp phần|qua đó|ghi|là|được|đã|nhân|trước|sau|thu hút|thể hiện|và|cùng|dưới|khi|để|gồm"
    r"|đồng chí|ông|bà|bầu|thông qua)(?= )"
)
_VERB: Final = re.compile(r"(?:tổ chức|diễn ra|đã|được|dự|chủ trì|phát biểu|tham dự|có sự|nhằm|sẽ|vừa|thu hút)(?= )")
_BY: Final = ("do ", "bởi ")
_OF: Final = re.compile(r"(?:tại|của|thuộc|trong|được|ở|ủy quyền|nhân dịp) (?:trụ sở |hội trường )?$")
_WITH: Final = re.compile(r",? (?:phối hợp )?(?:với|và|,) ")
_TOGETHER: Final = re.compile(r"(?:[\s,–-]|và|phối hợp|cùng|với|đã|vừa|long trọng|trọng thể|trang trọng|\([^()]*\)|sẽ|đồng)*")
_BEFORE: Final = 24
"""So near before a body stand the words that join it to what is before, in code points."""
_AT: Final = re.compile(r"\btại (?:địa bàn |trụ sở |hội trường )?")
_PLACE_END: Final = re.compile(
    r",| (?:đã|diễn ra|tổ chức|vừa|long trọng|phối hợp|do|với|dưới|nhân|trang trọng|trọng thể|sáng|chiều|ngày|và|sẽ|cho|trao)(?= )"
    r"|[.;:(\n]|$"
)
_MOVEMENT: Final = re.compile(r'phong trào (?:thi đua )?(?:"([^"\n]{2,120})"|)')
_NO_PLACE: Final = re.compile(r"(?:buổi |hội nghị|lễ|đại hội|chương trình|đây|điểm|các|nhiều|chỗ|nhà riêng|đơn vị)")
_PLACES: Final = (
    *("thành phố", "tp", "tỉnh", "xã", "phường", "huyện", "quận", "nhà", "trung tâm", "thị xã", "khách sạn", "quảng trường"),
    *("công viên", "thị trấn", "thôn", "bản", "ấp", "sân", "cung", "nhà hát", "rạp", "trường", "khu", "đền", "bảo tàng", "làng", "đặc khu"),
)
"""With these a place begins in small letters."""
_ABOVE: Final = re.compile(rf", (?:xã|phường|huyện|quận|thị xã|tỉnh|thành phố|TP\.?) [{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)*(?! \w+ (?:tổ chức|phối hợp))")
"""The greater place that a place is in: “xã Đức Minh, huyện Mộ Đức”."""
_SHORTEST_PLACE: Final = 3
_LONGEST_PLACE: Final = 100
_OF_ANY_KIND: Final = frozenset({"hội nghị", "lễ", "buổi lễ", "chương trình"})
_KIND_UNSAID: Final = {"hội nghị": CeremonyKind.CONFERENCE, "lễ": CeremonyKind.OTHER, "hội thảo": CeremonyKind.OTHER}
"""The kind of an event whose name begins so and tells none."""
_NEARER_KINDS: Final = 30
"""So near behind a noun that opens events of any kind."""
_NAME_WORDS: Final = 4
"""So many first words make sure that two places name the same event."""
_TERM: Final = "nhiệm kỳ"
_NO_END: Final = ("đối với ", "làm theo ")
"""These go on with a name although their last word ends others."""
_CAME: Final = re.compile(
    r"(?<=[ ,])(?:đến|tới|ghé|có mặt tại)(?= )[^.;]{0,120}?(?:\bthăm\b|chúc mừng|động viên|chia buồn|thưởng|chúc tết|tuyên dương|biểu dương)"
)
"""How a visit is told: who came, and what for."""
_CAME_TO: Final = re.compile(
    r"(?:đến|tới|ghé thăm|có mặt tại) (?:tận )?((?:trụ sở|nhà|gia đình|đơn vị|cơ quan|bệnh viện|công an|phòng|trung tâm)[^,;]{2,80}?)"
    r" ?(?:,|để|chúc mừng|thăm|động viên|trao|thưởng|khen|biểu dương|chia)"
)
_UMBRELLA: Final = ("trong khuôn khổ ", "nằm trong khuôn khổ ", "trong khuôn khổ của ")
"""Behind these stands a greater event, of which the one that is told is a part."""
_THAT: Final = (" ấy", " này", " nói trên", " đó ")
"""Before these a noun only refers to an event."""
_WILL: Final = ("sẽ", "dự kiến")
_REPORTS: Final = ("cho biết", "cho hay", "thông tin")
_DAYS_BEFORE: Final = 3
"""What went before (“Trước đó, chiều 12/2, …”) is reported, not recalled, within so many days."""
_DAYS_APART: Final = 10
"""Events of one article are held within so many days."""
_SHORT_NAME: Final = 16
"""A name not longer than this, in code points, is only the noun."""
_AT_HAND: Final = ("there", "attend", "speak", "chair")
"""Cues that speak of an event as at hand."""
_VISIT_SENTENCES: Final = 16
"""So many first sentences may tell of a visit."""
_HEAD_SENTENCES: Final = 6
"""So many first sentences may tell the day."""


class _Named(NamedTuple):
    """An event as it is named in one place."""

    sentence: Sentence
    start: int
    end: int
    kind: CeremonyKind
    kind_end: int
    nameless: bool = False
    """Whether it is only referred to: “tại buổi lễ”."""


@define
class Event:
    """The event with what is proved of it so far."""

    id: str
    kind: CeremonyKind
    status: CeremonyStatus
    named: _Named
    sentence: Sentence
    name: str | None = None
    date: CalendarDate | None = None
    end_date: CalendarDate | None = None
    day_part: DayPart | None = None
    place: str | None = None
    organizers: list[Organization] = field(factory=list)
    movement: str | None = None
    period: tuple[Period, Proof] | None = None
    """The time that is honoured, with the words that state it."""
    evidence: list[Proof] = field(factory=list)

    @property
    def visit(self) -> tuple[Sentence, int] | None:
        """The sentence that tells of a visit, and where it says that somebody came; ``None`` for any other event."""
        return (self.named.sentence, self.named.start) if self.kind is CeremonyKind.VISIT and self.name is None else None

    def record(self, cast: Cast, *, with_parts: bool = True) -> Ceremony:
        """Return the ceremony, and all who took part if they are told to have."""
        participants, proofs = cast.participants() if with_parts else ([], [])
        return Ceremony(
            id=self.id,
            kind=self.kind,
            status=self.status,
            name=self.name,
            date=self.date,
            end_date=self.end_date,
            day_part=self.day_part,
            place=self.place,
            organizers=self.organizers,
            movement=self.movement,
            period=self.period[0] if self.period else None,
            participants=participants,
            evidence=cast.context.document.quoted([*self.evidence, *proofs]),
        )


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
def _movements() -> Scanner[bool]:
    return Scanner(dict.fromkeys(movements(), True))


@cache
def _references() -> Scanner[CeremonyKind]:
    return Scanner(ceremony_references())


def find_events(context: Context) -> list[Event]:
    """Return the events that the article reports or announces: its own first, then what else was held or is to come."""
    document = context.document
    named = [one for sentence in document.having("hold", "event") for one in _named_in(document, sentence)]
    main = _main(document, named)
    first = _read(context, main, main.sentence, [one for one in named if _same(document, one, main)]) if main else _unnamed(context, named)
    return [] if first is None else [first, *_others(context, first, main, named)]


def _others(context: Context, first: Event, main: _Named | None, named: list[_Named]) -> list[Event]:
    """Return the events beside the article's own: announced ones, and those that were held on a day of their own."""
    document = context.document
    told = [main] if main else []
    others: list[Event] = []
    for one in named:
        announced = _is_announced(document, one.sentence)
        same_day = document.folded.find("cùng ngày", one.sentence.start, one.sentence.end)
        if one.sentence.block.kind is BlockKind.TITLE or one.sentence is first.sentence or not (_dated(one) or same_day >= 0):
            continue
        if not _held(one) or any(_same(document, one, known) or _names_alike(document, one, known) for known in told):
            continue
        on, findings = context.on, [*context.findings]
        event = _read(context, one, one.sentence, [one])
        context.on, context.findings = on, findings  # names are read at the day of the article's own event
        if same_day >= 0 and event.date is None and first.date is not None:
            event.date = first.date
            event.evidence.append(Proof("date", same_day, same_day + len("cùng ngày"), Basis.CEREMONY))
        if (announced and not _recalled(one)) or _near(first, event, _DAYS_BEFORE if _recalled(one) else _DAYS_APART):
            told.append(one)
            others.append(event)
    return others


def _near(first: Event, event: Event, days_apart: int) -> bool:
    """Say whether an event was held within some days of the article's own."""
    days = [dt.date(one.year, one.month, one.day) for one in (first.date, event.date) if one and one.year and one.month and one.day]
    return len(days) == 2 and abs((days[1] - days[0]).days) <= days_apart  # noqa: PLR2004 - both days


def _names_alike(document: Document, one: _Named, known: _Named) -> bool:
    """Say whether two events of one kind have the same name, or one only its beginning."""
    first, second = (document.folded[place.start : place.end] for place in (one, known))
    return one.kind is known.kind and (first.startswith(second) or second.startswith(first) or one.end - one.start < _SHORT_NAME)


def _unnamed(context: Context, named: list[_Named]) -> Event | None:
    """Return the event that no sentence names as held: one that a headline names, a visit, one that is only referred to."""
    document = context.document
    visit = _visit(document)
    if visit is not None:
        return _read(context, visit, visit.sentence, [visit])
    referred = _referred_to(document)
    if referred is None:
        return None
    titled = next((one for one in named if one.sentence.block.kind is BlockKind.TITLE), None)
    return _read(context, titled or referred, _dated_reference(document) or referred.sentence, [titled or referred])


def _named_in(document: Document, sentence: Sentence) -> list[_Named]:
    """Return the events that a sentence names: by nouns, or without one by a verb of holding (“tổ chức gặp mặt, tuyên dương …”)."""
    folded = document.folded
    found: list[_Named] = []
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
            found.append(_Named(sentence, noun.start, end, told[2], told[1]))
    for verb in () if sentence.has("event") else sentence.of("hold"):
        at = None if folded.endswith(("mạc", "hành"), verb.start, verb.end) else _kinds().at(folded, verb.end + 1)
        if at is not None and at[0] <= sentence.end:
            end = _name_end(document, at[0], sentence.end)
            found.append(_Named(sentence, verb.end + 1, end, at[1], at[0]))
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
            bracket = _ABBREVIATION.match(text, position)
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


def _visit(document: Document) -> _Named | None:
    """Return the visit that the first sentences tell of: “Ngày 25/6, ông A, Chủ tịch …, đã đến trụ sở Công an tỉnh chúc mừng …”."""
    heads = (one for one in document.sentences if one.block.kind not in {BlockKind.TITLE, BlockKind.CAPTION})
    for sentence in islice(heads, _VISIT_SENTENCES):
        if not any(one.value.kind in {"day", "relative"} for one in sentence.of("date")) or sentence.has("recall", "career", "planned"):
            continue
        came = _CAME.search(document.folded, sentence.start, sentence.end)
        if came is not None and any(one.end <= came.start() + 1 for one in sentence.of("person", "office")):
            start, end = came.span()
            return _Named(sentence, start, end, CeremonyKind.VISIT, end, nameless=True)
    return None


def _referred_to(document: Document) -> _Named | None:
    """Return the first place in the text that speaks of an event as at hand without naming it: “Tại buổi lễ …”, “Dự hội nghị có …”."""
    gives = any(sentence.has("give") and sentence.has("award") for sentence in document.having("give"))
    for sentence in document.having(*_AT_HAND):
        if sentence.block.kind is BlockKind.TITLE or sentence.has("recall", "career", "planned"):
            continue
        for cue in sentence.of(*_AT_HAND):
            at = _references().at(document.folded, cue.end + 1) if cue.kind != "there" else _reference_in(document, cue)
            if at is not None and (at[1] is not CeremonyKind.COMMENDATION or gives):
                return _Named(sentence, cue.start, at[0], at[1], at[0], nameless=True)
    return None


def _reference_in(document: Document, cue: Mention) -> tuple[int, CeremonyKind] | None:
    """Return where the noun ends that a cue such as “cũng tại buổi lễ” holds, with the kind of event that it means."""
    return next(((end, kind) for _, end, kind in _references().scan(document.folded, cue.start, cue.end) if end == cue.end), None)


def _dated_reference(document: Document) -> Sentence | None:
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


def _main(document: Document, named: list[_Named]) -> _Named | None:
    """Return the place where the article's own event is told: where it is held on a day, else held, else only named, near the head."""
    head_end = [block for block in document.article.blocks if block.kind is not BlockKind.TITLE][:4]
    head = head_end[-1].end if head_end else 0
    told = [one for one in named if one.sentence.block.kind is not BlockKind.TITLE and not _recalled(one)]
    near = [one for one in told if one.sentence.start < head]
    choices = (
        (near, lambda one: _held(one) and _dated(one)),
        (near, lambda one: _attended(one) and _dated(one)),
        (near, _held),
        (near, _dated),
        (told, lambda one: _held(one) and _dated(one)),
        (near, lambda one: document.folded[max(0, one.start - 8) : one.start].endswith(("tại ", "trong ", "dự "))),
    )
    return next((one for among, fits in choices for one in among if fits(one)), None)


def _held(one: _Named) -> bool:
    return one.sentence.has("hold", "announce")


def _attended(one: _Named) -> bool:
    return any(cue.end <= one.start for cue in one.sentence.of("attend", "chair"))


def _dated(one: _Named) -> bool:
    return any(date.value.kind in {"day", "relative"} and not (one.start <= date.start < one.end) for date in one.sentence.of("date"))


def _is_announced(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence tells of an event to come: “sẽ tổ chức”, “sẽ phối hợp với … tổ chức”."""
    if sentence.has("announce"):
        return True
    verb = next(iter(sentence.of("hold")), None)
    return verb is not None and any(
        one.end <= verb.start and document.folded.startswith(_WILL, one.start) and document.folded.find(",", one.end, verb.start) < 0
        for one in sentence.of("planned")
    )


def _recalled(one: _Named) -> bool:
    return any(mention.kind in {"recall", "career"} and mention.start < one.start for mention in one.sentence.mentions)


def _same(document: Document, one: _Named, main: _Named) -> bool:
    """Say whether two places name the same event: of one kind, with the same words behind the noun."""
    if one is main:
        return True
    folded = document.folded
    words = folded[one.start : one.end].split()[:_NAME_WORDS]
    return one.kind is main.kind and len(words) == _NAME_WORDS and words == folded[main.start : main.end].split()[:_NAME_WORDS]


def _read(context: Context, main: _Named, sentence: Sentence, mentions: list[_Named]) -> Event:
    """Read the event that is named in some places, and told of in a sentence."""
    document = context.document
    fullest = max(mentions, key=lambda one: (one.end - one.start, -one.start))
    status = CeremonyStatus.ANNOUNCED if _is_announced(document, sentence) else CeremonyStatus.HELD
    event = Event(context.new_id("ceremony", main.start), main.kind, status, fullest, sentence)
    event.evidence += [Proof(None, one.start, one.end) for one in {(one.start, one.end): one for one in mentions}.values()]
    event.evidence.append(Proof("kind", main.start, main.kind_end))
    verb = next(iter(sentence.of("hold", "announce")), None)
    event.evidence.append(Proof("status", verb.start, verb.end) if verb else Proof("status", main.start, main.kind_end))
    _when(context, event, main)
    _where(context, event, main)
    _who(context, event, main, verb)
    dated = _dated_reference(document) if event.date is None and status is CeremonyStatus.HELD else None
    if dated is not None and dated is not sentence:
        event.sentence = dated
        _when(context, event, main)
        if event.place is None:
            _where(context, event, main)
        event.sentence = sentence
    if main.nameless:
        return event
    name = _ABBREVIATION.sub("", document.text[fullest.start : fullest.end]).strip().rstrip(",")
    event.name = name
    told = {
        (one.start, one.end) for one in mentions if _ABBREVIATION.sub("", document.text[one.start : one.end]).casefold() == name.casefold()
    }
    event.evidence += [Proof("name", start, end) for start, end in sorted(told | {(fullest.start, fullest.end)})]
    _what_for(context, event, fullest)
    return event


def _when(context: Context, event: Event, main: _Named) -> None:
    """Read day, last day and part of the day."""
    document = context.document
    reports = [one.start for one in event.sentence.of("say") if document.folded.startswith(_REPORTS, one.start) and one.end <= main.start]
    dates = [
        one
        for one in event.sentence.of("date")
        if one.value.kind in {"day", "relative"} and not main.start <= one.start < main.end and one.start > max(reports, default=-1)
    ]
    if not dates:
        return
    folded = document.folded
    chosen = next((one for one in dates if folded.find(";", min(one.end, main.end), max(one.start, main.start)) < 0), dates[0])
    value = chosen.value
    if value.day_part is not None:
        event.day_part = value.day_part
        event.evidence.append(Proof("day_part", chosen.start, chosen.end))
    if value.date is not None:
        day, basis = context.date_of(chosen)
    elif document.published_on is not None and value.kind == "relative":
        published = document.published_on
        day, basis = CalendarDate(year=published.year, month=published.month, day=published.day), Basis.PUBLISHED_AT
    else:
        return
    event.date = day
    event.evidence.append(Proof("date", chosen.start, chosen.end, basis))
    if value.end_date is not None:
        last = value.end_date
        if last.year is None and day.year is not None:
            last = CalendarDate(year=day.year, month=last.month, day=last.day)
        event.end_date = last
        event.evidence.append(Proof("end_date", chosen.start, chosen.end, basis))
    if day.year is not None and day.month is not None and day.day is not None:
        context.on = dt.date(day.year, day.month, day.day)
        late = document.published_on is not None and (context.on - document.published_on).days > 1
        if late and event.status is CeremonyStatus.HELD:
            message = f"The event is told as held on {day}, after its own publication."
            context.find(FindingCode.DATE_AFTER_PUBLICATION, message, Proof(None, chosen.start, chosen.end))


def _where(context: Context, event: Event, main: _Named) -> None:
    """Read the place behind “tại”: a body, a name in capitals, or what a word such as *nhà*, *thành phố* opens."""
    document = context.document
    if event.kind is CeremonyKind.VISIT and (to := _CAME_TO.match(document.folded, main.start)):
        event.place = document.text[slice(*to.span(1))]
        event.evidence.append(Proof("place", *to.span(1)))
        return
    for at in _AT.finditer(document.folded, event.sentence.start, event.sentence.end):
        start = at.end()
        if main.start <= at.start() < main.end or _NO_PLACE.match(document.folded, start):
            continue
        body = next((one for one in event.sentence.of("org") if one.start == start), None)
        end = body.end if body else _PLACE_END.search(document.folded, start, event.sentence.end)
        stop = end if isinstance(end, int) else end.start() if end else event.sentence.end
        while (above := _ABOVE.match(document.text, stop)) is not None and above.end() <= event.sentence.end:
            stop = above.end()
        if document.folded.startswith("hội trường", at.start() + 4) and document.text[at.start() + 4].isupper():
            start = at.start() + 4
        if body is None and not document.text[start].isupper() and not document.folded.startswith(_PLACES, start, stop):
            continue
        if _SHORTEST_PLACE <= stop - start < _LONGEST_PLACE:
            if at[0] != "tại ":
                start = at.start() + 4
            event.place = document.text[start:stop].strip()
            event.evidence.append(Proof("place", start, stop))
            return


def _who(context: Context, event: Event, main: _Named, verb: Mention | None) -> None:
    """Read who holds it: the bodies before the verb, or after “do”."""
    document = context.document
    folded = document.folded
    bodies = event.sentence.of("org", "cluster", "office")
    if verb is None:
        return
    passive = folded.startswith(("diễn ra", "đã diễn ra", "được tổ chức", "khai mạc", "bế mạc"), verb.start)
    chosen: list[Mention] = []
    if not passive and verb.start < main.start:
        before = (body for body in bodies if body.end <= verb.start)
        chosen = [
            one
            for one in before
            if not _in_brackets(folded, event.sentence.start, one.start)
            and not _OF.search(folded, max(event.sentence.start, one.start - _BEFORE), one.start)
        ]
        chosen = _last_run(document, chosen, verb)
    if not chosen:
        chosen = [body for body in bodies if folded.endswith(_BY, 0, body.start)]
        last = chosen[-1].end if chosen else verb.start
        chosen += [body for body in bodies if chosen and body.start > last and _WITH.fullmatch(folded, last, body.start)]
    for body in chosen:
        path = f"organizers[{len(event.organizers)}]"
        if body.kind == "cluster":
            event.organizers.append(Organization(name=document.text[body.start : body.value.name_end]))
            event.evidence.append(Proof(path, body.start, body.value.name_end))
        elif body.kind == "org" and not body.value.several:
            organization, proof = context.organization(body, path)
            event.organizers.append(organization)
            event.evidence.append(proof)


def _in_brackets(folded: str, start: int, position: int) -> bool:
    return folded.rfind("(", start, position) > folded.rfind(")", start, position)


def _last_run(document: Document, bodies: list[Mention], verb: Mention) -> list[Mention]:
    """Return the bodies that stand together before the verb: joined by a comma, “và”, “phối hợp với”, “cùng”."""
    run: list[Mention] = []
    edge = verb.start
    for body in reversed(bodies):
        if body.end < edge and not _TOGETHER.fullmatch(document.folded, body.end, edge):
            break
        run.append(body)
        edge = body.start
    return run[::-1]


def _what_for(context: Context, event: Event, fullest: _Named) -> None:
    """Read the movement and the time that the event's own name states."""
    document = context.document
    name = document.folded[fullest.start : fullest.end]
    known = _MOVEMENT.search(name)
    if known:
        start, end = (fullest.start + known.start(1), fullest.start + known.end(1)) if known[1] else (0, 0)
        if not known[1]:
            bare = _movements().at(document.folded, fullest.start + known.end())
            if bare:
                start, end = fullest.start + known.end(), bare[0]
        if end:
            event.movement = document.text[start:end]
            event.evidence.append(Proof("movement", start, end))
    for mention in fullest.sentence.of("date"):
        if fullest.start <= mention.start < fullest.end and mention.value.kind in {"year", "period"}:
            if document.folded.startswith(_TERM, mention.start) or event.kind is CeremonyKind.CONGRESS:
                continue
            period = period_of(mention)
            if period is not None:
                proof = Proof("period", mention.start, mention.end)
                event.period = (period, proof)
                event.evidence.append(proof)
                return
