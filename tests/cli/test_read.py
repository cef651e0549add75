"""``antq read``."""

import csv
import io
import json

import pytest

from antq_records.cli.formats import FORMATS
from antq_records.model.serialization import from_json
from antq_records.reading import read

PAGE = "nukeviet-cum-thi-dua-tong-ket.html"


@pytest.fixture(name="page")
def page_fixture(examples):
    """Give a page with records of many types."""
    return examples / "portals" / PAGE


@pytest.fixture(name="archive")
def archive_fixture(examples):
    """Give the archive of the example pages, one of which cannot be read."""
    return examples / "portals.warc.gz"


def test_the_table_has_a_row_for_each_award(command, page):
    """The table names honoree, award, who confers it, its status, and the ceremony; records of other types follow."""
    done = command("read", page)

    assert done.exit_code == 0
    for row in read(page).rows():
        assert any(all(word in line for word in (row.honoree, row.status)) for line in done.stdout.splitlines())
    assert "Ceremonies\n" in done.stdout
    assert "Clusters\n" in done.stdout
    assert "People\n" in done.stdout


def test_when_nothing_is_read_the_table_says_why(command, examples):
    """A page without records shows its findings."""
    page = examples / "portals" / "epi-mo-hinh-khong-su-kien.html"
    done = command("read", page)

    assert done.exit_code == 0
    assert "Findings\n" in done.stdout
    for finding in read(page).findings:
        assert finding.message in done.stdout


def test_quiet_is_the_table_alone(command, page):
    """``--quiet`` leaves out headings and the other records."""
    shown = command("read", page, "--quiet").stdout

    assert "Ceremonies" not in shown
    assert "honoree" not in shown
    assert all(row.honoree in shown for row in read(page).rows())


def test_json_is_the_records(command, page):
    """The JSON of a page is all of its records, to be read back without loss."""
    done = command("read", page, "--format", "json")

    assert from_json(done.stdout) == read(page)


def test_json_of_an_archive_is_a_list(command, archive):
    """Several pages are one JSON document all the same."""
    done = command("read", archive, "--format", "json")
    listed = json.loads(done.stdout)

    assert len(listed) == 12
    assert {one["schema"] for one in listed} == {"antq-records/1"}


def test_json_lines_have_a_page_on_each_line(command, archive):
    """Each line is the JSON of one page."""
    lines = command("read", archive, "--format", "jsonl").stdout.splitlines()

    assert len(lines) == 12
    assert all(from_json(line).article.captured_at for line in lines)


def test_csv_has_an_award_on_each_line(command, page):
    """The CSV has the columns and rows of ``Records.rows``."""
    rows = list(csv.DictReader(io.StringIO(command("read", page, "--format", "csv").stdout)))

    assert rows == [{name: value or "" for name, value in row._asdict().items()} for row in read(page).rows()]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"], ids=repr)
def test_csv_runs_no_formula(text, page, capsys):
    """What a page says cannot become a formula in a spreadsheet."""
    records = read(page)

    class Stated:
        """Records whose one row has the text in a cell."""

        def rows(self):
            return [records.rows()[0]._replace(honoree=text)]

    FORMATS["csv"]([Stated()], several=False, quiet=True)
    ((cell, *_),) = csv.reader(io.StringIO(capsys.readouterr().out, newline=""))

    assert cell == f"'{text}".replace("\r", "\n")


def test_the_address_can_be_given(command, page):
    """``--url`` says where a page comes from, above what it says itself."""
    done = command("read", page, "--format", "json", "--url", "https://congan.hanam.gov.vn/vi/news/other-1.html")

    assert done.exit_code == 0
    assert from_json(done.stdout) == read(page, url="https://congan.hanam.gov.vn/vi/news/other-1.html")


@pytest.mark.parametrize("name", [f"portals/{PAGE}", "portals.warc.gz"], ids=["page", "archive"])
def test_standard_input(process, examples, name):
    """``-`` reads what another program gives, a page or an archive."""
    content = (examples / name).read_bytes()
    given = process("read", "-", "--format", "jsonl", input=content, capture_output=True)
    file = process("read", examples / name, "--format", "jsonl", capture_output=True)

    assert given.stdout == file.stdout != b""
    assert given.returncode == file.returncode


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_page_that_cannot_be_read(command, examples, form):
    """The reason stands on stderr in one line, and the exit status is 1."""
    done = command("read", examples / "portals" / "trang-loi.html", "--format", form)

    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1


def test_an_archive_goes_on_after_a_failure(command, archive):
    """The pages that can be read are printed, the other is named, and the exit status is 1."""
    done = command("read", archive)

    assert done.exit_code == 1
    assert done.stdout.count("https://") == 12
    assert done.stderr.count("Error: ") == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00" * 1000, b"%PDF-1.7\n" + bytes(range(256)), b"\x1f\x8b\x08broken", b"WARC/1.0\r\n"],
    ids=["empty", "binary", "pdf", "damaged gzip", "cut archive"],
)
def test_any_bytes_give_one_line(command, in_folder, content):
    """Whatever a file holds, there is no traceback."""
    (in_folder / "page.html").write_bytes(content)
    done = command("read", "page.html")

    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1


def test_a_page_cannot_steer_the_terminal(command, page, in_folder):
    """Control characters of a page are shown, not obeyed, and its brackets are no markup."""
    text = page.read_text(encoding="utf-8").replace("Công an tỉnh Nam Định", "Công an tỉnh \u202e[red]Nam&#27;[2J Định")
    (in_folder / "page.html").write_text(text, encoding="utf-8")
    shown = command("read", "page.html").stdout

    assert not {"\x1b", "\u202e"} & set(shown)
