"""
How an article was read, sentence by sentence, for whoever mends the rules.

Nothing is traced while an article is read, so reading pays nothing for this: the mentions, verbs and grants of a sentence are found once
more, and laid beside the records whose evidence lies in it. What a clause took over from another is told by comparing both.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import field, frozen

from antq_records.model import Basis, CeremonyStatus, Organization, Participant, Presenter
from antq_records.model.convert import as_tuple
from antq_records.recognize import recognize
from antq_records.recognize.clause import GIVEN, grants
from antq_records.recognize.document import Document
from antq_records.recognize.listing import listed_below, named_recipients, rewarded_rows
from antq_records.recognize.mentions import mentions
from antq_records.recognize.rules import CLAUSE_RULES, ClauseRule, FieldRule, field_rule
from antq_records.recognize.unreal import is_unreal
from antq_records.recognize.verbs import VERBS, verb_groups
from antq_records.text.unicode import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from antq_records.model import Article
    from antq_records.recognize.clause import Grant
    from antq_records.recognize.document import Mention, Sentence
    from antq_records.recognize.listing import Row
    from antq_records.recognize.verbs import VerbGroup

__all__ = ["Explanation", "ReadField", "ToldGrant", "ToldSentence", "ToldVerb", "Words", "explain"]

_TELLING: Final = VERBS | {"award", "person", "office", "cluster", "head", "deputy", "event", "hold", "announce"}
"""Mentions of honouring, people, clusters and events."""
_UNREAL: Final = {
    "career": "it tells of earlier years",
    "revoke": "it is taken back",
    "planned": "it is still to come",
    "unreal": "it is only wished for, or said in general",
}
"""Cues that make a verb tell of no award, the strongest first."""
_IS: Final = "là "
_NO_VERB: Final = "it is taken for a part of a noun, as in “hình thức khen thưởng”"
_PREPOSITION: Final = "it is taken for a preposition, as in “trao Bằng khen tặng 2 tập thể”"


class Words(NamedTuple):
    """A mention as it stands in the text."""

    kind: str
    """What it was read as: ``org``, ``award``, ``give``, …"""
    start: int
    """First code point, counted in ``Article.text``."""
    end: int
    """One past the last."""
    text: str


@frozen(kw_only=True)
class ToldGrant:
    """One award to one or several recipients, as a clause tells it, and what became of it."""

    rules: tuple[ClauseRule, ...]
    """How the words stand, then what the clause took over from others."""

    award: Words | None
    """``None`` for an honour without a form, and for money alone."""

    recipients: tuple[Words, ...]
    """Who receives; where members are listed behind a group, these."""

    givers: tuple[Words, ...] = ()
    """Who gives, or hands over; who proposes what is only proposed."""

    asked: tuple[Words, ...] = ()
    """Who would give what is proposed."""

    proposed: bool = False

    became: tuple[str, ...] = field(converter=as_tuple)
    """The honours that were made of it: ``59 tập thể: Bằng khen``."""

    left: str | None
    """Why no honour was made of it; ``None`` where one was."""


@frozen(kw_only=True)
class ToldVerb:
    """Verbs of honouring that stand together, with who stands around them before anything is taken over."""

    start: int
    words: str
    means: tuple[str, ...] = field(converter=as_tuple)
    """What they mean, by the kinds of their mentions: ``give``, ``reward``, ``honour``, ``receive``, ``propose``, ``posthumous``."""

    passive: bool = False
    before: tuple[Words, ...] = ()
    between: tuple[Words, ...] = ()
    """Who gives, between “được” and the verb."""

    asked: tuple[Words, ...] = ()
    """Who would give: “đề nghị Bộ Công an tặng …”."""

    behind: tuple[Words, ...] = ()
    """Everything behind it that the next verb does not take."""

    grants: tuple[ToldGrant, ...] = field(default=(), converter=as_tuple)

    dropped: str | None
    """Why no grant was made of it; ``None`` where one was."""


@frozen(kw_only=True)
class ReadField:
    """A field of a record with the words of the sentence that prove it."""

    record: str
    """Type of the record: ``ceremony``, ``honoree``, ``award``, ``cluster``, ``union``, ``person``, ``figure`` or ``finding``."""

    id: str
    """Id of the record; for an award that of its honoree, for a finding its code."""

    label: str
    """The record in a few words."""

    path: str | None = None
    """Path of the field; ``None`` = that the record exists."""

    value: str
    """The value in words."""

    quote: str | None = None
    """The words that prove it; ``None`` for a finding that something is missing."""

    basis: Basis = Basis.TEXT
    rule: FieldRule


@frozen(kw_only=True)
class ToldSentence:
    """A sentence with everything that was read from it."""

    number: int
    """Its place among the sentences of the article, from 0."""

    start: int
    end: int

    block: str
    """Kind of its block, such as ``paragraph`` or ``caption``."""

    selector: str | None
    """Where its block stands in the page."""

    words: str
    mentions: tuple[Words, ...]
    verbs: tuple[ToldVerb, ...] = field(converter=as_tuple)

    rows: tuple[ToldGrant, ...] = field(converter=as_tuple)
    """What a table gives whose column of awards the sentence is in: that needs no verb."""

    fields: tuple[ReadField, ...] = field(converter=as_tuple)
    """Grouped by record, in the order of :class:`~antq_records.model.Records`."""

    @property
    def telling(self) -> bool:
        """Whether it mentions honouring, people, a cluster or an event, or proves something."""
        return bool(self.fields) or any(one.kind in _TELLING for one in self.mentions)

    def contains(self, words: str) -> bool:
        """Say whether it contains some words, in any spelling of capitals, tones, quotation marks and spaces."""
        return " ".join(fold(words).split()) in " ".join(fold(self.words).split())


@frozen(kw_only=True)
class Explanation:
    """How an article was read."""

    article: Article
    sentences: tuple[ToldSentence, ...] = field(converter=as_tuple)
    """All of them, in order."""

    elsewhere: tuple[ReadField, ...] = field(converter=as_tuple)
    """Records without words: findings that something is missing."""


def explain(article: Article, portal_line: str | None = None) -> Explanation:
    """
    Return how the rules read an article, sentence by sentence.

    Reads it twice, so it takes about twice as long as :func:`~antq_records.recognize.recognize`.

    :param portal_line: As for :func:`~antq_records.recognize.recognize`.
    """
    return _Explainer(article, recognize(article, portal_line)).read()


class _Proved(NamedTuple):
    """A field that was read, with the place of its proof."""

    start: int
    end: int
    field: ReadField


class _Explainer:
    """Lays what the rules make of each sentence beside the records."""

    def __init__(self, article: Article, found: dict[str, Any]) -> None:
        self.document = Document(article, mentions(article, fold(article.text)))
        self.named = {one.id for one in found["honorees"] if one.name}
        self.proved: dict[int, list[_Proved]] = {}
        """The fields by the number of the sentence that proves them."""
        self.elsewhere: list[ReadField] = []
        self._read_fields(found)
        self.rows: dict[int, list[Row]] = {}
        for row in rewarded_rows(self.document):
            self.rows.setdefault(row.sentence.number, []).append(row)

    def read(self) -> Explanation:
        """Return the explanation of all sentences."""
        sentences = [self._sentence(sentence) for sentence in self.document.sentences]
        return Explanation(article=self.document.article, sentences=sentences, elsewhere=self.elsewhere)

    def _sentence(self, sentence: Sentence) -> ToldSentence:
        return ToldSentence(
            number=sentence.number,
            start=sentence.start,
            end=sentence.end,
            block=sentence.block.kind.value,
            selector=sentence.block.selector,
            words=self._text(sentence),
            mentions=self._words(sentence.mentions),
            verbs=sorted([*self._verbs(sentence), *self._no_verbs(sentence)], key=lambda verb: verb.start),
            rows=[self._row(row) for row in self.rows.get(sentence.number, ())],
            fields=(one.field for one in self.proved.get(sentence.number, ())),
        )

    def _text(self, words: Mention | Sentence | VerbGroup) -> str:
        return self.document.text[words.start : words.end]

    def _words(self, found: Iterable[Mention]) -> tuple[Words, ...]:
        return tuple(Words(one.kind, one.start, one.end, self._text(one)) for one in found)

    # --- clauses ---

    def _verbs(self, sentence: Sentence) -> Iterator[ToldVerb]:
        """Yield the verbs of a sentence with the grants that were made of them."""
        groups = verb_groups(self.document, sentence)
        made = grants(self.document, sentence) if groups else []
        for place, group in enumerate(groups):
            own = [grant for grant in made if grant.verb[0] == group.start]
            told = [self._grant(grant, self._rules(groups[: place + 1], own[: number + 1])) for number, grant in enumerate(own)]
            yield ToldVerb(
                start=group.start,
                words=self._text(group),
                means=sorted(group.means),
                passive=group.passive is not None,
                before=self._words(group.subject),
                between=self._words(group.agents),
                asked=self._words(group.asked),
                behind=self._words(group.objects),
                grants=told,
                dropped=None if told else self._why_dropped(sentence, groups[: place + 1], made),
            )

    def _no_verbs(self, sentence: Sentence) -> Iterator[ToldVerb]:
        """Yield the words of honouring that are in no group of verbs."""
        groups = verb_groups(self.document, sentence) if sentence.has(*VERBS) else []
        for verb in sentence.of(*VERBS):
            if any(group.start <= verb.start < group.end for group in groups):
                continue
            giving = [group for group in groups if group.end <= verb.start and "give" in group.means]
            award = any(giving[-1].end <= one.start < verb.start for one in sentence.of("award")) if giving else False
            dropped = _PREPOSITION if award and verb.kind in {"give", "posthumous"} else _NO_VERB
            yield ToldVerb(start=verb.start, words=self._text(verb), means=[verb.kind], dropped=dropped)

    def _why_dropped(self, sentence: Sentence, groups: list[VerbGroup], made: list[Grant]) -> str:
        """Say why no grant was made of the last of some verbs."""
        group, previous = groups[-1], groups[-2] if len(groups) > 1 else None
        if not sentence.has(*GIVEN):
            return "the sentence names no award, no money and no honour"
        if is_unreal(self.document, sentence, group, previous):
            cues = [one for one in sentence.of(*_UNREAL) if one.start < group.start]
            strongest = min(cues, key=lambda one: (list(_UNREAL).index(one.kind), -one.start), default=None)
            return f"{_UNREAL[strongest.kind]}: “{self._text(strongest)}”" if strongest else "it is unreal"
        behind = {one.start for one in group.objects}
        later = (one for one in made if one.verb[0] > group.start)
        taking = next((one for one in later if any(part and part.start in behind for part in (one.award, *one.recipients))), None)
        if taking is not None:
            return f"“{self.document.text[slice(*taking.verb)]}” takes over what stands behind it"
        return "no award or honour stands with somebody who receives it"

    def _grant(self, grant: Grant, rules: tuple[ClauseRule, ...]) -> ToldGrant:
        listed = self._listed(grant)
        recipients = [*(one for one in grant.recipients if one.kind != "group"), *listed] if listed else grant.recipients
        became = [label for _, label in self._became(grant.sentence, (grant.start, grant.end), grant.award)]
        return ToldGrant(
            rules=rules,
            award=next(iter(self._words([one for one in (grant.award, grant.money) if one is not None])), None),
            recipients=self._words(recipients),
            givers=self._words(grant.givers),
            asked=self._words(grant.asked),
            proposed=grant.proposed,
            became=became,
            left=None if became else self._why_left(grant, recipients),
        )

    def _row(self, row: Row) -> ToldGrant:
        """Return what a row of a table gives, which needs no verb."""
        award = row.award or row.recipient
        became = [label for _, label in self._became(row.sentence, (award.start, award.end), award)]
        return ToldGrant(
            rules=(CLAUSE_RULES["table row"],),
            award=next(iter(self._words([award]))),
            recipients=self._words([row.recipient]),
            became=became,
            left=None if became else "it is told elsewhere",
        )

    def _listed(self, grant: Grant) -> list[Mention]:
        """Return who is named behind the last group of a grant, or in the lines below it."""
        if grant.listed_below:
            return listed_below(self.document, grant)
        groups = [one for one in grant.recipients if one.kind == "group"]
        return named_recipients(self.document, grant, groups[-1]) if groups else []

    def _became(self, sentence: Sentence, span: tuple[int, int], award: Mention | None) -> Iterator[tuple[str, str]]:
        """Yield id and label of each award that the words of a grant prove as a whole, and its own award in part."""
        awards = (one for one in self.proved.get(sentence.number, ()) if one.field.record == "award")
        for told, each in groupby(awards, key=lambda one: (one.field.id, one.field.label)):
            proofs = [*each]
            whole = any(one.field.path is None and (one.start, one.end) == span for one in proofs)
            parts = (one for one in proofs if (one.field.path or "").startswith("award"))
            if whole and (award is None or any(one.start < award.end and award.start < one.end for one in parts)):
                yield told

    def _why_left(self, grant: Grant, recipients: list[Mention]) -> str:
        """Say why no honour was made of a grant."""
        told = (one.field for one in self.proved.get(grant.sentence.number, ()))
        statuses = [one.value for one in told if (one.record, one.path) == ("ceremony", "status")]
        reasons = (
            (CeremonyStatus.ANNOUNCED.value in statuses, "the event is still to come"),
            (grant.assumed, "the article names who receives it"),
            (not recipients, "nobody receives it, and no award of that name is told elsewhere"),
            (_all(recipients, "group"), "a group without a number counts only at the ceremony, or it is told elsewhere"),
            (_all(recipients, "each"), "nobody is named whom “mỗi …” could mean, or it is told elsewhere"),
            (_all(recipients, "person"), "this person has no part by the words around, or it is told elsewhere"),
        )
        return next((why for is_so, why in reasons if is_so), "the body is one of several, or it is told elsewhere")

    def _rules(self, groups: list[VerbGroup], own: list[Grant]) -> tuple[ClauseRule, ...]:
        """Return the rules behind the last of the grants that were made of the last of some verbs."""
        group, grant = groups[-1], own[-1]
        shape = self._shape(groups, grant)
        award = grant.award
        counted = [one for one in grant.recipients if one.kind == "group"]
        giving = {one.start for one in (*group.subject, *group.agents)}
        active = shape in {"active", "proposal", "ceremony's name"}
        still = grant.proposed and "propose" not in group.means
        listed, each = bool(self._listed(grant)), any(one.kind == "each" for one in grant.recipients)
        became = {id_ for id_, _ in self._became(grant.sentence, (grant.start, grant.end), award)}
        so = {
            "next pair": any(one.recipients != grant.recipients and one.recipients for one in own[:-1]),
            "carried giver": active and not still and bool(grant.givers) and giving.isdisjoint(one.start for one in grant.givers),
            "carried award": active and award is not None and award.start < group.start,
            "carried recipients": active and any(one.start < group.start for one in grant.recipients),
            "still proposed": still,
            "award of another": grant.handed and award is not None and award.value.owner is not None and bool(grant.givers),
            "on behalf": grant.behalf is not None,
            "list behind a group": listed and not grant.listed_below,
            "list below": grant.listed_below,
            "part of a group": bool(grant.subset),
            "each": each,
            "group of those named": len(counted) == len(grant.recipients) > 0 and not listed and bool(became) and became <= self.named,
            "as many as papers": award is not None and award.value.papers is not None and any(not one.value.quantity for one in counted),
            "holder receives": grant.assumed,
            "money alone": award is None and (grant.money is not None or grant.rewarded),
            "honour without a form": award is None and grant.money is None and not grant.rewarded,
        }
        return (CLAUSE_RULES[shape], *(CLAUSE_RULES[name] for name, is_so in so.items() if is_so))

    def _shape(self, groups: list[VerbGroup], grant: Grant) -> str:
        """Return the name of the rule that tells how the words of a grant stand."""
        group = groups[-1]
        before = {one.start for earlier in groups[:-1] if earlier.passive for one in earlier.subject}
        shapes = {
            "handed over": not grant.recipients and not grant.listed_below,
            "ceremony's name": group.in_name,
            "passive": group.passive is not None,
            "title": group.to_subject and self.document.folded[group.start : group.end] == _IS,
            "receiving": group.to_subject,
            "once more": bool(grant.recipients) and before.issuperset(one.start for one in grant.recipients),
            "proposal": "propose" in group.means,
        }
        return next((name for name, is_so in shapes.items() if is_so), "active")

    # --- fields ---

    def _read_fields(self, found: dict[str, Any]) -> None:
        """Put each field to the sentence that proves it; records without words are elsewhere."""
        starts = [sentence.start for sentence in self.document.sentences]
        names = {one.id: one.name or one.kind.value for one in found["ceremonies"]} | {one.id: one.name for one in found["people"]}
        for kind, id_, label, record in _records(found):
            for piece in record.evidence:
                value = _value(record, piece.field) if piece.field else label
                variant = value.role.value if isinstance(value, Participant) else id_ if kind == "finding" else None
                read = ReadField(
                    record=kind,
                    id=id_,
                    label=label,
                    path=piece.field,
                    value=_said(value, names),
                    quote=piece.quote,
                    basis=piece.basis,
                    rule=field_rule(kind, piece.field, piece.basis, variant=variant),
                )
                self.proved.setdefault(bisect_right(starts, piece.start) - 1, []).append(_Proved(piece.start, piece.end, read))
            if not record.evidence:
                rule = field_rule(kind, None, variant=id_)
                self.elsewhere.append(ReadField(record=kind, id=id_, label=label, value=label, rule=rule))


def _all(recipients: list[Mention], kind: str) -> bool:
    return all(one.kind == kind for one in recipients)


def _records(found: dict[str, Any]) -> Iterator[tuple[str, str, str, Any]]:
    """Yield every record, and every award, with its type, its id and a few words for it."""
    yield from (("union", one.id, one.name, one) for one in found["unions"])
    yield from (("cluster", one.id, f"{one.name} {one.year}", one) for one in found["clusters"])
    yield from (("ceremony", one.id, one.name or one.kind.value, one) for one in found["ceremonies"])
    for one in found["honorees"]:
        who = one.name or str(one.count or one.kind.value)
        yield "honoree", one.id, who, one
        for given in one.commendations:
            what = " ".join(filter(None, (given.award.name or given.award.form.value, given.award.grade)))
            yield "award", one.id, f"{who}: {what}", given
    yield from (("person", one.id, one.name, one) for one in found["people"])
    yield from (("figure", one.id, one.label, one) for one in found["figures"])
    yield from (("finding", one.code.value, one.message, one) for one in found["findings"])


def _value(record: Any, path: str) -> Any:  # noqa: ANN401 - a field of any record
    """Return what stands in a record at a path such as ``members[2]``; ``None`` where nothing does."""
    value = record
    for step in path.split("."):
        name, _, place = step.partition("[")
        value = getattr(value, name, None)
        if place:
            index = int(place.rstrip("]"))
            value = value[index] if value is not None and index < len(value) else None
    return value


def _said(value: Any, names: dict[str, str]) -> str:  # noqa: ANN401 - a field of any record
    """Return a value in a few words; an id as the name of what it stands for."""
    if isinstance(value, Organization):
        return f"{value.name} ({value.ref})" if value.ref else value.name
    if isinstance(value, Participant):
        return f"{names.get(value.person, value.person)}, {value.role.value}"
    if isinstance(value, Presenter):
        whose = _said(value.person or value.organization, names)
        return f"{whose}, for {value.on_behalf_of.name}" if value.on_behalf_of else whose
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return names.get(value, value) if isinstance(value, str) else "nothing" if value is None else str(value)
