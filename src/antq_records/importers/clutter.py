"""What stands inside an article's element but is none of its text: boxes and lists of links to other articles, buttons, counters."""

import re
from typing import Final

from selectolax.lexbor import LexborNode

from antq_records.importers.plain import plain

__all__ = ["clutter", "is_furniture", "link_share", "lists_articles"]

_LINKED: Final = 0.6
"""An element with at least this share of its text in links is there for the links."""

_NAMING: Final = 15
"""A link with so many characters may be a headline."""

_IMAGE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp)(?:\?|$)", re.IGNORECASE)
_DATED: Final = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}\W{0,3}$")
_BULLETS: Final = " -–•»›+*"
_FURNITURE: Final = re.compile(
    r"(?:(?:các )?(?:tin|bài)(?: tức| viết)? (?:liên quan|khác|mới hơn|cũ hơn|mới nhất|cùng chuyên mục|nổi bật|đọc nhiều|xem nhiều)|"
    r"(?:những|các) tin (?:mới|cũ|đã đưa|khác)(?: hơn)?|(?:tin )?cùng chuyên mục|(?:xem|đọc) (?:thêm|nhiều)|"
    r"(?:có thể bạn|bạn có thể) quan tâm|gợi ý dành cho bạn|(?:ý kiến )?bạn đọc|bình luận(?: \(\d+\))?|"
    r"chia sẻ(?: bài viết)?|theo dõi chúng tôi|copy link|facebook|twitter|zalo|quảng cáo|advertisement|"
    r"(?:in|gửi) (?:trang|bài viết|email|tin)(?: này)?|in ấn|quay lại|trở về|về đầu trang|nghe đọc bài|đăng nhập|tải về|tải thêm|"
    r"(?:(?:số )?lượt (?:xem|truy cập|đọc)|đã xem|lượt người xem)\W*[\d.,]*|[\d.,]+ lượt (?:xem|đọc|truy cập)|"
    r"thống kê(?: truy cập)?|(?:đang (?:online|truy cập)|trực tuyến|tất cả|tổng (?:lượt )?truy cập)\W*[\d.,]+|"
    r"(?:hôm nay|hôm qua|trong (?:tuần|tháng|ngày)|tuần này|tháng này)\W*[\d.,]+|"
    r"(?:©|®|copyright|bản quyền (?:thuộc|nội dung)|ghi rõ nguồn|giấy phép (?:số|thiết lập)).{0,300}|"
    r"(?:từ kh(?:óa|oá)|tags?|thẻ)\W.{0,200}|tổng số điểm của bài viết.{0,60}|click để đánh giá.{0,30})\W*",
    re.IGNORECASE,
)


def link_share(element: LexborNode) -> float:
    """Return the share of an element's text that stands in links: all of it, if the element itself is inside a link."""
    outer = element.parent
    for _ in range(3):
        if outer is None:
            break
        if outer.tag == "a":
            return 1.0
        outer = outer.parent
    child = element.first_child
    if child is None or (child.next is None and child.is_text_node):
        return 0.0
    links = element.css("a")
    if not links:
        return 0.0
    whole = len(plain(element.text(separator=" ")))
    return min(sum(len(plain(link.text())) for link in links) / whole, 1.0) if whole else 0.0


def clutter(container: LexborNode) -> set[int]:
    """Return the ``mem_id`` of each element inside *container* that is there for its links to other articles."""
    shares: dict[int, float] = {}
    found: set[int] = set()
    for link in container.css("a"):
        if not plain(link.text()) or _IMAGE.search(link.attributes.get("href") or ""):
            continue
        top, node = None, link.parent
        while node is not None and node.mem_id != container.mem_id:
            key = node.mem_id
            if key in found:
                break
            if key not in shares:
                shares[key] = link_share(node)
            if shares[key] < _LINKED:
                break
            top, node = node, node.parent
        if top is not None:
            found.add(top.mem_id)
    found.update(listing.mem_id for listing in container.css("ul, ol") if listing.mem_id != container.mem_id and _names_articles(listing))
    return found


def lists_articles(container: LexborNode) -> bool:
    """Tell whether an element holds a listing: as many headings that are links as there are paragraphs, or nearly."""
    headings = sum(1 for heading in container.css("h1, h2, h3, h4, h5") if link_share(heading) > _LINKED)
    return headings >= 3 and headings * 2 >= sum(1 for paragraph in container.css("p") if len(plain(paragraph.text())) > _NAMING)  # noqa: PLR2004


def is_furniture(text: str) -> bool:
    """Tell whether a line belongs to the page, not to the article: a heading of related news, a button, a counter."""
    return bool(_FURNITURE.fullmatch(text))


def _names_articles(listing: LexborNode) -> bool:
    """Tell whether the items of a list are mostly links to articles, or end in dates."""
    items = [item for item in listing.iter() if item.tag == "li"]
    naming = 0
    for item in items:
        link = next((name for node in item.css("a") if len(name := plain(node.text())) >= _NAMING), None)
        if link is not None:
            text = plain(item.text(separator=" ")).lstrip(_BULLETS)
            naming += text.startswith(link) or bool(_DATED.search(text))
    return bool(items) and naming * 2 >= len(items)
