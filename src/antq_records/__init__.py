"""
Typed records of honour, with the words that prove them, read from Vietnamese police and trade-union news pages.

::

    import antq_records as antq

    records = antq.read(Path("page.html"), url="https://congan.hanam.gov.vn/…")
    for row in records.rows():
        print(row.honoree, row.award, row.status, row.quote)

Everything is imported where it is first used, so that ``import antq_records`` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from antq_records.errors import AntqError as AntqError
    from antq_records.errors import DecodeError as DecodeError
    from antq_records.errors import FormatError as FormatError
    from antq_records.errors import NotAnArticle as NotAnArticle
    from antq_records.errors import PluginError as PluginError
    from antq_records.errors import ReadError as ReadError
    from antq_records.errors import SourceError as SourceError
    from antq_records.errors import StoreError as StoreError
    from antq_records.lexicon.organizations import OrganizationEntry as OrganizationEntry
    from antq_records.lexicon.organizations import organization as organization
    from antq_records.model import *  # noqa: F403 - the model is this door's main part; its __all__ says what comes
    from antq_records.model.schema import json_schema as json_schema
    from antq_records.model.serialization import from_json as from_json
    from antq_records.model.serialization import to_json as to_json
    from antq_records.reading import read as read
    from antq_records.store import Store as Store
    from antq_records.store import open_store as open_store

_HOMES = {
    "antq_records.errors": (
        "AntqError",
        "DecodeError",
        "FormatError",
        "NotAnArticle",
        "PluginError",
        "ReadError",
        "SourceError",
        "StoreError",
    ),
    "antq_records.lexicon.organizations": ("OrganizationEntry", "organization"),
    "antq_records.model": (
        "Article",
        "Award",
        "AwardForm",
        "Basis",
        "Block",
        "BlockKind",
        "CalendarDate",
        "Ceremony",
        "CeremonyKind",
        "CeremonyStatus",
        "Cluster",
        "ClusterScope",
        "Commendation",
        "CommendationStatus",
        "DayPart",
        "Evidence",
        "Figure",
        "Finding",
        "FindingCode",
        "Honoree",
        "HonoreeKind",
        "MadeBy",
        "Office",
        "Organization",
        "Page",
        "Participant",
        "Period",
        "Person",
        "Portal",
        "Presenter",
        "Qualifier",
        "Quantity",
        "Records",
        "Role",
        "Row",
        "Standing",
        "Union",
    ),
    "antq_records.model.schema": ("json_schema",),
    "antq_records.model.serialization": ("from_json", "to_json"),
    "antq_records.reading": ("read",),
    "antq_records.store": ("Store", "open_store"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605 - sorted strings all the same


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name means
    """Import a name of this door from its home when it is first used."""
    home = _HOME_OF.get(name)
    if home is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Name all of this door, whether imported yet or not."""
    return sorted({*globals(), *__all__})
