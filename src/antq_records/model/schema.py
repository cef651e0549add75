"""The JSON Schema of ``antq-records/1``, made from the classes of the model themselves."""

import ast
import inspect
import textwrap
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from types import NoneType
from typing import Any, Final, get_args, get_origin

from attrs import fields, has

from antq_records.model.records import Records
from antq_records.model.serialization import SCHEMA
from antq_records.model.values import CalendarDate

__all__ = ["json_schema"]

_PLAIN: Final[dict[object, dict[str, Any]]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    CalendarDate: {"type": "string", "pattern": r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}-[0-9]{2})$"},
}


def json_schema() -> dict[str, Any]:
    """
    Return the JSON Schema (draft 2020-12) of what :meth:`Records.to_json` writes, each type under ``$defs`` by its name.

    Descriptions are the docstrings of the classes and fields, as far as the sources are installed.
    """
    definitions: dict[str, Any] = {}
    _define(Records, definitions)
    records = definitions.pop("Records")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        **records,
        "properties": {"schema": {"const": SCHEMA}, **records["properties"]},
        "required": ["schema", *records["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(type_: object, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of values of a type; classes and enums go into *definitions* and are referred to."""
    if type_ in _PLAIN:
        return dict(_PLAIN[type_])
    if get_origin(type_) is tuple:
        return {"type": "array", "items": _schema(get_args(type_)[0], definitions)}
    if isinstance(type_, type):
        _define(type_, definitions)
        return {"$ref": f"#/$defs/{type_.__name__}"}
    return {"anyOf": [_schema(choice, definitions) for choice in get_args(type_)]}


def _define(type_: type, definitions: dict[str, Any]) -> None:
    if type_.__name__ in definitions:
        return
    definition: dict[str, Any] = {"description": inspect.cleandoc(type_.__doc__ or "").partition("\n\n")[0]}
    definitions[type_.__name__] = definition
    if issubclass(type_, StrEnum):
        definition |= {"enum": [member.value for member in type_]}
        return
    meanings = _meanings(type_)
    properties = {
        attribute.name: _schema(attribute.type, definitions) | meanings.get(attribute.name, {})
        for attribute in (fields(type_) if has(type_) else ())
    }
    definition |= {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _meanings(type_: type) -> dict[str, dict[str, str]]:
    """Return the docstring under each field of a class, as a ``description``; nothing where there is no source."""
    try:
        [tree] = ast.parse(textwrap.dedent(inspect.getsource(type_))).body
    except OSError:
        return {}
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    return {
        field.target.id: {"description": inspect.cleandoc(doc.value.value)}
        for field, doc in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(doc, ast.Expr) and isinstance(doc.value, ast.Constant) and isinstance(doc.value.value, str)
    }
