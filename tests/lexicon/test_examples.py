import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest

from antq_records.lexicon.awards import resolve
from antq_records.lexicon.family_names import is_family_name
from antq_records.lexicon.offices import office_titles
from antq_records.lexicon.organizations import organization, organization_by_id
from antq_records.lexicon.ranks import ranks
from antq_records.model import AwardForm
from antq_records.text.unicode import fold

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("tests/pages/*/expected.toml"), *ROOT.glob("plugins/*/tests/pages/*/expected.toml")])
SEEDS = sorted((ROOT.parent / "shared" / "seeds" / "expected").glob("*.toml"))
ALL = [pytest.param(path, id=path.parent.name if path.name == "expected.toml" else f"seed-{path.stem}") for path in (*PAGES, *SEEDS)]

pytestmark = pytest.mark.skipif(not ALL, reason="no page with expected records is at hand")


def bodies(value):
    """Yield every organisation of some expected records that is tied to the registry."""
    if isinstance(value, dict):
        if "name" in value and "form" not in value and ("ref" in value or "within" in value):
            yield value
        for field, inner in value.items():
            if field not in {"proof", "basis"}:
                yield from bodies(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from bodies(inner)


@pytest.mark.parametrize("path", ALL)
def test_bodies_of_expected_records_go_by_their_names(path):
    """Each ref is an id whose body bears that name on the day of the article; what a body is within exists."""
    expected = tomllib.loads(path.read_text(encoding="utf-8"))
    published = expected.get("article", {}).get("published_at")
    day = published.date() if isinstance(published, datetime) else published
    found = list(bodies(expected))

    assert all(organization_by_id(body["within"]) for body in found if "within" in body)
    for body in found:
        if "ref" in body and isinstance(day, date):
            assert organization(body["name"], on=day) is organization_by_id(body["ref"])
        elif "ref" in body:
            assert organization_by_id(body["ref"])


@pytest.mark.parametrize("path", ALL)
def test_awards_of_expected_records_resolve(path):
    """Form, name and conferrer give the ref that stands there, and none where none stands there."""
    expected = tomllib.loads(path.read_text(encoding="utf-8"))
    for honoree in expected.get("honoree", []):
        for commendation in honoree.get("commendations", []):
            award = commendation["award"]
            conferrer = next((body.get("ref") or body.get("within") for body in commendation.get("conferrers", [])), None)
            if "name" in award:
                assert resolve(AwardForm(award["form"]), award["name"], conferrer) == award.get("ref")


@pytest.mark.parametrize("path", ALL)
def test_people_of_expected_records_are_spelt_with_known_words(path):
    """Family names, ranks and titles of office are all in the lexicon."""
    titles = {fold(office.title) for office in office_titles()}
    known_ranks = {fold(rank.name) for rank in ranks()}
    for person in tomllib.loads(path.read_text(encoding="utf-8")).get("person", []):
        first, second, *_ = [*person["name"].split(), ""]
        assert is_family_name(first) or is_family_name(f"{first} {second}")
        assert "rank" not in person or fold(person["rank"]) in known_ranks
        assert [office["title"] for office in person.get("offices", []) if fold(office["title"]) not in titles] == []
