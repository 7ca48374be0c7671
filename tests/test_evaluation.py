"""Matching and the figures of an evaluation."""

import math
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripted import DEMAK, KUDUS, PARIS, Scripted, document, gold, of_kind, place

from gazetteer.place import Level, LonLat
from geo.article import Span
from geo.evaluation import AnyGeoparser, evaluate, in_language, judge_all, summarize
from geo.evaluation.gold import GoldDocument, GoldKind
from geo.evaluation.judging import Counting, judge
from geo.evaluation.matching import SpanMode, match, shared, touches_any
from geo.evaluation.metrics import FARTHEST_KM, Retrieval, Share, area_under_errors, calibration, distances
from geo.evaluation.scores import Scores
from geo.geoparsed import GeoparsedArticle
from geo.mention import Usage

TEXT = "Banjir di Kudus dan Demak, bukan di Paris; Bandara Ahmad Yani tutup. Warga Desa Karangsuko mengungsi."

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 8))
lists = st.lists(spans, max_size=8, unique=True)
modes = st.sampled_from(SpanMode)
outcomes = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1)


@given(lists, lists, modes)
def test_pairs_are_one_to_one_and_share_text(one: list[Span], other: list[Span], mode: SpanMode) -> None:
    pairs = match(one, other, mode)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(shared(one[i], other[j]) for i, j in pairs)
    left = [i for i in range(len(one)) if i not in {i for i, _ in pairs}]
    free = [j for j in range(len(other)) if j not in {j for _, j in pairs}]
    if mode is SpanMode.EXACT:
        assert all(one[i] == other[j] for i, j in pairs)
        assert set(one) & set(other) == {one[i] for i, _ in pairs}
    else:
        assert not any(shared(one[i], other[j]) for i, j in product(left, free))


@given(lists, lists, modes)
def test_matching_is_the_same_from_either_side(one: list[Span], other: list[Span], mode: SpanMode) -> None:
    assert set(match(one, other, mode)) == {(i, j) for j, i in match(other, one, mode)}


def test_the_likest_spans_are_matched_first() -> None:
    assert match([Span(0, 20), Span(12, 20)], [Span(12, 21)], SpanMode.OVERLAP) == [(1, 0)]


def test_spans_that_only_touch_share_nothing() -> None:
    assert shared(Span(0, 3), Span(3, 5)) == 0
    assert not touches_any(Span(0, 3), [Span(3, 5)])


@given(st.lists(st.floats(0, 20_038), min_size=2))
def test_auc_lies_between_none_and_all_wrong(errors: list[float]) -> None:
    area = area_under_errors(errors)
    assert area is not None
    assert 0 <= area <= 1
    assert area == area_under_errors(reversed(errors))


@pytest.mark.parametrize(
    ("errors", "area"),
    [([0.0, 0.0], 0.0), ([FARTHEST_KM - 1] * 3, 1.0), ([0.0, FARTHEST_KM - 1], 0.5), ([5.0], None), ([], None)],
)
def test_auc_of_known_errors(errors: list[float], area: float | None) -> None:
    assert area_under_errors(errors) == (area if area is None else pytest.approx(area))


def test_distances_of_nothing_are_unknown() -> None:
    none = distances([], recognized=3, near=0)
    assert (none.accuracy, none.mean_km, none.median_km, none.auc) == (None, None, None, None)


def test_distances_of_known_errors() -> None:
    some = distances([0.0, 10.0, 500.0], recognized=4, near=2)
    assert (some.mean_km, some.median_km) == (170.0, 10.0)
    assert some.accuracy == pytest.approx(2 / 3)


def test_retrieval_of_nothing_is_zero() -> None:
    none = Retrieval(right=0, found=0, wanted=0)
    assert (none.precision, none.recall, none.f1) == (0, 0, 0)
    assert Share(0, 0).value is None


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_is_the_harmonic_mean(right: int, false: int, missed: int) -> None:
    one = Retrieval(right=right, found=right + false, wanted=right + missed)
    if right:
        assert one.f1 == pytest.approx(2 / (1 / one.precision + 1 / one.recall))
    assert min(one.precision, one.recall) <= one.f1 + 1e-12


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ([(1.0, True)] * 4, 0.0),
        ([(1.0, False)] * 4, 1.0),
        ([(0.75, True), (0.75, True), (0.75, True), (0.75, False)], 0.0),
        ([(0.95, True), (0.95, False), (0.05, False), (0.05, False)], (0.45 + 0.05) / 2),
    ],
)
def test_calibration_error_of_known_probabilities(said: list[tuple[float, bool]], error: float) -> None:
    found = calibration(said)
    assert found is not None
    assert found.error == pytest.approx(error)


@given(outcomes)
def test_calibration_counts_every_mention_in_its_bin(said: list[tuple[float, bool]]) -> None:
    found = calibration(said)
    assert found is not None
    assert sum(one.count for one in found.bins) == len(said)
    assert 0 <= found.error <= 1
    assert all(one.low - 1e-9 <= one.probability <= one.high + 1e-9 for one in found.bins)


def test_nothing_said_has_no_calibration() -> None:
    assert calibration([]) is None


def score(geoparser: AnyGeoparser, *documents: GoldDocument, usage: Usage | None = None) -> Scores:
    return evaluate(geoparser, documents, usage=usage)


def test_exact_and_overlapping_spans_and_end_to_end() -> None:
    document_ = document(TEXT, gold(TEXT, "Kudus"), gold(TEXT, "Demak", DEMAK), gold(TEXT, "Paris", PARIS))
    found = Scripted({"di Kudus": place(KUDUS), "Demak": place(PARIS, 2), "Banjir": place(KUDUS, 3)})
    scores = score(found, document_)
    first = scores.headline
    assert first.exact == Retrieval(right=1, found=3, wanted=3)
    assert first.overlap == Retrieval(right=2, found=3, wanted=3)
    assert first.end_to_end == Retrieval(right=1, found=3, wanted=3)
    assert scores.distances is not None
    assert (scores.distances.recognized, scores.distances.near, scores.distances.placed) == (2, 1, 2)
    assert scores.same_place == Share(1, 2)
    assert scores.intervals is None


def test_the_same_geonames_id_is_no_error_wherever_its_point_is() -> None:
    scores = score(Scripted({"Kudus": place(PARIS, 7)}), document(TEXT, gold(TEXT, "Kudus", geonames_id=7)))
    assert scores.distances is not None
    assert scores.distances.mean_km == 0


def test_the_same_country_is_no_error_wherever_its_point_is() -> None:
    wanted = gold(TEXT, "Kudus", PARIS, level=Level.COUNTRY, country="ID")
    right = score(Scripted({"Kudus": place(KUDUS, level=Level.COUNTRY)}), document(TEXT, wanted))
    town = score(Scripted({"Kudus": place(KUDUS)}), document(TEXT, wanted))
    assert (right.same_place, town.same_place) == (Share(1, 1), Share(0, 1))


@pytest.mark.parametrize(
    ("found", "is_same"),
    [
        (place(KUDUS), True),
        (place(KUDUS, level=Level.ADM2), True),
        (place(KUDUS, level=Level.REGION), False),
        (place(KUDUS, country="MY"), False),
    ],
)
def test_the_same_place_is_of_its_level_or_a_unit_and_its_seat_and_of_its_country(found: object, is_same: bool) -> None:
    wanted = gold(TEXT, "Kudus", level=Level.CITY, country="ID")
    scores = score(Scripted({"Kudus": found}), document(TEXT, wanted))  # type: ignore[dict-item]
    assert scores.same_place == Share(is_same, 1)
    assert scores.distances is not None
    assert scores.distances.near == 1


def test_a_radius_widens_what_is_near() -> None:
    wanted = gold(TEXT, "Kudus", LonLat(108.0, -6.8))
    found = Scripted({"Kudus": place(KUDUS)})
    assert score(found, document(TEXT, wanted)).same_place == Share(0, 1)
    assert score(found, document(TEXT, replace(wanted, radius_km=500.0))).same_place == Share(1, 1)


def test_what_is_to_be_ignored_is_neither_right_nor_wrong() -> None:
    ignored = document(TEXT, gold(TEXT, "Kudus"), of_kind(TEXT, "Paris", GoldKind.IGNORE))
    scores = score(Scripted({"Kudus": place(KUDUS), "Paris": place(PARIS, 2)}), ignored)
    assert scores.headline.exact == Retrieval(right=1, found=1, wanted=1)
    other = document(TEXT, gold(TEXT, "Kudus"), of_kind(TEXT, "Paris", GoldKind.OTHER))
    assert score(Scripted({"Paris": place(PARIS)}), other).headline.exact == Retrieval(right=0, found=1, wanted=1)


def test_a_hit_on_a_place_without_a_position_is_recognition_only() -> None:
    mixed = document(TEXT, gold(TEXT, "Kudus"), gold(TEXT, "Paris", None))
    scores = score(Scripted({"Kudus": place(KUDUS), "Paris": place(PARIS, 2)}), mixed)
    assert (scores.places, scores.positioned) == (2, 1)
    assert scores.headline.exact.right == 2
    assert scores.headline.end_to_end == Retrieval(right=1, found=1, wanted=1)
    assert scores.calibration is not None
    assert sum(one.count for one in scores.calibration.bins) == 1


def test_what_is_put_nowhere_is_recognized() -> None:
    scores = score(Scripted({"Kudus": None}), document(TEXT, gold(TEXT, "Kudus")))
    assert scores.headline.exact.right == 1
    assert scores.headline.end_to_end == Retrieval(right=0, found=0, wanted=1)
    assert scores.distances is not None
    assert (scores.distances.recognized, scores.distances.placed, scores.distances.accuracy) == (1, 0, None)
    assert scores.calibration is None


def test_withheld_sites_count_where_the_gold_is_of_entities() -> None:
    found = Scripted(sites=["Bandara Ahmad Yani"])
    entities = document(TEXT, of_kind(TEXT, "Bandara Ahmad Yani", GoldKind.PLACE))
    assert score(found, entities).headline.exact.right == 1
    assert score(found, document(TEXT, gold(TEXT, "Kudus"))).headline.exact.found == 0
    sure = score(Scripted({"Kudus": place(KUDUS)}, probability=1.0), document(TEXT, gold(TEXT, "Kudus", None)))
    assert sure.calibration is not None
    assert sure.calibration.error == 0


def test_sites_are_withheld_whole_or_in_part_and_never_mapped() -> None:
    site = of_kind(TEXT, "Bandara Ahmad Yani", GoldKind.FACILITY)
    whole = score(Scripted(sites=["Bandara Ahmad Yani"]), document(TEXT, site)).sites
    part = score(Scripted(sites=["Bandara Ahmad"]), document(TEXT, site)).sites
    mapped = score(Scripted({"Ahmad Yani": place(KUDUS)}), document(TEXT, site)).sites
    assert whole is not None
    assert part is not None
    assert mapped is not None
    assert (whole.exact, whole.overlap, whole.mapped) == (Share(1, 1), Share(1, 1), 0)
    assert (part.exact, part.overlap) == (Share(0, 1), Share(1, 1))
    assert (mapped.overlap, mapped.mapped) == (Share(0, 1), 1)
    assert score(Scripted(), document(TEXT)).sites is None


def test_a_place_that_the_gazetteer_lacks_is_to_be_listed_and_not_mapped() -> None:
    lacking = document(TEXT, of_kind(TEXT, "Karangsuko", GoldKind.UNRESOLVED), gold(TEXT, "Kudus"))
    listed = score(Scripted(unresolved=["Desa Karangsuko", "Kudus", "Warga"]), lacking)
    assert listed.unresolved == Retrieval(right=1, found=2, wanted=1)
    nowhere = score(Scripted({"Karangsuko": None}), lacking)
    assert nowhere.unresolved == Retrieval(right=1, found=1, wanted=1)
    assert nowhere.headline.exact.found == 0
    mapped = score(Scripted({"Karangsuko": place(PARIS)}), lacking)
    assert mapped.headline.exact.found == 1
    assert mapped.unresolved == Retrieval(right=0, found=0, wanted=1)


def test_levels_have_recall_of_the_gold_and_precision_of_what_is_put_on_them() -> None:
    wanted = gold(TEXT, "Kudus", level=Level.CITY), gold(TEXT, "Demak", DEMAK, level=Level.CITY)
    (city,) = score(Scripted({"Kudus": place(KUDUS), "Paris": place(PARIS, 2)}), document(TEXT, *wanted)).levels
    assert (city.level, city.found, city.right, city.precise) == (Level.CITY, Share(1, 2), Share(1, 2), Share(1, 2))


def test_usages_are_told_apart() -> None:
    wanted = gold(TEXT, "Kudus", usage=Usage.LITERAL), gold(TEXT, "Demak", DEMAK, usage=Usage.ASSOCIATIVE)
    found = Scripted({"Kudus": place(KUDUS), "Demak": place(DEMAK, 2)})
    literal, associative = score(found, document(TEXT, *wanted)).usages
    assert (literal.told, associative.told) == (Share(1, 1), Share(0, 1))
    assert associative.taken_for == {Usage.LITERAL: 1, Usage.ASSOCIATIVE: 0}


def test_one_usage_alone_can_be_scored() -> None:
    wanted = gold(TEXT, "Kudus", usage=Usage.LITERAL), gold(TEXT, "Demak", DEMAK, usage=Usage.ASSOCIATIVE)
    found = Scripted({"Kudus": place(KUDUS), "Demak": place(DEMAK, 2), "Paris": None})
    literal = score(found, document(TEXT, *wanted), usage=Usage.LITERAL)
    assert literal.headline.exact == Retrieval(right=1, found=1, wanted=1)
    associative = score(found, document(TEXT, *wanted), usage=Usage.ASSOCIATIVE)
    assert associative.headline.exact == Retrieval(right=0, found=0, wanted=1)


class Demonyms:
    """Stands in for mentions that know whether they are demonyms."""

    def __init__(self, mention: object) -> None:
        self._mention = mention
        self.demonym = True

    def __getattr__(self, name: str) -> object:
        return getattr(self._mention, name)


def test_figures_without_demonyms() -> None:
    document_ = document(TEXT, gold(TEXT, "Kudus"), gold(TEXT, "Demak", DEMAK))
    parsed = Scripted({"Kudus": place(KUDUS), "Demak": place(DEMAK, 2)}).geoparse(document_.article)
    one, other = parsed.mentions
    marked = GeoparsedArticle(
        article=parsed.article,
        mentions=(one, Demonyms(other)),  # type: ignore[arg-type]
        withheld=(),
        unresolved=(),
    )
    scores = summarize([judge(document_, marked, Counting())])
    assert scores.demonyms == 1
    assert scores.headline.exact.right == 2
    assert scores.without_demonyms is not None
    assert scores.without_demonyms.exact == Retrieval(right=1, found=1, wanted=2)


def test_no_documents_have_no_figures() -> None:
    scores = score(Scripted())
    assert (scores.documents, scores.headline.exact.f1, scores.distances, scores.levels) == (0, 0, None, ())


def test_intervals_hold_the_figure_and_are_the_same_every_time() -> None:
    right, missed = document(TEXT, gold(TEXT, "Kudus")), document(TEXT, gold(TEXT, "Demak", DEMAK))
    judgments = judge_all(Scripted({"Kudus": place(KUDUS)}), [right, missed, right])
    scores = summarize(judgments)
    assert scores.intervals is not None
    assert scores.intervals.exact.low <= scores.headline.exact.f1 <= scores.intervals.exact.high
    assert scores.intervals.exact.low < scores.intervals.exact.high
    assert summarize(judgments) == scores
    assert math.isclose(scores.intervals.exact.high, scores.intervals.end_to_end.high)


def test_documents_of_a_language() -> None:
    both = [document(TEXT), document(TEXT, language="en")]
    assert in_language(both, "en") == both[1:]
