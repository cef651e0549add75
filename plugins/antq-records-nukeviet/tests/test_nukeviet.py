"""NukeViet on saved pages."""

import tomllib
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from antq_records.importers import Listing, Page, parse, read_article
from antq_records_nukeviet import NukeViet

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

        assert made_by.startswith("nukeviet ")
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


def test_a_listing_gives_links_with_their_times_and_the_next_page():
    """The listing is read as data: featured, plain and older items, each once, and the link onward."""
    [listing] = [source for source in NukeViet.sources if isinstance(source, Listing)]
    page = Page(
        content=(PAGES.parent / "listings" / "news.html").read_bytes(), url="https://congan.hanam.gov.vn/index.php/vi/news/chuyen-muc/"
    )
    listed = listing.read(parse(page))

    assert [(link.url.rsplit("/", 1)[1], link.title, link.listed_at.isoformat()) for link in listed.links] == [
        ("tieu-de-mau-3515.html", "Tiêu đề mẫu", "2024-11-26T03:20:00+07:00"),
        ("tin-hai-3514.html", "Tin hai", "2024-11-25T16:05:00+07:00"),
        ("tin-ba-3513.html", "Tin ba", "2024-11-24T00:00:00+07:00"),
    ]
    assert listed.next == "https://congan.hanam.gov.vn/index.php/vi/news/chuyen-muc/page-2/"
