"""
One award to one recipient, as the article tells it once or several times.

“Once” is the rule: headline, lead, caption and body often tell one honour in different words. *Bằng khen của Bộ Công an* in the text and
*Bằng khen* under the photo may be one award, if nothing that both say differs; what they say together is then proved by both.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final, Self, TypeVar

from attrs import define, evolve, field

from antq_records.lexicon.awards import resolve
from antq_records.model import AwardForm, Basis, Organization, Presenter
from antq_records.recognize.document import Proof
from antq_records.text.unicode import fold

if TYPE_CHECKING:
    from antq_records.model import Period, Quantity

__all__ = ["Telling", "may_be_givers", "same_party"]

_LISTS: Final = ("conferrers[", "presenters[", "proposers[")
_LEVELS: Final = (" tỉnh", " thành phố", " huyện", " quận", " thị xã", " xã", " phường")
"""With these the name of a body ends whose place only the context tells."""
_OFFICES: Final = re.compile(
    r"^(?:(?:quyền |q\. )?(?:chủ tịch|giám đốc|bộ trưởng|tổng giám đốc|cục trưởng|tư lệnh|ban giám đốc|lãnh đạo|ban chấp hành"
    r"|ban thường vụ) )+"
)
_SPELLINGS: Final = (
    (re.compile(r"\b(?:tp\.? ?hcm|tphcm|thành phố hồ chí minh)\b"), "thành phố hồ chí minh"),
    (re.compile(r"\btp\.? ?(?=\w)"), "thành phố "),
    (re.compile(r"^ca\b|^catp\b"), "công an"),
    (re.compile(r"ủy ban nhân dân"), "ubnd"),
    (re.compile(r"liên đoàn lao động"), "lđlđ"),
    (re.compile(r"\bcông an nhân dân\b"), "cand"),
)
_Party = TypeVar("_Party", Organization, Presenter)
_MOST_SAID: Final = 16
"""So many places prove who confers what is told without a giver."""
_NAME_WORDS: Final = 3
"""So many equal first words make two long names the same, however they are abbreviated behind them."""


@define(eq=False)
class Telling:
    """One award to one recipient, still being joined."""

    form: AwardForm
    name: str | None = None
    name_span: tuple[int, int] | None = None
    grade: str | None = None
    ref: str | None = None
    proposed: bool = False
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

    def prove(self, path: str | None, start: int, end: int, basis: Basis = Basis.TEXT) -> None:
        """Take in a proof."""
        self.evidence.append(Proof(path, start, end, basis))

    def again(self) -> Self:
        """Return the same award for another recipient."""
        return evolve(
            self,
            conferrers=[*self.conferrers],
            presenters=[*self.presenters],
            proposers=[*self.proposers],
            evidence=[*self.evidence],
        )

    def find_ref(self) -> None:
        """Look up which registered award it is in the hands of who confers it."""
        if self.name is not None:
            self.ref = resolve(self.form, self.name, self.conferrers[0].ref if self.conferrers else None)

    def add_amount(self, other: Telling) -> None:
        """Take over a sum that is told apart, with its words."""
        self.amount = other.amount
        self.evidence += [piece for piece in other.evidence if piece.field == "amount"]

    def confer_like(self, other: Telling) -> None:
        """Take over who confers, with the words that say so, from another telling."""
        self.conferrers = [*other.conferrers]
        said = (piece for piece in other.evidence if (piece.field or "").startswith("conferrers["))
        self.evidence += islice(said, _MOST_SAID)
        self.find_ref()

    def may_be(self, other: Telling) -> bool:
        """Say whether two tellings can mean the same award."""
        honoured = self.form is AwardForm.HONOUR or other.form is AwardForm.HONOUR
        if self.proposed != other.proposed or not (honoured or self.form is other.form):
            return False
        if self.period is not None and other.period is not None and self.period != other.period:
            return False
        if not may_be_givers(self.conferrers, other.conferrers):
            return False
        if honoured:
            return True
        if self.grade and other.grade and fold(self.grade) != fold(other.grade):
            return False
        same_ref = self.ref is None or other.ref is None or self.ref == other.ref
        return same_ref and _same_name(self.name, other.name)

    def join(self, other: Telling, basis: Basis = Basis.TEXT) -> None:
        """Take in another telling of the same award: the form that is named wins, the fuller name stands."""
        if self.form is AwardForm.HONOUR and other.form is not AwardForm.HONOUR:
            self.form, self.name, self.name_span, self.grade, self.ref = other.form, other.name, other.name_span, other.grade, other.ref
            self.evidence = [piece for piece in self.evidence if not (piece.field or "").startswith("award")]
        elif other.form is not AwardForm.HONOUR and len(other.name or "") > len(self.name or ""):
            self.name, self.ref = other.name, other.ref or self.ref
        self.grade = self.grade or other.grade
        places = {
            **_join_parties("conferrers", self.conferrers, other.conferrers),
            **_join_parties("presenters", self.presenters, other.presenters, always=True),
            **_join_parties("proposers", self.proposers, other.proposers),
        }
        self.amount = self.amount or other.amount
        self.posthumous |= other.posthumous
        self.times, self.period, self.reason = self.times or other.times, self.period or other.period, self.reason or other.reason
        self.at_ceremony |= other.at_ceremony
        self._join_evidence(other, places, basis)

    def _join_evidence(self, other: Telling, places: dict[str, str], basis: Basis) -> None:
        """Take in the proofs of another telling; *places* tells where those whom it lists stand now."""
        for piece in other.evidence:
            path = piece.field or ""
            if path.startswith("award"):
                if other.form is not AwardForm.HONOUR:
                    self.evidence.append(piece if basis is Basis.TEXT else piece._replace(basis=basis))
            elif path.startswith(_LISTS):
                listed = path[: path.index("]") + 1]
                if listed in places:
                    self.evidence.append(piece._replace(field=places[listed] + path[len(listed) :]))
            else:
                self.evidence.append(piece)


def _join_parties(what: str, mine: list[_Party], others: list[_Party], *, always: bool = False) -> dict[str, str]:
    """
    Add the parties of another telling to *mine*; return which path each of them has there.

    A first one that is not the same as any here is another name of the one here, unless such parties are *always* several.
    """
    paths: dict[str, str] = {}
    for place, one in enumerate(others):
        known = next((number for number, two in enumerate(mine) if same_party(one, two)), None)
        if known is None and (always or not mine or place > 0):
            known = len(mine)
            mine.append(one)
        if known is not None:
            paths[f"{what}[{place}]"] = f"{what}[{known}]"
    return paths


def may_be_givers(mine: list[Organization], others: list[Organization]) -> bool:
    """Say whether two lists of who confers can be the same: one is empty, or they have one in common."""
    return not mine or not others or any(same_party(one, other) for one in mine for other in others)


def same_party(one: Organization | Presenter, other: Organization | Presenter) -> bool:
    """Say whether two are the same body or person, told with more or fewer words."""
    if isinstance(one, Organization) and isinstance(other, Organization):
        return (one.ref is not None and one.ref == other.ref) or _same_giver(one.name, other.name)
    if isinstance(one, Presenter) and isinstance(other, Presenter):
        same_body = one.organization is not None and one.organization == other.organization
        return one.person == other.person and (one.person is not None or same_body)
    return False


def _same_giver(one: str, other: str) -> bool:
    """Say whether two names mean one giver: the body, the office that gives for it, or either without the place it is in."""
    first, second = sorted((_body_of(one), _body_of(other)), key=len)
    return first == second or second.endswith(f" {first}") or (first.endswith(_LEVELS) and second.startswith(f"{first} "))


@lru_cache(maxsize=4096)  # the same few give everything in an article
def _body_of(name: str) -> str:
    """Return the body of a giver's name, folded, without the office and with one spelling of what is often abbreviated."""
    folded = _OFFICES.sub("", fold(name))
    for pattern, spelled in _SPELLINGS:
        folded = pattern.sub(spelled, folded)
    return folded


def _same_name(one: str | None, other: str | None) -> bool:
    """Say whether two names of one form can be the same award: one is bare, or both say the same but for abbreviations."""
    if one is None or other is None or one == other:
        return True
    first, second = fold(one).split(), fold(other).split()
    return first[: len(second)] == second or second[: len(first)] == first or first[:_NAME_WORDS] == second[:_NAME_WORDS]
