"""
Expected records, and how those that were read differ from them.

An ``expected.toml`` is closed: one table is one record (``[[ceremony]]``, ``[[person]]``, ``[[union]]``, ``[[cluster]]``, ``[[honoree]]``
with ``[[honoree.commendations]]``, ``[[figure]]``, ``[[finding]]``), a field left out is None, an empty list or false. ``key`` names a
record inside the file, and stands where records have ids. ``[….proof]`` gives for a path the words of the text that the reader's
evidence must overlap, ``record`` those that any of its evidence must; ``[….basis]`` what else the value rests on.
"""

import tomllib
from collections.abc import Generator, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from antq_records.errors import FormatError
from antq_records.model import Article, Basis, Commendation, Evidence, Records
from antq_records.model.serialization import to_dict
from antq_records.testing.matching import bare, best_pairs, folded, short, within
from antq_records.testing.places import Places

__all__ = ["RECORD", "Expected", "Proof", "differences", "load", "proofs"]

TYPES: Final = {
    "person": "people",
    "ceremony": "ceremonies",
    "union": "unions",
    "cluster": "clusters",
    "honoree": "honorees",
    "figure": "figures",
    "finding": "findings",
}
"""The tables of the file with the fields of Records; people and ceremonies come before the records that point to them."""
_ARTICLE: Final = ("portal", "title", "published_at", "authors", "credit")
_POINTERS: Final = {"person", "chair", "part_of", "ceremony"}
RECORD: Final = "record"
"""The path of a proof that any evidence of the record may give."""

_Table = Mapping[str, Any]


@frozen
class Expected:
    """What must be read from one page."""

    article: _Table
    """The fields of the article that are compared."""

    records: Mapping[str, list[_Table]]
    """The tables of each type, in the order of the file."""


@frozen
class Proof:
    """What was read for an expected proof; of fields whose value was read as expected only."""

    label: str
    """Which field, as :func:`differences` names it."""

    record: Any
    """The record or commendation that was read."""

    path: str
    """The path of the field in that record; ``record`` for the record as a whole."""

    words: tuple[str, ...]
    """The words that are expected."""

    evidence: tuple[Evidence, ...]
    """The evidence that was read for the field."""

    wrong: frozenset[str]
    """The other fields of the record that were not read as expected; of a commendation also those of its honoree."""

    complaints: tuple[str, ...]
    """What is wrong, a line each; empty where the evidence is the expected one."""


def load(path: Path) -> Expected:
    """
    Read an ``expected.toml``.

    :raises FormatError: It is no TOML, or has a table that is no type of record.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        msg = f"{path}: {error}"
        raise FormatError(msg) from error
    if unknown := data.keys() - {"article", *TYPES}:
        msg = f"{path}: no type of record is called {', '.join(sorted(unknown))}"
        raise FormatError(msg)
    return Expected(data.get("article", {}), {name: data.get(name, []) for name in TYPES})


def differences(expected: Expected, records: Records) -> list[str]:
    """
    Return one line for each thing that was not read as expected; none if all was, and nothing else.

    Text is compared in NFC, with runs of whitespace as one space, without case; order counts in a cluster's members only.
    """
    return [*_article(expected.article, records.article), *_Comparison(expected, records).lines()]


def proofs(expected: Expected, records: Records) -> list[Proof]:
    """Return what was read for each expected proof whose field was read as expected."""
    comparison = _Comparison(expected, records)
    list(comparison.lines())
    return comparison.proofs


def _article(expected: _Table, article: Article) -> Iterator[str]:
    for name in _ARTICLE:
        wanted, read = expected.get(name), getattr(article, name)
        times = isinstance(wanted, datetime) and isinstance(read, datetime)
        if wanted != read if times else folded(wanted or None) != folded(read or None):
            yield f"article: {name}: expected {short(wanted)}, read {short(read)}"


class _Comparison:
    """One comparison: the records of both sides, which of them are the same, and the words of the article."""

    def __init__(self, expected: Expected, records: Records) -> None:
        self.tables = expected.records
        self.records = records
        self.places = Places(records.article)
        self.keys: dict[str, str] = {}
        """The keys of the expected records, by the ids of the records that were read for them."""
        self.proofs: list[Proof] = []
        """What was read for the expected proofs, as far as :meth:`lines` has come."""

    def lines(self) -> Iterator[str]:
        """Yield the differences, type by type."""
        for name, field in TYPES.items():
            tables, objects = self.tables[name], getattr(self.records, field)
            pairs = best_pairs(tables, [self._data(one) for one in objects])
            self.keys |= {objects[right].id: tables[left]["key"] for left, right in pairs.items() if name != "finding"}
            read = [self._data(one) for one in objects]  # now with the keys of its own type, which part_of needs
            for left, table in enumerate(tables):
                label = f"{name} {table.get('key') or table.get('code')}"
                if left not in pairs:
                    yield f"{label} missing: {short(table)}"
                    continue
                one = objects[pairs[left]]
                wrong = yield from self._fields(f"{label}: ", table, read[pairs[left]], one)
                if name == "honoree":
                    yield from self._commendations(f"{label}: ", table.get("commendations", []), one.commendations, wrong)
            yield from (f"{name} not expected: {short(data)}" for right, data in enumerate(read) if right not in pairs.values())

    def _commendations(
        self, label: str, tables: list[_Table], commendations: tuple[Commendation, ...], wrong: frozenset[str]
    ) -> Iterator[str]:
        read = [self._data(one) for one in commendations]
        pairs = best_pairs(tables, read)
        for left, table in enumerate(tables):
            where = f"{label}commendations[{left}]"
            if left in pairs:
                yield from self._fields(f"{where}.", table, read[pairs[left]], commendations[pairs[left]], wrong)
            else:
                yield f"{where} missing: {short(table)}"
        yield from (f"{label}commendation not expected: {short(data)}" for right, data in enumerate(read) if right not in pairs.values())

    def _data(self, record: Any) -> Any:  # noqa: ANN401 - any class of the model
        """Return a record as the file would have it."""
        return self._with_keys(bare(to_dict(record)))

    def _with_keys(self, data: Any) -> Any:  # noqa: ANN401 - JSON data
        if isinstance(data, list):
            return [self._with_keys(inner) for inner in data]
        if isinstance(data, dict):
            return {
                name: self.keys.get(inner, inner) if name in _POINTERS and isinstance(inner, str) else self._with_keys(inner)
                for name, inner in data.items()
            }
        return data

    def _fields(
        self,
        label: str,
        table: _Table,
        read: _Table,
        record: Any,  # noqa: ANN401 - any class of the model
        above: frozenset[str] = frozenset(),
    ) -> Generator[str, None, frozenset[str]]:
        """Compare one record or commendation, field by field, and the proofs of those that agree; return those that do not."""
        wanted = bare(table)
        order: dict[str, str] = {}
        wrong = set()
        for name in dict.fromkeys([*wanted, *read]):
            if name == "commendations":
                continue
            moved = _moved(name, wanted.get(name), read.get(name))
            if moved is None:
                wrong.add(name)
                yield f"{label}{name}: expected {short(wanted.get(name))}, read {short(read.get(name))}"
            else:
                order |= moved
        for path, words in table.get("proof", {}).items():
            item, dot, rest = path.partition(".")
            if item.partition("[")[0] not in wrong:
                place = order.get(item, item) + dot + rest
                evidence = record.evidence if path == RECORD else _covering(record.evidence, place)
                basis = None if path == RECORD else Basis(table.get("basis", {}).get(path, "text"))
                quotes = (words,) if isinstance(words, str) else tuple(words)
                complaints = tuple(complaint for quote in quotes if (complaint := self._complaint(quote, evidence, basis)))
                self.proofs.append(Proof(f"{label}{path}", record, place, quotes, evidence, above.union(wrong), complaints))
                yield from (f"{label}{path}: {complaint}" for complaint in complaints)
        return frozenset(wrong)

    def _complaint(self, words: str, evidence: tuple[Evidence, ...], basis: Basis | None) -> str | None:
        places = self.places.of(words)
        proving = [piece for piece in evidence if any(piece.start < end and start < piece.end for start, end in places)]
        if not places:
            return f"no block of the article holds {words!r}"
        if not proving:
            return f"no evidence at {words!r}, only {short([piece.quote for piece in evidence])}"
        if basis and not any(piece.basis is basis for piece in proving):
            return f"expected basis {basis}, read {proving[0].basis}"
        return None


def _moved(name: str, wanted: Any, read: Any) -> dict[str, str] | None:  # noqa: ANN401 - JSON or TOML data
    """Return where the items of an equal list stand in what was read (nothing for other values); None if the values differ."""
    if not isinstance(wanted, list) or not isinstance(read, list) or name == "members":
        return {} if folded(wanted) == folded(read) else None
    left, right = folded(wanted), dict(enumerate(folded(read)))
    moved = {}
    for index, item in enumerate(left):
        other = next((place for place, value in right.items() if value == item), None)
        if other is None:
            return None
        del right[other]
        moved[f"{name}[{index}]"] = f"{name}[{other}]"
    return None if right else moved


def _covering(evidence: tuple[Evidence, ...], path: str) -> tuple[Evidence, ...]:
    """Return the evidence for a path, for one below it, or for one above it."""
    return tuple(piece for piece in evidence if piece.field and (within(piece.field, path) or within(path, piece.field)))
