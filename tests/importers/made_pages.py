"""Pages made for one test each."""

from antq_records.importers import Body, Document, Importer, Lead, Moment, Page, Tags, Title, parse

__all__ = ["PARAGRAPH", "Simple", "article_of", "document"]

PARAGRAPH = "Sáng 25/11/2024, tại Hưng Yên, Cụm thi đua số 5 tổ chức Hội nghị tổng kết phong trào thi đua “Vì an ninh Tổ quốc” năm 2024."
"""A sentence like those of real news: long enough for running text."""


class Simple(Importer):
    """The plainest of portals."""

    id = "simple"
    title = Title("h1")
    lead = Lead(".lead")
    body = Body("#body", skip=(".related",))
    published_at = Moment("time", required=False)
    tags = Tags(".tags a")


def document(body: str, *, head: str = "", url: str | None = "https://portal.example/a") -> Document:
    """Return a page with this body, parsed."""
    return parse(Page(content=f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode(), url=url))


def article_of(inside: str, title: str = "Tiêu đề"):
    """Return what the plainest importer reads where *inside* stands in the body, below one paragraph."""
    return Simple().read(document(f'<h1>{title}</h1><div id="body"><p>{PARAGRAPH}</p>{inside}</div>'))
