"""Reads newspapers on the ePi CMS: see the README for what is known of their pages."""

from antq_records.importers import (
    Authors,
    Body,
    Credit,
    Feed,
    Importer,
    JsonListing,
    Lead,
    Listing,
    Moment,
    Portal,
    Sitemap,
    Tags,
    Title,
    hookimpl,
)

__all__ = ["PORTALS", "Epi", "antq_importers"]

PORTALS = (
    Portal(id="sggp", name="Báo Sài Gòn Giải Phóng", hosts=("sggp.org.vn",)),
    Portal(id="nhandan", name="Báo Nhân Dân", hosts=("nhandan.vn",)),
    Portal(id="plo", name="Báo Pháp Luật TP.HCM", hosts=("plo.vn",)),
    Portal(id="anninhthudo", name="Báo An ninh Thủ đô", hosts=("anninhthudo.vn",)),
    Portal(id="tienphong", name="Báo Tiền Phong", hosts=("tienphong.vn",)),
    Portal(id="vietnamplus", name="VietnamPlus", hosts=("vietnamplus.vn",)),
    Portal(id="baogialai", name="Báo Gia Lai", hosts=("baogialai.com.vn",)),
    Portal(id="baolaocai", name="Báo Lào Cai", hosts=("baolaocai.vn",)),
)


class Epi(Importer):
    """An article page of the ePi CMS."""

    id = "epi"

    title = Title("h1.article__title")
    lead = Lead(".article__sapo")
    body = Body(
        ".article__body",
        skip=(".article-relate", ".article__source", ".article__author", "#sdaWeb_SdaArticleAfterBody"),
        captions=("td.caption",),
    )
    published_at = Moment(
        "meta[property='article:published_time']", ".article__meta time::attr(datetime)", ".article__meta time", required=False
    )
    updated_at = Moment("meta[property='article:modified_time']", required=False)
    authors = Authors(".article__meta .author", ".article__author")
    credit = Credit(".article__source")
    tags = Tags(".article__tag a")

    sources = (
        Listing(
            items="article.story",
            link=".story__heading a",
            date="time",
            skip="i.ic-video, i.ic-audio",
            end="one page; the rest comes from the JSON listing",
        ),
        JsonListing(
            address="https://api.{host}/api/morenews-zone-{zone}-{page}.html?phrase=",
            items="data.contents",
            link="url",
            title="title",
            date="date",
            error="error_code",
        ),
        Feed(path="/rss/home.rss"),
        Sitemap(path="/sitemap.xml"),
    )


@hookimpl
def antq_importers() -> list[Importer]:
    """Offer ePi for the newspapers that are known to run on it."""
    return [Epi(portals=PORTALS)]
