"""geo/tally.py: counting, order, and the door of the policy."""

from dataclasses import replace

import pytest
from page_samples import PLACES, article, geoparsed, resolution, sample_articles

from gazetteer.errors import PolicyError
from gazetteer.place import Level
from geo.mention import Usage
from geo.policy import PublicMention
from geo.tally import UNSURE_BELOW, tally


def _mentions() -> list[PublicMention]:
    return [mention for one in sample_articles() for mention in one.mentions]


def test_counts_by_place() -> None:
    found = {one.place.id: one for one in tally(_mentions())}
    kursk = found["kursk"]
    assert (kursk.count, kursk.literal, kursk.associative, kursk.unsure) == (3, 2, 1, 1)
    assert (found["ukraine"].literal, found["ukraine"].associative) == (0, 2)
    assert sum(one.count for one in found.values()) == len(_mentions())


def test_most_mentioned_first_then_larger_then_by_name() -> None:
    order = [(one.count, one.place.level, one.place.name) for one in tally(_mentions())]
    levels = list(Level)
    assert order == sorted(order, key=lambda row: (-row[0], levels.index(row[1]), row[2]))
    assert [one.place.id for one in tally(reversed(_mentions()))] == [one.place.id for one in tally(_mentions())]


def test_mentions_keep_their_order() -> None:
    surabaya = next(one for one in tally(_mentions()) if one.place.id == "surabaya")
    starts = [mention.span.start for mention in surabaya.mentions]
    assert starts == sorted(starts)


def test_unsure_is_below_the_bound_only() -> None:
    text = "Judul\nDi Kursk, di Kursk.\n"
    one = article("satu", text)
    first, second = text.index("Kursk"), text.rindex("Kursk")
    found = geoparsed(
        one,
        (
            resolution(one, first, first + 5, PLACES["kursk"], probability=UNSURE_BELOW),
            resolution(one, second, second + 5, PLACES["kursk"], probability=UNSURE_BELOW - 0.01),
        ),
    )
    (place,) = tally(found.mentions)
    assert place.unsure == 1


def test_nothing_makes_an_empty_tally() -> None:
    assert tally([]) == ()


def test_only_public_mentions_pass() -> None:
    one = article("satu", "Judul\nDi Kursk.\n")
    private = resolution(one, 9, 14, PLACES["kursk"], usage=Usage.LITERAL)
    with pytest.raises(PolicyError, match=r"Resolution .*publish"):
        tally([private])  # type: ignore[list-item]


def test_a_public_mention_cannot_be_altered() -> None:
    with pytest.raises(PolicyError):
        replace(_mentions()[0], probability=1.0)
