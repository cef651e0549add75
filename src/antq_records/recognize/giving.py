"""
Reads one grant into one award: what is given, by whom, when, and whether at the ceremony.

“Đại tá A, Giám đốc Công an tỉnh, thừa ủy quyền trao Bằng khen của Bộ Công an cho …”: the ministry, whose award it is, confers; A
presents it on behalf of those who empowered him. “Công an tỉnh tặng Giấy khen cho …”: the giver confers. “đề nghị Bộ Công an tặng …”:
the ministry would confer what the others propose.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final

from antq_records.lexicon.awards import award_by_id, resolve
from antq_records.lexicon.organizations import organization
from antq_records.model import AwardForm, Basis, BlockKind, CeremonyStatus, Organization, Presenter, Role, Standing
from antq_records.recognize.cluster import named_before
from antq_records.recognize.context import period_of
from antq_records.recognize.document import Mention, Proof
from antq_records.recognize.telling import Telling, same_party

if TYPE_CHECKING:
    from antq_records.recognize.ceremony import Event
    from antq_records.recognize.clause import Grant
    from antq_records.recognize.context import Context
    from antq_records.recognize.person import Cast

__all__ = ["Giving"]

_HEADS_OF_BODIES: Final = (
    "chủ tịch",
    "giám đốc",
    "bộ trưởng",
    "cục trưởng",
    "thủ tướng",
    "bí thư",
    "tổng giám đốc",
    "trưởng",
    "hiệu trưởng",
    "tư lệnh",
)
_POSTHUMOUS: Final = re.compile(r"truy (?:tặng|phong)")
_TOTAL: Final = re.compile(r"(?:tổng số tiền|tổng trị giá|tổng cộng|tổng số|tổng)(?: \w+)? $")
_MOST_THERE: Final = 8
"""So many “tại hội nghị” before it prove that something was given there."""
_TOTAL_WORDS: Final = 40
"""The words that make a sum a total stand so near it, in code points."""


class Giving:
    """Reads the grants of one article."""

    def __init__(self, context: Context, event: Event | None, cast: Cast) -> None:
        self.context = context
        self.document = context.document
        self.event = event
        self.cast = cast

    def read(self, grant: Grant) -> Telling:
        """Return what a grant tells of the award, whoever receives it."""
        telling = self._award(grant)
        telling.prove("status", *grant.verb)
        telling.prove("status", grant.start, grant.end)
        if grant.proposal:
            telling.prove("status", *grant.proposal)
        telling.prove(None, grant.start, grant.end)
        if grant.money is not None and not self._is_total(grant, grant.money):
            telling.amount = grant.money.value
            telling.prove("amount", grant.money.start, grant.money.end)
        self._givers(grant, telling)
        telling.find_ref()
        if grant.posthumous:
            telling.posthumous = True
            words = _POSTHUMOUS.search(self.document.folded, grant.sentence.start, grant.sentence.end)
            telling.prove("posthumous", *(words.span() if words else grant.verb))
        if grant.times:
            telling.times = grant.times[0]
            telling.prove("times", *grant.times[1:])
        self._when(grant, telling)
        if grant.reason:
            start, end = grant.reason
            words_of_reason = self.document.text[start:end].rstrip().rstrip(".,")
            telling.reason = words_of_reason.strip()
            telling.prove("reason", start, start + len(words_of_reason))
        self._where(grant, telling)
        return telling

    def _award(self, grant: Grant) -> Telling:
        """Return the award with its own words; without any it is an honour, or money."""
        if grant.award is not None:
            award = grant.award.value
            span = (award.name_start, award.name_end)
            name = " ".join(self.document.text[slice(*span)].split()) or None
            grade = self.document.text[slice(*award.grade)] if award.grade else None
            telling = Telling(award.form, name, span, grade, proposed=grant.proposed)
            telling.prove("award.form", grant.award.start, award.name_end if name else max(award.name_end, grant.award.end))
            if name is not None:
                telling.prove("award.name", *span)
            if award.grade:
                telling.prove("award.grade", *award.grade)
        elif grant.money is not None:
            telling = Telling(AwardForm.REWARD_MONEY, proposed=grant.proposed)
            telling.prove("award.form", min(grant.verb[0], grant.money.start), max(grant.verb[1], grant.money.end))
        elif grant.rewarded:
            telling = Telling(AwardForm.REWARD_MONEY, proposed=grant.proposed)
            telling.prove("award.form", *grant.verb)
        else:
            telling = Telling(AwardForm.HONOUR, proposed=grant.proposed)
            telling.prove("award.form", *grant.verb)
        return telling

    def _is_total(self, grant: Grant, money: Mention) -> bool:
        """Say whether a sum is that of all awards together: “với tổng số tiền 50 triệu đồng”."""
        start = max(grant.sentence.start, money.start - _TOTAL_WORDS)
        return _TOTAL.search(self.document.folded, start, money.start) is not None

    # --- who gives ---

    def _givers(self, grant: Grant, telling: Telling) -> None:
        owner = grant.award.value.owner if grant.award else None
        if owner is not None:
            self._add_body(telling.conferrers, telling, owner, "conferrers")
        for asked in grant.asked if owner is None else ():
            self._add_body(telling.conferrers, telling, asked, "conferrers")
        if grant.behalf is not None and not telling.conferrers:
            self._add_body(telling.conferrers, telling, grant.behalf, "conferrers")
        for giver in grant.givers:
            if not grant.proposed:
                self._add_giver(grant, telling, giver, owner)
            elif giver.kind != "person":  # only bodies propose
                self._add_body(telling.proposers, telling, giver, "proposers")

    def _add_giver(self, grant: Grant, telling: Telling, giver: Mention, owner: Mention | None) -> None:
        """Add who gives to those who confer, or who hand over what is the award of another."""
        hands_over = grant.handed or grant.behalf is not None
        if giver.kind == "person":
            if hands_over or not self._confers_by_office(telling, giver, owner):
                self._add_presenter(grant, telling, giver)
        elif grant.behalf is not None or (owner is not None and grant.handed) or (owner is None and self._another_confers(telling, giver)):
            self._add_presenting_body(grant, telling, giver)
        elif owner is None:
            self._add_body(telling.conferrers, telling, giver, "conferrers")

    def _another_confers(self, telling: Telling, giver: Mention) -> bool:
        """Say whether only another body than the giver can confer the award: a force hands over an order of the State."""
        ref = resolve(telling.form, telling.name, None) if telling.name else None
        award = award_by_id(ref) if ref else None
        if award is None or award.conferred_by is None or giver.kind != "org":
            return False
        return self.context.organization(giver, "")[0].ref != award.conferred_by

    def _confers_by_office(self, telling: Telling, giver: Mention, owner: Mention | None) -> bool:
        """Take the office of somebody who gives, not only hands over, as the one that confers: “Chủ tịch UBND tỉnh … Lê Văn A tặng”."""
        office = next((one for one in giver.value.offices if one.body is not None and one.standing is Standing.CURRENT), None)
        if owner is not None or office is None:
            return False
        if not self.document.folded.startswith(_HEADS_OF_BODIES, office.start):
            self._add_body(telling.conferrers, telling, office.body, "conferrers")  # a deputy signs for the body, and hands over
            return False
        self._add_body(telling.conferrers, telling, Mention("office", office.start, office.body.end, office), "conferrers")
        person = self.cast.somebody(giver)
        if person is not None:
            person.kept = True
        return True

    def _add_body(self, bodies: list[Organization], telling: Telling, giver: Mention, what: str) -> None:
        """Add a body, a cluster or an office to those who confer or propose, with its words."""
        path = f"{what}[{len(bodies)}]"
        if giver.kind == "cluster":
            named = giver if giver.value.named else named_before(self.document, giver.start)
            if named is None:
                return
            bodies.append(Organization(name=self.document.text[named.start : named.value.name_end]))
            telling.prove(path, giver.start, giver.value.name_end)
            if named is not giver:
                telling.prove(path, named.start, named.value.name_end)
            return
        body, proof = self._named_body(giver, path)
        if body is None or proof is None or any(same_party(body, one) for one in bodies):
            return
        if giver.kind == "org" and giver.value.several and what != "proposers":
            return
        bodies.append(body)
        telling.evidence.append(proof)

    def _named_body(self, giver: Mention, path: str) -> tuple[Organization | None, Proof | None]:
        """Return the body of a mention; an office that confers stands as written, within the body it is held in."""
        if giver.kind == "org":
            return self.context.organization(giver, path)
        if giver.kind == "cluster":
            return Organization(name=self.document.text[giver.start : giver.value.name_end]), Proof(path, giver.start, giver.value.name_end)
        body = giver.value.body
        if self.document.folded.startswith(("phó", "thứ trưởng"), giver.start):
            return self.context.organization(body, path) if body is not None else (None, None)
        name = self.document.text[giver.start : giver.end]
        entry = organization(name, on=self.context.on)
        if entry is not None:
            return Organization(name=name, ref=entry.id), Proof(path, giver.start, giver.end)
        if body is None:
            return None, None
        above, proof = self.context.organization(body, path)
        return Organization(name=name, within=above.ref or above.within), Proof(path, giver.start, giver.end, proof.basis)

    def _on_behalf_of(self, grant: Grant, telling: Telling, path: str) -> Organization | None:
        """Return in whose name something is handed over, and keep the words that say so."""
        if grant.behalf is None:
            return None
        behalf, proof = self._named_body(grant.behalf, f"{path}.on_behalf_of")
        if proof is not None:
            telling.evidence.append(proof)
        return behalf

    def _add_presenter(self, grant: Grant, telling: Telling, mention: Mention) -> None:
        person = self.cast.somebody(mention)
        given = grant.award is not None or grant.money is not None or grant.handed or grant.rewarded
        if person is None or not (given or self._decides(grant)):
            return
        path = f"presenters[{len(telling.presenters)}]"
        presenter = Presenter(person=person.id, on_behalf_of=self._on_behalf_of(grant, telling, path))
        if presenter not in telling.presenters:
            telling.presenters.append(presenter)
            telling.prove(path, mention.start, mention.end)
        self.cast.take_part(person, Role.PRESENTER, mention.start, mention.end)

    def _decides(self, grant: Grant) -> bool:
        """Say whether somebody who honours gives more than praise: “khen thưởng”, not “biểu dương”."""
        return self.document.folded.find("khen thưởng", *grant.verb) >= 0

    def _add_presenting_body(self, grant: Grant, telling: Telling, mention: Mention) -> None:
        path = f"presenters[{len(telling.presenters)}]"
        body, proof = self._named_body(mention, f"{path}.organization")
        if body is None or proof is None or body in telling.conferrers:
            return
        telling.presenters.append(Presenter(organization=body, on_behalf_of=self._on_behalf_of(grant, telling, path)))
        telling.evidence.append(proof)

    # --- when and where ---

    def _when(self, grant: Grant, telling: Telling) -> None:
        if grant.period is not None:
            telling.period = period_of(grant.period)
            if telling.period is not None:
                telling.prove("period", grant.period.start, grant.period.end)
        elif grant.later_period and self.event is not None and self.event.period is not None:
            telling.period, proof = self.event.period
            telling.prove("period", proof.start, proof.end, Basis.CEREMONY)

    def _where(self, grant: Grant, telling: Telling) -> None:
        """Place the giving at the ceremony where the words do: “tại hội nghị”, “dịp này”, a caption that shows the handing over."""
        event, sentence = self.event, grant.sentence
        if event is None or event.status is not CeremonyStatus.HELD:
            return
        if sentence is event.sentence:
            telling.at_ceremony = True
            named = event.named
            telling.prove("ceremony", *((named.start, named.end) if named.sentence is sentence else grant.verb))
            return
        shown = self.document.is_caption(sentence) and (grant.handed or sentence.block.kind is BlockKind.CAPTION)
        if shown or (grant.handed and any(one.person in self.cast.with_part for one in telling.presenters)):
            telling.at_ceremony = True
            telling.prove("ceremony", grant.start, grant.end)
        first, last = (bisect_left(self._there, (place,)) for place in (self.document.beside(sentence)[0].start, sentence.end))
        for start, end in self._there[max(first, last - _MOST_THERE) : last]:
            telling.at_ceremony = True
            telling.prove("ceremony", start, end)

    @cached_property
    def _there(self) -> list[tuple[int, int]]:
        """Where the article says “tại hội nghị”, “dịp này”."""
        return [(one.start, one.end) for sentence in self.document.having("there") for one in sentence.of("there")]
