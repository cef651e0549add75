"""
Honorees and their awards: the grants of all sentences, joined where they tell the same.

“Once” is the rule: headline, lead, caption and body often tell one honour in different words; a total and its parts are one; a caption's
“các tập thể” are those that the text counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import define, field

from antq_records.lexicon.awards import award_by_id
from antq_records.lexicon.awards import resolve as resolve_award
from antq_records.lexicon.organizations import organization, organization_by_id
from antq_records.model import (
    Award,
    AwardForm,
    Basis,
    BlockKind,
    CeremonyStatus,
    Commendation,
    CommendationStatus,
    FindingCode,
    Honoree,
    HonoreeKind,
    Organization,
    Presenter,
    Quantity,
    Role,
    Standing,
)
from antq_records.recognize.clause import Grant, grants
from antq_records.recognize.cluster import named_before
from antq_records.recognize.context import period_of

from antq_records.recognize.document import Mention, Proof
from antq_records.recognize.listing import named_recipients
from antq_records.text.unicode import fold

if TYPE_CHECKING:
    from antq_records.model import Period
    from antq_records.recognize.ceremony import Event
    from antq_records.recognize.context import Context
    from antq_records.recognize.document import Sentence
    from antq_records.recognize.person import Cast

__all__ = ["honorees"]

_UNREAL_GROUP: Final = re.compile(r"(?:nhiều|các|những|mỗi|từng|một số) $")
_APART: Final = re.compile(r"(?: \([^()\n]*\))?(?:,| -| của| thuộc| trực thuộc) $")
_HEADS_OF_BODIES: Final = re.compile(r"(?:chủ tịch|giám đốc|bộ trưởng|cục trưởng|thủ tướng|tổng giám đốc|trưởng|hiệu trưởng|tư lệnh)")
_POSTHUMOUS: Final = re.compile(r"truy (?:tặng|phong)")
_TOTAL: Final = re.compile(r"(?:tổng số tiền|tổng trị giá|tổng cộng|tổng số|tổng)(?: \w+)? $")
_PLURAL_OWNER: Final = re.compile(r"\d+ (\w+)")


@define
class _Given:
    """One award to one recipient, still being joined."""

    form: AwardForm
    name: str | None
    name_span: tuple[int, int] | None
    grade: tuple[int, int] | None
    ref: str | None
    proposed: bool
    conferrers: list[Organization] = field(factory=list)
    presenters: list[Presenter] = field(factory=list)
    proposers: list[Organization] = field(factory=list)
    amount: Quantity | None = None
    posthumous: bool = False
    times: int | None = None
    period: Period | None = None
    reason: str | None = None
    at_ceremony: bool = False
    evidence: list[Proof] = field(factory=list)

    def prove(self, piece: Proof) -> None:
        """Take in a proof."""
        self.evidence.append(piece)

    def may_be(self, other: _Given) -> bool:
        """Say whether two tellings can mean the same award."""
        if self.proposed != other.proposed:
            return False
        mine, others = {one.name.casefold() for one in self.conferrers}, {one.name.casefold() for one in other.conferrers}
        refs, other_refs = {one.ref for one in self.conferrers} - {None}, {one.ref for one in other.conferrers} - {None}
        if mine and others and not refs & other_refs and not any(_same_giver(one, other) for one in mine for other in others):
            return False
        if AwardForm.HONOUR in {self.form, other.form}:
            return True
        return self.form is other.form and (self.ref is None or other.ref is None or self.ref == other.ref) and _same_name(self.name, other.name)

    def join(self, other: _Given, basis: Basis = Basis.TEXT) -> None:
        """Take in another telling of the same award: the form that is named wins, the fuller name stands."""
        if self.form is AwardForm.HONOUR and other.form is not AwardForm.HONOUR:
            self.form, self.name, self.name_span, self.grade, self.ref = other.form, other.name, other.name_span, other.grade, other.ref
            self.evidence = [piece for piece in self.evidence if not (piece.field or "").startswith("award")]
        elif other.form is not AwardForm.HONOUR and len(other.name or "") > len(self.name or ""):
            self.name, self.ref = other.name, other.ref or self.ref
        self.grade = self.grade or other.grade
        places: dict[str, str] = {}
        for name in ("conferrers", "presenters", "proposers"):
            mine, others = getattr(self, name), getattr(other, name)
            for place, one in enumerate(others):
                known = next((number for number, two in enumerate(mine) if _same_party(one, two)), None)
                if known is None and (name == "presenters" or not mine or place > 0):
                    known = len(mine)
                    mine.append(one)
                if known is not None:
                    places[f"{name}[{place}]"] = f"{name}[{known}]"
        self.amount = self.amount or other.amount
        self.posthumous |= other.posthumous
        self.times, self.period, self.reason = self.times or other.times, self.period or other.period, self.reason or other.reason
        self.at_ceremony |= other.at_ceremony
        for piece in other.evidence:
            path = piece.field or ""
            of_award = path.startswith("award")
            if of_award and other.form is AwardForm.HONOUR:
                continue
            listed = path.partition("]")[0] + "]" if path.startswith(_LISTS) else ""
            if listed and listed not in places:
                continue
            moved = places[listed] + path[len(listed) :] if listed else piece.field
            self.prove(Proof(moved, piece.start, piece.end, basis if of_award and basis is not Basis.TEXT else piece.basis))


@define
class _Entry:
    """An honoree, still being joined."""

    id: str
    kind: HonoreeKind
    name: str | None = None
    person: str | None = None
    unit: Organization | None = None
    count: Quantity | None = None
    turns: bool = False
    words: str | None = None
    """The folded words of a group of no stated size: said again in the same words, it is the same."""
    given: list[_Given] = field(factory=list)
    evidence: list[Proof] = field(factory=list)

    def prove(self, piece: Proof) -> None:
        """Take in a proof."""
        self.evidence.append(piece)


_LISTS: Final = ("conferrers[", "presenters[", "proposers[")


def _same_party(one: Organization | Presenter, other: Organization | Presenter) -> bool:
    """Say whether two are the same body or person, told with more or fewer words."""
    if isinstance(one, Presenter) and isinstance(other, Presenter):
        return one.person == other.person and (one.person is not None or (one.organization is not None and one.organization == other.organization))
    if isinstance(one, Presenter) or isinstance(other, Presenter):
        return False
    return (one.ref is not None and one.ref == other.ref) or _same_giver(one.name.casefold(), other.name.casefold())


def _same_giver(one: str, other: str) -> bool:
    """Say whether two names mean one giver: the body, or the office that gives for it."""
    return one == other or one.endswith(f" {other}") or other.endswith(f" {one}")


def _same_name(one: str | None, other: str | None) -> bool:
    """Say whether two names of one form can be the same award: one is bare, or both say the same but for abbreviations."""
    if one is None or other is None:
        return True
    first, second = fold(one).split(), fold(other).split()
    return first[: len(second)] == second or second[: len(first)] == first or first[:3] == second[:3]


def _same_body(one: str, other: str) -> bool:
    """Say whether two names of a unit are the same, one perhaps without the body it belongs to."""
    shorter, longer = sorted((fold(one), fold(other)), key=len)
    return longer == shorter or (longer.startswith(f"{shorter} ") and longer[len(shorter) + 1 :].startswith(("công an", "bộ", "cục")))


def honorees(context: Context, event: Event | None, cast: Cast) -> list[Honoree]:
    """Return who is honoured, each once, in the order of the article."""
    return _Reader(context, event, cast).read()


class _Reader:
    """Joins the grants of an article into honorees."""

    def __init__(self, context: Context, event: Event | None, cast: Cast) -> None:
        self.context = context
        self.document = context.document
        self.event = event
        self.cast = cast
        self.entries: list[_Entry] = []

    def read(self) -> list[Honoree]:
        found = [grant for sentence in self.document.sentences for grant in grants(self.document, sentence)]
        last: list[Mention] = []
        named = {self._award_words(grant) for grant in found if grant.recipients and not grant.assumed}
        for grant in found:
            if grant.assumed and self._award_words(grant) in named:
                continue  # the text names who receives it
            recipients = self._recipients(grant, last)
            for recipient in recipients:
                self._take(grant, recipient, self._given(grant))
            last = recipients or last
        self._join_handed([grant for grant in found if not grant.recipients])
        self._join_named()
        self._join_totals()
        self._join_uncounted()
        self._award_of_ceremony()
        self._conferrers_by_registry()
        return [self._record(entry) for entry in self.entries if entry.given]

    def _award_words(self, grant: Grant) -> str | None:
        return self.document.folded[grant.award.start : grant.award.end] if grant.award else None

    def _recipients(self, grant: Grant, last: list[Mention]) -> list[Mention]:
        """Return who receives: where the members of a group are named, they and not the group; for “mỗi người”, those named last."""
        if any(one.kind == "each" for one in grant.recipients):
            return last
        named = named_recipients(self.document, grant)
        if not named:
            return grant.recipients
        groups = [one for one in grant.recipients if one.kind == "group"]
        told = sum(one.value.quantity.value for one in groups if one.value.quantity)
        if told and told != len(named):
            pieces = [Proof(None, one.start, one.end) for one in groups]
            self.context.find(FindingCode.COUNT_MISMATCH, f"{told} are counted, {len(named)} are named.", *pieces)
        return [*(one for one in grant.recipients if one.kind != "group"), *named]

    # --- one grant ---

    def _given(self, grant: Grant) -> _Given:
        document = self.document
        status = Proof("status", min(grant.verb[0], grant.verb[1]), grant.verb[1])
        if grant.award is None and grant.money is not None:
            given = _Given(AwardForm.REWARD_MONEY, None, None, None, None, grant.proposed)
            given.prove(Proof("award.form", min(grant.verb[0], grant.money.start), max(grant.verb[1], grant.money.end)))
        elif grant.award is None:
            given = _Given(AwardForm.HONOUR, None, None, None, None, grant.proposed)
            given.prove(Proof("award.form", *grant.verb))
        else:
            award = grant.award.value
            name = " ".join(document.text[award.name_start : award.name_end].split()) or None
            span = (award.name_start, award.name_end)
            given = _Given(award.form, name, span, award.grade, None, grant.proposed)
            given.prove(Proof("award.form", grant.award.start, max(award.name_end, grant.award.end if name is None else 0)))
            if name is not None:
                given.prove(Proof("award.name", *span))
            if award.grade:
                given.prove(Proof("award.grade", *award.grade))
        given.prove(status)
        given.prove(Proof("status", grant.start, grant.end))
        if grant.proposal:
            given.prove(Proof("status", *grant.proposal))
        given.prove(Proof(None, grant.start, grant.end))
        if grant.money is not None and not _TOTAL.search(document.folded, grant.sentence.start, grant.money.start):
            given.amount = grant.money.value
            given.prove(Proof("amount", grant.money.start, grant.money.end))
        self._givers(grant, given)
        if given.form is not AwardForm.HONOUR and given.name:
            given.ref = resolve_award(given.form, given.name, given.conferrers[0].ref if given.conferrers else None)
        if grant.posthumous:
            given.posthumous = True
            words = _POSTHUMOUS.search(document.folded, grant.sentence.start, grant.sentence.end)
            given.prove(Proof("posthumous", *(words.span() if words else grant.verb)))
        if grant.times:
            given.times = grant.times[0]
            given.prove(Proof("times", *grant.times[1:]))
        self._when(grant, given)
        if grant.reason:
            start, end = grant.reason
            given.reason = document.text[start:end].strip().rstrip(".,")
            given.prove(Proof("reason", start, start + len(document.text[start:end].rstrip().rstrip(".,"))))
        self._where(grant, given)
        return given

    def _givers(self, grant: Grant, given: _Given) -> None:
        owner = grant.award.value.owner if grant.award else None
        if owner is not None:
            self._add_body(given.conferrers, given, owner, "conferrers")
        for asked in grant.asked if owner is None else ():
            self._add_body(given.conferrers, given, asked, "conferrers")
        if grant.behalf is not None and not given.conferrers:
            self._add_body(given.conferrers, given, grant.behalf, "conferrers")
        for giver in grant.givers:
            if grant.proposed:
                self._add_body(given.proposers, given, giver, "proposers")
            elif giver.kind == "person" and (grant.handed or grant.behalf is not None or not self._confers_by_office(given, giver, owner)):
                self._add_presenter(grant, given, giver)
            elif giver.kind == "person":
                continue
            elif grant.behalf is not None or (owner is not None and grant.handed):
                self._add_presenting_body(grant, given, giver)
            elif owner is None:
                self._add_body(given.conferrers, given, giver, "conferrers")

    def _confers_by_office(self, given: _Given, giver: Mention, owner: Mention | None) -> bool:
        """Take the office of somebody who gives, not only hands over, as the one that confers: “Chủ tịch UBND tỉnh … Lê Văn A tặng”."""
        office = next((one for one in giver.value.offices if one.body is not None and one.standing is Standing.CURRENT), None)
        if owner is not None or office is None or office.body is None or not _HEADS_OF_BODIES.match(self.document.folded, office.start):
            return False
        self._add_body(given.conferrers, given, Mention("office", office.start, office.body.end, office), "conferrers")
        person = self.cast.somebody(giver)
        if person is not None:
            person.kept = True
        return True

    def _add_body(self, bodies: list[Organization], given: _Given, giver: Mention, field_: str) -> None:
        """Add a body, a cluster or an office to those who confer or propose, with its words."""
        path = f"{field_}[{len(bodies)}]"
        if giver.kind == "cluster":
            named = giver if giver.value.named else named_before(self.document, giver.start)
            if named is None:
                return
            bodies.append(Organization(name=self.document.text[named.start : named.value.name_end]))
            given.prove(Proof(path, giver.start, giver.value.name_end))
            if named is not giver:
                given.prove(Proof(path, named.start, named.value.name_end))
            return
        body, proof = self._named_body(giver, path)
        if body is None or proof is None or body in bodies:
            return
        if giver.kind == "org" and giver.value.several and field_ != "proposers":
            return
        bodies.append(body)
        given.prove(proof)

    def _named_body(self, giver: Mention, path: str) -> tuple[Organization | None, Proof | None]:
        """Return the body of a mention; an office that confers stands as written, within the body it is held in."""
        if giver.kind == "org":
            return self.context.organization(giver, path)
        if self.document.folded.startswith("phó", giver.start):
            return None, None
        name = self.document.text[giver.start : giver.end]
        entry = organization(name, on=self.context.on)
        if entry is not None:
            return Organization(name=name, ref=entry.id), Proof(path, giver.start, giver.end)
        body = giver.value.body
        if body is None:
            return None, None
        above, proof = self.context.organization(body, path)
        return Organization(name=name, within=above.ref or above.within), Proof(path, giver.start, giver.end, proof.basis)

    def _add_presenter(self, grant: Grant, given: _Given, mention: Mention) -> None:
        person = self.cast.somebody(mention)
        if person is None or (grant.award is None and grant.money is None and not grant.handed):
            return
        behalf = None
        path = f"presenters[{len(given.presenters)}]"
        if grant.behalf is not None:
            behalf, proof = self._named_body(grant.behalf, f"{path}.on_behalf_of")
            if proof is not None:
                given.prove(proof)
        presenter = Presenter(person=person.id, on_behalf_of=behalf)
        if presenter not in given.presenters:
            given.presenters.append(presenter)
            given.prove(Proof(path, mention.start, mention.end))
        self.cast.take_part(person, Role.PRESENTER, mention.start, mention.end)

    def _add_presenting_body(self, grant: Grant, given: _Given, mention: Mention) -> None:
        path = f"presenters[{len(given.presenters)}]"
        body, proof = self._named_body(mention, f"{path}.organization")
        if body is None or proof is None or body in given.conferrers:
            return
        behalf = None
        if grant.behalf is not None:
            behalf, behalf_proof = self._named_body(grant.behalf, f"{path}.on_behalf_of")
            if behalf_proof is not None:
                given.prove(behalf_proof)
        given.presenters.append(Presenter(organization=body, on_behalf_of=behalf))
        given.prove(proof)

    def _when(self, grant: Grant, given: _Given) -> None:
        if grant.period is not None:
            given.period = period_of(grant.period)
            if given.period is not None:
                given.prove(Proof("period", grant.period.start, grant.period.end))
        elif grant.later_period and self.event is not None and self.event.fields.get("period"):
            given.period = self.event.fields["period"]  # type: ignore[assignment]
            proof = next(piece for piece in self.event.evidence if piece.field == "period")
            given.prove(Proof("period", proof.start, proof.end, Basis.CEREMONY))

    def _where(self, grant: Grant, given: _Given) -> None:
        """Place the giving at the ceremony where the words do: “tại hội nghị”, “dịp này”, a caption that shows the handing over."""
        if self.event is None or self.event.status is not CeremonyStatus.HELD:
            return
        sentence = grant.sentence
        if sentence is self.event.sentence:
            given.at_ceremony = True
            given.prove(Proof("ceremony", self.event.named.start, self.event.named.end) if self.event.named.sentence is sentence else Proof("ceremony", *grant.verb))
            return
        shown = self.document.is_caption(sentence) and (grant.handed or sentence.block.kind is BlockKind.CAPTION)
        present = {who for who, _, _ in self.cast.parts}
        if shown or (grant.handed and any(one.person in present for one in given.presenters)):
            given.at_ceremony = True
            given.prove(Proof("ceremony", grant.start, grant.end))
        for near in self.document.beside(sentence):
            if near.start <= sentence.start:
                for mention in near.of("there"):
                    given.at_ceremony = True
                    given.prove(Proof("ceremony", mention.start, mention.end))

    # --- one recipient ---

    def _take(self, grant: Grant, recipient: Mention, given: _Given) -> None:
        if recipient.kind == "group":
            self._take_group(grant, recipient, given)
        elif recipient.kind == "org":
            self._take_body(grant, recipient, given)
        else:
            self._take_person(grant, recipient, given)

    def _take_group(self, grant: Grant, mention: Mention, given: _Given) -> None:
        kind, quantity = mention.value.kind, mention.value.quantity
        papers = grant.award.value.papers if grant.award else None
        if quantity is None and papers is not None and kind is not HonoreeKind.MIXED and len(grant.recipients) == 1:
            quantity = Quantity(value=papers.value, qualifier=papers.qualifier, unit=self.document.text[mention.start : mention.end])
        if quantity is None and (given.form is AwardForm.HONOUR or not (self.document.is_caption(grant.sentence) or given.at_ceremony)):
            return
        unit = unit_proof = None
        if grant.unit is not None:
            unit, unit_proof = self.context.organization(grant.unit, "unit")
        entry = next(
            (
                one
                for one in self.entries
                if quantity is not None
                and one.count is not None
                and (one.kind, one.count.value) == (kind, quantity.value)
                and (one.unit is None or unit is None or one.unit.name.casefold() == unit.name.casefold())
                and any(known.may_be(given) for known in one.given)
            ),
            None,
        )
        if quantity is None:
            words = self.document.folded[mention.start : grant.unit.end if grant.unit else mention.end]
            entry = next((one for one in self.entries if one.words == words), None)
        if entry is None:
            entry = _Entry(self.context.new_id("honoree", mention.start), kind, count=quantity, turns=mention.value.turns)
            if quantity is None:
                entry.words = words
            self.entries.append(entry)
        entry.prove(Proof("kind", mention.start, mention.end))
        if quantity is not None:
            start = grant.award.start if quantity is not mention.value.quantity and grant.award else mention.start
            entry.prove(Proof("count", min(start, mention.start), mention.end))
        entry.prove(Proof(None, mention.start, mention.end))
        if unit is not None and entry.unit is None and unit_proof is not None:
            entry.unit = unit
            entry.prove(unit_proof)
        self._give(entry, given)

    def _take_body(self, grant: Grant, mention: Mention, given: _Given) -> None:
        body = mention.value
        if body.several:
            return
        named, proof = self.context.organization(mention, "name")
        name = named.name
        unit = extra = None
        if body.owner is not None and _APART.search(self.document.folded, mention.start, body.owner.head_start):
            apart = _APART.search(self.document.folded, mention.start, body.owner.head_start)
            assert apart is not None  # noqa: S101 - it was just found
            name = self.document.text[mention.start : apart.start()]
            proof = Proof("name", mention.start, apart.start())
            unit = self.context.organization(Mention("org", body.owner.head_start, mention.end, body.owner), "unit")
        if body.kind in {"unit", "party", "union"} and body.owner is None and named.ref is None:
            owner = self._owner_said_before(grant.sentence, mention)
            if owner is not None:
                name = f"{name} {owner.value.name}"
                extra = Proof("name", owner.start, owner.end)
        entry = next((one for one in self.entries if one.name and one.person is None and _same_body(one.name, name)), None)
        if entry is not None and entry.name and len(name) > len(entry.name):
            entry.name = name
        if entry is None:
            entry = _Entry(self.context.new_id("honoree", mention.start), HonoreeKind.COLLECTIVE, name=name)
            self.entries.append(entry)
        entry.prove(Proof("kind", proof.start, proof.end))
        entry.prove(proof)
        if unit is not None and entry.unit is None:
            entry.unit = unit[0]
            entry.prove(unit[1])
        if extra is not None:
            entry.prove(extra)
        self._give(entry, given)

    def _owner_said_before(self, sentence: Sentence, mention: Mention) -> Mention | None:
        """Return whose part a unit is where its group was counted before it: “3 Ban Đoàn thể Công an TPHCM … Trong đó, Ban Phụ nữ”."""
        head = self.document.folded[mention.start : mention.end].split()[0]
        for near in self.document.beside(sentence):
            if near.start > sentence.start:
                continue
            for body in near.of("org"):
                before = self.document.folded[max(near.start, body.start - 40) : body.start]
                counted = _PLURAL_OWNER.search(before)
                if counted and counted[1] == head and body.end <= mention.start:
                    return body
        return None

    def _take_person(self, grant: Grant, mention: Mention, given: _Given) -> None:
        person = self.cast.somebody(mention)
        if person is None:
            return
        person.kept = True
        entry = next((one for one in self.entries if one.person == person.id), None)
        if entry is None:
            entry = _Entry(self.context.new_id("honoree", mention.value.name_start), HonoreeKind.INDIVIDUAL, name=person.name, person=person.id)
            self.entries.append(entry)
            entry.prove(Proof("kind", mention.start, mention.end))
        entry.prove(Proof("name", mention.value.name_start, mention.value.name_end))
        entry.prove(Proof("person", mention.value.name_start, mention.value.name_end))
        unit = mention.value.unit or next((office.body for office in mention.value.offices if office.body and office.standing is Standing.CURRENT), None) or person.unit
        if unit is not None and entry.unit is None:
            entry.unit, proof = self.context.organization(unit, "unit")
            entry.prove(proof)
        if given.at_ceremony and not given.proposed:
            self.cast.take_part(person, Role.HONOREE, mention.start, mention.end)
        self._give(entry, given)

    def _give(self, entry: _Entry, given: _Given) -> None:
        known = next((one for one in entry.given if one.may_be(given)), None)
        if known is None:
            entry.given.append(given)
        else:
            known.join(given)

    # --- what is told twice ---

    def _join_handed(self, handed: list[Grant]) -> None:
        """Give those who only “trao Huân chương …” as presenters to the awards of that very name."""
        for grant in handed:
            telling = self._given(grant)
            for entry in self.entries:
                for known in entry.given:
                    if telling.presenters and known.form is telling.form and known.name and telling.name and fold(known.name) == fold(telling.name) and known.may_be(telling):
                        known.join(telling)

    def _join_named(self) -> None:
        """Drop a group of which every member is named elsewhere with the same honour: its size was only a check."""
        for group in [one for one in self.entries if one.count is not None and one.kind is not HonoreeKind.MIXED]:
            named = [
                (entry, known)
                for entry in self.entries
                if entry.name and entry.kind is group.kind
                for known in entry.given
                if any(known.may_be(given) for given in group.given)
            ]
            if group.count and len({entry.id for entry, _ in named}) == group.count.value:
                for _, known in named:
                    for given in group.given:
                        if known.may_be(given):
                            known.join(given)
                self.entries.remove(group)

    def _join_totals(self) -> None:
        """Join “145 tập thể, cá nhân” with the 59 and the 86 whose sum it is: they take its award."""
        for total in [one for one in self.entries if one.kind is HonoreeKind.MIXED and one.count]:
            for parts in self._pairs():
                if total.count and sum(part.count.value for part in parts if part.count) == total.count.value:
                    self._share(total, parts)
                    break

    def _pairs(self) -> list[tuple[_Entry, _Entry]]:
        collectives = [one for one in self.entries if one.kind is HonoreeKind.COLLECTIVE and one.count]
        individuals = [one for one in self.entries if one.kind is HonoreeKind.INDIVIDUAL and one.count]
        return [(left, right) for left in collectives for right in individuals]

    def _share(self, total: _Entry, parts: tuple[_Entry, _Entry]) -> None:
        for given in total.given:
            if all(any(known.may_be(given) for known in part.given) for part in parts):
                for part in parts:
                    next(known for known in part.given if known.may_be(given)).join(given, Basis.SUM)
        self.entries.remove(total)

    def _join_uncounted(self) -> None:
        """Join “các tập thể, cá nhân” of a caption with the groups that the text counts, and their presenters with theirs."""
        for loose in [one for one in self.entries if one.count is None and one.name is None and one.unit is None]:
            for given in list(loose.given):
                known = [
                    (entry, one)
                    for entry in self.entries
                    if entry is not loose and (entry.count or entry.name) and (loose.kind in {HonoreeKind.MIXED, entry.kind})
                    for one in entry.given
                    if one.may_be(given)
                ]
                exact = [pair for pair in known if pair[1].form is given.form] or known
                if exact:
                    for _, one in exact:
                        one.join(given)
                    loose.given.remove(given)
            if not loose.given:
                self.entries.remove(loose)

    def _award_of_ceremony(self) -> None:
        """Give honours without a form the award that the ceremony's own name hands over."""
        if self.event is None:
            return
        named = self.event.named
        awards = [one for one in named.sentence.of("award") if named.start <= one.start < named.end]
        if len(awards) != 1:
            return
        award = awards[0].value
        name = self.document.text[award.name_start : award.name_end]
        proofs = [Proof("award.form", awards[0].start, award.name_end), Proof("award.name", award.name_start, award.name_end)]
        other = _Given(award.form, name, (award.name_start, award.name_end), award.grade, resolve_award(award.form, name, None), proposed=False, evidence=proofs)
        year = next((one for one in named.sentence.of("date") if one.start >= awards[0].end and one.end <= named.end and one.value.kind in {"year", "period"}), None)
        if year is not None:
            other.period = period_of(year)
            other.evidence.append(Proof("period", year.start, year.end))
        for entry in self.entries:
            for given in entry.given:
                if given.at_ceremony and given.may_be(other):
                    given.join(other)

    def _conferrers_by_registry(self) -> None:
        for entry in self.entries:
            for given in entry.given:
                if given.ref is None and given.name:
                    given.ref = resolve_award(given.form, given.name, given.conferrers[0].ref if given.conferrers else None)
                award = award_by_id(given.ref) if given.ref else None
                giver = organization_by_id(award.conferred_by) if award and award.conferred_by else None
                if giver is not None and not given.conferrers:
                    given.conferrers.append(Organization(name=giver.name, ref=giver.id))
                    for proof in [piece for piece in given.evidence if piece.field == "award.name"]:
                        given.prove(proof._replace(field="conferrers[0]", basis=Basis.REGISTRY))

    # --- the records ---

    def _record(self, entry: _Entry) -> Honoree:
        return Honoree(
            id=entry.id,
            kind=entry.kind,
            name=entry.name,
            person=entry.person,
            unit=entry.unit,
            count=entry.count,
            commendations=[self._commendation(given) for given in entry.given],
            evidence=self.document.quoted(entry.evidence),
        )

    def _commendation(self, given: _Given) -> Commendation:
        text = self.document.text
        return Commendation(
            award=Award(form=given.form, name=given.name, grade=text[slice(*given.grade)] if given.grade else None, ref=given.ref),
            status=CommendationStatus.PROPOSED if given.proposed else CommendationStatus.CONFERRED,
            conferrers=given.conferrers,
            presenters=given.presenters,
            proposers=given.proposers,
            amount=given.amount,
            posthumous=given.posthumous,
            times=given.times,
            period=given.period,
            reason=given.reason,
            ceremony=self.event.id if given.at_ceremony and self.event else None,
            evidence=self.document.quoted(given.evidence),
        )
