"""Pages out of web archives."""

import gzip
import zlib
from datetime import UTC, datetime

import pytest

from antq_records.collect import inflate, pages
from antq_records.model import Page
from antq_records.store import Failure

HTML = "<!doctype html><title>Tin</title><p>Công an tỉnh Mẫu tuyên dương 59 tập thể.".encode()
URL = "https://congan.mau.gov.vn/{}.html"


def read(archive):
    """Return all that the archive gives, once it is closed."""
    archive.close()
    return list(pages([archive.path]))


class TestRecords:
    """What becomes of each kind of record."""

    def test_a_response_is_a_page(self, archive):
        """A page knows its address, charset, moment of capture, and place in the archive."""
        offset = archive.add(URL.format(1), HTML, headers=[("Content-Type", "text/html; charset=windows-1258")])

        assert read(archive) == [
            Page(
                content=HTML,
                url=URL.format(1),
                encoding="windows-1258",
                captured_at=datetime(2025, 6, 20, 1, 2, 3, tzinfo=UTC),
                source=f"{archive.path}:{offset}",
            )
        ]

    def test_the_offset_is_the_records_own(self, archive):
        """Each place is where the record begins in the file, as indexes of archives count it."""
        offsets = [archive.add(URL.format(number), HTML * number) for number in range(1, 9)]

        assert [page.source for page in read(archive)] == [f"{archive.path}:{offset}" for offset in offsets]

    def test_a_resource_is_a_page(self, archive):
        """A page that was saved without its HTTP headers is read as well."""
        archive.add(URL.format(1), HTML, kind="resource", headers=[("Content-Type", "text/html")])

        assert [(page.content, page.encoding) for page in read(archive)] == [(HTML, None)]

    @pytest.mark.parametrize(
        "record",
        [
            {"kind": "revisit"},
            {"kind": "metadata"},
            {"status": "301 Moved Permanently"},
            {"headers": [("Content-Type", "image/jpeg")]},
            {"headers": [("Content-Type", "application/json; charset=utf-8")]},
            {"kind": "resource", "headers": [("Content-Type", "text/plain")]},
        ],
        ids=lambda record: " ".join(map(str, record.values())),
    )
    def test_what_is_no_page_is_passed_over(self, archive, record):
        """Revisits, redirects, pictures and notes are no pages, and no failures."""
        archive.add(URL.format(1), HTML, **record)
        archive.add(URL.format(2), HTML)

        assert [page.url for page in read(archive)] == [URL.format(2)]

    def test_a_page_that_the_server_refused_is_a_failure(self, archive):
        """An error page is not read, and its status is the reason."""
        offset = archive.add(URL.format(1), HTML, status="404 Not Found")

        assert read(archive) == [Failure(url=URL.format(1), source=f"{archive.path}:{offset}", reason="the server answered 404 Not Found")]

    @pytest.mark.parametrize(("body", "expected"), [(HTML, [HTML]), (b"\x89PNG", [])], ids=["page", "picture"])
    def test_without_a_type_the_content_tells(self, archive, body, expected):
        """Where the server named no type, what begins like HTML is a page."""
        archive.add(URL.format(1), body, headers=[])

        assert [page.content for page in read(archive)] == expected

    @pytest.mark.parametrize("date", ["", "yesterday", "2025-06-20T01:02:03.123456Z", "2025-06-20T01:02:03"])
    def test_dates_of_every_kind(self, archive, date):
        """A moment always has a zone; one that cannot be read is none."""
        archive.add(URL.format(1), HTML, date=date)
        (page,) = read(archive)

        assert page.captured_at is None if not date.startswith("2025") else page.captured_at.tzinfo is UTC


class TestEncodings:
    """The encodings of HTTP are undone."""

    def chunked(self, body):
        """Cut a body in two chunks."""
        return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:7], body[7:], b""))

    @pytest.mark.parametrize(
        ("encoding", "encode"),
        [
            ("gzip", gzip.compress),
            ("x-gzip", gzip.compress),
            ("deflate", zlib.compress),
            ("deflate", lambda body: zlib.compress(body)[2:-4]),
            ("identity", bytes),
            ("gzip", bytes),
            ("br", bytes),
        ],
        ids=["gzip", "x-gzip", "deflate", "raw deflate", "identity", "undone gzip", "undone brotli"],
    )
    @pytest.mark.parametrize("chunked", [False, True], ids=["whole", "chunked"])
    def test_the_page_is_as_the_server_meant_it(self, archive, encoding, encode, chunked):
        """Compressed, cut in chunks, both, or undone already by the archive's maker: the page is the same."""
        headers = [("Content-Type", "text/html"), ("Content-Encoding", encoding), *([("Transfer-Encoding", "chunked")] if chunked else [])]
        archive.add(URL.format(1), self.chunked(encode(HTML)) if chunked else encode(HTML), headers=headers)

        assert [page.content for page in read(archive)] == [HTML]

    @pytest.mark.parametrize(
        ("encoding", "body", "reason"),
        [
            ("gzip", gzip.compress(HTML)[:-12], "its gzip encoding is cut or damaged"),
            ("deflate", b"\x00\x01\x02", "its deflate encoding is cut or damaged"),
            ("br", b"\x00\x01\x02", "the content encoding br is not supported"),
        ],
    )
    def test_what_cannot_be_undone_is_a_failure(self, archive, encoding, body, reason):
        """A damaged page is named, and the next record is read."""
        archive.add(URL.format(1), body, headers=[("Content-Type", "text/html"), ("Content-Encoding", encoding)])
        archive.add(URL.format(2), HTML)
        failure, page = read(archive)

        assert (failure.url, failure.reason) == (URL.format(1), reason)
        assert page.url == URL.format(2)

    @pytest.mark.parametrize("compressed", [False, True], ids=["long", "compressed"])
    def test_a_page_beyond_all_measure_is_a_failure(self, archive, monkeypatch, compressed):
        """A page larger than the limit, also only when undone, is named and never held in memory as a whole."""
        for module in ("inflate", "warc"):
            monkeypatch.setattr(f"antq_records.collect.{module}.LARGEST", 2**20)
        body = b"<" * (2**20 + 1)
        headers = [("Content-Type", "text/html"), *([("Content-Encoding", "gzip")] if compressed else [])]
        archive.add(URL.format(1), gzip.compress(body) if compressed else body, headers=headers)
        archive.add(URL.format(2), HTML)
        failure, page = read(archive)

        assert (failure.url, failure.reason) == (URL.format(1), "larger than 1 MiB")
        assert page.url == URL.format(2)


class TestDamage:
    """An archive that is cut or damaged gives what stands before, and a failure that says where."""

    @pytest.mark.parametrize("kind", ["response", "metadata"], ids=["page", "other record"])
    def test_wherever_it_is_cut(self, archive, kind):
        """Whatever byte the archive ends at, the first page is read and the cut is named."""
        archive.add(URL.format(1), HTML)
        offset = archive.add(URL.format(2), HTML, kind=kind)
        archive.close()
        whole = archive.path.read_bytes()
        trailing = 0 if archive.path.suffix == ".gz" else len(b"\r\n\r\n")  # without these, the record is whole all the same

        for end in range(offset + 1, len(whole) - trailing):
            archive.path.write_bytes(whole[:end])
            first, *others, last = pages([archive.path])
            assert first.url == URL.format(1)
            assert len(others) <= 1
            assert isinstance(last, Failure), end
            assert last.source == f"{archive.path}:{offset}", end

    def test_damaged_compression(self, archive):
        """Bytes that were overwritten are named, and the page before them is read."""
        archive.add(URL.format(1), HTML)
        offset = archive.add(URL.format(2), HTML)
        archive.add(URL.format(3), HTML)
        archive.close()
        content = bytearray(archive.path.read_bytes())
        content[offset : offset + 40] = b"\xff" * 40
        archive.path.write_bytes(content)
        page, failure = pages([archive.path])

        assert page.url == URL.format(1)
        assert failure.source == f"{archive.path}:{offset}"
        assert failure.reason.startswith(("the archive is damaged", "the compression is damaged"))

    def test_nothing_is_written_about_it(self, archive, capfd):
        """Damage is told by the failure alone, not by notes on stderr."""
        archive.add(URL.format(1), HTML)
        archive.close()
        archive.path.write_bytes(archive.path.read_bytes()[:-20])
        list(pages([archive.path]))

        assert capfd.readouterr() == ("", "")

    @pytest.mark.parametrize("archive", [True], ids=["compressed"], indirect=True)
    def test_zeros_at_the_end_are_padding(self, archive):
        """An archive copied in whole blocks reads like the archive."""
        archive.add(URL.format(1), HTML)
        archive.close()
        archive.path.write_bytes(archive.path.read_bytes() + bytes(5000))

        assert [page.url for page in pages([archive.path])] == [URL.format(1)]

    @pytest.mark.parametrize("archive", [False], ids=["plain"], indirect=True)
    def test_an_archive_compressed_as_a_whole(self, archive):
        """An archive that was compressed afterwards, in one piece, is read too; places say how far into it."""
        archive.add(URL.format(1), HTML)
        offset = archive.add(URL.format(2), HTML)
        archive.close()
        archive.path.write_bytes(gzip.compress(archive.path.read_bytes()))

        assert [page.source for page in pages([archive.path])] == [f"{archive.path}:0", f"{archive.path}:0+{offset}"]


class TestInflated:
    """A compressed file as a stream."""

    @pytest.mark.parametrize("members", [1, 3])
    @pytest.mark.parametrize("size", [1, 7, 1000, 1 << 20])
    def test_all_bytes_in_order(self, tmp_path, members, size):
        """Whatever piece is asked for, the pieces together are what was compressed."""
        part = bytes(range(256)) * 300
        path = tmp_path / "data.gz"
        path.write_bytes(gzip.compress(part) * members)
        with path.open("rb") as file:
            stream = inflate.Inflated(file, "data")
            pieces = list(iter(lambda: stream.read(size), b""))

        assert b"".join(pieces) == part * members
        assert max(map(len, pieces)) <= size
        assert stream.tell() == len(part) * members
