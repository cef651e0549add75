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
from typing import TYPE_CHECKING, Final

from attrs import define, field

from antq_records.lexicon.cues import movements
from antq_records.lexicon.scanner import Scanner
from antq_records.model import Basis, BlockKind, CalendarDate, Ceremony, CeremonyKind, CeremonyStatus, FindingCode, Organization
from antq_records.recognize.context import period_of
from antq_records.recognize.document import Mention, Proof
from antq_records.recognize.event_name import (
    ABBREVIATION,
    NamedEvent,
    dated_reference,
    is_announced,
    is_dated,
    is_held,
    is_recalled,
    main_event,
    named_in,
    names_alike,
    referred_to,
    same_event,
    visit_told,
)
from antq_records.recognize.spelling import UPPER

if TYPE_CHECKING:
    from antq_records.model import DayPart, Period
    from antq_records.recognize.context import Context
    from antq_records.recognize.document import Document, Sentence
    from antq_records.recognize.person import Cast

__all__ = ["Event", "find_events"]

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
_ABOVE: Final = re.compile(
    rf", (?:xã|phường|huyện|quận|thị xã|tỉnh|thành phố|TP\.?) [{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)*(?! \w+ (?:tổ chức|phối hợp))"
)
"""The greater place that a place is in: “xã Đức Minh, huyện Mộ Đức”."""
_SHORTEST_PLACE: Final = 3
_LONGEST_PLACE: Final = 100
_TERM: Final = "nhiệm kỳ"
_CAME_TO: Final = re.compile(
    r"(?:đến|tới|ghé thăm|có mặt tại) (?:tận )?((?:trụ sở|nhà|gia đình|đơn vị|cơ quan|bệnh viện|công an|phòng|trung tâm)[^,;]{2,80}?)"
    r" ?(?:,|để|chúc mừng|thăm|động viên|trao|thưởng|khen|biểu dương|chia)"
)
_REPORTS: Final = ("cho biết", "cho hay", "thông tin")
_DAYS_BEFORE: Final = 3
"""What went before (“Trước đó, chiều 12/2, …”) is reported, not recalled, within so many days."""
_DAYS_APART: Final = 10
"""Events of one article are held within so many days."""


@define
class Event:
    """The event with what is proved of it so far."""

    id: str
    kind: CeremonyKind
    status: CeremonyStatus
    named: NamedEvent
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
def _movements() -> Scanner[bool]:
    return Scanner(dict.fromkeys(movements(), True))


def find_events(context: Context) -> list[Event]:
    """Return the events that the article reports or announces: its own first, then what else was held or is to come."""
    document = context.document
    named = [one for sentence in document.having("hold", "event") for one in named_in(document, sentence)]
    main = main_event(document, named)
    first = (
        _read(context, main, main.sentence, [one for one in named if same_event(document, one, main)]) if main else _unnamed(context, named)
    )
    return [] if first is None else [first, *_others(context, first, main, named)]


def _others(context: Context, first: Event, main: NamedEvent | None, named: list[NamedEvent]) -> list[Event]:
    """Return the events beside the article's own: announced ones, and those that were held on a day of their own."""
    document = context.document
    told = [main] if main else []
    others: list[Event] = []
    for one in named:
        announced = is_announced(document, one.sentence)
        same_day = document.folded.find("cùng ngày", one.sentence.start, one.sentence.end)
        if one.sentence.block.kind is BlockKind.TITLE or one.sentence is first.sentence or not (is_dated(one) or same_day >= 0):
            continue
        if not is_held(one) or any(same_event(document, one, known) or names_alike(document, one, known) for known in told):
            continue
        on, findings = context.on, [*context.findings]
        event = _read(context, one, one.sentence, [one])
        context.on, context.findings = on, findings  # names are read at the day of the article's own event
        if same_day >= 0 and event.date is None and first.date is not None:
            event.date = first.date
            event.evidence.append(Proof("date", same_day, same_day + len("cùng ngày"), Basis.CEREMONY))
        if (announced and not is_recalled(one)) or _near(first, event, _DAYS_BEFORE if is_recalled(one) else _DAYS_APART):
            told.append(one)
            others.append(event)
    return others


def _near(first: Event, event: Event, days_apart: int) -> bool:
    """Say whether an event was held within some days of the article's own."""
    days = [dt.date(one.year, one.month, one.day) for one in (first.date, event.date) if one and one.year and one.month and one.day]
    return len(days) == 2 and abs((days[1] - days[0]).days) <= days_apart  # noqa: PLR2004 - both days


def _unnamed(context: Context, named: list[NamedEvent]) -> Event | None:
    """Return the event that no sentence names as held: one that a headline names, a visit, one that is only referred to."""
    document = context.document
    visit = visit_told(document)
    if visit is not None:
        return _read(context, visit, visit.sentence, [visit])
    referred = referred_to(document)
    if referred is None:
        return None
    titled = next((one for one in named if one.sentence.block.kind is BlockKind.TITLE), None)
    return _read(context, titled or referred, dated_reference(document) or referred.sentence, [titled or referred])


def _read(context: Context, main: NamedEvent, sentence: Sentence, mentions: list[NamedEvent]) -> Event:
    """Read the event that is named in some places, and told of in a sentence."""
    document = context.document
    fullest = max(mentions, key=lambda one: (one.end - one.start, -one.start))
    status = CeremonyStatus.ANNOUNCED if is_announced(document, sentence) else CeremonyStatus.HELD
    event = Event(context.new_id("ceremony", main.start), main.kind, status, fullest, sentence)
    event.evidence += [Proof(None, one.start, one.end) for one in {(one.start, one.end): one for one in mentions}.values()]
    event.evidence.append(Proof("kind", main.start, main.kind_end))
    verb = next(iter(sentence.of("hold", "announce")), None)
    event.evidence.append(Proof("status", verb.start, verb.end) if verb else Proof("status", main.start, main.kind_end))
    _when(context, event, main)
    _where(context, event, main)
    _who(context, event, main, verb)
    dated = dated_reference(document) if event.date is None and status is CeremonyStatus.HELD else None
    if dated is not None and dated is not sentence:
        event.sentence = dated
        _when(context, event, main)
        if event.place is None:
            _where(context, event, main)
        event.sentence = sentence
    if main.nameless:
        return event
    name = ABBREVIATION.sub("", document.text[fullest.start : fullest.end]).strip().rstrip(",")
    event.name = name
    told = {
        (one.start, one.end) for one in mentions if ABBREVIATION.sub("", document.text[one.start : one.end]).casefold() == name.casefold()
    }
    event.evidence += [Proof("name", start, end) for start, end in sorted(told | {(fullest.start, fullest.end)})]
    _what_for(context, event, fullest)
    return event


def _when(context: Context, event: Event, main: NamedEvent) -> None:
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


def _where(context: Context, event: Event, main: NamedEvent) -> None:
    """Read the place behind “tại”: a body, a name in capitals, or what a word such as *nhà*, *thành phố* opens."""
    document = context.document
    if event.kind is CeremonyKind.VISIT and (to := _CAME_TO.match(document.folded, main.start)):
        event.place = document.text[slice(*to.span(1))]
        event.evidence.append(Proof("place", *to.span(1)))
        return
    bodies = {one.start: one for one in reversed(event.sentence.of("org"))}
    for at in _AT.finditer(document.folded, event.sentence.start, event.sentence.end):
        start = at.end()
        if main.start <= at.start() < main.end or _NO_PLACE.match(document.folded, start):
            continue
        body = bodies.get(start)
        end = body.end if body else _PLACE_END.search(document.folded, start, min(start + 2 * _LONGEST_PLACE, event.sentence.end))
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


def _who(context: Context, event: Event, main: NamedEvent, verb: Mention | None) -> None:
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


def _what_for(context: Context, event: Event, fullest: NamedEvent) -> None:
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
