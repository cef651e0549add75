"""
Emulation clusters: members after “gồm” or a colon, heads and deputies in brackets or handed over, one record for each year.

A bare “Cụm” means the last one named in full. The number alone names nothing: host, scope and year belong to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from attrs import define, field

from antq_records.lexicon.organizations import organization
from antq_records.model import Basis, Cluster, ClusterScope, Organization
from antq_records.recognize.context import period_of
from antq_records.recognize.document import Proof
from antq_records.recognize.organization import province_at
from antq_records.recognize.spelling import is_city

if TYPE_CHECKING:
    from antq_records.model import Period
    from antq_records.recognize.context import Context
    from antq_records.recognize.document import Document, Mention, Sentence

__all__ = ["clusters", "named_before"]

_NEXT_YEAR: Final = re.compile(r"(?:bàn giao|nhiệm vụ|đảm nhận|bầu|phân công|nhận nhiệm vụ|giữ|làm|tiếp nhận|giao|luân phiên)")
_GENERIC: Final = re.compile(r"(?:từng|các|mỗi|những|cụm,) (?:cụm, )?$")
_CHANGES: Final = re.compile(r"\b(?:bầu|bàn giao|chuyển giao|phân công|tiếp nhận|luân phiên|đảm nhận|bình chọn|thống nhất cử)\b")
"""What hands a role over, however far before it."""
_TO: Final = re.compile(r" cho (?:lãnh đạo |đại diện |đại diện lãnh đạo )?$")
_AS: Final = re.compile(r"(?:với|trong) (?:vai trò|tư cách)(?: là)?(?: đơn vị)? $")
_IS: Final = re.compile(r" ?(?:năm \d{4})? ?(?:là|:) $")
_HAS_ROLE: Final = re.compile(r" ?(?:[(,-]|làm|giữ(?: vai trò| chức)?|đảm nhiệm|đảm nhận|là|nhận|) ?(?:là )?(?:đơn vị )?")
_ROLE_OF: Final = re.compile(r" ?(?:năm \d{4})? ?(?::|là|cho|\(|-)? ?")
_TOGETHER: Final = re.compile(r"(?:[\s,(]|và|cùng|cùng với|thuộc|công an|các|tỉnh|thành phố)*")
_COLON: Final = re.compile(r"(?: thành viên)?(?: ?:|,? gồm| là)")
_OPENS_MEMBERS: Final = re.compile(r"[^.;]{0,40}(?:[:(]|(?:thành viên|đơn vị) là) ?| (?:hiện )?có |(?: năm \d{4})?,? do ")
_PROVINCES: Final = re.compile(
    r"(?:các|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:tỉnh|thành phố)(?:, thành phố)?[^:.;]{0,60}?(?::|,? gồm:?|,? là) (?:tỉnh "
    r"|thành phố )?"
)
_NEXT_PROVINCE: Final = re.compile(r"(?:\s*\([^()\n]{1,60}\))?(?:\s*[,;]\s*(?:và )?|\s+và\s+)(?:tỉnh |thành phố )?")
_NEAR_CHANGE: Final = 60
_NEAR_PROVINCES: Final = 300
"""So near behind a cluster the list of its provinces begins, in code points."""
_MOST_YEARS: Final = 100
"""So many places prove the year of a cluster."""
_FIRST: Final = 0
"""In place of the year: the first record of a cluster, whatever its year."""
_UNION_WORDS: Final = ("công đoàn", "lđlđ", "liên đoàn lao động")
_YOUTH_WORDS: Final = ("thanh niên", "đoàn")
_OF_MINISTRY: Final = ("cục", "viện", "văn phòng", "học viện", "trường", "thanh tra", "bộ tư lệnh")
_OF_FORCE: Final = ("công an", "phòng", "đội", "trại")
_POLICE_OF_PROVINCE: Final = ("công an tỉnh", "công an thành phố", "công an tp")


@define
class _Draft:
    name: Mention
    year: int
    id: str
    host: Mention | None = None
    told: list[Mention] = field(factory=list)
    """Every place where it is named in full."""
    members: list[tuple[Organization, Proof]] = field(factory=list)
    head: tuple[Organization, Proof] | None = None
    deputy: tuple[Organization, Proof] | None = None
    evidence: list[Proof] = field(factory=list)
    bodies: list[tuple[Organization, Proof]] = field(factory=list)


def named_before(document: Document, position: int) -> Mention | None:
    """Return the cluster named in full that stands last before a place, else the first of the article: what a bare “Cụm” means."""
    every = document.named_clusters
    place = bisect_right(every, position, key=lambda one: one.start)
    return every[max(place - 1, 0)] if every else None


def clusters(context: Context, of_event: tuple[Period, Proof] | None) -> list[Cluster]:
    """
    Return the clusters that the article speaks of, one for each year.

    :param of_event: The time that the article's event is about, with the words that state it.
    """
    document = context.document
    drafts: dict[tuple[str, int], _Draft] = {}
    years = _years(document)
    for sentence in document.having("cluster"):
        for mention in sentence.of("cluster"):
            if not mention.value.named or _GENERIC.search(document.folded, max(0, mention.start - 12), mention.start):
                continue
            stated = _year(document, sentence, mention, years, of_event)
            if stated is None:
                continue
            year, proof = stated
            key = _key(document, mention)
            draft = drafts.get((key, _FIRST))
            if draft is None:
                draft = _Draft(mention, year, context.new_id("cluster", mention.start))
                draft.evidence += [Proof(None, mention.start, mention.value.name_end), proof]
                drafts[key, _FIRST] = drafts[key, year] = draft
            draft.told.append(mention)
            draft.host = draft.host or mention.value.host
    for sentence in document.having("cluster", "head", "deputy") if drafts else ():
        _members(context, sentence, drafts)
        _offices(context, sentence, drafts)
    if len({key for key, _ in drafts}) == 1:
        _attending(context, next(iter(drafts.values())))
    told = _years_told(document) if drafts else {}
    return [_record(context, draft, told.get(draft.year, [])) for draft in {draft.id: draft for draft in drafts.values()}.values()]


def _key(document: Document, mention: Mention) -> str:
    number = mention.value.number
    return f"#{number}" if number is not None else document.folded[mention.start : mention.value.name_end]


def _in_award(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a cluster is only named in a title: the year that stands there is the award's."""
    return any(one.start <= mention.start < one.end for one in sentence.of("award"))


def _names_one(sentence: Sentence) -> bool:
    """Say whether a cluster stands in a sentence for itself, not only in the title of an award."""
    return any(not _in_award(sentence, one) for one in sentence.of("cluster"))


def _years_told(document: Document) -> dict[int, list[Proof]]:
    """Return where each year is told in a block that names a cluster."""
    near = {id(sentence.block) for sentence in document.having("cluster") if _names_one(sentence)}
    told: dict[int, list[Proof]] = {}
    for sentence in document.having("date"):
        for one in sentence.of("date") if id(sentence.block) in near else ():
            if one.value.kind == "year" and one.value.date is not None and len(told.setdefault(one.value.date.year, [])) < _MOST_YEARS:
                told[one.value.date.year].append(Proof("year", one.start, one.end))
    return told


def _years(document: Document) -> list[tuple[int, int, int]]:
    """Return the years that may be those of a cluster, with where they stand, in the order of the text."""
    years: list[tuple[int, int, int]] = []
    for sentence in document.having("date") if document.named_clusters else ():
        for mention in sentence.of("date"):
            found = period_of(mention)
            if mention.value.kind == "year" and found and found.start.year and not _of_something_else(document, sentence, mention):
                years.append((mention.start, mention.end, found.start.year))
    return years


def _year(
    document: Document,
    sentence: Sentence,
    cluster: Mention,
    years: list[tuple[int, int, int]],
    of_event: tuple[Period, Proof] | None,
) -> tuple[int, Proof] | None:
    """Return the year of the emulation: the one stated around the cluster, else the ceremony's."""
    beside = document.beside(sentence)
    for first, last in () if _in_award(sentence, cluster) else ((sentence, sentence), (beside[0], beside[-1])):
        place = bisect_left(years, (first.start,))
        if place < len(years) and years[place][0] < last.end:
            start, end, year = years[place]
            return year, Proof("year", start, end)
    if of_event is not None and of_event[0].end.year is not None:
        return of_event[0].end.year, of_event[1]._replace(field="year", basis=Basis.CEREMONY)
    return None


def _of_something_else(document: Document, sentence: Sentence, year: Mention) -> bool:
    """Say whether a year begins a term of office (“nhiệm kỳ 2023-2028”) or is only planned for (“phương hướng năm 2025”)."""
    folded = document.folded
    return (
        folded.startswith("nhiệm kỳ", year.start)
        or folded.find("phương hướng", max(sentence.start, year.start - 60), year.start) >= 0
        or folded.find("nhiệm vụ", max(sentence.start, year.start - 40), year.start) >= 0
    )


def _draft_for(context: Context, drafts: dict[tuple[str, int], _Draft], position: int, year: int | None = None) -> _Draft | None:
    named = named_before(context.document, position)
    if named is None:
        return None
    key = _key(context.document, named)
    first = drafts.get((key, _FIRST))
    if first is None or year is None or year == first.year:
        return first
    if (key, year) not in drafts:
        draft = _Draft(named, year, context.new_id("cluster", named.start), host=first.host, told=first.told)
        drafts[key, year] = draft
    return drafts[key, year]


def _members(context: Context, sentence: Sentence, drafts: dict[tuple[str, int], _Draft]) -> None:
    """Read the members after “gồm” or a colon, or in brackets after the name."""
    document = context.document
    for place, mention in enumerate(sentence.mentions):
        if mention.kind != "cluster":
            continue
        draft = _draft_for(context, drafts, mention.start)
        if draft is not None and not draft.members and document.folded.endswith((" (", " (thuộc "), 0, mention.start):
            _take_members(context, draft, _listed_before(document, sentence.mentions[:place], mention.start), sentence)
        if draft is not None and not draft.members:
            _take_provinces(context, draft, mention, sentence)
        following = sentence.mentions[place + 1 :]
        opening = next((one for one in following if one.kind in {"consist", "org", "group"}), None)
        if draft is None or draft.members or opening is None:
            continue
        between = document.folded[mention.end : opening.start]
        if opening.kind == "consist" or (opening.kind == "group" and _COLON.match(document.folded, opening.end)):
            start = opening.end
        elif _OPENS_MEMBERS.fullmatch(between):
            start = opening.start
        else:
            continue
        _take_members(context, draft, [one for one in following if one.start >= start], sentence)


def _take_provinces(context: Context, draft: _Draft, cluster: Mention, sentence: Sentence) -> None:
    """Take provinces that stand for their police forces: “Cụm thi đua số 5 gồm 6 tỉnh Bắc Trung Bộ: Thanh Hóa, Nghệ An …”."""
    document = context.document
    host = draft.host.value.name.casefold() if draft.host else ""
    opening = _PROVINCES.search(document.folded, cluster.end, min(sentence.end, cluster.end + _NEAR_PROVINCES)) if host else None
    if (
        opening is None
        or not host.startswith("bộ công an")
        or document.folded.endswith("công an ", 0, opening.start())
        or any(mark in document.folded[cluster.end : opening.start()] for mark in ".;")
    ):
        return
    position, limit = opening.end(), sentence.end
    found: list[tuple[int, int, str]] = []
    while (place := province_at(document.folded, position)) is not None and place <= limit:
        level = "thành phố" if is_city(document.folded[position:place]) else "tỉnh"
        found.append((position, place, f"Công an {level} {document.text[position:place]}"))
        gap = _NEXT_PROVINCE.match(document.folded, place)
        if gap is None:
            break
        position = gap.end()
    if len(found) > 1:
        for number, (start, end, name) in enumerate(found):
            entry = organization(name, on=context.on)
            proof = Proof(f"members[{number}]", start, end, Basis.REGISTRY)
            draft.members.append((Organization(name=name, ref=entry.id if entry else None), proof))
        draft.evidence.append(Proof(None, draft.name.start if draft.name.start >= sentence.start else found[0][0], found[0][1]))


def _listed_before(document: Document, before: list[Mention], edge: int) -> list[Mention]:
    """Return the bodies that stand together before a place: “Công an tỉnh A cùng Công an các tỉnh B, C (Cụm thi đua số 7)”."""
    listed: list[Mention] = []
    for mention in reversed(before):
        if mention.kind != "org" or not _TOGETHER.fullmatch(document.folded, mention.end, max(edge, mention.end)):
            break
        listed.insert(0, mention)
        edge = min(mention.start, mention.value.head_start)
    return listed


def _attending(context: Context, draft: _Draft) -> None:
    """Take the forces whose leaders attend a cluster's own event as its members: “lãnh đạo Công an 5 tỉnh: A, B, …”."""
    if draft.members or draft.name.value.number is None:
        return
    for sentence in context.document.having("attend"):
        listed = [one for one in sentence.of("org") if one.value.head_start < one.start and not one.value.several]
        if len(listed) > 1:
            _take_members(context, draft, listed, sentence)
            break
    names = {organization.name.casefold() for organization, _ in draft.members}
    if draft.members and draft.head is not None and draft.head[0].name.casefold() not in names:
        organization, proof = draft.head
        draft.members.append((organization, proof._replace(field=f"members[{len(draft.members)}]")))


def _take_members(context: Context, draft: _Draft, following: list[Mention], sentence: Sentence) -> None:
    document = context.document
    edge: int | None = None
    for mention in following:
        if mention.kind in {"head", "deputy", "consist"}:
            continue
        if mention.kind != "org":
            if mention.kind in {"group", "union_count", "figure"} and not draft.members:
                edge = mention.end
                continue
            break
        start = min(mention.value.head_start, mention.start)
        if (
            edge is not None
            and start >= edge
            and not re.fullmatch(
                r"(?:[\s,;:()-]|và|đơn vị|cụm trưởng|cụm phó|khối trưởng|khối phó|phó|trưởng|là|gồm|các|thành viên|cùng|với|lãnh đạo"
                r"|đại diện|làm)*",
                document.folded[edge : mention.start],
            )
        ):
            break
        edge = mention.end
        if mention.value.several:
            continue
        draft.members.append(context.organization(mention, f"members[{len(draft.members)}]"))
    if len(draft.members) < 2:  # noqa: PLR2004 - one alone is no membership
        draft.members.clear()
    else:
        first = draft.members[0][1]
        start = min(first.start, draft.name.start) if sentence.start <= draft.name.start else first.start
        draft.evidence.append(Proof(None, start, first.end))


def _offices(context: Context, sentence: Sentence, drafts: dict[tuple[str, int], _Draft]) -> None:
    """Read head and deputy: in brackets or after a comma behind the unit, before it (“Cụm trưởng: …”), or handed over for a year."""
    for place, role in enumerate(sentence.mentions):
        if role.kind not in {"head", "deputy"}:
            continue
        start = max(sentence.start, role.start - _NEAR_CHANGE)
        folded = context.document.folded
        clause = folded.rfind(";", sentence.start, role.start) + 1 or sentence.start
        changes = _NEXT_YEAR.search(folded, start, role.start) is not None or _CHANGES.search(folded, clause, role.start) is not None
        unit = _unit_of(context.document, sentence, place, changes=changes)
        if unit is None or unit.value.several:
            continue
        years = [one for one in sentence.of("date") if one.value.kind == "year"] if changes else []
        year = next((one for one in years if one.start >= role.end), next(iter(years), None))
        draft = _draft_for(context, drafts, role.end + 1, year.value.date.year if year else None)
        if draft is None:
            continue
        if year is not None and not any(piece.field == "year" for piece in draft.evidence):
            draft.evidence.append(Proof("year", year.start, year.end))
            draft.evidence.append(Proof(None, min(unit.start, role.start), max(unit.end, role.end)))
        if role.kind == "head":
            draft.head = draft.head or _with_role(context, unit, role)
        else:
            draft.deputy = draft.deputy or _with_role(context, unit, role)


def _unit_of(document: Document, sentence: Sentence, place: int, *, changes: bool) -> Mention | None:
    """Return the unit that has the role at a place among the mentions; *changes* tells whether it is handed over there."""
    units = (
        _handed_to(document, sentence, place) if changes else None,
        _named_right_behind(document, sentence, place),
        _in_turn(document, sentence, place),
        _named_right_before(document, sentence, place),
    )
    sure = next((unit for unit in units if unit is not None), None)
    assigned = any(one.kind == "passive" for one in sentence.mentions[:place])
    if sure is not None or (changes and assigned):
        return sure or _assigned(sentence, place)
    return _role_of(document, sentence, place) or (_last_before(sentence, place) if changes else None) or _of_officer(sentence, place)


def _behind(sentence: Sentence, place: int) -> Mention | None:
    """Return the body behind a role, if no other role comes first."""
    following = next((one for one in sentence.mentions[place + 1 :] if one.kind in {"org", "head", "deputy"}), None)
    return following if following is not None and following.kind == "org" else None


def _named_right_behind(document: Document, sentence: Sentence, place: int) -> Mention | None:
    """Return the unit of “Cụm trưởng: A”, “Cụm trưởng năm 2025 là A”, “với vai trò Cụm trưởng, A …”."""
    role, unit = sentence.mentions[place], _behind(sentence, place)
    if unit is None:
        return None
    is_it = _IS.fullmatch(document.folded, role.end, unit.start) or _AS.search(
        document.folded, max(sentence.start, role.start - 24), role.start
    )
    return unit if is_it else None


def _named_right_before(document: Document, sentence: Sentence, place: int) -> Mention | None:
    """Return the unit of “A (Cụm trưởng)”, “A làm Cụm trưởng”."""
    before, role = sentence.mentions[place - 1] if place else None, sentence.mentions[place]
    if before is None or before.kind != "org":
        return None
    return before if _HAS_ROLE.fullmatch(document.folded, before.end, role.start) else None


def _assigned(sentence: Sentence, place: int) -> Mention | None:
    """Return the unit of “A được bầu … làm Cụm trưởng”."""
    before = sentence.mentions[:place]
    passive = next(one for one in reversed(before) if one.kind == "passive")
    return next((one for one in reversed(before) if one.kind == "org" and one.end <= passive.start), None)


def _role_of(document: Document, sentence: Sentence, place: int) -> Mention | None:
    """Return the unit of “Cụm trưởng Cụm thi đua số 5 cho A”."""
    role, unit = sentence.mentions[place], _behind(sentence, place)
    of = next(iter(sentence.mentions[place + 1 : place + 2]), None)
    end = of.end if of and of.kind == "cluster" and of.start - role.end <= 1 else role.end
    return unit if unit is not None and _ROLE_OF.fullmatch(document.folded, end, unit.start) else None


def _last_before(sentence: Sentence, place: int) -> Mention | None:
    """Return the last body before a role that is handed over."""
    return next((one for one in reversed(sentence.mentions[:place]) if one.kind == "org" and not one.value.several), None)


def _of_officer(sentence: Sentence, place: int) -> Mention | None:
    """Return the body of whoever is named before a role: “Đại tá A, Giám đốc Công an tỉnh B, Cụm trưởng …”."""
    before = sentence.mentions[place - 1] if place else None
    if before is None or before.kind != "person":
        return None
    body: Mention | None = next((office.body for office in before.value.offices if office.body), before.value.unit)
    return body


def _handed_to(document: Document, sentence: Sentence, place: int) -> Mention | None:
    """Return whom a role is handed to: “bàn giao nhiệm vụ Cụm trưởng, Cụm phó cho A và B” gives them in order."""
    after = sentence.mentions[place + 1 :]
    first = next(
        (
            number
            for number, one in enumerate(after)
            if one.kind == "org" and _TO.search(document.folded, max(sentence.start, one.start - _NEAR_CHANGE), one.start)
        ),
        None,
    )
    if first is None:
        return None
    roles = [one.kind for one in sentence.mentions if one.kind in {"head", "deputy"} and one.end <= after[first].start]
    receivers = [one for one in after[first:] if one.kind == "org"]
    order = roles.index(sentence.mentions[place].kind)
    return receivers[order] if len(roles) == 1 or len(receivers) == len(roles) else None


def _in_turn(document: Document, sentence: Sentence, place: int) -> Mention | None:
    """Return who has a role where two are given in turn: “A và B lần lượt được bầu làm Cụm trưởng, Cụm phó”."""
    role = sentence.mentions[place]
    word = document.folded.rfind("lần lượt", sentence.start, role.start)
    roles = sentence.of("head", "deputy")
    if word < 0 or len(roles) != 2:  # noqa: PLR2004 - head and deputy
        return None
    before = [one for one in sentence.of("org") if one.end <= word and not one.value.several][-2:]
    if len(before) != 2 or roles[0].start < before[1].end:  # noqa: PLR2004 - one for each role
        return None
    return before[roles.index(role)]


def _with_role(context: Context, unit: Mention, role: Mention) -> tuple[Organization, Proof]:
    organization, proof = context.organization(unit, role.kind)
    start, end = min(proof.start, role.start), max(proof.end, role.end)
    return organization, Proof(role.kind, start, end, proof.basis)


def _scope(context: Context, draft: _Draft) -> tuple[ClusterScope | None, Proof | None]:
    """Tell among whom the cluster is formed, from its members, its host and its own name."""
    units = draft.members or [unit for unit in (draft.head, draft.deputy) if unit]
    names = [organization.name.casefold() for organization, _ in units]
    name = context.document.folded[draft.name.start : draft.name.value.name_end]
    host = draft.host.value.name.casefold() if draft.host else ""
    among = (
        (ClusterScope.TRADE_UNIONS, _has(name, _UNION_WORDS) or _has(host, _UNION_WORDS) or _all_have(names, _UNION_WORDS)),
        (ClusterScope.YOUTH, _has(name, _YOUTH_WORDS) or _all_have(names, _YOUTH_WORDS)),
        (ClusterScope.INSIDE_ONE_FORCE, host.startswith(_POLICE_OF_PROVINCE)),
        (ClusterScope.PROVINCE_FORCES, _all_begin(names, _POLICE_OF_PROVINCE)),
        (ClusterScope.MINISTRY_DEPARTMENTS, host.startswith("bộ công an") and _all_begin(names, _OF_MINISTRY)),
        (ClusterScope.INSIDE_ONE_FORCE, _all_begin(names, _OF_FORCE)),
        (ClusterScope.OTHER, draft.name.value.number is None),
    )
    scope = next((scope for scope, is_so in among if is_so), None)
    if scope is None:
        return None, None
    if units:
        return scope, units[0][1]._replace(field="scope", basis=Basis.TEXT)
    if scope is ClusterScope.INSIDE_ONE_FORCE and draft.host:
        return scope, Proof("scope", draft.host.start, draft.host.end)
    return scope, Proof("scope", draft.name.start, draft.name.value.name_end)


def _has(name: str, words: tuple[str, ...]) -> bool:
    return any(word in name for word in words)


def _all_have(names: list[str], words: tuple[str, ...]) -> bool:
    return bool(names) and all(_has(name, words) for name in names)


def _all_begin(names: list[str], words: tuple[str, ...]) -> bool:
    return bool(names) and all(name.startswith(words) for name in names)


def _record(context: Context, draft: _Draft, years: list[Proof]) -> Cluster:
    document = context.document
    evidence = list(draft.evidence)
    number = draft.name.value.number
    host = None
    for mention in draft.told:
        evidence.append(Proof("name", mention.start, mention.value.name_end))
        if number is not None:
            evidence.append(Proof("number", mention.start, mention.value.name_end))
        if mention.value.host is not None:
            organization, proof = context.organization(mention.value.host, "host")
            host = host or organization
            evidence.append(proof)
    evidence += years
    scope, proof_of_scope = _scope(context, draft)
    if proof_of_scope is not None:
        evidence += [proof_of_scope, *(Proof("scope", one.start, one.end) for one in draft.told if one.value.host)]
    evidence += [proof for _, proof in draft.members]
    evidence += [unit[1] for unit in (draft.head, draft.deputy) if unit is not None]
    return Cluster(
        id=draft.id,
        name=document.text[draft.name.start : draft.name.value.name_end],
        number=number,
        host=host,
        scope=scope,
        year=draft.year,
        members=[organization for organization, _ in draft.members],
        head=draft.head[0] if draft.head else None,
        deputy=draft.deputy[0] if draft.deputy else None,
        evidence=document.quoted(evidence),
    )
