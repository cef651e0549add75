"""
The verbs of honouring in one sentence, with who stands before and behind them.

Verbs that stand together are one group: “lựa chọn, biểu dương, tôn vinh”. Before an active one stands who gives, behind it what and to
whom; before a passive or receiving one (“được … tặng”, “nhận”, “đạt”) stands who receives, and between “được” and the verb who gives:
“59 tập thể được Bộ Công an tặng Bằng khen”. “là Chiến sĩ thi đua” receives without a verb.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import define, field

from antq_records.lexicon.cues import contexts
from antq_records.model import AwardForm
from antq_records.recognize.document import Mention

if TYPE_CHECKING:
    from antq_records.recognize.document import Document, Sentence

__all__ = ["CLAUSE_ENDS", "RECIPIENTS", "VERBS", "VerbGroup", "is_direct", "verb_groups"]

VERBS: Final = frozenset({"give", "reward", "honour", "receive", "propose", "posthumous"})
"""The kinds of mention that are verbs of honouring."""
RECIPIENTS: Final = frozenset({"group", "org", "person", "each"})
"""The kinds that may receive."""
_GIVERS: Final = frozenset({"org", "cluster", "office", "person"})
_ASKED: Final = frozenset({"org", "office", "planned", "unreal"})
_OTHER_VERBS: Final = frozenset({"speak", "say", "attend", "chair", "hold", "announce", "direct"})
CLAUSE_ENDS: Final = _OTHER_VERBS | {"represent"}
"""What stands before these does not receive: “A, thay mặt Công an tỉnh, nhận thư khen”."""
_CUTS: Final = frozenset({"award", "group", "date"})
_LINK: Final = re.compile(r"(?:[\s,]|và|đã|cũng|đồng thời|để|vinh dự|xét|cùng|-)*")
_BELONGS: Final = re.compile(
    r"(?:của|thuộc|trực thuộc|trong|tại|ở|từ|(?<!đối )với|về|do|theo|bởi|toàn|đối với lực lượng)(?: các)?(?: đơn vị)? $"
)
_ON_FLAG: Final = re.compile(r"lên (?:lá )?(?:cờ|quân kỳ|đảng kỳ)(?: \w+){0,3} của (?:lực lượng )?$")
"""Where an order is fastened: the flag of those who receive it."""
_FLAG_BEFORE: Final = 50
_ONE_OF: Final = ("một trong ", "một trong số ", "1 trong ")
"""Behind these stand those among whom somebody is."""
_BEFORE: Final = 24
"""So near before a mention stand the words that join it to what is before, in code points."""
_IS: Final = re.compile(r"\blà $")
_LONGEST_IS: Final = len(" là ")
_NOUN: Final = re.compile(r"(?:buổi|thi đua|công tác|hình thức|việc|lễ|về|hội đồng|hội nghị|mức|tiền|giải|phần) ?[-,]? ?$")
"""What makes a verb part of a noun: “hình thức khen thưởng”."""
_LONGEST_NOUN: Final = 12
_STOP: Final = re.compile(r"[,;]")
_STOP_OR_PASSIVE: Final = re.compile(r"[,;]|được")
_NEXT_SUBJECT: Final = re.compile(r"[,;] ?(?:và )?(?:đồng chí |có |trong đó,? |còn )?$")
_AND_ALSO: Final = re.compile(r"(?:và|,) (?:vinh dự )?$")
_PERCENT: Final = re.compile(r"\d ?% ")
_CEREMONY: Final = "lễ "
"""With this begins the name of an event that tells what is given at it."""
_LONGEST_PASSIVE: Final = 160
"""Between “được” and its verb, in code points."""


@cache
def _works_at() -> re.Pattern[str]:
    """Return what stands between somebody and where they work or learn."""
    return re.compile(rf"(?:{'|'.join(contexts('works_at'))})(?: lớp \w+)? $")


@cache
def _not_who() -> tuple[str, ...]:
    """Return what stands before those who do not receive: the victim, the thief, the father."""
    return tuple(f"{word} " for word in (*contexts("done_to"), *contexts("family_of")))


@define
class VerbGroup:
    """Verbs of honouring that stand together."""

    start: int
    end: int
    means: set[str]
    passive: Mention | None = None
    proposal: tuple[int, int] | None = None
    assumed: bool = False
    in_name: bool = False
    """Whether it stands in the name of an event that is held, “tổ chức Lễ trao … cho …”: who holds it need not be who gives."""
    asked: list[Mention] = field(factory=list)
    """Who is asked to give: “đề nghị Bộ Công an tặng …”."""
    subject: list[Mention] = field(factory=list)
    agents: list[Mention] = field(factory=list)
    objects: list[Mention] = field(factory=list)

    @property
    def to_subject(self) -> bool:
        """Whether the subject receives."""
        return self.passive is not None or self.means == {"receive"} or ("receive" in self.means and "give" not in self.means)


def verb_groups(document: Document, sentence: Sentence) -> list[VerbGroup]:
    """Return the groups of verbs of a sentence in order, each with who stands before and behind it."""
    groups = _Grouping(document, sentence).read()
    if groups:
        _share_out(document, sentence, groups)
    return groups


class _Grouping:
    """Goes through the verbs of one sentence and puts together those that stand together."""

    def __init__(self, document: Document, sentence: Sentence) -> None:
        self.document = document
        self.folded = document.folded
        self.sentence = sentence
        self.groups: list[VerbGroup] = []
        self.passive: Mention | None = None
        """“được”, where no verb has followed it yet."""

    def read(self) -> list[VerbGroup]:
        for mention in self.sentence.mentions:
            kind = mention.kind
            if kind == "passive":
                self.passive = mention
            elif kind in VERBS:
                self._verb(mention)
            elif (
                kind == "award"
                and mention.value.form is AwardForm.PRIZE
                and self.folded.endswith(" đồng ", self.sentence.start, mention.start)
            ):
                self.groups.append(VerbGroup(mention.start - len("đồng "), mention.start, {"receive"}))
            elif kind == "award" and self.folded.endswith((" cấp ", " đã cấp "), self.sentence.start, mention.start):
                self._issue(mention)
            elif kind == "award" and mention.value.form is AwardForm.TITLE and self._is(mention):
                self.groups.append(VerbGroup(mention.start - len("là "), mention.start, {"receive"}))
        return self.groups

    def _issue(self, award: Mention) -> None:
        """Take “cấp” (to issue) as a verb of giving where an award follows it at once."""
        start = award.start - len("cấp ")
        if not self.folded.endswith(("các ", "trung ", "cao "), self.sentence.start, start):
            self._verb(Mention("give", start, award.start - 1, None))

    def _is(self, title: Mention) -> bool:
        return _IS.search(self.folded, max(self.sentence.start, title.start - _LONGEST_IS), title.start) is not None

    def _verb(self, verb: Mention) -> None:
        last = self.groups[-1] if self.groups else None
        if last is not None and verb.kind in {"give", "posthumous"} and self._is_preposition(last, verb):
            last.means |= _meaning(verb)
            return
        proposed = last is not None and "propose" in last.means and verb.start - last.end <= 1
        heading = self.folded[self.sentence.start : verb.start].strip(" *-+•0123456789.") == "về"
        if (
            verb.kind != "propose"
            and not proposed
            and not heading
            and _NOUN.search(self.folded, max(self.sentence.start, verb.start - _LONGEST_NOUN), verb.start)
        ):
            if self._names_event(verb):
                self.groups.append(VerbGroup(verb.start, verb.end, _meaning(verb), in_name=True))
            return
        if last is not None and self._goes_on(last, verb):
            if self.passive is not None and self.passive.start >= last.end:
                last.passive = last.passive or self.passive
            last.end = verb.end
            last.means |= _meaning(verb)
        elif last is not None and verb.kind in {"give", "reward", "honour"} and (asked := self._asked(last, verb)):
            last.end = verb.end
            last.means |= _meaning(verb)
            last.asked = asked
        else:
            self.groups.append(VerbGroup(verb.start, verb.end, _meaning(verb), self._own_passive(last, verb)))
        self.passive = None

    def _names_event(self, verb: Mention) -> bool:
        """Say whether a verb of giving is the first in the name of an event that is held: “tổ chức Lễ trao …”."""
        before = self.folded[max(self.sentence.start, verb.start - len(_CEREMONY)) : verb.start]
        held = any(one.end + 1 == verb.start - len(before) for one in self.sentence.of("hold"))
        return verb.kind in {"give", "posthumous"} and before == _CEREMONY and held and not self.groups

    def _goes_on(self, last: VerbGroup, verb: Mention) -> bool:
        """Say whether nothing stands between a group and a verb but joining words, and perhaps a “được” of the verb's own."""
        passive = self.passive
        if passive is not None and last.start <= passive.start < last.end:
            return False
        if verb.kind == "propose" and last.means == {"receive"}:
            return False  # “những kết quả đã đạt được, suy tôn …”
        return _LINK.fullmatch(self.folded, last.end, verb.start) is not None

    def _own_passive(self, last: VerbGroup | None, verb: Mention) -> Mention | None:
        """Return the “được” that belongs to a verb: nothing but who does it stands between."""
        passive = self.passive
        if passive is None or (last is not None and passive.start < last.end) or verb.start - passive.end >= _LONGEST_PASSIVE:
            return None
        if self.folded.startswith(",", passive.end):
            return None  # “những kết quả đã đạt được, suy tôn …”
        return passive if self.folded.find(";", passive.end, verb.start) < 0 else None

    def _asked(self, group: VerbGroup, verb: Mention) -> list[Mention]:
        """Return the bodies between a proposal and the giving that they are asked for; empty where something else stands there."""
        if "propose" not in group.means or not group.means <= {"propose", "receive"} or _STOP.search(self.folded, group.end, verb.start):
            return []
        between = [one for one in self.sentence.mentions if group.end <= one.start and one.end <= verb.start]
        if any(one.kind not in _ASKED for one in between):
            return []
        return [one for one in between if one.kind in {"org", "office"} and is_direct(self.document, one)]

    def _is_preposition(self, last: VerbGroup, verb: Mention) -> bool:
        """Say whether “tặng” only means “to”, as in “trao Bằng khen tặng các tập thể”."""
        if "give" not in last.means or self.folded[verb.start : verb.end] not in {"tặng", "truy tặng"}:
            return False
        if any(one.end + 1 == verb.start for one in self.sentence.of("grade")):
            return True  # “hạng Nhì tặng B”
        awards = (one for one in self.sentence.of("award") if last.end <= one.start and one.end <= verb.start)
        return any(_STOP_OR_PASSIVE.search(self.folded, one.end, verb.start) is None for one in awards)


def _meaning(verb: Mention) -> set[str]:
    """Return what a verb means: to reward (*thưởng*) is to give, too."""
    return {"give", "reward"} if verb.kind == "reward" else {verb.kind}


def _share_out(document: Document, sentence: Sentence, groups: list[VerbGroup]) -> None:
    """Give each mention between the verbs to the one before as object, or to the one after as subject."""
    edge = sentence.start
    previous: VerbGroup | None = None
    for group in groups:
        before = [one for one in sentence.mentions if edge <= one.start and one.end <= group.start]
        if group.passive:
            inside = (one for one in before if one.start >= group.passive.end and one.kind in _GIVERS)
            group.agents = [one for one in inside if one.kind == "cluster" or is_direct(document, one)]
            before = [one for one in before if one.end <= group.passive.start]
        if group.in_name:
            group.subject = []
        elif previous is None:
            group.subject = _subject(document, group, before)
            if not group.subject:
                group.subject = _holders(document, group, before)
                group.assumed = bool(group.subject)
        else:
            cut = _cut(document, previous, group, before)
            previous.objects = [one for one in before if one.start < cut]
            group.subject = _subject(document, group, [one for one in before if one.start >= cut])
            if group.to_subject and not group.subject:
                shared = [one for one in previous.objects if one.kind in RECIPIENTS and is_direct(document, one)]
                group.subject = shared or (previous.subject if previous.to_subject else [])
        edge = group.end
        previous = group
    groups[-1].objects = [one for one in sentence.mentions if one.start >= edge]


def _cut(document: Document, previous: VerbGroup, group: VerbGroup, between: list[Mention]) -> int:
    """Return where the subject of a verb begins, between it and the verb before."""
    folded = document.folded
    stop = group.passive.start if group.passive else group.start
    semicolon = folded.rfind(";", previous.end, stop)
    if semicolon >= 0:
        return semicolon
    wanted = RECIPIENTS if group.to_subject else _GIVERS
    cut = stop
    for mention in reversed(between):
        if mention.kind == "each":
            cut = mention.start
            break
        if mention.kind not in wanted:
            if mention.kind in _CUTS:
                break
        elif is_direct(document, mention):
            start = max(previous.end, mention.start - _BEFORE)
            if _NEXT_SUBJECT.search(folded, start, mention.start):
                cut = mention.start
                if not group.to_subject:
                    break
            elif folded.endswith(" và ", start, mention.start) and (
                cut < stop or (not group.to_subject and mention.end + 1 == group.start)
            ):
                cut = mention.start
    return cut


def _subject(document: Document, group: VerbGroup, before: list[Mention]) -> list[Mention]:
    """Return who stands before a verb in its own clause."""
    if not before:
        return []
    wanted = RECIPIENTS if group.to_subject else _GIVERS
    edge = document.folded.rfind(";", before[0].start, group.start)
    if group.to_subject:
        while edge >= 0 and _parts_list(before, edge):
            edge = document.folded.rfind(";", before[0].start, edge)
        edge = max([edge, *(one.end - 1 for one in before if one.kind in CLAUSE_ENDS)])
        edge = max([edge, *(share.start() for share in _PERCENT.finditer(document.folded, before[0].start, group.start))])
    else:
        edge = max([edge, document.folded.rfind(": ", before[0].start, group.start), *(one.end - 1 for one in before if one.kind == "say")])
    found = [one for one in before if one.kind in wanted and one.start > edge and is_direct(document, one)]
    return _who_may_receive(document, found) if group.to_subject else found


def _parts_list(mentions: list[Mention], semicolon: int) -> bool:
    """Say whether a semicolon only parts those of one list: right before and behind it stands one of them, and no award anywhere."""
    if any(one.kind in {"award", "grade"} for one in mentions):
        return False
    listed = [one for one in mentions if one.kind in RECIPIENTS]
    return any(one.end == semicolon for one in listed) and any(one.start == semicolon + len("; ") for one in listed)


def _who_may_receive(document: Document, before: list[Mention]) -> list[Mention]:
    """Leave out whom something is done to or for, whose child somebody is, where somebody works, and who stands before “khi”."""
    found = [one for one in before if not document.folded.endswith(_not_who(), 0, one.start)]
    when = next((one for one in reversed(found[1:]) if document.folded.endswith(" khi ", 0, one.start)), None)
    if when is not None:
        found = [one for one in found if one.start >= when.start]
    elif len(found) > 1 and document.folded.endswith("khi ", 0, found[0].start):
        found = found[1:]
    working = any(one.kind == "person" for one in found)
    return [
        one
        for one in found
        if not (working and one.kind == "org" and _works_at().search(document.folded, max(0, one.start - _BEFORE), one.start))
    ]


def _holders(document: Document, group: VerbGroup, before: list[Mention]) -> list[Mention]:
    """Return who holds an event at which they also receive: “Công đoàn … tổ chức lễ kỷ niệm … và đón nhận Huân chương …”."""
    held = next((one for one in before if one.kind == "hold"), None)
    if held is None or group.means != {"receive"} or not _AND_ALSO.search(document.folded, max(0, group.start - _BEFORE), group.start):
        return []
    if any(one.kind == "org" and one.start > held.end for one in before):
        return []
    return [one for one in before if one.kind == "org" and one.end <= held.start and is_direct(document, one)][-1:]


def is_direct(document: Document, mention: Mention) -> bool:
    """Say whether a mention stands for itself, not as “of”, “in” or “from” something."""
    start = mention.value.head_start if mention.kind == "org" else mention.start
    if _ON_FLAG.search(document.folded, max(0, start - _FLAG_BEFORE), start):
        return True
    if (
        mention.kind == "group"
        and document.folded.endswith(("trong đó ", "trong đó có "), 0, start)
        and document.folded.startswith(" là ", mention.end)
    ):
        return False  # “bốn cán bộ, trong đó hai người là nữ, nhận …”
    if mention.kind == "group" and document.folded.endswith(_ONE_OF, 0, start):
        return False
    return _BELONGS.search(document.folded, max(0, start - _BEFORE), start) is None
