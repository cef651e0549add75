"""Pages that are broken, enormous, or made to break a reader."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pages import PARAGRAPH

from antq_records.errors import DecodeError, NotAnArticle, ReadError
from antq_records.importers import Page, parse, read_article

ARTICLE = f"<h1>Tổng kết phong trào thi đua</h1><div>{f'<p>{PARAGRAPH}</p>' * 5}</div>"


def read(content: str):
    """Read a page of no known portal."""
    return read_article(Page(content=content.encode(), url="https://portal.example/a"))[0]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 200_000 + PARAGRAPH, id="200,000 nested elements"),
        pytest.param("<div>x" * 15_000 + ARTICLE, id="15,000 nested elements with text"),
        pytest.param("<table><tr><td>" * 5_000 + ARTICLE, id="5,000 nested tables"),
        pytest.param("<b><i>" * 5_000 + ARTICLE, id="10,000 open formats"),
        pytest.param("<" * 1_000_000, id="a million brackets"),
        pytest.param("<a " * 500_000, id="half a million open tags"),
        pytest.param(f"<p>{'&' * 500_000}", id="half a million ampersands"),
        pytest.param("<h1>a</h1>" * 20_000 + ARTICLE, id="20,000 headlines"),
        pytest.param(ARTICLE + "<a href=x>một liên kết dài</a>" * 20_000, id="20,000 links"),
        pytest.param(ARTICLE + "<ul><li>" * 9_000, id="9,000 nested lists"),
        pytest.param(ARTICLE + "<table>" + "<tr><td colspan=1000 rowspan=1000>a<td>b" * 2_000, id="huge spans"),
    ],
)
def test_no_page_holds_the_reader_up(page):
    """Whatever a page does, it is read or refused, and never ends the process; one that took for ever would be seen."""
    with suppress(ReadError):
        assert read(page).text


def test_a_page_cut_off_in_the_middle_is_read_as_far_as_it_goes():
    """A download that broke off gives the text that arrived."""
    whole = f'<html><body>{ARTICLE}<p>{PARAGRAPH} <a href="/'

    assert read(whole[: whole.rindex("Hội nghị")]).text.count("Cụm thi đua số 5") >= 5


@given(noise=st.text(alphabet="<>/abdiptr &;#\"'=!-\x00 ề", max_size=300))
def test_any_markup_gives_an_article_or_a_read_error(noise):
    """No soup of tags brings up another error."""
    page = noise + ARTICLE[: len(noise) * 5] + noise
    with suppress(DecodeError, NotAnArticle):  # any other read error would be the importer's own
        assert read(page).blocks


def test_the_parser_of_others_pages_runs_nothing():
    """A page is only read: scripts are text that is left out."""
    assert "alert" not in read(f"<script>alert(1)</script>{ARTICLE}").text
    assert parse(Page(content=b"<p>a")).url is None
