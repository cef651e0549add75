import pytest

from antq_records.text.phrases import Phrases

BEFORE = Phrases(["số ", "quyết định số ", "sáng ", "sáng sớm "], not_after=["ánh "])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("theo quyết định số ", "quyết định số ", id="the longest"),
        pytest.param("số ", "số ", id="at the very start"),
        pytest.param("(số ", "số ", id="behind a mark"),
        pytest.param("xquyết định số ", "số ", id="a shorter one where the longer begins inside a word"),
        pytest.param("cơsố ", "", id="inside a word"),
        pytest.param("ánh sáng ", "", id="behind a word that forbids it"),
        pytest.param("ánh sáng sớm ", "", id="the longer one, forbidden too"),
        pytest.param("số", "", id="without its space"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_phrase_before_a_place(text, phrase):
    """The longest phrase that ends there counts, from the start of a word."""
    assert phrase == text[BEFORE.start(text, len(text)) :]
