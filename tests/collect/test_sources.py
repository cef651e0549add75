"""Pages out of files and folders."""

import gzip
import io
import os
import sys
from pathlib import Path
from unittest.mock import Mock

import pytest

from antq_records.collect import count, is_archive, pages, pages_of
from antq_records.collect import sources as module
from antq_records.errors import SourceError
from antq_records.model import Page
from antq_records.store import Failure

HTML = "<!doctype html><title>Tin</title><p>Công an tỉnh Mẫu.".encode()


def found_in(*sources):
    """Return what the sources give, each as its source and its content or the reason of its failure."""
    return [(found.source, found.content if isinstance(found, Page) else found.reason) for found in pages(sources)]


class TestFiles:
    """A file that is named is read, whatever it is called."""

    @pytest.mark.parametrize("name", ["page.html", "page", "trang báo.txt"])
    def test_a_file_is_a_page(self, tmp_path, name):
        """A file gives its bytes under its path, and nothing that it does not know."""
        path = tmp_path / name
        path.write_bytes(HTML)

        assert list(pages([path])) == [Page(content=HTML, source=str(path))]

    def test_gzip_is_undone(self, tmp_path):
        """A compressed page is the page."""
        path = tmp_path / "page.html.gz"
        path.write_bytes(gzip.compress(HTML))

        assert found_in(path) == [(str(path), HTML)]

    @pytest.mark.parametrize("cut", [5, 30, -1], ids=["header", "middle", "last byte"])
    def test_cut_gzip_is_a_failure(self, tmp_path, cut):
        """A compressed file that ends too early is named."""
        path = tmp_path / "page.html.gz"
        path.write_bytes(gzip.compress(HTML)[:cut])
        ((source, reason),) = found_in(path)

        assert source == str(path)
        assert reason.startswith("the compressed file is cut or damaged")

    def test_an_empty_file_is_a_page(self, tmp_path):
        """Whether an empty page can be read is not for the source to say."""
        path = tmp_path / "page.html"
        path.touch()

        assert found_in(path) == [(str(path), b"")]

    def test_a_missing_file_is_a_failure_and_the_next_goes_on(self, tmp_path):
        """What cannot be opened stands in its place, and stops nothing."""
        path = tmp_path / "page.html"
        path.write_bytes(HTML)

        assert found_in(tmp_path / "none.html", path) == [(str(tmp_path / "none.html"), "No such file or directory"), (str(path), HTML)]

    @pytest.mark.parametrize("compress", [bytes, gzip.compress], ids=["plain", "compressed"])
    def test_a_page_beyond_all_measure_is_a_failure(self, tmp_path, monkeypatch, compress):
        """A page larger than the limit is not read into memory."""
        monkeypatch.setattr(module, "LARGEST", 3 * 2**20)
        path = tmp_path / "page.html"
        path.write_bytes(compress(b"<" * (3 * 2**20 + 1)))

        assert found_in(path) == [(str(path), "larger than 3 MiB")]

    def test_a_name_that_is_no_text_can_be_told(self, tmp_path):
        """A path of any bytes gives a source that can be printed and kept."""
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/trang\xff.html"))
        try:
            path.write_bytes(HTML)
        except OSError:
            pytest.skip("this file system takes only names that are text")

        assert found_in(path) == [(f"{tmp_path}/trang\\xff.html", HTML)]

    def test_a_stream_is_read_like_a_file(self):
        """What comes in by a pipe is a page too, compressed or not."""
        streams = [io.BufferedReader(io.BytesIO(content)) for content in (HTML, gzip.compress(HTML))]

        assert [next(pages_of(stream, "-")).content for stream in streams] == [HTML, HTML]


class TestFolders:
    """A folder is searched for pages and archives, whatever else lies there."""

    @pytest.fixture(name="folder")
    def folder_fixture(self, tmp_path):
        """Give a folder with pages of every name, and other files."""
        for name in ("b.html", "a.HTM", "c.xhtml", "d.html.gz", "style.css", "photo.jpg", "sub/z.html", "sub/a.html", "another/page.html"):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(gzip.compress(HTML) if name.endswith(".gz") else HTML)
        return tmp_path

    def test_pages_come_by_name(self, folder):
        """The order is always the same: the files of a folder by name, then its subfolders."""
        names = [Path(source).relative_to(folder).as_posix() for source, _ in found_in(folder)]

        assert names == ["a.HTM", "b.html", "c.xhtml", "d.html.gz", "another/page.html", "sub/a.html", "sub/z.html"]

    def test_they_are_counted_beforehand(self, folder):
        """The number of pages is known without reading them."""
        assert count([folder, folder / "b.html"]) == 8

    def test_with_an_archive_nobody_knows(self, folder, archive):
        """An archive must be read to know its pages."""
        archive.add("https://congan.mau.gov.vn/1.html", HTML)
        archive.close()

        assert count([folder]) is None
        assert len(list(pages([folder]))) == 8

    def test_a_link_in_a_circle_ends(self, folder):
        """Links to folders are not followed."""
        (folder / "sub" / "again").symlink_to(folder)

        assert len(found_in(folder)) == 7

    def test_a_dead_link_is_a_failure(self, folder):
        """A page that is not there any more is not passed over in silence."""
        (folder / "dead.html").symlink_to(folder / "none.html")

        assert (str(folder / "dead.html"), "No such file or directory") in found_in(folder)

    def test_a_pipe_is_not_waited_for(self, folder):
        """A named pipe in a folder is no page."""
        os.mkfifo(folder / "pipe.html")

        assert len(found_in(folder)) == 7

    def test_a_folder_that_may_not_be_looked_into_is_a_failure(self, folder, monkeypatch):
        """A subfolder without permission is named, and the rest is read."""
        real = os.scandir

        def scandir(path):
            if os.fspath(path).endswith("another"):
                raise PermissionError(13, "Permission denied", os.fspath(path))
            return real(path)

        monkeypatch.setattr(os, "scandir", scandir)
        found = list(pages([folder]))

        assert [one for one in found if isinstance(one, Failure)] == [Failure(source=str(folder / "another"), reason="Permission denied")]
        assert len(found) == 7

    def test_an_empty_folder_gives_nothing(self, tmp_path):
        """Nothing to read is no failure."""
        assert found_in(tmp_path) == []
        assert count([tmp_path]) == 0


class TestKindOfFile:
    """An archive is known by its content."""

    def test_an_archive_of_any_name(self, archive):
        """A file is an archive if it begins like one, compressed or not."""
        archive.add("https://congan.mau.gov.vn/1.html", HTML)
        archive.close()
        renamed = archive.path.rename(archive.path.with_name("data.bin"))

        assert is_archive(renamed)
        assert [type(found) for found in pages([renamed])] == [Page]

    @pytest.mark.parametrize("content", [HTML, gzip.compress(HTML), b"", b"\x1f\x8b", b"\x1f\x8bWARC/"], ids=repr)
    def test_other_files_are_none(self, tmp_path, content):
        """Pages, compressed pages and damaged files are no archives."""
        path = tmp_path / "page"
        path.write_bytes(content)

        assert not is_archive(path)

    def test_what_cannot_be_opened_is_none(self, tmp_path, monkeypatch):
        """A folder, a missing file, or one without permission is no archive."""
        path = tmp_path / "crawl.warc"
        path.write_bytes(b"WARC/1.0")
        monkeypatch.setattr(Path, "open", Mock(side_effect=PermissionError))

        assert not is_archive(tmp_path)
        assert not is_archive(tmp_path / "none")
        assert not is_archive(path)

    @pytest.mark.parametrize(
        ("missing", "error"), [("warcio", SourceError), ("email.message", ModuleNotFoundError)], ids=["extra", "broken installation"]
    )
    def test_without_warcio_the_error_says_what_to_install(self, archive, monkeypatch, missing, error):
        """The extra that is missing is named; where something else is missing, the error is the interpreter's own."""
        archive.add("https://congan.mau.gov.vn/1.html", HTML)
        archive.close()
        for name in [name for name in sys.modules if name.startswith("warcio.")]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.delitem(sys.modules, "antq_records.collect.warc", raising=False)
        monkeypatch.setitem(sys.modules, missing, None)

        with pytest.raises(error, match=r"pip install 'antq-records\[collect\]'" if missing == "warcio" else missing):
            list(pages([archive.path]))
