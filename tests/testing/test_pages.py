import subprocess
import sys

import pytest

import antq_records.testing as kit
from antq_records.importers import read_article
from antq_records.model.serialization import to_dict
from antq_records.testing import saved_pages, update_article_json

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>t</title>
<link rel="canonical" href="https://portal.example/a-1.html"></head>
<body><article><h1>Cụm thi đua số 5 tổng kết</h1><p>Ngày 25/11/2024, Cụm thi đua số 5 tổ chức hội nghị tổng kết năm 2024 tại Hưng Yên.</p>
<p>Hội nghị đã công bố kết quả chấm điểm thi đua và đề xuất danh hiệu thi đua đối với các đơn vị.</p></article></body></html>"""


@pytest.fixture
def folder(tmp_path):
    """Return a folder with two saved pages and something else."""
    for name in ("b-two", "a-one"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "notes").mkdir()
    (tmp_path / "a-one" / "expected.toml").write_text('[article]\ntitle = "x"\n', encoding="utf-8")
    return tmp_path


def test_saved_pages_are_found_by_name(folder):
    """Each folder with a page is one saved page, in the order of the names."""
    assert [page.name for page in saved_pages(folder)] == ["a-one", "b-two"]


def test_a_saved_page_knows_its_address(folder):
    """The address is the page's canonical link, unless the expected file or a file beside the page says another."""
    one, two = saved_pages(folder)
    (folder / "a-one" / "expected.toml").write_text('[article]\nurl = "https://other.example/1"\n', encoding="utf-8")
    (folder / "b-two" / "url.txt").write_text("https://third.example/2\n", encoding="utf-8")

    assert one.page.url == "https://other.example/1"
    assert two.page.url == "https://third.example/2"
    (folder / "b-two" / "url.txt").unlink()
    assert saved_pages(folder)[1].page.url == "https://portal.example/a-1.html"
    assert saved_pages(folder)[1].page.content.startswith(b"<!doctype html>")


def test_what_is_expected(folder):
    """The expected records are read, where there are any."""
    one, two = saved_pages(folder)

    assert one.expected.article == {"title": "x"}
    assert two.expected is None


def test_article_json_is_made_once(folder):
    """The article is kept once, and overwritten only on demand, for it is what a person has looked at."""
    one = saved_pages(folder)[0]
    article, _, _ = read_article(one.page)

    assert one.article is None
    assert update_article_json(one, article)
    assert one.article == to_dict(article)
    one.article_path.write_text("{}", encoding="utf-8")
    assert not update_article_json(one, article)
    assert one.article == {}
    assert update_article_json(one, article, overwrite=True)


def test_the_door_has_what_it_names():
    """Every name of the door can be imported, and no other."""
    assert all(getattr(kit, name) for name in kit.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        _ = kit.nothing


def test_the_plugin_imports_next_to_nothing():
    """Pytest loads the plug-in in every run, so it must not load the library with it."""
    code = "import sys, antq_records.testing.plugin; print([name for name in sys.modules if name.startswith('antq_records.')])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own code

    assert loaded.strip() == "['antq_records.testing', 'antq_records.testing.plugin']"
