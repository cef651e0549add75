"""
Set antq-records up in ``.venv`` beside this file, then run one of its commands.

    python3 dev.py antq ...       the command line, such as: antq import examples/portals --store records.db
    python3 dev.py test ...       the quick tests; what follows goes to pytest
    python3 dev.py test-slow ...  the tests that take long
    python3 dev.py check          linter, formatter, types, layers
    python3 dev.py cover          the quick tests, and which lines and branches they do not reach

Needs nothing but Python 3.11 or newer, and the package index that pip uses. The environment is made once, and again when
something that it is made from has changed.
"""

import hashlib
import os
import signal
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PLUGINS = sorted(ROOT.glob("plugins/*/pyproject.toml"))
RUNS = {
    "test": [["pytest"]],
    "test-slow": [["pytest", "-m", "slow"]],
    "check": [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports", "--no-logo"]],
    "cover": [["coverage", "run", "-m", "pytest", "--quiet"], ["coverage", "report"]],
}
NO_TESTS = 5  # pytest's exit status where it finds none to run


def main() -> int:
    """Run the command that the arguments name, and return its exit status."""
    command, *rest = sys.argv[1:] or ["--help"]
    if command != "antq" and command not in RUNS:
        print(__doc__)
        return 0 if command in {"-h", "--help"} else 2
    set_up()
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is the command's own to answer
    if command == "antq":
        return run("antq", *rest, cwd=Path.cwd())
    statuses = []
    for tool in RUNS[command]:
        command_line = [*tool, *rest] if tool[0] == "pytest" else tool
        print("$", *command_line, flush=True)
        statuses.append(run(*command_line))
    return 0 if command == "test-slow" and statuses == [NO_TESTS] else max(statuses)


def run(tool: str, *arguments: str, cwd: Path = ROOT) -> int:
    """Run a tool of the environment and return its exit status, as a shell gives it."""
    status = subprocess.call([BIN / tool, *arguments], cwd=cwd)
    return status if status >= 0 else 128 - status


def set_up() -> None:
    """Make the environment, unless it stands there already, made from the same."""
    stamp = VENV / "made-from"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == inputs():
        return
    print(f"Setting up {VENV} (once; takes half a minute) ...", file=sys.stderr, flush=True)
    try:
        install(make_environment())
    except subprocess.CalledProcessError as problem:
        sys.exit(f"dev.py: the set-up failed: {' '.join(map(str, problem.cmd[:4]))} ... ended with status {problem.returncode}")
    stamp.write_text(inputs(), encoding="ascii")


def inputs() -> str:
    """Return a fingerprint of all that the environment is made from."""
    digest = hashlib.sha256(f"{sys.version} {ROOT}".encode())
    for file in (Path(__file__), ROOT / "constraints.txt", ROOT / "pyproject.toml", *PLUGINS):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def make_environment() -> list[str | Path]:
    """Make an empty environment and return the command of a pip that installs into it."""
    own_pip = find_spec("ensurepip") is not None  # Debian has it in a package of its own
    if not own_pip and not find_spec("pip"):
        sys.exit("dev.py: this Python comes without ensurepip and pip; on Debian and Ubuntu: apt install python3-venv")
    venv.create(VENV, clear=True, symlinks=os.name != "nt", with_pip=own_pip)
    python = BIN / "python"
    return [python, "-m", "pip"] if own_pip else [sys.executable, "-m", "pip", "--python", python]


def install(pip: list[str | Path]) -> None:
    """Install the build backend, then the library and its plug-ins as they stand here, and the development tools."""
    import tomllib  # noqa: PLC0415 - an older Python must come as far as the line that refuses it

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    library, *tools = project["dependency-groups"]["dev"]
    editable = [library.replace(project["project"]["name"], str(ROOT)), *(file.parent for file in PLUGINS)]
    pip = [*pip, "install", "-qq", "--disable-pip-version-check", "--constraint", ROOT / "constraints.txt"]
    subprocess.run([*pip, *project["build-system"]["requires"], "editables"], check=True)
    subprocess.run([*pip, "--no-build-isolation", *tools, *(part for path in editable for part in ("--editable", path))], check=True)


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one shall read why it does not do
        sys.exit(f"dev.py: needs Python 3.11 or newer; this is {sys.version.split()[0]}")
    sys.exit(main())
