"""Pages that hold no article, each named for what it is."""

import pytest
from made_pages import PARAGRAPH

from antq_records.errors import NotAnArticle
from antq_records.importers import Page, read_article

LISTED = "".join(
    f'<div class="item"><h3><a href="/tin-{number}.html">Công an tỉnh tổ chức hội nghị tổng kết {number}</a></h3><p>{PARAGRAPH}</p></div>'
    for number in range(12)
)
ENGLISH = "<p>The conference summed up the emulation movement and commended many collectives and individuals of the force.</p>" * 5


@pytest.mark.parametrize("url", ["https://portal.example/a", "https://congan.hanam.gov.vn/a-1.html", "https://plo.vn/a-post1.html"])
@pytest.mark.parametrize(
    ("page", "reason"),
    [
        pytest.param("<title>404 Not Found</title><h1>404</h1>", "not found", id="not found"),
        pytest.param(
            "<title>Lỗi</title><h1>Không tìm thấy trang</h1><p>Trang bạn tìm không tồn tại.</p>", "not found", id="không tìm thấy"
        ),
        pytest.param("<title>Just a moment...</title><p>Checking your browser before accessing.</p>", "protection", id="challenge"),
        pytest.param("<title>Xác minh</title><p>Vui lòng xác minh bạn không phải robot (captcha).</p>", "protection", id="captcha"),
        pytest.param("<h1>502 Bad Gateway</h1>", "error page", id="gateway"),
    ],
)
def test_pages_that_say_what_they_are(url, page, reason):
    """An error or protection page is refused as such, on known and unknown portals."""
    with pytest.raises(NotAnArticle, match=reason):
        read_article(Page(content=f"<html><head><meta charset=utf-8></head><body>{page}".encode(), url=url))


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        pytest.param(f"<h1>Tin tức</h1><div>{LISTED}</div>", "listing", id="a listing"),
        pytest.param("<h1>Tin tức</h1><p>Đang cập nhật.</p>", "hardly any", id="hardly any text"),
        pytest.param(f"<h1>Conference</h1><div>{ENGLISH}</div>", "not in Vietnamese", id="another language"),
        pytest.param(f"<div>{f'<p>{PARAGRAPH}</p>' * 4}</div>", "no headline", id="no headline"),
    ],
)
def test_pages_whose_shape_shows_what_they_are(page, reason):
    """A listing, an empty page and a page in another language are refused with that reason."""
    with pytest.raises(NotAnArticle, match=reason):
        read_article(Page(content=f"<html><head><meta charset=utf-8></head><body>{page}".encode()))


def test_an_article_about_something_not_found_is_an_article():
    """The words of an error page in a headline do not make an error page."""
    page = f"<meta charset=utf-8><h1>Không tìm thấy nội dung vi phạm tại đơn vị</h1><div>{f'<p>{PARAGRAPH}</p>' * 60}</div>"

    assert read_article(Page(content=page.encode()))[0].title == "Không tìm thấy nội dung vi phạm tại đơn vị"
