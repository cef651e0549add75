"""How the model takes in what is given to it."""

from collections.abc import Iterable
from typing import Any

__all__ = ["as_tuple"]


def as_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    """Return what is given as a tuple, so that a frozen value holds nothing that can change."""
    return tuple(items)
