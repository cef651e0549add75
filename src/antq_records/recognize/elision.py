"""
Lists of bodies that share one head: “Công an các tỉnh Hưng Yên, Hà Nam và Nam Định”, “các Cục: An ninh đối ngoại, An ninh nội địa”.

Each item is named in full; the words that prove it begin at the head.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from antq_records.recognize.organization import (
    CODED,
    LEVEL_WORD,
    NUMBERED,
    PLACE,
    Body,
    functions_scanner,
    known_place_end,
    provinces_scanner,
)
from antq_records.recognize.spelling import is_province

if TYPE_CHECKING:
    from antq_records.recognize.script import Script

__all__ = ["elided_bodies", "listed_units"]

_ITEM_GAP: Final = re.compile(
    r"(?:\s*\([^()\n]{1,80}\))?(?:\s*[:,;]\s*|\s+và\s+|\s*,\s*và\s+|\s+)(?:các tỉnh |tỉnh |thành phố |tp\.? ?|thị xã |huyện |quận "
    r"|phường |xã )?"
)
_LIST_OPENS: Final = re.compile(r"(?:\b(?:gồm|là)(?: có)?:?|:) (?:các )?(?:tỉnh |thành phố )?")
_LIST_WITHIN: Final = 100
"""So near behind “Công an 6 tỉnh” the first of them is named."""
_LONGEST_HEAD: Final = 40
"""The first two words of a head are not longer, in code points."""
_HCMC: Final = re.compile(r"TP\.? ?HCM|TP\.? Hồ Chí Minh")
"""How the one city is written that has its level in its short name."""
_WHOLE_LEVELS: Final = {"tp": "thành phố"}
_LEVEL_END: Final = re.compile(r"(tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường)\.? ?$")
_TIERS: Final = {"xã": 1, "phường": 1, "quận": 2, "huyện": 2, "thị xã": 2, "thành phố": 3, "tỉnh": 3}
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")


def elided_bodies(script: Script, body: Body, end: int, limit: int) -> list[tuple[int, int, Body]]:
    """
    Return the bodies of a list whose head is said once: “Công an 5 tỉnh: Hưng Yên (…), Thái Bình và Nam Định”.

    Each is named in full; the words that prove it begin at the head.
    """
    text, folded = script.text, script.folded
    found: list[tuple[int, int, Body]] = []
    if body.kind == "unit":
        return _elided_codes(script, body, end, limit)
    if not body.several and body.kind in {"party", "union", "government"} and folded.endswith("các ", 0, body.head_start):
        return _elided_provinces(script, body, end, limit)
    if body.bare or not body.head or not (body.kind == "police" or (body.kind in {"union", "party"} and body.several)):
        return found
    position = end
    provinces = "tỉnh" in body.head or "thành phố" in body.head
    while True:
        opens = body.several and not found
        gap = _ITEM_GAP.match(folded, position)
        if opens and provinces and not (gap and _is_province_at(script, gap.end())):
            gap = _late_list(script, position, limit)
        if gap is None or gap.end() >= limit or not (opens or _parts(gap)):
            break
        city = _HCMC.match(text, gap.end())
        if city is not None and provinces and city.end() <= limit:
            words = text[body.head_start : body.head_start + _LONGEST_HEAD].split(maxsplit=2)[:2]
            name = " ".join([*words, city[0]])
            found.append((gap.end(), city.end(), Body(name, "police", body.head, None, body.head_start, bare=False, several=False)))
            position = city.end()
            continue
        item = _item(script, body, gap, limit)
        if item is None:
            break
        position, name, head = item
        found.append((gap.end(), position, Body(name, body.kind, head, None, body.head_start, bare=False, several=False)))
    return found


def _is_province_at(script: Script, position: int) -> bool:
    return provinces_scanner().at(script.folded, position) is not None or _HCMC.match(script.text, position) is not None


def _parts(gap: re.Match[str]) -> bool:
    """Say whether more than space stands between two items."""
    return not _IN_BRACKETS.sub("", gap[0]).isspace()


def _item(script: Script, body: Body, gap: re.Match[str], limit: int) -> tuple[int, str, str] | None:
    """Return end, name and head of the next body of a list; ``None`` where the list is over."""
    folded, start = script.folded, gap.end()
    place = PLACE.match(script.text, start) or (NUMBERED.match(script.text, start) if body.head.endswith(("quận", "phường")) else None)
    if place is None:
        return None
    stop = known_place_end(folded, place.start(), place.end())
    known = is_province(folded[start:stop])
    written = _LEVEL_END.search(gap[0])
    level = _WHOLE_LEVELS.get(written[1], written[1]) if written else None
    head = LEVEL_WORD.sub(level, body.head) if level and level not in body.head else body.head
    word = script.word(start)
    provinces = "tỉnh" in body.head or "thành phố" in body.head
    over = (
        stop > limit
        or (word is not None and not known and not {"rank", "office", "honorific"}.isdisjoint(word[1]))
        or folded.startswith(("cụm", "khối"), start)
        or (level and not body.several and _contains(level, body.head))
        or (provinces and not known and head == body.head)
        or (not provinces and script.head(start) is not None)
    )
    return None if over else (stop, f"{head} {script.text[start:stop]}", head)


def _contains(level: str, head: str) -> bool:
    """Say whether a level of government is above that of a body: “Công an xã A, huyện B” names one body in its district."""
    own = LEVEL_WORD.search(head)
    return own is not None and _TIERS.get(level, 0) > _TIERS.get(own[0], 0)


def _late_list(script: Script, position: int, limit: int) -> re.Match[str] | None:
    """Return what opens the list of provinces some words behind its head: “Công an 6 tỉnh khu vực Tây Nguyên gồm: …”."""
    text, folded = script.text, script.folded
    stop = min(limit, position + _LIST_WITHIN)
    for opening in _LIST_OPENS.finditer(folded, position, stop):
        if any(mark in folded[position : opening.start()] for mark in ".;\n"):
            return None
        if provinces_scanner().at(folded, opening.end()) is not None or _HCMC.match(text, opening.end()):
            return opening
    return None


def _elided_provinces(script: Script, body: Body, end: int, limit: int) -> list[tuple[int, int, Body]]:
    """Return the bodies of “các Tỉnh đoàn Đồng Nai, Đồng Tháp và Bình Dương”, each named in full."""
    text, folded = script.text, script.folded
    head_end = script.head(body.head_start)
    found: list[tuple[int, int, Body]] = []
    while head_end is not None and (gap := _ITEM_GAP.match(folded, end)) and gap.end() < limit:
        province = provinces_scanner().at(folded, gap.end()) if text[gap.end()].isupper() else None
        if province is None or gap[0].isspace():
            break
        name = f"{text[body.head_start : head_end]} {text[gap.end() : province[0]]}"
        end = province[0]
        found.append(
            (gap.end(), end, Body(name, body.kind, text[body.head_start : head_end], None, body.head_start, bare=False, several=False))
        )
    return found


def listed_units(script: Script, start: int, head_end: int, limit: int) -> list[tuple[int, int, Body]]:
    """Return the units of “các Cục: An ninh đối ngoại, An ninh nội địa và An ninh kinh tế”, each named in full."""
    text, folded = script.text, script.folded
    head = text[start:head_end]
    opening = _UNITS_OPEN.match(folded, head_end)
    found: list[tuple[int, int, Body]] = []
    position = opening.end() if opening else limit
    while position < limit:
        function = functions_scanner().at(folded, position) if text[position].isupper() else None
        code = CODED.match(text, position)
        end = function[0] if function else code.end() if code else position
        if end == position or end > limit:
            break
        name = f"{head} {text[position:end]}"
        found.append((position, end, Body(name, "unit", head, None, start, bare=False, several=False)))
        gap = _ITEM_GAP.match(folded, end)
        if gap is None or gap[0].isspace():
            break
        position = gap.end()
    return found if len(found) > 1 else []


_UNITS_OPEN: Final = re.compile(r" ?: ?| ")
_CODE_NAME: Final = re.compile(r"(?:phòng|cục|đội) (?:[a-z]{1,2}\d{2}\w?|số \d+|\d+)$")
_CODE: Final = re.compile(r"(?:, | và |, và )((?:[A-Z]{1,2}\d{2}\w?|\d{1,2}(?![\d./%])))(?![\w])")


def _elided_codes(script: Script, body: Body, end: int, limit: int) -> list[tuple[int, int, Body]]:
    """Return the units of “Phòng PC03, PA06 và PA07”, each named in full."""
    text, folded = script.text, script.folded
    found: list[tuple[int, int, Body]] = []
    if not _CODE_NAME.match(folded[body.head_start : end]):
        return found
    head = text[body.head_start : end].split(" ", 1)[0]
    while (
        (code := _CODE.match(text, end))
        and code.end() <= limit
        and not (code[1].isdigit() and folded[code.end() : code.end() + 2].strip().isalpha())
    ):
        end = code.end()
        found.append((code.start(1), end, Body(f"{head} {code[1]}", "unit", head, None, body.head_start, bare=False, several=False)))
    return found
