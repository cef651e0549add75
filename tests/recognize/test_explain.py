"""How the rules read a sentence, laid beside what was read from it."""

import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock

import pytest
from attrs import fields

from antq_records import Basis, FindingCode
from antq_records import recognize as recognizers
from antq_records.errors import ReadError
from antq_records.model import Ceremony, Cluster, Commendation, Figure, Honoree, Person, Union
from antq_records.reading import explain as explain_page
from antq_records.reading import read as read_page
from antq_records.recognize import explain as explaining
from antq_records.recognize.explain import explain
from antq_records.recognize.rules import CLAUSE_RULES, FIELD_RULES, field_rule

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "portals").glob("*.html"))
MODULES = sorted({rule.module for rules in FIELD_RULES.values() for rule in rules.values()})
NOT_IN_WORDS = {"id", "ref", "evidence", "commendations", "part_of"}
"""Fields that no words prove."""


@pytest.fixture(name="told")
def told_fixture(made):
    """Give the way from lines to the sentences as they were read."""

    def told(*lines, **how):
        return explain(made(*lines, **how)).sentences

    return told


def verbs_of(sentences):
    """Return every group of verbs, in order."""
    return [verb for sentence in sentences for verb in sentence.verbs]


def grants_of(sentences):
    """Return every grant that was made, those of tables behind those of verbs."""
    return [grant for sentence in sentences for grant in (*(one for verb in sentence.verbs for one in verb.grants), *sentence.rows)]


def words_of(mentions):
    """Return the words of some mentions."""
    return [one.text for one in mentions]


def rules_of(grant):
    """Return the names of the rules behind a grant."""
    return [rule.name for rule in grant.rules]


@pytest.mark.parametrize("rule", [rule for rule in CLAUSE_RULES.values() if rule.name != "table row"], ids=lambda rule: rule.name)
def test_every_clause_rule_makes_a_grant_of_its_example(told, rule):
    """A rule without a sentence that shows it at work is not a rule."""
    assert rule.name in {name for grant in grants_of(told(*rule.example.splitlines())) for name in rules_of(grant)}


def test_a_row_of_a_table_needs_no_verb():
    """What a table with a column of awards gives is shown in the cell of the award."""
    rows = [line.split(" | ") for line in CLAUSE_RULES["table row"].example.splitlines()]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    text = "<p>Công an tỉnh Hòa Bình đã có một năm bám bản, bám dân, giữ cho các xã vùng cao được bình yên trong mùa mưa lũ.</p>" * 3
    page = f'<html><meta charset="utf-8"><h1>Công an tỉnh Hòa Bình</h1>{text}<table>{table}</table>'
    sentences = explain_page(page.encode()).sentences
    (sentence,) = (one for one in sentences if one.rows)

    assert sentence.words == "Giấy khen"
    assert [rules_of(one) for one in sentence.rows] == [["table row"]]
    assert sentence.rows[0].became == ("Lò Văn Sâm: Giấy khen",)


def test_who_stands_around_the_verbs(told):
    """Before, between and behind is who stood there before anything was taken over; who is asked stands apart."""
    passive, proposal = verbs_of(
        told(
            "59 tập thể được Bộ Công an tặng Bằng khen.",
            "Công an tỉnh Hòa Bình đề nghị Bộ Công an tặng Cờ thi đua cho 2 đơn vị.",
        )
    )

    assert (passive.words, passive.means, passive.passive) == ("tặng", ("give",), True)
    assert [words_of(one) for one in (passive.before, passive.between, passive.behind)] == [["59 tập thể"], ["Bộ Công an"], ["Bằng khen"]]
    assert (proposal.words, proposal.means, proposal.passive) == ("đề nghị Bộ Công an tặng", ("give", "propose"), False)
    assert words_of(proposal.before) == ["Công an tỉnh Hòa Bình"]
    assert words_of(proposal.asked) == ["Bộ Công an"]
    assert words_of(proposal.behind) == ["Cờ thi đua", "2 đơn vị"]


def test_a_carried_giver_is_not_around_the_verb(told):
    """A giver whom the clause takes over stands in the grant, not around the verb, and the rule says so."""
    first, second = verbs_of(told("Bộ Công an tặng Cờ thi đua cho 2 tập thể; tặng Bằng khen cho 5 cá nhân."))

    assert words_of(first.before) == words_of(second.grants[0].givers) == ["Bộ Công an"]
    assert second.before == ()
    assert [rules_of(one) for one in (*first.grants, *second.grants)] == [["active"], ["active", "carried giver"]]


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        pytest.param(CLAUSE_RULES["next pair"].example, [["active"], ["active", "next pair"]], id="next pair"),
        pytest.param(CLAUSE_RULES["once more"].example, [["passive"], ["once more"]], id="once more"),
        pytest.param(CLAUSE_RULES["still proposed"].example, [["proposal"], ["active", "still proposed"]], id="still proposed"),
        pytest.param(CLAUSE_RULES["list behind a group"].example, [["active", "list behind a group"]], id="list"),
        pytest.param(CLAUSE_RULES["money alone"].example, [["active", "money alone"]], id="money"),
    ],
)
def test_no_other_rule_is_named(told, line, rules):
    """A grant names the rules that made it, and no other."""
    assert [rules_of(grant) for grant in grants_of(told(line))] == rules


def test_each_grant_knows_its_own_honours(told):
    """What one clause gives is not said to come of another in the same sentence."""
    line = "Bộ Công an biểu dương 2 tập thể; Công an tỉnh Hòa Bình tặng Giấy khen cho 5 cá nhân, khen thưởng 3 hộ gia đình."
    made = grants_of(told(line))

    assert [grant.became for grant in made] == [("2 tập thể: honour",), ("5 cá nhân: Giấy khen",), ("3 hộ gia đình: honour",)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        pytest.param("Công an tỉnh Hòa Bình phấn đấu tặng Giấy khen cho 2 tập thể.", "it is still to come: “phấn đấu”", id="planned"),
        pytest.param(
            "Công an tỉnh Hòa Bình quan tâm biểu dương 2 tập thể.", "it is only wished for, or said in general: “quan tâm”", id="in general"
        ),
        pytest.param(
            "Trong quá trình công tác, Đại tá Lò Văn Sâm được tặng Bằng khen của Bộ Công an.",
            "it tells of earlier years: “Trong quá trình công tác”",
            id="history",
        ),
        pytest.param(
            "Công an tỉnh Hòa Bình tặng quà cho 3 gia đình.", "the sentence names no award, no money and no honour", id="nothing given"
        ),
        pytest.param(
            "Trong năm, được Bộ Công an tặng Bằng khen.", "no award or honour stands with somebody who receives it", id="nobody receives"
        ),
        pytest.param(
            "Công an tỉnh Hòa Bình tặng Giấy khen, thưởng 5 triệu đồng cho 3 cá nhân.",
            "“thưởng” takes over what stands behind it",
            id="taken over",
        ),
        pytest.param(
            "Hình thức khen thưởng gồm Giấy khen và Bằng khen.",
            "it is taken for a part of a noun, as in “hình thức khen thưởng”",
            id="noun",
        ),
        pytest.param(
            "Tại lễ trao Giấy khen, Bộ Công an khen thưởng 2 tập thể.",
            "it is taken for a part of a noun, as in “hình thức khen thưởng”",
            id="name of an event",
        ),
        pytest.param(
            "Bộ Công an trao Bằng khen tặng 2 tập thể.",
            "it is taken for a preposition, as in “trao Bằng khen tặng 2 tập thể”",
            id="preposition",
        ),
    ],
)
def test_a_verb_without_a_grant_says_why(told, line, why):
    """Whoever misses an honour sees which rule dropped the verb, and by which words."""
    assert [verb.dropped for verb in verbs_of(told(line)) if verb.dropped] == [why]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        pytest.param(["Công an tỉnh Hòa Bình tặng Giấy khen cho các cá nhân."], "a group without a number", id="no number"),
        pytest.param(["Đại tá Lò Văn Sâm trao Huân chương Lao động hạng Ba."], "nobody receives it", id="nobody"),
        pytest.param(
            [
                "Công đoàn tỉnh Hòa Bình tổ chức lễ kỷ niệm ngày thành lập và đón nhận Huân chương Lao động hạng Ba.",
                "Công đoàn Y tế tỉnh Hòa Bình đón nhận Huân chương Lao động hạng Ba.",
            ],
            "the article names who receives it",
            id="assumed",
        ),
    ],
)
def test_a_grant_without_an_honour_says_why(told, lines, why):
    """A grant of which no honour was made tells what is missing."""
    left = [grant.left for grant in grants_of(told(*lines)) if not grant.became]

    assert [reason[: len(why)] for reason in left] == [why]


def test_a_grant_of_an_event_that_is_to_come(told):
    """What an announced event will give was not given."""
    lines = ["Sáng 25/12/2024, Công an tỉnh Hòa Bình sẽ tổ chức Hội nghị tổng kết, tại đó 5 cá nhân được tặng Giấy khen."]

    assert {grant.left for grant in grants_of(told(*lines))} <= {"the event is still to come"}


def test_sentences_tell_or_not(told):
    """A sentence tells something if it mentions honouring, people, clusters or events, or proves something."""
    sentences = told(
        "Trời hôm qua mưa to.",
        "Công đoàn tỉnh Hòa Bình hiện có 2.000 đoàn viên.",
        "Đại tá Lò Văn Sâm đã về hưu.",
        "Giấy khen được in đẹp.",
    )

    assert [one.telling for one in sentences] == [False, True, True, True]


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        pytest.param("tặng  Bằng khen", True, id="spaces"),
        pytest.param("HOÀ BÌNH", True, id="capitals and tones"),
        pytest.param('"vì dân"', True, id="quotation marks"),
        pytest.param("Giấy khen", False, id="not there"),
    ],
)
def test_sentences_are_found_by_their_words(told, words, is_so):
    """Words are found however they are spelled."""
    (sentence,) = told("Công an tỉnh Hòa Bình tặng Bằng khen “Vì dân” cho 2 tập thể.")

    assert sentence.contains(words) is is_so


def test_fields_say_value_basis_and_rule(told):
    """A field has its path, its value in words, the words that prove it, what else it rests on, and the rule that reads it."""
    sentences = told("Công an tỉnh Hòa Bình tặng Giấy khen cho 2 tập thể. 4 cá nhân nhận Kỷ niệm chương “Bảo vệ an ninh Tổ quốc”.")
    by_registry = [one for sentence in sentences for one in sentence.fields if one.basis is Basis.REGISTRY]
    count = next(one for one in sentences[0].fields if one.path == "count")

    assert [(one.record, one.path, one.value, one.rule.module) for one in by_registry] == [
        ("award", "conferrers[0]", "Bộ Công an (mps)", "honoree")
    ]
    assert by_registry[0].rule != field_rule("award", "conferrers[0]")
    assert (count.record, count.label, count.value, count.quote, count.rule.module) == (
        *("honoree", "2 tập thể", "2 tập thể", "2 tập thể", "honoree"),
    )


def test_findings_stand_where_their_words_do(told):
    """A finding is shown in the sentence it is about; one that misses something has no words."""
    line = "Bộ Công an tặng Bằng khen cho 3 cá nhân gồm: Thiếu tá Lò Văn Sâm và Đại úy Hà Thị Xuân."
    found = [one for one in told(line)[0].fields if one.record == "finding"]

    assert [(one.id, one.rule.module) for one in found] == [(FindingCode.COUNT_MISMATCH.value, "honoree")]


def test_what_is_missing_stands_elsewhere(made):
    """A finding without words is in no sentence."""
    told = explain(made("Trời hôm qua mưa to."))

    assert [(one.id, one.quote) for one in told.elsewhere] == [(FindingCode.NO_CEREMONY.value, None)]
    assert [one.fields for one in told.sentences] == [()]


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: page.stem)
class TestExamplePages:
    """What must hold of any page."""

    def test_every_piece_of_evidence_is_shown_once(self, page):
        """Nothing that was read is left out, and nothing is made up."""
        shown = [(one.path, one.quote, one.basis) for sentence in explain_page(page).sentences for one in sentence.fields]
        read = [(one.field, one.quote, one.basis) for one in read_page(page).all_evidence()]

        assert sorted(map(str, shown)) == sorted(map(str, read))

    def test_every_piece_stands_in_its_sentence(self, page):
        """A field is shown with a sentence that has its words, and it has a value."""
        fields_shown = [(one, sentence.words) for sentence in explain_page(page).sentences for one in sentence.fields]

        assert [one for one, words in fields_shown if one.quote.strip() not in words] == []
        assert [one for one, _ in fields_shown if one.value == "nothing"] == []

    def test_every_award_comes_from_a_grant(self, page):
        """The way from a clause to an honour can be followed for every honour."""
        sentences = explain_page(page).sentences
        awards = {one.label for sentence in sentences for one in sentence.fields if one.record == "award"}

        assert {label for grant in grants_of(sentences) for label in grant.became} == awards

    def test_grants_and_verbs_say_what_became_of_them(self, page):
        """Each has a result or a reason, never both and never neither."""
        sentences = explain_page(page).sentences

        assert [verb for verb in verbs_of(sentences) if bool(verb.grants) == bool(verb.dropped)] == []
        assert [grant for grant in grants_of(sentences) if bool(grant.became) == bool(grant.left)] == []


@pytest.mark.parametrize("module", MODULES)
def test_rules_name_modules_that_are_there(module):
    """Whoever looks for a rule finds the module that it names."""
    assert (Path(recognizers.__file__).parent / f"{module}.py").is_file()


@pytest.mark.parametrize(
    ("record", "type_"),
    [
        *(("ceremony", Ceremony), ("honoree", Honoree), ("award", Commendation), ("cluster", Cluster)),
        *(("union", Union), ("person", Person), ("figure", Figure)),
    ],
)
def test_every_field_has_a_rule(record, type_):
    """A new field of a record needs a line in the table of rules, and a field that is gone leaves it."""
    named = {name for name in FIELD_RULES[record] if name and not {".", ":", "/"} & set(name)}

    assert named == {one.name for one in fields(type_)} - NOT_IN_WORDS


@pytest.mark.parametrize("name", sorted(CLAUSE_RULES))
def test_clause_rules_are_shown_in_the_documentation(name):
    """The page on recognition has every rule by the name that the explanation shows."""
    page = Path(__file__).parents[2] / "docs" / "recognition.md"

    assert f"| {name} | {CLAUSE_RULES[name].pattern} |" in page.read_text(encoding="utf-8")


def test_records_that_do_not_hold_together(monkeypatch):
    """What the rules cannot make a record of is one line for the page, as when it is read."""
    monkeypatch.setattr(explaining, "recognize", Mock(side_effect=ValueError("two heads")))

    with pytest.raises(ReadError, match="the records do not hold together: two heads"):
        explain_page(EXAMPLES[0])


def test_reading_does_not_load_it():
    """Whoever only reads pays nothing for explanations: their modules are not even imported."""
    code = f"""
import sys
from pathlib import Path
import antq_records
antq_records.read(Path({str(EXAMPLES[0])!r}))
sys.exit(any(name in sys.modules for name in ("antq_records.recognize.explain", "antq_records.recognize.rules")))
"""

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own code
