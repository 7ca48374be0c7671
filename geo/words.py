"""What a name may be instead of a place: an ordinary word, a given name (by geo.extract_words)."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def common_words(language: str | None) -> Mapping[str, float]:
    """Folded words and the share of their uses (0..1) that are no name; all languages together for None."""
    text = (files("geo") / "data" / "common_words.tsv").read_text("utf-8")
    shares: dict[str, float] = {}
    for line in text.splitlines()[1:]:
        tag, word, share = line.split("\t")
        if language in {None, tag}:
            shares[word] = max(float(share), shares.get(word, 0.0))
    return shares


@cache
def given_names() -> frozenset[str]:
    """Folded given names that are also names in the gazetteer."""
    return frozenset((files("geo") / "data" / "given_names.tsv").read_text("utf-8").split()[1:])
