"""Web archives made for the tests, record by record."""

import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


class Archive:
    """A WARC file that is being written."""

    def __init__(self, path, *, compressed=True):
        self.path = path
        self._file = path.open("wb")
        self._writer = WARCWriter(self._file, gzip=compressed)

    def add(  # noqa: PLR0913 - a record has many sides
        self,
        url,
        body,
        *,
        kind="response",
        status="200 OK",
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        date="2025-06-20T01:02:03Z",
    ):
        """Write one record and return its offset."""
        offset = self._file.tell()
        http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1") if kind in {"response", "revisit"} else None
        content_type = {} if http else {"warc_content_type": dict(headers).get("Content-Type")}
        record = self._writer.create_warc_record(
            url, kind, payload=io.BytesIO(body), length=len(body), http_headers=http, warc_headers_dict={"WARC-Date": date}, **content_type
        )
        self._writer.write_record(record)
        self._file.flush()
        return offset

    def close(self):
        """End the file."""
        self._file.close()


@pytest.fixture(name="archive", params=[True, False], ids=["compressed", "plain"])
def archive_fixture(request, tmp_path):
    """Give an archive to write to, once compressed and once not."""
    archive = Archive(tmp_path / ("crawl.warc.gz" if request.param else "crawl.warc"), compressed=request.param)
    yield archive
    archive.close()
