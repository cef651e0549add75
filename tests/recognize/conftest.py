"""Articles made of a few lines, and what is read from them in words that fit a table."""

import hashlib
from datetime import datetime

import pytest

from antq_records.model import Article, Block, BlockKind, MadeBy, Records
from antq_records.recognize import recognize
from antq_records.testing import loose_evidence


def article(*lines, title=None, published=None, kinds=()):
    """Return an article of paragraphs; *kinds* gives other kinds of blocks, by the number of their line."""
    pieces = ([(title, BlockKind.TITLE)] if title else []) + [
        (line, BlockKind(dict(kinds).get(number, "paragraph"))) for number, line in enumerate(lines)
    ]
    text = ""
    blocks = []
    for number, (line, kind) in enumerate(pieces):
        start = len(text)
        text += line
        blocks.append(Block(kind=kind, start=start, end=len(text), selector=f"p:nth-of-type({number + 1})"))
        text += "\n"
    text = text.rstrip("\n")
    return Article(
        title=title or lines[0],
        published_at=datetime.fromisoformat(published) if published else None,
        text=text,
        blocks=blocks,
        page_sha256="0" * 64,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def read(*lines, portal_line=None, **how):
    """Return what is read from an article of these lines, its evidence checked."""
    made = article(*lines, **how)
    records = Records(article=made, made_by=MadeBy(core="0", importer="lines 0", data="0"), **recognize(made, portal_line))

    assert loose_evidence(records) == []

    return records


@pytest.fixture(name="made")
def made_fixture():
    """Give the way from lines to an article."""
    return article


@pytest.fixture(name="read")
def read_fixture():
    """Give the way from lines to records."""
    return read


@pytest.fixture(name="honours")
def honours_fixture():
    """Give the way from lines to honours in words, one line for each honoree and award."""

    def honours(*lines, **how):
        records = read(*lines, **how)
        people = {person.id: person.name for person in records.people}
        return [f"{_who(honoree)}: {_what(one, people)}" for honoree in records.honorees for one in honoree.commendations]

    return honours


def _who(honoree):
    words = honoree.name or (str(honoree.count) if honoree.count else f"({honoree.kind})")
    return f"{words} [{honoree.unit.name}]" if honoree.unit else words


def _what(one, people):
    award = one.award
    parts = [award.name or award.form.value if award.name or not award.grade else "", award.grade or ""]
    words = " ".join(part for part in parts if part)
    words = f"proposed {words}" if one.status.value == "proposed" else words
    words = f"posthumous {words}" if one.posthumous else words
    for joint, names in (("by", one.conferrers), ("asked by", one.proposers)):
        words += f" {joint} {' + '.join(name.name for name in names)}" if names else ""
    presenters = [
        (people[giver.person] if giver.person else giver.organization.name)
        + (f" for {giver.on_behalf_of.name}" if giver.on_behalf_of else "")
        for giver in one.presenters
    ]
    words += f" handed by {' + '.join(presenters)}" if presenters else ""
    words += f" with {one.amount}" if one.amount else ""
    words += f" time {one.times}" if one.times else ""
    words += f" for {one.period}" if one.period else ""
    return words + (f" because {one.reason}" if one.reason else "")
