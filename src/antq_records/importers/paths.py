"""CSS paths that lead from a block of text back to its element."""

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from antq_records.errors import ReadError

__all__ = ["Paths"]

_NAME: Final = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_ODD: Final = re.compile(r"[^\w-]", re.ASCII)
_ESCAPED: Final = r"\\\g<0>"
_LONGEST: Final = 20_000
"""A longer path has more steps than any page has reason for."""


class Paths:
    """The CSS paths of elements of one page: short, from the nearest element with an id, each selecting that element first."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._tree = tree
        self._known: dict[int, str] = {}
        self._places: dict[int, int] = {}

    def to(self, element: LexborNode) -> str:
        """Return the path of an element."""
        known = self._known
        if found := known.get(element.mem_id):
            return found
        climbed: list[LexborNode] = []
        node: LexborNode | None = element
        path = ""
        while node is not None:
            if found := known.get(node.mem_id):
                path = found
                break
            climbed.append(node)
            if anchor := self._anchor(node):
                path = known[node.mem_id] = anchor
                climbed.pop()
                break
            node = node.parent
        for node in reversed(climbed):
            path = known[node.mem_id] = f"{path} > {self._step(node)}" if path else self._step(node)
            if len(path) > _LONGEST:
                reason = "elements nested too deep to say where they are"
                raise ReadError(reason)
        return path

    def _anchor(self, node: LexborNode) -> str | None:
        """Return what selects an element without its ancestors: a tag that stands once, or an id that none before or inside it has."""
        tag = node.tag
        if tag in {"html", "head", "body"}:
            return tag
        name = node.id
        if not name or not _NAME.fullmatch(name):
            return None
        selector = f"#{name}"
        first = self._tree.css_first(selector)
        return selector if first is not None and first.mem_id == node.mem_id and len(node.css(selector)) == 1 else None

    def _step(self, node: LexborNode) -> str:
        place = self._places.get(node.mem_id)
        if place is None:
            self._count_siblings(node)
            place = self._places[node.mem_id]
        tag = node.tag or "*"
        return f"{tag if tag.isidentifier() else _ODD.sub(_ESCAPED, tag)}:nth-of-type({place})"

    def _count_siblings(self, node: LexborNode) -> None:
        """Count all children of an element at once: asking each for its place would take the square of their number."""
        counts: dict[str | None, int] = {}
        parent = node.parent
        for sibling in parent.iter() if parent is not None else [node]:
            tag = sibling.tag
            self._places[sibling.mem_id] = counts[tag] = counts.get(tag, 0) + 1
