"""
Records as JSON (``antq-records/1``) and back, without loss.

Field by field in the order of the classes; dates and periods' ends as their text, times in ISO 8601, enums by value, absent facts as
null, lists never null. Reading is strict: an unknown key, a missing field or a value of another type is a :class:`FormatError` that
names the place.
"""

import json
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import GenericAlias
from typing import Any, Final, TypeVar, get_args, get_origin

from attrs import AttrsInstance, has
from cattrs import BaseConverter, Converter, ForbiddenExtraKeysError, transform_error
from cattrs.gen import make_dict_structure_fn

from antq_records.errors import FormatError
from antq_records.model.records import Records
from antq_records.model.values import CalendarDate

__all__ = ["SCHEMA", "from_dict", "from_json", "to_dict", "to_json"]

SCHEMA: Final = "antq-records/1"
"""What the first key of the JSON of an article says: the format and its version."""

_Value = TypeVar("_Value")
_Hook = Callable[[Any, Any], Any]


def to_dict(record: AttrsInstance) -> dict[str, Any]:
    """Return records, an article or any other class of the model as what :mod:`json` can write; records with their ``schema``."""
    data: dict[str, Any] = _converter().unstructure(record)
    return {"schema": SCHEMA, **data} if isinstance(record, Records) else data


def to_json(records: Records, *, indent: int | None = None) -> str:
    """Return records as JSON text; ``indent`` as in :func:`json.dumps`. The same records give the same text."""
    return json.dumps(to_dict(records), ensure_ascii=False, indent=indent)


def from_dict(data: object, record: type[_Value]) -> _Value:
    """
    Read what :func:`to_dict` wrote of one class of the model.

    :raises FormatError: The data are not of that class; the message names the place, such as ``$.ceremonies[0].kind``.
    """
    if record is Records and isinstance(data, dict):
        if data.get("schema") != SCHEMA:
            msg = f"expected {SCHEMA!r}, found {data.get('schema')!r} @ $.schema"
            raise FormatError(msg)
        data = {key: value for key, value in data.items() if key != "schema"}
    try:
        return _converter().structure(data, record)
    except Exception as error:
        raise FormatError("; ".join(transform_error(error, format_exception=_complaint))) from error


def from_json(text: str | bytes) -> Records:
    """
    Read the JSON of one article.

    :raises FormatError: The text is not JSON, or not ``antq-records/1``; the message names the place.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        msg = f"not JSON: {error}"
        raise FormatError(msg) from error
    return from_dict(data, Records)


def _is_tuple(type_: object) -> bool:
    return get_origin(type_) is tuple


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(CalendarDate, str)
    converter.register_structure_hook(CalendarDate, lambda value, _: CalendarDate.parse(_exactly(str, value)))
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(_exactly(str, value)))
    converter.register_unstructure_hook(StrEnum, lambda value: value.value)
    converter.register_structure_hook(StrEnum, lambda value, type_: type_(value))
    for primitive in (str, int, bool):
        converter.register_structure_hook(primitive, lambda value, type_: _exactly(type_, value))

    @converter.register_structure_hook_factory(_is_tuple)
    def _arrays(type_: type, converter: BaseConverter) -> _Hook:
        several = GenericAlias(list, get_args(type_)[:1])
        structure = converter.get_structure_hook(several)
        return lambda value, _: tuple(structure(_exactly(list, value), several))

    @converter.register_structure_hook_factory(lambda type_: has(type_) and type_ is not CalendarDate)
    def _objects(type_: type, converter: BaseConverter) -> _Hook:
        structure: _Hook = make_dict_structure_fn(type_, converter, _cattrs_forbid_extra_keys=True)
        return lambda value, _: structure(_exactly(dict, value), type_)

    return converter


def _exactly(expected: type[_Value], value: object) -> _Value:
    """Return a value of that type as it is; cattrs would turn others into it, and a text into a list of letters."""
    if type(value) is not expected:
        msg = f"expected {expected.__name__}, found {value!r}"
        raise TypeError(msg)
    return value


def _complaint(error: BaseException, _type: type | None) -> str:
    if isinstance(error, KeyError):
        return "required field missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"unknown field {', '.join(sorted(error.extra_fields))}"
    return str(error)
