"""Values of records, written in a file and read from a page: made comparable, paired by likeness, shown in short."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final

__all__ = ["bare", "best_pairs", "folded", "short", "within"]

_ASIDE: Final = {"key", "proof", "basis", "id", "evidence", "message"}
"""What two records of the same fact need not share."""
_HEADS: Final = ("name", "label", "code", "title")
_LIKE: Final = 0.4
_LIKE_NAMES: Final = 0.7


def bare(value: Any) -> Any:  # noqa: ANN401 - JSON or TOML data
    """Return data without what is absent (None, false, empty) and without ids, keys, proofs and evidence."""
    if isinstance(value, Mapping):
        cleaned = {name: bare(inner) for name, inner in value.items() if name not in _ASIDE}
        return {name: inner for name, inner in cleaned.items() if inner is not None and inner is not False and inner != []}
    return [bare(inner) for inner in value] if isinstance(value, list | tuple) else value


def folded(value: Any) -> Any:  # noqa: ANN401 - JSON or TOML data
    """Return data as they are compared: text in NFC, each run of whitespace one space, without case."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split()).casefold()
    if isinstance(value, Mapping):
        return {name: folded(inner) for name, inner in value.items()}
    return [folded(inner) for inner in value] if isinstance(value, list | tuple) else value


def best_pairs(wanted: Sequence[Mapping[str, Any]], read: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Return which of *wanted* is most likely which of *read*, as indices; those that resemble nothing are left out."""
    scores = [
        (score, -left, -right) for left, one in enumerate(wanted) for right, other in enumerate(read) if (score := _likeness(one, other))
    ]
    pairs: dict[int, int] = {}
    for _, left, right in sorted(scores, reverse=True):
        if -left not in pairs and -right not in pairs.values():
            pairs[-left] = -right
    return pairs


def _likeness(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """Return how much two records have in common; 0 if they cannot be meant to be the same."""
    mine, theirs = (set(_leaves(folded(bare(record)))) for record in (one, other))
    shared = len(mine & theirs) / (len(mine | theirs) or 1)
    name, other_name = (str(folded(next((record[head] for head in _HEADS if record.get(head)), ""))) for record in (one, other))
    alike = SequenceMatcher(None, name, other_name).ratio() if name and other_name else 0.0
    return shared + alike if shared >= _LIKE or alike >= _LIKE_NAMES else 0.0


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON or TOML data
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, path)
    else:
        yield path, value


def short(value: Any) -> str:  # noqa: ANN401 - JSON or TOML data
    """Return data for one line of a report: an organization that is only a name by that name, absence as None."""
    return repr(_short(bare(value)))


def _short(value: Any) -> Any:  # noqa: ANN401 - JSON or TOML data
    if isinstance(value, dict):
        if list(value) == ["name"]:
            return value["name"]
        return {name: _short(inner) for name, inner in value.items()}
    return [_short(inner) for inner in value] if isinstance(value, list) else value


def within(path: str, above: str) -> bool:
    """Say whether a path of a field is *above* itself or lies below it: ``period.start`` lies within ``period``."""
    return path == above or path.startswith((f"{above}.", f"{above}["))
