"""
What the benchmark measures, each in a process of its own: started by ``speed.py``, which writes one word a line.

``run`` is answered with the seconds of one pass over the pages, ``quality`` with what was found in them.
"""
# ruff: noqa: PLC0415 - each process imports only what it measures

import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pages import NewsPage, pages

if TYPE_CHECKING:
    from antq_records import Article

LEAST = 0.6
"""A turn repeats its pass for so many seconds, so that short tasks are not measured with cold caches only."""

NOBODY = "https://unknown.example/tin.html"
"""An address that no importer owns: then only the structure of the page tells what is what."""

LEAD = 12
"""A lead is lost if its first so many words are absent."""


@dataclass
class Task:
    """Something to measure."""

    run: Callable[[NewsPage], object]
    """What is timed."""
    text: Callable[[NewsPage], str | None] | None = None
    """How to get the main text by it."""
    reset: Callable[[], object] = lambda: None
    """What empties its caches before a pass."""


def parse() -> Task:
    """Parse with Lexbor alone: the floor of all that reads HTML with it."""
    from selectolax.lexbor import LexborHTMLParser

    return Task(lambda page: LexborHTMLParser(page.content))


def trafilatura() -> Task:
    """Extract text and metadata with trafilatura; its caches are emptied before each pass."""
    from trafilatura import bare_extraction
    from trafilatura.meta import reset_caches

    def text(page: NewsPage) -> str | None:
        found = bare_extraction(page.content, with_metadata=True)
        return found.text if found else None

    return Task(text, text, reset_caches)


def newspaper4k() -> Task:
    """Parse with newspaper4k, in Vietnamese and without fetching images."""
    from newspaper import Article, Config

    config = Config()
    config.fetch_images = False
    config.memorize_articles = False
    config.language = "vi"

    def text(page: NewsPage) -> str:
        article = Article("https://news.example/tin.html", config=config)
        article.download(input_html=page.content.decode())
        article.parse()
        return article.text

    return Task(text, text)


def read() -> Task:
    """Read pages to full records, each by the importer of its address."""
    import antq_records as antq

    return Task(
        lambda page: antq.read(page.content, url=page.address), lambda page: body(antq.read(page.content, url=page.address).article)
    )


def read_unknown() -> Task:
    """Read pages to full records at an address that no importer owns."""
    import antq_records as antq

    return Task(lambda page: antq.read(page.content, url=NOBODY), lambda page: body(antq.read(page.content, url=NOBODY).article))


def article() -> Task:
    """Take the article out of its page, by the importer of its address."""
    from antq_records import Page
    from antq_records.importers import read_article

    return Task(lambda page: read_article(Page(content=page.content, url=page.address)))


def article_unknown() -> Task:
    """Take the article out of its page by structure alone."""
    from antq_records import Page
    from antq_records.importers import read_article

    return Task(lambda page: read_article(Page(content=page.content, url=NOBODY)))


def recognition() -> Task:
    """Read records from articles that were taken out of their pages before."""
    from antq_records import Page
    from antq_records.importers import read_article
    from antq_records.recognize import recognize

    articles: dict[str, Article] = {}

    def recognized(page: NewsPage) -> object:
        if page.address not in articles:
            articles[page.address] = read_article(Page(content=page.content, url=page.address))[0]
        return recognize(articles[page.address])

    return Task(recognized)


TASKS = {make.__name__: make for make in (parse, trafilatura, newspaper4k, read, read_unknown, article, article_unknown, recognition)}


def body(article: "Article") -> str:
    """Return the text of an article without its headline."""
    return article.text.partition("\n")[2]


def words(text: str) -> list[str]:
    """Return the words of a text, for comparing."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())


def f1(found: str, page: NewsPage) -> float:
    """Return the F1 of the words found against those of the main text; words of headline, caption and writer do no harm."""
    got, wanted, aside = (Counter(words(text)) for text in (found, page.main, page.aside))
    right = (got & wanted).total()
    wrong = (got - wanted - aside).total()
    return 2 * right / (2 * right + wrong + wanted.total() - right)


def quality(text: Callable[[NewsPage], str | None], inputs: list[NewsPage]) -> list[tuple[str, float, bool]]:
    """Return for each page its template, the F1 of its main text, and whether its lead is lost."""
    judged = []
    for page in inputs:
        found = text(page) or ""
        beginning = " ".join(words(page.lead)[:LEAD])
        judged.append((page.template, f1(found, page), beginning not in " ".join(words(found))))
    return judged


def timed(task: Task, inputs: list[NewsPage]) -> float:
    """Return the mean seconds of a pass over the pages."""
    seconds: list[float] = []
    while sum(seconds) < LEAST:
        task.reset()
        start = time.perf_counter()
        for page in inputs:
            task.run(page)
        seconds.append(time.perf_counter() - start)
    return sum(seconds) / len(seconds)


def main(name: str, count: int) -> None:
    """Answer the lines that ``speed.py`` writes."""
    inputs = list(pages(count))
    task = TASKS[name]()
    print("ready", flush=True)
    for line in sys.stdin:
        asked = line.strip()
        answer = timed(task, inputs) if asked == "run" else quality(task.text, inputs) if task.text else None
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
