"""
Door 2, to extend: everything that an importer of one more portal is made of.

A plug-in is a package with an entry point in the group ``antq_records``::

    class NukeViet(Importer):
        id = "nukeviet"
        title = Title("h1.title")
        lead = Lead(".hometext")
        body = Body("#news-bodyhtml", skip=(".related",))
        published_at = Moment("meta[property='article:published_time']", ".h5")


    @hookimpl
    def antq_importers():
        return [NukeViet(portals=(Portal(id="congan-hanam", name="Công an tỉnh Hà Nam", hosts=("congan.hanam.gov.vn",)),))]
"""

from antq_records.hookspecs import hookimpl
from antq_records.importers.blocks import Piece, pieces
from antq_records.importers.choosing import read_article
from antq_records.importers.closing import close
from antq_records.importers.composing import Found
from antq_records.importers.decoding import MAX_BYTES, decode
from antq_records.importers.discovery import Feed, Health, JsonListing, Link, Listed, Listing, Sitemap, Source
from antq_records.importers.document import Document, parse
from antq_records.importers.fields import Authors, Body, Credit, Lead, MismatchError, Moment, Tags, Text, Title
from antq_records.importers.importer import Importer, Layout
from antq_records.importers.moments import moment
from antq_records.importers.structural import Structural
from antq_records.model import Article, Page, Portal

__all__ = [
    "MAX_BYTES",
    "Article",
    "Authors",
    "Body",
    "Credit",
    "Document",
    "Feed",
    "Found",
    "Health",
    "Importer",
    "JsonListing",
    "Layout",
    "Lead",
    "Link",
    "Listed",
    "Listing",
    "MismatchError",
    "Moment",
    "Page",
    "Piece",
    "Portal",
    "Sitemap",
    "Source",
    "Structural",
    "Tags",
    "Text",
    "Title",
    "close",
    "decode",
    "hookimpl",
    "moment",
    "parse",
    "pieces",
    "read_article",
]
