"""Finding, loading and isolating plug-ins."""

import types

import pytest

from antq_records import hookspecs, plugins
from antq_records.errors import PluginError
from antq_records.importers import Importer, Portal, hookimpl
from antq_records.plugins import _gathered, _Source


class Other(Importer):
    """Claims the host it is given."""

    id = "other"


def module(name="antq_importers", **functions):
    """Return a module with one hook, marked as an implementation."""

    def nothing():
        """Hand over nothing."""
        return []

    made = types.ModuleType("made")
    for hook, function in {name: nothing, **functions}.items():
        function.__name__ = hook
        setattr(made, hook, hookimpl(function))
    return made


def source(plugin, made):
    """Return a plug-in that is that module."""

    class Entry:
        """Stands for an entry point."""

        def load(self):
            """Return the module, or fail as importing it would."""
            if isinstance(made, Exception):
                raise made
            return made

    return _Source(plugin, "1.0", Entry())


def portal(host):
    """Return a portal under one host."""
    return Portal(id=host, name=host, hosts=(host,))


def test_the_structural_importer_stands_last():
    """The built-in importer is a plug-in like any other, and is asked after all others."""
    loaded = plugins.load(strict=True)

    assert loaded.structural.value.id == "structure"
    assert loaded.structural.plugin == "antq-records"
    assert loaded.importer_for("https://nobody.example/a") is loaded.structural
    assert loaded.importer_for(None) is loaded.structural


def test_plugins_are_looked_for_once():
    """Loading again gives the same plug-ins."""
    assert plugins.load() is plugins.load()


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        pytest.param(ImportError("no module named x"), "no module named x", id="cannot be imported"),
        pytest.param(module("antq_importer"), "antq_importer", id="misspelt hook"),
        pytest.param(module(antq_importers=lambda: 1 / 0), "ZeroDivisionError", id="hook raises"),
        pytest.param(module(antq_importers=lambda: 5), "TypeError", id="hook returns nothing to go through"),
    ],
)
def test_a_broken_plugin_is_named_and_stops_no_other(made, reason):
    """Each plug-in is loaded alone: what breaks one is kept with its name, and the others load."""
    good = module(antq_importers=lambda: [Other(portals=(portal("a.example"),))])
    loaded = _gathered([source("broken", made), source("good", good)])

    assert [offer.plugin for offer in loaded.importers] == ["good"]
    [problem] = loaded.problems
    assert problem.plugin == "broken"
    assert reason in problem.reason


def test_a_host_claimed_twice_names_both():
    """One importer owns a host: the first keeps it, the second is a problem that names both packages."""
    loaded = _gathered(
        [
            source("first", module(antq_importers=lambda: [Other(portals=(portal("www.a.example"),))])),
            source("second", module(antq_importers=lambda: [Other(portals=(portal("a.example"),))])),
        ]
    )

    assert loaded.importer_for("https://a.example/x").plugin == "first"
    assert [str(problem) for problem in loaded.problems] == ["plug-in second: claims the host a.example, which first reads"]


def test_strict_loading_raises_what_else_is_kept(monkeypatch):
    """Who asks for strictness gets the first problem as an error."""
    broken = _gathered([source("broken", ImportError("x"))])
    monkeypatch.setattr(plugins, "_loaded", lambda: broken)

    with pytest.raises(PluginError, match="broken"):
        plugins.load(strict=True)
    assert plugins.load().problems


@pytest.mark.parametrize("hook", [name for name in vars(hookspecs) if name.startswith("antq_")])
def test_every_hook_has_its_contract(hook):
    """A hook is declared with what it must return, and does nothing itself."""
    assert getattr(hookspecs, hook).__doc__
    with pytest.raises(NotImplementedError):
        getattr(hookspecs, hook)()
