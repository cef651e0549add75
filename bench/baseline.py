"""
What ``accuracy.py`` compares with: underthesea's named entities and plain regular expressions, over the same text.

People are the PER entities of ``underthesea.ner``, the CRF model that comes inside its wheel and runs without a network (not the
transformer behind ``deep=True``, which has to be fetched); ranks and offices are not attempted. Awards are read by the expressions
below, as somebody would write them in an hour: sentence by sentence, the words of an award, who gives it (in front of the verb, or
behind *của*), and who gets it (behind *cho*, else in front of *được*): counted groups, people, else names of bodies, which go on to
the next word that cannot be part of one. Unions are bodies called *Công đoàn …* or *Liên đoàn Lao động …*.

Reads a JSON list of texts, and writes for each the tables of its records in the form of an ``expected.toml``.
Where underthesea is missing, no people are read.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from itertools import pairwise

FORMS = {
    "flag": r"cờ thi đua|cờ đơn vị",
    "certificate_of_merit": r"bằng khen",
    "certificate_of_commendation": r"giấy khen",
    "medal_insignia": r"kỷ niệm chương|huy hiệu",
    "order": r"huân chương",
    "medal": r"huy chương",
    "title": r"danh hiệu",
    "prize": r"giải thưởng|giải (?=nhất|nhì|ba|khuyến khích|[abc]\b)",
    "reward_money": r"thưởng nóng|tiền thưởng",
    "honour": r"tuyên dương|biểu dương|vinh danh|khen thưởng",
}
AWARD = re.compile("|".join(f"(?P<{form}>{words})" for form, words in FORMS.items()), re.IGNORECASE)
GRADE = re.compile(r"hạng (?:nhất|nhì|ba)|giải (?:nhất|nhì|ba|khuyến khích|[abc]\b)", re.IGNORECASE)
GIVING = re.compile(r"\b(?:tặng|trao|thưởng|tuyên dương|biểu dương|vinh danh)\b", re.IGNORECASE)
GETTING = re.compile(r"\b(?:được|đón nhận|nhận|đạt)\b", re.IGNORECASE)
PROPOSING = re.compile(r"đề nghị|đề xuất|suy tôn|đề cử", re.IGNORECASE)
TO = re.compile(r"\b(?:cho|tặng)\b")
KINDS = {
    "collective": r"tập thể|đơn vị|công đoàn cơ sở|tổ chức",
    "individual": r"cá nhân|đồng chí|cán bộ|chiến sĩ|đoàn viên|công nhân|người|gương",
    "household": r"hộ|gia đình",
}
COUNTED = "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS.items())
GROUP = re.compile(rf"(?:\b(?:(?P<over>hơn|trên)|(?P<nearly>gần)) )?\b(?P<number>\d[\d.]*) (?:lượt )?(?:{COUNTED})\b")
HEAD = (
    "Công an|Công đoàn|Liên đoàn Lao động|Tổng Liên đoàn|LĐLĐ|Bộ|Ban|Cục|Phòng|Đội|Sở|UBND|Ủy ban nhân dân|Hội(?! nghị| thi| trường)|"
    "Trung ương Đoàn|Trung ương Hội|Tỉnh đoàn|Đoàn Thanh niên|Thủ tướng|Chính phủ|Chủ tịch nước|Cụm thi đua|Khối thi đua"
)
END = (
    f"và (?:{HEAD})|đã|vừa|sẽ|hiện|cho|tặng|trao|thưởng|được|đón|nhận|đạt|giành|tổ chức|phát động|phát biểu|kêu gọi|có|là|tại|"
    "năm|với|về|vì|dự|cùng|lần thứ|đồng chủ trì|chủ trì|phối hợp|đề nghị|suy tôn|khen thưởng|tuyên dương|biểu dương|vinh danh|tổng kết"
)
BODY = re.compile(rf"\b(?:{HEAD})\b(?: (?!(?:{END})\b)\w+){{0,9}}")
UNION = re.compile(r"(?:Tổng )?Liên đoàn Lao động|LĐLĐ|Công đoàn", re.IGNORECASE)


def recipients(text: str, people: list[str]) -> list[dict]:
    """Return who is counted or named in a piece of a sentence."""
    groups = [
        {
            "kind": next(kind for kind in KINDS if group[kind]),
            "count": {
                "value": int(group["number"].replace(".", "")),
                "qualifier": "over" if group["over"] else "nearly" if group["nearly"] else "exactly",
            },
        }
        for group in GROUP.finditer(text)
    ]
    named = [{"kind": "individual", "name": name} for name in people if name in text]
    return groups + named or [{"kind": "collective", "name": body} for body in BODY.findall(text)]


def honours(text: str, people: list[str]) -> Iterator[tuple[dict, dict]]:
    """Yield who gets what, sentence by sentence."""
    for sentence in re.split(r"[;!?\n]|\.(?=\s|$)", text):
        for award, following in pairwise([*AWARD.finditer(sentence), None]):
            before, after = sentence[: award.start()], sentence[award.end() : following.start() if following else None]
            to = TO.search(after)
            *_, verb = [None, *GIVING.finditer(sentence[: award.end()])]
            *_, passive = [None, *GETTING.finditer(before)]
            subject = before[passive.end() if passive else 0 : verb.start()] if verb else ""
            *_, giver = [None, *BODY.findall(subject)]
            owner = re.match(rf"[^,]*? của ({BODY.pattern})", after[: to.start() if to else None])
            grade = GRADE.search(sentence[award.start() : award.end() + (to.start() if to else len(after))])
            given = {
                "award": {"form": award.lastgroup, "grade": grade[0] if grade else None},
                "status": "proposed" if PROPOSING.search(before) else "conferred",
                "conferrers": [{"name": owner[1] if owner else giver}] if owner or giver else [],
            }
            getting = after[to.end() :] if to else before[: passive.start()] if passive else ""
            yield from ((honoree, given) for honoree in recipients(getting, people))


def tables(text: str, people: list[str]) -> dict[str, list[dict]]:
    """Return the records of a text; what is told twice is one."""
    once = {}
    for honoree, given in honours(text, people):
        once[json.dumps([honoree, given["award"]["form"], given["status"]])] = honoree | {"commendations": [given]}
    unions = dict.fromkeys(body for body in BODY.findall(text) if UNION.match(body))
    return {
        "person": [{"name": name} for name in people],
        "honoree": list(once.values()),
        "union": [{"name": name} for name in unions],
    }


def entities(text: str) -> list[str]:
    """Return the people that underthesea finds, each once; names of one syllable are none."""
    from underthesea import ner  # noqa: PLC0415 - may be missing

    names: list[str] = []
    for line in text.split("\n"):
        for word, *_, tag in ner(line):
            if tag == "B-PER":
                names.append(word)
            elif tag == "I-PER" and names:
                names[-1] += f" {word}"
    return [name for name in dict.fromkeys(names) if " " in name]


def main() -> None:
    """Read texts, and write the version of underthesea (None where it is missing) and the tables of each text."""
    try:
        version = metadata.version("underthesea")
    except metadata.PackageNotFoundError:
        version = None
    texts = json.load(sys.stdin)
    print(json.dumps({"version": version, "tables": [tables(text, entities(text) if version else []) for text in texts]}))


if __name__ == "__main__":
    main()
