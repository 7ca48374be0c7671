"""Finds the place of a correction in a gazetteer, also in one where its id has gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from gazetteer.layers import AnyGazetteer
from gazetteer.names import fold
from gazetteer.place import Level, NameKind, Place
from geo.corrections.correction import PlaceKey

_NEAR_KM: Final = 50.0
"""How far gazetteers put the same town apart, at most."""

_WIDE_KM: Final = MappingProxyType({Level.ADM1: 500.0, Level.REGION: 1500.0})
"""The same for what is larger; countries and continents are told by their names."""

_TOLD_BY_NAME: Final = frozenset({Level.COUNTRY, Level.CONTINENT})
_TWICE_AS_NEAR: Final = 2.0
_NO_NAMES: Final = frozenset({NameKind.DEMONYM})
_MOST_SHOWN: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """The place that a key means in a gazetteer, or None; ``problem`` says why not, or what was done instead."""

    place: Place | None = None
    problem: str = ""


def find_place(gazetteer: AnyGazetteer, key: PlaceKey, text: str) -> FoundPlace:
    """The place with the key's id, if it has the key's name; else the one that fits name, level, country and position.

    Of several that fit, none is taken. ``text`` is the name where the key has none.
    """
    by_id = None if key.id is None else gazetteer.by_id(key.id)
    if by_id is not None and (key.name is None or _has_name(gazetteer, by_id, key.name)):
        return FoundPlace(place=by_id)
    name = key.name or text
    fitting = _fitting(gazetteer, key, name)
    known = "" if by_id is None else f"{key.id} is {described(by_id)}, not {name}"
    if len(fitting) == 1:
        place = fitting[0]
        return FoundPlace(place=place, problem=known and f"{known}; took {described(place)} {place.id}")
    if known:
        return FoundPlace(problem=f"{known}; correct the id or the name")
    if fitting:
        shown = ", ".join(f"{described(one)} {one.id}" for one in fitting[:_MOST_SHOWN])
        more = ", …" if len(fitting) > _MOST_SHOWN else ""
        return FoundPlace(problem=f"{name!r} may be {shown}{more}; write the id of the one you mean")
    wanted = ", ".join(filter(None, (key.level, key.country, key.id)))
    asked = f"{name!r} ({wanted})" if wanted else repr(name)
    return FoundPlace(problem=f"no place {asked} in the gazetteer; see what it has: petakan lookup {name!r}")


def described(place: Place) -> str:
    """Name, level and country: "Georgia (adm1, US)"."""
    return f"{place.name} ({', '.join(filter(None, (place.level, place.country)))})"


def _has_name(gazetteer: AnyGazetteer, place: Place, name: str) -> bool:
    wanted = fold(name)
    return wanted in map(fold, _own_names(place)) or wanted in (fold(one.text) for one in gazetteer.names(place))


def _own_names(place: Place) -> tuple[str, ...]:
    return place.name, *(label for _, label in place.labels)


def _fitting(gazetteer: AnyGazetteer, key: PlaceKey, name: str) -> list[Place]:
    """Places of the name, level and country, as far as they are said; by position if one is much nearer."""
    hits = gazetteer.hits(fold(name))
    places = [gazetteer.place(hit.number) for hit in hits if hit.kind not in _NO_NAMES]
    fitting = [one for one in places if key.level in {None, one.level} and key.country in {None, one.country}]
    named = [one for one in fitting if fold(name) in map(fold, _own_names(one))]
    return (named or fitting) if key.position is None else _near(fitting, key)


def _near(places: Sequence[Place], key: PlaceKey) -> list[Place]:
    from geo.distance import km_between  # noqa: PLC0415 - geopy takes time that only few corrections pay

    assert key.position is not None
    if key.level in _TOLD_BY_NAME:
        return list(places)
    ranked = sorted(
        (
            (km_between(key.position, one.position), number, one)
            for number, one in enumerate(places)
            if one.position is not None
        ),
    )
    near = [(km, one) for km, _, one in ranked if km <= _WIDE_KM.get(one.level, _NEAR_KM) + (one.radius_km or 0.0)]
    if len(near) > 1 and near[1][0] > _TWICE_AS_NEAR * near[0][0]:
        near = near[:1]
    return [one for _, one in near]
