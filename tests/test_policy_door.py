"""The public-level policy is the one door: nothing passes it by, and what passes it is at public level."""

import copy
import dataclasses
import pickle
import sys
from collections.abc import Iterable
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import article as an_article

from gazetteer.errors import PolicyError
from gazetteer.index import Gazetteer
from gazetteer.place import Level, LonLat, Place
from geo.article import Article, Span
from geo.mention import Candidate, Evidence, Facility, Mention, Resolution, Usage
from geo.pipeline import Geoparser
from geo.policy import LEAST, PublicMention, Withheld, WithheldReason, publish

TEXT = "Rudal dibuat di Kompleks Mesin Ciptajaya di Hamhung, kata Seoul. Moskow diam."


def place(name: str, lon: float = 127.536, lat: float = 39.9183, *, level: Level = Level.CITY) -> Place:
    return Place(id=f"test:{name}", name=name, level=level, position=LonLat(lon, lat), source="test")


def span_of(text: str) -> Span:
    start = TEXT.index(text)
    return Span(start, start + len(text))


def resolution(span: Span, *places: Place, text: str = TEXT, usage: Usage = Usage.LITERAL) -> Resolution:
    """A mention at ``span`` that was taken to mean the first of ``places``."""
    evidence = (Evidence(name="test", weight=1.0),)
    candidates = tuple(Candidate(place=one, probability=1 / len(places), evidence=evidence) for one in places)
    words = text[span.start : span.end]
    mention = Mention(
        article_id="a",
        start=span.start,
        end=span.end,
        text=words,
        usage=usage,
        probability=0.9,
        evidence=evidence,
    )
    chosen = candidates[0] if candidates else None
    return Resolution(mention=mention, chosen=chosen, candidates=candidates)


def facility(span: Span, host: Span | None = None, text: str = TEXT) -> Facility:
    words = text[span.start : span.end]
    return Facility(article_id="a", start=span.start, end=span.end, text=words, host=host)


def published(
    resolutions: Iterable[Resolution], facilities: Iterable[Facility] = (), text: str = TEXT
) -> tuple[tuple[PublicMention, ...], tuple[Withheld, ...]]:
    return publish(Article(id="a", title="A", text=text, source="test"), resolutions, facilities)


@pytest.fixture
def mention() -> PublicMention:
    (one,), _ = published([resolution(span_of("Hamhung"), place("Hamhung"))])
    return one


def fields(mention: PublicMention) -> dict[str, object]:
    return {field.name: getattr(mention, field.name) for field in dataclasses.fields(mention)}


def test_the_constructor_is_closed(mention: PublicMention) -> None:
    with pytest.raises(PolicyError, match="publish only"):
        PublicMention(**fields(mention))  # type: ignore[arg-type]
    with pytest.raises(PolicyError, match="publish only"):
        PublicMention(**fields(mention), door=object())  # type: ignore[arg-type]


def test_a_mention_cannot_be_replaced_by_another(mention: PublicMention) -> None:
    with pytest.raises(PolicyError):
        dataclasses.replace(mention, position=LonLat(127.53612, 39.91834))
    if sys.version_info >= (3, 13):
        with pytest.raises(PolicyError):
            copy.replace(mention, position=LonLat(127.53612, 39.91834))


def test_a_mention_cannot_be_changed(mention: PublicMention) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        mention.position = LonLat(0, 0)  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        mention.site = "Ciptajaya"  # type: ignore[attr-defined]


def test_a_subclass_cannot_take_the_lock_off() -> None:
    with pytest.raises(PolicyError):
        type("Unlocked", (PublicMention,), {"__post_init__": print})


def test_a_copy_is_the_same_mention(mention: PublicMention) -> None:
    assert copy.copy(mention) == mention
    assert copy.deepcopy(mention) == mention


def test_what_was_pickled_might_have_been_changed_and_does_not_come_back(mention: PublicMention) -> None:
    with pytest.raises(PolicyError):
        pickle.loads(pickle.dumps(mention))


def test_an_empty_mention_cannot_be_filled(mention: PublicMention) -> None:
    empty = PublicMention.__new__(PublicMention)
    with pytest.raises(PolicyError):
        empty.__setstate__(list(fields(mention).values()))


def test_positions_are_rounded_to_two_decimals() -> None:
    hamhung, other = place("Hamhung", 127.53612, 39.91834), place("Hamhŭng", 129.77569, 41.79556)
    (mention,), withheld = published([resolution(span_of("Hamhung"), hamhung, other)])
    assert mention.position == mention.place.position == LonLat(127.54, 39.92)
    assert [candidate.place.position for candidate in mention.alternatives] == [LonLat(129.78, 41.8)]
    assert withheld == ()


def test_a_mention_keeps_its_words_and_its_sentence() -> None:
    (mention,), _ = published([resolution(span_of("Moskow"), place("Moskwa"), usage=Usage.ASSOCIATIVE)])
    assert (mention.text, mention.usage, mention.level) == ("Moskow", Usage.ASSOCIATIVE, Level.CITY)
    assert TEXT[mention.sentence.start : mention.sentence.end] == "Moskow diam."


def test_a_place_inside_the_name_of_a_site_is_never_published() -> None:
    site = facility(span_of("Kompleks Mesin Ciptajaya"))
    mentions, (withheld,) = published([resolution(span_of("Ciptajaya"), place("Ciptajaya"))], [site])
    assert mentions == ()
    assert (withheld.reason, withheld.host) == (WithheldReason.FACILITY, None)
    assert withheld.text == "Kompleks Mesin Ciptajaya"


def test_a_site_rolls_up_to_the_place_that_the_text_puts_it_in() -> None:
    site = facility(span_of("Kompleks Mesin Ciptajaya"), host=span_of("Hamhung"))
    found = [resolution(span_of(name), place(name)) for name in ("Ciptajaya", "Hamhung", "Seoul")]
    mentions, (withheld,) = published(found, [site])
    assert [(one.text, one.rolled_up_from) for one in mentions] == [
        ("Hamhung", "Kompleks Mesin Ciptajaya"),
        ("Seoul", None),
    ]
    assert (withheld.reason, withheld.host) == (WithheldReason.ROLLED_UP, "Hamhung")


def test_a_site_in_a_place_that_is_not_published_is_withheld() -> None:
    site = facility(span_of("Kompleks Mesin Ciptajaya"), host=span_of("Hamhung"))
    mentions, withheld = published([resolution(span_of("Hamhung"))], [site])
    assert mentions == ()
    assert [one.reason for one in withheld] == [WithheldReason.FACILITY, WithheldReason.NO_PLACE_CHOSEN]


@pytest.mark.parametrize(("least", "corrected", "is_shown"), [
    (0.0, False, True), (0.45, False, True), (0.46, False, False), (1.0, False, False), (1.0, True, True),
])  # fmt: skip
def test_what_is_less_probable_than_asked_for_is_withheld_with_its_candidates(
    least: float, corrected: bool, is_shown: bool
) -> None:
    """It is a place name with 0.9, and of two places each is meant with 0.5; a person's word stands."""
    one = resolution(span_of("Hamhung"), place("Hamhung"), place("Other"))
    article = Article(id="a", title="A", text=TEXT, source="test")
    site = facility(span_of("Kompleks Mesin Ciptajaya"), host=span_of("Hamhung"))
    shown, (first, *others) = publish(article, [dataclasses.replace(one, corrected=corrected)], [site], least=least)
    assert [(m.place.name, m.corrected) for m in shown] == [("Hamhung", corrected)] * is_shown
    if is_shown:
        assert (first.reason, first.host, others) == (WithheldReason.ROLLED_UP, "Hamhung", [])
    else:
        assert (first.reason, first.host) == (WithheldReason.FACILITY, None)
        assert [(w.reason, w.text) for w in others] == [(WithheldReason.NO_PLACE_CHOSEN, "Hamhung")]
        assert [(c.place.name, c.probability) for c in others[0].candidates] == [("Hamhung", 0.45), ("Other", 0.45)]


def test_a_place_without_a_position_is_withheld() -> None:
    nowhere = dataclasses.replace(place("Moskwa"), position=None)
    mentions, (withheld,) = published([resolution(span_of("Moskow"), nowhere)])
    assert mentions == ()
    assert withheld.reason is WithheldReason.NO_POSITION


ABOUT_SITES: Final = {WithheldReason.FACILITY, WithheldReason.ROLLED_UP}
LENGTH: Final = 60
spans = st.tuples(st.integers(0, LENGTH), st.integers(1, 12)).map(
    lambda pair: Span(min(pair[0], LENGTH - 1), min(pair[0] + pair[1], LENGTH))
)
places = st.builds(
    place,
    st.sampled_from(["A", "B", "C"]),
    st.floats(-180, 180),
    st.floats(-90, 90),
    level=st.sampled_from(Level),
)


@given(
    text=st.text(min_size=LENGTH, max_size=LENGTH),
    mentions=st.lists(st.tuples(spans, st.lists(places, max_size=3)), max_size=12),
    sites=st.lists(st.tuples(spans, st.none() | spans), max_size=5),
)
def test_whatever_is_found_no_site_is_ever_on_the_map(
    text: str, mentions: list[tuple[Span, list[Place]]], sites: list[tuple[Span, Span | None]]
) -> None:
    facilities = [facility(span, host, text) for span, host in sites]
    public, withheld = published(
        [resolution(span, *candidates, text=text) for span, candidates in mentions], facilities, text
    )
    for one in public:
        assert not any(site.start < one.span.end and one.span.start < site.end for site in facilities)
        for shown in (one.place, *(candidate.place for candidate in one.alternatives)):
            assert shown.position is not None
            assert shown.position == shown.position.rounded(2)
        assert one.position == one.place.position
    told = sorted(one.text for one in withheld if one.reason in ABOUT_SITES)
    assert told == sorted(site.text for site in facilities)


def test_what_is_hardly_likely_is_on_no_map_unless_asked_for(gazetteer: Gazetteer) -> None:
    """One sentence says nothing of which of the many Lebanons is meant; all of them are told."""
    text = an_article("The town of Lebanon held a fair.", "en")
    geoparser = Geoparser.over(gazetteer)
    usual, guessed = geoparser.geoparse(text), dataclasses.replace(geoparser, least=0.0).geoparse(text)
    assert (usual.mentions, [m.text for m in guessed.mentions]) == ((), ["Lebanon"])
    (lebanon,) = usual.withheld
    assert lebanon.reason is WithheldReason.NO_PLACE_CHOSEN
    assert len({candidate.place.id for candidate in lebanon.candidates}) > 1
    assert guessed.mentions[0].probability < LEAST
