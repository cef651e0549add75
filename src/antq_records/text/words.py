"""The words of numbers, dates and sentence ends: TOML files beside this module, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["words"]


@cache
def words(name: str) -> dict[str, Any]:
    """Return the tables of one data file, such as ``numbers``; its words stand there as :func:`~antq_records.text.fold` gives them."""
    return tomllib.loads((files("antq_records.text") / "data" / f"{name}.toml").read_text(encoding="utf-8"))
