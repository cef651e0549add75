"""
The five seed articles as pages: each in the structure of its portal's own pages.

The articles stand beside the repository, not in it; without them the tests that need them are skipped.
"""

import re
from collections.abc import Iterable
from html import escape
from itertools import takewhile
from pathlib import Path
from typing import Final

import pytest

from antq_records.importers import Page

__all__ = ["SEEDS", "seed_page", "seed_text"]

FOLDER: Final = Path(__file__).resolve().parents[2] / "shared" / "seeds"
SEEDS: Final = [
    pytest.param(
        number, marks=pytest.mark.skipif(not any(FOLDER.glob(f"{number}_*.txt")), reason="the seed articles are not at hand"), id=number
    )
    for number in ("000", "001", "002", "003", "004")
]
"""The numbers of the seeds, for ``pytest.mark.parametrize``."""


def seed_text(number: str) -> str:
    """Return the text of a seed as it was taken from the page."""
    [path] = FOLDER.glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


def seed_page(number: str) -> Page:
    """Return a seed as the page of its portal."""
    url, build = _PAGES[number]
    return Page(content=build(seed_text(number)).encode(), url=url)


def _page(head: str, body: str) -> str:
    return f'<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8">{head}</head>\n<body>{body}</body></html>'


def _paragraphs(lines: Iterable[str]) -> str:
    return "\n".join(f"<p>{escape(line)}</p>" for line in lines)


def _filled(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _ninh_binh(text: str) -> str:
    """Make pictures tables of one column, and a list of other news below the text."""
    title, *lines = _filled(text)
    first_other = lines.index("-")
    body = []
    for line in lines[:first_other]:
        if line.startswith("![]("):
            continue
        if line.endswith("|"):
            caption = escape(line.rstrip(" |"))
            body.append(f'<table><tbody><tr><td><img src="/uploads/anh.jpg" alt=""></td></tr><tr><td>{caption}</td></tr></tbody></table>')
        else:
            body.append(f"<p>{escape(line)}</p>")
    others = [line for line in lines[first_other:] if line != "-"]
    items = "".join(
        f'<li><a href="/tin-{at}">{escape(name)}</a><span>{escape(day)}</span></li>'
        for at, (name, day) in enumerate(zip(others[::2], others[1::2], strict=True))
    )
    menu = '<div><ul><li><a href="/">Trang chủ</a></li><li><a href="/gioi-thieu">Giới thiệu</a></li></ul></div>'
    return _page(f"<title>{escape(title)}</title>", f"{menu}<h1>{escape(title)}</h1>\n<div>{chr(10).join(body)}</div>\n<ul>{items}</ul>")


def _trade_union(text: str) -> str:
    """Give captions twice, as alternative text and below the picture; a counter and a login link below the text."""
    _banner, title, lead, *rest = _filled(text)
    lines = list(takewhile(lambda line: line != "Thống kê truy cập", rest))
    counters = [line.lstrip("• ") for line in rest[len(lines) + 1 : -1]]
    body = []
    at = 0
    while at < len(lines):
        line, below = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
        if line == below or _is_pair(line, below):
            body.append(f'<figure><img src="/anh.jpg" alt="{escape(line)}"><figcaption>{escape(below)}</figcaption></figure>')
            at += 2
        else:
            body.append(f"<p>{escape(line)}</p>")
            at += 1
    online = "".join(f"<li>{escape(line)}</li>" for line in counters)
    return _page(
        f"<title>{escape(title)}</title>",
        f'<div><img src="/banner.jpg" alt="image banner"></div>\n<h1>{escape(title)}</h1>\n<p><strong>{escape(lead)}</strong></p>\n'
        f"<div>{chr(10).join(body)}</div>\n<div><h3>Thống kê truy cập</h3><ul>{online}</ul></div>\n"
        f'<a href="/dang-nhap">{escape(rest[-1])}</a>',
    )


def _is_pair(alternative: str, caption: str) -> bool:
    """Tell whether two lines tell of one picture in different words: they begin alike and neither is long."""
    return alternative[:30] == caption[:30] and max(len(alternative), len(caption)) < 250


def _sggp(text: str) -> str:
    """Put captions into figures, and the writer below the text."""
    *lines, author = _filled(re.sub(r"^\s*date \d{4}-\d\d\s+", "", text))
    title = "Đoàn viên, hội viên Công an TPHCM phải có tinh thần xung kích và cống hiến"
    lead, *rest = lines
    body = "\n".join(
        f"<p>{escape(line)}</p>"
        if line.endswith((".", "…"))
        else f'<figure><img class="cms-photo" data-src="/anh.jpg.webp" alt=""><figcaption>{escape(line)}</figcaption></figure>'
        for line in rest
    )
    return _page(
        f'<title>{title}</title><meta property="og:title" content="{title}">'
        '<meta property="article:published_time" content="2024-01-23T15:00:00+07:00">',
        f'<article class="article"><h1 class="article__title cms-title">{title}</h1>'
        f'<div class="article__meta"><span class="author cms-author">{author}</span><time class="time" datetime="2024-01-23T15:00:00+0700">'
        f'23/01/2024 15:00 GMT+7</time></div><div class="article__sapo cms-desc">{escape(lead)}</div>'
        f'<div class="article__body zce-content-body cms-body" itemprop="articleBody">{body}'
        '<div class="article-relate"><a href="/tin-lien-quan-post700001.html">Tin liên quan mẫu</a></div>'
        f'<p>{author}</p><div id="sdaWeb_SdaArticleAfterBody"></div></div><div class="article__author cms-author">{author}</div></article>',
    )


def _lao_dong(text: str) -> str:
    """Put everything into the order of an AMP page."""
    newest, owner, title, byline, *lines = _filled(text)
    end = lines.index("Tin mới nhất")
    boxes = "".join(
        f'<section><h3>{escape(line)}</h3><ul><li><a href="/tin-1.ldo">Tin khác mẫu</a></li></ul></section>' for line in lines[end:]
    )
    return _page(
        f'<title>{escape(title)}</title><link rel="canonical" '
        'href="https://laodong.vn/cd-cong-an/cac-cap-cong-doan-cong-an-nhan-dan-da-co-2355-sang-kien-1060483.ldo">',
        f'<header><a href="/">{escape(newest)}</a><p>{escape(owner)}</p></header>\n<main><h1>{escape(title)}</h1>\n'
        f"<p>{escape(byline)}</p>\n{_paragraphs(lines[:end])}</main>\n{boxes}",
    )


def _ha_nam(text: str) -> str:
    """Hide the publisher's name and logo above the text; the time has its own line."""
    publisher, time, *lines = _filled(text)
    name, address = publisher.split("https:", 1)
    title = "Cụm thi đua số 5 - Bộ Công an tổng kết phong trào thi đua “Vì an ninh Tổ quốc” năm 2024"
    return _page(
        f'<title>{title}</title><meta property="og:type" content="article">',
        '<div id="header"><span>Thứ hai, 02/12/2024, 13:00</span></div>'
        '<div class="news_column panel panel-default"><div class="panel-body">'
        f'<h1 class="title margin-bottom-lg" itemprop="headline">{title}</h1>'
        '<div class="hidden hide d-none" itemprop="publisher">'
        f'<span itemprop="name">{name}</span><span itemprop="logo"><span itemprop="url">https:{address}</span></span></div>'
        f'<div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">{time}</span></div></div>'
        f'<div id="news-bodyhtml" class="bodytext margin-bottom-lg">{_paragraphs(lines)}</div></div></div>'
        '<div class="news_column panel panel-default"><div class="panel-body other-news"><ul class="related">'
        '<li><h4><a href="/index.php/vi/news/thong-bao/tin-cu-3514.html">Tin cũ mẫu</a></h4><em>(25/11/2024)</em></li></ul></div></div>',
    )


_PAGES: Final = {
    "000": ("https://congan.ninhbinh.gov.vn/tuyen-duong-20-guong-doan-vien-cong-doan-cong-an-nhan-dan-tieu-bieu-nam-2024", _ninh_binh),
    "001": ("https://portal.example/vinh-danh.html", _trade_union),
    "002": (
        "https://www.sggp.org.vn/doan-vien-hoi-vien-cong-an-tphcm-phai-co-tinh-than-xung-kich-va-cong-hien-post723959.html",
        _sggp,
    ),
    "003": ("https://amp.laodong.vn/cd-cong-an/cac-cap-cong-doan-cong-an-nhan-dan-da-co-2355-sang-kien-1060483.ldo", _lao_dong),
    "004": (
        (
            "https://congan.hanam.gov.vn/index.php/vi/news/thong-bao/"
            "cum-thi-dua-so-5-bo-cong-an-tong-ket-phong-trao-thi-dua-vi-an-ninh-to-quoc-nam-2024-3515.html"
        ),
        _ha_nam,
    ),
}
