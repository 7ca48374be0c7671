"""How weights are fitted, and the tables that they are kept in."""

import math
import random
from pathlib import Path

import pytest
from reading import article

from gazetteer.index import Gazetteer
from gazetteer.place import Level, LonLat
from geo.article import Span
from geo.evaluation.gold import GoldDocument, GoldKind, GoldMention
from geo.matches import MatchFinder
from geo.mention import Usage
from geo.recognition import GazetteerRecognizer
from geo.training.fitting import Example, fit, measure, yes_or_no
from geo.training.recognition import Annotated, recognition_examples, unresolved_examples, usage_examples
from geo.training.resolution import resolution_examples
from geo.training.sets import TrainingSet
from geo.training.tables import MODELS, WeightTable
from geo.weights import LANGUAGES, weights

TRUE = {"bias": -1.0, "wet": 2.0, "high": -0.5}


def odds_drawn(count: int, seed: int = 7) -> list[Example]:
    """Yes-or-no examples drawn from the true weights."""
    chance = random.Random(seed)
    examples = []
    for _ in range(count):
        features = {"bias": 1.0, "wet": float(chance.random() < 0.5), "high": chance.uniform(-2, 2)}
        odds = sum(TRUE[name] * value for name, value in features.items())
        examples.append(yes_or_no(features, yes=chance.random() < 1 / (1 + math.exp(-odds))))
    return examples


def test_known_weights_are_recovered() -> None:
    fitted = fit(odds_drawn(6000), dict.fromkeys(TRUE, 0.0), 1.0)
    assert list(fitted) == list(TRUE)
    assert fitted == pytest.approx(TRUE, abs=0.15)


def test_weights_of_a_choice_among_many_are_recovered() -> None:
    chance, examples = random.Random(3), []
    for _ in range(3000):
        alternatives = tuple({"size": chance.uniform(0, 3), "far": chance.uniform(0, 1)} for _ in range(4))
        shares = [math.exp(1.5 * one["size"] - 2.0 * one["far"]) for one in alternatives]
        (chosen,) = chance.choices(range(4), shares)
        examples.append(Example(alternatives, tuple(n == chosen for n in range(4))))
    assert fit(examples, {"size": 0.0, "far": 0.0}, 1.0) == pytest.approx({"size": 1.5, "far": -2.0}, abs=0.2)


def test_little_data_hardly_moves_a_weight_from_its_prior() -> None:
    prior = {"bias": 0.5, "wet": -3.0, "high": 1.0}
    few = fit(odds_drawn(2), prior, 20.0)
    assert few == pytest.approx(prior, abs=0.2)
    assert few != prior


def test_what_no_example_shows_keeps_its_prior() -> None:
    prior = {**dict.fromkeys(TRUE, 0.0), "unseen": 1.25}
    assert fit(odds_drawn(500), prior, 1.0)["unseen"] == pytest.approx(1.25)


def test_a_stronger_prior_holds_more() -> None:
    examples, prior = odds_drawn(300), dict.fromkeys(TRUE, 0.0)
    loose, tight = fit(examples, prior, 0.1)["wet"], fit(examples, prior, 100.0)["wet"]
    assert 0 < tight < loose


def test_examples_count_by_their_weight() -> None:
    def fitted(weight: float) -> float:
        sure = [yes_or_no({"bias": 1.0}, yes=True, weight=weight)] * 20
        return fit([*sure, *[yes_or_no({"bias": 1.0}, yes=False)] * 20], {"bias": 0.0}, 0.01)["bias"]

    assert fitted(1.0) == pytest.approx(0.0, abs=1e-6)
    assert fitted(3.0) == pytest.approx(math.log(3), abs=0.01)
    assert fitted(0.0) < -5


def test_separable_examples_do_not_run_away() -> None:
    examples = [yes_or_no({"wet": 1.0}, yes=True)] * 50
    assert 0 < fit(examples, {"wet": 0.0}, 1.0)["wet"] < 10


def test_figures_of_known_weights() -> None:
    """At even odds each answer has half; the first is chosen, and right every other time."""
    examples = [yes_or_no({"bias": 1.0}, yes=True), yes_or_no({"bias": 1.0}, yes=False)]
    even = measure(examples, {"bias": 0.0})
    assert even.examples == 2
    assert even.accuracy == pytest.approx(0.5)
    assert even.log_loss == pytest.approx(math.log(2))
    assert even.calibration_error == pytest.approx(0.0)


def test_overconfidence_is_an_error_of_calibration() -> None:
    """Of four chances of 0.9 one should fail in ten; here two in four do."""
    features = {"bias": 1.0}
    examples = [yes_or_no(features, yes=number < 2) for number in range(4)]
    sure = measure(examples, {"bias": math.log(9)})
    assert sure.accuracy == pytest.approx(0.5)
    assert sure.calibration_error == pytest.approx(0.4)
    assert sure.log_loss == pytest.approx(-(math.log(0.9) + math.log(0.1)) / 2)
    certain = measure(examples[:2], {"bias": 50.0})
    assert certain.accuracy == 1.0
    assert certain.log_loss == pytest.approx(0.0, abs=1e-9)
    assert certain.calibration_error == pytest.approx(0.0, abs=1e-9)


def test_several_right_alternatives_share_what_is_right() -> None:
    example = Example(({"a": 1.0}, {"a": 1.0}, {}), (True, True, False))
    assert measure([example], {"a": 0.0}).log_loss == pytest.approx(-math.log(2 / 3))


@pytest.mark.parametrize("model", MODELS)
def test_a_table_is_written_as_it_was_read(model: str, tmp_path: Path) -> None:
    table = WeightTable(model)
    committed = table.path.read_bytes()
    table.path = tmp_path / table.path.name
    for language in LANGUAGES:
        table.set(language, dict(weights(model, language)))
    table.write()
    assert table.path.read_bytes() == committed


@pytest.mark.parametrize("model", MODELS)
def test_a_table_has_a_prior_for_each_weight(model: str) -> None:
    table = WeightTable(model)
    assert [list(row) for row in table.rows] == [["evidence", "prior", *LANGUAGES, "why"]] * len(table.rows)
    assert list(table.prior) == list(weights(model, "id"))
    assert all(math.isfinite(weight) for weight in table.prior.values())


def test_where_places_lie_is_the_same_in_all_languages() -> None:
    assert weights("resolution", "id") == weights("resolution", "en") == weights("resolution", None)


def test_fitted_weights_are_kept_to_two_digits(tmp_path: Path) -> None:
    table = WeightTable("usage")
    table.path = tmp_path / "weights.tsv"
    table.set("id", dict.fromkeys(table.prior, 1 / 3))
    table.write()
    rows = [line.split("\t") for line in table.path.read_text("utf-8").splitlines()]
    assert {row[rows[0].index("id")] for row in rows[1:]} == {"0.33"}
    assert [row[rows[0].index("en")] for row in rows[1:]] == [row["en"] for row in table.rows]


TEXT = "Hujan turun di Kudus dan Balongwatu. Kemarin Presiden Rusia memuji Bank Indonesia dan Siti Magelang."


def gold(text: str, kind: GoldKind, **columns: object) -> GoldMention:
    """An annotation of the first occurrence of a text."""
    start = TEXT.index(text)
    return GoldMention(span=Span(start, start + len(text)), text=text, kind=kind, **columns)  # type: ignore[arg-type]


def annotated(gazetteer: Gazetteer) -> tuple[GoldDocument, GazetteerRecognizer]:
    """A document of two places, a place without an entry, and two names that are none."""
    mentions = (
        gold(
            "Kudus",
            GoldKind.PLACE,
            level=Level.CITY,
            country="ID",
            position=LonLat(110.84, -6.8),
            usage=Usage.LITERAL,
        ),
        gold("Balongwatu", GoldKind.UNRESOLVED),
        gold(
            "Rusia",
            GoldKind.PLACE,
            level=Level.COUNTRY,
            country="RU",
            position=LonLat(100.0, 60.0),
            usage=Usage.ASSOCIATIVE,
        ),
    )
    return GoldDocument(article=article(TEXT), mentions=mentions), GazetteerRecognizer(MatchFinder(gazetteer))


def own(document: GoldDocument) -> TrainingSet:
    """A set of one document in which everything is annotated."""
    return TrainingSet(name="own", language="id", documents=(document,), demonyms=True)


def test_examples_of_recognition_are_the_places_and_what_is_none(gazetteer: Gazetteer) -> None:
    document, recognizer = annotated(gazetteer)
    examples = list(recognition_examples(Annotated(document, own(document), recognizer)))
    yes = [example for example in examples if example.right == (True, False)]
    no = [example for example in examples if example.right == (False, True)]
    assert ["city" in e.alternatives[0] for e in yes] == [True, False]
    assert "country" in yes[1].alternatives[0]
    assert any("after_organization_head" in e.alternatives[0] for e in no)
    assert len(yes) + len(no) == len(examples)


def test_examples_of_usage_follow_the_annotation(gazetteer: Gazetteer) -> None:
    document, recognizer = annotated(gazetteer)
    kudus, rusia = usage_examples(Annotated(document, own(document), recognizer))
    assert kudus.right == (False, True)
    assert "after_di" in kudus.alternatives[0]
    assert rusia.right == (True, False)
    assert "after_actor_word" in rusia.alternatives[0]


def test_a_corpus_that_says_nothing_of_usage_gives_no_examples_of_it(gazetteer: Gazetteer) -> None:
    document, recognizer = annotated(gazetteer)
    silent = TrainingSet(name="silent", language="id", documents=(document,), usage_weight=0.0)
    assert list(usage_examples(Annotated(document, silent, recognizer))) == []


def test_examples_of_unresolved_names_are_those_without_an_entry(gazetteer: Gazetteer) -> None:
    document, recognizer = annotated(gazetteer)
    examples = list(unresolved_examples(Annotated(document, own(document), recognizer)))
    (yes,) = (example for example in examples if example.right == (True, False))
    assert "listed_after_place" in yes.alternatives[0]


def test_examples_of_resolution_are_choices_with_none_at_the_end(gazetteer: Gazetteer) -> None:
    document, recognizer = annotated(gazetteer)
    examples = list(resolution_examples(document, recognizer))
    assert len(examples) == 2
    for example in examples:
        assert len(example.right) == len(example.alternatives)
        assert example.alternatives[-1] == {"none": 1.0}
        assert not example.right[-1]
        assert any(example.right)
