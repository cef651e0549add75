"""
The fields of a page, declared by where they stand.

Each takes one or more selectors and tries them in order. A selector is CSS, optionally followed by ``::attr(name)``; of a
``<meta>`` element it is the ``content`` that counts. A field that finds nothing is an error that names it, unless it is declared
with ``required=False``: then the page does not say, and the value is absent. Where several lines look alike and differ by their
words, ``label`` names how the line in question begins.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final, Generic, NamedTuple, TypeVar

from selectolax.lexbor import LexborNode

from antq_records.importers.blocks import Piece, pieces
from antq_records.importers.closing import credit_in, names_in
from antq_records.importers.document import Document
from antq_records.importers.moments import moment
from antq_records.importers.plain import plain
from antq_records.model import BlockKind

__all__ = ["Authors", "Body", "Credit", "Field", "Lead", "MismatchError", "Moment", "Tags", "Text", "Title", "value_of"]

T = TypeVar("T")

_ATTRIBUTE: Final = re.compile(r"^(?P<css>.*?)(?:::attr\((?P<name>[\w:-]+)\))?$", re.DOTALL)


class MismatchError(Exception):
    """A page is not built as a layout says: which field found nothing, and where it looked."""


class _Selector(NamedTuple):
    css: str
    attribute: str | None

    @classmethod
    def parsed(cls, selector: str) -> "_Selector":
        found = _ATTRIBUTE.match(selector)
        return cls(found["css"], found["name"]) if found else cls(selector, None)


def value_of(node: LexborNode, attribute: str | None = None) -> str:
    """Return the plain text of an element, or of one of its attributes."""
    if attribute is None and node.tag != "meta":
        return plain(node.text(separator=" ") if node.first_child is not node.last_child else node.text())
    return plain(node.attributes.get(attribute or "content") or "")


class Field(Generic[T]):
    """One thing that a page says, and where."""

    def __init__(self, *selectors: str, label: str = "", required: bool = True) -> None:
        self.selectors = selectors
        self.label = label
        self.required = required
        self.name = ""
        self._parsed = [_Selector.parsed(selector) for selector in selectors]

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn the field's name from the class that declares it."""
        self.name = name

    def found(self, document: Document) -> T | None:
        """
        Return what the page says; ``None`` where it says nothing and need not.

        :raises MismatchError: No selector matches anything of use, and the field is required.
        """
        value = self.sought(document)
        if value is None and self.required:
            reason = f"{self.name}: nothing of use at {' or '.join(self.selectors)}"
            raise MismatchError(reason)
        return value

    def sought(self, document: Document) -> T | None:
        """Return what the page says, else ``None``; what kinds of fields differ in."""
        raise NotImplementedError

    def candidates(self, document: Document) -> Iterator[tuple[LexborNode, str | None]]:
        """Yield for each selector its first element, of those that begin with the label if there is one, and the attribute it means."""
        for css, attribute in self._parsed:
            if self.label:
                node = next((node for node in document.all(css) if value_of(node).startswith(self.label)), None)
            else:
                node = document.first(css)
            if node is not None:
                yield node, attribute


class Text(Field[str]):
    """A piece of text, on one line: the first that is not empty."""

    def sought(self, document: Document) -> str | None:
        """Return the text."""
        return next((value for node, attribute in self.candidates(document) if (value := value_of(node, attribute))), None)


class Credit(Text):
    """The source that the article was taken over from, without its label. Absent on most pages, so not required."""

    def __init__(self, *selectors: str, label: str = "", required: bool = False) -> None:
        super().__init__(*selectors, label=label, required=required)

    def sought(self, document: Document) -> str | None:
        """Return the source."""
        line = super().sought(document)
        return line and (credit_in(line) or line)


class Title(Field[Piece]):
    """The headline."""

    def sought(self, document: Document) -> Piece | None:
        """Return the headline with its element."""
        for node, attribute in self.candidates(document):
            value = value_of(node, attribute)
            if value:
                return Piece(BlockKind.TITLE, value, node)
        return None


class Moment(Field[datetime]):
    """A time, with its zone; Vietnam's where none is printed. The first that can be read as one."""

    def sought(self, document: Document) -> datetime | None:
        """Return the time."""
        for node, attribute in self.candidates(document):
            value = moment(value_of(node, attribute))
            if value is not None:
                return value
        return None


class Authors(Field[tuple[str, ...]]):
    """Who wrote it: one line, in which several names may be parted by commas or dashes. Absent on many pages, so not required."""

    def __init__(self, *selectors: str, label: str = "", required: bool = False) -> None:
        super().__init__(*selectors, label=label, required=required)

    def sought(self, document: Document) -> tuple[str, ...] | None:
        """Return the names."""
        for node, attribute in self.candidates(document):
            names = names_in(value_of(node, attribute))
            if names:
                return tuple(dict.fromkeys(names))
        return None


class Tags(Field[tuple[str, ...]]):
    """The key words: the text of every element that the first fruitful selector matches. Absent on many pages, so not required."""

    def __init__(self, *selectors: str, required: bool = False) -> None:
        super().__init__(*selectors, required=required)

    def sought(self, document: Document) -> tuple[str, ...] | None:
        """Return the key words in the order of the page."""
        for css, attribute in self._parsed:
            words = dict.fromkeys(word for node in document.all(css) if (word := value_of(node, attribute).lstrip("# ")))
            if words:
                return tuple(words)
        return None


class Body(Field[list[Piece]]):
    """
    The element that holds the article's text.

    :param skip: Selectors of what is inside it but no text of the article: related boxes, the writer's line.
    :param captions: Selectors of captions, beside ``figcaption`` and elements whose class says so.
    """

    kind = BlockKind.PARAGRAPH

    def __init__(self, *selectors: str, skip: tuple[str, ...] = (), captions: tuple[str, ...] = (), required: bool = True) -> None:
        super().__init__(*selectors, required=required)
        self.skip = ", ".join(skip)
        self.captions = ", ".join(captions)

    def sought(self, document: Document) -> list[Piece] | None:
        """Return the blocks of the first element that holds any."""
        for node, _ in self.candidates(document):
            if found := self.inside(node, document):
                return found
        return None

    def inside(self, container: LexborNode, document: Document) -> list[Piece]:
        """Return the blocks of text inside an element."""
        skip = document.foreign
        if self.skip:
            skip = skip.union(node.mem_id for node in container.css(self.skip))
        captions = {node.mem_id for node in container.css(self.captions)} if self.captions else ()
        return pieces(container, skip=skip, captions=captions, title=document.title, kind=self.kind)


class Lead(Body):
    """The element that holds the lead (*sapô*). Pages do without one, so not required."""

    kind = BlockKind.LEAD

    def __init__(self, *selectors: str, skip: tuple[str, ...] = (), required: bool = False) -> None:
        super().__init__(*selectors, skip=skip, required=required)
