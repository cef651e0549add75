"""``antq explain``."""

import pytest

from antq_records.reading import explain

PAGE = "nukeviet-cum-thi-dua-tong-ket.html"


@pytest.fixture(name="page")
def page_fixture(examples):
    """Give a page with records of many types."""
    return examples / "portals" / PAGE


def squeezed(text):
    """Return a text on one line: how it is folded depends on the width."""
    return " ".join(text.split())


def test_sentences_that_tell_something_are_shown(command, examples):
    """Each sentence that mentions honouring, people, clusters or events, or proves something, stands there with its words."""
    page = examples / "portals" / "epi-mo-hinh-khong-su-kien.html"
    done = command("explain", page, "--quiet")
    shown = squeezed(done.stdout)
    sentences = explain(page).sentences

    assert done.exit_code == 0
    assert 0 < sum(one.telling for one in sentences) < len(sentences)
    assert [squeezed(one.words) in shown for one in sentences] == [one.telling for one in sentences]


def test_mentions_verbs_grants_and_records(command, page):
    """A sentence is followed by its mentions in order, its verbs, their grants with their rule, and what it proves by which module."""
    shown = squeezed(command("explain", page, "--sentence", "biểu dương").stdout)

    assert "mentions there Tại Hội nghị · cluster Cụm thi đua số 4 · honour biểu dương · group 8 tập thể" in shown
    assert "verbs biểu dương (honour) · before Cụm thi đua số 4 · behind 8 tập thể; 8 cá nhân" in shown
    assert "grant active: giver – verb – award – recipients + honour without a form" in shown
    assert "→ conferred 8 tập thể: honour" in shown
    assert "honoree 8 tập thể · honoree.py" in shown


def test_a_verb_without_a_grant_says_why(command, page):
    """The reason stands where the grant would."""
    shown = squeezed(command("explain", page, "--sentence", "trao đổi").stdout)

    assert "trao (give)" in shown
    assert "no grant: the sentence names no award, no money and no honour" in shown


def test_records_show_each_field(command, page):
    """``--records`` has path, value, words, basis and rule of every field; without it there are only the paths."""
    every = squeezed(command("explain", page, "--sentence", "biểu dương", "--records").stdout)
    short = squeezed(command("explain", page, "--sentence", "biểu dương").stdout)
    line = "count = 8 tập thể by “8 tập thể” · honoree.py: number – counting word: 59 tập thể"

    assert line in every
    assert line not in short
    (sentence,) = (one for one in explain(page).sentences if one.contains("biểu dương"))
    assert sentence.fields
    assert [one for one in sentence.fields if one.path and f"{one.path} = {squeezed(one.value)}" not in every] == []
    assert [one for one in sentence.fields if f"{one.rule.module}.py: {one.rule.pattern}" not in every] == []


def test_the_basis_is_shown_where_it_is_not_the_words_alone(command, examples):
    """What the registry, the portal or the day of publication gives is said to be theirs."""
    page = examples / "portals" / "laodong-trao-thuong-doan-vien.html"
    told = [one for sentence in explain(page).sentences for one in sentence.fields]
    date = next(one for one in told if one.path == "date")
    shown = squeezed(command("explain", page, "--records").stdout)

    assert date.basis.value == "published_at"
    assert f"date = {date.value} by “{date.quote}” with published_at · ceremony.py" in shown


def test_only_the_sentences_with_the_words(command, page):
    """``--sentence`` leaves out all others, and finds words however they are spelled."""
    shown = command("explain", page, "--sentence", "BIỂU  DƯƠNG").stdout

    assert "1 of 10 sentences" in shown
    assert shown.count("\nsentence ") == 1


def test_words_that_are_nowhere_are_wrong_use(command, page):
    """Words that no sentence has are told as such, and not answered by silence."""
    done = command("explain", page, "--sentence", "Hà Giang")

    assert done.exit_code == 2
    assert done.stdout == ""
    assert "no sentence contains 'Hà Giang'" in done.stderr


def test_what_is_missing_is_told_last(command, examples):
    """A finding without words follows the sentences."""
    shown = command("explain", examples / "portals" / "epi-mo-hinh-khong-su-kien.html").stdout

    assert "looked for and not found\n    The article reports and announces no event." in shown


def test_quiet_is_the_sentences_alone(command, page):
    """``--quiet`` leaves out the title of the article and where the sentences stand."""
    loud, quiet = (command("explain", page, "--sentence", "biểu dương", *more).stdout for more in ([], ["--quiet"]))

    assert "sentence 8 · paragraph" in loud
    assert "sentence 8" not in quiet
    assert quiet.startswith("Tại Hội nghị, Cụm thi đua số 4")


def test_the_address_can_be_given(command, examples):
    """``--url`` says where a page comes from, so that the importer of its portal reads it."""
    page = examples / "portals" / PAGE
    address = "https://nowhere.example/a.html"

    assert command("explain", page, "--url", address).exit_code == 0
    assert explain(page, url=address).article.url == address


def test_every_page_of_an_archive(command, examples):
    """The pages of an archive follow each other; one that cannot be read is named, and the exit status is 1."""
    done = command("explain", examples / "portals.warc.gz")

    assert done.exit_code == 1
    assert done.stdout.count(" sentences\n") == 12
    assert done.stderr.count("Error: ") == 1


def test_standard_input(process, page):
    """``-`` reads what another program gives."""
    given = process("explain", "-", input=page.read_bytes(), capture_output=True)

    assert given.stdout == process("explain", page, capture_output=True).stdout != b""


def test_a_page_that_cannot_be_read(command, examples):
    """The reason stands on stderr in one line, and the exit status is 1, also where words are asked for."""
    done = command("explain", examples / "portals" / "trang-loi.html", "--sentence", "tặng")

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1


def test_a_page_cannot_steer_the_terminal(command, page, in_folder):
    """Control characters of a page are not obeyed, and its brackets are no markup."""
    text = page.read_text(encoding="utf-8").replace("Hải Dương và Nam", "Hải Dương và \u202e[red]&#27;[2J Nam")
    (in_folder / "page.html").write_text(text, encoding="utf-8")
    shown = command("explain", "page.html", "--records").stdout

    assert "[red]" in shown
    assert not {"\x1b", "\u202e"} & set(shown)


def test_mentions_are_coloured_in_a_terminal(process, page):
    """Where there are colours, the words of a sentence are marked by what they were read as; nowhere else."""
    options = ("explain", page, "--sentence", "biểu dương")
    coloured = process(*options, environment={"FORCE_COLOR": "1", "TERM": "xterm-256color"}, capture_output=True, encoding="utf-8").stdout
    plain = process(*options, capture_output=True, encoding="utf-8").stdout

    assert "\x1b[1;32mbiểu dương" in coloured
    assert "\x1b" not in plain
