"""The five seed articles, each read through its own portal's importer."""

from datetime import datetime

import pytest

from antq_records.importers import read_article
from seed_pages import SEEDS, seed_page

EXPECTED = {
    "000": ("congan-ninhbinh", "structure", None, (), None),
    "001": (None, "structure", None, (), "Cổng Thông tin điện tử Bộ Công an"),
    "002": ("sggp", "epi", "2024-01-23T15:00:00+07:00", ("CHÍ THẠCH",), None),
    "003": ("laodong", "laodong", "2022-06-25T16:08:00+07:00", ("Cao Huy",), None),
    "004": ("congan-hanam", "nukeviet", "2024-11-26T03:20:00+07:00", (), None),
}
BODIES = {
    "000": ("Tuyên dương 20 gương", "chính quy, tinh nhuệ, hiện đại…"),
    "001": ("Vinh danh các công nhân", "bảo vệ quyền lợi chính đáng của mình…"),
    "002": ("Đoàn viên, hội viên", "giải thưởng tình nguyện Quốc gia năm 2023."),
    "003": ("Các cấp Công đoàn", "Lao động giỏi năm 2021."),
    "004": ("Cụm thi đua số 5", "trong chương trình hội nghị:"),
}
FURNITURE = (
    "25/04/2025",
    "image banner",
    "Thống kê",
    "Đang online",
    "Đăng nhập",
    "CHÍ THẠCH",
    "LDO",
    "Tin mới nhất",
    "MỚI NHẤT",
    "logo.png",
    "Tin liên quan",
    "Tin khác",
    "|",
)


@pytest.mark.parametrize("number", SEEDS)
def test_what_the_page_says_of_the_article(number):
    """Portal, importer, time, writer and source are those of the page."""
    article, portal, made_by = read_article(seed_page(number))
    portal_id, importer, published, authors, credit = EXPECTED[number]

    assert (portal and portal.id) == article.portal == portal_id
    assert made_by.split()[0] == importer
    assert article.published_at == (datetime.fromisoformat(published) if published else None)
    assert article.authors == authors
    assert article.credit == credit


@pytest.mark.parametrize("number", SEEDS)
def test_the_text_is_the_article_and_nothing_else(number):
    """The text begins and ends with the article's own words; menus, counters and related news stay outside."""
    article, *_ = read_article(seed_page(number))
    first, last = BODIES[number]

    assert article.text.startswith(first)
    assert article.text.endswith(last)
    assert not [words for words in FURNITURE if words in article.text]
