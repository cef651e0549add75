"""ePi on saved pages."""

import tomllib
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from antq_records.importers import JsonListing, Listing, Page, parse, read_article
from antq_records_epi import Epi

PAGES = Path(__file__).parent / "pages"


def saved(page):
    """Return a saved page and what is known of its article."""
    known = tomllib.loads((page / "expected.toml").read_text(encoding="utf-8"))["article"]
    article, portal, made_by = read_article(Page(content=(page / "page.html").read_bytes()))
    return article, portal, made_by, known


@pytest.mark.parametrize("page", sorted(PAGES.iterdir()), ids=lambda page: page.name)
class TestPages:
    """Every saved page gives what its expectation says of the article."""

    def test_who_reads_it(self, page):
        """The page goes to this importer, and its portal is known."""
        article, portal, made_by, known = saved(page)

        assert made_by.startswith("epi ")
        assert portal.id == article.portal == known["portal"]

    @pytest.mark.parametrize("field", ["title", "published_at", "credit"])
    def test_field(self, page, field):
        """The field is what the page says, or absent where it says nothing."""
        article, *_, known = saved(page)

        assert getattr(article, field) == known.get(field)

    def test_authors(self, page):
        """The writers are those of the page, and stand nowhere in the text's last line."""
        article, *_, known = saved(page)

        assert article.authors == tuple(known.get("authors", ()))
        assert not article.text.endswith(article.authors or ("\n",))

    def test_paths_lead_back(self, page):
        """The path of each block finds its element in the saved page."""
        article, *_ = saved(page)
        tree = LexborHTMLParser((page / "page.html").read_bytes())

        assert all(tree.css_first(block.selector) is not None for block in article.blocks)


def test_a_listing_gives_articles_and_no_films():
    """Stories are listed with their time; films and recordings are passed over."""
    [listing] = [source for source in Epi.sources if isinstance(source, Listing)]
    page = Page(content=(PAGES.parent / "listings" / "section.html").read_bytes(), url="https://www.sggp.org.vn/xa-hoi/")
    [link] = listing.read(parse(page)).links

    assert link.url == "https://www.sggp.org.vn/tieu-de-mau-post723959.html"
    assert link.title == "Tiêu đề mẫu"
    assert link.listed_at.isoformat() == "2024-01-23T15:04:05+07:00"


def test_the_json_listing_is_read_until_it_reports_an_error():
    """Later items come as JSON, with seconds since 1970 as text; an error code means that there is no more."""
    [listing] = [source for source in Epi.sources if isinstance(source, JsonListing)]
    item = {"content_id": 1, "title": "Tiêu đề mẫu", "date": "1705997045", "url": "/tieu-de-mau-post723959.html"}
    [link] = listing.read({"error_code": 0, "data": {"contents": [item]}}, base="https://plo.vn").links

    assert (link.url, link.title) == ("https://plo.vn/tieu-de-mau-post723959.html", "Tiêu đề mẫu")
    assert link.listed_at.isoformat() == "2024-01-23T15:04:05+07:00"
    assert listing.read({"error_code": 5, "data": {"contents": [item]}}, base="https://plo.vn").links == ()
