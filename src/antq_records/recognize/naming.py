"""
People as they are written: honorific, rank, offices before and after the name.

“đồng chí Thượng tướng A, Ủy viên Trung ương Đảng, Thứ trưởng Bộ Công an” is one expression; so are “Thứ trưởng Bộ Công an A”, “Trung tá A -
Chủ tịch Công đoàn CAND” and, for one named before, “Đại tá Mạnh”. An office without a name is a mention of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from antq_records.model import Standing
from antq_records.recognize.document import Mention
from antq_records.recognize.office import OfficeName
from antq_records.recognize.organization import body_at
from antq_records.recognize.spelling import UPPER, is_province
from antq_records.recognize.vocabulary import vocabulary
from antq_records.text.unicode import fold

if TYPE_CHECKING:
    from antq_records.recognize.script import Script
    from antq_records.recognize.vocabulary import Meanings

__all__ = ["PersonName", "expression_at"]


class PersonName(NamedTuple):
    """A person as written in one place."""

    name_start: int
    name_end: int
    rank: tuple[int, int] | None
    offices: tuple[OfficeName, ...]
    unit: Mention | None
    """The body that stands after the name without an office: “A (Phòng PC03)”, “A, Công an huyện …”."""
    introduced: bool
    """Whether an honorific, a rank or an office stands before the name."""
    short: bool
    """Whether only the given name is said."""
    shared: int = 0
    """How many of the offices stand before a colon, for all that follow: “các đồng chí Ủy viên Trung ương Đảng: A; B”."""


_BETWEEN: Final = re.compile(
    r"(?:\s*[,.:]\s*|\s+-\s+|\s*-\s*|\s+)(?:tiến sĩ |ts\.? ?|thạc sĩ |ths\.? ?|pgs\.? ?ts\.? ?|gs\.? ?ts\.? ?|bác sĩ |luật sư |kỹ sư )?"
)
_AFTER: Final = re.compile(r"\s*(?:,|-|:|\()\s*|\s+(?:kiêm|và là|là)\s+|\s*,?\s+(?:hiện |đang |hiện đang )?(?:công tác tại|thuộc|ở)\s+")
_STANDING: Final = re.compile(r"(nguyên|quyền|q\.|phụ trách|cố)\s+")
_STANDING_BEFORE: Final = re.compile(r"(?<!\w)(?<!ủy )(?:nguyên|quyền) $")
_LONGEST_STANDING: Final = len("ủy quyền ")
_GIVEN: Final = re.compile(rf"[{UPPER}][^\W\d_]+(?! [{UPPER}])(?!\w)")
_SUFFIX_BODY: Final = re.compile(r",? ")
_BEHALF: Final = tuple(
    f"{verb} {of}{address}" for verb in ("ủy quyền", "ủy nhiệm", "thay mặt") for of in ("", "của ") for address in ("", "đồng chí ")
)
_ADDRESSES: Final = frozenset(
    {
        "ông",
        "bà",
        "anh",
        "chị",
        "đồng chí",
        "đ/c",
        "ngài",
        "cô",
        "chú",
        "thầy",
        "hòa thượng",
        "thượng tọa",
        "đại đức",
        "linh mục",
        "mục sư",
        "nghệ nhân",
    }
)
"""Behind these stands a person's name, known or not."""
_CAPITALS: Final = re.compile(
    rf"[{UPPER}][^\W\d_]*+(?:['’][{UPPER}]?[^\W\d_]*+)?(?: [{UPPER}][^\W\d_]*+(?:['’][{UPPER}]?[^\W\d_]*+)?){{1,4}}(?!\w)"
)
_LONGEST_DEGREE: Final = 6
"""“PGS.TS” has so many letters; what is longer is no abbreviation."""
_MOST_PARTS: Final = 8


def expression_at(script: Script, start: int, limit: int) -> Mention | None:
    """Return the person, or the office without a name, whose expression begins at a place; ``None`` if neither does."""
    folded = script.folded
    standing_before = _STANDING_BEFORE.search(folded, max(0, start - _LONGEST_STANDING), start)
    if standing_before:
        start = standing_before.start()
    position = start
    rank: tuple[int, int] | None = None
    honoured = addressed = False
    shared = 0
    offices: list[OfficeName] = []
    behalf = folded.endswith(_BEHALF, 0, start)
    for _ in range(_MOST_PARTS):
        named = bool(rank or addressed) and position > start
        name_end = _name_end(script, position, limit, named=named)
        if name_end is not None:
            found = _person(script, (start, position, name_end, limit), rank, offices, introduced=bool(rank or honoured or offices))
            return found._replace(value=found.value._replace(shared=shared)) if shared else found
        standing = _STANDING.match(folded, position)
        at = script.word(standing.end() if standing else position)
        if at is None or at[0] > limit:
            break
        end, meanings = at
        if "rank" in meanings:
            rank = (position, end)
        elif "office" in meanings:
            office, end = _office(script, position, limit)
            offices.append(office)
        elif "honorific" in meanings:
            honoured = True
            addressed = addressed or folded[position:end] in _ADDRESSES
        else:
            break
        gap = _BETWEEN.match(folded, end)
        if gap is not None and ":" in gap[0]:
            shared = len(offices)
        if gap is None or gap.end() >= limit or (behalf and "," in gap[0]) or _ends_sentence(gap, end - position, meanings):
            position = end
            break
        position = gap.end()
    return _without_full_name(script, (start, position), rank, offices, addressed=addressed)


def _name_end(script: Script, position: int, limit: int, *, named: bool) -> int | None:
    """Return where a personal name at a place ends; *named* tells that one must stand there, so that its family name may be unknown."""
    end = None if _addressed(script, position) else script.name(position)
    return _unknown_name(script, position, limit) if end is None and named else end


def _ends_sentence(gap: re.Match[str], length: int, meanings: Meanings) -> bool:
    """Say whether a full stop behind a word of some length begins a new sentence: only ranks and degrees are abbreviated."""
    return "." in gap[0] and "rank" not in meanings and ("office" in meanings or length > _LONGEST_DEGREE)


def _unknown_name(script: Script, position: int, limit: int) -> int | None:
    """Return the end of a name that begins with no known family name, behind a rank or “ông”, “bà”, “đồng chí”."""
    match = _CAPITALS.match(script.text, position)
    if match is None or match.end() > limit or is_province(script.folded[position : match.end()]):
        return None
    end = match.end()
    space = script.folded.find(" ", position, end)
    while space >= 0:  # another body, office or rank ends it
        if (
            (word := script.word(space + 1)) is not None
            and not {"head", "office", "rank", "honorific"}.isdisjoint(word[1])
            and word[0] > end
        ):
            end = space
            break
        space = script.folded.find(" ", space + 1, end)
    at = script.word(position)
    if at is not None and (at[0] > script.folded.find(" ", position) or "head" in at[1]):
        return None
    return end if " " in script.text[position:end] else None


def _without_full_name(
    script: Script, span: tuple[int, int], rank: tuple[int, int] | None, offices: list[OfficeName], *, addressed: bool
) -> Mention | None:
    """Return a person of whom only rank or address and given name are said (“Đại tá Mạnh”), or an office that nobody is named for."""
    start, position = span
    before = rank[1] if rank else position - 1 if addressed else None
    if before is not None and not offices and position == before + 1:
        given = _GIVEN.match(script.text, position)
        if given and not script.word(position):
            person = PersonName(position, given.end(), rank, (), None, introduced=True, short=True)
            return Mention("person", start, given.end(), person)
    if offices and offices[0].start == start:
        first = offices[0]
        return Mention("office", start, first.body.end if first.body else first.title_end, first)
    return None


def _addressed(script: Script, position: int) -> bool:
    """Say whether a word that is also a family name only addresses the name behind it: “Ông Nguyễn …”."""
    at = script.word(position)
    if at is None or "honorific" not in at[1]:
        return False
    return script.name(at[0] + 1) is not None or _CAPITALS.match(script.text, at[0] + 1) is not None


def _office(script: Script, start: int, limit: int) -> tuple[OfficeName, int]:
    """Read the office at a place with the body it is held in."""
    folded = script.folded
    standing_match = _STANDING.match(folded, start)
    title_start = standing_match.end() if standing_match else start
    at = script.word(title_start)
    assert at is not None  # noqa: S101 - the caller saw the word
    title_end, meanings = at
    entry = meanings["office"]
    standing = Standing.CURRENT
    if standing_match:
        standing = Standing.FORMER if standing_match[1] in {"nguyên", "cố"} else Standing.ACTING
    body = None
    again = entry.shares and folded.startswith(f" {fold(entry.shares)} ", title_end)  # “Trưởng phòng Phòng Cảnh sát hình sự”
    if entry.shares and not again and folded.endswith(fold(entry.shares), title_start, title_end):
        body, title_end = _shared_body(script, title_start, title_end, len(entry.shares), limit)
    if body is None and not entry.complete:
        body = _body(script, title_end, limit)
    office = OfficeName(title_start, title_end, standing, start, body, entry.complete)
    return office, body.end if body else title_end


def _shared_body(script: Script, start: int, end: int, shared: int, limit: int) -> tuple[Mention | None, int]:
    """Read the body whose name the last words of a title open: “Chủ tịch Công đoàn Bộ X” chairs “Công đoàn Bộ X”."""
    folded = script.folded
    head = script.head(end - shared)
    found = body_at(script, end - shared, head, limit, lower=True) if head else None
    if found is None or found[1].several or (found[0] <= end and not folded[end - shared : end].endswith((" ủy", " đoàn"))):
        return None, end
    if found[0] <= end and folded.startswith("đảng", end - shared):
        return None, end
    cut = end - shared - 1
    shorter = vocabulary().at(folded[start:cut], 0)
    alone = shorter is not None and shorter[0] == cut - start and "office" in shorter[1]
    if alone or folded.startswith("công an", cut + 1):
        return Mention("org", cut + 1, found[0], found[1]), cut
    if folded.startswith("văn phòng", cut + 1):
        rest = _body(script, end, limit)
        if rest is not None:
            return rest, end
    return Mention("org", cut + 1, found[0], found[1]), end


def _body(script: Script, end: int, limit: int) -> Mention | None:
    folded = script.folded
    joint = _SUFFIX_BODY.match(folded, end)
    if joint is None or joint.end() >= limit:
        return None
    at = script.word(joint.end())
    if at is None or "head" not in at[1]:
        return None
    lower = script.text[at[0] + 1 : at[0] + 2].isupper()  # “Cục trưởng cục Cảnh vệ”
    found = body_at(script, joint.end(), at[0], limit, lower=lower)
    if found is None or found[1].several:
        return None
    return Mention("org", joint.end(), found[0], found[1])


def _with_shared_bodies(offices: list[OfficeName]) -> list[OfficeName]:
    """Give an office without a body that of the next: “Phó Chủ tịch kiêm Tổng thư ký Hội X” holds both there."""
    shared: list[OfficeName] = []
    for place, office in enumerate(offices):
        following = offices[place + 1] if place + 1 < len(offices) else None
        if office.body is None and not office.complete and following and following.body and following.start > office.start:
            shared.append(office._replace(body=following.body))
        else:
            shared.append(office)
    return shared


def _person(
    script: Script, span: tuple[int, int, int, int], rank: tuple[int, int] | None, offices: list[OfficeName], *, introduced: bool
) -> Mention:
    text, folded = script.text, script.folded
    start, name_start, name_end, limit = span
    end = name_end
    unit: Mention | None = None
    for _ in range(_MOST_PARTS):
        gap = _AFTER.match(folded, end)
        if gap is None or gap.end() >= limit:
            break
        standing = _STANDING.match(folded, gap.end())
        at = script.word(standing.end() if standing else gap.end())
        if at is None:
            break
        if "office" in at[1]:
            office, stop = _office(script, gap.end(), limit)
            if script.name(stop + 1) is not None:
                break  # the office belongs to the next person
            offices.append(office)
            end = stop
        elif "rank" in at[1] and rank is None and script.name(at[0] + 1) is None and not _GIVEN.match(text, at[0] + 1):
            rank = (gap.end(), at[0])
            end = at[0]
        elif "head" in at[1] and unit is None:
            found = body_at(script, gap.end(), at[0], limit)
            if found is None or found[1].several or gap[0].strip() == ":":
                break
            unit = Mention("org", gap.end(), found[0], found[1])
            end = found[0]
        else:
            break
        if gap[0].strip() == "(":
            end += folded.startswith(")", end)
    person = PersonName(name_start, name_end, rank, tuple(_with_shared_bodies(offices)), unit, introduced=introduced, short=False)
    return Mention("person", start, end, person)
