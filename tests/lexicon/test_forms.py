from antq_records.lexicon.forms import NameIndex, key, written_forms


def test_short_words_and_dashes_vary():
    """One listed name stands for all its usual forms, the listed one first."""
    forms = written_forms(["Hội đồng Thi đua - Khen thưởng Bộ Công an"])

    assert forms[0] == "Hội đồng Thi đua - Khen thưởng Bộ Công an"
    assert {"Hội đồng Thi đua-Khen thưởng Bộ Công an", "Hội đồng TĐKT Bộ Công an"} <= set(forms)


def test_a_name_that_is_one_short_word_is_left_to_the_abbreviations():
    """*CAND* alone means the force in capitals only, so it is no written form of it."""
    assert "CAND" not in written_forms(["Công an nhân dân"])


def test_quotation_marks_go_from_around_a_name_and_stay_inside():
    """The key of a quoted name is that of the name; an award keeps the marks within."""
    assert key("“Bộ Công an”") == key("bộ  công an")
    assert key("Kỷ niệm chương “Vì thế hệ trẻ”") == 'kỷ niệm chương "vì thế hệ trẻ"'
    assert key('"') == '"'


def test_one_form_may_mean_several():
    """Ids come in the order in which they were added, each once."""
    index = NameIndex()
    index.add([("Công an Hưng Yên", "old"), ("CÔNG AN HƯNG YÊN", "new"), ("Công an Hưng Yên", "old")])

    assert index.ids("công an hưng yên") == ("old", "new")
