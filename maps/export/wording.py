"""The few words for people that exports hold, in Indonesian and English."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Final

from gazetteer.place import Level
from gazetteer.ranking import Language
from geo.tally import Certainty
from maps.export.records import PlaceRecord, QuoteRecord

_WORDS: Final[dict[Language, dict[str, str]]] = {
    "id": {
        Level.CONTINENT: "benua", Level.REGION: "kawasan", Level.COUNTRY: "negara", Level.ADM1: "setingkat provinsi",
        Level.ADM2: "setingkat kabupaten", Level.CITY: "kota",
        "mentions": "disebut {} kali", "mention": "disebut {} kali", "disputed": "wilayah sengketa",
        Certainty.SURE: "pasti", Certainty.LIKELY: "kemungkinan besar", Certainty.UNSURE: "belum pasti",
        "corrected": "diperbaiki dengan tangan",
        "position": "Posisi wakil, bukan tempat kejadian.",
    },
    "en": {
        Level.CONTINENT: "continent", Level.REGION: "region", Level.COUNTRY: "country", Level.ADM1: "province level",
        Level.ADM2: "district level", Level.CITY: "town",
        "mentions": "{} mentions", "mention": "{} mention", "disputed": "disputed",
        Certainty.SURE: "sure", Certainty.LIKELY: "likely", Certainty.UNSURE: "unsure",
        "corrected": "corrected by hand",
        "position": "Representative position, not the place of the event.",
    },
}  # fmt: skip


def level(name: str, language: Language) -> str:
    """The word for a level: "town"."""
    return _WORDS[language][name]


def summary(record: PlaceRecord, language: Language) -> str:
    """A place in a line: "town, ID · 3 mentions · sure"."""
    words = _WORDS[language]
    counted = words["mention" if record["mentions"] == 1 else "mentions"].format(record["mentions"])
    what = ", ".join(filter(None, (words[record["level"]], record["country"])))
    facts = [
        words[key] for key, is_so in (("corrected", record["corrected"]), ("disputed", record["disputed"])) if is_so
    ]
    return " · ".join([what, counted, words[record["certainty"]], *facts])


def position_note(language: Language) -> str:
    """What a position is, and is not."""
    return _WORDS[language]["position"]


def sentences_by_source(quotes: Iterable[QuoteRecord], most: int) -> Iterator[tuple[str, list[str]]]:
    """Up to ``most`` sentences under the line that says where they are from: "Title, 2025-05-07"."""
    for _, of_article in groupby(islice(quotes, most), key=lambda quote: quote["article"]):
        sentences = list(of_article)
        source = ", ".join(filter(None, (sentences[0]["title"], sentences[0]["published"])))
        yield source, [one["sentence"] for one in sentences]
