"""
Names of bodies: where they begin and end, and which registered body they mean.

A name begins with a head word in capitals (*Công an*, *Phòng*, *Công đoàn*, …). The registry's own names are known as a whole; other
names go on over capitals, codes, the functions that the lexicon lists (“Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ
cao”) and the body they belong to (“Đội 2, Phòng PC04, Công an tỉnh …”).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from antq_records.lexicon.cues import functions, heads, inner_words
from antq_records.lexicon.organizations import OrganizationEntry, capitals_only, in_line_on, names, organization
from antq_records.lexicon.provinces import provinces
from antq_records.lexicon.scanner import Scanner
from antq_records.model import Organization
from antq_records.recognize.spelling import UPPER, is_province, name_match
from antq_records.text.unicode import fold

if TYPE_CHECKING:
    from datetime import date

    from antq_records.recognize.script import Script

__all__ = [
    "CODED",
    "LEVEL_WORD",
    "NUMBERED",
    "PLACE",
    "Body",
    "body_at",
    "functions_scanner",
    "known_place_end",
    "province_at",
    "provinces_scanner",
    "registered",
    "resolve",
]

_CAPITAL: Final = re.compile(rf"[{UPPER}][^\W_]*(?:[-.&][^\W_]+)*|\d+\w*")
_SCHOOL: Final = re.compile(r"trường (?:tiểu học|thcs|thpt|mầm non|mẫu giáo|trung học cơ sở|trung học phổ thông|th) $")
"""Schools bear the names of people."""
_SCHOOL_WORDS: Final = 32
_NUMBERED_LEVELS: Final = ("xã", "phường")
_PLACE_NUMBER: Final = re.compile(r" \d{1,2}(?=[,.;:)\n]|$| (?:và|được|nhận|đạt|đã|tổ chức|cùng|vì|do|\())(?!\.\d)")
"""The number of a commune that shares its name with others: “xã Sơn Kim 1”."""
_SHORT_LEVEL: Final = re.compile(rf"(?:T[PXpx]|[HQP])\.(?= [{UPPER}])")
PLACE: Final = re.compile(rf"[{UPPER}][^\W\d_]*(?:(?: [-–] |[-–]| )(?!Công |Cụm )[{UPPER}][^\W\d_]*){{0,4}}|[{UPPER}]\d+")
NUMBERED: Final = re.compile(r"\d{1,2}(?![\d/]|\.\d| (?!và |cùng |được |đã |nhận |đạt |tổ chức |tặng |trao |khen |- |\()\w)")
_LEVEL: Final = re.compile(
    r"(?:các )?(tỉnh|thành phố|tp\.?|huyện|quận|q\.|thị xã|tx\.?|thị trấn|xã|phường|p\.|đặc khu)(?=[ ,.;:)\n]|$|(?<=\.))\s?"
)
_SEVERAL: Final = re.compile(
    r"(?:các|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:tỉnh|thành phố|huyện|quận|xã|phường|đơn vị)(?:,? (?:thành phố|tp|thị xã|phường))*"
)
_JOIN: Final = re.compile(r"(?: \([a-zđ]{1,4}\d{0,3}[a-z]?\))?(?:\s-\s|,\s|\s(?:của|thuộc|trực thuộc)\s|\s)")
_BARE_LEVEL: Final = re.compile(r" (?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường)(?!\w|\. ?\w)")
_LAST_CAPITAL: Final = re.compile(rf"(?<!\w)[{UPPER}][^\W\d_]*$")
_SMALL: Final = re.compile(rf" ([^\W\d_](?<![{UPPER}])[^\W\d_]*)(?!\w)")
_MOST_SMALL: Final = 6
"""So many small syllables on end are more than any name has."""
_NO_SYLLABLE: Final = frozenset(
    word
    for line in (
        "tổ đã và với được trao tặng là có do tại của cho vừa sẽ đạt nhận phối gồm năm ngày trong trên đến từ về theo khi để nhằm vì",
        "nên mà cùng các những hiện lần thứ làm giành hội giữ vào một hai ba bốn sáu bảy tám chín mười đồng chủ phó ông bà anh chị dự",
        "tham phát biểu khen tuyên tôn vinh đón long ký bầu ra thuộc luôn cũng",
    )
    for word in line.split()
)
"""Syllables that go on with the sentence, not with a name."""
_QUOTED: Final = re.compile(r"[“\"][^”\"\n]{1,80}[”\"]")

_SMALL_HEADS: Final = frozenset({"unit", "government", "union"})
"""Kinds of heads that are often written small."""
_PEOPLE: Final = ("nhân dân và", "cán bộ và nhân", "cán bộ, nhân")
"""Those of a place together: “nhân dân và cán bộ xã Thượng Lâm”."""
_COMPOUNDS: Final = ("cán bộ", "nội bộ", "toàn bộ", "đảng bộ", "tiến bộ", "cơ sở", "trụ sở", "hội phòng", "đồng đội", "quân đội")
"""Words that only end like a head."""
CODED: Final = re.compile(r"[A-Z]{1,4}\d{1,3}\w?(?!\w)|CSĐT|CSGT|CSHS|CSCĐ|PCCC|QLHC")
"""Codes and abbreviations that only follow the heads of police units."""
_ABOVE: Final = ("cục ", "bộ tư lệnh ", "bộ công an")
"""Bodies above divisions and teams begin so."""
_BELOW: Final = ("phòng ", "đội ", "tiểu đoàn ", "trung đoàn ", "ban ", "trại ", "viện ", "trung tâm ")
"""Divisions and teams begin so."""
_LEVELS_WITH_PLACES: Final = frozenset({"thành phố", "tp", "tp.", "huyện", "thị xã", "tx", "tx."})
"""Levels of which hardly any is named after a person."""
_OF_PROVINCES: Final = frozenset({"tỉnh ủy", "thành ủy", "tỉnh đoàn", "thành đoàn"})
"""Behind these only a province is a part of the name."""
_COUNTS: Final = re.compile(r"\d+ (?:triệu|tỷ|đồng|nghìn|ngàn|tập thể|cá nhân|người|chiến sĩ|cán bộ|bằng|giấy)")
"""A number that counts something else is no part of a name."""
_OWN_ABBREVIATION: Final = re.compile(r" \((?:CĐ|LĐLĐ|CĐCS)\)(?= )")
"""A union's abbreviation in the middle of its name: “Công đoàn (CĐ) tỉnh …”."""
_MOST_ABOVE: Final = 8
"""So many bodies above each other are read in one name: no unit lies deeper."""


class Body(NamedTuple):
    """A body as it is written."""

    name: str
    """As written; expanded where its head stands elsewhere."""

    kind: str
    """Kind of its head: ``police``, ``unit``, ``union``, ``government``, ``party``, ``committee``, or ``registered``."""

    head: str
    """The words before the part that a list varies: ``Công an tỉnh``; empty where there is none."""

    owner: Body | None
    """The body that it belongs to by its own words."""

    head_start: int
    """Where the words that prove it begin: before ``start`` for names whose head stands elsewhere."""

    bare: bool
    """Whether it is a head alone, such as “Công an tỉnh”, which only the context completes."""

    several: bool
    """Whether it means several bodies at once, such as “Công an 5 tỉnh”."""


_ENOUGH_SPACES: Final = 2
"""A function of so many spaces is no common word."""


@cache
def functions_scanner() -> Scanner[bool]:
    """Return the scanner over what units are for: “Cảnh sát hình sự”."""
    return Scanner(dict.fromkeys(functions(), True))


@cache
def _inner() -> Scanner[bool]:
    return Scanner(dict.fromkeys(inner_words(), True))


@cache
def provinces_scanner() -> Scanner[bool]:
    """Return the scanner over the names of provinces, in all their forms."""
    return Scanner({fold(form): True for province in provinces().values() for form in (*province.bare_forms, *province.place_forms)})


def province_at(folded: str, position: int) -> int | None:
    """Return where the name of a province at a place ends; ``None`` where none begins there."""
    found = provinces_scanner().at(folded, position)
    return found[0] if found is not None else None


@cache
def registered() -> Scanner[bool]:
    """Return the scanner over the registry's own names."""
    return Scanner(dict.fromkeys((name for name in names() if name not in capitals_only() or " " in name), True))


def body_at(script: Script, start: int, head_end: int, limit: int, *, lower: bool = False) -> tuple[int, Body] | None:
    """
    Return end and reading of the name that begins with the head word at a place; ``None`` where the head alone is no name.

    :param lower: Whether the head may stand in small letters, as in “Trưởng phòng PC03”.
    """
    if not lower and not script.text[start].isupper():
        lower = _small_head(script, start, head_end)
        if not lower:
            return None
    found = _body_at(script, start, head_end, limit, _MOST_ABOVE)
    if found is not None and "(" in found[1].name:
        return found[0], found[1]._replace(name=_OWN_ABBREVIATION.sub("", found[1].name))
    return found


def _small_head(script: Script, start: int, head_end: int) -> bool:
    """Say whether a head in small letters begins a name all the same: “phòng Cảnh sát cơ động”, “bộ Công an”."""
    text = script.text
    if script.folded[start:head_end] == "ban chuyên án":
        return True
    if script.folded.startswith("công an", start) and _SEVERAL.match(script.folded, head_end + 1):
        return True
    if script.folded.startswith(_PEOPLE, start, head_end):
        return True
    if heads().get(script.folded[start:head_end]) not in _SMALL_HEADS or not text.startswith(" ", head_end):
        return False
    if script.folded.endswith(_COMPOUNDS, 0, head_end):
        return False
    return _small_function(script, head_end + 1) or (
        text[head_end + 1 : head_end + 2].isupper()
        and (
            functions_scanner().at(script.folded, head_end + 1) is not None
            or script.head(head_end + 1) is not None
            or CODED.match(text, head_end + 1) is not None
        )
    )


def _small_function(script: Script, position: int) -> bool:
    """Say whether a function that could be nothing else stands at a place, also in small letters: “phòng cảnh sát hình sự”."""
    found = functions_scanner().at(script.folded, position)
    return found is not None and script.folded.count(" ", position, found[0]) >= _ENOUGH_SPACES


def _body_at(script: Script, start: int, head_end: int, limit: int, above: int) -> tuple[int, Body] | None:
    """Read the name from its head on; *above* is how many bodies that it belongs to may follow."""
    text, folded = script.text, script.folded
    kind = heads().get(folded[start:head_end], "registered")
    if kind == "police":
        end, body = _police(script, start, head_end)
        return (end, body) if body is not None and end <= limit else None
    known = registered().at(folded, start)
    end = known[0] if known is not None else head_end
    if kind == "union" and end == head_end and (unions := _several_unions(script, start, head_end, limit)):
        return unions
    if (
        kind != "registered"
        and end > head_end
        and (placed := _BARE_LEVEL.match(folded, end))
        and not text[placed.end() + 1 : placed.end() + 2].isupper()
    ):
        end = placed.end()
    elif kind != "registered" and not (end > head_end and _ends_here(text, end)):
        end = max(end, _tail(script, (start, head_end), kind, limit))
    level = _BARE_LEVEL.match(folded, end) if end == head_end and kind in {"government", "party", "union", "unit"} else None
    if level:
        end = level.end()
        return end, Body(text[start:end], kind, "", None, start, bare=True, several=False)
    if known is not None and known[0] == end and (kind == "registered" or end == head_end):
        return end, Body(text[start:end], "registered", "", None, start, bare=False, several=False)
    body = Body(text[start:end], kind, "", None, start, bare=False, several=False)
    owner = _owner(script, (start, end), limit, above)
    if end > limit or (end == head_end and kind not in {"party", "committee", "registered"} and owner is None):
        return None
    return _with_owner(script, end, body, owner) if owner is not None else (end, body)


def _with_owner(script: Script, end: int, body: Body, owner: tuple[int, Body]) -> tuple[int, Body]:
    """Return a body with the one it belongs to in its name: “Đội 2, Phòng PC04”; several of “Công đoàn Công an các tỉnh”."""
    stop, above = owner
    head, name = body.name, script.text[body.head_start : stop]
    if above.several and above.head and body.kind in {"union", "party"}:
        return stop, Body(name, body.kind, f"{head} {above.head}", None, body.head_start, bare=False, several=True)
    if above.several:
        return end, body
    return stop, Body(name, body.kind, head, above, body.head_start, bare=False, several=False)


def _several_unions(script: Script, start: int, head_end: int, limit: int) -> tuple[int, Body] | None:
    """Read “LĐLĐ các tỉnh”, “Công đoàn 5 huyện”."""
    several = _SEVERAL.match(script.folded, head_end + 1)
    level = LEVEL_WORD.search(several[0]) if several else None
    if several is None or level is None or several.end() > limit:
        return None
    name, head = script.text[start : several.end()], f"{script.text[start:head_end]} {level[0]}"
    return several.end(), Body(name, "union", head, None, start, bare=False, several=True)


def _ends_here(text: str, end: int) -> bool:
    """Say whether nothing that could belong to a name follows it directly."""
    return not (text.startswith(" ", end) and (text[end + 1 : end + 2].isupper() or text[end + 1 : end + 2] in '“"'))


def _police(script: Script, start: int, head_end: int) -> tuple[int, Body | None]:
    """Read “Công an tỉnh X”, “Công an TPHCM”, “Công an 5 tỉnh”, “Công an các huyện A, B”, or a bare “Công an tỉnh”."""
    text, folded = script.text, script.folded
    position = head_end + 1
    if folded.startswith("nhân dân", position):
        return head_end, None
    several = _SEVERAL.match(folded, position)
    if several:
        level = re.search(r"(tỉnh|thành phố|huyện|quận|xã|phường)", several[0])
        head = f"{text[start:head_end]} {level[0]}" if level else text[start:head_end]
        end = several.end()
        return end, Body(text[start:end], "police", head, None, start, bare=False, several=True)
    level = _LEVEL.match(folded, position)
    place = PLACE.match(text, level.end() if level else position)
    if place is None and level and level[1].startswith(("quận", "q.", "phường", "p.")):
        place = NUMBERED.match(text, level.end())
    if place and not _names_place(script, level[1] if level else "", place.start(), place.end()):
        place = None
    if place:
        head = text[start : place.start()].rstrip()
        end = known_place_end(folded, place.start(), place.end())
        number = _PLACE_NUMBER.match(folded, end) if level and level[1] in _NUMBERED_LEVELS else None
        end = number.end() if number else end
        return end, Body(text[start:end], "police", head, None, start, bare=False, several=bool(level and level[0].startswith("các")))
    if level and not level[0].startswith("các"):
        end = level.end(1)
        return end, Body(text[start:end], "police", "", None, start, bare=True, several=False)
    return head_end, None


def _names_place(script: Script, level: str, start: int, end: int) -> bool:
    """Say whether capitals behind “Công an tỉnh” are its province, not whoever heads it: “Giám đốc Công an tỉnh Lê Văn A”."""
    if level == "tỉnh":
        return provinces_scanner().at(script.folded, start) is not None
    if level in _LEVELS_WITH_PLACES and script.text[start:end].count(" ") > 1:
        return provinces_scanner().at(script.folded, start) is not None or not _is_name(script.text, start)
    return True


def known_place_end(folded: str, start: int, end: int) -> int:
    """Cut a run of capitals to the longest known province that it begins with, so that no other name sticks to it."""
    piece = folded[start:end]
    while " " in piece:
        if is_province(piece):
            return start + len(piece)
        piece = piece.rpartition(" ")[0].rstrip(" -")
    return start + len(piece) if is_province(piece) else end


def _tail(script: Script, span: tuple[int, int], kind: str, limit: int) -> int:
    """Return where the capitals, codes, functions and inner words after a head end."""
    text, folded = script.text, script.folded
    start, head_end = span
    end = position = _abbreviation_end(text, head_end) if kind == "union" else head_end
    placed = False
    while end < limit and folded[end] == " ":
        following = end + 1
        if (province := province_at(folded, following)) is not None and text[following].isupper():
            end, placed = province, True
            continue
        if (function := _function_at(script, (start, position), following)) is not None:
            end = function
            continue
        if _something_else(script, following, first=end == position and folded[start:position] not in _OF_PROVINCES, kind=kind):
            break
        if _is_number(script, following, first=end == position):
            break
        word = _SHORT_LEVEL.match(text, following) or _CAPITAL.match(text, following)
        if word is None and kind in {"unit", "union"}:
            word = _QUOTED.match(text, following)
        if word is not None:
            end = word.end()
            continue
        inner = _inner().at(folded, following)
        if inner is not None and _CAPITAL.match(text, inner[0] + 1):
            end = inner[0]
            placed = True
            continue
        whole = placed or end == position or folded.endswith("việt nam", position, end)
        small = None if whole else _small_syllables(script, end, limit)
        if small is None:
            break
        end = small
    return end if placed or end == position else _level_end(folded, end, kind)


def _abbreviation_end(text: str, end: int) -> int:
    """Return where a union's abbreviation behind its head ends: “Công đoàn (CĐ) tỉnh”; the end of the head where there is none."""
    bracket = _OWN_ABBREVIATION.match(text, end)
    return bracket.end() if bracket else end


def _level_end(folded: str, end: int, kind: str) -> int:
    """Return where the level behind a name ends that only the context completes: “Sở Nội vụ tỉnh”."""
    level = _BARE_LEVEL.match(folded, end) if kind in {"unit", "union", "party"} else None
    return level.end() if level else end


def _function_at(script: Script, head: tuple[int, int], position: int) -> int | None:
    """Return the end of what a unit is for, where that stands behind its head: with a capital, or such that it is no common word."""
    found = functions_scanner().at(script.folded, position)
    if found is None or (head[1] - head[0] > len("ban") and script.head(position) is not None):
        return None
    written = script.text[position].isupper() or script.folded.startswith("các khu", position) or _small_function(script, position)
    return found[0] if written else None


def _is_number(script: Script, position: int, *, first: bool) -> bool:
    """Say whether a number at a place is no part of the name; *first* is the one behind the head."""
    if _COUNTS.match(script.folded, position):
        return True
    return (
        script.text[position].isdigit()
        and not first
        and not script.folded.endswith((" số", " khóa", " khu vực", " quận", " phường"), 0, position - 1)
    )


def _something_else(script: Script, position: int, *, first: bool, kind: str) -> bool:
    """Say whether another body, a person, or the event of a committee begins at a place; *first* is the one behind the head."""
    word = script.word(position) if script.text[position].isupper() else None
    if word is not None and ("head" in word[1] or ("event" in word[1] and (kind == "committee" or not first))):
        return True
    return not first and _is_name(script.text, position) and not _SCHOOL.search(script.folded, max(0, position - _SCHOOL_WORDS), position)


def _small_syllables(script: Script, end: int, limit: int) -> int | None:
    """Return where the small syllables end that go on a word begun with a capital: “Khoa Chấn thương chỉnh hình”, “Đóng tàu Bến Rừng”."""
    text, folded = script.text, script.folded
    if not _LAST_CAPITAL.search(text, max(0, end - 12), end):
        return None
    stop = end
    for _ in range(_MOST_SMALL):
        small = _SMALL.match(text, stop)
        if small is None or small.end() > limit or small[1] in _NO_SYLLABLE or _begins_clause(script, small.start(1)):
            break
        stop = small.end()
        if stop < limit and folded[stop] == " " and (text[stop + 1 : stop + 2].isupper() or _inner().at(folded, stop + 1) is not None):
            return stop
    else:
        return None
    return stop if stop > end else None


def _begins_clause(script: Script, position: int) -> bool:
    """Say whether a word that is no part of a name begins at a place: a cue, a count, an award."""
    at = script.word(position)
    return at is not None and not {"cue", "counter", "award", "office", "union_count", "event"}.isdisjoint(at[1])


def _is_name(text: str, position: int) -> bool:
    """Say whether a personal name of three syllables or more stands at a place: it belongs to who holds office in the body."""
    match = name_match(text, position)
    return match is not None and match[0].count(" ") > 1


def _owner(script: Script, span: tuple[int, int], limit: int, above: int) -> tuple[int, Body] | None:
    """Return the body whose name follows directly, joined by a dash, “của”, “thuộc” or nothing."""
    folded = script.folded
    start, end = span
    joint = _JOIN.match(folded, end) if above else None
    if joint is None or joint.end() >= limit:
        return None
    head = script.head(joint.end())
    if head is None or not script.text[joint.end()].isupper():
        return None
    apart = joint[0].endswith(", ")
    if apart and heads().get(script.folded[joint.end() : head]) != "police" and not _is_department(script, start, joint.end()):
        return None
    found = _body_at(script, joint.end(), head, limit, above - 1)
    if found is None or (apart and not _is_above(script, start, joint.end(), found)):
        return None
    return found


def _is_above(script: Script, start: int, above: int, found: tuple[int, Body]) -> bool:
    """Say whether a body behind a comma can only be the one above, not the next of a list: a provincial force, a department, a command."""
    end, body = found
    if body.kind == "police":
        return " tỉnh" in script.folded[above:end]
    return _is_department(script, start, above)


def _is_department(script: Script, start: int, above: int) -> bool:
    """Say whether a department or a command begins behind a division or a team: it is read on only then, as lists of teams are long."""
    return script.folded.startswith(_BELOW, start) and script.folded.startswith(_ABOVE, above)


LEVEL_WORD: Final = re.compile(r"tỉnh|thành phố|huyện|quận|thị xã|xã|phường")


_BODY_OF_PLACE: Final = re.compile(r"(?:tỉnh|thành phố) (.+)$")


def resolve(body: Body, on: date | None, portal_line: str | None = None) -> tuple[Organization, bool]:
    """
    Return the body as an organisation of a record made on a day, and whether the portal was needed to tell which it is.

    ``ref`` is ``None`` where the registry has no such body, or several on that day.
    """
    if body.bare:
        line = in_line_on(portal_line, on) if portal_line and on else None
        own = organization(f"{body.name} {_place_of(line)}", on=on) if line else None
        return Organization(name=body.name, ref=own.id if own else None), own is not None
    entry = None if body.several else organization(body.name, on=on)
    if entry is not None:
        return Organization(name=body.name, ref=entry.id), False
    owner = body.owner
    while owner is not None:
        above, by_portal = resolve(owner, on, portal_line)
        if above.ref is not None and body.kind != "union":
            return Organization(name=body.name, within=above.ref), by_portal
        owner = owner.owner
    return Organization(name=body.name), False


def _place_of(entry: OrganizationEntry) -> str:
    """Return the province in the name of a provincial body: “Hà Nam” of “Công an tỉnh Hà Nam”."""
    match = _BODY_OF_PLACE.search(entry.name)
    return match[1] if match else ""
