"""From bytes to text: what is read, what is put right, what is refused."""

import codecs
import gzip
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antq_records.errors import DecodeError, ReadError
from antq_records.importers import MAX_BYTES, Page, decode

TEXT = "Công an tỉnh Hưng Yên được tặng Cờ thi đua của Bộ Công an"


def _html(charset: str = "utf-8", text: str = TEXT) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'


@pytest.mark.parametrize(
    ("content", "header"),
    [
        pytest.param(_html().encode(), None, id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + _html().encode(), "windows-1252", id="a byte order mark against the header"),
        pytest.param(_html("iso-8859-1").encode(), "iso-8859-1", id="utf-8 declared as latin-1"),
        pytest.param(codecs.BOM_UTF16_LE + _html().encode("utf-16-le"), None, id="utf-16 with its mark"),
        pytest.param(_html().encode("utf-16-be"), None, id="utf-16 without a mark"),
        pytest.param(_html().encode().replace(b"<body>", b"<body>\x00"), None, id="a stray zero byte"),
        pytest.param(_html().encode() + "ề".encode()[:2], None, id="cut off inside a letter"),
    ],
)
def test_vietnamese_is_read(content, header):
    """Whatever is declared, text that can be read without doubt is read."""
    assert TEXT in decode(Page(content=content, encoding=header))


def test_windows_1258_is_read():
    """The Vietnamese Windows encoding is read where it is declared; NFC joins its loose marks."""
    content = '<meta charset="windows-1258"><p>Công an tỉnh</p>'.replace("ỉ", "i\u0309").encode("cp1258")

    assert "Công an ti\u0309nh" in decode(Page(content=content))


def test_text_encoded_twice_is_put_right():
    """UTF-8 that was taken for Windows-1252 and encoded once more is undone, where that is possible without loss."""
    once = _html().encode()
    twice = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in once).encode()

    assert TEXT in decode(Page(content=twice))


def test_text_encoded_twice_beyond_repair_is_refused():
    """What cannot be undone as a whole is refused, never half repaired."""
    once = _html().encode()
    twice = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in once) + "\u4e2d" + "á»‡" * 9

    with pytest.raises(DecodeError, match="encoded again"):
        decode(Page(content=twice.encode()))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("C«ng an tØnh vµ c¸c ®¬n vÞ cña ngµnh, nh÷ng ng­êi ®­îc khen th­ëng vµ c¸c c¸ nh©n", "TCVN3"),
        ("Coâng an tænh vaø caùc ñôn vò cuûa ngaønh, nhöõng ngöôøi ñöôïc khen thöôûng vaø caùc caù nhaân", "VNI"),
        ("Công an tïnh và các ð½n v¸ cüa ngành, nhæng ngß¶i ðßþc khen thß·ng, vi®c cüa tïnh", "VISCII"),
    ],
)
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_old_font_encodings_are_named(text, name, encoding):
    """Text for old fonts decodes to nonsense without an error; it is recognised and refused by name."""
    with pytest.raises(DecodeError, match=name):
        decode(Page(content=f"<p>{text}</p>".encode(encoding)))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.7 \xe2\xe3", "PDF"),
        (gzip.compress(_html().encode()), "gzip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (bytes(range(256)) * 20, "."),
        (b"\x00" * 500, "."),
        (_html().encode("cp1258", errors="ignore").replace(b"utf-8", b"utf-8") + b"\xe5\xf0\xfe" * 40, "utf-8"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(content, reason):
    """Empty, packed and binary content is refused, in one line that says what it is."""
    with pytest.raises(DecodeError, match=reason) as refusal:
        decode(Page(content=content, url="https://portal.example/a"))

    assert "\n" not in str(refusal.value)
    assert refusal.value.url == "https://portal.example/a"


def test_a_page_beyond_the_limit_is_refused():
    """A page of hundreds of times the usual size is not looked at."""
    with pytest.raises(ReadError, match="larger than 20 MB"):
        decode(Page(content=b"a" * (MAX_BYTES + 1)))


@given(content=st.binary(max_size=400), header=st.none() | st.sampled_from(["utf-8", "windows-1258", "utf-16", "nonsense", ""]))
def test_any_bytes_give_text_or_a_read_error(content, header):
    """No bytes and no declared encoding bring up another error."""
    with suppress(ReadError):
        assert isinstance(decode(Page(content=content, encoding=header)), str)
