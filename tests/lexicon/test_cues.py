"""Cue words, counting words and heads of names: each entry reads its own example."""

import hashlib

import pytest

from antq_records.lexicon.cues import (
    ceremony_kinds,
    ceremony_words,
    contexts,
    counters,
    cues,
    figure_kinds,
    functions,
    heads,
    inner_words,
    union_counts,
)
from antq_records.lexicon.loading import tables
from antq_records.model import Article, Block, BlockKind
from antq_records.recognize import recognize
from antq_records.recognize.mentions import mentions
from antq_records.text.unicode import fold


def entries(file, table):
    """Return the entries of a table, each under its first word."""
    return [pytest.param(entry, id=f"{number}") for number, entry in enumerate(tables(file)[table], start=1)]


def article(text):
    """Return an article of one paragraph."""
    block = Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text), selector="p")
    return Article(title=text, text=text, blocks=[block], page_sha256="0" * 64, text_sha256=hashlib.sha256(text.encode()).hexdigest())


def found(text):
    """Return the mentions of a text."""
    return mentions(article(text), fold(text))


@pytest.mark.parametrize("entry", entries("cues", "cue"))
def test_every_cue_reads_its_own_example(entry):
    """One of its words stands in the example, and means there what the entry says."""
    read = {(one.kind, fold(entry["example"])[one.start : one.end]) for one in found(entry["example"])}

    assert entry["means"] in {kind for kind, _ in read}
    assert {words for kind, words in read if kind == entry["means"]} <= {fold(word) for word in entry["words"]}


@pytest.mark.parametrize("entry", entries("counters", "counter"))
def test_every_counting_word_counts(entry):
    """A number before any of its words is a group of the kind that the entry says; the example is one."""
    for text in (entry["example"], *(f"Bộ Công an tặng Bằng khen cho 12 {word} tiêu biểu" for word in entry["words"])):
        assert [one.value.kind.value for one in found(text) if one.kind == "group"] == [entry["means"]]


@pytest.mark.parametrize("entry", entries("ceremonies", "kind"))
def test_every_kind_of_ceremony_reads_its_own_example(entry):
    """An event of that name is of that kind."""
    [ceremony] = recognize(article(f"Ngày 12/8/2024, Bộ Công an tổ chức {entry['example']}."))["ceremonies"]

    assert (ceremony.kind.value, ceremony.name) == (entry["means"], entry["example"])


@pytest.mark.parametrize("words", [word for entry in tables("ceremonies")["movement"] for word in entry["words"]])
def test_every_movement_is_known_without_quotation_marks(words, request):
    """Each name is the movement of an event that sums it up."""
    if words == "thi đua yêu nước":
        request.applymarker(pytest.mark.xfail(reason="“thi đua” is taken for a part of “phong trào thi đua”"))
    [ceremony] = recognize(article(f"Ngày 12/8/2024, Bộ Công an tổ chức Hội nghị tổng kết phong trào {words}."))["ceremonies"]

    assert ceremony.movement == words


@pytest.mark.parametrize("entry", entries("ceremonies", "movement"))
def test_every_movement_has_an_example(entry):
    """The example says one of the names."""
    assert any(words in fold(entry["example"]) for words in entry["words"])


@pytest.mark.parametrize("entry", entries("figures", "figure"))
def test_every_figure_reads_its_own_example(entry):
    """The example states one figure."""
    [figure] = recognize(article(f"{entry['example']}."))["figures"]

    assert figure.quantity.unit == entry["word"]
    assert entry["named"] or figure.label == entry.get("label", entry["word"])


@pytest.mark.parametrize("entry", entries("figures", "union_count"))
def test_every_size_of_a_union_reads_its_own_example(entry):
    """The example, said of a union, fills the field that the entry says."""
    [union] = recognize(article(f"Công đoàn Công an nhân dân có {entry['example']}."))["unions"]

    assert {name for name in ("member_count", "grassroots_union_count", "superior_union_count") if getattr(union, name)} == {entry["field"]}


@pytest.mark.parametrize("entry", entries("bodies", "head"))
def test_every_head_reads_its_own_example(entry):
    """The example is the name of one body, from its first word to its last."""
    [body] = [one for one in found(f"Hôm qua {entry['example']} đã họp.") if one.kind == "org"]

    assert (body.value.name, body.value.kind) == (entry["example"], entry["kind"])


@pytest.mark.parametrize(
    "words",
    [cues, counters, ceremony_kinds, union_counts, heads, figure_kinds, functions, inner_words],
    ids=lambda words: words.__name__,
)
def test_words_are_kept_as_they_are_looked_up(words):
    """Every word is folded, without spaces around it."""
    assert [word for word in words() if word != fold(word).strip()] == []


@pytest.mark.parametrize(
    ("file", "table"), [("cues", "cue"), ("counters", "counter"), ("ceremonies", "kind"), ("bodies", "head"), ("figures", "union_count")]
)
def test_no_word_means_two_things(file, table):
    """A word stands in one entry of its table: the second would win in silence."""
    words = [fold(word) for entry in tables(file)[table] for word in entry["words"]]

    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_what_ends_a_name_does_not_continue_it():
    """The lists about names of events do not contradict each other."""
    assert ceremony_words("ends") & ceremony_words("continues") == set()
    assert ceremony_words("nouns")


@pytest.mark.parametrize("entry", entries("contexts", "context"))
def test_contexts_have_an_example_of_theirs(entry):
    """Each is found by what it means, the longest word first, and its example has one of its words."""
    words = contexts(entry["means"])

    assert sorted(words) == sorted({fold(word) for word in entry["words"]})
    assert [*map(len, words)] == sorted(map(len, words), reverse=True)
    assert any(f" {word} " in f" {fold(entry['example'])} " for word in words)
