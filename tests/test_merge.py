"""Records of several sources become places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_gazetteer import CILACAP, INDONESIA, JAVA, PLACES, merged, name, record

from gazetteer.layout import LANGUAGE_BITS, OTHER_LANGUAGE
from gazetteer.merge import Draft, merge
from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.record import Record

keys = st.sampled_from(["geonames:1", "geonames:2", "iso:ID", "iso2:ID-JT", "gn:ID.07", "petakan:laut-merah"])
names = st.builds(
    Name,
    text=st.sampled_from(["Jawa", "Java", "JAVA", "Jawa!"]),
    kind=st.sampled_from(NameKind),
    language=st.sampled_from([None, "id", "en", "nl"]),
)
records = st.builds(
    Record,
    keys=st.lists(keys, min_size=1, max_size=3, unique=True).map(tuple),
    names=st.lists(names, min_size=1, max_size=4).map(tuple),
    parents=st.lists(keys, max_size=2).map(tuple),
    level=st.none() | st.sampled_from(Level),
    position=st.none() | st.builds(LonLat, st.integers(-180, 180), st.integers(-90, 90)),
    population=st.integers(0, 5),
    disputed=st.booleans(),
)


def only(*given_records: Record) -> Draft:
    """The one place that the records make."""
    (draft,) = merged(*given_records).drafts
    return draft


def test_records_that_share_a_key_are_one_place() -> None:
    """Any shared key joins; the place answers to all of them."""
    found = merged(
        record("geonames:3 gn:ID.07", "Central Java", level=Level.ADM1),
        record("gn:ID.07 iso2:ID-JT", "Jateng"),
        record("iso2:ID-JT", "Jawa Tengah"),
    )
    (draft,) = found.drafts
    assert draft.keys == ["geonames:3", "gn:ID.07", "iso2:ID-JT"]
    assert all(found.by_key[key] is draft for key in draft.keys)
    assert [n.text for n in draft.names.values()] == ["Central Java", "Jateng", "Jawa Tengah"]
    assert found.conflicts == []


def test_an_earlier_source_overrules_a_later_one() -> None:
    """Each column is that of the first source that knows it."""
    first = record("iso:ID", "Indonesia", level=Level.COUNTRY, country="ID", population=5)
    second = record(
        "iso:ID", "Hindia", level=Level.REGION, feature_code="PCLI", country="XX", position=LonLat(1, 2),
        radius_km=7.5, population=9, disputed=True,
    )  # fmt: skip
    third = record("iso:ID", "Nusantara", feature_code="RGN", position=LonLat(3, 4), radius_km=9.5)
    found = merge([("one", [first]), ("two", [second]), ("three", [third])])
    (draft,) = found.drafts
    assert (draft.name, draft.level, draft.country, draft.population) == ("Indonesia", Level.COUNTRY, "ID", 5)
    assert (draft.feature_code, draft.radius_km, draft.position) == ("PCLI", 7.5, LonLat(1, 2))
    assert draft.source == "two", "the source is that of the position"
    assert draft.disputed, "one source that says so is enough"
    assert found.counts == {"one": 1, "two": 1, "three": 1}


def test_parents_are_gathered_without_repetition() -> None:
    """The parents of an earlier source come first, and none comes twice."""
    one = record("geonames:3", "Java", level=Level.ADM1, parents=("iso:ID",))
    two = record("geonames:3", "Java", parents=("gn:ID", "iso:ID"))
    assert only(one, two).parents == ["iso:ID", "gn:ID"]


def test_a_record_of_two_places_joins_the_first() -> None:
    """It is told as a conflict, and the second place keeps its keys, so that both keep ids of their own."""
    one = record("iso2:ID-JT", "Jawa Tengah", level=Level.ADM1)
    two = record("geonames:5", "Semarang", level=Level.CITY)
    both = record("iso2:ID-JT geonames:5 gn:ID.07", "Jateng", population=3)
    found = merged(one, two, both)
    assert [(d.id, d.population) for d in found.drafts] == [("iso2:ID-JT", 3), ("geonames:5", 0)]
    assert found.drafts[0].keys == ["iso2:ID-JT", "gn:ID.07"]
    assert found.conflicts == [
        "tiny: ('iso2:ID-JT', 'geonames:5', 'gn:ID.07') is iso2:ID-JT and geonames:5; joined the first"
    ]


def test_names_of_an_unknown_place_are_dropped() -> None:
    """A place without a level is none; that is told, and its keys are free again."""
    found = merged(INDONESIA, record("iso2:ID-XX", "Antah Berantah", position=LonLat(1, 2)))
    assert [d.name for d in found.drafts] == ["Indonesia"]
    assert "iso2:ID-XX" not in found.by_key
    assert found.conflicts == ["no source brings the place of 'Antah Berantah' (iso2:ID-XX)"]


def test_an_unknown_place_takes_no_key_of_a_known_one_with_it() -> None:
    """Where names in conflict are dropped, the other place is still found under its key."""
    unknown = record("iso2:ID-XX", "Antah")
    found = merged(unknown, JAVA, record("iso2:ID-XX geonames:3", "Berantah"))
    assert [d.name for d in found.drafts] == ["Central Java"]
    assert found.by_key["geonames:3"].name == "Central Java"
    assert "iso2:ID-XX" not in found.by_key


@pytest.mark.parametrize(
    ("key", "place_id"),
    [
        ("iso:ID geonames:2", "geonames:2"),
        ("m49:035 cldr:035", "cldr:035"),
        ("iso2:ID-JT gn:ID.07", "iso2:ID-JT"),
        ("iso:ID iso2:ID-JT", "iso2:ID-JT"),
        ("cldr:035 petakan:asean", "petakan:asean"),
        ("ne:7 gn:ID.07", "gn:ID.07"),
    ],
)
def test_the_best_key_is_the_id(key: str, place_id: str) -> None:
    """GeoNames' id wherever there is one, then ours, CLDR's and the codes of ISO."""
    assert only(record(key, "x", level=Level.ADM1)).id == place_id


def test_the_kind_of_a_name_is_the_best_that_a_source_gives() -> None:
    """The same name in the same language stands once, in its first place, with the firmest of its kinds."""
    draft = only(
        record("geonames:4", "Cilacap", name("Tjilatjap"), level=Level.CITY),
        record("geonames:4", name("Tjilatjap", NameKind.HISTORIC), name("Cilacap")),
    )
    assert list(draft.names.values()) == [
        name("Cilacap", NameKind.OFFICIAL),
        name("Tjilatjap", NameKind.HISTORIC),
    ]


@pytest.mark.parametrize(
    ("given_names", "label"),
    [
        ((name("Rusia", NameKind.OFFICIAL, "id"),), "Rusia"),
        ((name("Beruang Merah", language="id"), name("Rusia", NameKind.OFFICIAL, "id")), "Rusia"),
        ((name("Rusia", language="id"),), None),
        ((name("Rusia"),), None),
        ((name("Rusia", NameKind.DEMONYM, "id"), name("Rus", NameKind.SHORT, "id")), None),
        ((name("Moskwa", NameKind.HISTORIC, "id"),), None),
    ],
)
def test_label(given_names: tuple[Name, ...], label: str | None) -> None:
    """An official name in the language; never an alternate, a demonym, a code or a bygone name."""
    assert only(record("iso:RU", "Rossiya", *given_names, level=Level.COUNTRY)).label("id") == label


def test_a_hand_made_label_overrules_the_sources() -> None:
    """What readers are shown can be set by hand; the place's own name stays."""
    draft = only(
        record("iso2:DE-BY", "Bavaria", name("Bayern", NameKind.OFFICIAL, "id"), level=Level.ADM1),
        record("iso2:DE-BY", name("Bavaria", NameKind.OFFICIAL, "id"), relabels=True),
    )
    assert (draft.name, draft.label("id")) == ("Bavaria", "Bavaria")


def test_the_first_of_two_geonames_ids_is_the_id() -> None:
    """A town that is a unit too keeps the town's id."""
    assert only(record("geonames:1627896 geonames:1627893", "Semarang", level=Level.CITY)).id == "geonames:1627896"


def test_a_historic_state_has_labels() -> None:
    """What has bygone names only is labeled with them, in the reader's language."""
    draft = only(
        record(
            "petakan:uni-soviet",
            name("Uni Soviet", NameKind.HISTORIC, "id"),
            name("Soviet Union", NameKind.HISTORIC, "en"),
            level=Level.REGION,
        )
    )
    assert (draft.label("id"), draft.label("en")) == ("Uni Soviet", "Soviet Union")


def test_folded_names() -> None:
    """Spellings of one folded name become one, with the best kind and all languages; empty ones vanish."""
    draft = only(
        record(
            "geonames:2",
            name("Jakarta", language="jv"),
            name("JAKARTA", NameKind.OFFICIAL, "id"),
            name("Jakártá", language="hu"),
            name("—"),
            level=Level.CITY,
        )
    )
    assert list(draft.folded()) == [("jakarta", NameKind.OFFICIAL, LANGUAGE_BITS["id"] | OTHER_LANGUAGE)]


def test_a_saint_is_found_in_full_and_short() -> None:
    """The other way of writing a name says what the name says, unless a source has it itself."""
    draft = only(
        record(
            "geonames:5",
            name("Fort Saint John", NameKind.OFFICIAL),
            name("Ft. St. John", NameKind.HISTORIC, "id"),
            level=Level.CITY,
        )
    )
    assert {folded: (kind, bits) for folded, kind, bits in draft.folded()} == {
        "fort saint john": (NameKind.OFFICIAL, 0),
        "ft st john": (NameKind.HISTORIC, LANGUAGE_BITS["id"]),
    }
    whole = only(record("geonames:6", name("Saint Albans", NameKind.OFFICIAL), level=Level.CITY))
    assert {folded for folded, _, _ in whole.folded()} == {"saint albans", "st albans"}


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (name("Saudi", NameKind.OFFICIAL, "sw"), NameKind.DEMONYM),
        (name("Saudi", NameKind.OFFICIAL, "id"), NameKind.OFFICIAL),
        (name("Saudi", NameKind.SHORT), NameKind.SHORT),
        (name("Saudi"), NameKind.DEMONYM),
    ],
)
def test_a_word_for_its_people_is_that_unless_readers_call_the_country_so(other: Name, kind: NameKind) -> None:
    """What a third language calls the country does not count."""
    draft = only(record("iso:SA", name("Saudi", NameKind.DEMONYM, "en"), other, level=Level.COUNTRY))
    assert [(folded, found) for folded, found, _ in draft.folded()] == [("saudi", kind)]


def test_a_name_without_a_language_is_of_no_language_in_particular() -> None:
    """What one source tags "id" may be used in any language if another source has it without a tag."""
    draft = only(record("geonames:2", name("Cayenne"), name("Cayenne", NameKind.OFFICIAL, "id"), level=Level.CITY))
    assert list(draft.folded()) == [("cayenne", NameKind.OFFICIAL, 0)]


@given(st.lists(records, max_size=12))
def test_every_place_has_a_level_and_an_id_of_its_own(given_records: list[Record]) -> None:
    """Whatever the sources say: ids are unique, keys lead to their place, and nothing is counted twice."""
    found = merged(*given_records)
    ids = [draft.id for draft in found.drafts]
    assert len(set(ids)) == len(ids)
    assert all(draft.level for draft in found.drafts)
    assert {key: id(d) for key, d in found.by_key.items()} == {k: id(d) for d in found.drafts for k in d.keys}
    assert found.counts.total() == len(given_records)


@given(st.lists(records, max_size=12))
def test_no_name_is_lost(given_records: list[Record]) -> None:
    """Every folded name of a record is one of a place, unless no source brings that place."""
    found = merged(*given_records)
    dropped = any(conflict.startswith("no source") for conflict in found.conflicts)
    texts = {n.text for draft in found.drafts for n in draft.names.values()}
    assert dropped or texts == {n.text for r in given_records for n in r.names}


@given(st.lists(records, max_size=10))
def test_a_source_said_twice_changes_nothing(given_records: list[Record]) -> None:
    """A record that comes again adds no place, no name and no parent."""
    once, twice = merged(*given_records), merged(*given_records, *given_records)
    if not any(" is " in conflict for conflict in twice.conflicts):
        assert twice.drafts == once.drafts


@given(st.permutations(PLACES))
def test_order_does_not_matter_where_no_source_contradicts_another(shuffled: list[Record]) -> None:
    """Records of different places give the same places in any order."""
    assert {d.id: d for d in merged(*shuffled).drafts} == {d.id: d for d in merged(*PLACES).drafts}


def test_places_of_one_name_stay_apart() -> None:
    """Without a common key two records are two places, whatever they are called."""
    other = record("geonames:40", "Cilacap", level=Level.ADM2)
    assert [d.id for d in merged(CILACAP, other).drafts] == ["geonames:4", "geonames:40"]
