"""The address an article is known by."""

from datetime import UTC, datetime

import pytest

from antq_records.importers import Page, parse
from antq_records.importers.address import archived, host_of, normalized, original, same_site

ARTICLE = "https://congan.hanam.gov.vn/news/a-1.html"


@pytest.mark.parametrize(
    "address",
    [
        ARTICLE,
        f"https://web.archive.org/web/20241127021511/{ARTICLE}",
        f"https://web.archive.org/web/20241127021511id_/{ARTICLE}",
        f"http://web.archive.org/web/20241127021511if_/{ARTICLE}",
        f"//web.archive.org/web/20241127/{ARTICLE}",
        f"/web/20241127021511im_/{ARTICLE}",
        "https://web.archive.org/web/20241127021511/https:/congan.hanam.gov.vn/news/a-1.html",
    ],
)
def test_archived_addresses_lead_back(address):
    """An address inside a web archive is taken back to the page that was archived."""
    assert original(address) == ARTICLE


def test_the_archive_says_when():
    """The address of an archived page gives the time it was taken."""
    assert archived(f"https://web.archive.org/web/20241127021511id_/{ARTICLE}") == datetime(2024, 11, 27, 2, 15, 11, tzinfo=UTC)
    assert archived(ARTICLE) is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.vn/x?utm_source=zalo&fbclid=1#top", "https://a.vn/x"),
        ("https://a.vn/tin?type=NEWS&id=7&utm_medium=x", "https://a.vn/tin?type=NEWS&id=7"),
        ("HTTP://A.VN:80", "http://a.vn/"),
        ("https://a.vn:8443/x", "https://a.vn:8443/x"),
        ("mailto:a@b.vn", None),
        ("https://[broken", None),
        ("javascript:void(0)", None),
    ],
)
def test_addresses_have_one_form(address, expected):
    """Tracking, fragments and default ports go; whatever may name the article stays."""
    assert normalized(address) == expected


def test_hosts_are_compared_without_www_and_port():
    """A portal answers with and without ``www.`` and under any port."""
    assert host_of("https://WWW.sggp.org.vn:443/a") == host_of("http://sggp.org.vn/b") == "sggp.org.vn"


def test_a_site_is_what_was_registered():
    """Authorities below one province's domain are one site, two provinces are not."""
    assert same_site("https://congan.hanam.gov.vn/", "https://hanam.gov.vn/")
    assert not same_site("https://hanam.gov.vn/", "https://ninhbinh.gov.vn/")


@pytest.mark.parametrize(
    ("given", "canonical", "expected"),
    [
        pytest.param(ARTICLE, "https://congan.hanam.gov.vn/", ARTICLE, id="the address asked for wins"),
        pytest.param(None, ARTICLE, ARTICLE, id="else the canonical link"),
        pytest.param(None, f"https://web.archive.org/web/20241127021511/{ARTICLE}", ARTICLE, id="rewritten by an archive"),
        pytest.param("https://amp.laodong.vn/a.ldo", "https://laodong.vn/a.ldo", "https://laodong.vn/a.ldo", id="an AMP page"),
        pytest.param("https://amp.laodong.vn/a.ldo", "https://evil.example/a", "https://amp.laodong.vn/a.ldo", id="another site's link"),
        pytest.param(f"https://web.archive.org/web/20241127021511/{ARTICLE}", "https://congan.hanam.gov.vn/", ARTICLE, id="a link home"),
        pytest.param(None, None, None, id="nothing known"),
    ],
)
def test_the_canonical_address(given, canonical, expected):
    """The address asked for wins, except on AMP and archived pages, where the site's own canonical link knows better."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""

    assert parse(Page(content=f"<head>{link}</head><p>a".encode(), url=given)).url == expected
