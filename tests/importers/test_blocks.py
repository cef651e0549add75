"""The blocks of an article: kinds, places, and the way back to their elements."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made_pages import PARAGRAPH, Simple, article_of, document
from selectolax.lexbor import LexborHTMLParser

from antq_records.importers.blocks import pieces
from antq_records.importers.paths import Paths
from antq_records.importers.plain import plain


def told(inside, title="Tiêu đề"):
    """Return kind and text of each block below title and first paragraph."""
    article = article_of(inside, title)
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks[2:]]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        pytest.param("<p>một</p><p>hai</p>", [("paragraph", "một"), ("paragraph", "hai")], id="paragraphs"),
        pytest.param("<div>một<p>hai</p>ba.</div>", [("paragraph", "một"), ("paragraph", "hai"), ("paragraph", "ba.")], id="loose text"),
        pytest.param("<p>một<br>hai<br><br>ba.</p>", [("paragraph", "một"), ("paragraph", "hai"), ("paragraph", "ba.")], id="line breaks"),
        pytest.param("<p>Công a<b>n tỉ</b><i>nh</i> Hà&nbsp;Nam.</p>", [("paragraph", "Công an tỉnh Hà Nam.")], id="a word in pieces"),
        pytest.param("<p>một,<span> hai </span><b>ba</b>.</p>", [("paragraph", "một, hai ba.")], id="spaces inside elements"),
        pytest.param("<h2>đề mục</h2><p>một.</p>", [("heading", "đề mục"), ("paragraph", "một.")], id="headings"),
        pytest.param(
            "<p>Đ\u1ed3ng\u200b ch\u00ad\u00ed\ufeff \u00d0ỗ.</p>", [("paragraph", "Đồng chí Đỗ.")], id="invisible characters and eth"
        ),
        pytest.param(
            "<p hidden>x</p><p style='display: none'>x</p><p class='d-none'>x</p><p>một.</p>", [("paragraph", "một.")], id="hidden"
        ),
        pytest.param("<p class='hidden md:block'>một.</p>", [("paragraph", "một.")], id="hidden on small screens only"),
        pytest.param("<script>x</script><style>x</style><noscript>x</noscript><!-- x --><p>một.</p>", [("paragraph", "một.")], id="silent"),
        pytest.param(
            "<ul><li>một</li><li><p>hai</p></li></ul><p>ba.</p>", [("item", "một"), ("item", "hai"), ("paragraph", "ba.")], id="lists"
        ),
        pytest.param(
            "<figure><img src=a alt='Các đại biểu dự lễ'><figcaption>Các đại biểu dự lễ</figcaption></figure>",
            [("caption", "Các đại biểu dự lễ")] * 2,
            id="a caption told twice",
        ),
        pytest.param(
            "<img src=a alt='anh-1.jpg'><img src=a alt='Ảnh 1'><p>một.</p>", [("paragraph", "một.")], id="alternatives that say nothing"
        ),
        pytest.param(
            "<table><tr><td><img src=a></td></tr><tr><td>Quang cảnh</td></tr></table><p>một.</p>",
            [("caption", "Quang cảnh"), ("paragraph", "một.")],
            id="a picture and its caption in a table",
        ),
        pytest.param(
            "<table><tr><td><p>một</p><p>hai.</p></td></tr></table>", [("paragraph", "một"), ("paragraph", "hai.")], id="a layout table"
        ),
        pytest.param(
            "<p style='text-align:center'><img src=a></p><p style='text-align:center'><em>Quang cảnh</em></p><p>một.</p>",
            [("caption", "Quang cảnh"), ("paragraph", "một.")],
            id="a centred line below a picture",
        ),
        pytest.param("<p>một <img src=smile.png width=16> hai.</p>", [("paragraph", "một hai.")], id="a small image in a sentence"),
    ],
)
def test_blocks_are_what_they_are_on_the_page(inside, expected):
    """Every piece of text has its kind; nothing is glued, torn, or taken from what is not shown."""
    assert told(inside) == expected


def test_an_alternative_text_that_repeats_the_headline_is_left_out():
    """Many portals give every picture the headline as its alternative text: that says nothing."""
    title = "Cụm thi đua số 5 tổng kết năm 2024"

    assert told(f"<img src=a alt='{title}'><img src=a alt='{title} - Ảnh 2'><p>một.</p>", title) == [("paragraph", "một.")]


def test_cells_know_row_column_and_header_with_spans_counted():
    """In a data table, spans push cells to where a reader sees them."""
    article = article_of(
        "<table><tr><td><b>Họ tên</b></td><td><b>Đơn vị</b></td><td><b>Khen</b></td></tr>"
        "<tr><td rowspan=2>A</td><td>Đội 1</td><td>Giấy khen</td></tr><tr><td colspan=2>Đội 2</td></tr></table>"
    )
    cells = [(article.text[cell.start : cell.end], cell.row, cell.column, cell.header, cell.group) for cell in article.blocks[2:]]

    assert cells == [
        ("Họ tên", 0, 0, True, 0),
        ("Đơn vị", 0, 1, True, 0),
        ("Khen", 0, 2, True, 0),
        ("A", 1, 0, False, 0),
        ("Đội 1", 1, 1, False, 0),
        ("Giấy khen", 1, 2, False, 0),
        ("Đội 2", 2, 1, False, 0),
    ]


def test_items_know_their_list_and_place():
    """Two lists are two groups; items are numbered from 0 in each."""
    article = article_of("<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>")

    assert [(item.group, item.row) for item in article.blocks[2:]] == [(0, 0), (0, 1), (1, 0)]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC"])
@pytest.mark.parametrize("written", [str, lambda text: "".join(f"&#{ord(letter)};" if letter > "\x7f" else letter for letter in text)])
def test_one_text_however_it_is_coded(form, written):
    """Composed, decomposed and entity-coded pages give one and the same text."""
    text = "Đồng chí Nguyễn Thị Thủy được tặng Bằng khen của Thủ tướng Chính phủ vì thành tích xuất sắc."

    assert article_of(f"<p>{written(unicodedata.normalize(form, text))}</p>").text.endswith(text)


TAGS = st.sampled_from(
    ["p", "div", "span", "b", "ul", "li", "table", "tr", "td", "h2", "figure", "figcaption", "br", "center", "font", "o:p"]
)
TREES = st.recursive(
    st.sampled_from(["một ", "hai", " ba. ", "", "<img src=a alt='bốn năm sáu bảy'>"]),
    lambda inner: st.tuples(TAGS, st.sampled_from(["", " id=x", " id='1 y'", " class=caption", " id=z"]), st.lists(inner, max_size=4)).map(
        lambda parts: f"<{parts[0]}{parts[1]}>{''.join(parts[2])}</{parts[0]}>"
    ),
    max_leaves=25,
)


@given(inside=TREES)
@example(inside="<p id=x><img src=a alt='bốn năm sáu bảy'></p><img src=a alt='bốn năm sáu bảy'>")
def test_every_path_leads_back_to_its_element(inside):
    """Fed back to the parser, the path of a block selects the very element that the block was read from, whatever the page."""
    tree = LexborHTMLParser(f"<div id=x>{inside}</div><p id=z>{inside}</p>")
    paths = Paths(tree)

    for piece in pieces(tree.body):
        assert tree.css_first(paths.to(piece.element)).mem_id == piece.element.mem_id


@given(inside=TREES)
def test_all_words_come_through_in_order(inside):
    """Whatever the nesting, the blocks hold the words of the page, none lost and none twice."""
    tree = LexborHTMLParser(f"<body>{inside}")
    words = "".join(plain(tree.body.text()).split())

    assert "".join("".join(piece.text.split()) for piece in pieces(tree.body) if not piece.alternative) == words


def test_blocks_cover_the_text_with_one_newline_between():
    """Offsets count in the article's text: blocks and newlines are all of it."""
    article = article_of("<p>một</p><ul><li>hai</li></ul><p>ba.</p>")

    assert "\n".join(article.text[block.start : block.end] for block in article.blocks) == article.text


@pytest.mark.parametrize("separate", ["<p>{}</p>", "<div>{}</div>", "{}<br>", "<table><tr><td>{}</td></tr></table>"])
def test_a_byline_is_no_text(separate):
    """A last line in capitals names the writer, however it is parted from the text."""
    article = article_of(separate.format("Hội nghị kết thúc tốt đẹp.") + separate.format("CHÍ THẠCH - THU HÀ"))

    assert article.authors == ("CHÍ THẠCH", "THU HÀ")
    assert article.text.endswith("tốt đẹp.")


def test_a_byline_glued_to_the_last_sentence_is_parted():
    """Where an editor forgot the line break, the sentence ends where it ends."""
    article = article_of("<p>Lực lượng tiếp tục bám địa bàn.LÊ VĂN A</p>")

    assert article.authors == ("LÊ VĂN A",)
    assert article.text.endswith("bám địa bàn.")


@pytest.mark.parametrize("line", ["Nguồn: Cổng Thông tin điện tử", "(Nguồn: Cổng Thông tin điện tử)", "Theo Cổng Thông tin điện tử"])
def test_the_source_is_a_credit(line):
    """The line that names the source is no text of the article."""
    article = article_of(f"<p>Hội nghị kết thúc.</p><p>{line}</p>")

    assert article.credit == "Cổng Thông tin điện tử"
    assert article.text.endswith("kết thúc.")


@pytest.mark.parametrize("line", ["Nguyễn Văn A, Công an xã Nam Sơn.", "Một số hình ảnh tại hội nghị:", "Trao thưởng cho các đơn vị"])
def test_other_last_lines_stay(line):
    """A last recipient or heading is not mistaken for the writer."""
    article = article_of(f"<p>Danh sách gồm.</p><p>{line}</p>")

    assert article.authors == ()
    assert article.text.endswith(line)


def test_the_lead_is_not_told_twice():
    """A body that begins with headline and lead once more gives them once."""
    page = document(
        f'<h1>Tiêu đề</h1><p class="lead">{PARAGRAPH}</p><div id="body"><p>Tiêu đề</p><p><b>{PARAGRAPH}</b></p><p>một.</p></div>'
    )

    article = Simple().read(page)

    assert [block.kind.value for block in article.blocks] == ["title", "lead", "paragraph"]
