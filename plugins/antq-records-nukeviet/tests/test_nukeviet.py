"""NukeViet on saved pages."""

from pathlib import Path

from antq_records.importers import Listing, Page, parse
from antq_records_nukeviet import NukeViet

PAGES = Path(__file__).parent / "pages"


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
