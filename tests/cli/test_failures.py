"""``antq failures``."""

from antq_records.store import Failure, open_store


def test_each_failure_has_its_place_and_reason(command, imported, monkeypatch):
    """When it was tried, what page it is, which importer tried, and what is wrong."""
    with open_store(imported, read_only=True) as store:
        (failure,) = store.failures()
    monkeypatch.setenv("COLUMNS", "300")
    shown = command("failures").stdout

    for word in (failure.url or "", failure.source, failure.importer or "", failure.reason, f"{failure.last_seen:%Y-%m-%d %H:%M}"):
        assert word in shown


def test_no_failure_is_said(command):
    """A store in which every page was read says so."""
    with open_store("empty.db"):
        pass

    assert command("failures", "--store", "empty.db").output == "empty.db: every page was read.\n"
    assert command("failures", "--store", "empty.db", "--quiet").output == ""


def test_what_a_page_says_cannot_steer_the_terminal(command):
    """Control characters in an address or reason are shown, not obeyed."""
    with open_store("odd.db") as store:
        store.add_failure(Failure(reason="\x1b[2J [red]odd[/red]", url="https://a.vn/\x07"))
    shown = command("failures", "--store", "odd.db").stdout

    assert "[red]odd[/red]" in shown
    assert not {"\x1b", "\x07"} & set(shown)
