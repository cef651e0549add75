"""Reads Báo Lao Động, desktop and AMP: see the README for what is known of its pages."""

from datetime import date

from antq_records.importers import Authors, Body, Feed, Importer, Layout, Lead, Listing, Moment, Portal, Tags, Title, hookimpl
from antq_records_laodong.amp import Amp

__all__ = ["LAO_DONG", "Desktop", "LaoDong", "OldDesktop", "antq_importers"]

LAO_DONG = Portal(id="laodong", name="Báo Lao Động", hosts=("laodong.vn", "amp.laodong.vn"))


class Desktop(Layout):
    """The desktop page since 2022."""

    title = Title("h1.title")
    lead = Lead("div.chappeau")
    body = Body("#gallery-ctt", ".art-body", skip=(".tin-lien-quan",))
    published_at = Moment("span.time")
    authors = Authors("span.author")
    tags = Tags(".lst-tags a")


class OldDesktop(Layout):
    """The desktop page before 2022."""

    last_seen = date(2021, 12, 31)

    title = Title("h1.title", "h1")
    lead = Lead("p.abs")
    body = Body("div.article-content", skip=(".tin-lien-quan",))
    published_at = Moment("time.f-datetime")
    authors = Authors("span.author")
    tags = Tags(".lst-tags a")


class LaoDong(Importer):
    """An article page of Báo Lao Động."""

    id = "laodong"
    layouts = (Desktop, OldDesktop, Amp)
    guesses = True  # no AMP page has been seen as it was sent: only the order of its text is known

    sources = (
        Listing(
            path="/cong-doan",
            items="article:has(a.link-title), div.body-content div.articles article",
            link="a.link-title, a",
            pages="?page={page}",
        ),
        Feed(path="/rss/home.rss"),
        Feed(path="/rss/cong-doan.rss"),
    )


@hookimpl
def antq_importers() -> list[Importer]:
    """Offer the importer of Báo Lao Động."""
    return [LaoDong(portals=(LAO_DONG,))]
