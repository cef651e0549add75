"""Portals whose CMS is not known: the structural importer reads them, and each is declared here as data."""

from antq_records.importers import Importer, Portal, Structural, hookimpl

__all__ = ["NINH_BINH", "antq_importers"]

NINH_BINH = Portal(id="congan-ninhbinh", name="Công an tỉnh Ninh Bình", hosts=("congan.ninhbinh.gov.vn",), organization="police-ninh-binh")


@hookimpl
def antq_importers() -> list[Importer]:
    """Offer the structural importer for these portals."""
    return [Structural(portals=(NINH_BINH,))]
