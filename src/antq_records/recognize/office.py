"""Offices as they are written: “nguyên Phó Giám đốc Công an tỉnh” is a title, a standing (former) and the body it is held in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from antq_records.model import Standing
    from antq_records.recognize.document import Mention

__all__ = ["OfficeName"]


class OfficeName(NamedTuple):
    """An office as it is written."""

    start: int
    title_end: int
    standing: Standing
    standing_start: int
    body: Mention | None
    complete: bool
    """Whether the title needs no body, such as “Ủy viên Trung ương Đảng”."""
