"""
The domain model: what a page says of ceremonies, honours, unions and clusters, as typed values.

All classes are frozen and keyword-only. An absent fact is ``None`` or an empty tuple, never a guess.
"""

from antq_records.model.article import Article, Block, BlockKind
from antq_records.model.ceremony import Ceremony, CeremonyKind, CeremonyStatus, Participant, Role
from antq_records.model.cluster import Cluster, ClusterScope
from antq_records.model.evidence import Basis, Evidence
from antq_records.model.figure import Figure
from antq_records.model.finding import Finding, FindingCode
from antq_records.model.honoree import Award, AwardForm, Commendation, CommendationStatus, Honoree, HonoreeKind, Presenter
from antq_records.model.page import Page, Portal
from antq_records.model.person import Office, Person, Standing
from antq_records.model.records import MadeBy, Records, Row
from antq_records.model.union import Union
from antq_records.model.values import CalendarDate, DayPart, Organization, Period, Qualifier, Quantity

__all__ = [
    "Article",
    "Award",
    "AwardForm",
    "Basis",
    "Block",
    "BlockKind",
    "CalendarDate",
    "Ceremony",
    "CeremonyKind",
    "CeremonyStatus",
    "Cluster",
    "ClusterScope",
    "Commendation",
    "CommendationStatus",
    "DayPart",
    "Evidence",
    "Figure",
    "Finding",
    "FindingCode",
    "Honoree",
    "HonoreeKind",
    "MadeBy",
    "Office",
    "Organization",
    "Page",
    "Participant",
    "Period",
    "Person",
    "Portal",
    "Presenter",
    "Qualifier",
    "Quantity",
    "Records",
    "Role",
    "Row",
    "Standing",
    "Union",
]
