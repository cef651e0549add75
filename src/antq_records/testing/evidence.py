"""The model's rule of evidence, as a check on any records: nothing without evidence, and tight."""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any, Final

from attrs import AttrsInstance, fields, has

from antq_records.model import Article, Basis, CalendarDate, Evidence, Honoree, Records
from antq_records.testing.matching import within
from antq_records.text import dates, fold, numbers, sentence_spans

__all__ = ["Check", "loose_evidence"]

_UNPROVED: Final = {"id", "ref", "within", "evidence", "commendations"}
"""Fields that no words need prove: ids, those of the registries among them; commendations carry their own evidence."""
_LINKS: Final = {"person", "part_of"}
"""Those of an honoree: its name is proved."""
_IDS: Final = {"person", "chair", "ceremony", "part_of"}
"""Fields that need proof of the link, whose value no words contain."""
_TOKEN: Final = re.compile(r"[0-9]+(?:\.[0-9]{3})+|\w+")
_ORDINALS: Final = {
    word: number
    for words in ("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv", "nhất hai ba tư năm sáu bảy tám chín mười")
    for number, word in enumerate(words.split(), 1)
}


def loose_evidence(records: Records) -> list[str]:
    """
    Return one line for each breach of the rule of evidence; none if everything is proved.

    Every field that is not None, list items and nested values included, needs evidence with its path, a path above it, or for a
    value made of parts with the paths of all its parts. Ids of the registries and an honoree's links need none. Each piece lies in
    one block and one sentence. Where its basis is the text alone, the pieces for a path together contain the value: the words of a
    text in any order and spelling of tones, a number in digits or words, the day, month and year of a date.
    """
    check = Check(records.article)
    lines = [f"finding {one.code}: {path}: {fault}" for one in records.findings for path, fault in check.tightness(one.evidence)]
    for group in (records.unions, records.clusters, records.ceremonies, records.people, records.figures, records.honorees):
        for record in group:
            lines += [f"{record.id}: {path}: {fault}" for path, fault in check.record(record, record.evidence)]
    for honoree in records.honorees:
        for index, one in enumerate(honoree.commendations):
            faults = check.record(one, one.evidence)
            lines += [f"{honoree.id}: commendations[{index}]: {path}: {fault}" for path, fault in faults]
    return lines


class Check:
    """The rule, for the records of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.sentences = cache(lambda start, end: sentence_spans(article.text, start, end))

    def record(self, record: AttrsInstance, evidence: tuple[Evidence, ...]) -> Iterator[tuple[str | None, str]]:
        """Yield what is wrong with the evidence of one record or commendation, each fault with the path of its field."""
        yield from self.tightness(evidence)
        for path, value in _parts(record, ""):
            if not _is_covered(path, value, evidence):
                yield path, "no evidence"
        for path, value in _leaves(record, ""):
            proof = [piece for piece in evidence if piece.field and within(path, piece.field)]
            if proof and all(piece.basis is Basis.TEXT for piece in proof) and not _contain([piece.quote for piece in proof], value):
                yield path, f"{' … '.join(piece.quote for piece in proof)!r} does not contain {str(value)!r}"

    def tightness(self, evidence: tuple[Evidence, ...]) -> Iterator[tuple[str | None, str]]:
        """Yield which pieces lie in no block, in several, or in several sentences, each with the path that it proves."""
        for piece in evidence:
            end = piece.start + len(piece.quote.rstrip())
            start = end - len(piece.quote.strip())
            try:
                block = self.article.block_at(start)
            except IndexError:
                yield piece.field, f"{piece.quote!r} lies in no block"
                continue
            if end > block.end:
                yield piece.field, f"{piece.quote!r} lies in several blocks"
            elif not any(first <= start and end <= last for first, last in self.sentences(block.start, block.end)):
                yield piece.field, f"{piece.quote!r} lies in several sentences"


def _parts(value: object, path: str) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a value that need proof, each with its path: set fields of a class, items of a list."""
    if isinstance(value, tuple):
        yield from ((f"{path}[{index}]", item) for index, item in enumerate(value))
    elif has(kind := type(value)) and kind is not CalendarDate:
        for attribute in fields(kind):
            inner = getattr(value, attribute.name)
            if attribute.name in _UNPROVED or inner is None or inner is False or (isinstance(value, Honoree) and attribute.name in _LINKS):
                continue
            yield f"{path}.{attribute.name}".lstrip("."), inner


def _is_covered(path: str, value: object, evidence: tuple[Evidence, ...]) -> bool:
    if any(piece.field and within(path, piece.field) for piece in evidence):
        return True
    parts = list(_parts(value, path))
    return (bool(parts) or value == ()) and all(_is_covered(below, part, evidence) for below, part in parts)


def _leaves(value: object, path: str) -> Iterator[tuple[str, str | int | CalendarDate]]:
    """Yield the texts, numbers and dates inside a value that words can contain, each with its path."""
    for below, part in _parts(value, path):
        if isinstance(part, CalendarDate) or (isinstance(part, str | int) and not isinstance(part, Enum | bool)):
            if below.rpartition(".")[2] not in _IDS:
                yield below, part
        else:
            yield from _leaves(part, below)


def _contain(quotes: list[str], value: str | int | CalendarDate) -> bool:
    found = set[str]().union(*map(_tokens, quotes))
    if isinstance(value, str):
        return _tokens(value) <= found
    if isinstance(value, int):
        return str(value) in found or any(number.value == value for quote in quotes for number in numbers(quote))
    told = {date for quote in quotes for mention in dates(quote) for date in (mention.date, mention.end_date)}
    return value in told or {str(part) for part in (value.year, value.month, value.day) if part is not None} <= found


def _tokens(text: str) -> set[str]:
    """Return the words and numbers of a text, folded, without grouping dots and leading zeros; small ordinals as digits, too."""
    tokens = [token.replace(".", "") for token in _TOKEN.findall(fold(unicodedata.normalize("NFC", text)))]
    plain = {token.lstrip("0") or "0" if token.isdecimal() else token for token in tokens}
    return plain | {str(_ORDINALS[token]) for token in plain if token in _ORDINALS}
