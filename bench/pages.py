"""
Generates news pages whose main text is known: five templates, 15 to 120 KB each.

The words are those of ``words.toml``, the pages around them those in ``templates/``. The same number and seed give the same bytes.
"""

import base64
import html
import html.entities
import json
import string
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

__all__ = ["TEMPLATES", "NewsPage", "pages"]

HERE = Path(__file__).parent
WORDS = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))
SMALLEST, LARGEST = 15_000, 120_000
"""Bytes of a page."""

SHARE_OF_TEXT = 2500
"""For so many bytes of a page, at most one paragraph of text."""

ENTITIES = {number: f"&{name};" for name, number in html.entities.name2codepoint.items() if chr(number).isalpha()}
"""Letters as the entities that an editor makes of them."""
VIETNAM = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class NewsPage:
    """One page, and what is to be found in it."""

    template: str
    address: str
    content: bytes
    lead: str
    main: str
    """Lead, paragraphs and table cells: what a reader of the page must find."""
    aside: str
    """Headline, caption and writer: neither rewarded nor punished."""


@dataclass(frozen=True)
class Template:
    """How one kind of portal writes a page; the frame around is the file of the same name."""

    address: str
    """Of a portal that is built like this; nobody owns those under ``example``."""
    paragraph: str = "<p>{}</p>"
    figure: str = '<figure><img src="/a.jpg" width="800" alt="{0}"><figcaption>{0}</figcaption></figure>'


TEMPLATES = {
    "nukeviet": Template(
        "https://congan.hanam.gov.vn/news/tin-{}.html",
        '<p style="text-align:justify">{}</p>',
        '<table class="image center"><tbody><tr><td><img src="/a.jpg"></td></tr><tr><td><em>{}</em></td></tr></tbody></table>',
    ),
    "epi": Template(
        "https://nhandan.vn/tin-post{}.html",
        figure='<table class="picture"><tr><td><img src="/a.jpg" alt="{0}"></td></tr><tr><td class="caption"><p>{0}</p></td></tr></table>',
    ),
    "amp": Template(
        "https://amp.laodong.vn/cong-doan/tin-{}.ldo", figure='<figure><amp-img src="/a.jpg"></amp-img><figcaption>{}</figcaption></figure>'
    ),
    "tables": Template(
        "https://portal.example/tabid/{}/Default.aspx",
        '<p class="MsoNormal" style="text-indent:36pt"><span lang="VI" style="font-size:14.0pt;font-family:serif">{}<o:p></o:p></span></p>',
        '<table><tr><td><img src="/a.jpg"></td></tr><tr><td><em><span style="font-size:10pt">{}</span></em></td></tr></table>',
    ),
    "unknown": Template("https://news.example/tin-{}.html", '<p class="Normal">{}</p>'),
}


def pages(count: int, seed: int = 1) -> Iterator[NewsPage]:
    """Yield pages, one template after the other."""
    names = list(TEMPLATES)
    for number in range(count):
        yield _page(Random(f"{seed}/{number}"), names[number % len(names)], number)


class Writer:
    """Composes sentences: each ``{name}`` of a pattern is answered by the method, or else by one of the words, of that name."""

    def __init__(self, rand: Random) -> None:
        self.rand = rand

    def __getitem__(self, name: str) -> str:
        own = getattr(self, name, None)
        return own() if own else self.rand.choice(WORDS[name]).format_map(self)

    def person(self) -> str:
        """Return somebody's name."""
        return f"{self['family']} {self['middle']} {self['given']}"

    def year(self) -> str:
        """Return a year."""
        return str(self.rand.randint(2018, 2024))

    def month(self) -> str:
        """Return a month, or another small number."""
        return str(self.rand.randint(1, 12))

    def number(self) -> str:
        """Return a number of two digits that can be a day."""
        return f"{self.rand.randint(2, 28):02d}"

    def word(self) -> str:
        """Return a meaningless word."""
        return "".join(self.rand.choices(string.ascii_lowercase, k=self.rand.randint(3, 9)))

    def sentence(self) -> str:
        """Return a sentence of an article."""
        return self["told" if self.rand.random() < WORDS["told_share"] else "plain"]

    def paragraph(self) -> str:
        """Return a paragraph of an article."""
        return " ".join(self.sentence() for _ in range(self.rand.randint(2, 5)))


class Frame:
    """What stands around an article, made anew for each ``$name`` of a template's file."""

    def __init__(self, writer: Writer, article: dict[str, str], boxes: int) -> None:
        self.writer = writer
        self.article = article
        self.boxes = boxes

    def __getitem__(self, name: str) -> str:
        return self.article[name] if name in self.article else getattr(self, name)()

    def menu(self) -> str:
        """Return a menu with submenus."""
        entries = "".join(
            f'<li class="item"><a href="/{self.writer.word()}"><span>{title}</span></a>{self._submenu()}</li>' for title in WORDS["menu"]
        )
        return f'<nav class="menu"><ul>{entries}</ul></nav>'

    def _submenu(self) -> str:
        entries = "".join(
            f'<li><a href="/{self.writer.word()}">{self.writer["menu"]}</a></li>' for _ in range(self.writer.rand.randint(0, 3))
        )
        return entries and f"<ul>{entries}</ul>"

    def menu_table(self) -> str:
        """Return a menu as a table."""
        rows = "".join(
            f'<tr><td class="LeftMenu"><a href="/?tabid={self.writer.number()}">{title}</a></td></tr>' for title in WORDS["menu"]
        )
        return f'<table width="100%">{rows}</table>'

    def headline(self) -> str:
        """Return the headline of another article."""
        return html.escape(self.writer["headline"])

    def others(self) -> str:
        """Return a list of other articles with pictures, some with the beginning of their text."""
        entries = []
        for _ in range(self.boxes):
            title, link = self.headline(), f"/{self.writer.word()}-{self.writer.year()}.html"
            teaser = self.writer.rand.choice(["", f"<p>{self.writer.sentence()}</p>"])
            picture = f'<a href="{link}"><img src="/b.jpg" width="120" height="80" alt="{title}"></a>'
            entries.append(f'<li>{picture}<h3><a href="{link}">{title}</a></h3><span class="time">{self.writer["day"]}</span>{teaser}</li>')
        return f'<ul class="list-news">{"".join(entries)}</ul>'

    def others_table(self) -> str:
        """Return a table of other articles with their dates."""
        rows = (
            f'<a href="/{self.writer.word()}.aspx">{self.headline()}</a> <span>({self.writer["day"]})</span>' for _ in range(2 * self.boxes)
        )
        return f"<table>{''.join(f'<tr><td>{row}</td></tr>' for row in rows)}</table>"

    def advertisement(self) -> str:
        """Return an advertisement."""
        return (
            f'<div class="ads"><a href="https://example.com/{self.writer.word()}"><img src="/c.gif" alt="Mở thẻ, nhận ngay quà"></a></div>'
        )

    def state(self) -> str:
        """Return the state that old servers keep in their pages."""
        return base64.b64encode(self.writer.rand.randbytes(1500)).decode()

    def filling(self, kind: str, size: int) -> str:
        """Return a style sheet or a script of a size."""
        lines: list[str] = []
        length = 0
        while length < size:
            lines.append(self.writer[f"{kind}_line"])
            length += len(lines[-1]) + 1
        return "\n".join(lines)


def _page(rand: Random, name: str, number: int) -> NewsPage:
    template, writer = TEMPLATES[name], Writer(rand)
    size = int(SMALLEST * (LARGEST / SMALLEST) ** rand.random())
    title, author, caption = writer["headline"], writer.person(), writer["caption"]
    lead = f"{writer['opening']} {writer.sentence()}"
    paragraphs = [writer.paragraph() for _ in range(rand.randint(4, max(6, size // SHARE_OF_TEXT)))]
    table = _table(writer) if name == "tables" and rand.randrange(2) else []
    article = _told(title, lead, author, datetime(2024, 1, 1, tzinfo=VIETNAM) + timedelta(minutes=rand.randrange(500_000)))
    article |= _laid_out(rand, name, paragraphs, caption, table)
    frame = Frame(writer, article, boxes=max(1, size // 15_000))
    return NewsPage(
        template=name,
        address=template.address.format(number),
        content=_filled(frame, (HERE / "templates" / f"{name}.html").read_text(encoding="utf-8"), size),
        lead=lead,
        main="\n".join([lead, *paragraphs, *(" ".join(row) for row in table)]),
        aside=f"{title}\n{caption}\n{author}",
    )


def _table(writer: Writer) -> list[list[str]]:
    """Return a table of those honoured."""
    rows = [[str(row), writer.person(), writer["rank"], writer["body"], writer["award"]] for row in range(1, writer.rand.randint(5, 20))]
    return [["STT", "Họ và tên", "Cấp bậc", "Đơn vị", "Hình thức khen thưởng"], *rows]


def _told(title: str, lead: str, author: str, time: datetime) -> dict[str, str]:
    """Return what a page says of its article, by the names in the template's file."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "description": lead,
        "datePublished": time.isoformat(),
    }
    return {
        "title": html.escape(title),
        "lead": html.escape(lead),
        "author": author,
        "time": time.isoformat(),
        "printed": f"{time:%d/%m/%Y %H:%M}",
        "json_ld": f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>',
    }


def _laid_out(rand: Random, name: str, paragraphs: list[str], caption: str, table: list[list[str]]) -> dict[str, str]:
    """
    Return the text of an article as its template writes it, in two parts.

    Some pages of NukeViet have ``<div>`` for paragraphs, half of them the entities that its editor puts in.
    """
    template = TEMPLATES[name]
    told = [template.paragraph.format(html.escape(text, quote=False)) for text in paragraphs]
    told.insert(2, template.figure.format(html.escape(caption, quote=False)))
    if name == "nukeviet" and rand.randrange(3) == 0:
        told = [line.replace("<p ", "<div ").replace("</p>", "</div>") for line in told]
    if name == "nukeviet" and rand.randrange(2):
        told = [line.translate(ENTITIES) for line in told]
    rows = ("".join(f'<td style="border:solid 1.0pt"><p class="MsoNormal">{cell}</p></td>' for cell in row) for row in table)
    cells = f'<table class="MsoNormalTable" border="1"><tbody>{"".join(f"<tr>{row}</tr>" for row in rows)}</tbody></table>' if table else ""
    half = len(told) if name == "nukeviet" else len(told) // 2
    return {"body": "\n".join(told[:half]), "rest": "\n".join(told[half:]), "table": cells}


def _filled(frame: Frame, text: str, size: int) -> bytes:
    """Return a page of about *size* bytes: what the article and the boxes leave is filled with one style sheet and two scripts."""
    text = text.replace("$style", "$$style").replace("$script", "$$script")
    page = string.Template(text).substitute(frame)
    left = max(0, min(size, LARGEST - 2000) - len(page.encode()))
    page = page.replace("$style", frame.filling("style", left // 4))
    for _ in range(2):
        page = page.replace("$script", frame.filling("script", left * 3 // 8), 1)
    return page.encode()
