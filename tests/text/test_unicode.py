import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_records.text import fold, strip_marks, to_nfc

VIETNAMESE = st.text("aAăâeEêiIoôơuưyYđĐhkqstmnr \u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u200b\u00ad\u00a0“”–", max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Hoà Bình, sức khoẻ, cấp uỷ, Thuỷ", "hòa bình, sức khỏe, cấp ủy, thủy", id="old tone places in open syllables"),
        pytest.param("hoàn thành, hoài, huỳnh, ngoằn", "hoàn thành, hoài, huỳnh, ngoằn", id="closed syllables have one spelling"),
        pytest.param("quý, quỹ, quỳ", "quý, quỹ, quỳ", id="the u of qu is no vowel"),
        pytest.param("chiến sỹ, hạ sỹ", "chiến sĩ, hạ sĩ", id="sỹ is sĩ"),
        pytest.param("kỉ niệm, tỉ đồng, quí I, kí kết, lí do", "kỷ niệm, tỷ đồng, quý i, ký kết, lý do", id="i for y"),
        pytest.param("Kỉ niệm", "kỷ niệm", id="at the very start"),
        pytest.param("tỉnh, kính, mình, nghỉ", "tỉnh, kính, mình, nghỉ", id="i inside a syllable or behind another letter stays"),
        pytest.param("“Vì ANTQ” «a» ‘b’", '"vì antq" "a" \'b\'', id="quotation marks"),
        pytest.param("2018 – 2023 — x‑y", "2018 - 2023 - x-y", id="dashes"),
        pytest.param("CAND\u00a02024\u2009x", "cand 2024 x", id="spaces"),
        pytest.param("Ðồng chí, Ɖội", "đồng chí, đội", id="letters that look like đ"),
    ],
)
def test_fold(text, folded):
    """Spellings of the same words become equal."""
    assert folded == fold(text)


def test_fold_keeps_the_length_of_every_character():
    """No code point there is gets longer or shorter, whatever its lower case may be."""
    assert [char for char in map(chr, range(sys.maxunicode + 1)) if len(fold.__wrapped__(char)) != 1] == []


@given(st.one_of(st.text(), VIETNAMESE))
def test_fold_keeps_offsets(text):
    """Offsets into folded text are offsets into the text, and folding twice changes nothing more."""
    folded = fold(text)

    assert len(text) == len(folded)
    assert folded == fold(folded)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        pytest.param("Đồng chí Trần Quốc Tỏ", "Dong chi Tran Quoc To", id="composed"),
        pytest.param(unicodedata.normalize("NFD", "Đường ưỡn"), "Duong uon", id="decomposed"),
        pytest.param("COVID-19 ở 5 tỉnh", "COVID-19 o 5 tinh", id="the rest stays"),
    ],
)
def test_strip_marks(text, bare):
    """Text without diacritics finds what was typed without them."""
    assert bare == strip_marks(text)


def test_to_nfc_leaves_nfc_alone():
    """Text already in NFC is returned as it is, offset for offset."""
    normalized = to_nfc("Công an tỉnh Hưng Yên")

    assert normalized.text == "Công an tỉnh Hưng Yên"
    assert normalized.source_span(5, 7) == (5, 7)


def test_to_nfc_maps_back_over_what_it_removed():
    """A span of the result covers all marks and invisible characters of its letters in the source, but none around them."""
    source = "\ufeffTie\u0302\u0301\u200bng \u00adVie\u0323\u0302t"
    normalized = to_nfc(source)
    start = normalized.text.index("Việt")

    assert normalized.text == "Tiếng Việt"
    assert source[slice(*normalized.source_span(start, start + 4))] == "Vie\u0323\u0302t"
    assert source[slice(*normalized.source_span(2, 3))] == "e\u0302\u0301"


@given(st.one_of(VIETNAMESE, st.text(max_size=30)))
def test_to_nfc_is_nfc_and_its_map_is_true(text):
    """The result is in NFC, and each of its pieces is what NFC makes of the source piece it points to."""
    normalized = to_nfc(text)
    spans = [normalized.source_span(index, index + 1) for index in range(len(normalized.text))]

    assert unicodedata.is_normalized("NFC", normalized.text)
    assert spans == sorted(spans)
    assert all(normalized.text[index] in to_nfc(text[start:end]).text for index, (start, end) in enumerate(spans))


def test_empty_spans_stay_empty():
    """An empty span points to one place of the source, also at the end and where nothing visible is left."""
    assert to_nfc("e\u0302\u0301\u200bx").source_span(1, 1) == (4, 4)
    assert to_nfc("e\u0302\u0301").source_span(1, 1) == (3, 3)
    assert to_nfc("\u200b").source_span(0, 0) == (0, 0)


def test_spans_outside_the_text_are_refused():
    """A span that is none is an error, not a guess."""
    with pytest.raises(IndexError, match="no span 2:9"):
        to_nfc("abc").source_span(2, 9)
