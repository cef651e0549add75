"""ePi on saved pages."""

from pathlib import Path

from antq_records.importers import JsonListing, Listing, Page, parse
from antq_records_epi import Epi

PAGES = Path(__file__).parent / "pages"


def test_a_listing_gives_articles_and_no_films():
    """Stories are listed with their time; films and recordings are passed over."""
    [listing] = [source for source in Epi.sources if isinstance(source, Listing)]
    page = Page(content=(PAGES.parent / "listings" / "section.html").read_bytes(), url="https://www.sggp.org.vn/xa-hoi/")
    [link] = listing.read(parse(page)).links

    assert link.url == "https://www.sggp.org.vn/tieu-de-mau-post723959.html"
    assert link.title == "Tiêu đề mẫu"
    assert link.listed_at.isoformat() == "2024-01-23T15:04:05+07:00"


def test_the_json_listing_is_read_until_it_reports_an_error():
    """Later items come as JSON, with seconds since 1970 as text; an error code means that there is no more."""
    [listing] = [source for source in Epi.sources if isinstance(source, JsonListing)]
    item = {"content_id": 1, "title": "Tiêu đề mẫu", "date": "1705997045", "url": "/tieu-de-mau-post723959.html"}
    [link] = listing.read({"error_code": 0, "data": {"contents": [item]}}, base="https://plo.vn").links

    assert (link.url, link.title) == ("https://plo.vn/tieu-de-mau-post723959.html", "Tiêu đề mẫu")
    assert link.listed_at.isoformat() == "2024-01-23T15:04:05+07:00"
    assert listing.read({"error_code": 5, "data": {"contents": [item]}}, base="https://plo.vn").links == ()
