"""Báo Lao Động on saved pages."""

from pathlib import Path

from antq_records.importers import Listing, Page, parse, read_article
from antq_records_laodong import LaoDong

PAGES = Path(__file__).parent / "pages"


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
