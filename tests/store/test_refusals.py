"""What can go wrong with the file of a store: one line that says what, and nothing lost."""

import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from subprocess import Popen, run
from textwrap import dedent

import pytest

from antq_records.errors import StoreError
from antq_records.store import Failure, open_store
from antq_records.store import sqlite as sqlite_file


@pytest.fixture(name="path")
def path_fixture(tmp_path, make):
    """Give the path of a store with one article."""
    path = tmp_path / "records.db"
    with open_store(path) as store:
        store.add(make())
    return path


def refusal(path, **options):
    """Return what is said when the store is opened; it is one line."""
    with pytest.raises(StoreError) as caught:
        open_store(path, **options)
    assert caught.value.store == str(path)
    assert "\n" not in str(caught.value)
    return caught.value.reason


def outcome(code, *arguments):
    """Run a program of its own, for what would harm this one; return its last words."""
    done = run([sys.executable, "-c", dedent(code), *map(str, arguments)], check=False, capture_output=True, text=True)  # noqa: S603 - our own code
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_newer_schema_is_named(path):
    """A store made by a later version is left alone."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    before = path.read_bytes()

    assert refusal(path) == "made by a newer antq-records (schema 99, this one reads up to 1); upgrade it"
    assert path.read_bytes() == before


def test_a_file_that_is_not_sqlite_is_left_alone(tmp_path):
    """A text file is no store, and stays what it is."""
    path = tmp_path / "notes.txt"
    path.write_text("Ghi chú\n" * 500, encoding="utf-8")

    assert refusal(path) == "is not a SQLite file"
    assert refusal(path, read_only=True) == "is not a SQLite file"
    assert path.read_text(encoding="utf-8") == "Ghi chú\n" * 500


@pytest.mark.parametrize("table", ["history", "meta"])
def test_the_database_of_another_program_is_left_alone(tmp_path, table):
    """We do not put our tables among those of others, even if one has a name of ours."""
    path = tmp_path / "history.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"CREATE TABLE {table} (name TEXT, value TEXT)")

    assert refusal(path) == "is a SQLite file, but no store of antq-records"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [(table,)]


def test_a_store_to_be_read_must_exist(tmp_path):
    """Reading makes no empty store where there is none."""
    assert refusal(tmp_path / "none.db", read_only=True) == "there is no such file"
    assert not list(tmp_path.iterdir())


def test_no_such_folder(tmp_path):
    """A store is not made in a folder that does not exist."""
    assert refusal(tmp_path / "none" / "records.db") == "cannot be opened: no such folder, or no permission"


def test_a_folder_is_no_store(tmp_path):
    """A folder in place of the file is refused like a file that cannot be opened."""
    assert refusal(tmp_path) == "cannot be opened: no such folder, or no permission"


def test_other_databases_are_named_as_unsupported():
    """An address of another kind of database is not taken for a file name, and its password is not repeated."""
    with pytest.raises(StoreError) as caught:
        open_store("postgresql://user:password@localhost/records")

    assert str(caught.value) == "store postgresql://…: only SQLite files are supported"


def test_a_damaged_store_is_named(path):
    """A file whose pages were overwritten gives no traceback."""
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)

    with pytest.raises(StoreError, match="is damaged"), open_store(path) as store:
        list(store.articles())


def test_a_store_that_is_being_written_is_waited_for_and_then_named(path, make, monkeypatch):
    """Where another program does not end its writing, the wait ends with a clear error."""
    monkeypatch.setattr(sqlite_file, "_PATIENCE", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, open_store(path) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="is locked by another program"):
            store.add(make(added_text=" Hết."))
        other.execute("ROLLBACK")

        store.add(make(added_text=" Hết."))
        assert store.counts()["article_versions"] == 2


def test_a_reader_sees_the_store_while_another_writes(path):
    """Reading waits for nobody."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with open_store(path, read_only=True) as store:
            assert len(list(store.articles())) == 1


def test_several_programs_may_make_and_fill_one_store(tmp_path):
    """Programs that begin at the same moment with no store wait for one another, and nothing of any is lost."""
    code = """
        import sys
        from antq_records.store import Failure, open_store
        with open_store(sys.argv[1]) as store:
            for number in range(50):
                store.add_failure(Failure(reason="empty", source=f"{sys.argv[2]} {number}"))
    """
    path = tmp_path / "records.db"
    running = [Popen([sys.executable, "-c", dedent(code), path, str(name)]) for name in range(4)]  # noqa: S603 - our own code

    assert [one.wait(60) for one in running] == [0, 0, 0, 0]
    with open_store(path, read_only=True) as store:
        assert store.counts()["failures"] == 200


def test_a_store_open_for_reading_changes_nothing(path, make):
    """Who opened a store to read it cannot add to it, and leaves no file beside it."""
    before = path.read_bytes()
    with open_store(path, read_only=True) as store:
        with pytest.raises(StoreError, match="may only be read"):
            store.add(make(added_text=" Hết."))
        with pytest.raises(StoreError, match="may only be read"):
            store.add_failure(Failure(reason="empty"))

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_names_with_signs_of_addresses(tmp_path, make):
    """A file name may have any letters: spaces, percent and question marks."""
    path = tmp_path / "hồ sơ 100%?mode=ro#.db"
    with open_store(path) as store:
        store.add(make())

    assert path.exists()


class TestWithoutPermission:
    """What a user without rights to the file can do."""

    CODE = """
        import os, sys
        from antq_records.errors import StoreError
        from antq_records.store import Failure, open_store
        import antq_records.store.store

        path, read_only = sys.argv[1], sys.argv[2] == "True"
        if os.geteuid() == 0:
            os.setuid(65534)  # permissions do not bind the superuser
        try:
            with open_store(path, read_only=read_only) as store:
                print(len(list(store.articles())))
                store.add_failure(Failure(reason="empty"))
        except StoreError as error:
            print(error.reason)
    """

    @pytest.fixture(name="folder")
    def folder_fixture(self, make):
        """Give a folder that everybody may look into and nobody write to, with a store that nobody may change."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with open_store(folder / "records.db") as store:
                store.add(make())
            (folder / "records.db").chmod(0o444)
            folder.chmod(0o555)
            yield folder
            folder.chmod(0o755)

    def test_no_new_store_in_a_folder_of_others(self, folder):
        """A new store needs the right to write to the folder."""
        assert outcome(self.CODE, folder / "new.db", False) == "cannot be opened: no such folder, or no permission"  # noqa: FBT003

    def test_a_store_of_others_is_not_written(self, folder):
        """Opening a store for writing needs the right to write to the file."""
        assert outcome(self.CODE, folder / "records.db", False).splitlines()[-1] == "may only be read"  # noqa: FBT003

    def test_a_store_of_others_can_be_read(self, folder):
        """A store on a read-only medium can be read all the same."""
        assert outcome(self.CODE, folder / "records.db", True).splitlines() == ["1", "may only be read"]  # noqa: FBT003

    def test_a_store_that_may_not_even_be_read(self, folder):
        """No right at all is said plainly."""
        (folder / "records.db").chmod(0)

        assert outcome(self.CODE, folder / "records.db", True) == "cannot be opened: no such folder, or no permission"  # noqa: FBT003


class TestFullDisk:
    """A disk that fills up stops a run with one line, and what was kept before is there."""

    FILL = """
        import sys
        from antq_records.errors import StoreError
        from antq_records.store import Failure, open_store

        def fill(path):
            kept = 0
            try:
                with open_store(path) as store:
                    for number in range(100_000):
                        store.add_failure(Failure(reason="x" * 2000, source=str(number)))
                        kept += 1
            except StoreError as error:
                return f"{kept} {error.reason}"
    """

    def check(self, path, told, reason):
        """Compare what the program said with what is in the store."""
        kept, _, said = told.partition(" ")

        assert said == reason
        with open_store(path, read_only=True) as store:
            assert 0 < int(kept) <= store.counts()["failures"] <= int(kept) + 1

    def test_file_size_limit(self, tmp_path):
        """The largest size that a file may have (ulimit) is a full disk too."""
        code = dedent(self.FILL) + dedent("""
            import resource
            resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
            print(fill(sys.argv[1]))
        """)
        path = tmp_path / "records.db"

        reason = "cannot be written or read: the disk fails, or has no room for a larger file; what was kept before is safe"
        self.check(path, outcome(code, path), reason)

    def test_small_disk(self, tmp_path):
        """A real small disk, where one may be mounted."""
        code = dedent(self.FILL) + "print(fill(sys.argv[1]))"
        disk = tmp_path / "disk"
        disk.mkdir()
        if os.geteuid() or run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", disk], check=False, capture_output=True).returncode:  # noqa: S603, S607
            pytest.skip("a small disk needs the right to mount one")
        try:
            self.check(disk / "records.db", outcome(code, disk / "records.db"), "the disk is full; what was kept before is safe")
        finally:
            run(["umount", disk], check=True)  # noqa: S603, S607


def test_without_sqlalchemy_the_error_says_what_to_install(monkeypatch):
    """The extra that is missing is named."""
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    monkeypatch.delitem(sys.modules, "antq_records.store.store", raising=False)

    assert refusal("records.db") == "keeping needs SQLAlchemy: pip install 'antq-records[store]'"


def test_a_broken_installation_is_not_taken_for_a_missing_extra(monkeypatch):
    """Where something else is missing, the error is the interpreter's own."""
    monkeypatch.setitem(sys.modules, "attrs", None)
    monkeypatch.delitem(sys.modules, "antq_records.store.store", raising=False)

    with pytest.raises(ModuleNotFoundError, match="attrs"):
        open_store("records.db")
