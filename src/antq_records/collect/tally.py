"""What a run has read, portal by portal."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from attrs import define, field

from antq_records.collect.ingest import Kept
from antq_records.importers.address import host_of
from antq_records.plugins import load
from antq_records.store import Added, Failure

__all__ = ["COLUMNS", "Tally"]

COLUMNS: Final = ("pages", "ceremonies", "honorees", "clusters", "unions", "findings", "failures")
"""What is counted; ``pages`` are those read, ``failures`` those that were not."""


def _known_hosts() -> dict[str, str]:
    return {host.removeprefix("www."): portal.id for portal in load().portals for host in portal.hosts}


@define
class Tally:
    """Counts of the pages of a run and of what was read from them."""

    hosts: Mapping[str, str] = field(factory=_known_hosts)
    """Which portal owns a host, to know whose the pages are that could not be read; from the importers, if not given."""

    portals: dict[str, Counter[str]] = field(factory=dict, init=False)
    """The counts of each portal: by its id, by its host where nobody declared it, empty where no address is known."""

    added: Counter[Added] = field(factory=Counter, init=False)
    """How many of the pages were new to the store, and how many it knew."""

    def add(self, outcome: Kept | Failure) -> None:
        """Count one page."""
        if isinstance(outcome, Failure):
            self._portal(None, outcome.url)["failures"] += 1
            return
        self.added[outcome.added] += 1
        article = outcome.records.article
        counts = self._portal(article.portal, article.url)
        counts["pages"] += 1
        for name in COLUMNS[1:-1]:
            counts[name] += len(getattr(outcome.records, name))

    def total(self) -> Counter[str]:
        """Return the counts of all portals together."""
        return sum(self.portals.values(), Counter())

    def _portal(self, portal: str | None, url: str | None) -> Counter[str]:
        host = host_of(url) if url else ""
        return self.portals.setdefault(portal or self.hosts.get(host, host), Counter())
