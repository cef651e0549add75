"""The doors: what may be imported from outside, and nothing else."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import antq_records

DOORS = ("antq_records", "antq_records.importers", "antq_records.testing")
PAGE = Path(__file__).resolve().parents[1] / "examples" / "portals" / "nukeviet-cum-thi-dua-tong-ket.html"
NAMES = [(door, name) for door in DOORS for name in import_module(door).__all__]


def names_for_type_checkers():
    """Return what the ``if TYPE_CHECKING`` block of the first door brings in, by name."""
    tree = ast.parse(Path(str(antq_records.__file__)).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    names = set()
    for node in block.body:
        assert isinstance(node, ast.ImportFrom)
        for alias in node.names:
            names |= set(import_module(str(node.module)).__all__) if alias.name == "*" else {alias.asname}
    return names


@pytest.mark.parametrize(("door", "name"), NAMES)
def test_every_name_of_a_door_is_there_and_says_what_it_is(door, name):
    """A name that a door offers can be used, and help() has something to say about it."""
    value = getattr(import_module(door), name)

    assert isinstance(value, int | str | ModuleType) or value.__doc__


@pytest.mark.parametrize("door", DOORS)
def test_a_door_lists_each_name_once(door):
    """A list without doubles is one that somebody looks after."""
    names = list(import_module(door).__all__)

    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("door", DOORS)
def test_a_door_shows_no_name_that_it_does_not_list(door):
    """What is not listed is not promised, so it does not stand there either."""
    module = import_module(door)
    ours = {name for name, value in vars(module).items() if str(getattr(value, "__module__", "")).startswith("antq_records")}

    assert {name for name in ours if not name.startswith("_")} <= set(module.__all__)


def test_type_checkers_see_what_the_interpreter_sees():
    """The first door is lazy, so it says twice what it has: both must agree."""
    assert names_for_type_checkers() == set(antq_records.__all__)


def test_the_first_door_is_complete_before_its_first_use():
    """A name can be looked up although nothing was imported yet, and dir() shows it."""
    assert set(antq_records.__all__) <= set(dir(antq_records))


def test_a_name_that_is_not_there_is_an_attribute_error():
    """A slip of the pen is told as Python tells it."""
    with pytest.raises(AttributeError, match="'antq_records' has no attribute 'raed'"):
        _ = antq_records.raed


def test_the_bare_library_reads():
    """Whoever installed no extra can read a page; the first door and the second ask for none."""
    extras = ("click", "rich", "sqlalchemy", "alembic", "warcio", "stamina", "protego")
    script = f"""
import sys
sys.modules.update(dict.fromkeys({extras}))
from pathlib import Path
import antq_records, antq_records.importers
print(antq_records.read(Path({str(PAGE)!r})))
"""
    command = [sys.executable, "-X", "utf8", "-c", script]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")  # noqa: S603 - our own code

    assert done.stdout.startswith("<Records of 'Cụm thi đua số 4")
