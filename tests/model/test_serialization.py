import json

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import records

from antq_records.errors import FormatError
from antq_records.model import Article, Award, AwardForm, Block, BlockKind, CalendarDate, Evidence, MadeBy, Period, Records
from antq_records.model.serialization import from_dict, from_json, to_dict, to_json

KEYS = ["schema", "article", "unions", "clusters", "ceremonies", "honorees", "people", "figures", "findings", "made_by"]
ARTICLE = Article(
    title="Tổng kết",
    text="Tổng kết",
    blocks=[Block(kind=BlockKind.TITLE, start=0, end=8, selector="h1")],
    page_sha256="0" * 64,
    text_sha256="1" * 64,
)


def lists_and_values(data):
    """Yield every value of nested JSON data."""
    yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from lists_and_values(value)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None, max_examples=50)
@given(records())
def test_json_is_lossless(any_records):
    """What is written is read again as the same records, and written again as the same text."""
    text = to_json(any_records)

    assert from_json(text) == any_records
    assert to_json(from_json(text)) == text == any_records.to_json()


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None, max_examples=20)
@given(records())
def test_dict_is_plain_json(any_records):
    """The envelope has its keys in order, and holds nothing that JSON has not; lists are lists."""
    data = to_dict(any_records)

    assert list(data) == KEYS
    assert data["schema"] == "antq-records/1"
    assert json.loads(json.dumps(data)) == data
    assert {type(value) for value in lists_and_values(data)} <= {dict, list, str, int, bool, type(None)}


def test_indent():
    """Indented JSON says the same."""
    empty = Records(article=ARTICLE, made_by=MadeBy(core="0.1.0", importer="structure 0.1.0", data="1"))

    assert "\n  " in to_json(empty, indent=2)
    assert from_json(to_json(empty, indent=2).encode()) == empty


@pytest.mark.parametrize(
    ("value", "data"),
    [
        pytest.param(
            Period(start=CalendarDate(year=2024), end=CalendarDate(year=2024, month=6)), {"start": "2024", "end": "2024-06"}, id="period"
        ),
        pytest.param(Award(form=AwardForm.FLAG), {"form": "flag", "name": None, "grade": None, "ref": None}, id="enum and absent facts"),
        pytest.param(
            Evidence(field=None, start=2, end=4, quote="ab"),
            {"field": None, "start": 2, "end": 4, "quote": "ab", "basis": "text"},
            id="evidence",
        ),
    ],
)
def test_every_class_has_its_json(value, data):
    """Each class of the model goes there and back alone, too."""
    assert to_dict(value) == data
    assert from_dict(data, type(value)) == value


def broken(path, value):
    """Return an article's JSON with one value replaced, or removed where the new value is ``...``."""
    data = to_dict(Records(article=ARTICLE, made_by=MadeBy(core="1", importer="x", data="1")))
    data["ceremonies"] = [{"id": "ceremony-1", "kind": "visit", "evidence": [{"field": None, "start": 0, "end": 4, "quote": "Tổng"}]}]
    *outer, last = path
    place = data
    for step in outer:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        pytest.param(["ceremonies", 0, "kind"], ..., "required field missing @ $.ceremonies[0].kind", id="missing field"),
        pytest.param(["ceremonies", 0, "where"], "Huế", "unknown field where @ $.ceremonies[0]", id="unknown key"),
        pytest.param(["extra"], 1, "unknown field extra @ $", id="unknown key of the envelope"),
        pytest.param(["ceremonies", 0, "kind"], "party", "'party' is not a valid CeremonyKind @ $.ceremonies[0].kind", id="enum"),
        pytest.param(["ceremonies", 0, "date"], "25/11/2024", "@ $.ceremonies[0].date", id="date"),
        pytest.param(["ceremonies", 0, "name"], 5, "expected str, found 5 @ $.ceremonies[0].name", id="number for text"),
        pytest.param(["article", "blocks", 0, "start"], "0", "expected int, found '0' @ $.article.blocks[0].start", id="text for number"),
        pytest.param(
            ["article", "blocks", 0, "start"], True, "expected int, found True @ $.article.blocks[0].start", id="truth for number"
        ),
        pytest.param(
            ["article", "blocks", 0, "end"], 99, "is out of order or outside the text @ $.article", id="what the class itself refuses"
        ),
        pytest.param(["article", "published_at"], "yesterday", "@ $.article.published_at", id="time"),
        pytest.param(["article", "authors"], "Cao Huy", "expected list, found 'Cao Huy' @ $.article.authors", id="text for list"),
        pytest.param(["people"], None, "expected list, found None @ $.people", id="null for list"),
        pytest.param(["made_by"], [], "expected dict, found [] @ $.made_by", id="list for object"),
        pytest.param(
            ["ceremonies", 0, "participants"], [{"person": "person-9", "role": "chair"}], "no record has the id person-9", id="dangling id"
        ),
        pytest.param(["schema"], "antq-records/2", "expected 'antq-records/1', found 'antq-records/2' @ $.schema", id="other version"),
        pytest.param(["schema"], ..., "expected 'antq-records/1', found None @ $.schema", id="no version"),
    ],
)
def test_broken_json_is_refused(path, value, message):
    """What is not our format is refused, and the message names the place."""
    with pytest.raises(FormatError) as error:
        from_json(broken(path, value))

    assert message in str(error.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "nan"])
def test_what_is_no_json_object(text):
    """Text that is no JSON object is a format error, too."""
    with pytest.raises(FormatError):
        from_json(text)
