"""One line for each record, for people."""

from collections.abc import Iterable, Iterator

from antq_records.model import Ceremony, Cluster, Figure, Honoree, Office, Organization, Person, Records, Row, Union

__all__ = ["award_of", "summaries"]


def summaries(records: Records) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield, for each type of record that the article has, a heading and the id and line of each record."""
    names = {person.id: person.name for person in records.people}
    for heading, lines in (
        ("Honorees", [(one.id, _honoree(one)) for one in records.honorees]),
        ("Ceremonies", [(one.id, _ceremony(one, names)) for one in records.ceremonies]),
        ("Clusters", [(one.id, _cluster(one)) for one in records.clusters]),
        ("Unions", [(one.id, _union(one, names)) for one in records.unions]),
        ("People", [(one.id, _person(one)) for one in records.people]),
        ("Figures", [(one.id, _figure(one)) for one in records.figures]),
        ("Findings", [(one.code.value, one.message) for one in records.findings]),
    ):
        if lines:
            yield heading, lines


def award_of(row: Row) -> str:
    """Return the award of a row with its grade, said once."""
    return row.award if row.grade is None or row.grade in row.award else f"{row.award} {row.grade}"


def _honoree(honoree: Honoree) -> str:
    awards = [
        _joined(one.award.name or one.award.form.value, one.award.grade, one.status.value if one.status != "conferred" else None)
        for one in honoree.commendations
    ]
    return _joined(honoree.name or honoree.count or honoree.kind.value, _name(honoree.unit), "; ".join(awards))


def _ceremony(ceremony: Ceremony, names: dict[str, str]) -> str:
    date = f"{ceremony.date}/{ceremony.end_date}" if ceremony.date and ceremony.end_date else ceremony.date
    chairs = [names[part.person] for part in ceremony.participants if part.role == "chair"]
    return _joined(
        ceremony.name or ceremony.kind.value,
        f"{ceremony.kind.value}, {ceremony.status.value}" if ceremony.name else ceremony.status.value,
        date,
        ceremony.place,
        _said("by", _names(ceremony.organizers)),
        _said("chaired by", ", ".join(chairs)),
        _said("period", ceremony.period),
    )


def _cluster(cluster: Cluster) -> str:
    return _joined(
        cluster.name,
        _name(cluster.host),
        cluster.year,
        _said("head", _name(cluster.head)),
        _said("deputy", _name(cluster.deputy)),
        _said(f"{len(cluster.members)} members:", _names(cluster.members)),
    )


def _union(union: Union, names: dict[str, str]) -> str:
    return _joined(
        union.name,
        _said("chair", names.get(union.chair or "")),
        _said("members", union.member_count),
        _said("grassroots unions", union.grassroots_union_count),
        _said("superior unions", union.superior_union_count),
        _said("as of", union.as_of),
    )


def _person(person: Person) -> str:
    return _joined(_joined(person.rank, person.name, sep=" "), "; ".join(map(_office, person.offices)))


def _office(office: Office) -> str:
    standing = f"({office.standing.value})" if office.standing != "current" else None
    return _joined(office.title, _name(office.organization), standing, sep=" ")


def _figure(figure: Figure) -> str:
    return _joined(figure.label, figure.quantity, figure.about, _said("as of", figure.as_of))


def _name(organization: Organization | None) -> str | None:
    return organization.name if organization else None


def _names(organizations: Iterable[Organization]) -> str:
    return ", ".join(organization.name for organization in organizations)


def _said(word: str, value: object) -> str | None:
    return f"{word} {value}" if value else None


def _joined(*parts: object, sep: str = " · ") -> str:
    return sep.join(str(part) for part in parts if part)
