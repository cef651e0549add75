"""
The rules by name, for whoever mends them: what :mod:`.explain` shows beside what was read.

A clause rule is told apart by what became of the words, so each has a sentence that shows it at work. A field rule says which module reads
a field, and from which words.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from antq_records.model import Basis, FindingCode

__all__ = ["CLAUSE_RULES", "FIELD_RULES", "ClauseRule", "FieldRule", "field_rule"]


class ClauseRule(NamedTuple):
    """How the words of a clause stand, or what it takes over from others."""

    name: str
    pattern: str
    """What stands where, in the order of the words."""
    example: str
    """A sentence of which it makes a grant."""


class FieldRule(NamedTuple):
    """Where a field is read."""

    module: str
    """The module of :mod:`antq_records.recognize`."""
    pattern: str
    """Which words it looks for."""


CLAUSE_RULES: Final = {
    rule.name: rule
    for rule in (
        # How the words stand: every grant has one of these.
        ClauseRule("active", "giver – verb – award – recipients", "Bộ Công an tặng Bằng khen cho 2 tập thể."),
        ClauseRule("passive", "recipients – được – giver – verb – award", "59 tập thể được Bộ Công an tặng Bằng khen."),
        ClauseRule("receiving", "recipients – nhận, đạt, giành … – award", "4 cá nhân nhận Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”."),
        ClauseRule("title", "recipients – là – title", "Công an huyện Đà Bắc là Đơn vị dẫn đầu cụm thi đua."),
        ClauseRule(
            "proposal",
            "proposer – đề nghị – who would give – verb – award – recipients",
            "Công an tỉnh Hòa Bình đề nghị Bộ Công an tặng Bằng khen cho 2 tập thể.",
        ),
        ClauseRule(
            "ceremony's name",
            "tổ chức Lễ – verb – award – recipients; who holds it need not be who gives",
            "Công an tỉnh Hòa Bình tổ chức Lễ trao Giấy khen cho 5 cá nhân.",
        ),
        ClauseRule(
            "once more",
            "those who received before – giver – verb – award",
            "Công an huyện Đà Bắc được Chính phủ tặng Cờ thi đua, Bộ Công an tặng Bằng khen.",
        ),
        ClauseRule(
            "handed over",
            "presenter – trao – award, to nobody in particular: joined with the awards of that name",
            "Đại tá Lò Văn Sâm trao Huân chương Lao động hạng Ba.",
        ),
        ClauseRule(
            "table row",
            "a row of a table that has a column of awards",
            "Họ và tên | Hình thức khen thưởng\nLò Văn Sâm | Giấy khen",
        ),
        # What else is behind it: a grant has any number of these.
        ClauseRule(
            "next pair",
            "award – recipients, award – recipients behind one verb",
            "Bộ Công an tặng Bằng khen cho 2 tập thể, Giấy khen cho 5 cá nhân.",
        ),
        ClauseRule(
            "carried giver",
            "the giver of the verb before gives this, too",
            "Bộ Công an tặng Cờ thi đua cho 2 tập thể; tặng Bằng khen cho 5 cá nhân.",
        ),
        ClauseRule(
            "carried award",
            "the award of the verb before goes with this money",
            "Công an tỉnh Hòa Bình tặng Giấy khen, thưởng 5 triệu đồng cho 3 cá nhân.",
        ),
        ClauseRule(
            "carried recipients",
            "those whom the verb before chose are proposed",
            "Hội nghị đã lựa chọn 40 tập thể để đề nghị Bộ Công an tặng Bằng khen.",
        ),
        ClauseRule(
            "still proposed",
            "đề nghị A tặng …; B tặng …: the second is only proposed, too",
            "Công an tỉnh Hòa Bình đề nghị Thủ tướng Chính phủ tặng Bằng khen cho 2 tập thể; Bộ Công an tặng Bằng khen cho 5 cá nhân.",
        ),
        ClauseRule(
            "award of another",
            "who hands over – trao – award – của – whose award it is",
            "Công an tỉnh Hòa Bình trao Bằng khen của Bộ Công an cho 2 tập thể.",
        ),
        ClauseRule(
            "on behalf",
            "thừa ủy quyền – whose award it is – verb – award – recipients",
            "Thừa ủy quyền của Bộ Công an, Đại tá Lò Văn Sâm trao Bằng khen cho 2 tập thể.",
        ),
        ClauseRule(
            "list behind a group",
            "group – gồm, a colon, list items, rows – its members, who are the honorees then",
            "Bộ Công an tặng Bằng khen cho 2 cá nhân gồm: Thiếu tá Lò Văn Sâm và Đại úy Hà Thị Xuân.",
        ),
        ClauseRule(
            "list below",
            "award – cho or đối với, and a colon: those who are named in the lines below",
            "Công an tỉnh Hòa Bình tặng Giấy khen cho:\n1. Thiếu tá Lò Văn Sâm\n2. Đại úy Hà Thị Xuân",
        ),
        ClauseRule(
            "part of a group",
            "group – trong đó có – those who are named of it",
            "Bộ Công an tặng Bằng khen cho 12 cá nhân, trong đó có Thiếu tá Lò Văn Sâm và Đại úy Hà Thị Xuân.",
        ),
        ClauseRule(
            "group of those named",
            "group – trên, này: those who are named before; or the same honour told again of those who are named",
            "Thiếu tá Lò Văn Sâm và Đại úy Hà Thị Xuân đã bắt cướp. Công an tỉnh Hòa Bình tặng Giấy khen cho hai sĩ quan trên.",
        ),
        ClauseRule(
            "each",
            "award – cho – mỗi …: everybody named before",
            "Bộ Công an tặng Công an huyện Đà Bắc, Công an huyện Kim Bôi, mỗi đơn vị 1 Cờ thi đua.",
        ),
        ClauseRule(
            "as many as papers",
            "counted award – cho – group without a number",
            "Bộ Công an trao 8 Bằng khen cho các cá nhân.",
        ),
        ClauseRule(
            "holder receives",
            "who holds the event – tổ chức – event – và đón nhận – award",
            "Công đoàn tỉnh Hòa Bình tổ chức lễ kỷ niệm ngày thành lập và đón nhận Huân chương Lao động hạng Ba.",
        ),
        ClauseRule("money alone", "thưởng – sum, without another award", "Bộ Công an thưởng 20 triệu đồng cho Công an huyện Đà Bắc."),
        ClauseRule("honour without a form", "biểu dương, khen thưởng … – recipients", "Bộ Công an khen thưởng 2 tập thể."),
    )
}
"""The rules of clauses by name, those that tell how the words stand first."""

FIELD_RULES: Final[dict[str, dict[str, FieldRule]]] = {
    "ceremony": {
        "": FieldRule("ceremony", "every place that names the event: Lễ, Hội nghị, Đại hội … with the words that tell its kind"),
        "name": FieldRule("ceremony", "from the noun to where its name ends, in the fullest of these places"),
        "kind": FieldRule("ceremony", "the words near the noun that tell the kind: tổng kết, trao tặng, ký kết …"),
        "status": FieldRule("ceremony", "the verb of holding: tổ chức, diễn ra …; sẽ, dự kiến … only announce"),
        "date": FieldRule("ceremony", "the day in the sentence that tells of the event"),
        "end_date": FieldRule("ceremony", "the last of two days: từ ngày … đến ngày …"),
        "day_part": FieldRule("ceremony", "sáng, chiều, tối before the day"),
        "place": FieldRule("ceremony", "behind tại: a body, a name in capitals, or what nhà, thành phố … opens"),
        "organizers": FieldRule("ceremony", "the bodies before the verb of holding, or behind do"),
        "movement": FieldRule("ceremony", "behind phong trào (thi đua) in the event's own name"),
        "period": FieldRule("ceremony", "the year or years in the event's own name"),
        "participants": FieldRule("person", "a cue gives the part to those before it, or to those behind: A chủ trì; Dự có: A, B"),
        "participants:presenter": FieldRule("giving", "the person before trao, tặng"),
        "participants:honoree": FieldRule("honoree", "the person who receives at the ceremony"),
    },
    "honoree": {
        "": FieldRule("honoree", "who receives what a grant tells"),
        "kind": FieldRule("honoree", "the counting word, a body, a person"),
        "name": FieldRule("honoree", "the name of the body or person, or of a member of a group that is named behind it"),
        "person": FieldRule("honoree", "the person who is named there"),
        "count": FieldRule("honoree", "number – counting word: 59 tập thể"),
        "unit": FieldRule("honoree", "behind của, thuộc, or before có: the body that they belong to"),
    },
    "award": {
        "": FieldRule("clause", "from the first to the last word of the clause that gives it"),
        "status": FieldRule("clause", "the verb: tặng, nhận, được …; đề nghị, suy tôn, bình xét only propose"),
        "award": FieldRule("award", "the award as it is written"),
        "award.form": FieldRule("award", "the words that open an award: Bằng khen, Cờ thi đua, Huân chương …"),
        "award.name": FieldRule("award", "from the words that open an award to where its name, or whose it is, ends"),
        "award.grade": FieldRule("award", "hạng, loại, giải – Nhất, Nhì, Ba, A, B, C behind the name"),
        "conferrers": FieldRule("giving", "who gives; for the award of another, behind của; for a proposal, who is asked"),
        "conferrers/registry": FieldRule("honoree", "the name of an award that only one body confers (awards.toml)"),
        "presenters": FieldRule("giving", "who hands over (trao) what is the award of another, or in the name of another"),
        "proposers": FieldRule("giving", "the bodies before đề nghị"),
        "amount": FieldRule("giving", "the sum in the clause, unless it is a total"),
        "posthumous": FieldRule("giving", "truy tặng, truy phong"),
        "times": FieldRule("clause", "lần thứ … behind the award"),
        "period": FieldRule("clause", "the year or years beside the verb, behind the recipients, or before them all"),
        "period/ceremony": FieldRule("giving", "the period in the ceremony's own name, where another in the sentence has one"),
        "reason": FieldRule("clause", "behind vì"),
        "ceremony": FieldRule("giving", "tại hội nghị, dịp này …, or the sentence that tells of the ceremony"),
    },
    "cluster": {
        "": FieldRule("cluster", "a cluster with its number or name, in a sentence or an article that states a year"),
        "name": FieldRule("cluster", "every place that names it in full"),
        "number": FieldRule("cluster", "behind (số): Arabic or Roman"),
        "host": FieldRule("cluster", "behind its name: -, của, thuộc"),
        "year": FieldRule("cluster", "the year in the same sentence or block; for an office handed over, the year beside it"),
        "year/ceremony": FieldRule("cluster", "the period in the ceremony's own name"),
        "scope": FieldRule("cluster", "what its members, its host or its own name have in common"),
        "members": FieldRule("cluster", "behind gồm, a colon or a bracket, or before the cluster in brackets"),
        "head": FieldRule("cluster", "Cụm trưởng in brackets or behind a comma, before its unit, or handed over"),
        "deputy": FieldRule("cluster", "Cụm phó in brackets or behind a comma, before its unit, or handed over"),
        "as_of": FieldRule("cluster", "the day for which the members are stated"),
    },
    "union": {
        "": FieldRule("union", "every place that names it, also inside awards, offices and the names of others"),
        "name": FieldRule("union", "the fullest of the names"),
        "chair": FieldRule("union", "a person whose current office is Chủ tịch of it"),
        "member_count": FieldRule("union", "number – đoàn viên, in the block that names the union before it"),
        "grassroots_union_count": FieldRule("union", "number – công đoàn cơ sở, in the block that names the union before it"),
        "superior_union_count": FieldRule("union", "number – công đoàn cấp trên, in the block that names the union before it"),
        "as_of": FieldRule("union", "the day for which the figures are stated"),
    },
    "person": {
        "": FieldRule("person", "somebody with a part in the event, an award, or an office"),
        "name": FieldRule("naming", "honorific, rank, office – a family name that the lexicon lists – name"),
        "rank": FieldRule("naming", "the rank before the name, or in its column of a table"),
        "offices": FieldRule("naming", "office – body, before the name or behind it"),
    },
    "figure": {
        "": FieldRule("figure", "number – a counting word that the lexicon lists (figures.toml)"),
        "label": FieldRule("figure", "the name in quotation marks, else the counting word"),
        "quantity": FieldRule("figure", "the number with hơn, gần …"),
        "about": FieldRule("figure", "whose count it is"),
        "as_of": FieldRule("figure", "tính đến – day"),
    },
    "finding": {
        "": FieldRule("__init__", "what was looked for and not found"),
        f":{FindingCode.COUNT_MISMATCH}": FieldRule("honoree", "a group counts others than those named behind it"),
        f":{FindingCode.TOTAL_MISMATCH}": FieldRule("honoree", "a total is not the sum of the parts told with it"),
        f":{FindingCode.AMBIGUOUS_ORGANIZATION}": FieldRule("context", "a name that several registered bodies bore on the day"),
        f":{FindingCode.REVOKED_AWARD}": FieldRule("unreal", "thu hồi, tước, hủy bỏ right before an award or the decision that gave it"),
        f":{FindingCode.DATE_AFTER_PUBLICATION}": FieldRule("ceremony", "the day of an event told as held lies behind that of publication"),
        f":{FindingCode.MALFORMED_NUMBER}": FieldRule("mentions", "a number that can be read in two ways"),
    },
}
"""
The rules of fields: by type of record, then by path without places in lists; ``""`` for the record itself.

Behind the path may stand a basis (``conferrers/registry``) or a variant (``participants:presenter``, ``:count_mismatch``).
"""

_BY_SUM: Final = FieldRule("joining", "a total and its parts: what is told of one is true of the other")
_PLACE: Final = re.compile(r"\[\d+\]")


def field_rule(record: str, path: str | None, basis: Basis = Basis.TEXT, *, variant: str | None = None) -> FieldRule:
    """
    Return the rule that reads a field of a type of record.

    :param record: ``ceremony``, ``honoree``, ``award``, ``cluster``, ``union``, ``person``, ``figure`` or ``finding``.
    :param path: As in :class:`~antq_records.model.Evidence`.
    :param variant: What tells rules of one field apart: the role of a participant, the code of a finding.
    """
    if basis is Basis.SUM:
        return _BY_SUM
    rules = FIELD_RULES[record]
    whole = _PLACE.sub("", path or "")
    root = whole.partition(".")[0]
    keys = (f"{whole}:{variant}", f"{whole}/{basis.value}", whole, f"{root}/{basis.value}", root, "")
    return next(rules[key] for key in keys if key in rules)
