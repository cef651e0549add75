"""Reads the data files beside this package, each once and only when it is needed."""

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final, TypeVar

from antq_records.errors import FormatError

__all__ = ["data_version", "entries", "tables", "texts"]

_DATA: Final = "antq_records.lexicon"
_Entry = TypeVar("_Entry")


def _data_files() -> list[Traversable]:
    return sorted((file for file in (files(_DATA) / "data").iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)


@cache
def tables(name: str) -> Mapping[str, Any]:
    """
    Return the tables of one data file, such as ``awards``.

    :raises FormatError: The file is no TOML; the reason names it and the line.
    """
    try:
        return tomllib.loads((files(_DATA) / "data" / f"{name}.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        msg = f"lexicon data {name}.toml: {error}"
        raise FormatError(msg) from error


def entries(name: str, table: str, make: Callable[..., _Entry]) -> list[_Entry]:
    """
    Return what *make* makes of each ``[[table]]`` of a data file, in the order of the file.

    :raises FormatError: An entry lacks a field, has one too many, or a value that does not fit; the reason names file and entry.
    """
    made = []
    for number, fields in enumerate(tables(name).get(table, ()), start=1):
        try:
            made.append(make(**fields))
        except (TypeError, ValueError) as error:
            msg = f"lexicon data {name}.toml, [[{table}]] number {number} ({fields.get('id') or next(iter(fields.values()), '')}): {error}"
            raise FormatError(msg) from error
    return made


def texts(values: Iterable[str]) -> tuple[str, ...]:
    """Return the strings of a list of the data as a tuple; for fields of entries."""
    return tuple(values)


@cache
def data_version() -> str:
    """Return twelve hexadecimal digits that change when a data file changes, and are equal wherever the same files are installed."""
    digest = hashlib.sha256()
    for file in _data_files():
        digest.update(file.name.encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:12]
