"""Portals read by their structure, on saved pages."""

import tomllib
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from antq_records.importers import Page, read_article

PAGES = Path(__file__).parent / "pages"


def saved(page):
    """Return a saved page and what is known of its article."""
    known = tomllib.loads((page / "expected.toml").read_text(encoding="utf-8"))["article"]
    article, portal, made_by = read_article(Page(content=(page / "page.html").read_bytes(), url=known.get("url")))
    return article, portal, made_by, known


@pytest.mark.parametrize("page", sorted(PAGES.iterdir()), ids=lambda page: page.name)
class TestPages:
    """Every saved page gives what its expectation says of the article."""

    def test_who_reads_it(self, page):
        """The page goes to this importer, and its portal is known."""
        article, portal, made_by, known = saved(page)

        assert made_by.startswith("structure ")
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
