"""
Keeping: the records of many articles in one SQLite file that a person with ``sqlite3`` can read.

>>> with open_store("records.db") as store:  # doctest: +SKIP
...     store.add(records)
<Added.NEW: 'new'>
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from antq_records.errors import StoreError
from antq_records.store.kept import Added, Failure, KeptArticle, Match

if TYPE_CHECKING:
    from antq_records.store.store import Store as Store

__all__ = ["Added", "Failure", "KeptArticle", "Match", "Store", "open_store"]


def _now() -> datetime:
    return datetime.now(UTC)


def open_store(path: str | Path, *, read_only: bool = False, clock: Callable[[], datetime] = _now) -> "Store":
    """
    Open the store in a SQLite file; a new one is made where there is none.

    :param path: A file, or an address such as ``sqlite:///records.db``.
    :param read_only: Change nothing, and need no right to; the store must exist.
    :param clock: Tells the time that *first seen* and *last seen* are taken from.
    :raises StoreError: The file cannot be opened, is no store of ours, or is of a newer version.
    """
    try:
        store: type[Store] = _store_class()
    except ModuleNotFoundError as error:
        if error.name != "sqlalchemy":
            raise
        raise StoreError(str(path), "keeping needs SQLAlchemy: pip install 'antq-records[store]'") from error
    return store(str(path), read_only=read_only, clock=clock)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name means
    """Import the class ``Store`` when it is first asked for."""
    if name == "Store":
        return _store_class()
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)


def _store_class() -> "type[Store]":
    from antq_records.store.store import Store  # noqa: PLC0415 - SQLAlchemy is slow to import, and comes with an extra

    return Store
