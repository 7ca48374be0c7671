"""How likely a name means a place, nothing else known."""

from hypothesis import given
from hypothesis import strategies as st

from gazetteer import build
from gazetteer.merge import Draft
from gazetteer.place import Level


def prominence_of(level: Level, population: int = 0, feature_code: str | None = None) -> float:
    return build.prominence(Draft(level=level, feature_code=feature_code), population)


def test_prominence_puts_levels_on_one_scale() -> None:
    """Of places of equal population a country comes before a town, a town before the unit around it."""
    for population in (0, 500, 100_000, 50_000_000):
        scores = [prominence_of(level, population) for level in (Level.COUNTRY, Level.CITY, Level.ADM1, Level.ADM2)]
        assert scores == sorted(scores, reverse=True)
        assert len(set(scores)) == len(scores)


def test_prominence_of_capitals_small_countries_and_regions() -> None:
    """A capital weighs more than a town; no country and no region is as obscure as its few people say."""
    assert prominence_of(Level.CITY, 1000, "PPLC") > prominence_of(Level.CITY, 1000)
    assert prominence_of(Level.COUNTRY, 0) == prominence_of(Level.COUNTRY, 800) == 6.5
    assert prominence_of(Level.REGION, 0, "SEA") == 6.5
    assert prominence_of(Level.REGION, 0, "RGNH") == 6.0


@given(st.sampled_from(Level), st.integers(0, 10**9), st.integers(0, 10**9))
def test_prominence_grows_with_the_population(level: Level, one: int, other: int) -> None:
    """At every level more people never mean less prominence."""
    assert prominence_of(level, min(one, other)) <= prominence_of(level, max(one, other))
