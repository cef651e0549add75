"""
The part of the test kit that pytest loads by itself, in every run where antq-records is installed.

It only makes failing assertions of :mod:`antq_records.testing` explain themselves; it has no options, fixtures or hooks.
"""

import pytest

pytest.register_assert_rewrite("antq_records.testing.contract", "antq_records.testing.pages")
