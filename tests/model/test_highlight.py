from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from strategies import records

from antq_records.model import (
    Article,
    Award,
    AwardForm,
    Basis,
    Block,
    BlockKind,
    Ceremony,
    CeremonyKind,
    Commendation,
    CommendationStatus,
    Evidence,
    Honoree,
    HonoreeKind,
    MadeBy,
    Records,
)
from antq_records.model.highlight import Segment, segments, to_html

TEXT = "Bộ <b> tặng Cờ cho 2 tập thể & hết"
ARTICLE = Article(
    title="x", text=TEXT, blocks=[Block(kind=BlockKind.PARAGRAPH, start=0, end=len(TEXT), selector="p")], page_sha256="", text_sha256=""
)


def proof(field, words, basis=Basis.TEXT):
    """Return evidence for words of the text."""
    start = TEXT.index(words)
    return Evidence(field=field, start=start, end=start + len(words), quote=words, basis=basis)


RECORDS = Records(
    article=ARTICLE,
    ceremonies=[Ceremony(id="ceremony-1", kind=CeremonyKind.VISIT, evidence=[proof("kind", "tặng Cờ", Basis.PORTAL)])],
    honorees=[
        Honoree(
            id="honoree-1",
            kind=HonoreeKind.COLLECTIVE,
            commendations=[
                Commendation(
                    award=Award(form=AwardForm.FLAG, name="Cờ"),
                    status=CommendationStatus.CONFERRED,
                    evidence=[proof("award", "Cờ cho 2")],
                )
            ],
            evidence=[proof(None, "2 tập thể & hết")],
        )
    ],
    made_by=MadeBy(core="1", importer="x", data="1"),
)


class Text(HTMLParser):
    """Gathers the text inside the article's body of the fragment, and the tags that stay open."""

    def __init__(self):
        super().__init__()
        self.open, self.text, self.titles = [], "", []

    def handle_starttag(self, tag, attrs):
        """Open a tag."""
        self.open.append((tag, dict(attrs)))
        self.titles += [value for name, value in attrs if name == "title"]

    def handle_endtag(self, tag):
        """Close it again."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        """Keep the words of the article."""
        if any("pre-wrap" in (attrs.get("style") or "") for _, attrs in self.open):
            self.text += data


def parsed(html):
    """Return the fragment as a browser would see it."""
    parser = Text()
    parser.feed(html)
    parser.close()
    return parser


def test_segments_overlap():
    """Where evidence overlaps, a stretch has all kinds and labels; elsewhere its own; the rest is plain."""
    found = {TEXT[part.start : part.end]: part for part in segments(RECORDS)}

    assert list(found) == ["Bộ <b> ", "tặng ", "Cờ", " cho ", "2", " tập thể & hết"]
    assert found["Bộ <b> "] == Segment(0, 7, (), ())
    assert found["Cờ"].kinds == ("ceremony", "award")
    assert found["Cờ"].labels == ("ceremony visit: kind (with portal)", "award Cờ (conferred): award")
    assert found["2"].kinds == ("honoree", "award")


def test_html_says_what_is_proved():
    """The fragment shows the text with its evidence, tooltips that name record and field, a key and the rows, all escaped."""
    html = to_html(RECORDS)
    seen = parsed(html)

    assert RECORDS._repr_html_() == html
    assert seen.text == TEXT
    assert not seen.open
    assert "ceremony visit: kind (with portal)\naward Cờ (conferred): award" in seen.titles
    assert "<b>" not in html.partition("pre-wrap")[2]
    assert "<td>Cờ</td>" in html


def test_html_of_nothing():
    """Without records there is the text alone, and a word about it."""
    html = to_html(Records(article=ARTICLE, made_by=MadeBy(core="1", importer="x", data="1")))

    assert parsed(html).text == TEXT
    assert "No awards." in html


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None, max_examples=40)
@given(records())
def test_segments_are_the_text(any_records):
    """Whatever is proved, the segments are the whole text in order, each covered from end to end by what it names."""
    parts = list(segments(any_records))
    text = any_records.article.text

    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(part.start < part.end and bool(part.kinds) == bool(part.labels) for part in parts)
    assert all(any(part.start <= piece.start < part.end and part.kinds for part in parts) for piece in any_records.all_evidence())
