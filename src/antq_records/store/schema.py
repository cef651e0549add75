"""
The tables of a store, plain enough to be read with ``sqlite3`` alone.

``articles`` and the tables of records show the *current* version of each article, so that a count counts nothing twice.
``article_versions`` keeps every version, each with all its records as JSON, without loss.

A record is named by its article and its id; the items of its lists stand in tables of their own, numbered from 0 as in the
paths of ``evidence.field``. A body takes three columns (``host``, ``host_ref``, ``host_within``), and so does a count
(``amount``, ``amount_qualifier``, ``amount_unit``). Times are ISO 8601 with their zone, dates as far as they are known.
"""

from typing import Any, Final

from sqlalchemy import DDL, BigInteger, Boolean, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, Table, Text, event

SCHEMA: Final = 1
"""Number of this schema; ``meta`` holds the one of the store."""

metadata: Final = MetaData()

meta: Final = Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

articles: Final = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("url", Text, unique=True),
    Column("portal", Text, index=True),
    Column("title", Text, nullable=False),
    Column("published_at", Text),
    Column("updated_at", Text),
    Column("authors", Text),
    Column("credit", Text),
    Column("text", Text, nullable=False),
    Column("tags", Text),
    Column("captured_at", Text),
    Column("page_sha256", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("core", Text, nullable=False),
    Column("importer", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("last_seen", Text, nullable=False),
)

article_versions: Final = Table(
    "article_versions",
    metadata,
    Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("text_sha256", Text, nullable=False),
    Column("shown_at", Text, nullable=False),  # the latest moment the page is known to have had this text: it orders the versions
    Column("first_seen", Text, nullable=False),
    Column("last_seen", Text, nullable=False),
    Column("source", Text),
    Column("records", Text, nullable=False),
    Index("article_versions_text", "article", "text_sha256", unique=True),
)

failures: Final = Table(
    "failures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, index=True),
    Column("source", Text, index=True),
    Column("importer", Text),
    Column("reason", Text, nullable=False),
    Column("first_seen", Text, nullable=False),
    Column("last_seen", Text, nullable=False),
)


def _text(*names: str) -> list[Column[Any]]:
    return [Column(name, Text) for name in names]


def _organization(name: str) -> list[Column[Any]]:
    return _text(name, f"{name}_ref", f"{name}_within")


def _quantity(name: str) -> list[Column[Any]]:
    return [Column(name, BigInteger), *_text(f"{name}_qualifier", f"{name}_unit")]


def _pointer(column: str, table: str) -> ForeignKeyConstraint:
    # checked at the end of a transaction, since records of one article point to one another in any order
    return ForeignKeyConstraint(
        ["article", column], [f"{table}.article", f"{table}.id"], ondelete="CASCADE", deferrable=True, initially="DEFERRED"
    )


def _article() -> Column[Any]:
    return Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)


def _records(name: str, *parts: Column[Any] | ForeignKeyConstraint) -> Table:
    """Make the table of one type of record."""
    return Table(name, metadata, _article(), Column("id", Text, primary_key=True), *parts, Index(f"{name}_id", "id"))


def _items(name: str, owner: str, table: str, *parts: Column[Any] | ForeignKeyConstraint) -> Table:
    """Make the table of one list that the records of *table* have."""
    return Table(
        name,
        metadata,
        _article(),
        Column(owner, Text, primary_key=True),
        Column("position", Integer, primary_key=True),
        *parts,
        _pointer(owner, table),
    )


people: Final = _records("people", *_text("name", "rank"))
offices: Final = _items("offices", "person", "people", *_text("title"), *_organization("organization"), *_text("standing"))

unions: Final = _records(
    "unions",
    *_text("name", "ref", "chair"),
    *_quantity("member_count"),
    *_quantity("grassroots_union_count"),
    *_quantity("superior_union_count"),
    *_text("as_of"),
    _pointer("chair", "people"),
)

clusters: Final = _records(
    "clusters",
    *_text("name"),
    Column("number", BigInteger),
    *_organization("host"),
    *_text("scope"),
    Column("year", Integer),
    *_text("as_of"),
    *_organization("head"),
    *_organization("deputy"),
)
cluster_members: Final = _items("cluster_members", "cluster", "clusters", *_organization("member"))

ceremonies: Final = _records(
    "ceremonies",
    *_text("kind", "status", "name", "date", "end_date", "day_part", "place", "movement", "period_start", "period_end"),
)
ceremony_organizers: Final = _items("ceremony_organizers", "ceremony", "ceremonies", *_organization("organizer"))
participants: Final = _items("participants", "ceremony", "ceremonies", *_text("person", "role"), _pointer("person", "people"))

honorees: Final = _records(
    "honorees",
    *_text("kind", "name", "person"),
    *_organization("unit"),
    *_quantity("count"),
    *_text("part_of"),
    _pointer("person", "people"),
    _pointer("part_of", "honorees"),
)
commendations: Final = _records(
    "commendations",
    *_text("honoree"),
    Column("position", Integer),
    *_text("status", "award", "form", "grade", "award_ref"),
    *_quantity("amount"),
    Column("posthumous", Boolean),
    Column("times", BigInteger),
    *_text("period_start", "period_end", "reason", "ceremony"),
    _pointer("honoree", "honorees"),
    _pointer("ceremony", "ceremonies"),
)
commendation_conferrers: Final = _items("commendation_conferrers", "commendation", "commendations", *_organization("conferrer"))
commendation_presenters: Final = _items(
    "commendation_presenters",
    "commendation",
    "commendations",
    *_text("person"),
    *_organization("organization"),
    *_organization("on_behalf_of"),
    _pointer("person", "people"),
)
commendation_proposers: Final = _items("commendation_proposers", "commendation", "commendations", *_organization("proposer"))

figures: Final = _records("figures", *_text("label"), *_quantity("quantity"), *_text("about", "as_of"))
findings: Final = _records("findings", *_text("code", "message"))

evidence: Final = Table(
    "evidence",
    metadata,
    _article(),
    Column("record", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    *_text("field"),
    Column("start_offset", Integer),
    Column("end_offset", Integer),
    *_text("quote", "basis"),
)

RECORD_TABLES: Final = tuple(table for table in metadata.sorted_tables if "article" in table.c and table is not article_versions)
"""The tables that show the current version of each article, owners before their items."""

IDENTIFIED: Final = (unions, clusters, ceremonies, honorees, people, figures)
"""The tables whose records have an id of their own; commendations and findings are numbered within their owner."""

_HONOURS: Final = """
CREATE VIEW honours AS
SELECT coalesce(honorees.name, honorees.count || coalesce(' ' || honorees.count_unit, '')) AS honoree, honorees.kind, honorees.unit,
       commendations.award, commendations.form, commendations.grade, commendations.status,
       (SELECT group_concat(conferrer, '; ') FROM commendation_conferrers AS conferrers
         WHERE conferrers.article = commendations.article AND conferrers.commendation = commendations.id) AS conferrers,
       ceremonies.name AS ceremony, ceremonies.date, ceremonies.place, articles.portal, articles.url, honorees.article, honorees.id
  FROM commendations
  JOIN honorees ON honorees.article = commendations.article AND honorees.id = commendations.honoree
  JOIN articles ON articles.id = commendations.article
  LEFT JOIN ceremonies ON ceremonies.article = commendations.article AND ceremonies.id = commendations.ceremony
 ORDER BY articles.published_at, articles.id, honorees.rowid, commendations.position
"""

event.listen(metadata, "after_create", DDL(_HONOURS).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]
