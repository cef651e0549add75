"""NukeViet's saved pages, from the page to the records."""

from pathlib import Path
from typing import ClassVar

from saved_page_tests import SavedPageTests


class TestSavedPages(SavedPageTests):
    """Every saved page of this package."""

    pages = Path(__file__).parent / "pages"
    misread: ClassVar = {
        "don-nhan-huan-chuong-chien-cong": "the holder of the event is taken for who receives, though the text names a part of it",
        "hoi-thi-an-toan-ve-sinh-vien": "“Ban Tổ chức” is read as no body, so its prizes have no conferrer and go unread",
        "khoi-thi-dua-ky-giao-uoc-2025": "the scope rests on the first member, not on the host that decides it",
    }
    loose: ClassVar = {"don-nhan-huan-chuong-chien-cong": "a presenter carried over from a caption has no evidence"}
