"""
Door 3, to test: what authors of importers and rules check their saved pages with.

:func:`differences` compares records with an ``expected.toml``, :func:`loose_evidence` checks the model's rule of evidence,
:func:`saved_pages` finds the pages. :mod:`antq_records.testing.accuracy` scores many of them at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from antq_records.testing.evidence import loose_evidence
    from antq_records.testing.expectations import Expected, differences, load
    from antq_records.testing.pages import SavedPage, saved_pages, update_article_json

__all__ = ["Expected", "SavedPage", "differences", "load", "loose_evidence", "saved_pages", "update_article_json"]

_HOMES: Final = {
    "evidence": ("loose_evidence",),
    "expectations": ("Expected", "differences", "load"),
    "pages": ("SavedPage", "saved_pages", "update_article_json"),
}


def __getattr__(name: str) -> object:
    """Import a name where it is first used: pytest loads this package in every run, before coverage is measured."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"antq_records.testing.{module}"), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
