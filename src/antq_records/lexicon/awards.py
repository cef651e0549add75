"""
The registry of awards, and the words that open one.

An award is told by its own name (*Cờ thi đua của Chính phủ*) or, where the name is bare (*Bằng khen*), by who confers it: :func:`resolve`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from antq_records.errors import PluginError
from antq_records.lexicon.forms import NameIndex, key, written_forms
from antq_records.lexicon.loading import entries, tables, texts
from antq_records.lexicon.organizations import OrganizationEntry, organization_by_id, organizations_named
from antq_records.model import AwardForm
from antq_records.text.unicode import fold

__all__ = [
    "AwardEntry",
    "FormWords",
    "award_by_id",
    "award_named",
    "awards",
    "capitals_only",
    "forms",
    "gifts",
    "names",
    "register",
    "resolve",
]


@frozen(kw_only=True)
class AwardEntry:
    """One award."""

    id: str
    """Short and stable: ``government-emulation-flag``; what ``Award.ref`` holds in records."""

    name: str
    """Its full name."""

    aliases: tuple[str, ...] = field(default=(), converter=texts)
    """Other written names; differences of capitals, tone placement and dashes are not listed."""

    abbreviations: tuple[str, ...] = field(default=(), converter=texts)
    """Names that mean the award in capitals only: ``CSTĐCS``."""

    english: str | None = None
    """English name, often descriptive; ``None`` where we have none."""

    form: AwardForm = field(converter=AwardForm)
    """Flag, certificate, order, title, …"""

    classes: tuple[str, ...] = field(default=(), converter=texts)
    """Its grades, the highest first: *hạng Nhất*; empty where it has none."""

    recipients: tuple[str, ...] = field(default=(), converter=texts)
    """Who may receive it: ``individual``, ``collective``, ``household``."""

    conferred_by: str | None = None
    """Id of the one body that confers it; ``None`` where several may."""

    bare: tuple[str, ...] = field(default=(), converter=texts)
    """What it is called where the giver is named elsewhere: *bằng khen*; empty where the name always stands in full."""

    givers: tuple[str, ...] = field(default=(), converter=texts)
    """Ids of further bodies of which the news says that they give it."""

    giver_kinds: tuple[str, ...] = field(default=(), converter=texts)
    """Kinds of body whose award of that bare name it is."""

    open: bool = False
    """Whether its name goes on: with the cluster, the province, the director who signs."""

    everyday: bool = False
    """Whether the same words, without a form before them, are also an honorific, a movement or plain prose."""

    legal_basis: str | None = None
    """Law, decree or decision it rests on."""

    valid_from: date | None = None
    """First day; ``None`` for long ago or unknown."""

    valid_until: date | None = None
    """Last day; ``None`` where it exists."""

    note: str | None = None
    """What else a reader should know."""

    source: str | None = None
    """Public page where the name was read; ``None`` where it was not checked on one."""

    confidence: str | None = None
    """``confirmed`` or ``general-knowledge``; ``None`` for the entries of plug-ins that do not say."""

    def written_forms(self) -> tuple[str, ...]:
        """Return every way to write it in full: its names, those with its giver's, with and without quotation marks."""
        given = []
        for giver in filter(None, map(organization_by_id, (self.conferred_by or "", *self.givers))):
            given += [f"{bare} {of}{name}" for bare in self.bare for name in (giver.name, *giver.aliases) for of in ("của ", "")]
        plain = written_forms((self.name, *self.aliases))
        quoted = [f"{opening}“{name[len(opening) :]}”" for name in plain if "“" not in name and (opening := _opening(name))]
        return (*plain, *quoted, *given)


@frozen(kw_only=True)
class FormWords:
    """Words that open an award and say its form."""

    words: str
    """Folded: ``bằng khen``."""

    form: AwardForm = field(converter=AwardForm)
    """The form they mean."""

    everyday: bool = False
    """Whether they have other meanings too: *cờ*, *giải*."""

    example: str
    """A phrase that shows them at work."""


@cache
def forms() -> Mapping[str, FormWords]:
    """
    Return the words that say the form of an award, folded, the longest first.

    >>> forms()["bằng khen"].form.value
    'certificate_of_merit'
    """
    found = sorted(entries("awards", "form", FormWords), key=lambda entry: -len(entry.words))
    return MappingProxyType({fold(entry.words): entry for entry in found})


def _opening(name: str) -> str:
    """Return the form words that a name opens with, as written, with the space after them; empty where something else follows."""
    folded = fold(name)
    opening = next((words for words in forms() if folded.startswith(f"{words} ")), "")
    return name[: len(opening) + 1] if opening else ""


def gifts() -> tuple[str, ...]:
    """Return the words for what is handed over at ceremonies and is no award: *bức trướng*, *học bổng*."""
    return tuple(tables("awards")["gifts"]["words"])


class _Registry:
    def __init__(self) -> None:
        self.by_id: dict[str, AwardEntry] = {}
        self.by_bare: dict[str, list[AwardEntry]] = {}
        self.index = NameIndex()

    def add(self, added: Iterable[AwardEntry], *, plugin: str) -> None:
        """Add entries, all or none; one that is there already, field by field, is passed over."""
        new: dict[str, AwardEntry] = {}
        for entry in added:
            known = self.by_id.get(entry.id) or new.get(entry.id)
            if known is not None and known != entry:
                raise PluginError(plugin, f"award {entry.id} is defined twice: {known.name} and {entry.name}")
            for giver in (entry.conferred_by, *entry.givers):
                if giver is not None and organization_by_id(giver) is None:
                    raise PluginError(plugin, f"award {entry.id} is given by {giver}, which does not exist")
            if known is None:
                new[entry.id] = entry
        self.by_id |= new
        for entry in new.values():
            for bare in entry.bare:
                self.by_bare.setdefault(key(bare), []).append(entry)
        self.index.add((form, entry.id) for entry in new.values() for form in entry.written_forms())
        self.index.add(((form, entry.id) for entry in new.values() for form in entry.abbreviations), abbreviations=True)


@cache
def _registry() -> _Registry:
    registry = _Registry()
    registry.add(entries("awards", "award", AwardEntry), plugin="antq-records")
    return registry


def register(added: Iterable[AwardEntry], *, plugin: str) -> None:
    """
    Add a plug-in's entries to the registry, for this process; all of them or none.

    :raises PluginError: An id is taken by another entry, or a body that confers does not exist.
    """
    _registry().add(added, plugin=plugin)
    resolve.cache_clear()


def awards() -> tuple[AwardEntry, ...]:
    """Return all entries, in the order of the data and then of the plug-ins."""
    return tuple(_registry().by_id.values())


def award_by_id(id_: str) -> AwardEntry | None:
    """Return the entry of an id; ``None`` where the registry has none."""
    return _registry().by_id.get(id_)


def award_named(words: str) -> AwardEntry | None:
    """
    Return the award that a full name means, however it is spelt; ``None`` where it is unknown or means several.

    >>> award_named("cờ thi đua Chính phủ").id
    'government-emulation-flag'
    >>> award_named("Bằng khen") is None
    True
    """
    registry = _registry()
    ids = registry.index.ids(words)
    return registry.by_id[ids[0]] if len(ids) == 1 else None


def names() -> Mapping[str, tuple[str, ...]]:
    """Return the ids that each full name may mean, for scanners; the forms are folded (:func:`~antq_records.text.unicode.fold`)."""
    return _registry().index.names()


def capitals_only() -> frozenset[str]:
    """Return those of the :func:`names` that mean an award only where they stand in capitals, such as ``cstđcs``."""
    return _registry().index.capitals_only()


_LONGEST_NAME: Final = 200
"""No registered name is longer, in code points."""


@lru_cache(maxsize=4096)  # the same names come again and again
def resolve(form: AwardForm, words: str, conferrer: str | None = None) -> str | None:
    """
    Return the id of the award that words mean in the hands of a conferrer; ``None`` where the registry has none or cannot tell.

    :param words: The award's name as written, with or without *danh hiệu*; it may be bare.
    :param conferrer: Registry id of the body that confers it, if that is known.

    >>> resolve(AwardForm.CERTIFICATE_OF_MERIT, "Bằng khen", "vgcl")
    'vgcl-merit-certificate'
    >>> resolve(AwardForm.TITLE, "xuất sắc dẫn đầu cụm thi đua Khối Lực lượng vũ trang")
    'leader-of-cluster'
    >>> resolve(AwardForm.FLAG, "cờ thi đua", "police-ho-chi-minh") is None
    True
    """
    name = key(words)
    return _by_name(form, name) or _by_giver(form, name, conferrer)


def _by_name(form: AwardForm, name: str) -> str | None:
    registry = _registry()
    shorter = (end for end in range(min(len(name) - 1, _LONGEST_NAME), 0, -1) if name[end] == " ")
    starts = [name, *(name[:end] for end in shorter)] if name else []
    for start in starts:
        for written in (start, f"danh hiệu {start}", start[len(_opening(start)) :]):
            ids = [id_ for id_ in registry.index.ids(written) if registry.by_id[id_].form is form]
            if len(ids) == 1 and (start == name or registry.by_id[ids[0]].open):
                return ids[0]
    return None


def _by_giver(form: AwardForm, name: str, conferrer: str | None) -> str | None:
    registry = _registry()
    bare = max((bare for bare in registry.by_bare if f"{name} ".startswith(f"{bare} ")), key=len, default="")
    candidates = [entry for entry in registry.by_bare.get(bare, ()) if entry.form is form]
    anybody = [entry.id for entry in candidates if not (entry.conferred_by or entry.givers or entry.giver_kinds)]
    if anybody:
        return anybody[0]
    tail = name.removeprefix(bare).strip()
    named = organizations_named(tail.removeprefix("của ")) if tail else ()
    if tail and not named and not tail.startswith("của "):
        return None  # another award, whose name only begins alike
    found = {_of(candidates, giver) for giver in named or filter(None, [organization_by_id(conferrer or "")])}
    return found.pop() if len(found) == 1 else None


def _of(candidates: Iterable[AwardEntry], giver: OrganizationEntry) -> str | None:
    """Return which of some awards of one bare name a body gives: its own, else that of its kind."""
    by_kind = None
    for entry in candidates:
        if giver.id == entry.conferred_by or giver.id in entry.givers:
            return entry.id
        if giver.kind in entry.giver_kinds:
            by_kind = entry.id
    return by_kind
