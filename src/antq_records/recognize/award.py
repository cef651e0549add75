"""
Awards as they are written: form, name, grade, and whose award the name says it is.

“Bằng khen của Bộ Công an” is a certificate with its owner, “Huân chương Lao động hạng Ba” an order with its grade, “danh hiệu “Chiến sĩ
thi đua cơ sở”” a title whose name stands behind its opening word. “cờ Tổ quốc” and “giải vô địch” are no awards.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from antq_records.lexicon.awards import award_by_id, capitals_only, forms, names
from antq_records.lexicon.scanner import Scanner
from antq_records.model import AwardForm, Quantity, Standing
from antq_records.recognize.document import Mention
from antq_records.recognize.office import OfficeName
from antq_records.recognize.organization import Body, body_at, registered
from antq_records.recognize.spelling import UPPER

if TYPE_CHECKING:
    from antq_records.recognize.script import Script

__all__ = ["AwardName", "AwardWord", "award_at", "award_words"]


class AwardWord(NamedTuple):
    """Words that open an award."""

    form: AwardForm
    everyday: bool
    """Whether they are an award only where its own name or its grade follows: *giải*, *giấy chứng nhận*."""
    whole: bool
    """Whether they are its whole name (“Lao động giỏi”); else the name goes on (“Bằng khen của …”) or stands behind (“danh hiệu …”)."""


class AwardName(NamedTuple):
    """An award as it is written."""

    form: AwardForm
    name_start: int
    name_end: int
    owner: Mention | None
    """The body whose award it is by its own name."""
    grade: tuple[int, int] | None
    papers: Quantity | None
    """How many of it: eight certificates are eight recipients."""
    grades: tuple[tuple[int, int], ...] = ()
    """Several grades, as in “hạng Nhất, hạng Nhì”; as many recipients have them in turn."""


_QUOTED: Final = re.compile(r' ?["][^"\n]{1,120}["]')
_OF: Final = re.compile(r"(?: đột xuất| chuyên đề| toàn diện)? (?:của |do )?(?:đồng chí )?")
_OFFICE: Final = re.compile(
    r"(?:chủ tịch|tư lệnh|chính ủy|thủ trưởng|viện trưởng|chánh án|tổng cục trưởng|bí thư|bộ trưởng|giám đốc|cục trưởng|trưởng"
    r"|tổng giám đốc|hiệu trưởng|ban chấp hành|đoàn chủ tịch|ban thường vụ) "
)
_GRADE: Final = re.compile(r",? ?(hạng (?:nhất|nhì|ba|i{1,3})|loại (?:a|b|c)|giải (?:nhất|nhì|ba|khuyến khích|a|b|c))(?!\w)")
_MORE_GRADES: Final = re.compile(r"(?:,? và|,) ((?:hạng |giải |loại )?(?:nhất|nhì|ba|i{1,3}|khuyến khích))(?!\w)")
_NO_AWARD: Final = re.compile(r" (?:tổ quốc|đỏ sao vàng|đảng|nước)(?!\w)")
"""What makes a flag (*cờ*) none that is won."""
_CAPITALS: Final = re.compile(rf" [{UPPER}][^\W_]*(?: (?:[{UPPER}][^\W_]*|vì|và|tổ quốc|quốc gia|nhất|nhì))*")
_SMALL_NAME: Final = re.compile(
    rf"(?: (?!(?:cho|của|năm|(?<!Tự )do|và|tại|hạng|được|vì|với|trong|nhân|cấp|lần|đợt|tới|đến|là|gồm|cùng|đối|bởi|tặng|trao|sau)\b)"
    rf"(?![{UPPER}])[^\W\d_]+){{1,12}}"
)
"""Small syllables that a name goes on with behind its capital."""
_OF_SPORTS: Final = re.compile(r" (?:vàng|bạc|đồng|vô địch|cup|cúp)(?!\w)")
_RANKING: Final = re.compile(
    r" ?(?:đơn vị |tập thể )?(?:xuất sắc|tiêu biểu|dẫn đầu)"
    r"(?: (?:xuất sắc|tiêu biểu|dẫn đầu|toàn diện|trong|phong trào thi đua|cụm thi đua|khối thi đua|cụm|khối))*"
)


@cache
def award_words() -> dict[str, AwardWord]:
    """Return the words that open an award, folded: its form, or its whole name where that begins with no form."""
    opening = {
        words: AwardWord(one.form, one.everyday, whole=False)
        for words, one in forms().items()
        if one.form not in {AwardForm.HONOUR, AwardForm.REWARD_MONEY}
    }
    heads_of_names = tuple(f"{words} " for words in opening)
    for name, ids in names().items():
        entry = award_by_id(ids[0])
        if entry is not None and (entry.open or not entry.everyday) and name not in capitals_only() and not name.startswith(heads_of_names):
            opening.setdefault(name, AwardWord(entry.form, everyday=False, whole=True))
    return opening


@cache
def _known() -> Scanner[bool]:
    return Scanner(dict.fromkeys(names(), True))


def award_at(script: Script, start: int, end: int, word: AwardWord, limit: int) -> Mention | None:
    """Return the award whose opening words stand at ``start:end``, read to its end; ``None`` where they name none."""
    folded = script.folded
    form = word.form
    if form is AwardForm.TITLE:
        stop = _ranking_end(folded, end, limit) if word.whole else _title_end(script, end, limit)
        name_start = start if word.whole else end + 1
        return None if stop is None else _finish(script, (start, name_start, stop), form, None, limit)
    if form is AwardForm.FLAG and _NO_AWARD.match(folded, end):
        return None
    grade = _GRADE.match(folded, start - 1) if form is AwardForm.PRIZE and start else None
    if grade:
        return Mention("award", start, grade.end(), AwardName(form, start, start, None, grade.span(1), None))
    known = _known().at(folded, start)
    owner = None
    if form in {AwardForm.FLAG, AwardForm.CERTIFICATE_OF_MERIT, AwardForm.CERTIFICATE_OF_COMMENDATION}:
        quoted = _QUOTED.match(folded, end)
        end = quoted.end() if quoted and quoted.end() <= limit else end
        owner = _owner(script, end, limit)
        end = owner.end if owner else max(end, known[0] if known else end)
    elif known and known[0] >= end and (known[0] > end or form is AwardForm.OTHER):
        end = known[0]
    else:
        stop = _unknown_end(script, end, word, limit)
        if stop is None:
            return None
        end = stop
    return _finish(script, (start, start, end), form, owner, limit)


def _unknown_end(script: Script, end: int, word: AwardWord, limit: int) -> int | None:
    """Return where a name ends that the registry lacks: in quotation marks or capitals, else a bare form; ``None`` for none."""
    quoted = _QUOTED.match(script.folded, end)
    if quoted and quoted.end() <= limit:
        return quoted.end()
    if _OF_SPORTS.match(script.folded, end):
        return None
    capitals = _CAPITALS.match(script.text, end)
    if capitals and capitals.end() <= limit and script.head(end + 1) is None and not _GRADE.match(script.folded, end):
        return end if _goes_on_small(script, capitals) else capitals.end()
    return None if word.everyday else end


def _goes_on_small(script: Script, capitals: re.Match[str]) -> bool:
    """Say whether one capital word is not the whole name: “Huân chương Tự do” of another State, “giải Cuộc thi …”."""
    return " " not in capitals[0].strip() and _SMALL_NAME.match(script.text, capitals.end()) is not None


def _finish(script: Script, span: tuple[int, int, int], form: AwardForm, owner: Mention | None, limit: int) -> Mention:
    folded = script.folded
    start, name_start, end = span
    grade = _GRADE.match(folded, end)
    if grade and grade.end() <= limit:
        more = _MORE_GRADES.match(folded, grade.end())
        if more:  # “hạng Nhất, hạng Nhì, hạng Ba”: which is whose, only the recipients can tell
            grades = [grade.span(1), _without_joint(more)]
            while following := _MORE_GRADES.match(folded, more.end()):
                more = following
                grades.append(_without_joint(more))
            return Mention("award", start, more.end(), AwardName(form, name_start, end, owner, None, None, tuple(grades)))
        return Mention("award", start, max(end, grade.end()), AwardName(form, name_start, end, owner, grade.span(1), None))
    return Mention("award", start, end, AwardName(form, name_start, end, owner, None, None))


def _without_joint(grade: re.Match[str]) -> tuple[int, int]:
    """Return where a further grade stands, without the comma or “và” before it."""
    return grade.end() - len(grade[1]), grade.end()


def _owner(script: Script, end: int, limit: int) -> Mention | None:
    """Return the body whose award it is: “Bằng khen của Bộ Công an”, “Cờ thi đua Công đoàn CAND”."""
    folded = script.folded
    joint = _OF.match(folded, end)
    if joint is None or joint.end() >= limit:
        return None
    office = _OFFICE.match(folded, joint.end())
    for place in (joint.end(), office.end() if office else limit):
        head = script.head(place) if place < limit else None
        found = body_at(script, place, head, limit) if head else _registered_at(script, place)
        if found and not found[1].several:
            body = Mention("org", place, found[0], found[1])
            if place == joint.end():
                return body
            title_end = joint.end() + len(folded[joint.end() : place].rstrip())
            return Mention(
                "office", joint.end(), found[0], OfficeName(joint.end(), title_end, Standing.CURRENT, joint.end(), body, complete=False)
            )
    return None


def _registered_at(script: Script, place: int) -> tuple[int, Body] | None:
    """Return a registered name that begins with no head word: “Thủ tướng Chính phủ”."""
    text, folded = script.text, script.folded
    known = registered().at(folded, place)
    return (known[0], Body(text[place : known[0]], "registered", "", None, place, bare=False, several=False)) if known else None


def _title_end(script: Script, end: int, limit: int) -> int | None:
    """Return where the name after “danh hiệu” ends; ``None`` where there is none."""
    text, folded = script.text, script.folded
    quoted = _QUOTED.match(folded, end)
    if quoted and quoted.end() <= limit:
        return quoted.end()
    known = _known().at(folded, end + 1)
    if known:
        return _ranking_end(folded, known[0], limit)
    ranking = _RANKING.match(folded, end)
    if ranking:
        return _ranking_end(folded, ranking.end(), limit)
    capitals = _CAPITALS.match(text, end)
    if capitals is None or capitals.end() > limit:
        return None
    small = _SMALL_NAME.match(text, capitals.end())
    return small.end() if small is not None and small.end() <= limit else capitals.end()


_CLUSTER_END: Final = re.compile(r"(?:cụm|khối)(?: thi đua)?$")
_LONGEST_RANKING: Final = 160
"""No ranking goes on for longer behind “cụm thi đua”, in code points."""
_RANKING_END: Final = re.compile(r"[,.;:()\n]| (?:năm|và|cho|của|do|được)(?= )|$")


def _ranking_end(folded: str, end: int, limit: int) -> int:
    """Return where a ranking ends that goes on with the name of the cluster it was reached in."""
    if not _CLUSTER_END.search(folded, max(0, end - 16), end):
        return end
    limit = min(limit, end + _LONGEST_RANKING)
    stop = _RANKING_END.search(folded, end, limit)
    return stop.start() if stop else limit
