"""Pages that hold no article, and what they are instead."""

import re
from itertools import islice
from typing import Final

from antq_records.importers.blocks import pieces
from antq_records.importers.document import Document
from antq_records.importers.plain import plain

__all__ = ["no_vietnamese", "what_instead", "what_little"]


def _any(*patterns: str) -> re.Pattern[str]:
    """Return what finds any of the patterns in lower-case text: several times as fast as to ignore the case."""
    return re.compile("|".join(patterns))


_SIGNS: Final = (
    (
        _any(
            r"just a moment|attention required|checking your browser|verify (?:that )?you are|are you (?:a )?(?:human|robot)|captcha|ddos",
            r"access denied|403 forbidden|truy cập bị từ chối|kiểm tra trình duyệt",
            r"xác (?:minh|thực|nhận).{0,30}(?:robot|người máy|con người|truy cập)",
        ),
        "a protection page: the portal asked for a proof of a human reader",
    ),
    (
        _any(
            r"\b404\b|not found|không tìm thấy (?:trang|bài|nội dung|đường dẫn|yêu cầu|kết quả|dữ liệu)|không tồn tại trang",
            r"(?:trang|bài viết|nội dung|đường dẫn).{0,30}(?:không (?:còn )?tồn tại|đã bị (?:xóa|xoá|gỡ)|không được tìm thấy)",
        ),
        "a “not found” page",
    ),
    (
        _any(
            r"\b50[0234]\b.{0,20}(?:error|gateway|unavailable)|bad gateway|service unavailable|internal server error",
            r"lỗi hệ thống|đang bảo trì|under maintenance",
        ),
        "an error page of the server",
    ),
    (_any(r"^(?:đăng nhập|login|sign in)\b"), "a page to log in"),
)

_HEADINGS: Final = frozenset({"title", "h1", "h2"})

_LITTLE: Final = 1500
"""A page with no more text than this has few words."""

_FULL: Final = 6000
"""A page with more text than this, menus included, is something else: an article may well have *không tìm thấy* in its headline."""

_OURS: Final = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđăươẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸĐĂƯƠ]")
_BEGINNING: Final = 800
_SHARE: Final = 40
"""Of so many characters at least one is a letter that only Vietnamese has; usual is one of eight."""


def what_instead(document: Document) -> str | None:
    """Say what a page is that says by its headings that it is no article: “not found”, a protection page, an error; else ``None``."""
    headings = [node for node in document.landmarks if node.tag in _HEADINGS][:4]
    sign = next((name for node in headings if (name := _sign_in(plain(node.text())))), None)
    return sign if sign and len(_content(document)) <= _FULL else None


def what_little(document: Document) -> str | None:
    """Say what a page with few words says by any of them that it is; else ``None``."""
    content = _content(document)
    return _sign_in(content) if len(content) <= _LITTLE else None


def _sign_in(words: str) -> str | None:
    words = words.lower()
    return next((name for sign, name in _SIGNS if sign.search(words)), None)


def _content(document: Document) -> str:
    body = document.tree.body
    return "\n".join(piece.text for piece in pieces(body, skip=document.foreign)) if body is not None else ""


def no_vietnamese(text: str) -> bool:
    """Tell whether *text* is hardly Vietnamese, as far as its beginning shows."""
    beginning = text[:_BEGINNING]
    enough = -(-len(beginning) // _SHARE)
    return sum(1 for _ in islice(_OURS.finditer(beginning), enough)) < enough
