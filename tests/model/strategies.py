"""Hypothesis strategies for the whole model: any records that could be, with evidence that stands in their text."""

from datetime import UTC, timedelta, timezone
from hashlib import sha256

from hypothesis import strategies as st

from antq_records import model

TEXT = st.text(min_size=1, max_size=12)
ID = st.from_regex(r"[a-z]{1,8}(?:-[a-z0-9]{1,4})?", fullmatch=True)
MOMENT = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=7))]))
YEAR = st.integers(1900, 2100)


def maybe(strategy):
    """Return the strategy, or None."""
    return st.none() | strategy


def several(strategy, **limits):
    """Return short tuples of the strategy."""
    return st.lists(strategy, max_size=2, **limits).map(tuple)


DATE = st.one_of(
    st.dates().filter(lambda day: day.year >= 1000).map(lambda day: model.CalendarDate(year=day.year, month=day.month, day=day.day)),
    st.builds(model.CalendarDate, year=YEAR, month=st.integers(1, 12)),
    st.builds(model.CalendarDate, year=YEAR),
    st.builds(model.CalendarDate, month=st.integers(1, 12), day=st.integers(1, 28)),
)
PERIOD = st.builds(model.Period, start=DATE, end=DATE)
ORGANIZATION = st.builds(model.Organization, name=TEXT, ref=maybe(ID), within=maybe(ID))
QUANTITY = st.builds(model.Quantity, value=st.integers(0), qualifier=st.sampled_from(model.Qualifier), unit=maybe(TEXT))
OFFICE = st.builds(model.Office, title=TEXT, organization=maybe(ORGANIZATION), standing=st.sampled_from(model.Standing))
AWARD = st.builds(model.Award, form=st.sampled_from(model.AwardForm), name=maybe(TEXT), grade=maybe(TEXT), ref=maybe(ID))


@st.composite
def articles(draw):
    """Return articles of up to four blocks."""
    pieces = draw(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=4))
    text = "\n".join(pieces)
    blocks, start = [], 0
    for piece in pieces:
        blocks.append(
            model.Block(
                kind=draw(st.sampled_from(model.BlockKind)),
                start=start,
                end=start + len(piece),
                selector=draw(TEXT),
                group=draw(maybe(st.integers(0, 9))),
                row=draw(maybe(st.integers(0, 9))),
                column=draw(maybe(st.integers(0, 9))),
                header=draw(st.booleans()),
            )
        )
        start += len(piece) + 1
    return model.Article(
        url=draw(maybe(TEXT)),
        portal=draw(maybe(ID)),
        title=draw(TEXT),
        published_at=draw(maybe(MOMENT)),
        updated_at=draw(maybe(MOMENT)),
        authors=draw(several(TEXT)),
        credit=draw(maybe(TEXT)),
        text=text,
        blocks=blocks,
        tags=draw(several(TEXT)),
        captured_at=draw(maybe(MOMENT)),
        page_sha256=sha256(b"").hexdigest(),
        text_sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


@st.composite
def evidence(draw, text, **limits):
    """Return pieces of evidence that stand in *text*."""
    pieces = []
    for _ in range(draw(st.integers(limits.get("min_size", 1), 2))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        field = draw(maybe(st.sampled_from(["name", "members[2]", "award.name"])))
        basis = draw(st.sampled_from(model.Basis))
        pieces.append(model.Evidence(field=field, start=start, end=end, quote=text[start:end], basis=basis))
    return tuple(pieces)


@st.composite
def records(draw):
    """Return any records: up to two of each type, whose ids and evidence hold."""
    article = draw(articles())
    proof = evidence(article.text)
    ids = iter(range(100))

    def some(type_, **fields):
        return [
            draw(st.builds(type_, id=st.just(f"{type_.__name__.lower()}-{next(ids)}"), evidence=proof, **fields))
            for _ in range(draw(st.integers(0, 2)))
        ]

    people = some(model.Person, name=TEXT, rank=maybe(TEXT), offices=several(OFFICE))
    person = st.sampled_from([None, *(one.id for one in people)])
    part = st.builds(model.Participant, person=person.filter(bool), role=st.sampled_from(model.Role))
    ceremonies = some(
        model.Ceremony,
        kind=st.sampled_from(model.CeremonyKind),
        status=st.sampled_from(model.CeremonyStatus),
        name=maybe(TEXT),
        date=maybe(DATE),
        end_date=maybe(DATE),
        day_part=maybe(st.sampled_from(model.DayPart)),
        place=maybe(TEXT),
        organizers=several(ORGANIZATION),
        participants=several(part) if people else st.just(()),
        movement=maybe(TEXT),
        period=maybe(PERIOD),
    )
    presenter = st.builds(model.Presenter, organization=ORGANIZATION, on_behalf_of=maybe(ORGANIZATION))
    if people:
        presenter |= st.builds(model.Presenter, person=person.filter(bool), on_behalf_of=maybe(ORGANIZATION))
    commendation = st.builds(
        model.Commendation,
        award=AWARD,
        status=st.sampled_from(model.CommendationStatus),
        conferrers=several(ORGANIZATION),
        presenters=several(presenter),
        proposers=several(ORGANIZATION),
        amount=maybe(QUANTITY),
        posthumous=st.booleans(),
        times=maybe(st.integers(1, 9)),
        period=maybe(PERIOD),
        reason=maybe(TEXT),
        ceremony=st.sampled_from([None, *(one.id for one in ceremonies)]),
        evidence=proof,
    )
    groups = some(model.Honoree, kind=st.sampled_from(model.HonoreeKind), count=maybe(QUANTITY), commendations=several(commendation))
    honorees = some(
        model.Honoree,
        kind=st.sampled_from(model.HonoreeKind),
        name=maybe(TEXT),
        person=person,
        unit=maybe(ORGANIZATION),
        part_of=st.sampled_from([None, *(one.id for one in groups)]),
        commendations=several(commendation),
    )
    unions = some(
        model.Union,
        name=TEXT,
        ref=maybe(ID),
        chair=person,
        member_count=maybe(QUANTITY),
        grassroots_union_count=maybe(QUANTITY),
        superior_union_count=maybe(QUANTITY),
        as_of=maybe(DATE),
    )
    clusters = some(
        model.Cluster,
        name=TEXT,
        number=maybe(st.integers(1, 20)),
        host=maybe(ORGANIZATION),
        scope=maybe(st.sampled_from(model.ClusterScope)),
        year=YEAR,
        as_of=maybe(DATE),
        members=several(ORGANIZATION),
        head=maybe(ORGANIZATION),
        deputy=maybe(ORGANIZATION),
    )
    finding = st.builds(model.Finding, code=st.sampled_from(model.FindingCode), message=TEXT, evidence=evidence(article.text, min_size=0))
    return model.Records(
        article=article,
        unions=unions,
        clusters=clusters,
        ceremonies=ceremonies,
        honorees=[*groups, *honorees],
        people=people,
        figures=some(model.Figure, label=TEXT, quantity=QUANTITY, about=maybe(TEXT), as_of=maybe(DATE)),
        findings=draw(several(finding)),
        made_by=draw(st.builds(model.MadeBy, core=TEXT, importer=TEXT, data=TEXT)),
    )
