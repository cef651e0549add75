"""The records of one article as rows of the store's tables."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Table

from antq_records.model import (
    CalendarDate,
    Ceremony,
    Cluster,
    Commendation,
    Evidence,
    Honoree,
    Organization,
    Period,
    Person,
    Quantity,
    Records,
    Union,
)
from antq_records.store import schema

__all__ = ["Row", "article_row", "record_rows"]

Row = dict[str, object]

_LARGEST: Final = 2**63 - 1
"""The largest number that the database holds."""


def article_row(records: Records) -> Row:
    """Return what ``articles`` says of the article, but for its id, version and when it was seen."""
    article = records.article
    return {
        "url": article.url,
        "portal": article.portal,
        "title": article.title,
        "published_at": _moment(article.published_at),
        "updated_at": _moment(article.updated_at),
        "authors": "; ".join(article.authors) or None,
        "credit": article.credit,
        "text": article.text,
        "tags": "; ".join(article.tags) or None,
        "captured_at": _moment(article.captured_at),
        "page_sha256": article.page_sha256,
        "text_sha256": article.text_sha256,
        "core": records.made_by.core,
        "importer": records.made_by.importer,
        "data": records.made_by.data,
    }


def record_rows(article: str, records: Records) -> dict[Table, list[Row]]:
    """Return the rows of every table of records, each with the id of its article."""
    tables = _Tables(article)
    for person in records.people:
        tables.add_person(person)
    for union in records.unions:
        tables.add_union(union)
    for cluster in records.clusters:
        tables.add_cluster(cluster)
    for ceremony in records.ceremonies:
        tables.add_ceremony(ceremony)
    for honoree in records.honorees:
        tables.add_honoree(honoree)
    for figure in records.figures:
        tables.add(
            schema.figures,
            id=figure.id,
            label=figure.label,
            **_quantity("quantity", figure.quantity),
            about=figure.about,
            as_of=_text(figure.as_of),
        )
        tables.add_evidence(figure.id, figure.evidence)
    for number, finding in enumerate(records.findings):
        tables.add(schema.findings, id=f"finding-{number}", code=finding.code.value, message=finding.message)
        tables.add_evidence(f"finding-{number}", finding.evidence)
    return tables.rows


class _Tables:
    """Rows by table, all of one article."""

    def __init__(self, article: str) -> None:
        self.article = article
        self.rows: dict[Table, list[Row]] = defaultdict(list)

    def add(self, table: Table, **row: object) -> None:
        self.rows[table].append({"article": self.article, **row})

    def add_items(self, table: Table, owner: str, owner_id: str, items: Sequence[Row]) -> None:
        for position, item in enumerate(items):
            self.add(table, **{owner: owner_id}, position=position, **item)

    def add_evidence(self, record: str, evidence: Sequence[Evidence]) -> None:
        self.add_items(
            schema.evidence,
            "record",
            record,
            [
                {"field": one.field, "start_offset": one.start, "end_offset": one.end, "quote": one.quote, "basis": one.basis.value}
                for one in evidence
            ],
        )

    def add_person(self, person: Person) -> None:
        self.add(schema.people, id=person.id, name=person.name, rank=person.rank)
        offices = [
            {"title": office.title, **_organization("organization", office.organization), "standing": office.standing.value}
            for office in person.offices
        ]
        self.add_items(schema.offices, "person", person.id, offices)
        self.add_evidence(person.id, person.evidence)

    def add_union(self, union: Union) -> None:
        self.add(
            schema.unions,
            id=union.id,
            name=union.name,
            ref=union.ref,
            chair=union.chair,
            **_quantity("member_count", union.member_count),
            **_quantity("grassroots_union_count", union.grassroots_union_count),
            **_quantity("superior_union_count", union.superior_union_count),
            as_of=_text(union.as_of),
        )
        self.add_evidence(union.id, union.evidence)

    def add_cluster(self, cluster: Cluster) -> None:
        self.add(
            schema.clusters,
            id=cluster.id,
            name=cluster.name,
            number=_number(cluster.number),
            **_organization("host", cluster.host),
            scope=_text(cluster.scope),
            year=cluster.year,
            as_of=_text(cluster.as_of),
            **_organization("head", cluster.head),
            **_organization("deputy", cluster.deputy),
        )
        self.add_items(schema.cluster_members, "cluster", cluster.id, [_organization("member", member) for member in cluster.members])
        self.add_evidence(cluster.id, cluster.evidence)

    def add_ceremony(self, ceremony: Ceremony) -> None:
        self.add(
            schema.ceremonies,
            id=ceremony.id,
            kind=ceremony.kind.value,
            status=ceremony.status.value,
            name=ceremony.name,
            date=_text(ceremony.date),
            end_date=_text(ceremony.end_date),
            day_part=_text(ceremony.day_part),
            place=ceremony.place,
            movement=ceremony.movement,
            **_period(ceremony.period),
        )
        organizers = [_organization("organizer", organizer) for organizer in ceremony.organizers]
        self.add_items(schema.ceremony_organizers, "ceremony", ceremony.id, organizers)
        parts: list[Row] = [{"person": part.person, "role": part.role.value} for part in ceremony.participants]
        self.add_items(schema.participants, "ceremony", ceremony.id, parts)
        self.add_evidence(ceremony.id, ceremony.evidence)

    def add_honoree(self, honoree: Honoree) -> None:
        self.add(
            schema.honorees,
            id=honoree.id,
            kind=honoree.kind.value,
            name=honoree.name,
            person=honoree.person,
            **_organization("unit", honoree.unit),
            **_quantity("count", honoree.count),
            part_of=honoree.part_of,
        )
        self.add_evidence(honoree.id, honoree.evidence)
        for position, commendation in enumerate(honoree.commendations):
            self.add_commendation(honoree.id, position, commendation)

    def add_commendation(self, honoree: str, position: int, commendation: Commendation) -> None:
        own_id = f"{honoree}#{position}"
        award = commendation.award
        self.add(
            schema.commendations,
            id=own_id,
            honoree=honoree,
            position=position,
            status=commendation.status.value,
            award=award.name,
            form=award.form.value,
            grade=award.grade,
            award_ref=award.ref,
            **_quantity("amount", commendation.amount),
            posthumous=commendation.posthumous,
            times=_number(commendation.times),
            **_period(commendation.period),
            reason=commendation.reason,
            ceremony=commendation.ceremony,
        )
        conferrers = [_organization("conferrer", conferrer) for conferrer in commendation.conferrers]
        self.add_items(schema.commendation_conferrers, "commendation", own_id, conferrers)
        presenters = [
            {
                "person": presenter.person,
                **_organization("organization", presenter.organization),
                **_organization("on_behalf_of", presenter.on_behalf_of),
            }
            for presenter in commendation.presenters
        ]
        self.add_items(schema.commendation_presenters, "commendation", own_id, presenters)
        proposers = [_organization("proposer", proposer) for proposer in commendation.proposers]
        self.add_items(schema.commendation_proposers, "commendation", own_id, proposers)
        self.add_evidence(own_id, commendation.evidence)


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _text(value: CalendarDate | str | None) -> str | None:
    return None if value is None else str(value)


def _number(number: int | None) -> int | None:
    # a number too large for the database is a slip of the page; the JSON of the version still has it
    return number if number is not None and abs(number) <= _LARGEST else None


def _organization(column: str, organization: Organization | None) -> Row:
    if organization is None:
        return {column: None, f"{column}_ref": None, f"{column}_within": None}
    return {column: organization.name, f"{column}_ref": organization.ref, f"{column}_within": organization.within}


def _quantity(column: str, quantity: Quantity | None) -> Row:
    if quantity is None:
        return {column: None, f"{column}_qualifier": None, f"{column}_unit": None}
    return {column: _number(quantity.value), f"{column}_qualifier": quantity.qualifier.value, f"{column}_unit": quantity.unit}


def _period(period: Period | None) -> Row:
    return {"period_start": str(period.start) if period else None, "period_end": str(period.end) if period else None}
