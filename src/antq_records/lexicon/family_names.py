"""Family names (*họ*), which open a person's name; among some peoples they close it."""

from functools import cache
from itertools import chain

from antq_records.lexicon.loading import tables
from antq_records.text.unicode import fold

__all__ = ["family_names", "is_family_name", "name_particles"]


@cache
def family_names() -> tuple[str, ...]:
    """Return all family names, each once: the most frequent of the country first; some are two words long (*Tôn Nữ*)."""
    data = tables("family_names")
    of_peoples = chain.from_iterable(people["family_names"] for people in data["people"])
    return tuple(dict.fromkeys(chain(data["frequent"], data["common"], data["rare"], of_peoples)))


@cache
def name_particles() -> tuple[str, ...]:
    """Return the words that stand before a given name in the Central Highlands: *Y*, *H'*, *K'*; the family name may then come last."""
    return tuple(particle["words"] for particle in tables("family_names")["particle"])


@cache
def _folded() -> frozenset[str]:
    return frozenset(fold(name) for name in family_names())


def is_family_name(word: str) -> bool:
    """
    Say whether a word, or two that belong together, is a family name; it must begin with a capital.

    Many family names are also words (*Công*, *Từ*, *Ông*), so this is a hint, never a proof.

    >>> is_family_name("NGUYỄN"), is_family_name("Tôn Nữ"), is_family_name("công")
    (True, True, False)
    """
    return word[:1].isupper() and fold(word) in _folded()
