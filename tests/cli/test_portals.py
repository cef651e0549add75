"""``antq portals``."""

from types import SimpleNamespace

from attrs import evolve

from antq_records import plugins
from antq_records.errors import PluginError
from antq_records.model import Portal


def test_every_portal_is_listed(command):
    """Each portal that an installed importer declares has a row."""
    done = command("portals")
    shown = "".join(done.stdout.split())

    assert done.exit_code == 0
    for portal in plugins.load().portals:
        assert portal.id in shown
        assert "".join(portal.name.split()) in shown
        assert all(host in shown for host in portal.hosts)


def test_rows_are_in_order(command, monkeypatch):
    """Portals stand by their id, whatever order the plug-ins come in."""
    importer = SimpleNamespace(id="mau", portals=(Portal(id="b", name="B", hosts=["b.vn"]), Portal(id="a", name="A", hosts=["a.vn"])))
    monkeypatch.setattr(plugins, "load", lambda: plugins.Plugins(importers=(plugins.Offer(importer, "antq-records-mau", "1.0"),)))

    assert [line.split() for line in command("portals", "--quiet").stdout.splitlines() if line.strip()] == [
        ["a", "A", "a.vn", "mau", "(antq-records-mau", "1.0)"],
        ["b", "B", "b.vn", "mau", "(antq-records-mau", "1.0)"],
    ]


def test_a_broken_plug_in_is_named(command, monkeypatch, examples):
    """A plug-in that cannot be used is an error of this command and a warning of the others."""
    broken = evolve(plugins.load(), problems=(PluginError("antq-records-mau", "ImportError: no module named mau"),))
    monkeypatch.setattr(plugins, "load", lambda: broken)
    done = command("portals")
    warned = command("read", examples / "portals" / "nukeviet-cum-thi-dua-tong-ket.html")

    assert done.exit_code == 1
    assert done.stderr == "Error: plug-in antq-records-mau: ImportError: no module named mau\n"
    assert warned.exit_code == 0
    assert warned.stderr == "Warning: plug-in antq-records-mau: ImportError: no module named mau\n"


def test_without_importers_it_says_what_to_install(command, monkeypatch):
    """Where no importer package is installed, the extra is named."""
    monkeypatch.setattr(plugins, "load", plugins.Plugins)

    assert "pip install 'antq-records[portals]'" in command("portals").stdout
