"""
People with a part in the event.

A cue gives the part to the people before it (“A, B đồng chủ trì Hội nghị”), or, where it comes first, to those after it (“Dự Hội nghị
có các đồng chí: A …; B …”). The same person in several places is one, with all offices and all evidence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import define, evolve, field

from antq_records.lexicon.organizations import organizations_named
from antq_records.model import BlockKind, Office, Participant, Person, Role
from antq_records.recognize.document import Proof
from antq_records.text.unicode import fold

if TYPE_CHECKING:
    from antq_records.model import Organization
    from antq_records.recognize.context import Context
    from antq_records.recognize.document import Mention, Sentence
    from antq_records.recognize.naming import PersonName
    from antq_records.recognize.office import OfficeName

__all__ = ["Cast", "Somebody"]

_ROLES: Final = {"attend": Role.ATTENDEE, "chair": Role.CHAIR, "speak": Role.SPEAKER, "direct": Role.OTHER}
_LISTED: Final = re.compile(r"(?:[:;,]| và|các đồng chí|đồng chí|có|ông|bà|^|\n|[-–+•*]|\d[.)]) ?$")
"""What stands before a name in a list."""
_LISTS: Final = re.compile(r"[^.;]{0,40}?(?:có|gồm|:)")
"""What stands behind a cue that opens a list of names."""
_ITEM: Final = re.compile(r"\s*(?:(?:\d{1,3}\s?[.)\-/]|[-–+•*])\s*)?")
"""What may stand before a name at the beginning of a line."""
_NEW_LIST: Final = re.compile(r"\b(?:các|cùng|đại diện|lãnh đạo|và các)\b")
"""What ends a list of people who share an office."""
_BEFORE: Final = 16
_MOST_OFFICES: Final = 32
"""Nobody has more: what goes on is no article."""
_SIDE: Final = "về phía"
"""With this the people of one body are named: “Về phía Công an tỉnh có …”."""
_APART: Final = re.compile(
    r"(?:liệt sĩ|anh hùng|nơi thờ|gia đình|mang tên|đường|phố|chủ tịch hồ chí minh|vợ|chồng|con|cháu|đối tượng|bị can|bị cáo|nghi phạm"
    r"|nạn nhân|tưởng nhớ|cố|cho biết:|ảnh|tin|bài|tác giả)[: ,-]*(?:cand |sĩ )?$"
)

_KIN: Final = re.compile(
    r",? (?:- |là )?(?:mẹ|vợ|cha|bố|chồng|con trai|con gái|em trai|em gái|anh trai|chị gái|thân nhân)(?: ruột)? (?:của |liệt sĩ|anh"
    r"|chị|đồng chí|em|ông|bà|[^\W\d_]+ -)"
)
"""Behind the name of somebody who only receives for another."""
_LEVELS: Final = (" tỉnh", " thành phố", " tp", " huyện", " quận", " thị xã", " xã", " phường")
"""With these the name of a body ends whose place only the context tells."""
_DEAD: Final = re.compile(r"(?:liệt sĩ|anh hùng|cố)[: ,-]*(?:cand |sĩ )?$")
_SUSPECT: Final = re.compile(
    r" ?(?:\((?:sn|sinh năm|\d+ tuổi|ngụ|trú|t\.\d)|, (?:sn|sinh năm|\d{2} tuổi|ngụ|trú tại)"
    r"| - (?:mẹ|cha|bố|vợ|chồng|con|em|anh trai|chị gái) )"
)


def _may_be_one(one: Organization | None, other: Organization | None) -> bool:
    """Say whether two bodies of offices of the same title may be one: one is not told, or named more fully."""
    if one is None or other is None or one.name.casefold() == other.name.casefold():
        return True
    if one.ref is not None and one.ref == other.ref:
        return True
    return _same_body(one.name, other.name) or _is_fuller(one, other) or _is_fuller(other, one)


def _is_fuller(one: Organization, other: Organization) -> bool:
    """Say whether a body is another with its place: “UBND tỉnh Bình Phước” is the “UBND tỉnh” of the same person."""
    return one.name.casefold().startswith(f"{other.name.casefold()} ") and other.name.casefold().endswith(_LEVELS)


def _same_body(one: str, other: str) -> bool:
    """Say whether two names may mean the same registered body: “Công an TP. Đà Nẵng”, “Công an thành phố Đà Nẵng”."""
    return not {entry.id for entry in organizations_named(one)}.isdisjoint(entry.id for entry in organizations_named(other))


@define
class Somebody:
    """A person while the article is still being read."""

    id: str
    name: str
    rank: str | None = None
    offices: list[Office] = field(factory=list)
    evidence: list[Proof] = field(factory=list)
    kept: bool = False
    """Whether the person has a part, or speaks under an office."""
    unit: Mention | None = None
    told: set[int] = field(factory=set)
    """Where the name stands in the places that were read."""


class Cast:
    """Everybody whom the article names, and who of them has which part."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.people: dict[str, Somebody] = {}
        self._by_given_name: dict[str, Somebody | None] = {}
        """Who is meant by a given name; ``None`` for nobody in particular, where several have it."""
        self.parts: list[tuple[str, Role, Proof]] = []
        self.with_part: set[str] = set()
        """The ids of those who have one."""
        self._outside: set[str] = set()

    def somebody(self, mention: Mention, *, honoured: bool = False) -> Somebody | None:
        """
        Return the person that a mention names; ``None`` for one who has no part by the words around, or who is nobody yet.

        :param honoured: An award is given to the one at this very place: then age and home are those of no suspect.
        """
        written: PersonName = mention.value
        text = self.context.document.text
        name = " ".join(text[written.name_start : written.name_end].split())
        if written.short:
            return self._by_given_name.get(name)
        key = fold(name)
        if key in self._outside and not honoured:
            return None
        if key not in self.people:
            if self._is_apart(mention, honoured=honoured):
                self._outside.add(key)
                return None
            self.people[key] = Somebody(self.context.new_id("person", written.name_start), name)
            given = name.rpartition(" ")[2]
            self._by_given_name[given] = None if given in self._by_given_name else self.people[key]
        person = self.people[key]
        self._add(person, mention)
        return person

    def is_kin(self, mention: Mention) -> bool:
        """Say whether somebody is named as the mother, wife, … of another: they receive for the dead."""
        return _KIN.match(self.context.document.folded, mention.value.name_end) is not None

    def _is_apart(self, mention: Mention, *, honoured: bool) -> bool:
        folded = self.context.document.folded
        if self.is_kin(mention):
            return honoured
        if not honoured and "liệt sĩ" in folded[mention.start : mention.value.name_start]:
            return True
        before = folded[max(0, mention.start - 40) : mention.start].rpartition("\n")[2]
        if honoured:  # the dead are honoured, too, and then neither age nor home make a suspect
            return _APART.search(before) is not None and _DEAD.search(before) is None
        return _APART.search(before) is not None or _SUSPECT.match(folded, mention.value.name_end) is not None

    def _add(self, person: Somebody, mention: Mention) -> None:
        document = self.context.document
        written: PersonName = mention.value
        span = (written.name_start, written.name_end)
        if written.name_start in person.told:
            return
        person.told.add(written.name_start)
        person.evidence.append(Proof("name", *span))
        if written.rank and person.rank is None:
            person.rank = document.text[slice(*written.rank)]
            person.evidence.append(Proof("rank", *written.rank))
        for office in written.offices:
            self.add_office(person, office)
        if written.unit is not None and person.unit is None:
            person.unit = written.unit

    def add_office(self, person: Somebody, written: OfficeName) -> None:
        """Give a person an office, or another proof of one that is known."""
        if len(person.offices) == _MOST_OFFICES:
            return
        document = self.context.document
        title = document.text[written.start : written.title_end]
        path = f"offices[{len(person.offices)}]"
        organization = proof = None
        if written.body:
            organization, proof = self.context.organization(written.body, f"{path}.organization")
        office = Office(title=title, organization=organization, standing=written.standing)
        for place, known in enumerate(person.offices):
            if known.title.casefold() == title.casefold() and _may_be_one(known.organization, organization):
                self._prove_again(person, place, written, proof)
                return
        person.offices.append(office)
        person.evidence.append(Proof(f"{path}.title", written.start, written.title_end))
        person.evidence.append(Proof(f"{path}.standing", written.standing_start, written.title_end))
        if proof is not None:
            person.evidence.append(proof)

    def _prove_again(self, person: Somebody, place: int, written: OfficeName, proof: Proof | None) -> None:
        """Keep another telling of an office that is known."""
        known = person.offices[place]
        person.evidence.append(Proof(f"offices[{place}].title", written.start, written.title_end))
        if proof is not None:
            person.evidence.append(proof._replace(field=f"offices[{place}].organization"))
        organization, _ = self.context.organization(written.body, "") if written.body else (None, None)
        if organization is not None and (known.organization is None or _is_fuller(organization, known.organization)):
            person.offices[place] = evolve(known, organization=organization)

    def read_parts(self, *, event: bool, visit: tuple[Sentence, int] | None = None) -> None:
        """
        Read who has which part.

        :param event: Whether there is an event to have a part in.
        :param visit: The sentence that tells of a visit, and where it says that somebody came.
        """
        document = self.context.document
        last: _Parts | None = None
        for sentence in document.having("person", *_ROLES):
            parts = _Parts(self, sentence, event=event)
            if last is not None and last.goes_on_in(sentence):
                parts.carried = last.role
            for mention in sentence.mentions:
                parts.read(mention)
            parts.end()
            if visit is not None and visit[0] is sentence:
                parts.visit(visit[1])
            last = parts

    def named_in(self, sentence: Sentence, mention: Mention, *, listed: bool) -> Somebody | None:
        """Return the person of a mention, if the words make sure that it is a person."""
        written: PersonName = mention.value
        if written.introduced or written.offices or written.rank:
            return self.somebody(mention)
        folded = self.context.document.folded
        name = " ".join(folded[written.name_start : written.name_end].split())
        if name in self.people:
            return self.somebody(mention)
        if listed and _LISTED.search(folded, max(sentence.start, mention.start - _BEFORE), mention.start):
            return self.somebody(mention)
        return None

    def give(self, person: Somebody, role: Role, named: Mention, cue: Mention) -> None:
        """Keep a part, proved by the words from the person to the cue."""
        self.take_part(person, role, min(named.start, cue.start), max(named.end, cue.end))

    def take_part(self, person: Somebody, role: Role, start: int, end: int) -> None:
        """Keep a part that the records of honour show: who presents, who is honoured."""
        person.kept = True
        self.with_part.add(person.id)
        self.parts.append((person.id, role, Proof(None, start, end)))

    def participants(self) -> tuple[list[Participant], list[Proof]]:
        """Return all parts, each once, with the evidence for the paths they have in a ceremony."""
        order = {person.id: place for place, person in enumerate(self.people.values())}
        told: dict[tuple[str, Role], dict[Proof, None]] = {}
        for who, role, proof in sorted(self.parts, key=lambda part: order[part[0]]):
            told.setdefault((who, role), {})[proof] = None
        parts = [Participant(person=who, role=role) for who, role in told]
        return parts, [proof._replace(field=f"participants[{place}]") for place, proofs in enumerate(told.values()) for proof in proofs]

    def records(self) -> list[Person]:
        """Return those who have a part, in the order of the article."""
        return [
            Person(id=one.id, name=one.name, rank=one.rank, offices=one.offices, evidence=self.context.document.quoted(one.evidence))
            for one in self.people.values()
            if one.kept
        ]


class _Parts:
    """Goes through the people and the cues of one sentence."""

    def __init__(self, cast: Cast, sentence: Sentence, *, event: bool) -> None:
        self.cast = cast
        self.sentence = sentence
        self.event = event
        self.before: list[tuple[Somebody, Mention]] = []
        """The people since the last cue."""
        self.all: list[tuple[Somebody, Mention]] = []
        """The people of the sentence."""
        self.opened: tuple[Role, Mention] | None = None
        """The cue that those behind it have their part from."""
        self.fresh = False
        """Whether the next person begins anew: a cue stands between."""
        self.side: Mention | None = None
        """The body whose people are named next: “Về phía Công an tỉnh có …”."""
        self.parted_by: str | None = None
        """What parts those in such a list: a semicolon or a comma."""
        self.elected: Somebody | None = None
        """Who is elected to the office that is named next."""
        self.shared: tuple[OfficeName, ...] = ()
        """The offices that everybody in a list holds."""
        self.carried: Role | None = None
        """The part of everybody in a list that a sentence before has opened."""

    @property
    def role(self) -> Role | None:
        """The part of those who may follow in the next sentence."""
        return self.opened[0] if self.opened else self.carried

    def goes_on_in(self, following: Sentence) -> bool:
        """Say whether a list of people that stands open here goes on in another sentence: after a colon or semicolon, or as items."""
        document = self.cast.context.document
        between = document.sentences[self.sentence.number + 1 : following.number]
        person = next(iter(following.of("person")), None)
        if self.role is None or person is None or len(between) > 1:
            return False
        if not _ITEM.fullmatch(document.text, following.start, person.start) or any(
            one.end <= person.start for one in following.of(*_ROLES)
        ):
            return False
        items = self.sentence.block.kind is following.block.kind is BlockKind.ITEM
        return items or document.text[self.sentence.start : self.sentence.end].rstrip().endswith((":", ";"))

    def read(self, mention: Mention) -> None:
        """Read on over one mention."""
        if mention.kind == "person":
            self._person(mention)
        elif mention.kind == "org":
            self._side(mention)
        elif mention.kind == "elect":
            self.elected = self.before[-1][0] if self.before else None
            self._cue(Role.OTHER, mention)
        elif mention.kind == "office" and self.elected is not None:
            self.cast.add_office(self.elected, mention.value)
            self.elected = None
        elif mention.kind in _ROLES:
            self._cue(_ROLES[mention.kind], mention)
        elif mention.kind == "say":
            self._says(mention)
        elif mention.kind in {"give", "reward", "posthumous"}:
            self.fresh = True
            if not self.before:
                self.opened = None

    def _side(self, body: Mention) -> None:
        """Take the body whose people are listed next: “Về phía Công an tỉnh có: …”."""
        if self.opened and self.opened[1].end + 1 == body.start and not self.before:
            folded = self.cast.context.document.folded
            self.side = body if folded.endswith(_SIDE, 0, self.opened[1].end) else None

    def _says(self, cue: Mention) -> None:
        """Keep those who say something under an office; at the event they speak."""
        for person, named in self.before:
            person.kept = person.kept or bool(person.offices)
            if self.event and person.offices and self.sentence.has("there") and self.opened is None:
                self.cast.give(person, Role.SPEAKER, named, cue)
        self.fresh = True

    def _shares(self, mention: Mention) -> bool:
        """Say whether somebody still stands in the list of those who share an office: parted as the first two are."""
        between = self.cast.context.document.folded[self.all[-1][1].end : mention.start]
        parted_by = ";" if ";" in between else ","
        self.parted_by = self.parted_by or parted_by
        return parted_by == self.parted_by and _NEW_LIST.search(between) is None

    def visit(self, came: int) -> None:
        """Give those who come on a visit, and are named before that is said, their part."""
        for person, named in self.all:
            if person.offices and named.end <= came:
                self.cast.take_part(person, Role.ATTENDEE, named.start, named.end)

    def end(self) -> None:
        """Keep whoever acts there without a cue that tells as what: “Tại buổi lễ, ông A, Phó Chủ tịch …, chúc mừng …”."""
        there = next(iter(self.sentence.of("there")), None)
        if there is None or not self.event or self.opened is not None:
            return
        first = next(((person, named) for person, named in self.all if named.start > there.end), None)
        if first is not None and first[0].offices and not self.sentence.has("give", "reward", "receive", "passive"):
            person, named = first
            if person.id not in self.cast.with_part:
                self.cast.give(person, Role.OTHER, named, there)

    def _person(self, mention: Mention) -> None:
        if self.side is not None:
            mention = _of_body(mention, self.side)
        if mention.value.shared:
            self.shared, self.parted_by = mention.value.offices[: mention.value.shared], None
        elif self.shared and self.all and self._shares(mention):
            mention = mention._replace(value=mention.value._replace(offices=(*self.shared, *mention.value.offices)))
        else:
            self.shared = ()
        person = self.cast.named_in(self.sentence, mention, listed=self.opened is not None or self.carried is not None)
        if person is None:
            return
        if self.carried and self.event:
            self.cast.take_part(person, self.carried, mention.start, mention.end)
        if self.fresh:
            self.before, self.fresh = [], False
        if person.offices and self.cast.context.document.folded.endswith("theo ", self.sentence.start, mention.start):
            person.kept = True  # “Theo Đại tá A, Giám đốc …, …” speaks
        self.before.append((person, mention))
        self.all.append((person, mention))
        if self.opened and self.event:
            self.cast.give(person, self.opened[0], mention, self.opened[1])

    def _cue(self, role: Role, mention: Mention) -> None:
        self.side = None
        self.carried = None
        folded = self.cast.context.document.folded
        opens = role is Role.ATTENDEE and (
            folded.endswith(" có", mention.start, mention.end) or folded.startswith((" có ", ":", " có:"), mention.end)
        )
        if not self.before or opens or (self.opened is not None and role is Role.ATTENDEE):
            self.opened, self.before = (role, mention), []
            return
        if self.opened is None:
            for person, named in self.before if self.event else ():
                self.cast.give(person, role, named, mention)
        elif _LISTS.match(self.cast.context.document.folded, mention.end):
            self.opened = (role, mention)
        self.fresh = True


def _of_body(mention: Mention, body: Mention) -> Mention:
    """Return a person whose offices are held in a body where none is named with them."""
    written: PersonName = mention.value
    offices = tuple(one if one.body or one.complete else one._replace(body=body) for one in written.offices)
    return mention._replace(value=written._replace(offices=offices))
