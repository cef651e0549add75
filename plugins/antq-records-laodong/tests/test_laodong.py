"""Báo Lao Động on saved pages."""

import tomllib
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from antq_records.importers import Listing, Page, parse, read_article
from antq_records_laodong import LaoDong

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

        assert made_by.startswith("laodong ")
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


def test_a_listing_is_resolved_against_the_page_not_its_base():
    """``<base>`` points to the media server: links are the page's own."""
    [listing] = [source for source in LaoDong.sources if isinstance(source, Listing)]
    page = Page(content=(PAGES.parent / "listings" / "section.html").read_bytes(), url="https://laodong.vn/cong-doan")

    assert [(link.url, link.title) for link in listing.read(parse(page)).links] == [
        ("https://laodong.vn/cong-doan/tieu-de-mau-1060483.ldo", "Tiêu đề mẫu"),
        ("https://laodong.vn/cong-doan/tin-hai-1060482.ldo", "Tin hai"),
    ]


def test_an_amp_page_of_another_make_is_read_by_its_structure():
    """Where the writer's line is missing, the page is read by its shape, and is Lao Động's still."""
    text = "".join(f"<p>Công đoàn Công an nhân dân tổ chức hội nghị tổng kết phong trào thi đua năm 202{year}.</p>" for year in range(5))
    page = Page(
        content=f"<meta charset=utf-8><h1>Tổng kết phong trào</h1><main>{text}</main>".encode(), url="https://amp.laodong.vn/a-1.ldo"
    )
    article, portal, made_by = read_article(page)

    assert (article.portal, portal.id) == ("laodong", "laodong")
    assert made_by.startswith("structure ")
