"""
The registry of organisations: who bears a name on a given day, and what became of them.

Bodies of one line follow each other: the police of Hà Nam until 30 June 2025, the police of the larger Ninh Bình since. Many bear the same
name one after another, so a name alone does not tell which body is meant; name and day do, or nobody can.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from attrs import evolve, field, frozen

from antq_records.errors import PluginError
from antq_records.lexicon.forms import NameIndex, written_forms
from antq_records.lexicon.loading import entries, texts
from antq_records.lexicon.provinces import ProvinceEntry, provinces

__all__ = [
    "OrganizationEntry",
    "capitals_only",
    "in_line_on",
    "line_of",
    "names",
    "organization",
    "organization_by_id",
    "organizations",
    "organizations_named",
    "register",
]


@frozen(kw_only=True)
class OrganizationEntry:
    """One body, under one name and in one extent."""

    id: str
    """Short and stable: ``police-ha-nam``; what ``ref`` holds in records."""

    name: str
    """Its full name."""

    aliases: tuple[str, ...] = field(default=(), converter=texts)
    """Other written names; differences of capitals, tone placement and dashes are not listed."""

    abbreviations: tuple[str, ...] = field(default=(), converter=texts)
    """Names that mean the body in capitals only: ``BCA``."""

    english: str | None = None
    """English name, often descriptive; ``None`` where we have none."""

    kind: str
    """What it is: ``provincial_police``, ``ministry``, ``sector_union``."""

    parent: str | None = None
    """Id of the body it belongs to; ``None`` at the top."""

    valid_from: date | None = None
    """First day under this name and extent; ``None`` for long ago or unknown."""

    valid_until: date | None = None
    """Last day; ``None`` where it exists or the day is unknown."""

    succeeded_by: tuple[str, ...] = field(default=(), converter=texts)
    """Ids of the bodies that took its place; several where it was split."""

    note: str | None = None
    """What else a reader should know."""

    source: str | None = None
    """Public page where the name was read; ``None`` where it was not checked on one."""

    confidence: str | None = None
    """``confirmed`` or ``general-knowledge``; ``None`` for the entries of plug-ins that do not say."""

    def existed_on(self, day: date) -> bool:
        """Whether it existed on a day, as far as its dates are known."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_until is None or day <= self.valid_until)


@frozen(kw_only=True)
class LineEntry:
    """A body that every province has: patterns with ``{place}``, the province with its kind, and ``{bare}``, without it."""

    id: str
    name: str
    city_name: str | None = None
    aliases: tuple[str, ...] = field(default=(), converter=texts)
    city_aliases: tuple[str, ...] = field(default=(), converter=texts)
    province_aliases: tuple[str, ...] = field(default=(), converter=texts)
    english: str
    kind: str
    parent: str | None = None
    confidence: str

    def __attrs_post_init__(self) -> None:
        """Check that the id tells the provinces apart."""
        if "{province}" not in self.id:
            msg = "the id of a line needs {province}"
            raise ValueError(msg)

    def bodies(self) -> Iterator[OrganizationEntry]:
        """Yield the body of each province."""
        patterns = {
            "Provincial": written_forms((self.name, *self.aliases, *self.province_aliases)),
            "City": written_forms((self.city_name or self.name, *self.aliases, *self.city_aliases)),
        }
        for province in provinces().values():
            name, *aliases = _filled(patterns[province.level], province)
            yield OrganizationEntry(
                id=self.id.format(province=province.slug),
                name=name,
                aliases=aliases,
                english=self.english.format(english=province.english, level=province.level),
                kind=self.kind,
                parent=self.parent,
                valid_from=province.valid_from,
                valid_until=province.valid_until,
                succeeded_by=[self.id.format(province=province.succeeded_by)] if province.succeeded_by else (),
                source=province.source,
                confidence=self.confidence,
            )


def _filled(patterns: Iterable[str], province: ProvinceEntry) -> list[str]:
    """Return the patterns with every written form of a province in their place, each once."""
    places, bares = province.place_forms, province.bare_forms
    filled: dict[str, None] = {}
    for pattern in patterns:
        forms = places if "{place}" in pattern else bares
        filled.update(dict.fromkeys(pattern.replace("{place}", form).replace("{bare}", form) for form in forms))
    return list(filled)


def _single(*, place: str | None = None, name: str, aliases: Iterable[str] = (), **fields: object) -> OrganizationEntry:
    """Make one entry of the data file; *place* is the slug of the province that ``{place}`` stands for in its names."""
    forms: Iterable[str] = written_forms((name, *aliases))
    if place is not None:
        forms = _filled(forms, provinces()[place])
    full, *others = forms
    return OrganizationEntry(name=full, aliases=others, **fields)  # type: ignore[arg-type]


class _Registry:
    def __init__(self) -> None:
        self.by_id: dict[str, OrganizationEntry] = {}
        self.index = NameIndex()

    def add(self, added: Iterable[OrganizationEntry], *, plugin: str) -> None:
        """Add entries, all or none; one that is there already, field by field, is passed over."""
        new: dict[str, OrganizationEntry] = {}
        for entry in added:
            known = self.by_id.get(entry.id) or new.get(entry.id)
            if known is not None and known != entry:
                raise PluginError(plugin, f"organization {entry.id} is defined twice: {known.name} and {entry.name}")
            if known is None:
                new[entry.id] = entry
        for entry in new.values():
            for pointer in (entry.parent, *entry.succeeded_by):
                if pointer is not None and pointer not in self.by_id and pointer not in new:
                    raise PluginError(plugin, f"organization {entry.id} points to {pointer}, which does not exist")
        self.by_id |= new
        self.index.add((form, entry.id) for entry in new.values() for form in (entry.name, *entry.aliases))
        self.index.add(((form, entry.id) for entry in new.values() for form in entry.abbreviations), abbreviations=True)


@cache
def _registry() -> _Registry:
    registry = _Registry()
    built_in = entries("organizations", "organization", _single)
    for line in entries("organizations", "line", LineEntry):
        built_in += line.bodies()
    registry.add(built_in, plugin="antq-records")
    return registry


def register(added: Iterable[OrganizationEntry], *, plugin: str) -> None:
    """
    Add a plug-in's entries to the registry, for this process; all of them or none.

    Names with short words (*CAND*) and without spaces around dashes are added to theirs by themselves.

    :raises PluginError: An id is taken by another entry, or a parent or successor does not exist.
    """
    completed = []
    for entry in added:
        name, *aliases = written_forms((entry.name, *entry.aliases))
        completed.append(evolve(entry, name=name, aliases=aliases))
    _registry().add(completed, plugin=plugin)


def organizations() -> tuple[OrganizationEntry, ...]:
    """Return all entries, in the order of the data and then of the plug-ins."""
    return tuple(_registry().by_id.values())


def organization_by_id(id_: str) -> OrganizationEntry | None:
    """Return the entry of an id; ``None`` where the registry has none."""
    return _registry().by_id.get(id_)


def organizations_named(name: str) -> tuple[OrganizationEntry, ...]:
    """
    Return every body that bears or bore a name, however it is spelt.

    >>> [entry.id for entry in organizations_named("CÔNG AN TP. HCM")]
    ['police-ho-chi-minh', 'police-ho-chi-minh-2025']
    """
    registry = _registry()
    return tuple(registry.by_id[id_] for id_ in registry.index.ids(name))


def organization(name: str, *, on: date | None = None) -> OrganizationEntry | None:
    """
    Return the one body that a name means on a day; ``None`` where none bore it then, or several did.

    Without a day only a name that one body alone has ever borne is certain.

    >>> organization("Công an tỉnh Hưng Yên", on=date(2024, 11, 25)).id
    'police-hung-yen'
    >>> organization("Công an tỉnh Hưng Yên") is None
    True
    """
    candidates = [entry for entry in organizations_named(name) if on is None or entry.existed_on(on)]
    return candidates[0] if len(candidates) == 1 else None


def names() -> Mapping[str, tuple[str, ...]]:
    """Return the ids that each written form may mean, for scanners; the forms are folded (:func:`~antq_records.text.unicode.fold`)."""
    return _registry().index.names()


def capitals_only() -> frozenset[str]:
    """Return those of the :func:`names` that mean a body only where they stand in capitals, such as ``bca``."""
    return _registry().index.capitals_only()


def _before(entry: OrganizationEntry) -> list[OrganizationEntry]:
    return [other for other in _registry().by_id.values() if entry.id in other.succeeded_by]


def _after(entry: OrganizationEntry) -> list[OrganizationEntry]:
    return [_registry().by_id[id_] for id_ in entry.succeeded_by]


def line_of(id_: str) -> tuple[str, ...]:
    """
    Return the ids of all bodies that a body came from, itself, and those that came from it, the oldest first.

    Empty where the registry has no such id. Sisters that merged into the same body are not of its line.

    >>> line_of("police-ha-nam")
    ('police-ha-nam', 'police-ninh-binh-2025')
    """
    entry = organization_by_id(id_)
    if entry is None:
        return ()
    line = {entry.id: None}
    for step, older in ((_before, True), (_after, False)):
        reached = [entry]
        while reached:
            reached = [other for one in reached for other in step(one) if other.id not in line]
            more = dict.fromkeys(other.id for other in reached)
            line = more | line if older else line | more
    return tuple(line)


def in_line_on(id_: str, on: date) -> OrganizationEntry | None:
    """
    Return the body of a line that existed on a day; ``None`` where there was none, or several.

    Going back from a merged body, the one that bore the same name is its past.

    >>> in_line_on("police-ha-nam", date(2026, 1, 1)).id
    'police-ninh-binh-2025'
    >>> in_line_on("police-ninh-binh-2025", date(2024, 1, 1)).id
    'police-ninh-binh'
    """
    entry = organization_by_id(id_)
    seen: set[str] = set()
    while entry is not None and not entry.existed_on(on) and entry.id not in seen:
        seen.add(entry.id)
        if entry.valid_until is not None and on > entry.valid_until:
            others = _after(entry)
        else:
            others = _before(entry)
            others = [other for other in others if other.name == entry.name] or others
        entry = others[0] if len(others) == 1 else None
    return entry if entry is not None and entry.existed_on(on) else None
