"""What holds of every page: its records depend on what it says alone, and nothing that is no article does harm."""

import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from antq_records import read
from antq_records.errors import ReadError
from antq_records.importers import Page
from antq_records.lexicon import awards
from antq_records.model.serialization import to_dict
from antq_records.testing import loose_evidence, saved_pages
from seed_pages import SEEDS, seed_page

ROOT = Path(__file__).resolve().parents[1]
SAVED = [saved for folder in sorted([*ROOT.glob("plugins/*/tests/pages"), ROOT / "tests" / "pages"]) for saved in saved_pages(folder)]
PAGES = {saved.name: saved.page for saved in SAVED}
EVERY_PAGE = [
    *(pytest.param(name, id=name) for name in PAGES),
    *(pytest.param(*seed.values, id=seed.id, marks=seed.marks) for seed in SEEDS),
]
RECORDS = ("unions", "clusters", "ceremonies", "honorees", "people", "figures", "findings")

TEXT_NODE = re.compile(r"(<script.*?</script>|<style.*?</style>|<[^>]*>)|([^<]+)", re.DOTALL)


def page_of(name):
    """Return a saved page or a seed by name."""
    return PAGES[name] if name in PAGES else seed_page(name)


def text_of(page):
    """Return the markup of a page as text, with that of its links to other pages left alone."""
    return page.content.decode("utf-8")


def rewritten(page, change):
    """Return a page with its text nodes changed; markup and addresses stay."""
    markup = TEXT_NODE.sub(lambda match: match[1] or change(match[2]), text_of(page))
    return Page(content=markup.encode(), url=page.url, encoding=page.encoding, captured_at=page.captured_at)


def as_entities(text):
    """Return text with every letter that is no ASCII as a reference, decimal and hexadecimal in turn."""
    return "".join(letter if letter.isascii() else f"&#{ord(letter)};" if ord(letter) % 2 else f"&#x{ord(letter):X};" for letter in text)


def records_of(page):
    """Return what is read from a page, without the page's own hash."""
    data = to_dict(read(page))
    del data["article"]["page_sha256"]
    return data


@pytest.mark.parametrize("name", EVERY_PAGE)
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: unicodedata.normalize("NFC", text), id="composed"),
        pytest.param(lambda text: unicodedata.normalize("NFD", text), id="decomposed"),
        pytest.param(as_entities, id="as references"),
        pytest.param(lambda text: as_entities(unicodedata.normalize("NFD", text)), id="decomposed, as references"),
    ],
)
def test_how_letters_are_written_does_not_matter(name, change):
    """Composed, decomposed and escaped letters give the same text, the same records, ids and offsets."""
    page = page_of(name)

    assert records_of(rewritten(page, change)) == records_of(page)


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_reading_twice_gives_the_same(name):
    """The same page gives the same records, to the byte."""
    assert read(page_of(name)).to_json() == read(page_of(name)).to_json()


def test_reading_in_another_process_gives_the_same():
    """No order of a set and no state of a process takes part."""
    script = (
        "import sys; from antq_records import read; from antq_records.importers import Page; from pathlib import Path\n"
        "for line in sys.stdin.read().splitlines():\n"
        "    path, url = line.split('\\t'); print(read(Page(content=Path(path).read_bytes(), url=url or None)).to_json())"
    )
    lines = "\n".join(f"{saved.folder / 'page.html'}\t{saved.page.url or ''}" for saved in SAVED)
    printed = [
        subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", script],
            input=lines.encode(),
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert printed[0] == printed[1]
    assert printed[0].decode().splitlines() == [read(Page(content=saved.page.content, url=saved.page.url)).to_json() for saved in SAVED]


def ids(records):
    """Return the ids of the records of each kind, in order."""
    return {name: [one.id for one in getattr(records, name)] for name in RECORDS if name != "findings"}


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_ids_survive_a_change_of_later_words(name):
    """A paragraph that is added below the text, and brings nothing, changes no id."""
    page = page_of(name)
    before = read(page)
    last = before.article.text.rsplit("\n", 1)[-1].strip()
    place = text_of(page).rfind(last[-30:])
    if place < 0:
        pytest.skip("the page's last words are not written as they are read")
    end = text_of(page).find("</p>", place)
    if end < 0:
        pytest.skip("the page's last words stand in no paragraph")
    more = text_of(page)[: end + 4] + "<p>Hai bên đường, những hàng cây đã lên xanh.</p>" + text_of(page)[end + 4 :]

    assert ids(read(Page(content=more.encode(), url=page.url))) == ids(before)


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_ids_survive_a_better_rule(name, monkeypatch):
    """Another reading of names of awards, grades and conferrers keeps the id of every record."""
    page = page_of(name)
    before = read(page)
    using = [
        (module, attribute)
        for path, module in list(sys.modules.items())
        if path.startswith("antq_records.recognize.")
        for attribute, value in vars(module).items()
        if value is awards.resolve
    ]
    for module, attribute in using:
        monkeypatch.setattr(module, attribute, lambda *_: None)

    assert using
    assert ids(read(page)) == ids(before)


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_ids_are_the_articles_own(name):
    """Ids say their kind, are unique, and are other ones under another address."""
    page = page_of(name)
    records = read(page)
    moved = read(page, url="https://elsewhere.example/another-1.html")
    found = [id_ for group in ids(records).values() for id_ in group]

    assert len(found) == len(set(found))
    assert all(re.fullmatch(r"(?:union|cluster|ceremony|honoree|person|figure)-[0-9a-f]{12}", id_) for id_ in found)
    assert not {id_ for group in ids(moved).values() for id_ in group} & set(found)


def survives(content):
    """Read some bytes; only a ReadError may come up, and what is read must be tight."""
    try:
        records = read(Page(content=content, url="https://portal.example/a-1.html"))
    except ReadError as refusal:
        assert "hold together" not in refusal.reason  # noqa: PT017 - the page may be refused, but not for a fault of the rules
        return
    assert loose_evidence(records) == []
    assert all(records.article.text[piece.start : piece.end] == piece.quote for piece in records.all_evidence())


@given(content=st.binary(max_size=400))
@example(content=b"")
@example(content=b"\xff\xfe")
@example(content=b"<h1>\xe1\xba")
@settings(max_examples=150, deadline=None)
def test_garbage_is_refused(content):
    """Random bytes never bring up another error than a ReadError."""
    survives(content)
    survives(b"<html><meta charset=utf-8><h1>T\xe1\xbb\x95ng k\xe1\xba\xbft</h1><p>" + content * 4)


@st.composite
def mutated(draw):
    """Give a saved page that was cut, doubled, shuffled, spliced with another, or damaged."""
    page = bytearray(draw(st.sampled_from(sorted(PAGES.values(), key=lambda page: page.url or ""))).content)
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted((draw(st.integers(0, len(page))), draw(st.integers(0, len(page)))))
        kind = draw(st.sampled_from(["cut", "double", "splice", "swap", "noise", "truncate"]))
        if kind == "cut":
            del page[start:end]
        elif kind == "double":
            page[end:end] = page[start:end]
        elif kind == "splice":
            other = draw(st.sampled_from(sorted(PAGES.values(), key=lambda page: page.url or ""))).content
            page[start:end] = other[start:end]
        elif kind == "swap":
            page[start:end] = page[start:end][::-1]
        elif kind == "noise":
            page[start : start + 8] = draw(st.binary(min_size=8, max_size=8))
        else:
            del page[end:]
    return bytes(page)


@given(content=mutated())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_damaged_pages_are_read_or_refused(content):
    """A page that was cut, doubled, spliced or damaged is read with tight evidence, or refused."""
    survives(content)


@pytest.mark.parametrize(
    "piece",
    [
        "Công đoàn ",
        "Phòng Cảnh sát hình sự Công an tỉnh ",
        "nguyên Phó Giám đốc ",
        "((“",
        "Bằng khen của ",
        "Cụm thi đua ",
    ],
)
def test_names_within_names_have_a_bottom(piece):
    """However deep one name seems to stand within another, the reader comes back."""
    survives(f"<html><meta charset=utf-8><body><h1>Công an tỉnh tổng kết</h1><div><p>Bộ Công an {piece * 1_000}</p></div>".encode())


WORDS = sorted(
    {
        word
        for page in PAGES.values()
        for word in re.findall(r"[^\W_]+|[^\w\s]", re.sub(r"<script.*?</script>|<[^>]*>", " ", text_of(page), flags=re.DOTALL))
    }
)


@given(words=st.lists(st.sampled_from(WORDS), min_size=20, max_size=160))
@settings(max_examples=150, deadline=None)
def test_any_order_of_the_words_of_news_is_read(words):
    """Sentences that nobody would write are read with tight evidence, too."""
    text = " ".join(words)
    survives(f"<html><meta charset=utf-8><body><h1>Công an tỉnh Hòa Bình tổng kết</h1><div><p>{text}</p><p>{text}.</p></div>".encode())


SENTENCES = sorted(
    {
        sentence.strip()
        for page in PAGES.values()
        for paragraph in re.findall(r"<p[^>]*>([^<]{40,})</p>", text_of(page))
        for sentence in re.split(r"(?<=\.) |; ", paragraph)
    }
)
JOINTS = [" ", "; ", ", ", " - ", "</p><p>", "</p><figcaption>", "<br>", " (", ") ", " và ", ": "]


@given(
    sentences=st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=12),
    joints=st.lists(
        st.sampled_from([" ", "; ", ", ", " - ", "</p><p>", "</p><figcaption>", "<br>", " (", ") ", " và ", ": "]), min_size=12, max_size=12
    ),
)
@settings(max_examples=200, deadline=None)
def test_any_order_of_the_sentences_of_news_is_read(sentences, joints):
    """Sentences of several articles in one, joined anyhow, are read with tight evidence."""
    text = "".join(sentence + joint for sentence, joint in zip(sentences, joints, strict=False))
    survives(f"<html><meta charset=utf-8><body><h1>Công an tỉnh Hòa Bình tổng kết</h1><div><p>{text}</p></div>".encode())
