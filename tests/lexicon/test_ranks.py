from antq_records.lexicon.ranks import honorifics, ranks
from antq_records.text.unicode import fold


def test_ranks_stand_from_high_to_low():
    """The police have 17 (Law on People's Public Security 2018, art. 21), from Đại tướng to Binh nhì."""
    police = [rank for rank in ranks() if not {"army", "navy"} & set(rank.branches)]

    assert [rank.order for rank in police] == list(range(1, 18))
    assert [police[0].name, police[-1].name] == ["Đại tướng", "Binh nhì"]
    assert [rank.order for rank in ranks()] == sorted(rank.order for rank in ranks())


def test_every_name_of_a_rank_means_one():
    """No name or abbreviation is shared."""
    written = [fold(name) for rank in ranks() for name in (rank.name, *rank.aliases, *rank.abbreviations)]

    assert len(written) == len(set(written))


def test_the_technical_branch_ends_at_thuong_ta():
    """Its highest rank is Thượng tá."""
    assert next(rank.name for rank in ranks() if "technical" in rank.branches) == "Thượng tá"


def test_a_class_of_people_is_no_rank():
    """*Hạ sĩ quan* are non-commissioned officers, not a Hạ sĩ."""
    assert next(rank.not_before for rank in ranks() if rank.name == "Hạ sĩ") == ("quan",)


def test_honorifics_are_told_apart():
    """Each stands once, is of a known kind, and those of several people open a list."""
    words = [fold(honorific.words) for honorific in honorifics()]

    assert len(words) == len(set(words))
    assert {honorific.kind for honorific in honorifics()} == {"address", "degree", "title", "state"}
    assert all(honorific.opens_list for honorific in honorifics() if honorific.words.startswith("các "))
