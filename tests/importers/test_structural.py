"""The structural importer: articles of portals that nobody declared, by shape alone."""

import json
import random
import re
from collections import Counter

import pytest

from antq_records.importers import Page, Structural, parse

NEWS = "lực lượng công an tỉnh tổ chức hội nghị tổng kết phong trào thi đua vì an ninh tổ quốc đồng chí trao bằng khen tập thể cá nhân"
WORDS = tuple(NEWS.split())
TITLE = "Công an tỉnh tổng kết phong trào thi đua năm 2024"
SITE = "Cổng thông tin điện tử"
NAMES = ("Trang chủ", "Giới thiệu", "Tin tức", "Liên hệ")
MENU = f"<div><ul>{''.join(f'<li><a href=/x>{name}</a></li>' for name in NAMES)}</ul></div>"
CLOCK = "<div><span>Thứ hai, 02/12/2024, 13:00</span></div>"
COUNTER = "<div><h3>Thống kê truy cập</h3><ul><li>Đang online: 12</li><li>Tất cả: 123.456</li></ul></div>"


def sentence(chance, words=18):
    """Return a sentence of made-up news."""
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def related(chance, count=8):
    """Return a list of other news: links, days, and now and then a teaser."""
    items = ""
    for number in range(1, count + 1):
        teaser = f"<p>{sentence(chance)}</p>" if number % 2 else ""
        items += f'<li><a href="/tin-{number}.html">{sentence(chance, 9)}</a><span>0{number}/10/2024</span>{teaser}</li>'
    return f"<div><h2>Tin liên quan</h2><ul>{items}</ul></div>"


def wordpress(lead, body, others):
    """Return a page in the shape of a blog."""
    text = "".join(f"<p>{line}</p>" for line in body)
    head = f"<h1>{TITLE}</h1><div><time datetime='2024-11-26T08:00:00+07:00'>26/11/2024</time></div>"
    article = f"<article><header>{head}</header><div><p>{lead}</p>{text}<div><a href='#'>Chia sẻ</a></div></div></article>"
    return f"<header>{MENU}</header><main>{article}{others}</main><aside>{others}</aside>{COUNTER}"


def nuxt(lead, body, others):
    """Return a page of headline, lead, data line and body, all beside each other."""
    text = "".join(f"<p>{line}</p>" for line in body)
    data = "<div><p>26/11/2024</p></div><div>Nghe đọc bài</div>"
    return (
        f"<div id=__nuxt><header><a href=/>{SITE}</a></header><div><h1>{TITLE}</h1><p>{lead}</p>{data}<div>{text}</div>"
        f"<div><p>Người Viết</p></div><div>{others}</div></div></div>"
    )


def joomla(lead, body, others):
    """Return a page without an h1, its text parted by line breaks."""
    text = "<br><br>".join(body)
    data = "<dl><dd>Ngày 26/11/2024 08:00</dd></dl>"
    return f"{CLOCK}{MENU}<div><h2>{TITLE}</h2>{data}<div><strong>{lead}</strong><br>{text}</div></div>{others}"


def dotnetnuke(lead, body, others):
    """Return a page laid out by tables, the headline in no heading at all."""
    text = "".join(f"<p><span>{line}</span></p>" for line in body)
    rows = (
        f"<span>{TITLE}</span>",
        "<span>Thứ ba, 26/11/2024, 08:00 GMT+7</span>",
        f"<strong>{lead}</strong>",
        f"<div>{text}</div>",
    )
    article = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    menu = f"<table><tr><td>{MENU}</td></tr></table>"
    return (
        f"<form><table><tr><td colspan=2>{SITE}</td></tr><tr><td>{menu}</td><td><table>{article}</table>{others}</td></tr></table></form>"
    )


def plain_divs(lead, body, others):
    """Return a page in which every paragraph is a div."""
    text = "".join(f"<div>&nbsp; {line}</div>" for line in body)
    article = f"<div><h1>{TITLE}</h1><div>{lead}</div><div>{text}</div></div>"
    return f"{MENU}{CLOCK}{article}{others}{COUNTER}<a href=/login>Đăng nhập</a>"


def sections(lead, body, others):
    """Return a page whose text is parted into wrappers with headings of their own."""
    text = "".join(f"<section><h2>Phần {number}</h2><p>{line}</p></section>" for number, line in enumerate(body))
    return f"<main><h1>{TITLE}</h1><p>{lead}</p><div>{text}</div>{others}</main>"


def tokens(text):
    """Return the words of a text, each with how often it stands."""
    return Counter(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("shape", [wordpress, nuxt, joomla, dotnetnuke, plain_divs, sections])
def test_main_text_and_lead_are_found_in_any_shape(shape, seed):
    """Told nothing of the template, the importer finds the whole text, the lead with it, and next to nothing else."""
    chance = random.Random(f"{shape.__name__}{seed}")  # noqa: S311 - made-up news
    lead = sentence(chance, chance.randint(12, 30))
    body = [" ".join(sentence(chance) for _ in range(chance.randint(1, 5))) for _ in range(chance.randint(4, 20))]
    page = f"<html><head><meta charset=utf-8><title>{TITLE} - {SITE}</title></head><body>{shape(lead, body, related(chance))}</body></html>"

    article = Structural().read(parse(Page(content=page.encode())))
    found, wanted = tokens(article.text), tokens("\n".join([TITLE, lead, *body]))
    shared = (found & wanted).total()

    assert article.title == TITLE
    assert lead in article.text
    assert 2 * shared / (found.total() + wanted.total()) >= 0.98


def test_what_the_page_says_of_itself_comes_first():
    """JSON-LD names headline, times and writer; a UTC evening is kept as it is told."""
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebPage"},
            {
                "@type": ["NewsArticle"],
                "headline": TITLE,
                "datePublished": "2026-10-02T17:10:00.063Z",
                "dateModified": "2026-10-03T01:00:00Z",
                "author": [{"@type": "Person", "name": "Cao Huy"}, {"name": "https://portal.example/author/1"}],
                "keywords": "thi đua, khen thưởng",
            },
        ],
    }
    chance = random.Random(1)  # noqa: S311 - made-up news
    text = "".join(f"<p>{sentence(chance)}</p>" for _ in range(5))
    scripts = "".join(f"<script type='application/ld+json'>{content}</script>" for content in ("{broken", json.dumps(data)))
    page = f"<head><meta charset=utf-8>{scripts}</head>{CLOCK}<h1>{SITE}</h1><h1>{TITLE}</h1><div>{text}</div>"

    article = Structural().read(parse(Page(content=page.encode())))

    assert article.title == TITLE
    assert article.published_at.isoformat() == "2026-10-02T17:10:00+00:00"
    assert article.updated_at.isoformat() == "2026-10-03T01:00:00+00:00"
    assert article.authors == ("Cao Huy",)
    assert article.tags == ("thi đua", "khen thưởng")


def test_the_clock_of_the_page_is_no_publication_time():
    """A time above the headline may be the reader's own: without another there is none."""
    chance = random.Random(2)  # noqa: S311 - made-up news
    page = f"<head><meta charset=utf-8></head>{CLOCK}<h1>{TITLE}</h1><div>{''.join(f'<p>{sentence(chance)}</p>' for _ in range(5))}</div>"

    assert Structural().read(parse(Page(content=page.encode()))).published_at is None


def test_a_headline_beside_its_paragraphs():
    """Where headline, date and text stand side by side, the date is read and is no text; nor is the line on copyright."""
    chance = random.Random(4)  # noqa: S311 - made-up news
    text = "".join(f"<p>{sentence(chance)}</p>" for _ in range(5))
    page = (
        f"<head><meta charset=utf-8></head>{MENU}<h1>{TITLE}</h1><p>Thứ Tư, 19/03/2025 10:30</p>{text}"
        "<div>Bản quyền thuộc về Báo. Ghi rõ nguồn khi phát hành lại thông tin từ trang này.</div>"
    )

    article = Structural().read(parse(Page(content=page.encode())))

    assert article.published_at.isoformat() == "2025-03-19T10:30:00+07:00"
    assert len(article.blocks) == 6


def test_what_a_web_archive_adds_is_left_out():
    """The archive's toolbar is no part of the page, and its time of capture is known from the address."""
    chance = random.Random(3)  # noqa: S311 - made-up news
    text = "".join(f"<p>{sentence(chance)}</p>" for _ in range(5))
    toolbar = f"<div>{''.join(f'<p>{sentence(chance, 60)}</p>' for _ in range(20))}</div>"
    page = (
        "<head><meta charset=utf-8></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=wm-ipp-base><h1>Wayback Machine</h1></div>"
        f"{toolbar}<!-- END WAYBACK TOOLBAR INSERT --><h1>{TITLE}</h1><div>{text}</div>"
    )

    article = Structural().read(
        parse(Page(content=page.encode(), url="https://web.archive.org/web/20241126000000/https://portal.example/a"))
    )

    assert article.title == TITLE
    assert len(article.blocks) == 6
    assert article.url == "https://portal.example/a"
    assert article.captured_at.isoformat() == "2024-11-26T00:00:00+00:00"
