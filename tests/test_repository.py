"""What must hold of the repository as a whole."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
PLUGINS = sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))
TESTS = sorted([*ROOT.glob("tests/**/test_*.py"), *ROOT.glob("plugins/*/tests/test_*.py")])
EXAMPLES = ROOT / "examples"
PAGE = EXAMPLES / "portals" / "nukeviet-cum-thi-dua-tong-ket.html"
KINDS = ("added", "changed", "deprecated", "removed", "fixed", "security")

PACKAGE_INDEX = re.compile(r"p[y]pi\.(org|python)|pytho[n]hosted|registry\.np[m]|deb\.debia[n]", re.IGNORECASE)  # not its own find
MACHINE_PATH = re.compile(r"(?<![\w.:/…}>)])/(home|root|Users|work|opt)/\w|\b[A-Z]:\\\w")


def name_of(path):
    """Return a path as a test's id."""
    return str(path.relative_to(ROOT))


def project(folder):
    """Return the parsed pyproject of a folder."""
    return tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def texts():
    """Give every text file of the repository, as it stands here; saved pages and their like are not ours to word."""
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - only lists
    files = (ROOT / name for name in listed.stdout.split("\0") if name and not name.endswith((".html", ".gz")))
    return {name_of(file): file.read_text(encoding="utf-8") for file in files if file.is_file()}


class TestText:
    """No file leads to a place that only some of its readers have."""

    def test_no_package_index_is_named(self, texts):
        """Where packages come from is for the machine to say: a mirror must do as well."""
        assert [name for name, text in texts.items() if PACKAGE_INDEX.search(text)] == []

    def test_no_path_of_a_machine_is_named(self, texts):
        """What stands on one machine alone helps nobody on another."""
        found = {name: match[0] for name, text in texts.items() if (match := MACHINE_PATH.search(text))}

        assert found == {}

    def test_text_is_in_nfc_and_ends_with_a_line_end(self, texts):
        """A text file ends as POSIX has it, and holds no tab and no blank before a line end."""
        assert [name for name, text in texts.items() if text and not text.endswith("\n")] == []
        assert [name for name, text in texts.items() if re.search(r"[ \t]$", text, re.MULTILINE)] == []


class TestImports:
    """What imports what."""

    def test_layers(self, monkeypatch, capsys):
        """Each layer imports only what stands below it, and only the client touches the network."""
        lint_imports = pytest.importorskip("importlinter.cli").lint_imports
        monkeypatch.chdir(ROOT)

        assert lint_imports(no_cache=True) == 0, capsys.readouterr().out

    @pytest.mark.parametrize("package", ["cattrs", "httpx", "sqlalchemy", "alembic", "rich", "click", "selectolax", "warcio", "pytest"])
    def test_importing_the_library_is_light(self, package):
        """What is heavy is imported where it is first used."""
        script = f"import sys, antq_records; sys.exit({package!r} in sys.modules)"

        assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0  # noqa: S603 - our own code

    @pytest.mark.parametrize("path", sorted(ROOT.glob("plugins/*/src/**/*.py")), ids=name_of)
    def test_plugins_use_the_doors(self, path):
        """An importer package needs nothing from behind the doors, so that the core is free to move."""
        tree = ast.parse(path.read_text(encoding="utf-8"))
        modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        modules |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}

        assert {name for name in modules if name.split(".")[0] == "antq_records"} <= {"antq_records", "antq_records.importers"}


class TestPackages:
    """The library and its importer packages are declared alike."""

    @pytest.mark.parametrize("folder", [ROOT, *PLUGINS], ids=lambda folder: folder.name if folder != ROOT else "antq-records")
    def test_one_version_everywhere(self, folder):
        """The library and its packages are released together, and what is installed is what stands here."""
        declared = project(folder)["project"]

        assert declared["version"] == project(ROOT)["project"]["version"] == version(declared["name"])

    @pytest.mark.parametrize("folder", PLUGINS, ids=lambda folder: folder.name)
    def test_a_plugin_explains_itself(self, folder):
        """A package has its name, its own words, its entry point, and saved pages that its tests read."""
        declared = project(folder)["project"]
        entry_points = declared["entry-points"]["antq_records"]

        assert declared["name"] == folder.name
        assert (folder / "README.md").read_text(encoding="utf-8").startswith(f"# {folder.name}\n")
        assert list(entry_points.values()) == [folder.name.replace("-", "_")]
        assert list(folder.glob("tests/pages/*/page.html"))
        assert list(folder.glob("tests/test_*.py"))

    def test_every_plugin_comes_with_the_portals(self):
        """The extra ``portals`` names every package of this repository."""
        assert project(ROOT)["project"]["optional-dependencies"]["portals"] == [folder.name for folder in PLUGINS]

    def test_constraints_are_versions_and_nothing_else(self):
        """A pin is a name and a version; where it comes from is not said."""
        lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()

        assert [line for line in lines if not re.fullmatch(r"#.*|[\w.-]+==[\w.]+", line)] == []

    def test_every_dependency_is_pinned_within_its_bounds(self):
        """What the tests run with is what pyproject allows."""
        declared = project(ROOT)
        extras = declared["project"]["optional-dependencies"]
        needed = [*declared["build-system"]["requires"], *declared["project"]["dependencies"], *declared["dependency-groups"]["dev"]]
        installed = [needs for name in ("cli", "collect", "store") for needs in extras[name]]
        pins = dict(
            line.split("==") for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").lower().splitlines() if "==" in line
        )
        wanted = [Requirement(needs) for needs in (*needed, *installed)]
        outside = [needs for needs in wanted if needs.name != "antq-records" and not needs.specifier.contains(Version(pins[needs.name]))]

        assert outside == []
        assert len({canonicalize_name(name) for name in pins}) == len(pins)


@pytest.mark.slow
class TestInstalled:
    """What is built and installed works as what stands here does."""

    @pytest.fixture
    def environment(self, tmp_path):
        """Give a way to install into an empty environment, which returns its command."""
        pytest.importorskip("ensurepip")
        venv.create(tmp_path / "venv", with_pip=True)
        scripts = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")

        def install(pins, *what):
            (tmp_path / "pins.txt").write_text("\n".join(pins), encoding="utf-8")
            pip = [scripts / "python", "-m", "pip", "install", "-qq", "--disable-pip-version-check", "-c", tmp_path / "pins.txt"]
            subprocess.run([*pip, *what], check=True)  # noqa: S603 - our own library
            return scripts

        return install

    def test_the_bare_library_reads_a_page(self, environment):
        """The wheel holds all its data, and reads without an extra or an importer package."""
        python = environment((ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines(), ROOT) / "python"
        script = f"import antq_records, pathlib; print(antq_records.read(pathlib.Path({str(PAGE)!r})))"
        done = subprocess.run([python, "-I", "-c", script], check=True, capture_output=True, text=True)  # noqa: S603 - our own code

        assert "5 honorees" in done.stdout

    def test_the_oldest_dependencies_do(self, environment, tmp_path):
        """The lower bounds in pyproject are no guess: with exactly these the example pages give the same."""
        extras = project(ROOT)["project"]["optional-dependencies"]
        needed = [*project(ROOT)["project"]["dependencies"], *extras["cli"], *extras["collect"], *extras["store"]]
        oldest = [re.sub(r">=([\w.]+).*", r"==\1", needs) for needs in needed]
        scripts = environment(oldest, f"{ROOT}[cli,collect,store]", *PLUGINS)

        def answers(folder):
            """Return what two commands print: one reads an archive, one keeps pages and shows what is kept."""
            antq, store = folder / "antq", tmp_path / f"{folder.parent.name}.db"
            for command in (["read", EXAMPLES / "portals.warc.gz", "--format", "jsonl"], ["import", EXAMPLES / "portals"], ["show"]):
                options = ["--store", store] if command[0] != "read" else []
                done = subprocess.run([antq, *command, *options, "--quiet"], check=False, capture_output=True, encoding="utf-8")  # noqa: S603
                yield done.returncode, done.stdout

        here = list(answers(Path(sys.executable).parent))

        assert [status for status, _ in here] == [0, 0, 0]
        assert list(answers(scripts)) == here


class TestWords:
    """Everything that is kept says what it is for."""

    @pytest.mark.parametrize("path", TESTS, ids=name_of)
    def test_every_test_states_a_behaviour(self, path):
        """The docstring of a test is the sentence that it proves."""
        functions = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)]

        assert [node.name for node in functions if node.name.startswith("test_") and not ast.get_docstring(node)] == []

    @pytest.mark.parametrize("path", sorted(ROOT.glob("changelog.d/*")), ids=name_of)
    def test_changelog_fragments_are_sentences(self, path):
        """A fragment is called after its change and kind, and holds whole sentences, one a line."""
        if path.name == "README.md":
            return
        lines = path.read_text(encoding="utf-8").splitlines()

        assert re.fullmatch(rf"[a-z0-9-]+\.({'|'.join(KINDS)})\.md", path.name)
        assert lines
        assert [line for line in lines if not re.fullmatch(r"[^\s#*-].*[.!?]", line)] == []

    def test_continuous_integration_runs_the_test_command_of_the_readme(self):
        """What a reader is told to run is what is run before a change is taken."""
        command = "python3 dev.py test"

        assert f"\n{command}\n" in (ROOT / "README.md").read_text(encoding="utf-8")
        assert f"\n{command} " in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
