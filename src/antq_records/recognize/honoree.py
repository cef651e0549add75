"""
Honorees and their awards: who receives what the grants of all sentences tell, each once.

“tặng Giấy khen cho 2 tập thể và 3 cá nhân” makes two groups; where “gồm: …” names their members, the members. A body is the same with or
without the body it belongs to, a group the same if kind, size and award are; what else is told twice, :mod:`.joining` finds.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final

from antq_records.lexicon.awards import award_by_id
from antq_records.lexicon.organizations import organization_by_id
from antq_records.model import (
    Award,
    AwardForm,
    Basis,
    CeremonyStatus,
    Commendation,
    CommendationStatus,
    FindingCode,
    Honoree,
    HonoreeKind,
    Organization,
    Quantity,
    Role,
    Standing,
)
from antq_records.recognize.clause import GIVEN, Grant, grants
from antq_records.recognize.context import period_of
from antq_records.recognize.document import Mention, Proof
from antq_records.recognize.entries import MOST_COMPARED, Entries, Entry
from antq_records.recognize.giving import Giving
from antq_records.recognize.joining import join_groups, join_handed
from antq_records.recognize.listing import listed_below, named_recipients, rewarded_rows
from antq_records.recognize.telling import Telling, may_be_givers
from antq_records.recognize.verbs import is_direct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_records.recognize.ceremony import Event
    from antq_records.recognize.context import Context
    from antq_records.recognize.document import Document, Sentence
    from antq_records.recognize.listing import Row
    from antq_records.recognize.person import Cast

__all__ = ["honorees"]

_APART: Final = re.compile(r"(?: \([^()\n]*\))?(?:,| -| của| thuộc| trực thuộc) $")
_EACH: Final = re.compile(r"(?: (?:thuộc|của) [^,;]{2,60})?,? mỗi ")
"""Between those who are named and what each of them gets."""
_ABOVE: Final = re.compile(r" (?:nói trên|kể trên|trên|này|nêu trên)\b(?! (?:cả|toàn|địa))")
"""Behind a group this refers to those who are named before."""
_TOTAL_AND_PARTS: Final = 3
"""A total and at least two parts."""
_OPENS_PARTS: Final = re.compile(r"(?: [^,.;:()\d]{1,60})?(?:,? (?:bao )?gồm(?: có)?:? | \(|: ?|,? trong đó,? (?:có )?)")
_PARTS: Final = re.compile(r"(?:trong (?:đó|số đó)(?:,? có)?(?: các)?[^.;]{0,20}|\bcó): *$")
"""Before a list this names only some of those who are counted."""
_LISTED: Final = re.compile(r"(?: \([^()\n]{0,60}\))?(?:, | và |, và |; )")
"""Between two of one list."""
_REFERS_BACK: Final = 12
"""So many sentences before they may be named."""
_MOST_REFERRED: Final = 5_000
"""So many are meant by all “mỗi …” of an article together: else records would grow as long lists times “mỗi …”."""
_MOST_RUNS: Final = 4
"""So many lists of one length in a sentence are looked at."""
_PLURAL_OWNER: Final = re.compile(r"\d+ (\w+)")
_OF_THE_GIVER: Final = (
    *(AwardForm.CERTIFICATE_OF_MERIT, AwardForm.CERTIFICATE_OF_COMMENDATION, AwardForm.FLAG, AwardForm.HONOUR, AwardForm.REWARD_MONEY),
    *(AwardForm.MEDAL_INSIGNIA, AwardForm.OTHER),
)
"""Forms that every body can give: nothing but the text tells whose they are."""
_DETAILS_WITHIN: Final = 3
"""So many sentences behind a giving may tell it in detail."""
_OPENING: Final = 8
"""So near the beginning of a sentence stand the words that join it to the one before, in code points."""


def honorees(context: Context, event: Event | None, cast: Cast) -> list[Honoree]:
    """Return who is honoured, each once, in the order of the article."""
    return _Reader(context, event, cast).read()


class _Reader:
    """Reads the grants of an article into honorees."""

    def __init__(self, context: Context, event: Event | None, cast: Cast) -> None:
        self.context = context
        self.document = context.document
        self.event = event
        self.cast = cast
        self.giving = Giving(context, event, cast)
        self.entries = Entries(context)
        self._referred = 0
        """How many have been meant by “mỗi …” so far."""
        self.last: list[Mention] = []
        """Who received by the last grant: “mỗi người” are they."""
        self.of_sentence: list[Mention] = []
        """Who received by any grant of the last sentence that gave."""
        self.told_last: tuple[Grant, list[Telling]] | None = None
        """The last grant, with what it told of each of them."""
        self.before: tuple[Grant, Telling] | None = None
        """The last grant that told who confers."""
        self._runs: dict[tuple[int, str], dict[int, list[list[Mention]]]] = {}
        """Those who stand together, by the number of their sentence and their kind."""

    def read(self) -> list[Honoree]:
        told = (sentence for sentence in self.document.having(*GIVEN) if not self._is_ahead(sentence))
        found = [grant for sentence in told for grant in grants(self.document, sentence)]
        found += [_of_row(row) for row in rewarded_rows(self.document)]
        named = {self._award_words(grant) for grant in found if grant.recipients and not grant.assumed}
        for grant in found:
            if not (grant.assumed and self._award_words(grant) in named):  # else the text names who receives it
                self._read_on(grant)
        join_handed(self.entries, [self.giving.read(grant) for grant in found if not grant.recipients and not grant.listed_below])
        entries = join_groups([*self.entries])
        self._award_of_ceremony(entries)
        _confer_like_the_others([given for entry in entries for given in entry.given])
        for entry in entries:
            for given in entry.given:
                self._confer_by_registry(given)
        kept = {entry.id for entry in entries if entry.given}
        return [self._record(entry, kept) for entry in entries if entry.given]

    def _read_on(self, grant: Grant) -> None:
        """Read one grant, in the light of those before it."""
        only_each = bool(grant.recipients) and grant.recipients[0].kind == "each"
        recipients = self._recipients(grant, self.last)
        if not recipients:
            return
        first = self.giving.read(grant)
        again = bool(self.last) and {id(one) for one in recipients} == {id(one) for one in self.last}
        if self.told_last is not None and (only_each or again) and _adds_money(first, self.told_last, None if again else grant):
            for mention, telling in zip(self.last, self.told_last[1], strict=True):
                if mention in recipients:
                    telling.add_amount(first)
            return
        if self.before is not None and _tells_in_detail(self.document, self.before, grant, first):
            first.confer_like(self.before[1])
        if first.conferrers:
            self.before = (grant, first)
        tellings = [first, *(first.again() for _ in recipients[1:])]
        taken = [self._take(grant, recipient, telling) for recipient, telling in zip(recipients, tellings, strict=True)]
        self._take_parts(grant, first, [entry for entry in taken if entry is not None and entry.count])
        if self.told_last is None or self.told_last[0].sentence is not grant.sentence:
            self.of_sentence = []
        self.of_sentence += recipients
        self.last, self.told_last = recipients, (grant, tellings)

    def _told_before(self, grant: Grant) -> list[Mention]:
        """Return those whom the sentence before lists: “Các đơn vị tham gia gồm A, B và C. Mỗi đơn vị được tặng Bằng khen”."""
        number = grant.sentence.number
        before = self.document.sentences[number - 1] if number else None
        if before is None or before.block is not grant.sentence.block or before.has(*GIVEN):
            return []
        consist = next((one for one in before.of("consist")), None)
        if consist is None:
            return []
        listed = [one for one in before.of("org", "person") if one.start >= consist.end and is_direct(self.document, one)]
        return listed if len(listed) > 1 else []

    def _is_ahead(self, sentence: Sentence) -> bool:
        """Say whether a sentence tells of an event that is still to come: nothing was given there yet."""
        return self.event is not None and sentence is self.event.sentence and self.event.status is not CeremonyStatus.HELD

    def _award_words(self, grant: Grant) -> str | None:
        return self.document.folded[grant.award.start : grant.award.end] if grant.award else None

    def _recipients(self, grant: Grant, last: list[Mention]) -> list[Mention]:
        """Return who receives: where the members of a group are named, they and not the group; “mỗi người” are those named last."""
        if grant.listed_below:
            return listed_below(self.document, grant)
        grant.recipients = [one for mention in grant.recipients for one in self._meant(grant, mention, last)]
        each = next((place for place, one in enumerate(grant.recipients) if one.kind == "each"), None)
        if each is not None:
            listed = self._each_of(grant, each, last)
            if listed or each == 0:
                return listed
        groups = self._without_wrong_total(grant, [one for one in grant.recipients if one.kind == "group"])
        named = named_recipients(self.document, grant, groups[-1]) if groups else []
        if not named:
            return grant.recipients
        if _PARTS.search(self.document.folded, groups[-1].end, grant.sentence.end):
            grant.subset = named
            return grant.recipients
        exact = next((one for one in groups if one.value.quantity and one.value.quantity.value == len(named)), None)
        if exact is not None and len(groups) > 1:  # “5 đoàn viên có tên dưới đây cùng 38 đoàn viên khác”
            return [*(one for one in grant.recipients if one is not exact), *named]
        told = sum(one.value.quantity.value for one in groups if one.value.quantity)
        if told and told != len(named):
            pieces = [Proof(None, one.start, one.end) for one in groups]
            self.context.find(FindingCode.COUNT_MISMATCH, f"{told} are counted, {len(named)} are named.", *pieces)
        return [*(one for one in grant.recipients if one.kind != "group"), *named]

    def _without_wrong_total(self, grant: Grant, groups: list[Mention]) -> list[Mention]:
        """Leave out a total that is not the sum of its parts, and say so: “46 tập thể, cá nhân, gồm 15 tập thể và 32 cá nhân”."""
        counts = [one.value.quantity.value for one in groups if one.value.quantity]
        if len(groups) < _TOTAL_AND_PARTS or len(counts) != len(groups) or groups[0].value.kind is not HonoreeKind.MIXED:
            return groups
        if not _OPENS_PARTS.fullmatch(self.document.folded, groups[0].end, groups[1].start) or counts[0] == sum(counts[1:]):
            return groups
        message = f"{counts[0]} are counted, the parts add up to {sum(counts[1:])}."
        self.context.find(FindingCode.TOTAL_MISMATCH, message, Proof(None, groups[0].start, groups[-1].end))
        grant.recipients.remove(groups[0])
        return groups[1:]

    def _each_of(self, grant: Grant, place: int, last: list[Mention]) -> list[Mention]:
        """Return whom “mỗi …” at a place among the recipients means; else it is left out, and those before it receive."""
        each, before = grant.recipients[place], grant.recipients[:place]
        if not before:
            self._referred += len(last)
            if self._referred > _MOST_REFERRED:
                return []
            return self._told_before(grant) or [one for one in last if _kind_of(one) is each.value] or last
        grant.recipients = before
        listed = [one for one in before if one.kind != "group"]
        return listed if _EACH.fullmatch(self.document.folded, before[-1].end, each.start) else []

    def _meant(self, grant: Grant, mention: Mention, last: list[Mention]) -> list[Mention]:
        """Return whom “hai đơn vị trên”, “ba sĩ quan này” refers to; the mention itself where it refers to nobody who is named."""
        if mention.kind != "group" or not _ABOVE.match(self.document.folded, mention.end):
            return [mention]
        kind = {HonoreeKind.INDIVIDUAL: "person", HonoreeKind.COLLECTIVE: "org"}.get(mention.value.kind)
        count = mention.value.quantity.value if mention.value.quantity else None
        for known in (last, self.of_sentence):
            before = [one for one in known if one.kind == kind]
            if before and count in {None, len(before)}:
                return before
        first = max(0, grant.sentence.number - _REFERS_BACK)
        for sentence in reversed(self.document.sentences[first : grant.sentence.number]):
            for named in self._runs_of(sentence, kind).get(count, []) if kind and count else ():
                if _stands_alone(named[0]) or self._are_honoured(named):
                    return named
        return [mention]

    def _runs_of(self, sentence: Sentence, kind: str) -> dict[int, list[list[Mention]]]:
        """Return those of a kind who stand together in a sentence, by their number."""
        runs = self._runs.get((sentence.number, kind))
        if runs is None:
            runs = self._runs[sentence.number, kind] = {}
            for named in _runs(self.document, sentence.of(kind)):
                if named and len(runs.setdefault(len(named), [])) < _MOST_RUNS:
                    runs[len(named)].append(named)
        return runs

    def _are_honoured(self, people: list[Mention]) -> bool:
        """Say whether all of some people are honoured already."""
        known = self.entries.people
        return all(one.kind == "person" and self.document.folded[one.value.name_start : one.value.name_end] in known for one in people)

    # --- one recipient ---

    def _take(self, grant: Grant, recipient: Mention, given: Telling) -> Entry | None:
        if recipient.kind == "group":
            return self._take_group(grant, recipient, given)
        if recipient.kind == "org":
            return self._take_body(grant, recipient, given)
        if given.form is AwardForm.FLAG:  # only bodies are given flags: whoever takes one over does so for the body of the office
            body = next((office.body for office in recipient.value.offices if office.body is not None), None)
            return self._take_body(grant, body, given) if body is not None else None
        return self._take_person(grant, recipient, given)

    def _take_parts(self, grant: Grant, given: Telling, groups: list[Entry]) -> None:
        """Take those who are named of a group, each as a part of the last group of its kind."""
        for mention in grant.subset if groups else ():
            kind = HonoreeKind.INDIVIDUAL if mention.kind == "person" else HonoreeKind.COLLECTIVE
            group = next((one for one in reversed(groups) if one.kind in {kind, HonoreeKind.MIXED}), None)
            entry = self._take(grant, mention, given.again()) if group is not None else None
            if entry is not None and group is not None:
                entry.part_of = group.id

    def _take_group(self, grant: Grant, mention: Mention, given: Telling) -> Entry | None:
        quantity = mention.value.quantity
        start = mention.start
        papers = grant.award.value.papers if grant.award and grant.award.start < mention.start else None
        if quantity is None and papers is not None and len(grant.recipients) == 1:
            # “trao 8 Bằng khen cho các cá nhân”: as many as there are papers
            quantity = Quantity(value=papers.value, qualifier=papers.qualifier, unit=self.document.text[mention.start : mention.end])
            start = min(start, grant.award.start) if grant.award else start
        unit, unit_proof = self.context.organization(grant.unit, "unit") if grant.unit is not None else (None, None)
        if quantity is not None:
            entry = self.entries.counted(mention, quantity, unit, given)
        elif given.form is AwardForm.HONOUR or not (given.at_ceremony or self.document.is_caption(grant.sentence)):
            return None
        else:
            entry = self.entries.uncounted(mention, self.document.folded[mention.start : grant.unit.end if grant.unit else mention.end])
        entry.prove("kind", mention.start, mention.end)
        if quantity is not None:
            entry.prove("count", start, mention.end)
        entry.prove(None, mention.start, mention.end)
        if unit is not None and entry.unit is None and unit_proof is not None:
            entry.unit = unit
            entry.evidence.append(unit_proof)
        entry.give(given)
        return entry

    def _take_body(self, grant: Grant, mention: Mention, given: Telling) -> Entry | None:
        body = mention.value
        if body.several:
            return None
        named, proof = self.context.organization(mention, "name")
        name = named.name
        unit = extra = None
        apart = _APART.search(self.document.folded, mention.start, body.owner.head_start) if body.owner is not None else None
        if apart is not None:
            name = self.document.text[mention.start : apart.start()]
            proof = Proof("name", mention.start, apart.start())
            unit = self.context.organization(Mention("org", body.owner.head_start, mention.end, body.owner), "unit")
        if body.kind in {"unit", "party", "union"} and body.owner is None and named.ref is None:
            owner = self._owner_said_before(grant.sentence, mention)
            if owner is not None:
                name = f"{name} {owner.value.name}"
                extra = Proof("name", owner.start, owner.end)
        entry = self.entries.body(mention, name, named.ref if apart is None else None)
        entry.prove("kind", proof.start, proof.end)
        entry.evidence.append(proof)
        if unit is not None and entry.unit is None:
            entry.unit = unit[0]
            entry.evidence.append(unit[1])
        if extra is not None:
            entry.evidence.append(extra)
        entry.give(given)
        return entry

    def _owner_said_before(self, sentence: Sentence, mention: Mention) -> Mention | None:
        """Return whose part a unit is where its group was counted before it: “3 Ban Đoàn thể Công an TPHCM … Trong đó, Ban Phụ nữ”."""
        head = self.document.folded[mention.start : mention.end].partition(" ")[0]
        owners = self._plural_owners.get(head, [])
        place = bisect_left(owners, self.document.beside(sentence)[0].start, key=lambda body: body.start)
        return owners[place] if place < len(owners) and owners[place].end <= mention.start else None

    @cached_property
    def _plural_owners(self) -> dict[str, list[Mention]]:
        """The bodies before which some of their units are counted, by the word that counts them: “3 Ban Đoàn thể Công an TPHCM”."""
        owners: dict[str, list[Mention]] = {}
        for sentence in self.document.having("org"):
            for body in sentence.of("org"):
                counted = _PLURAL_OWNER.search(self.document.folded, max(sentence.start, body.start - 40), body.start)
                if counted:
                    owners.setdefault(counted[1], []).append(body)
        return owners

    def _take_person(self, grant: Grant, mention: Mention, given: Telling) -> Entry | None:
        if self.cast.is_kin(mention):
            kin = self.cast.somebody(mention)
            if kin is not None:
                self.cast.take_part(kin, Role.OTHER, mention.start, mention.end)
            return None
        person = self.cast.somebody(mention, honoured=grant.verb[1] <= mention.start or not grant.sentence.has("outsider"))
        if person is None:
            return None
        person.kept = True
        written = mention.value
        entry = self.entries.person(mention, person.id, person.name)
        entry.prove("name", written.name_start, written.name_end)
        entry.prove("person", written.name_start, written.name_end)
        own = (office.body for office in written.offices if office.body and office.standing is Standing.CURRENT)
        unit = written.unit or next(own, None) or person.unit
        if unit is not None and entry.unit is None:
            entry.unit, proof = self.context.organization(unit, "unit")
            entry.evidence.append(proof)
        if given.at_ceremony and not given.proposed:
            self.cast.take_part(person, Role.HONOREE, mention.start, mention.end)
        entry.give(given)
        return entry

    def _award_of_ceremony(self, entries: list[Entry]) -> None:
        """Give honours without a form the award that the ceremony's own name hands over."""
        if self.event is None:
            return
        named = self.event.named
        awards = [one for one in named.sentence.of("award") if named.start <= one.start < named.end]
        if len(awards) != 1 or any(named.start <= one.start < awards[0].start for one in named.sentence.of("receive")):
            return  # “Lễ đón nhận …”: who holds it receives the award, not those who are honoured there
        if (
            self.document.folded.find(" và ", named.start, awards[0].start) >= 0
            or self.document.folded.find(" và ", awards[0].end, named.end) >= 0
        ):
            return  # the event is about more than the award
        award = awards[0].value
        span = (award.name_start, award.name_end)
        other = Telling(award.form, self.document.text[slice(*span)], span)
        other.find_ref()
        if award.grade:
            other.grade = self.document.text[slice(*award.grade)]
            other.prove("award.grade", *award.grade)
        other.prove("award.form", awards[0].start, award.name_end)
        other.prove("award.name", *span)
        dates = (one for one in named.sentence.of("date") if one.start >= awards[0].end and one.end <= named.end)
        year = next((one for one in dates if one.value.kind in {"year", "period"}), None)
        if year is not None:
            other.period = period_of(year)
            other.prove("period", year.start, year.end)
        for entry in entries:
            for given in entry.given:
                if given.at_ceremony and given.may_be(other):
                    given.join(other)

    def _confer_by_registry(self, given: Telling) -> None:
        """Add who confers an award that only one body can confer, where the article does not say; named as it is there, if it is."""
        if given.ref is None and given.name:
            given.find_ref()
        award = award_by_id(given.ref) if given.ref else None
        giver = organization_by_id(award.conferred_by) if award and award.conferred_by else None
        if giver is not None and not given.conferrers:
            name = self._named_in_article(giver.id) or giver.name
            given.conferrers.append(Organization(name=name, ref=giver.id))
            names = [piece for piece in given.evidence if piece.field == "award.name"]
            given.evidence += [piece._replace(field="conferrers[0]", basis=Basis.REGISTRY) for piece in names]

    def _named_in_article(self, ref: str) -> str | None:
        """Return how the article first names a registered body; ``None`` where it does not."""
        return self._first_names.get(ref)

    @cached_property
    def _first_names(self) -> dict[str, str]:
        """How the article first names each registered body that may confer."""
        names: dict[str, str] = {}
        for sentence in self.document.having("org"):
            for mention in sentence.of("org"):
                if mention.value.kind in {"registered", "union", "government", "party"}:
                    organization, _ = self.context.organization(mention, "")
                    if organization.ref is not None:
                        names.setdefault(organization.ref, organization.name)
        return names

    # --- the records ---

    def _record(self, entry: Entry, kept: set[str]) -> Honoree:
        return Honoree(
            id=entry.id,
            kind=entry.kind,
            name=entry.name,
            person=entry.person,
            unit=entry.unit,
            count=entry.count,
            part_of=entry.part_of if entry.part_of in kept else None,
            commendations=[self._commendation(given) for given in entry.given],
            evidence=self.document.quoted(entry.evidence),
        )

    def _commendation(self, given: Telling) -> Commendation:
        return Commendation(
            award=Award(form=given.form, name=given.name, grade=given.grade, ref=given.ref),
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


def _kind_of(mention: Mention) -> HonoreeKind:
    if mention.kind == "group":
        kind: HonoreeKind = mention.value.kind
        return kind
    return HonoreeKind.INDIVIDUAL if mention.kind == "person" else HonoreeKind.COLLECTIVE


def _runs(document: Document, mentions: list[Mention]) -> Iterator[list[Mention]]:
    """Yield all mentions of a kind, then those of them that stand in one list."""
    yield [one for one in mentions if _stands_alone(one)]
    run: list[Mention] = []
    for mention in mentions:
        if run and not _LISTED.fullmatch(document.folded, run[-1].end, mention.start):
            yield run
            run = []
        run.append(mention)
    yield run


def _stands_alone(mention: Mention) -> bool:
    """Say whether somebody is named in full, by rank or address, or a body by its own name."""
    value = mention.value
    return (value.introduced and not value.short) if mention.kind == "person" else not (value.several or value.bare)


def _adds_money(telling: Telling, before: tuple[Grant, list[Telling]], grant: Grant | None) -> bool:
    """Say whether “mỗi đơn vị được thưởng 10 triệu đồng” is the sum that goes with what was given just before, no award of its own."""
    if telling.form is not AwardForm.REWARD_MONEY or telling.amount is None or telling.proposed:
        return False
    near = grant is None or grant.sentence.number - before[0].sentence.number <= 1
    return near and all(one.amount is None and not one.proposed and may_be_givers(one.conferrers, telling.conferrers) for one in before[1])


def _of_row(row: Row) -> Grant:
    """Return what one row of a table gives."""
    assert row.award is not None  # noqa: S101 - only such rows are asked for
    span = (row.award.start, row.award.end)
    return Grant(
        sentence=row.sentence,
        start=span[0],
        end=span[1],
        verb=span,
        proposed=False,
        proposal=None,
        handed=False,
        posthumous=False,
        award=row.award,
        money=None,
        recipients=[row.recipient],
        givers=[],
        behalf=None,
        assumed=False,
        rewarded=False,
        asked=[],
    )


def _tells_in_detail(document: Document, before: tuple[Grant, Telling], grant: Grant, telling: Telling) -> bool:
    """Say whether a grant without a giver only tells in detail what the one before gives: “Trong đó, 2 tập thể được tặng …”."""
    earlier, known = before
    if telling.conferrers or telling.proposed != known.proposed:
        return False
    if not 0 < grant.sentence.number - earlier.sentence.number <= _DETAILS_WITHIN:
        return False
    opened = any(
        one.start - document.sentences[number].start <= _OPENING
        for number in range(earlier.sentence.number + 1, grant.sentence.number + 1)
        for one in document.sentences[number].of("detail")
    )
    return opened and (known.form is AwardForm.HONOUR or known.may_be(telling))


def _confer_like_the_others(tellings: list[Telling]) -> None:
    """Give an award without a giver the one who confers every other award of that form in the article, if it is one."""
    for form in _OF_THE_GIVER:
        for proposed in (False, True):
            same = [one for one in tellings if one.form is form and one.proposed is proposed]
            known = [one for one in same if one.conferrers]
            likely = known[:MOST_COMPARED]
            if not known or any(not may_be_givers(known[0].conferrers, one.conferrers) for one in known):
                continue
            for one in same:
                if not one.conferrers and any(one.may_be(other) for other in likely):
                    one.confer_like(known[0])
