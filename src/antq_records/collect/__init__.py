"""
Getting: pages out of files, folders and web archives, and the loop that reads and keeps them.

>>> with open_store("records.db") as store:  # doctest: +SKIP
...     for outcome in ingest(pages([Path("archive.warc.gz")]), store):
...         print(outcome)
"""

from antq_records.collect.ingest import Kept, ingest, read_page
from antq_records.collect.sources import NAMES, count, is_archive, pages, pages_of
from antq_records.collect.tally import COLUMNS, Tally

__all__ = ["COLUMNS", "NAMES", "Kept", "Tally", "count", "ingest", "is_archive", "pages", "pages_of", "read_page"]
