"""Reads portals built on NukeViet 4: see the README for what is known of their pages."""

from antq_records.importers import (
    Authors,
    Body,
    Credit,
    Feed,
    Importer,
    Lead,
    Listing,
    Moment,
    Portal,
    Sitemap,
    Tags,
    Title,
    hookimpl,
)

__all__ = ["HA_NAM", "QUANG_TRI_UNION", "NukeViet", "antq_importers"]

HA_NAM = Portal(id="congan-hanam", name="Công an tỉnh Hà Nam", hosts=("congan.hanam.gov.vn",), organization="police-ha-nam")
QUANG_TRI_UNION = Portal(
    id="congdoan-quangtri", name="Công đoàn tỉnh Quảng Trị", hosts=("congdoan.quangtri.gov.vn",), organization="ldld-quang-tri"
)


class NukeViet(Importer):
    """An article page of the NukeViet CMS."""

    id = "nukeviet"

    title = Title("h1.title")
    lead = Lead(".hometext", "#hometext")
    body = Body("#news-bodyhtml", ".bodytext", skip=("ul.related", ".news-download-file", ".alert", "form"))
    # The tag carries day and zone; some sites print the visible time half a day off. Microdata's datePublished is the last edit.
    published_at = Moment(
        "meta[property='article:published_time']", ".news_column .h5", ".news_column em.time", ".news_column span.time", required=False
    )
    updated_at = Moment("meta[property='article:modified_time']", required=False)
    authors = Authors("p.text-right", label="Tác giả")
    credit = Credit("p.text-right", label="Nguồn")
    tags = Tags(".h5 a[href*='/tag/']")

    sources = (
        Listing(
            path="/index.php/vi/news/",
            items=".news_column .panel-body, ul.related > li",
            date=".text-muted li, em:not(.fa)",
            next="ul.pagination a[rel=next]",
            end="past the last page the site sends back to page 1",
        ),
        Feed(path="/index.php/vi/news/rss/", exact=False),
        Sitemap(path="/sitemap.xml", dates_publication=True),
    )


@hookimpl
def antq_importers() -> list[Importer]:
    """Offer NukeViet for the portals that are known to run on it."""
    return [NukeViet(portals=(HA_NAM, QUANG_TRI_UNION))]
