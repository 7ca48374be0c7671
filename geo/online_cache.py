"""Answers of online geocoders, kept in a small SQLite file in the user's cache folder."""

import json
import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Final, NamedTuple

from gazetteer.place import Level, LonLat, Place
from geo.online_answers import Answer

# The name carries the version of the layout: another version's answers are left alone
_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS answer_1 (
    service TEXT, name TEXT, country TEXT, language TEXT, place TEXT, reason TEXT NOT NULL,
    PRIMARY KEY (service, name, country, language)) WITHOUT ROWID"""
_FIND: Final = "SELECT place, reason FROM answer_1 WHERE (service, name, country, language) = (?, ?, ?, ?)"
_KEEP: Final = "INSERT OR REPLACE INTO answer_1 VALUES (?, ?, ?, ?, ?, ?)"


class Question(NamedTuple):
    """What was asked of whom; country and language are empty where none was asked for."""

    service: str
    name: str
    country: str
    language: str


def cache_file(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Path:
    """Where answers are kept unless the user says otherwise, by the custom of the platform."""
    home = Path(environ.get("USERPROFILE" if platform == "win32" else "HOME") or Path("~").expanduser())
    if platform == "win32":
        folder = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "petakan" / "Cache"
    elif platform == "darwin":
        folder = home / "Library" / "Caches" / "petakan"
    else:
        chosen = Path(environ.get("XDG_CACHE_HOME", ""))
        folder = (chosen if chosen.is_absolute() else home / ".cache") / "petakan"
    return folder / "online.sqlite"


class AnswerCache:
    """Answers by question. A file that cannot be used loses nothing: they are then kept as long as this object is.

    Attributes:
        problem: what is wrong with the file, where, and what next, in one line; None if nothing is.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._answers: dict[Question, Answer] = {}
        self.problem: str | None = None

    def get(self, question: Question) -> Answer | None:
        """The answer given before, or None."""
        return self._answers.get(question) or self._read(question)

    def put(self, question: Question, answer: Answer) -> None:
        """Keep an answer."""
        self._answers[question] = answer
        if self.problem is not None:
            return
        place = None if answer.place is None else json.dumps(asdict(answer.place))
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path)) as db, db:
                db.execute(_SCHEMA)
                db.execute(_KEEP, (*question, place, answer.reason))
        except (OSError, sqlite3.Error) as error:
            self.problem = (
                f"{self._path}: online answers are not kept ({error});"
                " make it writable, delete it, or choose another file"
            )

    def _read(self, question: Question) -> Answer | None:
        """The answer in the file; None also for a file that cannot be read, of which :meth:`put` will tell."""
        try:
            with closing(sqlite3.connect(f"{self._path.absolute().as_uri()}?mode=ro", uri=True)) as db:
                row = db.execute(_FIND, question).fetchone()
            return row and Answer(place=None if row[0] is None else _place(row[0]), reason=row[1])
        except (AttributeError, LookupError, TypeError, ValueError, sqlite3.Error):
            return None  # not what this version writes: asked anew, and written over


def _place(text: str) -> Place:
    columns = json.loads(text)
    known = {"labels": (), "parents": (), "level": Level(columns["level"]), "position": LonLat(**columns["position"])}
    return Place(**(columns | known))
