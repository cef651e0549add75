"""The SQLite file of a store: how it is opened, and what its errors mean to a person."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from antq_records.errors import StoreError

__all__ = ["WRITING", "open_engine", "told_plainly"]

WRITING: Final = "antq_writing"
"""The execution option of a connection that is going to write."""

_PATIENCE: Final = 10.0
"""Seconds to wait for another program that writes."""

_MEANINGS: Final = {
    sqlite3.SQLITE_FULL: "the disk is full; what was kept before is safe",
    sqlite3.SQLITE_IOERR: "cannot be written or read: the disk fails, or has no room for a larger file; what was kept before is safe",
    sqlite3.SQLITE_READONLY: "may only be read",
    sqlite3.SQLITE_PERM: "no permission",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: no such folder, or no permission",
    sqlite3.SQLITE_NOTADB: "is not a SQLite file",
    sqlite3.SQLITE_CORRUPT: "is damaged; `sqlite3 FILE .recover` may save what is left",
    sqlite3.SQLITE_BUSY: "is locked by another program; try again when it is done",
    sqlite3.SQLITE_LOCKED: "is locked by another program; try again when it is done",
}


def open_engine(path: Path, *, read_only: bool) -> Engine:
    """Make the engine of one file; nothing is opened yet."""
    # a pool of several connections, so that one may read on while another writes
    engine = create_engine("sqlite://", creator=lambda: _connect(path, read_only=read_only), poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def told_plainly(store: str) -> Iterator[None]:
    """Turn the errors of the database into a :class:`StoreError` of one line."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(store, _meaning(error.orig)) from error


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        _address(path, read_only=read_only), uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # with a write-ahead log, no crash of ours loses what was committed
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _address(path: Path, *, read_only: bool) -> str:
    address = path.absolute().as_uri()
    if not read_only:
        return f"{address}?mode=rwc"
    # SQLite needs files beside one that keeps a log, unless it is told that nobody writes: in a folder we may not write to, nobody does
    nobody_writes = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return f"{address}?immutable=1" if nobody_writes else f"{address}?mode=rw"


def _begin(connection: Connection) -> None:
    # a writer that begins by reading would fail, not wait, where another has written in between
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _meaning(error: BaseException | None) -> str:
    # an extended code, such as that of a full disk while writing, has the plain one in its low byte
    return _MEANINGS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, str(error))
