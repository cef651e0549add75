"""NukeViet's saved pages, from the page to the records."""

from pathlib import Path

from saved_page_tests import SavedPageTests


class TestSavedPages(SavedPageTests):
    """Every saved page of this package."""

    pages = Path(__file__).parent / "pages"
    importer = "nukeviet"
