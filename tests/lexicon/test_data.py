import tomllib
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from attrs import frozen

from antq_records.errors import FormatError
from antq_records.lexicon import loading

DATA = {
    path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in Path(str(files("antq_records.lexicon") / "data")).glob("*.toml")
}


def tables_of(value):
    """Yield every table of a file, however deep."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from tables_of(inner)


@pytest.mark.parametrize("name", DATA)
def test_every_source_is_a_public_address(name):
    """A source that nobody can open proves nothing."""
    sources = [table[field] for table in tables_of(DATA[name]) for field in table if field.endswith("source")]

    assert [source for source in sources if urlsplit(source).scheme not in {"http", "https"} or "." not in urlsplit(source).netloc] == []


@pytest.mark.parametrize("name", DATA)
def test_nothing_is_said_to_be_empty(name):
    """What is unknown is left out."""
    assert [table for table in tables_of(DATA[name]) if "" in table.values() or [] in table.values()] == []


def test_the_version_is_stable_and_short():
    """Two calls, as two equal installs, give the same twelve digits."""
    version = loading.data_version()

    loading.data_version.cache_clear()

    assert loading.data_version() == version
    assert len(version) == 12
    assert int(version, 16) >= 0


def test_the_version_tells_changed_data(monkeypatch, tmp_path):
    """Another word in a file is another version; other line ends are not."""

    def version_of(content):
        (tmp_path / "awards.toml").write_bytes(content)
        monkeypatch.setattr(loading, "_data_files", lambda: [tmp_path / "awards.toml"])
        loading.data_version.cache_clear()
        return loading.data_version()

    try:
        assert version_of(b"a = 1\nb = 2\n") == version_of(b"a = 1\r\nb = 2\r\n") != version_of(b"a = 1\nb = 3\n")
    finally:
        loading.data_version.cache_clear()


@frozen(kw_only=True)
class Thing:
    """An entry with one field."""

    id: str


@pytest.mark.parametrize(
    ("fields", "missing"),
    [pytest.param({"id": "one", "nmae": "One"}, "nmae", id="misspelt-field"), pytest.param({"note": "no id"}, "id", id="missing-field")],
)
def test_a_wrong_entry_is_named(monkeypatch, fields, missing):
    """Whoever edits a file is told which entry is wrong, and how."""
    monkeypatch.setattr(loading, "tables", lambda _name: {"thing": [{"id": "zero"}, fields]})

    with pytest.raises(FormatError, match=rf"things\.toml, \[\[thing\]\] number 2 .*{missing}"):
        loading.entries("things", "thing", Thing)


def test_a_broken_file_is_named(monkeypatch, tmp_path):
    """A slip in the syntax is told with the file and the line."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "broken.toml").write_text('words = ["one"\nnext = 1\n', encoding="utf-8")
    monkeypatch.setattr(loading, "files", lambda _package: tmp_path)

    with pytest.raises(FormatError, match=r"broken\.toml: .*line 2"):
        loading.tables("broken")
