"""What holds of every saved page: one class, which the tests beside each folder of pages fill in."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import pytest
from selectolax.lexbor import LexborHTMLParser

from antq_records import read
from antq_records.importers import read_article
from antq_records.model.serialization import to_dict
from antq_records.testing import differences, loose_evidence, saved_pages

__all__ = ["SavedPageTests"]


class SavedPageTests:
    """A subclass is a folder of saved pages; each page passes each test."""

    pages: ClassVar[Path]
    """The folder."""

    importer: ClassVar[str | None] = None
    """The id of the importer that reads them all; ``None`` where several do."""

    misread: ClassVar[Mapping[str, str]] = {}
    """Pages that are not read as expected yet, by name, and what is wrong; one that is mended must be taken out."""

    loose: ClassVar[Mapping[str, str]] = {}
    """Pages whose records lack evidence, in the same way."""

    def pytest_generate_tests(self, metafunc):
        """Give each test each page of the folder."""
        faults = {"test_records": self.misread, "test_evidence": self.loose}.get(metafunc.function.__name__, {})
        marks = {name: pytest.mark.xfail(reason=fault) for name, fault in faults.items()}
        saved = saved_pages(self.pages)
        assert faults.keys() <= {one.name for one in saved}
        metafunc.parametrize("saved", [pytest.param(one, id=one.name, marks=marks.get(one.name, ())) for one in saved])

    def test_article(self, saved):
        """The importer gives the article that a person has looked at."""
        article, *_ = read_article(saved.page)
        read_now = to_dict(article)

        assert saved.article is not None, "article.json is missing: make it with antq_records.testing.update_article_json, then look at it"
        assert {name: value for name, value in read_now.items() if value != saved.article[name]} == {}
        assert read_now.keys() == saved.article.keys()

    def test_who_reads_it(self, saved):
        """The page goes to this importer, and its portal is the expected one."""
        article, portal, made_by = read_article(saved.page)

        assert article.portal == (portal.id if portal else None) == saved.expected.article.get("portal")
        assert self.importer is None or made_by.startswith(f"{self.importer} ")

    @pytest.mark.parametrize(("field", "absent"), [("title", None), ("published_at", None), ("credit", None), ("authors", ())])
    def test_field(self, saved, field, absent):
        """The field is what was written by hand, or absent."""
        article, *_ = read_article(saved.page)
        expected = saved.expected.article.get(field, absent)

        assert getattr(article, field) == (tuple(expected) if field == "authors" else expected)

    def test_paths_lead_back(self, saved):
        """The path of each block finds its element in the saved page."""
        article, *_ = read_article(saved.page)
        tree = LexborHTMLParser(saved.page.content)

        assert all(tree.css_first(block.selector) is not None for block in article.blocks)

    def test_records(self, saved):
        """Every expected record is read, with its values and proofs, and no other."""
        assert saved.expected is not None, "expected.toml is missing"
        if lines := differences(saved.expected, read(saved.page)):
            pytest.fail("\n".join(lines), pytrace=False)

    def test_evidence(self, saved):
        """Nothing is read without evidence, and each piece is tight."""
        if lines := loose_evidence(read(saved.page)):
            pytest.fail("\n".join(lines), pytrace=False)
