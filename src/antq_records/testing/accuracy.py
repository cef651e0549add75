"""
How much of what pages say was read, and how much of it is right: figures over many pages, where ``differences`` judges one.

Two kinds of figure:

- **F1** counts things that are found by what identifies them. Everything expected and everything read counts, also what belongs to
  a record that has no partner: members of a cluster that was not read are missing, organizers of an invented ceremony are wrong.
- **right** is the share of matched records, those that are expected and were read, whose value is the expected one. It counts only
  where one of the two has a value: a value that was not read is not right, and neither is one that is not expected.

What identifies a record:

- a person by the name;
- a commendation by form, status and recipient: the name, or for a group its size (number and qualifier) and kind;
- a cluster by name and year, its members and the organizers of a ceremony by name, in any order;
- a union by its name.

And what is right:

- rank, grade, place, date (the first day): that value; conferrers: all of them, by name, in any order;
- offices: the person's offices are all there and no other, each with title, body and standing. It is a share of people, not an F1;
- head and deputy: each for itself;
- a ceremony: once a page. There are as many as expected, usually one or none, and of the same kinds;
- figures of a union: each of its three counts for itself, number and qualifier;
- evidence: of the fields of all types, figures and findings included, that were read as expected and have a proof in
  ``expected.toml``, those whose evidence overlaps all of that proof, rests on the expected basis, and breaks no rule of
  ``loose_evidence``. What tells the record from others must have been read as expected, too: its name, year, kind, size, award.

Text is compared in NFC, with runs of whitespace as one space, without case. Of a page that could not be read, all that is expected
is missing. Not scored: ids of the registries, names of awards and ceremonies, whether a ceremony was held, presenters, proposers,
periods, reasons, sums of money, units of honorees, parts that people have, figures that are no union's, findings, and the fields of
the article. :func:`~antq_records.testing.differences` compares them all.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby, zip_longest
from typing import Any, Final

from attrs import field, frozen

from antq_records.model import Ceremony, Finding, Records
from antq_records.model.convert import as_tuple
from antq_records.model.serialization import to_dict
from antq_records.testing.evidence import Check
from antq_records.testing.expectations import RECORD, TYPES, Expected, Proof, proofs
from antq_records.testing.matching import best_pairs, folded, within

__all__ = ["MEASURES", "Counts", "Judgement", "Measure", "Verdict", "compare", "figure", "judge", "score"]

_Table = Mapping[str, Any]
_Tables = Mapping[str, Sequence[_Table]]
_Say = Callable[[_Table], str | None]
_Pairs = Iterator[tuple[_Table | None, _Table | None]]

_IDENTITY: Final = frozenset({"name", "label", "year", "kind", "count", "award", "status"})
"""What tells a record from others; of a ceremony its page does."""


@frozen
class Measure:
    """One thing that is scored."""

    name: str
    """Short and without spaces, as in :class:`Judgement`."""

    type: str
    """What it is part of."""

    about: str
    """What it says, in a few words."""

    target: float
    """What is aimed at."""

    f1: bool = False
    """Whether its figure is an F1; else the share that is right."""


MEASURES: Final = {
    measure.name: measure
    for measure in (
        Measure("people", "people", "named, and nobody else", 0.95, f1=True),
        Measure("rank", "people", "rank", 0.98),
        Measure("offices", "people", "offices", 0.90),
        Measure("commendations", "commendations", "form, status, recipient", 0.88, f1=True),
        Measure("conferrer", "commendations", "conferrers", 0.92),
        Measure("grade", "commendations", "grade", 0.95),
        Measure("clusters", "clusters", "name and year", 0.95, f1=True),
        Measure("members", "clusters", "members", 0.95, f1=True),
        Measure("head", "clusters", "head and deputy", 0.95),
        Measure("ceremony", "ceremony", "one or none, kind", 0.92),
        Measure("date", "ceremony", "date", 0.95),
        Measure("organizers", "ceremony", "organizers", 0.90, f1=True),
        Measure("place", "ceremony", "place", 0.85),
        Measure("unions", "unions", "named", 0.92, f1=True),
        Measure("figures", "unions", "their figures", 0.95),
        Measure("evidence", "evidence", "tight and right", 0.98),
    )
}
"""What is scored, by name, in the order of a report."""


class Verdict(StrEnum):
    """How something that was read stands to what is expected."""

    RIGHT = "right"
    MISSING = "missing"
    """Expected, and nothing was read."""
    WRONG = "wrong"
    """Not expected, or not so."""


@frozen
class Judgement:
    """One thing that was scored on one page."""

    measure: str
    """The name of its measure."""

    of: str
    """Whose value it is, or what was looked for."""

    expected: str | None
    """What is expected."""

    read: str | None
    """What was read."""

    proof: tuple[str, ...] = field(default=(), converter=as_tuple)
    """The words that are expected to prove it, where a file says so."""

    quotes: tuple[str, ...] = field(default=(), converter=as_tuple)
    """The words that it was read from."""

    @property
    def verdict(self) -> Verdict:
        """Return how the two stand to each other."""
        if folded(self.expected) == folded(self.read):
            return Verdict.RIGHT
        return Verdict.MISSING if self.read is None else Verdict.WRONG


Counts = Counter[tuple[str, Verdict]]
"""How often each verdict was given for each measure. Counts of several pages are added."""


def score(expected: Expected, records: Records | None) -> Counts:
    """Return the counts of one page; ``None`` for the records of a page that could not be read."""
    return Counter((one.measure, one.verdict) for one in judge(expected, records))


def figure(counts: Counts, measure: str) -> float | None:
    """Return the F1 or the share of a measure, from 0 to 1; None where there was nothing to score."""
    right, missing, wrong = (counts[measure, verdict] for verdict in Verdict)
    of = right + missing + wrong
    return right * (1 + MEASURES[measure].f1) / (of + right * MEASURES[measure].f1) if of else None


def judge(expected: Expected, records: Records | None) -> list[Judgement]:
    """Return everything that is scored on one page, type by type; ``None`` for the records of a page that could not be read."""
    if records is None:
        return [one for one in compare(expected.records, {}) if one.verdict is Verdict.MISSING]
    read = {name: to_dict(records)[group] for name, group in TYPES.items()}
    return [*compare(expected.records, read), *_evidence(expected, records)]


def compare(expected: _Tables, read: _Tables) -> list[Judgement]:
    """Return everything that is scored but evidence, of tables as in ``expected.toml``: so that other readers can be scored, too."""
    parts = ((_people, "person"), (_commendations, "honoree"), (_clusters, "cluster"), (_ceremonies, "ceremony"), (_unions, "union"))
    return [one for judged, name in parts for one in judged(expected.get(name, ()), read.get(name, ()))]


def _people(wanted: Sequence[_Table], read: Sequence[_Table]) -> Iterator[Judgement]:
    for one, other in _pairs(wanted, read, _name):
        yield from _judged("people", one, other, _name, "name")
        if one and other:
            yield from _judged("rank", one, other, _field("rank"), "rank")
            yield from _judged("offices", one, other, _field("offices", _offices), "offices")


def _commendations(wanted: Sequence[_Table], read: Sequence[_Table]) -> Iterator[Judgement]:
    for one, other in _pairs(_awards(wanted), _awards(read), _honour):
        yield from _judged("commendations", one, other, _honour, "award", "status")
        if one and other:
            yield from _judged("conferrer", one, other, _field("conferrers", _names), "conferrers")
            yield from _judged("grade", one, other, _field("award", _field("grade")), "award.grade")


def _clusters(wanted: Sequence[_Table], read: Sequence[_Table]) -> Iterator[Judgement]:
    for one, other in _pairs(wanted, read, _cluster):
        yield from _judged("clusters", one, other, _cluster, "name", "year")
        yield from _items("members", one, other)
        if one and other:
            for place in ("head", "deputy"):
                yield from _judged("head", one, other, _field(place, _name), place)


def _ceremonies(wanted: Sequence[_Table], read: Sequence[_Table]) -> Iterator[Judgement]:
    kinds, others = (" + ".join(sorted(one["kind"] for one in ceremonies)) or None for ceremonies in (wanted, read))
    proof, quotes = (_distinct(words for one in ceremonies for words in _words(one, "kind")) for ceremonies in (wanted, read))
    yield Judgement("ceremony", "the page", kinds, others, proof, quotes)
    same = list(_pairs(wanted, read, _field("kind")))
    lone = zip_longest((one for one, other in same if other is None), (other for one, other in same if one is None))
    for one, other in [*(pair for pair in same if all(pair)), *lone]:  # what has the wrong kind may still have the right day
        yield from _items("organizers", one, other)
        if one and other:
            yield from _judged("date", one, other, _field("date"), "date")
            yield from _judged("place", one, other, _field("place"), "place")


def _unions(wanted: Sequence[_Table], read: Sequence[_Table]) -> Iterator[Judgement]:
    for one, other in _pairs(wanted, read, _name):
        yield from _judged("unions", one, other, _name, "name")
        if one and other:
            for count in ("member_count", "grassroots_union_count", "superior_union_count"):
                yield from _judged("figures", one, other, _field(count, _quantity), count)


def _evidence(expected: Expected, records: Records) -> Iterator[Judgement]:
    check = Check(records.article)
    matched = (one for one in proofs(expected, records) if isinstance(one.record, Ceremony) or not one.wrong & _IDENTITY)
    for _, group in groupby(matched, lambda proof: id(proof.record)):
        found = list(group)
        record = found[0].record
        faults = list(check.tightness(record.evidence) if isinstance(record, Finding) else check.record(record, record.evidence))
        for proof in found:
            loose = [f"{path}: {fault}" for path, fault in faults if _concerns(path, proof)]
            read = "; ".join([*proof.complaints, *loose]) or "proved"
            yield Judgement("evidence", proof.label, "proved", read, proof.words, _distinct(piece.quote for piece in proof.evidence))


def _concerns(path: str | None, proof: Proof) -> bool:
    """Say whether a fault of evidence for a path touches the field of a proof."""
    return within(path or RECORD, proof.path) or within(proof.path, path or RECORD)


def _pairs(wanted: Sequence[_Table], read: Sequence[_Table], key: _Say) -> _Pairs:
    """Pair tables of the same key, the most alike first; None stands beside those that have no partner."""
    same: dict[Any, tuple[list[_Table], list[_Table]]] = defaultdict(lambda: ([], []))
    for side, tables in enumerate((wanted, read)):
        for table in tables:
            same[folded(key(table))][side].append(table)
    for ones, others in same.values():
        best = best_pairs(ones, others)
        left = [one for index, one in enumerate(ones) if index not in best]
        right = [other for index, other in enumerate(others) if index not in best.values()]
        yield from ((ones[index], others[place]) for index, place in sorted(best.items()))
        yield from zip_longest(left, right)


def _judged(measure: str, one: _Table | None, other: _Table | None, say: _Say, *paths: str) -> Iterator[Judgement]:
    """Judge what is said of two tables, unless of both nothing is."""
    expected, read = (say(table) if table else None for table in (one, other))
    if expected or read:
        yield Judgement(measure, _label(one or other or {}), expected, read, _words(one, *paths), _words(other, *paths))


def _items(name: str, one: _Table | None, other: _Table | None) -> Iterator[Judgement]:
    """Judge the bodies in a list that two tables have."""
    for body, same in _pairs(_bodies(one, name), _bodies(other, name), _name):
        yield from _judged(name, body, same, _name, "name")


def _bodies(table: _Table | None, name: str) -> list[_Table]:
    """Return the bodies in a list of a table, each with the words that prove it."""
    bodies = table.get(name, ()) if table else ()
    return [{"name": body["name"], "proof": {"name": _words(table, f"{name}[{index}]")}} for index, body in enumerate(bodies)]


def _awards(honorees: Sequence[_Table]) -> list[_Table]:
    """Return the commendations of all honorees, each with its honoree."""
    return [
        {**given, "honoree": {name: value for name, value in honoree.items() if name != "commendations"}}
        for honoree in honorees
        for given in honoree.get("commendations", ())
    ]


def _field(name: str, say: Callable[[Any], str | None] = str) -> _Say:
    """Return what says a field of a table; of an absent one nothing."""
    return lambda table: say(table[name]) if table.get(name) else None


def _label(table: _Table) -> str:
    return _honour(table) if "honoree" in table else str(table.get("name") or table.get("kind"))


def _name(table: _Table) -> str:
    return str(table["name"])


def _honour(given: _Table) -> str:
    honoree = given["honoree"]
    group = f"{_field('count', _quantity)(honoree) or 'some'} ({honoree['kind']})"
    return f"{given['award']['form']}, {given['status']}: {honoree.get('name') or group}"


def _cluster(cluster: _Table) -> str:
    return f"{cluster['name']}, {cluster['year']}"


def _names(organizations: Sequence[_Table]) -> str:
    return "; ".join(sorted(map(_name, organizations), key=folded))


def _offices(offices: Sequence[_Table]) -> str:
    said = (", ".join(filter(None, (one["title"], _field("organization", _name)(one), one.get("standing", "current")))) for one in offices)
    return "; ".join(sorted(said, key=folded))


def _quantity(quantity: _Table) -> str:
    return f"{quantity.get('qualifier', 'exactly')} {quantity['value']}".removeprefix("exactly ")


def _words(table: _Table | None, *paths: str) -> list[str]:
    """Return the words that prove some fields of a table: those of the file, or those of the evidence that was read."""
    if table is None:
        return []
    told = [
        *((path, words) for path, quotes in table.get("proof", {}).items() for words in ([quotes] if isinstance(quotes, str) else quotes)),
        *((piece["field"], piece["quote"]) for piece in table.get("evidence", ()) if piece["field"]),
    ]
    return _distinct(words for at, words in told if any(within(at, path) or within(path, at) for path in paths))


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
