"""Cross-validation: how weights do on articles that they were not fitted to, and what each group of evidence brings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from geo.training.fitting import Example, fit, measure

FOLDS: Final = 5

Examples = dict[str, dict[str, list[list[Example]]]]
"""By model, by set: the examples of each document."""

Groups = Mapping[str, tuple[str, ...]]

GROUPS: Final[Mapping[str, Groups]] = {
    "recognition": {
        "case and words": (
            "no_case", "opens_sentence", "common_word_opening", "common_word", "in_lower_case_elsewhere",
            "a_word_elsewhere", "calendar", "function_word", "acronym", "common_words",
        ),
        "words beside it": (
            "dateline", "after_level_word", "after_locative", "after_actor_word", "before_level_word",
            "before_actor_word", "before_local_actor", "after_article", "possessive", "before_thing", "case_ending",
            "language_name", "currency", "in_address", "article_and_local_actor", "after_dish", "quoted_alone",
            "in_title_of_work", "hosts_site", "said_to_be", "before_local_office",
        ),
        "persons": (
            "after_saying", "after_title", "name_before", "opener_before", "name_after", "strong_with_name_after",
            "part_of_a_name", "part_of_a_person", "between_names", "given_name", "family_name", "person_name_after",
            "given_name_before", "before_saying", "person_from", "before_age", "somebodys_given_name",
            "named_like_a_place", "after_kin", "said_by",
        ),
        "organisations": (
            "in_proper_organization", "in_state_organization", "after_organization_head", "after_named_of", "in_sport",
            "plays", "has_score", "beside_ampersand",
        ),
        "other places": (
            "in_chain", "after_strong", "before_strong", "in_list", "accepted_elsewhere", "home_country",
            "in_named_unit", "part_of_named", "near_clear", "in_longer_name", "in_list_of_level", "code_after_name",
        ),
        "the gazetteer": (
            "prominence", "unit_prominence", "foreign_country", "several_words", "short_name", "other_language",
            "name_alternate", "name_romanized",
            "name_code", "name_demonym", "name_historic",
        ),
    },
    "usage": {
        "the place": ("demonym", "capital", "home_capital", "country", "continent", "region", "adm1", "adm2", "city"),
        "the list": ("after_literal", "after_associative", "in_chain"),
        "words after": (
            "before_actor_word", "before_auxiliary", "before_level_word", "before_locative", "before_relative",
            "before_site", "before_stop", "before_verb", "before_where", "before_word", "name_after", "possessive",
        ),
        "origin and part": (
            "from_afar", "from_being", "from_moving", "from_person", "from_to", "of_actor", "of_capital", "of_part",
        ),
    },
    "unresolved": {
        "words before": (
            "after_level_word", "after_village_word", "after_locative", "after_weak_locative", "after_title",
            "after_actor_word",
        ),
        "places beside": ("listed_after_place", "before_place", "listed_before_place"),
    },
    "resolution": {
        "prominence": ("prominence", "outshone"),
        "its name": (
            "name_short", "name_alternate", "name_historic", "name_code", "name_demonym", "name_romanized",
            "other_language", "other_is_official", "seat_has_name",
        ),
        "words": ("level_asked", "level_other", "level_other_around", "article_before", "capital_acts"),
        "containment": ("inside_next", "inside_next_listed", "holds_previous"),
        "same name": ("said_before", "said_otherwise"),
        "lists": ("level_of_list", "level_not_of_list"),
        "country, province": (
            "same_country", "same_unit", "share_of_country", "share_of_unit", "country_named", "home_country",
            "near_others", "names_around", "alone_abroad", "in_last_unit", "same_county", "other_capitals",
        ),
    },
}  # fmt: skip
"""Evidence of one kind, for telling what it brings."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of weights, and the names of the sets it is fitted to."""

    language: str
    sets: tuple[str, ...]


def cross_validation(
    examples: dict[str, list[list[Example]]], column: Column, prior: dict[str, float], strength: float
) -> Iterator[str]:
    """A line per set: how weights fitted to the other folds, and hand-set ones, do on each fold."""
    held_out = _held_out(examples, column, prior, strength)
    for name in column.sets:
        mine = [e for document in examples[name] for e in document]
        if mine:
            by_hand = measure(mine, prior)
            folds = [(measure(part, weights), len(part)) for part, weights in held_out[name] if part]
            total = sum(size for _, size in folds)
            accuracy = sum(f.accuracy * size for f, size in folds) / total
            loss = sum(f.log_loss * size for f, size in folds) / total
            error = sum(f.calibration_error * size for f, size in folds) / total
            yield (
                f"  {name:14} {total:6} examples: right {accuracy:.4f} (by hand {by_hand.accuracy:.4f}), "
                f"log loss {loss:.3f} ({by_hand.log_loss:.3f}), calibration error {error:.3f} "
                f"({by_hand.calibration_error:.3f})"
            )


def _held_out(
    examples: dict[str, list[list[Example]]], column: Column, prior: dict[str, float], strength: float
) -> dict[str, list[tuple[list[Example], dict[str, float]]]]:
    """By set: each fold's examples with the weights fitted to all others; a document is in one fold whole."""
    found: dict[str, list[tuple[list[Example], dict[str, float]]]] = {name: [] for name in column.sets}
    for fold in range(FOLDS):
        seen = [e for name in column.sets for n, d in enumerate(examples[name]) if n % FOLDS != fold for e in d]
        weights = fit(seen, prior, strength)
        for name in column.sets:
            found[name].append(([e for n, d in enumerate(examples[name]) if n % FOLDS == fold for e in d], weights))
    return found


def ablation(
    examples: dict[str, list[list[Example]]], column: Column, prior: dict[str, float], strength: float, groups: Groups
) -> Iterator[str]:
    """A line per group of evidence: what cross-validation loses without it, in errors per hundred and in log loss."""
    accuracy, loss = _unseen(examples, column, prior, strength)
    yield f"    with all evidence          right {accuracy:.4f}, log loss {loss:.4f}"
    for name, members in groups.items():
        left_out = frozenset(members)
        without = {
            set_name: [[_without(e, left_out) for e in document] for document in examples[set_name]]
            for set_name in column.sets
        }
        less, more = _unseen(without, column, prior, strength)
        yield f"    without {name:18} right {100 * (less - accuracy):+.2f} points, log loss {more - loss:+.4f}"


def _unseen(
    examples: dict[str, list[list[Example]]], column: Column, prior: dict[str, float], strength: float
) -> tuple[float, float]:
    """Share of right first choices, and mean log loss, over the folds of all sets of a column."""
    parts = [pair for pairs in _held_out(examples, column, prior, strength).values() for pair in pairs if pair[0]]
    total = sum(len(part) for part, _ in parts)
    fits = [(measure(part, weights), len(part)) for part, weights in parts]
    return (
        sum(one.accuracy * size for one, size in fits) / total,
        sum(one.log_loss * size for one, size in fits) / total,
    )


def _without(example: Example, names: frozenset[str]) -> Example:
    kept = tuple({k: v for k, v in features.items() if k not in names} for features in example.alternatives)
    return Example(kept, example.right, example.weight)
