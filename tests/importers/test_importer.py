"""Importers declared by fields, and the choice among them."""

from datetime import date

import pytest
from made_pages import PARAGRAPH, Simple, document

from antq_records.errors import ReadError
from antq_records.importers import Body, Importer, Layout, Moment, Page, Portal, Title, read_article
from antq_records.plugins import Offer, Plugins, load

PORTAL = Portal(id="simple", name="Cổng mẫu", hosts=("portal.example",))
PAGE = Page(
    content=f'<meta charset="utf-8"><h1>Tiêu đề</h1><div id="body">{f"<p>{PARAGRAPH}</p>" * 4}</div>'.encode(),
    url="https://www.portal.example:8443/a",
)


def plugins_with(importer):
    """Return plug-ins in which *importer* owns the hosts of its portals."""
    offer = Offer(importer, "antq-records-test", "1.2")
    return Plugins(importers=(offer, load().structural), by_host={"portal.example": offer})


class New(Layout):
    """What pages look like today."""

    title = Title("h1.new")
    body = Body("#new")


class Old(Layout):
    """What they looked like before."""

    last_seen = date(2020, 1, 1)
    title = Title("h1")
    body = Body("#body")


class TwoLooks(Importer):
    """A portal that had a new look."""

    id = "two-looks"
    layouts = (New, Old)


def test_the_importer_of_the_host_reads():
    """A page goes to the importer that owns its host, whatever port and ``www.``; portal, importer and version are named."""
    article, portal, made_by = read_article(PAGE, plugins=plugins_with(Simple(portals=(PORTAL,))))

    assert portal is PORTAL
    assert article.portal == "simple"
    assert made_by == "simple 1.2"


def test_a_page_of_no_portal_is_read_by_structure():
    """Without an owner the structural importer reads, and the article has no portal."""
    article, portal, made_by = read_article(PAGE)

    assert (article.portal, portal) == (None, None)
    assert made_by.startswith("structure ")


def test_older_layouts_still_read():
    """A layout outlived by its portal reads the pages of its time."""
    assert read_article(PAGE, plugins=plugins_with(TwoLooks(portals=(PORTAL,))))[0].title == "Tiêu đề"


def test_a_page_that_fits_no_layout_is_an_error_that_names_what_is_missing():
    """Nothing is guessed in silence: the reason names for each layout the field that found nothing."""
    page = Page(content=f"<h1>a</h1><p>{PARAGRAPH * 4}".encode(), url=PAGE.url)

    with pytest.raises(ReadError, match=r"New: title: .*h1\.new.*; Old: body: .*#body") as refusal:
        read_article(page, plugins=plugins_with(TwoLooks(portals=(PORTAL,))))
    assert refusal.value.importer == "two-looks"


def test_an_importer_that_guesses_falls_back_to_structure():
    """Where a portal's pages are not known well, structure reads what no layout fits, and the portal is still named."""

    class Guessing(TwoLooks):
        """Not sure of its selectors."""

        guesses = True

    page = Page(content=f'<meta charset="utf-8"><h1>Tiêu đề</h1>{f"<p>{PARAGRAPH}</p>" * 4}'.encode(), url=PAGE.url)
    article, portal, made_by = read_article(page, plugins=plugins_with(Guessing(portals=(PORTAL,))))

    assert (article.portal, portal) == ("simple", PORTAL)
    assert made_by.startswith("structure ")


def test_a_broken_importer_fails_one_page_with_its_cause():
    """An importer's own mistake becomes a read error of that page, with the mistake as its cause."""

    class Broken(Simple):
        """Makes a mistake on every page."""

        def found(self, document):
            """Divide by zero."""
            return document.tree and 1 / 0

    with pytest.raises(ReadError, match="ZeroDivisionError") as refusal:
        read_article(PAGE, plugins=plugins_with(Broken(portals=(PORTAL,))))
    assert isinstance(refusal.value.__cause__, ZeroDivisionError)


def test_a_required_field_that_is_missing_is_an_error():
    """A field is required unless it is declared not to be."""

    class Dated(Simple):
        """Every page has its time."""

        published_at = Moment("time", "meta[name=date]")

    with pytest.raises(ReadError, match="published_at: nothing of use at time or meta"):
        Dated().read(document(f"<h1>a</h1><div id=body>{PARAGRAPH}"))


def test_attributes_and_labels_are_selected():
    """``::attr(name)`` takes an attribute; a meta element gives its content."""
    page = document("<time datetime='2024-11-26T03:20:00Z'>hôm qua</time>", head="<meta name=d content='25/11/2024'>")

    assert Moment("time", "time::attr(datetime)").found(page).isoformat() == "2024-11-26T03:20:00+00:00"
    assert Moment("meta[name=d]").found(page).isoformat() == "2024-11-25T00:00:00+07:00"
