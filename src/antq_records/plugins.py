"""
Finds, loads and isolates plug-ins.

Entry points are loaded one by one, so that a broken package is named and passed over; it never stops another.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points, version
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urlsplit

import pluggy
from attrs import field, frozen

from antq_records import hookspecs
from antq_records.errors import PluginError

if TYPE_CHECKING:
    from antq_records.model import Portal

__all__ = ["BUILT_IN", "Offer", "Plugins", "load"]

BUILT_IN: Final = ("antq_records.importers.structural",)
"""Modules of the package itself that are plug-ins like any other, and always the last."""


class Offer(NamedTuple):
    """One object that a plug-in handed over."""

    value: Any
    plugin: str
    """The name of the distribution."""
    version: str


@frozen(kw_only=True)
class Plugins:
    """All plug-ins, loaded."""

    importers: tuple[Offer, ...] = ()
    organizations: tuple[Offer, ...] = ()
    awards: tuple[Offer, ...] = ()
    exporters: tuple[Offer, ...] = ()
    problems: tuple[PluginError, ...] = ()
    """What was passed over, and why."""
    _by_host: dict[str, Offer] = field(factory=dict, repr=False)

    @property
    def structural(self) -> Offer:
        """The importer for pages of portals that nobody declared: the built-in one, which stands last."""
        return self.importers[-1]

    @property
    def portals(self) -> "tuple[Portal, ...]":
        """All portals that an importer reads."""
        return tuple(portal for offer in self.importers for portal in offer.value.portals)

    def importer_for(self, url: str | None) -> Offer:
        """Return the importer that owns the host of an address, else the structural one."""
        host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
        return self._by_host.get(host, self.structural)


@cache
def _loaded() -> Plugins:
    return _gathered(_sources())


def load(*, strict: bool = False) -> Plugins:
    """
    Return all plug-ins; they are looked for once.

    :param strict: Raise what else would be kept in `Plugins.problems`.
    :raises PluginError: A plug-in is broken, and *strict* is set.
    """
    plugins = _loaded()
    if strict and plugins.problems:
        raise plugins.problems[0]
    return plugins


class _Source(NamedTuple):
    """A module that may be a plug-in, not yet imported."""

    plugin: str
    version: str
    entry: EntryPoint | str

    def module(self) -> object:
        return import_module(self.entry) if isinstance(self.entry, str) else self.entry.load()


def _sources() -> Iterator[_Source]:
    for entry in sorted(entry_points(group=hookspecs.GROUP), key=lambda entry: (entry.name, entry.value)):
        distribution = entry.dist
        yield _Source(distribution.name if distribution else entry.value, distribution.version if distribution else "unknown", entry)
    own = "antq-records"
    for module in BUILT_IN:
        yield _Source(own, version(own), module)


def _gathered(sources: Iterable[_Source]) -> Plugins:
    """Load plug-ins one by one and take what each hands over."""
    problems: list[PluginError] = []
    offers: dict[str, list[Offer]] = {name: [] for name in vars(hookspecs) if name.startswith("antq_")}
    for source in sources:
        try:
            handed = _handed_over(source)
        except PluginError as problem:
            problems.append(problem)
            continue
        for hook, values in handed.items():
            offers[hook].extend(Offer(value, source.plugin, source.version) for value in values)
    by_host = _hosts(offers["antq_importers"], problems)
    return Plugins(
        importers=tuple(offers["antq_importers"]),
        organizations=tuple(offers["antq_organizations"]),
        awards=tuple(offers["antq_awards"]),
        exporters=tuple(offers["antq_exporters"]),
        problems=tuple(problems),
        by_host=by_host,
    )


def _handed_over(source: _Source) -> dict[str, list[Any]]:
    """
    Load one plug-in alone and call its hooks.

    :raises PluginError: It cannot be imported, has a hook that does not exist, or a hook raises.
    """
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(source.module(), name=source.plugin)
        manager.check_pending()
        calls = {name: getattr(manager.hook, name)() for name in vars(hookspecs) if name.startswith("antq_")}
        return {name: [value for values in results for value in values] for name, results in calls.items()}
    except Exception as problem:
        reason = f"{type(problem).__name__}: {problem}"
        raise PluginError(source.plugin, reason) from problem


def _hosts(importers: Iterable[Offer], problems: list[PluginError]) -> dict[str, Offer]:
    """Return the owner of each host; the first that claims it keeps it."""
    owners: dict[str, Offer] = {}
    for offer in importers:
        for host in (host.removeprefix("www.") for portal in offer.value.portals for host in portal.hosts):
            owner = owners.setdefault(host, offer)
            if owner is not offer:
                problems.append(PluginError(offer.plugin, f"claims the host {host}, which {owner.plugin} reads"))
    return owners
