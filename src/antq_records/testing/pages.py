"""Saved pages: one folder each, with the page, the article that was read from it, and the records that must be."""

import json
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from attrs import define, evolve

from antq_records.importers import parse
from antq_records.model import Article, Page
from antq_records.model.serialization import to_dict
from antq_records.testing.expectations import Expected, load

__all__ = ["SavedPage", "saved_pages", "update_article_json"]

_PAGE: Final = "page.html"


@define(slots=False)
class SavedPage:
    """One folder of saved pages; its name says what it shows."""

    folder: Path
    """Holds ``page.html``, ``expected.toml``, once it was made ``article.json``, and ``url.txt`` where the page has no canonical link."""

    @property
    def name(self) -> str:
        """Return the folder's name, which is the test's."""
        return self.folder.name

    @cached_property
    def page(self) -> Page:
        """Return the page with its address: what ``url.txt`` or ``url`` in ``[article]`` says, else its canonical link, else none."""
        page = Page(content=(self.folder / _PAGE).read_bytes(), source=str(self.folder / _PAGE))
        return evolve(page, url=self._url() or parse(page).url)

    @cached_property
    def expected(self) -> Expected | None:
        """Return what must be read, from ``expected.toml``; None where there is none."""
        path = self.folder / "expected.toml"
        return load(path) if path.exists() else None

    @property
    def article_path(self) -> Path:
        """Return where the article that was read is kept."""
        return self.folder / "article.json"

    @property
    def article(self) -> dict[str, Any] | None:
        """Return the article that was read when somebody last looked at it; None if it was never made."""
        if not self.article_path.exists():
            return None
        article: dict[str, Any] = json.loads(self.article_path.read_text(encoding="utf-8"))
        return article

    def _url(self) -> str | None:
        path = self.folder / "url.txt"
        if path.exists():
            return path.read_text(encoding="utf-8").strip()
        return self.expected.article.get("url") if self.expected else None


def saved_pages(folder: Path) -> list[SavedPage]:
    """Return the saved pages below a folder, by name."""
    return [SavedPage(path.parent) for path in sorted(folder.glob(f"*/{_PAGE}"))]


def update_article_json(saved: SavedPage, article: Article, *, overwrite: bool = False) -> bool:
    """
    Keep the article that was read from a saved page as its ``article.json``; say whether the file was written.

    What is there already is left alone unless *overwrite* is asked for: the file is what a person has looked at.
    """
    if saved.article_path.exists() and not overwrite:
        return False
    saved.article_path.write_text(json.dumps(to_dict(article), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return True
