"""
Vietnamese text: Unicode forms, sentences, numbers and dates.

Everything here works on code points of NFC text, and finds spans; none of it knows what a ceremony or an award is.
"""

from antq_records.text.dates import DateKind, DateMention, complete, dates
from antq_records.text.numbers import Number, number_at, numbers
from antq_records.text.sentences import sentence_spans
from antq_records.text.unicode import NormalizedText, fold, strip_marks, to_nfc

__all__ = [
    "DateKind",
    "DateMention",
    "NormalizedText",
    "Number",
    "complete",
    "dates",
    "fold",
    "number_at",
    "numbers",
    "sentence_spans",
    "strip_marks",
    "to_nfc",
]
