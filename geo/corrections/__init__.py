"""A person's corrections of what petakan found: read from a file, applied, and found again after an upgrade."""

from geo.corrections.correction import Correction, PlaceKey, Problem, Scope, Verdict
from geo.corrections.corrector import Corrector
from geo.corrections.files import CorrectionFile, parse_corrections, read_corrections, with_corrections
from geo.corrections.places import find_place
from geo.corrections.rows import COLUMNS
from geo.corrections.spans import decisions, mentions_of

__all__ = [
    "COLUMNS",
    "Correction",
    "CorrectionFile",
    "Corrector",
    "PlaceKey",
    "Problem",
    "Scope",
    "Verdict",
    "decisions",
    "find_place",
    "mentions_of",
    "parse_corrections",
    "read_corrections",
    "with_corrections",
]
