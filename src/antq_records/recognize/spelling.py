"""What names look like: capitals, the names of people (“Nguyễn Văn An”, “H'Lê Niê”), the names of provinces (“Hưng Yên”)."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from antq_records.lexicon.family_names import family_names
from antq_records.lexicon.organizations import names

__all__ = ["UPPER", "is_city", "is_province", "name_match", "names_in"]

UPPER: Final = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
"""The capital letters of Vietnamese, for use in patterns."""


_SMALL: Final = rf"[^\W\d_](?<![{UPPER}])"
_APOSTROPHE: Final = rf"(?:['’][{UPPER}]?(?:{_SMALL})*+)?+"
_NO_SYLLABLE: Final = r"(?!(?:Với|Tại|Theo|Trong|Các|Những|Được|Cùng|Của|Và|Ảnh|Để|Ngoài|Khi|Đây)(?!\w))"
"""No name of three syllables goes on with these: the next sentence begins there, where a page has lost its full stops."""
_SYLLABLE: Final = rf"[{UPPER}](?:{_SMALL})*+{_APOSTROPHE}(?!\w)"
_NAME: Final = re.compile(  # what stands before is looked at behind the first letter: so only capitals are searched for
    rf"[{UPPER}](?<!\w.)(?<!\w['’].)[^\W\d_]*+{_APOSTROPHE}(?: {_SYLLABLE}){{1,2}}(?: {_NO_SYLLABLE}{_SYLLABLE}){{0,2}}"
)
_HIGHLAND: Final = re.compile(r"(?:Y \S+ \S|H['’]\w+ \S)")
"""Names of the Central Highlands, known by what they begin with: “Y Rin Kuăn”, “H'Lê Niê”."""
_OF_MEDICINE: Final = re.compile(r"(?:học|sở|bộ|ngành|khoa|trường) $", re.IGNORECASE)
"""Behind these Y is medicine: “Đại học Y Hà Nội”."""
_LETTER: Final = re.compile(r"\w(?:\W|$)")


@cache
def _family_names() -> frozenset[str]:
    return frozenset(family_names())


def _begins_with_family_name(name: str) -> bool:
    known = _family_names()
    first, _, rest = name.partition(" ")
    return first in known or f"{first} {rest.partition(' ')[0]}" in known


def names_in(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be personal names: a family name and one to four more syllables, each with a capital."""
    return (match for match in _NAME.finditer(text) if _begins_with_family_name(match[0]) or _is_highland(text, match))


def _is_highland(text: str, name: re.Match[str]) -> bool:
    return _HIGHLAND.match(name[0]) is not None and _OF_MEDICINE.search(text, max(0, name.start() - 8), name.start()) is None


def name_match(text: str, position: int) -> re.Match[str] | None:
    """Return what may be a personal name at a place: begun with a family name, or with a single letter as *Y*, *A*, *H'Lê*."""
    match = _NAME.match(text, position)
    if match is None or not (_begins_with_family_name(match[0]) or _LETTER.match(match[0])):
        return None
    return match


@lru_cache(maxsize=4096)  # articles name the same places again and again
def is_province(name: str) -> bool:
    """Say whether a folded name is that of a province or centrally run city, of today or of once."""
    return f"công an tỉnh {name}" in names() or f"công an thành phố {name}" in names()


def is_city(name: str) -> bool:
    """Say whether a folded name is that of a centrally run city, not of a province."""
    return f"công an tỉnh {name}" not in names() and f"công an thành phố {name}" in names()
