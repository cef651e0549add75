"""From a page to records: what may be handed in, which address counts, and what is refused."""

import codecs
import gzip
import pickle
import re
import unicodedata
from datetime import UTC, datetime

import pytest

import antq_records as antq
from antq_records.errors import DecodeError, NotAnArticle, ReadError
from antq_records.importers import Page

PARAGRAPHS = (
    "Sáng 12/8/2024, tại thành phố Hòa Bình, Công an tỉnh Hòa Bình tổ chức Lễ khen thưởng thành tích xuất sắc.",
    "Dự buổi lễ có Đại tá Bùi Văn Mạnh, Giám đốc Công an tỉnh Hòa Bình; bà Xa Thị Lả, Chủ tịch Liên đoàn Lao động tỉnh Hòa Bình.",
    "Tại buổi lễ, Bộ Công an tặng Bằng khen cho 3 tập thể và 5 cá nhân có thành tích xuất sắc trong phong trào thi đua.",
    "Các đơn vị hứa sẽ cố gắng hơn nữa, để mỗi con đường, mỗi bản làng đều được bình yên trong những ngày sắp tới.",
)
CANONICAL = "https://portal.example/bai-viet-1.html"
ARCHIVED = "https://web.archive.org/web/20240901000000/https://portal.example/bai-viet-1.html"


def page(*, charset="utf-8", canonical=CANONICAL, paragraphs=PARAGRAPHS):
    """Return the markup of a page of no known portal."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="{charset}">{link}<title>Khen thưởng</title></head>'
        f"<body><h1>Công an tỉnh Hòa Bình khen thưởng</h1><div>{body}</div></body></html>"
    )


WHOLE = page().encode()


def honours(records):
    """Return who was honoured, in a word each."""
    return [str(honoree.count) for honoree in records.honorees]


class TestSources:
    """Bytes, a file or a page, and the address."""

    def test_bytes_file_and_page_give_the_same(self, tmp_path):
        """It does not matter how the content comes in."""
        file = tmp_path / "page.html"
        file.write_bytes(WHOLE)

        assert antq.read(WHOLE) == antq.read(file) == antq.read(Page(content=WHOLE))
        assert honours(antq.read(WHOLE)) == ["3 tập thể", "5 cá nhân"]

    @pytest.mark.parametrize(
        ("source", "url", "address"),
        [
            pytest.param(WHOLE, None, CANONICAL, id="the canonical link"),
            pytest.param(WHOLE, "https://given.example/a", "https://given.example/a", id="what is given, before the link"),
            pytest.param(Page(content=WHOLE, url="https://page.example/b"), None, "https://page.example/b", id="the page's own"),
            pytest.param(
                Page(content=WHOLE, url="https://page.example/b"),
                "https://given.example/a",
                "https://given.example/a",
                id="given, before the page's",
            ),
            pytest.param(page(canonical=None).encode(), None, None, id="none"),
            pytest.param(page(canonical=ARCHIVED).encode(), None, CANONICAL, id="an archived link"),
            pytest.param(page(canonical=None).encode(), ARCHIVED, CANONICAL, id="an archive's address"),
        ],
    )
    def test_which_address_counts(self, source, url, address):
        """What the caller says counts before the page; an archive's address is taken back to the original."""
        assert antq.read(source, url=url).article.url == address

    def test_an_archived_copy_knows_its_day(self):
        """The archive's address says when the page was seen."""
        assert antq.read(page(canonical=None).encode(), url=ARCHIVED).article.captured_at == datetime(2024, 9, 1, tzinfo=UTC)

    def test_what_the_caller_knows_of_the_page_is_kept(self):
        """A page brings its encoding and the time it was fetched; another address changes neither."""
        at = datetime(2024, 9, 2, tzinfo=UTC)
        content = page(charset="").replace('<meta charset="">', "").encode("utf-16-le")

        assert antq.read(Page(content=content, captured_at=at), url=CANONICAL).article.captured_at == at

    def test_a_file_that_cannot_be_opened(self, tmp_path):
        """A file that is not there is the caller's, not the page's, error."""
        with pytest.raises(OSError, match=r"nowhere\.html"):
            antq.read(tmp_path / "nowhere.html")

    def test_what_made_the_records_stands_in_them(self):
        """Core, importer and data are named with their versions."""
        made_by = antq.read(WHOLE).made_by

        assert made_by.core
        assert made_by.importer.startswith("structure ")
        assert len(made_by.data) == 12

    def test_a_page_of_which_nothing_is_read(self):
        """An article without anything to read is no error: a finding says why there are no records."""
        records = antq.read(page(paragraphs=PARAGRAPHS[-1:] * 4).encode())

        assert [finding.code.value for finding in records.findings] == ["no_ceremony", "nothing_read"]
        assert records.rows() == []


ENGLISH = "<p>The conference summed up the emulation movement and commended many collectives and individuals of the force.</p>" * 6
LISTED = "".join(
    f'<li><a href="/tin-{n}.html">Công an tỉnh tổ chức hội nghị tổng kết lần thứ {n}</a> <span>01/02/2024</span></li>' for n in range(30)
)
TCVN3 = "C«ng an tØnh vµ c¸c ®¬n vÞ cña ngµnh, nh÷ng ng­êi ®­îc khen th­ëng vµ c¸c c¸ nh©n"
VNI = "Coâng an tænh vaø caùc ñôn vò cuûa ngaønh, nhöõng ngöôøi ñöôïc khen thöôûng vaø caùc caù nhaân"


def built(title, body):
    """Return a small page as bytes."""
    return f"<html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("content", "kind", "reason"),
    [
        pytest.param(b"", DecodeError, "empty page", id="an empty file"),
        pytest.param(b"\r\n \t", DecodeError, "empty page", id="a file of spaces"),
        pytest.param(bytes(range(256)) * 200, DecodeError, ".", id="binary data"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", DecodeError, "a PDF file", id="a PDF"),
        pytest.param(gzip.compress(WHOLE), DecodeError, "gzip", id="a packed page"),
        pytest.param(b"PK\x03\x04" + bytes(200), DecodeError, "ZIP or Office", id="a Word file"),
        pytest.param(built("News", f"<h1>Conference</h1>{ENGLISH}"), NotAnArticle, "not in Vietnamese", id="another language"),
        pytest.param(built("Tin tức", f"<h1>Tin tức</h1><ul>{LISTED}</ul>"), NotAnArticle, ".", id="a listing"),
        pytest.param(built("404", "<h1>404 Not Found</h1><p>Trang không tồn tại.</p>"), NotAnArticle, "not found", id="a 404 page"),
        pytest.param(built("Lỗi", "<h1>Không tìm thấy trang</h1>"), NotAnArticle, "not found", id="a 404 page in Vietnamese"),
        pytest.param(
            built("Just a moment...", "<p>Checking your browser before accessing the portal.</p>"),
            NotAnArticle,
            "protection",
            id="a challenge",
        ),
        pytest.param(built("Xác minh", "<p>Vui lòng nhập captcha để tiếp tục.</p>"), NotAnArticle, "protection", id="a captcha"),
        pytest.param(b"<div>" * 200_000 + WHOLE, ReadError, "nested deeper", id="200,000 nested elements"),
        pytest.param(f"<p>{TCVN3}</p>".encode("latin-1"), DecodeError, "TCVN3", id="TCVN3"),
        pytest.param(f"<p>{VNI}</p>".encode("latin-1"), DecodeError, "VNI", id="VNI"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8\x00\x00\x00\xdc", DecodeError, "UTF-16", id="no UTF-16, though marked as such"),
        pytest.param("<p>ж".encode("koi8-r") * 90, DecodeError, ".", id="another alphabet, not declared"),
    ],
)
class TestRefused:
    """What is no article is refused, and says so."""

    def test_by_one_clear_line(self, content, kind, reason):
        """The error is a ReadError of the right kind; it names what is wrong, and the address, in one line."""
        with pytest.raises(kind, match=reason) as refusal:
            antq.read(content, url=CANONICAL)

        assert "\n" not in str(refusal.value)
        assert refusal.value.url == CANONICAL
        assert len(str(refusal.value)) < 250

    def test_by_an_error_that_can_be_sent(self, content, kind, reason):
        """The error survives the way from one process to another."""
        with pytest.raises(ReadError) as refusal:
            antq.read(content, url=CANONICAL)

        sent = pickle.loads(pickle.dumps(refusal.value))  # noqa: S301 - our own

        assert (type(sent), sent.reason, sent.url) == (kind, refusal.value.reason, CANONICAL)
        assert re.search(reason, sent.reason)


@pytest.mark.slow
@pytest.mark.parametrize("filler", [b"a", b"<p>abc ", b"\n", b"<", "ề".encode()])
def test_a_page_of_50_mb_is_refused(filler):
    """A page of hundreds of times the usual size is refused, whatever fills it."""
    with pytest.raises(ReadError, match="larger than 20 MB"):
        antq.read(WHOLE + filler * (50 * 2**20 // len(filler)), url=CANONICAL)


def loose(text):
    """Return text as Windows-1258 has it: five tones as marks of their own, the other signs on their letters."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    split = (unicodedata.normalize("NFD", letter) for letter in unicodedata.normalize("NFC", text))
    joined = (
        unicodedata.normalize("NFC", "".join(sign for sign in letter if sign not in tones))
        + "".join(sign for sign in letter if sign in tones)
        for letter in split
    )
    return "".join(joined)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param(page(charset="iso-8859-1").encode(), None, id="UTF-8 declared as Latin-1"),
        pytest.param(page(charset="windows-1258").encode(), None, id="UTF-8 declared as Windows-1258"),
        pytest.param(WHOLE, "windows-1252", id="UTF-8, another encoding in the header"),
        pytest.param(page(charset="nonsense").encode(), "nonsense", id="an encoding that does not exist"),
        pytest.param(codecs.BOM_UTF8 + WHOLE, None, id="a byte order mark"),
        pytest.param(loose(page(charset="windows-1258")).encode("cp1258"), None, id="Windows-1258"),
        pytest.param(loose(page(charset="")).encode("cp1258"), "windows-1258", id="Windows-1258 by its header"),
        pytest.param(codecs.BOM_UTF16_LE + page(charset="utf-16").encode("utf-16-le"), None, id="UTF-16"),
        pytest.param(codecs.BOM_UTF16_BE + page().encode("utf-16-be"), None, id="UTF-16 the other way round"),
        pytest.param(page().encode("utf-16-le"), None, id="UTF-16 without its mark"),
        pytest.param(unicodedata.normalize("NFD", page()).encode(), None, id="decomposed letters"),
        pytest.param(WHOLE.replace(b"<p>", b"<p>\x00"), None, id="stray zero bytes"),
        pytest.param(WHOLE + b"<p>\xff" + b"<!-- -->" * 200, None, id="a stray byte that is no UTF-8"),
        pytest.param(WHOLE.replace(b"<p>", b"<p>\xe2\x80\x8b").replace(b" ", b"\xc2\xa0", 40), None, id="spaces that are none"),
        pytest.param(WHOLE[: WHOLE.index("Các đơn vị".encode()) + 60], None, id="cut off inside the last paragraph"),
        pytest.param(WHOLE[:-20], None, id="cut off inside a tag"),
    ],
)
def test_pages_that_are_read_all_the_same(content, encoding):
    """Encodings, cuts and stray bytes that leave no doubt about the text leave none about the records."""
    records = antq.read(Page(content=content, encoding=encoding))

    assert honours(records) == ["3 tập thể", "5 cá nhân"]
    assert [person.name for person in records.people] == ["Bùi Văn Mạnh", "Xa Thị Lả"]
    assert records.article.text == unicodedata.normalize("NFC", records.article.text)


def test_an_error_that_is_sent_keeps_its_importer():
    """Who tried to read the page is known in the other process, too."""
    with pytest.raises(NotAnArticle) as refusal:
        antq.read(built("Tin tức", f"<h1>Tin tức</h1><ul>{LISTED}</ul>"), url=CANONICAL)

    assert refusal.value.importer == "structure"
    assert pickle.loads(pickle.dumps(refusal.value)).importer == "structure"  # noqa: S301 - our own


def test_records_that_contradict_themselves_are_a_read_error(monkeypatch):
    """A rule that points to a record that is not there fails that page alone, with the reason and the importer."""
    nobody = antq.Evidence(field="name", start=0, end=1, quote="C")
    honoree = antq.Honoree(id="honoree-1", kind="individual", person="person-1", evidence=[nobody])
    nothing = dict.fromkeys(("unions", "clusters", "ceremonies", "people", "figures", "findings"), ())
    monkeypatch.setattr("antq_records.reading.recognize", lambda *_: {**nothing, "honorees": [honoree]})

    with pytest.raises(ReadError, match="do not hold together: no record has the id person-1") as refusal:
        antq.read(WHOLE)

    assert refusal.value.importer.startswith("structure")
