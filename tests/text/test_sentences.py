import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_records.text import sentence_spans

SENTENCE_END = re.compile(r"[.!?…]+[”\"]? [“\"]?(\w)")
"""What the expected files of the sample articles understand by the end of a sentence."""


def sentences(text):
    """Return the sentences as text."""
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(["Hội nghị kết thúc.", "Các đại biểu ra về."], id="a full stop and a capital"),
        pytest.param(["Phong trào “Vì ANTQ.”", "“Đó là kết quả.”"], id="closing and opening marks"),
        pytest.param(["Thế là xong!", "Vì sao?", "Không rõ…", "Rồi sẽ biết."], id="all stops"),
        pytest.param(["Kết quả, có 59 tập thể.", "- Bộ Công an tặng cờ."], id="a dash begins a line"),
        pytest.param(["Tổng kết năm 2024.", "5 tập thể được tặng cờ."], id="a digit begins a sentence"),
        pytest.param(["Tính đến ngày 25.6, có 2.355 sáng kiến."], id="dots inside dates and numbers"),
        pytest.param(["Ngày 28. 8. 1950, Công đoàn ra đời."], id="a date with spaces"),
        pytest.param(["Đ/c. Hà, PGS.TS. An và Q. Bình dự tại TP. Huế, Q. 5."], id="abbreviations"),
        pytest.param(["Trao cờ, bằng khen, v.v. Bộ tặng hoa."], id="v.v."),
        pytest.param(["Tác giả M.Hiền và T. An"], id="initials"),
        pytest.param(["Vườn rau, bếp ăn... cho công nhân; và Bộ tặng quà…như mọi năm"], id="what goes on in lower case"),
        pytest.param(["Vào các năm 2019… 2020 tập thể"], id="an ellipsis before a digit"),
        pytest.param(["Tiêu đề không chấm", "Một câu."], id="a line break"),
    ],
)
def test_sentences(parts):
    """Sentences end where they end, and only there."""
    for between in (" ", "\n") if parts[0].endswith(".") else ("\n",) if len(parts) == 2 and parts[0][-1].isalpha() else (" ",):
        assert parts == sentences(between.join(parts))


def test_a_range_alone_is_read():
    """Only the given part of the text is divided, and offsets are those of the whole text."""
    text = "Một. Hai. Ba. Bốn."

    assert sentence_spans(text, 5, 13) == [(5, 9), (10, 13)]


@given(st.one_of(st.text(), st.text('aBđ .!?…”“"\n-0.5 T.PQ/', max_size=60)))
def test_sentences_cover_the_text_and_nothing_twice(text):
    """Whatever the text: in order, without overlap, trimmed, and only space is left out."""
    spans = sentence_spans(text)
    gaps = zip([0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)], strict=True)

    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(not text[end:start].strip() for end, start in gaps)


@given(st.text('aBc .!?…”“"', max_size=40))
def test_no_sentence_holds_the_end_of_another(text):
    """Without abbreviations the division agrees with what the expected files call more than one sentence."""
    held = [letter for part in sentences(text.replace("B", "Bộ")) for letter in SENTENCE_END.findall(part)]

    assert not any(letter.isupper() for letter in held)
