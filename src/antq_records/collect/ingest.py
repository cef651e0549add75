"""The loop that reads pages one by one and keeps what was read."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from antq_records.errors import ReadError
from antq_records.importers.address import normalized
from antq_records.model import Page, Records
from antq_records.reading import read
from antq_records.store import Added, Failure

if TYPE_CHECKING:
    from antq_records.store import Store

__all__ = ["Kept", "ingest", "read_page"]


@frozen(kw_only=True)
class Kept:
    """One page that was read, its records in the store."""

    records: Records
    """What was read from it."""

    added: Added
    """Whether the store knew it already."""


def ingest(found: Iterable[Page | Failure], store: "Store") -> Iterator[Kept | Failure]:
    """
    Read pages, keep their records, and say of each what became of it; what fails is kept with its reason.

    Each page is kept before it is yielded, and none is remembered here. So a run may stop anywhere and be started again, and its
    length does not matter.

    :raises StoreError: The store cannot be written; what was yielded is kept.
    """
    for page in found:
        outcome = page if isinstance(page, Failure) else _read_whatever_happens(page)
        if isinstance(outcome, Failure):
            store.add_failure(outcome)
            yield outcome
        else:
            yield Kept(records=outcome, added=store.add(outcome, source=page.source))


def _read_whatever_happens(page: Page) -> Records | Failure:
    try:
        return read_page(page)
    except Exception as error:  # noqa: BLE001 - not even our own mistake on one page may end a run over many
        reason = f"a defect of antq-records, please report it ({type(error).__name__}: {error})"
        return Failure(reason=reason.replace("\n", " "), url=page.url, source=page.source)


def read_page(page: Page, *, url: str | None = None) -> Records | Failure:
    """Read one page; a page that cannot be read gives a :class:`Failure`, under the address that a later success will have."""
    try:
        return read(page, url=url)
    except ReadError as error:
        address = error.url or url or page.url
        return Failure(reason=error.reason, url=address and (normalized(address) or address), source=page.source, importer=error.importer)
