"""Examples for resolution: the candidates of each recognised place, of which the annotated one is right."""

from collections.abc import Iterator

from gazetteer.place import Level, Place
from geo.distance import km_between
from geo.evaluation.gold import GoldDocument, GoldKind, GoldMention
from geo.recognition import GazetteerRecognizer
from geo.resolution import NONE, candidate_features
from geo.training.fitting import Example
from geo.weights import weights


def resolution_examples(document: GoldDocument, recognizer: GazetteerRecognizer) -> Iterator[Example]:
    """One example per recognised place with a position: its candidates, and last "none of these".

    A place that no candidate is right for is left out: whether the gazetteer lacks it, or puts it elsewhere than the
    annotation (as points of large countries are), cannot be told.
    """
    gold = {m.span: m for m in document.mentions if m.kind is GoldKind.PLACE and m.position is not None}
    table = weights("resolution", document.article.language)
    found = recognizer.recognize(document.article).found
    for one, features in zip(found, candidate_features(document.article, found, table), strict=True):
        place = next((g for s, g in gold.items() if (s.start, s.end) == (one.mention.start, one.mention.end)), None)
        if place is None:
            continue
        right = tuple(_is_right(sense.place, place) for sense in one.senses)
        if any(right):
            yield Example((*features, {NONE: 1.0}), (*right, False))


def _is_right(place: Place, gold: GoldMention) -> bool:
    assert gold.position is not None
    if gold.geonames_id is not None and place.id == f"geonames:{gold.geonames_id}":
        return True
    if gold.level is Level.COUNTRY and place.level is Level.COUNTRY:
        return place.country == gold.country if gold.country else _is_near(place, gold)
    return gold.allows(place) and _is_near(place, gold)


def _is_near(place: Place, gold: GoldMention) -> bool:
    assert gold.position is not None
    within = max(gold.tolerance_km, place.radius_km or 0.0)
    return place.position is not None and km_between(gold.position, place.position) <= within
