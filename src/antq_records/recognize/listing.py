"""
Names that follow a group: “cho 2 tập thể và 3 cá nhân, gồm: …”, list items, numbered lines, the rows of a table.

The named ones are the honorees then; the group's size is only a check.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from antq_records.model import Block, BlockKind

if TYPE_CHECKING:
    from antq_records.recognize.clause import Grant
    from antq_records.recognize.document import Document, Mention, Sentence

__all__ = ["named_recipients"]

_OPENS: Final = re.compile(r"(?::|gồm|gồm có|bao gồm|là|đó là|sau đây|dưới đây)[ :]*$")
_ITEM: Final = re.compile(r"\s*(?:\d{1,3}\s?[.)\-/]|[-–+•*]|[a-zđ]\))\s*")
_NAME_HEADER: Final = re.compile(r"họ (?:và )?tên|họ, tên|tên (?:tập thể|đơn vị|cá nhân)|tập thể|cá nhân|đơn vị được")
_LONGEST_LINE: Final = 260


def named_recipients(document: Document, grant: Grant) -> list[Mention]:
    """Return the people and bodies that are named behind the groups a grant counts; empty where none are."""
    groups = [one for one in grant.recipients if one.kind == "group"]
    if not groups:
        return []
    named = _in_sentence(document, grant, groups[-1])
    if named:
        return named
    sentences = document.sentences
    place = sentences.index(grant.sentence)
    following = sentences[place + 1 :]
    opened = document.folded[grant.sentence.start : grant.sentence.end].rstrip().endswith(":")
    if following and following[0].block is grant.sentence.block:
        first = following[0]
        if not (opened or _OPENS.search(document.folded, first.start, min(first.end, first.start + 40))):
            return []
        return _people_and_bodies(first.mentions)
    return _in_blocks(document, following, opened=opened)


def _in_sentence(document: Document, grant: Grant, group: Mention) -> list[Mention]:
    """Read names behind “gồm”, a colon or an opening bracket in the same sentence."""
    after = [one for one in grant.sentence.mentions if one.start >= group.end]
    names = _people_and_bodies(after)
    if not names:
        return []
    start = min(names[0].start, names[0].value.head_start) if names[0].kind == "org" else names[0].start
    between = document.folded[group.end : start]
    opening = re.search(r"(?::|\bgồm\b|\blà\b|\()", between)
    if opening is None or ";" in between[: opening.start()] or "trong đó" in between or "trên" in between[:6]:
        return []
    if len(between) - opening.end() > 40:  # noqa: PLR2004 - the names follow at once
        return []
    return names


def _people_and_bodies(mentions: list[Mention]) -> list[Mention]:
    found: list[Mention] = []
    for mention in mentions:
        if mention.kind == "person" or (mention.kind == "org" and not mention.value.several and not mention.value.bare):
            found.append(mention)
        elif mention.kind in {"give", "honour", "receive", "propose", "hold", "speak", "attend"}:
            break
    people = [one for one in found if one.kind == "person"]
    return people or found


def _in_blocks(document: Document, following: list[Sentence], *, opened: bool) -> list[Mention]:
    """Read one name from each list item, numbered line or table row that follows; captions between them are passed over."""
    named: list[Mention] = []
    name_column: int | None = None
    rows: set[int | None] = set()
    for sentence in following:
        block = sentence.block
        if block.kind is BlockKind.CAPTION:
            continue
        if block.kind is BlockKind.CELL:
            if block.header or block.row == 0:
                if _NAME_HEADER.search(document.folded, block.start, block.end):
                    name_column = block.column
                continue
            if (name_column is None or block.column == name_column) and block.row not in rows:
                first = next((one for one in sentence.mentions if one.kind in {"person", "org"}), None)
                if first is not None:
                    named.append(first)
                    rows.add(block.row)
            continue
        if not _is_item(document, block, opened=opened):
            break
        if sentence.start > block.start + 6 and named and named[-1].start >= block.start:
            continue
        first = _first_name(sentence)
        if first is None:
            break
        named.append(first)
    return named


def _is_item(document: Document, block: Block, *, opened: bool) -> bool:
    if block.kind is BlockKind.ITEM or _ITEM.match(document.text, block.start, block.end):
        return True
    return opened and block.end - block.start < _LONGEST_LINE


def _first_name(sentence: Sentence) -> Mention | None:
    return next((one for one in sentence.mentions if one.kind == "person" or (one.kind == "org" and not one.value.several)), None)
