"""
The written forms of a name that no entry need list.

Short words (*CAND* for *Công an nhân dân*), dashes without spaces around them, names without their quotation marks.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from antq_records.lexicon.loading import entries, texts
from antq_records.text.unicode import fold

__all__ = ["NameIndex", "key", "written_forms"]


@frozen(kw_only=True)
class Abbreviation:
    """A word group inside names and the short ways to write it."""

    full: str
    short: tuple[str, ...] = field(converter=texts)


@cache
def _abbreviations() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((fold(entry.full), entry.short) for entry in entries("abbreviations", "abbreviation", Abbreviation))


def written_forms(names: Iterable[str]) -> tuple[str, ...]:
    """
    Return the names and their other written forms, each once, the given ones first.

    >>> written_forms(["Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”"])[:2]
    ('Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”', 'Kỷ niệm chương “Bảo vệ ANTQ”')
    """
    forms = dict.fromkeys(names)
    for full, short in _abbreviations():
        for form in tuple(forms):
            start = fold(form).find(full)
            if start >= 0 and len(form) > len(full):  # a name that is nothing but the short word is an abbreviation
                forms.update(dict.fromkeys(form[:start] + other + form[start + len(full) :] for other in short))
    for form in tuple(forms):
        if " - " in form or " – " in form:
            forms[form.replace(" - ", "-").replace(" – ", "-")] = None
        if "“" in form:
            forms[form.replace("“", "").replace("”", "")] = None
    return tuple(forms)


def key(name: str) -> str:
    """
    Return the form under which a name is looked up: in NFC, folded, with single spaces, without quotation marks around it.

    >>> key(" “Bộ  CÔNG AN” ")
    'bộ công an'
    """
    return _unquoted(fold(_single_spaced(name)))


def _single_spaced(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _unquoted(folded: str) -> str:
    return folded[1:-1].strip() if len(folded) > 1 and folded[0] == folded[-1] == '"' else folded


_REMEMBERED: Final = 10_000
"""So many names as they were asked for are kept: articles name the same bodies again and again."""


class NameIndex:
    """Which ids each written form may mean."""

    def __init__(self) -> None:
        self._ids: dict[str, tuple[str, ...]] = {}
        self._full: set[str] = set()
        self._short: set[str] = set()
        self._asked: dict[str, tuple[str, ...]] = {}

    def add(self, forms: Iterable[tuple[str, str]], *, abbreviations: bool = False) -> None:
        """Take in pairs of a written form and an id; abbreviations are those that stand in capitals only."""
        self._asked.clear()
        pairs = list(forms)
        lines = "\n".join(_single_spaced(form) for form, _ in pairs)
        folded = fold(lines).split("\n") if pairs else ()  # at once: much quicker than one by one
        for line, (_, id_) in zip(folded, pairs, strict=True):
            name = _unquoted(line)
            (self._short if abbreviations else self._full).add(name)
            ids = self._ids.get(name, ())
            if id_ not in ids:
                self._ids[name] = (*ids, id_)

    def ids(self, name: str) -> tuple[str, ...]:
        """Return the ids that a name may mean, however it is spelt; empty for an unknown one."""
        known = self._asked.get(name)
        if known is None:
            if len(self._asked) >= _REMEMBERED:
                self._asked.clear()
            known = self._asked[name] = self._ids.get(key(name), ())
        return known

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of each folded form; a view that later additions show in."""
        return MappingProxyType(self._ids)

    def capitals_only(self) -> frozenset[str]:
        """Return the folded forms that are known as abbreviations alone."""
        return frozenset(self._short - self._full)
