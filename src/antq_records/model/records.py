"""Everything read from one article."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from antq_records.model.article import Article
from antq_records.model.ceremony import Ceremony
from antq_records.model.cluster import Cluster
from antq_records.model.convert import as_tuple
from antq_records.model.evidence import Evidence
from antq_records.model.figure import Figure
from antq_records.model.finding import Finding
from antq_records.model.honoree import Commendation, Honoree
from antq_records.model.person import Person
from antq_records.model.union import Union

if TYPE_CHECKING:
    from antq_records.model.values import Organization

__all__ = ["MadeBy", "Records", "Row"]

_WithId = Union | Cluster | Ceremony | Honoree | Person | Figure


@frozen(kw_only=True)
class MadeBy:
    """What made the records: the same page and the same of these give the same records."""

    core: str
    """Version of antq-records."""

    importer: str
    """Id and version of the importer, such as ``nukeviet 0.1.0``."""

    data: str
    """Version of the lexicon's data files."""


class Row(NamedTuple):
    """One award to one honoree, flat, for a table; absent facts are None."""

    honoree: str
    """Name, or for a group its size and counting word: ``59 tập thể``."""
    kind: str
    """``individual``, ``collective``, ``household`` or ``mixed``."""
    unit: str | None
    """The body the honoree belongs to."""
    award: str
    """The award's name as written, else its form."""
    form: str
    """``flag``, ``certificate_of_merit``, …"""
    grade: str | None
    """``hạng Nhất``, ``giải A``."""
    status: str
    """``conferred`` or ``proposed``."""
    conferrers: str | None
    """Whose award it is, several parted by ``; ``."""
    presenters: str | None
    """Who hands it over."""
    proposers: str | None
    """Who asked for it."""
    period: str | None
    """What time it rewards: ``2024``, ``2018/2023``."""
    ceremony: str | None
    """Name of the ceremony."""
    date: str | None
    """Date of the ceremony."""
    place: str | None
    """Place of the ceremony."""
    quote: str
    """The words that prove the award."""
    url: str | None
    """Address of the article."""


@frozen(kw_only=True)
class Records:
    """
    Everything read from one article, each with the words that prove it.

    Checked on creation: every quote stands at its place in the article's text, and every id points to a record.
    """

    article: Article
    """What it was read from."""

    unions: tuple[Union, ...] = field(default=(), converter=as_tuple)
    """Trade-union bodies named."""

    clusters: tuple[Cluster, ...] = field(default=(), converter=as_tuple)
    """Emulation clusters, one for each year spoken of."""

    ceremonies: tuple[Ceremony, ...] = field(default=(), converter=as_tuple)
    """Events reported or announced, the article's main one first."""

    honorees: tuple[Honoree, ...] = field(default=(), converter=as_tuple)
    """Who is honoured, each with its awards, in the order of the article."""

    people: tuple[Person, ...] = field(default=(), converter=as_tuple)
    """People named with a part in the event."""

    figures: tuple[Figure, ...] = field(default=(), converter=as_tuple)
    """Other counts."""

    findings: tuple[Finding, ...] = field(default=(), converter=as_tuple)
    """What does not add up or was not found."""

    made_by: MadeBy
    """What made them."""

    def __attrs_post_init__(self) -> None:
        """Check quotes and ids."""
        text = self.article.text
        for evidence in self.all_evidence():
            if not text.startswith(evidence.quote, evidence.start):
                msg = f"{evidence.quote!r} does not stand at {evidence.start} of the article's text"
                raise ValueError(msg)
        known: set[str] = set()
        records: tuple[_WithId, ...] = (*self.unions, *self.clusters, *self.ceremonies, *self.honorees, *self.people, *self.figures)
        for record in records:
            if record.id in known:
                msg = f"two records have the id {record.id}"
                raise ValueError(msg)
            known.add(record.id)
        for pointer in self._pointers():
            if pointer is not None and pointer not in known:
                msg = f"no record has the id {pointer}"
                raise ValueError(msg)

    def _pointers(self) -> Iterator[str | None]:
        for union in self.unions:
            yield union.chair
        for ceremony in self.ceremonies:
            for participant in ceremony.participants:
                yield participant.person
        for honoree in self.honorees:
            yield honoree.person
            yield honoree.part_of
            for commendation in honoree.commendations:
                yield commendation.ceremony
                for presenter in commendation.presenters:
                    yield presenter.person

    def all_evidence(self) -> Iterator[Evidence]:
        """Yield every piece of evidence of every record, commendations and findings included."""
        records: tuple[_WithId | Finding, ...] = (
            *self.unions,
            *self.clusters,
            *self.ceremonies,
            *self.people,
            *self.figures,
            *self.findings,
        )
        for record in records:
            yield from record.evidence
        for honoree in self.honorees:
            yield from honoree.evidence
            for commendation in honoree.commendations:
                yield from commendation.evidence

    def rows(self) -> list[Row]:
        """Return one flat row for each award of each honoree, in the order of the article."""
        ceremonies = {ceremony.id: ceremony for ceremony in self.ceremonies}
        people = {person.id: person.name for person in self.people}
        return [
            _row(honoree, commendation, ceremonies.get(commendation.ceremony or ""), people, self.article.url)
            for honoree in self.honorees
            for commendation in honoree.commendations
        ]

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the records as JSON (``antq-records/1``), without loss; ``indent`` as in :func:`json.dumps`."""
        from antq_records.model.serialization import to_json  # noqa: PLC0415 - cattrs is slow to import

        return to_json(self, indent=indent)

    def __repr__(self) -> str:
        """Say what was read, in one line."""
        counts = ", ".join(
            f"{len(records)} {name}"
            for name in ("ceremonies", "honorees", "clusters", "unions", "people", "figures", "findings")
            if (records := getattr(self, name))
        )
        return f"<Records of {self.article.title!r}: {counts or 'nothing'}>"

    def _repr_html_(self) -> str:
        from antq_records.model.highlight import to_html  # noqa: PLC0415 - only notebooks need it

        return to_html(self)


def _row(honoree: Honoree, commendation: Commendation, ceremony: Ceremony | None, people: dict[str, str], url: str | None) -> Row:
    award = commendation.award
    presenters = [
        people[one.person] if one.person else one.organization.name if one.organization else "" for one in commendation.presenters
    ]
    return Row(
        honoree=honoree.name or (str(honoree.count) if honoree.count else f"({honoree.kind.value}s)"),
        kind=honoree.kind.value,
        unit=honoree.unit.name if honoree.unit else None,
        award=award.name or award.form.value,
        form=award.form.value,
        grade=award.grade,
        status=commendation.status.value,
        conferrers=_names(commendation.conferrers),
        presenters="; ".join(presenters) or None,
        proposers=_names(commendation.proposers),
        period=str(commendation.period) if commendation.period else None,
        ceremony=ceremony.name if ceremony else None,
        date=str(ceremony.date) if ceremony and ceremony.date else None,
        place=ceremony.place if ceremony else None,
        quote=_proof(commendation.evidence),
        url=url,
    )


def _names(organizations: tuple["Organization", ...]) -> str | None:
    return "; ".join(organization.name for organization in organizations) or None


def _proof(evidence: tuple[Evidence, ...]) -> str:
    """Return the quote that shows the commendation as a whole, else the first of its award."""
    for path in (None, "award", "award.name", "award.form"):
        for piece in evidence:
            if piece.field == path:
                return piece.quote
    return evidence[0].quote
