"""The five seed articles, each in its portal's page structure, from the page to the records."""

import pytest

from antq_records import read
from antq_records.testing import differences, load, loose_evidence
from seed_pages import FOLDER, SEEDS, seed_page


@pytest.mark.parametrize("number", SEEDS)
def test_records(number):
    """Exactly the expected records are read, with their values, proofs and basis."""
    if lines := differences(load(FOLDER / "expected" / f"{number}.toml"), read(seed_page(number))):
        pytest.fail("\n".join(lines), pytrace=False)


@pytest.mark.parametrize("number", SEEDS)
def test_evidence(number):
    """Nothing is read without evidence, and each piece is tight."""
    if lines := loose_evidence(read(seed_page(number))):
        pytest.fail("\n".join(lines), pytrace=False)
