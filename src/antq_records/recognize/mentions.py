"""
Finds the typed spans of a text, in one pass from left to right.

The lexicon's words are found first; each then reads on from where it stands: a number to what it counts, the head of a name to its end, a
rank or an honorific to the person, an award's form to its name and grade.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from antq_records.model import AwardForm, HonoreeKind, Quantity
from antq_records.recognize.award import award_at
from antq_records.recognize.document import Mention
from antq_records.recognize.elision import elided_bodies, listed_units
from antq_records.recognize.naming import expression_at
from antq_records.recognize.organization import body_at
from antq_records.recognize.script import Script
from antq_records.recognize.spelling import names_in
from antq_records.recognize.vocabulary import WISHES, Meanings, vocabulary
from antq_records.text.dates import dates
from antq_records.text.numbers import Number, numbers

if TYPE_CHECKING:
    from collections.abc import Callable

    from antq_records.model import Article

__all__ = ["ClusterName", "Count", "Group", "mentions"]


class Group(NamedTuple):
    """A group without names: “59 tập thể”, “145 tập thể, cá nhân”, “các đơn vị”."""

    kind: HonoreeKind
    quantity: Quantity | None
    """``None`` for a group of no stated size, such as “các đơn vị”."""
    turns: bool
    """Whether it counts times (*lượt*), not distinct recipients."""


class Count(NamedTuple):
    """A count that is no group of honorees."""

    quantity: Quantity
    word: str
    """The counting word, folded."""
    number_end: int


class ClusterName(NamedTuple):
    """An emulation cluster as it is written."""

    number: int | None
    named: bool
    """Whether it has a number or a name; else it refers to one named elsewhere."""
    host: Mention | None
    name_end: int
    """Where the name ends, its host left out."""


_ROMAN: Final = {"i": 1, "v": 5, "x": 10}
_CLUSTER_NUMBER: Final = re.compile(
    r" (?:thi đua )?(?:số )?(?:(\d{1,2})|([ivx]{1,5}))(?![\w/.]|\s(?:tỉnh|đơn vị|thành phố|huyện|phòng|cơ quan|tập thể))"
)
_COUNTED: Final = re.compile(r" (?:công đoàn|lđlđ|liên đoàn|trường|bệnh viện|doanh nghiệp|phường|xã|sở)(?!\w)")
_HOST_JOINT: Final = re.compile(r"(?: ?[-,] ?| của | thuộc | )(?=\w)")
_NEXT_COUNTER: Final = re.compile(r"(?:,| và|, và) ")
_PLURAL: Final = ("các ", "những ", "danh sách ", "một số ")
_EACH: Final = "mỗi "
_MONEY: Final = re.compile(r" (đồng)(?! chí|\w)")
_CLUSTER_WORD: Final = re.compile(r"\b(?:cụm|khối) thi đua\b")
_PLACES: Final = (
    *("thành phố ", "tp ", "tp. ", "tỉnh ", "huyện ", "quận ", "xã ", "phường ", "thị trấn ", "đường ", "phố ", "thôn ", "ấp "),
    *("sông ", "chợ ", "cầu ", "khu ", "làng "),
)
"""Before these a name is that of a place."""
_BARE_BLOCK: Final = (" gồm", " có ", " hiện có", " thi đua")
"""Before these a bare *Khối* is the one that was named before."""
_MEMBERS: Final = " công đoàn viên"
"""Members of a union; no word of the lexicon, for it also begins “Công đoàn Viên chức”."""
_CREDIT: Final = ("ảnh: ", "ảnh ", "tin: ", "bài: ")
"""Behind these stands who took the photo or wrote the text."""
_ELIDED: Final = 24
"""So many mentions back the items of a list may stand."""
_CODE: Final = re.compile(r" [A-Z]{1,2}\d{2}")


def mentions(article: Article, folded: str) -> list[Mention]:
    """Return the mentions of an article's text from left to right; they do not overlap."""
    return _Reader(article.text, folded).read()


class _Reader:
    """Reads on from each word that begins a mention."""

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.folded = folded
        self.script = Script(text, folded)
        self.found: list[Mention] = []
        self._elided_until = 0
        self._ways: dict[str, Callable[[int, int, Meanings], int | None]] = {
            "person": self._person_or_group,
            "cluster": self._cluster,
            "award": self._award,
            "body": self._body,
            "cue": self._cue,
            "group": self._uncounted,
        }

    def read(self) -> list[Mention]:
        text = self.text
        starts: list[tuple[int, int, Any]] = [(start, end, meanings) for start, (end, meanings) in self.script.words.items()]
        starts += [(number.start, number.end, number) for number in numbers(text)]
        starts += [(match.start(), match.end(), "name") for match in names_in(text)]
        starts += [(one.start, one.end, Mention("date", one.start, one.end, one)) for one in dates(text)]
        starts.sort(key=itemgetter(0))
        position = 0
        for start, end, what in starts:
            if start >= position:
                position = self._read_on(start, end, what)
        self.found.sort(key=itemgetter(1))
        return self.found

    def _read_on(self, start: int, end: int, what: Any) -> int:  # noqa: ANN401 - a date, a number, a name or a word's meanings
        """Read the mention that begins at a place; return where it ends."""
        if isinstance(what, Meanings):
            return self._word(start, end, what)
        if isinstance(what, Mention):
            self.found.append(what)
            return end
        if isinstance(what, Number):
            return self._number(what)
        return self._name(start, end)

    def _name(self, start: int, end: int) -> int:
        """Read a personal name; return where it ends, or where to go on where it is a place's or stands in a list of bodies."""
        if start < self._elided_until and any(one.kind == "org" and one.start <= start < one.end for one in self.found[-12:]):
            return end
        if self.folded.endswith(_PLACES, 0, start):
            return end
        return self._person(start) or start + 1

    def _word(self, start: int, end: int, meanings: Meanings) -> int:
        if meanings.always is not None:
            self.found.append(Mention(meanings.always, start, end, None))
            return end
        if "counter" in meanings and self._follows_papers(start):
            return self._group(start, end, None, meanings)
        for way in meanings.ways:
            stop = self._ways[way](start, end, meanings)
            if stop is not None:
                return stop
        return start + 1 if "head" in meanings or "cluster" in meanings else end

    def _person_or_group(self, start: int, _end: int, _meanings: Meanings) -> int | None:
        """Read a person, or a group that is only addressed as people are: “các đồng chí cán bộ”."""
        if "counter" in _meanings and self.folded.endswith(_PLURAL, 0, start) and self.script.name(_end + 1) is None:
            return self._group(start, _end, None, _meanings)
        stop = self._person(start)
        if stop is None and self.folded.startswith("các ", start):
            at = self.script.word(start + len("các "))
            if at is not None and "counter" in at[1]:
                return self._group(start + len("các "), at[0], None, at[1])
        return stop

    def _cue(self, start: int, end: int, meanings: Meanings) -> int | None:
        meaning = meanings.get("cue", "event")
        if meaning in WISHES and self.text[start].isupper() and self.text[end + 1 : end + 2].isupper():
            return None
        self.found.append(Mention(meaning, start, end, None))
        return end

    def _follows_papers(self, start: int) -> bool:
        """Say whether a counting word names those for whom papers were counted: “6 Giấy khen cho đoàn viên”, “2 Bằng khen tập thể”."""
        last = self.found[-1] if self.found else None
        if last is None or last.kind != "award" or last.value.papers is None or start - last.end > len(" cho các "):
            return False
        return self.folded[last.end : start] in {" ", " cho ", " tặng ", " cho các ", " cho những "}

    def _uncounted(self, start: int, end: int, meanings: Meanings) -> int | None:
        """Read a group of no stated size: “mỗi tập thể”, “các đơn vị”."""
        if self.folded.endswith(_EACH, 0, start):
            self.found.append(Mention("each", start, end, meanings["counter"]))
            return end
        return self._group(start, end, None, meanings) if self.folded.endswith(_PLURAL, 0, start) else None

    def _award(self, start: int, end: int, meanings: Meanings) -> int | None:
        """Read an award, and the cluster that a title names: “xuất sắc dẫn đầu cụm thi đua Khối Lực lượng vũ trang”."""
        found = award_at(self.script, start, end, meanings["award"], self.script.limit(start))
        if found is None:
            return None
        self.found.append(found)
        word = _CLUSTER_WORD.search(self.folded, found.start, found.end) if found.value.form is AwardForm.TITLE else None
        if word:
            self._cluster(*word.span())
        return found.end

    def _body(self, start: int, end: int, _meanings: Meanings) -> int | None:
        if start < self._elided_until and any(one.kind == "org" and one.start == start for one in self.found[-_ELIDED:]):
            return end  # named already, by the head before it
        if self.folded.endswith(_CREDIT, 0, start):
            return None
        limit = self.script.limit(start)
        lower = self.folded.endswith(_PLURAL, 0, start) and _CODE.match(self.text, end) is not None
        units = listed_units(self.script, start, end, limit) if self.folded.endswith("các ", 0, start) else []
        if units:
            self.found += [Mention("org", item_start, item_end, item) for item_start, item_end, item in units]
            self._elided_until = units[-1][1]
            return end
        found = body_at(self.script, start, end, limit, lower=lower)
        if found is None:
            return None
        stop, body = found
        self.found.append(Mention("org", start, stop, body))
        for item_start, item_end, item in elided_bodies(self.script, body, stop, limit):
            self.found.append(Mention("org", item_start, item_end, item))
            self._elided_until = item_end
        # Roles in brackets stand between the items of such a list, so the scan goes on behind the head.
        return stop

    def _number(self, number: Number) -> int:
        if number.value is None:
            self.found.append(Mention("malformed", number.start, number.end, None))
            return number.end
        money = _MONEY.match(self.folded, number.end)
        if money:
            quantity = Quantity(value=number.value, qualifier=number.qualifier, unit=self.text[money.start(1) : money.end(1)])
            self.found.append(Mention("money", number.start, money.end(), quantity))
            return money.end()
        if self.folded.startswith(_MEMBERS, number.end):
            end = number.end + len(_MEMBERS)
            quantity = Quantity(value=number.value, qualifier=number.qualifier, unit=self.text[number.end + 1 : end])
            self.found.append(Mention("union_count", number.start, end, Count(quantity, "đoàn viên", number.end)))
            return end
        at = self.script.word(number.end + 1) if self.folded.startswith(" ", number.end) else None
        if at is None:
            return number.end
        quantity = Quantity(value=number.value, qualifier=number.qualifier, unit=self.text[number.end + 1 : at[0]])
        return self._counted(number, quantity, *at)

    def _counted(self, number: Number, quantity: Quantity, end: int, meanings: Meanings) -> int:
        """Read what a number counts: “30.000 đoàn viên”, “59 tập thể”, “8 Bằng khen”."""
        if "union_count" in meanings or "figure" in meanings:
            kind = "union_count" if "union_count" in meanings else "figure"
            self.found.append(Mention(kind, number.start, end, Count(quantity, self.folded[number.end + 1 : end], number.end)))
            if "counter" not in meanings:
                return end
        if "counter" in meanings:
            end = self._group(number.start, end, quantity, meanings)
            self._units_of(number.end + 1, end)
            return end
        if "award" in meanings:
            found = award_at(self.script, number.end + 1, end, meanings["award"], self.script.limit(number.end))
            if found:
                self.found.append(found._replace(start=number.start, value=found.value._replace(papers=quantity)))
                return found.end
        return number.end

    def _units_of(self, start: int, end: int) -> None:
        """Read the units that are listed behind their number: “7 phòng: PA61, PA67 và PA71”."""
        if self.folded.startswith(":", end):
            units = listed_units(self.script, start, end, self.script.limit(start))
            self.found += [Mention("org", item_start, item_end, item) for item_start, item_end, item in units]

    def _group(self, start: int, end: int, quantity: Quantity | None, meanings: Meanings) -> int:
        kinds = {meanings["counter"]}
        while joint := _NEXT_COUNTER.match(self.folded, end):
            following = self.script.word(joint.end())
            if following is None or "counter" not in following[1]:
                break
            kinds.add(following[1]["counter"])
            end = following[0]
        kind = kinds.pop() if len(kinds) == 1 else HonoreeKind.MIXED
        if quantity is not None and kind is HonoreeKind.MIXED:
            unit = self.text[start:end].split(" ", 1)[1] if " " in self.text[start:end] else None
            quantity = Quantity(value=quantity.value, qualifier=quantity.qualifier, unit=unit)
        turns = "lượt" in self.folded[start:end]
        self.found.append(Mention("group", start, end, Group(kind, quantity, turns)))
        return end

    def _person(self, start: int) -> int | None:
        found = expression_at(self.script, start, self.script.limit(start))
        if found is None:
            return None
        self.found.append(found)
        return found.end

    def _cluster(self, start: int, end: int, _meanings: Meanings | None = None) -> int | None:
        folded, text = self.folded, self.text
        limit = self.script.limit(start)
        word = folded[start:end]
        number_match = _CLUSTER_NUMBER.match(folded, end)
        number = None
        named = False
        if number_match and "số" not in number_match[0] and _COUNTED.match(folded, number_match.end()):
            number_match = None  # “Khối thi đua 6 Công đoàn ngành Trung ương”: so many are in it
        if number_match:
            number = int(number_match[1]) if number_match[1] else _roman(number_match[2])
            end = number_match.end()
            named = True
        elif word in {"cụm", "khối"}:
            if not text[start].isupper() or (word == "khối" and not folded.startswith(_BARE_BLOCK, end)):
                return None
        else:
            stop = _cluster_name_end(self.script, end, limit)
            named = stop > end
            end = stop
        host, after = self._host(end, limit)
        self.found.append(Mention("cluster", start, after if host else end, ClusterName(number, named, host, end)))
        return after if host else end

    def _host(self, end: int, limit: int) -> tuple[Mention | None, int]:
        joint = _HOST_JOINT.match(self.folded, end)
        if joint is None or joint.end() >= limit:
            return None, end
        at = self.script.word(joint.end())
        if at is None or "head" not in at[1]:
            return None, end
        found = body_at(self.script, joint.end(), at[0], limit)
        if found is None or found[1].several:
            return None, end
        return Mention("org", joint.end(), found[0], found[1]), found[0]


def _roman(letters: str) -> int:
    """Return the value of a Roman number up to 39."""
    values = [_ROMAN[letter] for letter in letters]
    return sum(-value if any(later > value for later in values[place + 1 : place + 2]) else value for place, value in enumerate(values))


_LONGEST_CLUSTER: Final = 200
"""No name of a cluster goes on for longer, in code points."""
_BLOCK_NAME: Final = re.compile(r" (?:khối |các |\d{1,2} (?:công đoàn|lđlđ|liên đoàn) )")
_BLOCK_END: Final = re.compile(
    r"[.;:()\n“”\"]|,(?! tổng công ty)| - | (?:tổng kết|sơ kết|ký|cũng|phát động|đề ra|gửi|bầu|đã|được|tổ chức|gồm|năm|là|có|và|do"
    r"|tại|vừa|sẽ|với|thuộc(?! trung ương)"
    r"|trực thuộc(?! trung ương)|chốt|vòng|tham dự|dự|đến|cùng)(?= )|$"
)


def _cluster_name_end(script: Script, end: int, limit: int) -> int:
    """Return where the name of a cluster without a number ends: “cụm thi đua Khối Lực lượng vũ trang thành phố”."""
    text, folded = script.text, script.folded
    if end >= limit or folded[end] != " ":
        return end
    if not text[end + 1].isupper() and not _BLOCK_NAME.match(folded, end):
        return end
    limit = min(limit, end + _LONGEST_CLUSTER)
    stop = _BLOCK_END.search(folded, end + 1, limit)
    if stop is not None and folded.endswith("các đơn vị", end, stop.start()):
        stop = _BLOCK_END.search(folded, stop.end() + 1, limit)  # whose units they are belongs to the name
    last = stop.start() if stop else limit
    verbs = (start for start, _, meanings in vocabulary().scan(folded, end + 1, last) if "cue" in meanings and not text[start].isupper())
    return next((start - 1 for start in verbs), last)
