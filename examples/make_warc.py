"""
Write ``portals.warc.gz``: the pages of ``portals/`` as a small web archive.

Each page becomes one response record under its canonical address. Dates and record ids depend on the pages alone, so the
same pages give the same archive, byte for byte. Run it with ``python examples/make_warc.py``; it needs warcio.
"""

from __future__ import annotations

import io
import re
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE: Final = Path(__file__).resolve().parent
CANONICAL: Final = re.compile(rb'<link rel="canonical" href="([^"]+)"')
FIRST_CAPTURE: Final = datetime(2025, 6, 20, 1, 0, tzinfo=UTC)
"""When the first page counts as captured; each later page follows by a minute."""


def main() -> None:
    """Write the archive beside this script."""
    with (HERE / "portals.warc.gz").open("wb") as target:
        writer = WARCWriter(target, gzip=True)
        for index, path in enumerate(sorted((HERE / "portals").glob("*.html"))):
            page = path.read_bytes()
            found = CANONICAL.search(page)
            if found is None:
                message = f"{path.name} has no canonical link"
                raise SystemExit(message)
            address = found[1].decode()
            moment = FIRST_CAPTURE + timedelta(minutes=index)
            http_headers = StatusAndHeaders(
                "200 OK",
                [
                    ("Date", f"{moment:%a, %d %b %Y %H:%M:%S} GMT"),
                    ("Content-Type", "text/html; charset=utf-8"),
                    ("Content-Length", str(len(page))),
                ],
                protocol="HTTP/1.1",
            )
            record = writer.create_warc_record(
                address,
                "response",
                payload=io.BytesIO(page),
                http_headers=http_headers,
                warc_headers_dict={
                    "WARC-Date": f"{moment:%Y-%m-%dT%H:%M:%SZ}",
                    "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, address)}>",
                },
            )
            writer.write_record(record)


if __name__ == "__main__":
    main()
