"""Who is honoured in one article, each once: people by name, groups by number, bodies by name or registered entry."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from attrs import define, field

from antq_records.model import HonoreeKind, Organization, Quantity
from antq_records.recognize.document import Proof
from antq_records.text.unicode import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from antq_records.recognize.context import Context
    from antq_records.recognize.document import Mention
    from antq_records.recognize.telling import Telling

__all__ = ["MOST_COMPARED", "Entries", "Entry"]

MOST_COMPARED: Final = 64
"""So many groups, or awards of one honoree, are compared with all others; no article tells of more."""

_OWNER: Final = re.compile(r" (?:công an|bộ|cục)")
"""With this begins the body that a unit may be named with or without."""


@define(eq=False)
class Entry:
    """An honoree, still being joined."""

    id: str
    kind: HonoreeKind
    name: str | None = None
    person: str | None = None
    unit: Organization | None = None
    count: Quantity | None = None
    part_of: str | None = None
    """The group of which it is a named part."""
    given: list[Telling] = field(factory=list)
    evidence: list[Proof] = field(factory=list)

    def prove(self, path: str | None, start: int, end: int) -> None:
        """Take in a proof."""
        self.evidence.append(Proof(path, start, end))

    def give(self, telling: Telling) -> None:
        """Take in an award, or another telling of one that is known."""
        known = self.award_like(telling)
        if known is None:
            self.given.append(telling)
        else:
            known.join(telling)

    def award_like(self, telling: Telling) -> Telling | None:
        """Return the first award that a telling may mean."""
        return next((known for known in islice(self.given, MOST_COMPARED) if known.may_be(telling)), None)


_NUMBERED_HEADS: Final = ("ban chuyên án", "chuyên án")
"""Bodies that an article names once with their number, then without."""


class Entries:
    """The honorees so far, in the order of the article, found again by what makes two mentions mean the same one."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._all: list[Entry] = []
        self.people: set[str] = set()
        """The names of the people, folded."""
        self._people: dict[str, Entry] = {}
        self._counted: dict[tuple[HonoreeKind, int], list[Entry]] = {}
        self._uncounted: dict[str, Entry] = {}
        self._bodies: dict[str, int] = {}
        """Where the bodies stand among all, by name."""
        self._registered: dict[str, int] = {}
        """The same by the registered bodies they are."""
        self._shorter: dict[str, int] = {}
        """The same by the names they would have without the bodies they belong to."""

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._all)

    def _new(self, start: int, kind: HonoreeKind) -> Entry:
        entry = Entry(self.context.new_id("honoree", start), kind)
        self._all.append(entry)
        return entry

    def person(self, mention: Mention, id_: str, name: str) -> Entry:
        """Return the entry of a person."""
        entry = self._people.get(id_)
        if entry is None:
            entry = self._people[id_] = self._new(mention.value.name_start, HonoreeKind.INDIVIDUAL)
            entry.name, entry.person = name, id_
            self.people.add(fold(name))
            entry.prove("kind", mention.start, mention.end)
        return entry

    def counted(self, mention: Mention, quantity: Quantity, unit: Organization | None, given: Telling) -> Entry:
        """Return the entry of a group of some size: the same if kind and size are, the award can be, and no other unit is named."""
        groups = self._counted.setdefault((mention.value.kind, quantity.value), [])
        for entry in islice(groups, MOST_COMPARED):
            same_unit = entry.unit is None or unit is None or entry.unit.name.casefold() == unit.name.casefold()
            if same_unit and entry.award_like(given) is not None:
                return entry
        entry = self._new(mention.start, mention.value.kind)
        entry.count = quantity
        groups.append(entry)
        return entry

    def uncounted(self, mention: Mention, words: str) -> Entry:
        """Return the entry of a group of no stated size: said again in the same words, it is the same."""
        entry = self._uncounted.get(words)
        if entry is None:
            entry = self._uncounted[words] = self._new(mention.start, mention.value.kind)
        return entry

    def body(self, mention: Mention, name: str, ref: str | None) -> Entry:
        """
        Return the entry of a body: another name of it, or the same with the body it belongs to behind it; the fuller name stands.

        :param ref: The registered body that the name means.
        """
        folded = fold(name)
        shorter = [folded[: owner.start()] for owner in _OWNER.finditer(folded)]
        shorter += [head for head in _NUMBERED_HEADS if folded.startswith(f"{head} ")]
        known = [self._bodies.get(one) for one in (folded, *shorter)]
        known += [self._shorter.get(folded), self._registered.get(ref or "")]
        place = min((one for one in known if one is not None), default=len(self._all))
        entry = self._all[place] if place < len(self._all) else self._new(mention.start, HonoreeKind.COLLECTIVE)
        if entry.name is None or len(name) > len(entry.name):
            entry.name = name
            self._bodies[folded] = place
            for one in shorter:
                self._shorter[one] = min(place, self._shorter.get(one, place))
        if ref is not None:
            self._registered.setdefault(ref, place)
        return entry
