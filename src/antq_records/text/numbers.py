"""Numbers as Vietnamese news write them: digits with dots, scale words, number words, and how exact they are meant."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from antq_records.model import Qualifier
from antq_records.text.dates import dates
from antq_records.text.phrases import Phrases
from antq_records.text.unicode import fold
from antq_records.text.words import words

__all__ = ["Number", "number_at", "numbers"]


class Number(NamedTuple):
    """One count or sum in a text; which thing it counts, the words behind it say."""

    value: int | None
    """*15 vạn* is 150000, *66 tỷ* is 66000000000; None if and only if ``malformed``."""

    qualifier: Qualifier
    """*hơn*, *gần*, *khoảng*, …; they are part of the span."""

    start: int
    """First code point, of the qualifier if there is one."""

    end: int
    """One past the last code point, scale words included."""

    malformed: bool = False
    """Whether it can be read in two ways, as *2.034 nghìn* can."""


def numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """
    Yield the counts in ``text[start:end]``, in order.

    No count is: a date or year, a percentage or other fraction, a ratio (*248/558*), a range, a number that is part of a name or
    code (*276/KH-CĐCA*, *COVID-19*, *PC03*, *số 5*, *giai đoạn 1*, right behind an opening quotation mark), an indefinite quantity
    (*hàng trăm*, *5 chục*, *1 triệu rưỡi*). A single number word counts only before a counting word. Linear time.

    >>> [(found.value, found.qualifier.value) for found in numbers("hơn 30.000 đoàn viên, hai mươi mốt tập thể, năm cá nhân, năm 2024")]
    [(30000, 'over'), (21, 'exactly'), (5, 'exactly')]
    """
    end = len(text) if end is None else end
    return (number for number in _numbers(text) if start <= number.start and number.end <= end)


def number_at(text: str, position: int) -> Number | None:
    """Return the number whose span covers a code point of the text, if there is one."""
    return next((number for number in _numbers(text) if number.start <= position < number.end), None)


_PLAIN: Final = re.compile(r"[1-9][0-9]{0,14}|0[0-9]{0,2}")
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}")
_DECIMAL: Final = re.compile(r"(?P<whole>[0-9]{1,9}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,2}),(?P<part>[0-9]{1,9})")
_DOT_DECIMAL: Final = re.compile(r"(?P<whole>[0-9]{1,9})\.(?P<part>[0-9]{1,2})")
_GOING_ON: Final = r"[\w%]| %|[/:-]\w| - ?[0-9]"
"""Behind digits: what shows that they are part of a code, ratio, range or clock time, or a percentage."""
_ATTACHED: Final = re.compile(_GOING_ON)
_NEXT_WORDS: Final = re.compile(r" ([^\W\d_]++)(?: ([^\W\d_]++))?")
_WINDOW: Final = 30  # code points: more than three syllables of any kind
_QUALIFIERS: Final = {qualifier.value: qualifier for qualifier in Qualifier}


class _Words:
    """The number words of the data file, as patterns and tables."""

    def __init__(self) -> None:
        tables = words("numbers")
        self.units: dict[str, int] = tables["units"]
        self.after_ten: dict[str, int] = {**self.units, **tables["units_after_ten"]}
        del self.after_ten["năm"]  # “mười năm” are ten years, fifteen is “mười lăm”
        self.scales: dict[str, int] = tables["scales"]
        self.counters = frozenset(tables["counters"]["words"])
        self.before: dict[str, str] = tables["qualifiers"] | {
            phrase: kind for kind, phrases in tables["before"].items() for phrase in phrases
        }
        self.phrases = Phrases(f"{phrase} " for phrase in self.before)
        self.year_before = frozenset(tables["year"]["before"])
        number = [*self.after_ten, "năm", "mười", "mươi", "linh", "lẻ", *self.scales, *tables["after"]["indefinite"]]
        self.numbers = frozenset(number)
        numbers = "|".join(number)
        counters = "|".join(sorted({phrase.partition(" ")[0] for phrase in self.counters}))
        self.digits = re.compile(
            r"[0-9](?<!\w.)(?<![^\W_][/-].)(?<!\d[.,:].)"  # not the rest of a code, range, ratio or clock time
            r"(?<![ (\n]\".)(?<!\A\".)"  # nor the first word of a quoted name
            rf"[0-9]*+(?:[.,][0-9]++)*+(?:(?= (?:{numbers}|[0-9]))()|(?!{_GOING_ON}))"  # the group says: more may belong to it
        )
        self.word = re.compile(rf" (?:{'|'.join([*self.units, 'mười'])})(?= (?:{numbers}|{counters}))")
        self.run = re.compile(rf"(?: (?:{numbers}|[0-9]++(?:[.,][0-9]++)*+)(?![\w%])){{0,16}}")


_words = cache(_Words)


@lru_cache(maxsize=8)  # several recognisers ask for the numbers of the same article
def _numbers(text: str) -> tuple[Number, ...]:
    folded = fold(text)
    starts = [(*match.span(), match.lastindex is not None) for match in _words().digits.finditer(folded)]
    spaced = folded.replace("\n", " ").replace("(", " ")  # one character to search for is much quicker than three
    starts += [(match.start(), match.end() - 1, True) for match in _words().word.finditer(" " + spaced)]
    starts.sort()
    mentions = [*dates(text)]
    mentions.reverse()
    found = []
    done = 0
    for start, end, goes_on in starts:
        while mentions and mentions[-1].end <= start:
            mentions.pop()
        if start < done or (mentions and mentions[-1].start <= start):
            continue
        number, done = _read(folded, start, end, goes_on=goes_on)
        if number:
            found.append(number)
    return tuple(found)


def _read(folded: str, start: int, end: int, *, goes_on: bool) -> tuple[Number | None, int]:
    """Read the number whose first digits or word are given, and perhaps more; return it, if it is a count, and where to go on."""
    if _ends_range(folded, start):
        return None, end
    run = _words().run.match(folded, end) if goes_on else None
    tokens = [folded[start:end], *(run[0].split() if run else ())]
    value, used = _value(tokens)
    stop = end if used == 1 else end + len(" ".join(["", *tokens[1:used]]))
    if run and used < len(tokens) and not tokens[used][0].isdigit() and tokens[used] != "năm":  # “ba bốn”, “5 chục”, “1 triệu rưỡi”
        return None, run.end()
    kind, begins = _before(folded, start)
    malformed = used > 1 and tokens[1] in {"nghìn", "ngàn"} and _GROUPED.fullmatch(tokens[0]) is not None
    if (value is None and not malformed) or not _is_count(folded, (start, stop), kind, is_word=used == 1 and tokens[0].isalpha()):
        return None, stop
    qualifier = _QUALIFIERS.get(kind or "", Qualifier.EXACTLY)
    first = start if qualifier is Qualifier.EXACTLY else begins
    return Number(None if malformed else value, qualifier, first, stop, malformed), stop


def _is_count(folded: str, span: tuple[int, int], kind: str | None, *, is_word: bool) -> bool:
    """Say whether what stands around a number, of *kind* before it, lets it be a count."""
    start, stop = span
    if kind in {"label", "indefinite"} or _ATTACHED.match(folded, stop):
        return False
    if is_word:
        return _counted(folded, stop) and _is_no_year(folded, start, stop)
    return kind != "loose_label" or _counted(folded, stop)


def _ends_range(folded: str, start: int) -> bool:
    """Say whether a number and a dash with spaces stand before a number: *20 - 30*."""
    return folded.endswith("- ", 0, start) and folded[max(0, start - 4) : start - 2].strip().isdecimal()


def _before(folded: str, start: int) -> tuple[str | None, int]:
    """Return what the words before a number make of it, by the longest known phrase, and where that begins."""
    begins = _words().phrases.start(folded, start)
    return (_words().before[folded[begins : start - 1]], begins) if begins < start else (None, start)


def _counted(folded: str, stop: int) -> bool:
    """Say whether a counting word follows."""
    match = _NEXT_WORDS.match(folded, stop)
    return match is not None and not _words().counters.isdisjoint((match[1], f"{match[1]} {match[2]}"))


def _is_no_year(folded: str, start: int, stop: int) -> bool:
    """Say whether *năm* can be five: behind a number or a word such as *trong* it is the year."""
    if folded[start:stop] != "năm" or start == 0:
        return True
    previous = folded[max(0, start - _WINDOW) : start - 1].rpartition(" ")[2].lstrip('("')
    return not (previous in _words().year_before or previous in _words().numbers or previous[-1:].isdecimal())


class _Amount(NamedTuple):
    """A number before its scale word: ``15`` with 1 of its digits behind the comma is 1,5."""

    digits: int
    decimals: int
    next: int
    """Index of the first token behind it."""


def _value(tokens: list[str]) -> tuple[int | None, int]:
    """Add up number tokens as far as they form one number; return it (None for a broken one) and how many tokens it took."""
    total, used, last = 0, 0, 0
    if tokens[0].isdigit() and len(tokens) == 1:  # by far the most
        return (int(tokens[0]), 1) if _PLAIN.fullmatch(tokens[0]) else (None, 1)
    while used < len(tokens) and (amount := _digits(tokens, used) or _below_thousand(tokens, used)):
        scale, index = 1, amount.next
        while index < len(tokens) and tokens[index] in _words().scales:
            scale *= _words().scales[tokens[index]]
            index += 1
        if last and (scale >= last or (scale == 1 and tokens[used][0].isdigit())):
            break
        whole, rest = divmod(amount.digits * scale, 10**amount.decimals)
        used = index
        if rest or (amount.decimals and scale == 1):
            return None, used
        total += whole
        if scale == 1:
            break
        last = scale
    return (total, used) if used else (None, 1)


def _digits(tokens: list[str], index: int) -> _Amount | None:
    token = tokens[index]
    if _PLAIN.fullmatch(token) or _GROUPED.fullmatch(token):
        return _Amount(int(token.replace(".", "")), 0, index + 1)
    if match := _DECIMAL.fullmatch(token) or _DOT_DECIMAL.fullmatch(token):
        return _Amount(int(match["whole"].replace(".", "") + match["part"]), len(match["part"]), index + 1)
    return None


def _below_thousand(tokens: list[str], index: int) -> _Amount | None:
    """Read number words below 1000: *mười lăm*, *hai mươi mốt*, *một trăm linh một*."""
    table = _words()
    value, at = 0, index
    ahead = [*tokens[index : index + 6], "", ""]
    if ahead[0] in table.units and ahead[1] == "trăm":
        value, at = 100 * table.units[ahead[0]], at + 2
        ahead = ahead[2:]
        if ahead[0] in {"linh", "lẻ"} and ahead[1] in {**table.units, **table.after_ten}:
            return _Amount(value + {**table.after_ten, **table.units}[ahead[1]], 0, at + 2)
    if ahead[0] in table.units and ahead[1] == "mươi":
        value, at, ahead = value + 10 * table.units[ahead[0]], at + 2, ahead[2:]
    elif ahead[0] == "mười":
        value, at, ahead = value + 10, at + 1, ahead[1:]
    elif ahead[0] in table.units and value == 0:
        return _Amount(table.units[ahead[0]], 0, at + 1)
    else:
        return _Amount(value, 0, at) if value else None
    if ahead[0] in table.after_ten:
        value, at = value + table.after_ten[ahead[0]], at + 1
    return _Amount(value, 0, at)
