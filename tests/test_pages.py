"""Saved pages of portals that nobody knows, and archived ones, from the page to the records."""

from pathlib import Path

import pytest

from antq_records.testing import saved_pages
from saved_page_tests import SavedPageTests

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = sorted([*ROOT.glob("plugins/*/tests/pages"), ROOT / "tests" / "pages"])


class TestSavedPages(SavedPageTests):
    """Every saved page that belongs to no package."""

    pages = Path(__file__).parent / "pages"


def test_there_are_enough_pages():
    """Forty pages and more show the reader at work, across all packages."""
    assert len([saved for folder in FOLDERS for saved in saved_pages(folder)]) >= 40


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parents[1].name)
def test_every_folder_of_pages_is_tested(folder):
    """Where pages are saved, the tests beside them read them."""
    tests = folder.parent.glob("test_*pages.py")

    assert [path.name for path in tests if "SavedPageTests" in path.read_text(encoding="utf-8")]
    assert all((saved.folder / name).is_file() for saved in saved_pages(folder) for name in ("article.json", "expected.toml"))
