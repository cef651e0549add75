"""Names behind a group: in brackets, behind a colon, line by line, row by row."""

import pytest

BY = "Giấy khen by Công an tỉnh Hòa Bình"
GIVES = "Công an tỉnh Hòa Bình tặng Giấy khen cho"
TWO = [f"Quách Văn Tủng [Công an huyện Đà Bắc]: {BY}", f"Bùi Thị Nhình [Phòng Cảnh sát hình sự]: {BY}"]


@pytest.mark.parametrize(
    ("lines", "kinds", "told"),
    [
        pytest.param(
            [f"{GIVES} 2 tập thể, gồm: Công an huyện Đà Bắc và Công an huyện Kim Bôi."],
            {},
            [f"Công an huyện Đà Bắc: {BY}", f"Công an huyện Kim Bôi: {BY}"],
            id="bodies behind “gồm”",
        ),
        pytest.param(
            [f"{GIVES} 2 cá nhân, gồm: Thượng úy Quách Văn Tủng, Công an huyện Đà Bắc và Đại úy Bùi Thị Nhình, Phòng Cảnh sát hình sự."],
            {},
            TWO,
            id="people behind “gồm”",
        ),
        pytest.param(
            [
                f"{GIVES} 2 cá nhân có tên sau:",
                "1. Thượng úy Quách Văn Tủng, Công an huyện Đà Bắc;",
                "2. Đại úy Bùi Thị Nhình, Phòng Cảnh sát hình sự.",
            ],
            {},
            TWO,
            id="numbered lines",
        ),
        pytest.param(
            [
                f"{GIVES} 2 cá nhân, gồm:",
                "- Thượng úy Quách Văn Tủng, Công an huyện Đà Bắc;",
                "Các đại biểu chụp ảnh lưu niệm.",
                "- Đại úy Bùi Thị Nhình, Phòng Cảnh sát hình sự.",
            ],
            {2: "caption"},
            TWO,
            id="dashes, with a caption between",
        ),
        pytest.param(
            [
                f"{GIVES} 2 cá nhân, gồm:",
                "Thượng úy Quách Văn Tủng, Công an huyện Đà Bắc",
                "Đại úy Bùi Thị Nhình, Phòng Cảnh sát hình sự",
                "Buổi lễ kết thúc bằng một tiết mục văn nghệ.",
            ],
            {1: "item", 2: "item"},
            TWO,
            id="items of a list",
        ),
        pytest.param(
            [
                "Danh sách cá nhân được Công an tỉnh Hòa Bình tặng Giấy khen:",
                "1. Thượng úy Quách Văn Tủng, Công an huyện Đà Bắc;",
                "2. Đại úy Bùi Thị Nhình, Phòng Cảnh sát hình sự.",
            ],
            {},
            TWO,
            id="a heading that gives",
        ),
        pytest.param(
            ["Tặng Giấy khen của Công an tỉnh Hòa Bình cho các cá nhân: Quách Văn Tủng, Bùi Thị Nhình."],
            {},
            [f"{who}: Giấy khen của Công an tỉnh Hòa Bình by Công an tỉnh Hòa Bình" for who in ("Quách Văn Tủng", "Bùi Thị Nhình")],
            id="bare names behind a colon",
        ),
        pytest.param(
            ["Về tặng Giấy khen của Công an tỉnh Hòa Bình đối với:", "1. Công an huyện Đà Bắc;", "2. Công an huyện Kim Bôi."],
            {},
            [
                f"{who}: Giấy khen của Công an tỉnh Hòa Bình by Công an tỉnh Hòa Bình"
                for who in ("Công an huyện Đà Bắc", "Công an huyện Kim Bôi")
            ],
            id="a heading of a decision",
        ),
    ],
)
def test_the_named_are_the_honorees(honours, lines, kinds, told):
    """Where the members of a group are named, they are honoured, and the group was only their number."""
    assert honours(*lines, kinds=kinds) == told


@pytest.mark.parametrize(
    ("lines", "findings"),
    [
        pytest.param([f"{GIVES} 2 tập thể, gồm: Công an huyện Đà Bắc và Công an huyện Kim Bôi."], ["no_ceremony"], id="they fit"),
        pytest.param(
            [f"{GIVES} 3 tập thể, gồm: Công an huyện Đà Bắc và Công an huyện Kim Bôi."],
            ["count_mismatch", "no_ceremony"],
            id="one is missing",
        ),
        pytest.param(
            [f"{GIVES} 3 cá nhân có tên sau:", "1. Thượng úy Quách Văn Tủng;", "2. Đại úy Bùi Thị Nhình;"],
            ["count_mismatch", "no_ceremony"],
            id="the list is cut off",
        ),
    ],
)
def test_the_number_is_a_check(read, lines, findings):
    """A group that has another number than names is a finding, not more honorees."""
    records = read(*lines)

    assert [finding.code.value for finding in records.findings] == findings
    assert len(records.honorees) == 2


def test_who_is_referred_to(honours):
    """“Ba sĩ quan trên” are the three who were named, not three more."""
    assert honours(
        "Thượng úy Quách Văn Tủng, Đại úy Bùi Thị Nhình và Trung úy Đinh Công Pển có mặt tại hiện trường.",
        "Công an tỉnh Hòa Bình đã tặng Giấy khen cho ba sĩ quan trên.",
    ) == [f"{who}: {BY}" for who in ("Quách Văn Tủng", "Bùi Thị Nhình", "Đinh Công Pển")]
