"""The letters of names: capitals, and the pattern of personal names."""

import re
from functools import cache
from typing import Final

from antq_records.lexicon.family_names import family_names

__all__ = ["UPPER", "name_pattern"]

UPPER: Final = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper())
"""The capital letters of Vietnamese, for use in patterns."""


@cache
def name_pattern() -> re.Pattern[str]:
    """Return the pattern of a personal name: a family name and one to four more syllables, each with a capital."""
    family = "|".join(sorted(map(re.escape, family_names()), key=len, reverse=True))
    small = rf"[^\W\d_](?<![{UPPER}])"
    syllable = rf"[{UPPER}](?:{small})*(?:['’]?(?:{small})+)?"
    return re.compile(rf"(?<!\w)(?:{family}|[{UPPER}]['’]?)(?: {syllable}){{1,4}}(?!\w)")
