"""The store: articles, their versions and records, and what could not be read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from attrs import evolve
from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, false, func, insert, inspect, or_, select, union_all, update
from sqlalchemy.exc import SQLAlchemyError

from antq_records.errors import FormatError, StoreError
from antq_records.model import Article, Records
from antq_records.model.serialization import from_json, to_json
from antq_records.store import schema
from antq_records.store.kept import Added, Failure, KeptArticle, Match
from antq_records.store.rows import article_row, record_rows
from antq_records.store.sqlite import WRITING, open_engine, told_plainly

__all__ = ["Store"]

_SQLITE: Final = "sqlite:///"

_CLEAR: Final = tuple(delete(table).where(table.c.article == bindparam("of")) for table in schema.RECORD_TABLES)
"""Takes the records of an article out of the plain tables."""


class Store:
    """
    The articles of one SQLite file, with their records; use it as a context manager.

    Every change is one transaction: what a method has done when it returns stays, whatever happens next.
    """

    def __init__(self, path: str, *, read_only: bool, clock: Callable[[], datetime]) -> None:
        scheme, is_address, _ = path.partition("://")
        if is_address and not path.startswith(_SQLITE):
            raise StoreError(scheme + is_address + "…", "only SQLite files are supported")  # what follows may hold a password
        self.path = Path(path.removeprefix(_SQLITE))
        self._clock = clock
        with self._plainly():
            if read_only and not self.path.exists():
                raise StoreError(str(self.path), "there is no such file")
            self._engine = open_engine(self.path, read_only=read_only)
            try:
                self._prepare(read_only=read_only)
            except (StoreError, SQLAlchemyError):
                self._engine.dispose()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice is no error."""
        with self._plainly():
            self._engine.dispose()

    def add(self, records: Records, *, source: str | None = None) -> Added:
        """
        Keep the records of one article, and forget that its page failed before.

        The same address and text are the same article: adding it again changes nothing but when it was last seen. Other text is
        a new version; other records of the same text, by better rules, take the place of the old.

        :param source: Where the page was read from, for people.
        :raises StoreError: Nothing was changed.
        """
        article = _article_id(records.article)
        now = _time(self._clock())
        with self._write() as connection:
            added = self._add_version(connection, article, records, source, now)
            self._show_newest(connection, article, records, changed=added is not Added.UNCHANGED)
            connection.execute(update(schema.articles).filter_by(id=article).values(last_seen=now))
            connection.execute(delete(schema.failures).where(_same_page(records.article.url, source)))
        return added

    def add_failure(self, failure: Failure) -> None:
        """
        Keep that a page could not be read, once for each place and address.

        :raises StoreError: Nothing was changed.
        """
        table = schema.failures
        now = _time(self._clock())
        told = {"importer": failure.importer, "reason": failure.reason, "last_seen": now}
        with self._write() as connection:
            known = connection.execute(update(table).filter_by(url=failure.url, source=failure.source).values(told))
            if not known.rowcount:
                connection.execute(insert(table).values(url=failure.url, source=failure.source, first_seen=now, **told))

    def articles(self) -> Iterator[KeptArticle]:
        """Yield every article, by portal and day of publication."""
        table = schema.articles
        with self._read() as connection:
            for row in connection.execute(select(table).order_by(table.c.portal, table.c.published_at, table.c.id)):
                yield _kept(row)

    def failures(self) -> Iterator[Failure]:
        """Yield every page that could not be read, in the order in which they were first met."""
        with self._read() as connection:
            for row in connection.execute(select(schema.failures).order_by(schema.failures.c.id)):
                yield Failure(
                    reason=row.reason,
                    url=row.url,
                    source=row.source,
                    importer=row.importer,
                    first_seen=datetime.fromisoformat(row.first_seen),
                    last_seen=datetime.fromisoformat(row.last_seen),
                )

    def get(self, article: str) -> KeptArticle | None:
        """Return the article with an id, or ``None``."""
        with self._read() as connection:
            row = connection.execute(select(schema.articles).filter_by(id=article)).one_or_none()
        return None if row is None else _kept(row)

    def records(self, article: str, *, version: int | None = None) -> Records | None:
        """
        Return the records of an article as they were added, or ``None`` where the store has none.

        :param article: Its id.
        :param version: The number of a version; the current one, if not given.
        """
        versions = schema.article_versions
        with self._read() as connection:
            wanted = version or select(schema.articles.c.version).filter_by(id=article).scalar_subquery()
            text = connection.scalar(select(versions.c.records).filter_by(article=article, version=wanted))
        return None if text is None else from_json(text)

    def find(self, words: str, *, limit: int = 10) -> list[Match]:
        """
        Say what an id, the beginning of an id, or an address stands for; an exact id or address wins.

        :param limit: The most matches to return; the same id in two articles gives two.
        """
        articles = schema.articles
        ids = union_all(
            select(articles.c.id.label("id"), articles.c.id.label("article")),
            *(select(table.c.id, table.c.article) for table in schema.IDENTIFIED),
        ).subquery()
        every = select(ids).order_by(ids.c.id, ids.c.article).limit(limit)
        with self._read() as connection:
            found = connection.execute(every.where(ids.c.id == words)).all()
            if not found:
                found = connection.execute(select(articles.c.id, articles.c.id.label("article")).where(articles.c.url == words)).all()
            if not found and words:
                found = connection.execute(every.where(ids.c.id >= words, ids.c.id < words + "\U0010ffff")).all()
        return [Match(article=row.article, record=None if row.id == row.article else row.id) for row in found]

    def counts(self) -> dict[str, int]:
        """Return how many rows each table has: articles, versions, failures, and every type of record."""
        tables = (schema.articles, schema.article_versions, schema.failures, *schema.RECORD_TABLES)
        with self._read() as connection:
            return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables}

    def _prepare(self, *, read_only: bool) -> None:
        """Make the tables in a new file; refuse one that is not ours or of a newer schema."""
        with self._engine.connect() as connection:
            names = set(inspect(connection).get_table_names())
            known = connection.scalar(select(schema.meta.c.value).filter_by(name="schema")) if schema.meta.name in names else None
        if known is not None and known.isdigit() and int(known) > schema.SCHEMA:
            reason = f"made by a newer antq-records (schema {known}, this one reads up to {schema.SCHEMA}); upgrade it"
            raise StoreError(str(self.path), reason)
        if known is None and (names or read_only):
            raise StoreError(str(self.path), "is a SQLite file, but no store of antq-records")
        if known is None:
            with self._write() as connection:
                if not inspect(connection).has_table(schema.meta.name):  # another may have made them just now
                    schema.metadata.create_all(connection)
                    connection.execute(insert(schema.meta), {"name": "schema", "value": str(schema.SCHEMA)})

    def _add_version(self, connection: Connection, article: str, records: Records, source: str | None, now: str) -> Added:
        """Put the records into ``article_versions``, and the article into ``articles`` if it is new."""
        versions = schema.article_versions
        shown_at = _time(records.article.captured_at) if records.article.captured_at else now
        told = {"last_seen": now, "source": source}
        known = connection.execute(select(versions).filter_by(article=article, text_sha256=records.article.text_sha256)).one_or_none()
        if known is not None:
            if records.article.captured_at:
                told["shown_at"] = max(known.shown_at, shown_at)
            same = _is_same_reading(records, known.records)
            if not same:
                told["records"] = to_json(records)
            connection.execute(update(versions).filter_by(article=article, version=known.version).values(told))
            return Added.UNCHANGED if same else Added.REREAD
        newest = connection.scalar(select(func.max(versions.c.version)).filter_by(article=article))
        if newest is None:
            row = {"id": article, "version": 0, "first_seen": now, "last_seen": now, **article_row(records)}
            connection.execute(insert(schema.articles), row)
        told |= {"shown_at": shown_at, "first_seen": now, "records": to_json(records), "text_sha256": records.article.text_sha256}
        connection.execute(insert(versions), {"article": article, "version": (newest or 0) + 1, **told})
        return Added.NEW if newest is None else Added.NEW_VERSION

    def _show_newest(self, connection: Connection, article: str, records: Records, *, changed: bool) -> None:
        """Let the plain tables show these records, if they are those of the version that the page had last."""
        versions = schema.article_versions
        newest = connection.execute(
            select(versions.c.version, versions.c.text_sha256)
            .filter_by(article=article)
            .order_by(versions.c.shown_at.desc(), versions.c.version.desc())
            .limit(1)
        ).one()
        shown = connection.scalar(select(schema.articles.c.version).filter_by(id=article))
        if newest.text_sha256 != records.article.text_sha256 or (shown == newest.version and not changed):
            return
        if shown:
            for clear in _CLEAR:
                connection.execute(clear, {"of": article})
        connection.execute(update(schema.articles).filter_by(id=article).values(version=newest.version, **article_row(records)))
        rows = record_rows(article, records)
        for table in schema.RECORD_TABLES:
            if table in rows:
                connection.execute(insert(table), rows[table])

    @contextmanager
    def _plainly(self) -> Iterator[None]:
        with told_plainly(str(self.path)):
            yield

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with self._plainly(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with self._plainly(), self._engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
            yield connection


def _article_id(article: Article) -> str:
    """Make the id of an article: of its address, else of its text."""
    return "article-" + sha256((article.url or f"text:{article.text_sha256}").encode()).hexdigest()[:16]


def _is_same_reading(records: Records, known: str) -> bool:
    """Compare all but the article, whose bytes and capture may differ; what cannot be read back any more is another reading."""
    try:
        kept = from_json(known)
    except FormatError:
        return False
    return evolve(records, article=kept.article) == kept


def _same_page(url: str | None, source: str | None) -> ColumnElement[bool]:
    table = schema.failures
    return or_(false(), *([table.c.url == url] if url else []), *([table.c.source == source] if source else []))


def _time(moment: datetime) -> str:
    """Give a moment as text that sorts: UTC, and taken as UTC where no zone is given."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")


def _kept(row: Row[Any]) -> KeptArticle:
    return KeptArticle(
        id=row.id,
        url=row.url,
        portal=row.portal,
        title=row.title,
        published_at=datetime.fromisoformat(row.published_at) if row.published_at else None,
        version=row.version,
        first_seen=datetime.fromisoformat(row.first_seen),
        last_seen=datetime.fromisoformat(row.last_seen),
    )
