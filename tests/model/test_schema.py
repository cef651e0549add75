import inspect
import json

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import records

from antq_records.model import Records
from antq_records.model.schema import json_schema


def test_schema_is_a_schema():
    """The schema is itself valid, and describes every type and field by its docstring."""
    schema = json_schema()

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$defs"]["Evidence"]["properties"]["start"]["description"] == "First code point, counted in ``Article.text``."
    assert all(definition["description"] for definition in schema["$defs"].values())


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None, max_examples=30)
@given(records())
def test_output_fits_the_schema(any_records):
    """Whatever records there are, their JSON is valid."""
    jsonschema.Draft202012Validator(json_schema()).validate(json.loads(any_records.to_json()))


@pytest.mark.parametrize("key", ["schema", "article", "made_by"])
def test_schema_misses_nothing(key):
    """The envelope is required as a whole, and closed."""
    schema = json_schema()

    assert key in schema["required"]
    assert list(schema["properties"]) == schema["required"]
    assert schema["additionalProperties"] is False


def test_without_sources_there_are_no_descriptions_of_fields(monkeypatch):
    """A program shipped without its sources still gets the schema, from the classes alone."""

    def missing(_type):
        raise OSError

    monkeypatch.setattr(inspect, "getsource", missing)

    assert "description" not in json_schema()["properties"]["article"]
    assert Records.__doc__.strip().startswith(json_schema()["description"])
