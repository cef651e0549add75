"""
Every hook of antq-records, each with its contract.

A plug-in is a package with an entry point in the group ``antq_records``, whose module marks its functions with `hookimpl`.
Hooks only hand objects over. Each is called once, must be quick and pure (no network, no clock, no files but the package's
own), and a plug-in that raises is named and passed over. The order of plug-ins does not matter.
"""

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from antq_records.export import Exporter
    from antq_records.importers import Importer

__all__ = ["GROUP", "hookimpl", "hookspec"]

GROUP = "antq_records"
"""The project of the markers, and the group of the entry points."""

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def antq_importers() -> "Iterable[Importer]":
    """
    Offer importers, each with the portals it reads.

    One importer owns a host: a second that claims it is a `PluginError` that names both packages, and the first keeps it.
    """
    raise NotImplementedError


@hookspec
def antq_organizations() -> "Iterable[Mapping[str, object]]":
    """
    Offer organisations for the registry, in the format of ``lexicon/data/organizations.toml``.

    An id that the registry or another plug-in holds already is a `PluginError`.
    """
    raise NotImplementedError


@hookspec
def antq_awards() -> "Iterable[Mapping[str, object]]":
    """
    Offer awards for the registry, in the format of ``lexicon/data/awards.toml``.

    An id that the registry or another plug-in holds already is a `PluginError`.
    """
    raise NotImplementedError


@hookspec
def antq_exporters() -> "Iterable[Exporter]":
    """
    Offer ways out for records, each with a short name of its own: ``antq export --format NAME``.

    A name that is taken is a `PluginError`.
    """
    raise NotImplementedError
