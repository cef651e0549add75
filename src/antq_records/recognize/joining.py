"""
Honorees told twice: totals and their parts, groups and their members, captions and what they show.

“145 tập thể, cá nhân” are the 59 and the 86 whose sum it is; a caption's “các tập thể” are those that the text counts; “3 cá nhân” is
only a check where three people with the same honour are named; who “trao Huân chương” to nobody in particular presents the order of that
very name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from antq_records.model import AwardForm, Basis, HonoreeKind
from antq_records.recognize.entries import MOST_COMPARED
from antq_records.text.unicode import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from antq_records.recognize.entries import Entry
    from antq_records.recognize.telling import Telling

__all__ = ["join_groups", "join_handed"]


_MOST_HANDED: Final = 8
"""So many tellings of who hands over are joined with the awards: else time would grow as both together."""


def join_handed(entries: Iterable[Entry], handed: Iterable[Telling]) -> None:
    """Give those who only “trao Huân chương …” as presenters to the awards of that very name."""
    named: dict[tuple[AwardForm, str], list[Telling]] = {}
    for entry in entries:
        for known in entry.given:
            if known.name:
                named.setdefault((known.form, fold(known.name)), []).append(known)
    left = _MOST_HANDED
    for telling in handed:
        if not left:
            break
        if telling.presenters and telling.name:
            left -= 1
            for known in named.get((telling.form, fold(telling.name)), ()):
                if known.may_be(telling):
                    known.join(telling)


def join_groups(entries: list[Entry]) -> list[Entry]:
    """Return the honorees without the groups that are others told again."""
    return _without_uncounted(_without_sums(_without_totals(_without_named(entries))))


def _without_named(entries: list[Entry]) -> list[Entry]:
    """Drop a group of which every member is named elsewhere with the same honour: its size was only a check."""
    named: dict[HonoreeKind, list[Entry]] = {}
    for entry in entries:
        if entry.name:
            named.setdefault(entry.kind, []).append(entry)
    dropped: set[str] = set()
    left = _MOST_HANDED
    for group in entries:
        members = named.get(group.kind, []) if left else []
        if group.count is None or not members or group.kind is HonoreeKind.MIXED or len(members) < group.count.value:
            continue
        left -= 1
        same = [(member, known) for member in members for known in member.given if group.award_like(known)]
        if len({member.id for member, _ in same}) == group.count.value:
            dropped.add(group.id)
            for _, known in same:
                for telling in group.given:
                    if known.may_be(telling):
                        known.join(telling)
    return [entry for entry in entries if entry.id not in dropped]


def _without_totals(entries: list[Entry]) -> list[Entry]:
    """Join “145 tập thể, cá nhân” with the 59 and the 86 whose sum it is: they take its award."""
    totals = [one for one in entries if one.kind is HonoreeKind.MIXED and one.count]
    if not totals:
        return entries
    collectives = [one for one in entries if one.kind is HonoreeKind.COLLECTIVE and one.count]
    individuals: dict[int, Entry] = {}
    for one in entries:
        if one.kind is HonoreeKind.INDIVIDUAL and one.count:
            individuals.setdefault(one.count.value, one)
    joined: set[str] = set()
    for total in totals[:MOST_COMPARED]:
        pairs = ((one, individuals.get(_size(total) - _size(one))) for one in collectives)
        parts = next(((one, other) for one, other in pairs if other is not None), None)
        if parts is not None:
            joined.add(total.id)
            _share(total, parts)
    return [entry for entry in entries if entry.id not in joined]


def _without_sums(entries: list[Entry]) -> list[Entry]:
    """Drop “26 tập thể được khen thưởng” where the collectives that are told with their awards are 26 in all."""
    told: dict[HonoreeKind, int] = {}
    for entry in entries:
        if any(one.form is not AwardForm.HONOUR for one in entry.given) and entry.part_of is None:
            told[entry.kind] = told.get(entry.kind, 0) + (entry.count.value if entry.count else 1 if entry.name else 0)
    parts = {entry.id for entry in entries if any(one.form is not AwardForm.HONOUR for one in entry.given)}
    return [
        entry
        for entry in entries
        if entry.id in parts or entry.name or not entry.count or entry.count.value != told.get(entry.kind) or len(parts) < 2  # noqa: PLR2004
    ]


def _size(group: Entry) -> int:
    return group.count.value if group.count else 0


def _share(total: Entry, parts: tuple[Entry, Entry]) -> None:
    for telling in total.given:
        first, second = (part.award_like(telling) for part in parts)
        if first is not None and second is not None:
            first.join(telling, Basis.SUM)
            second.join(telling, Basis.SUM)


def _without_uncounted(entries: list[Entry]) -> list[Entry]:
    """Join “các tập thể, cá nhân” of a caption with the groups that the text counts, and their presenters with theirs."""
    certain = [one for one in entries if one.count or one.name]
    loose = [one for one in entries if one.count is None and one.name is None and one.unit is None]
    for group in loose[:MOST_COMPARED]:
        of_kind = [one for one in certain if group.kind in {HonoreeKind.MIXED, one.kind}]
        left: list[Telling] = []
        for telling in group.given:
            known = [one for entry in of_kind for one in entry.given if one.may_be(telling)]
            exact = [one for one in known if one.form is telling.form] or known
            for one in exact:
                one.join(telling)
            if not exact:
                left.append(telling)
        group.given = left
    joined = {group.id for group in loose if not group.given}
    return [entry for entry in entries if entry.id not in joined]
