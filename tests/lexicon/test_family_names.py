import pytest

from antq_records.lexicon.family_names import family_names, is_family_name, name_particles


def test_the_most_frequent_come_first():
    """Nguyễn, Trần and Lê are the names of three fifths of the people."""
    assert family_names()[:3] == ("Nguyễn", "Trần", "Lê")
    assert len(family_names()) == len(set(family_names()))


@pytest.mark.parametrize("name", ["Nguyễn", "NGUYỄN", "Công", "Ngọ", "Nguỵ", "Lí", "Tôn Nữ", "Niê", "H'Niê", "Rơ Châm", "Giàng"])
def test_a_family_name_is_known(name):
    """Rare names, names of two words, names of all peoples, in either spelling and in capitals."""
    assert is_family_name(name)


@pytest.mark.parametrize("word", ["công", "từ", "Giám", "", "Nguyễn Văn"])
def test_other_words_are_none(word):
    """A name begins with a capital, and a middle name is no part of it."""
    assert not is_family_name(word)


def test_particles_stand_before_given_names():
    """*Y Thanh Hà Niê Kđăm*: the family name comes last."""
    assert {"Y", "H'"} <= set(name_particles())
