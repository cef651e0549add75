import pytest

from antq_records.lexicon.offices import office_titles, standings
from antq_records.model import Standing
from antq_records.text.unicode import fold

TITLES = {fold(office.title): office for office in office_titles()}


def test_every_title_stands_once():
    """No two entries differ in spelling alone."""
    assert len(TITLES) == len(office_titles())


def test_longer_titles_are_met_first():
    """*Phó Giám đốc* holds *Giám đốc*, so a scanner that tries in order must meet it first."""
    met = [fold(office.title) for office in office_titles()]

    assert met.index("phó giám đốc thường trực") < met.index("phó giám đốc") < met.index("giám đốc")


@pytest.mark.parametrize(
    "title", ["Ủy viên Trung ương Đảng", "Ủy viên Bộ Chính trị", "Thủ tướng Chính phủ", "Tỉnh uỷ viên", "Bí thư Đảng ủy"]
)
def test_some_titles_say_it_all(title):
    """They need no body."""
    assert TITLES[fold(title)].complete


@pytest.mark.parametrize(
    "title", ["Phó Giám đốc", "Thứ trưởng", "Chủ tịch", "Phó Chủ nhiệm", "Phó Trưởng Ban Thường trực", "Trưởng phòng", "Cục trưởng"]
)
def test_most_titles_need_a_body(title):
    """*Phó Giám đốc* alone does not say of what."""
    assert not TITLES[fold(title)].complete


@pytest.mark.parametrize("office", [office for office in office_titles() if office.shares], ids=lambda office: office.title)
def test_shared_words_are_words_of_the_title(office):
    """What opens the name of the body stands in the title."""
    assert f" {fold(office.shares)} " in f" {fold(office.title)} "


@pytest.mark.parametrize("standing", standings(), ids=lambda standing: standing.words)
def test_every_standing_reads_its_own_example(standing):
    """The words stand before a title in their example."""
    assert fold(standing.example).startswith(f"{standing.words} ")
    assert any(title in fold(standing.example) for title in TITLES)


def test_all_standings_can_be_said():
    """Current, former, acting: each has a word."""
    assert {standing.means for standing in standings()} == set(Standing)
