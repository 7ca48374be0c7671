"""Evidence of recognition: what in the text speaks for and against a match being a place."""

from collections.abc import Mapping
from typing import Final

from gazetteer.place import Level, NameKind
from geo.context import Context
from geo.cues import Cues
from geo.matches import Match
from geo.tokens import LineStyle, Shape
from geo.words import family_names, given_names

_LEVEL_FEATURES: Final = {
    Level.CONTINENT: "country",
    Level.COUNTRY: "country",
    Level.REGION: "region",
    Level.ADM1: "adm1",
    Level.ADM2: "adm2",
    Level.CITY: "city",
}
_WHOLE: Final = frozenset({Level.COUNTRY, Level.CONTINENT, Level.REGION})
_TYPICAL_PROMINENCE: Final = 5.0
_SHORT_NAME: Final = 3
_OF: Final = frozenset({"of", "for"})
_ARTICLES: Final = frozenset({"the", "a", "an"})
_AND: Final = frozenset({"dan", "and", "serta", "atau", "or"})

HOME: Final[Mapping[str, str]] = {"id": "ID"}
"""Country whose places an article in a language names without saying so; English has no single one."""

_LONGEST_DATELINE: Final = 40


def recognition_features(match: Match, context: Context, common: Mapping[str, float]) -> dict[str, float]:
    """Features of a match, name -> value (mostly 0 or 1).

    ``common`` gives the share of a word's uses in which it is an ordinary word of the article's language.
    """
    return {
        "bias": 1.0,
        **_name_features(match),
        **_case_features(match, context, common),
        **_before_features(match, context),
        **_after_features(match, context),
        **_article_features(match, context),
    }


def _name_features(match: Match) -> dict[str, float]:
    best = match.best
    found: dict[str, float] = {_LEVEL_FEATURES[best.place.level]: 1.0}
    if best.place.level is Level.CITY or best.place.level is Level.ADM2:
        found["prominence"] = best.place.prominence - _TYPICAL_PROMINENCE
    if match.count > 1:
        found["several_words"] = 1.0
    elif len(match.folded) <= _SHORT_NAME and best.place.level is Level.CITY:
        found["short_name"] = 1.0
    if best.foreign:
        found["other_language"] = 1.0
    if best.kind in {NameKind.ALTERNATE, NameKind.ROMANIZED, NameKind.CODE, NameKind.DEMONYM, NameKind.HISTORIC}:
        found[f"name_{best.kind.value}"] = 1.0
    return found


def _case_features(match: Match, context: Context, common: Mapping[str, float]) -> dict[str, float]:
    tokens, i = context.tokens, match.first
    found: dict[str, float] = {}
    style = tokens.styles[i]
    if style is not LineStyle.NORMAL:
        found["no_case"] = 1.0
    if match.count > 1:
        shares = (1.0 if w in context.cues.directions else common.get(w, 0.0) for w in match.folded.split())
        if least := min(shares):
            found["common_words"] = least
        return found
    unsure = tokens.opens[i] or style is not LineStyle.NORMAL
    if unsure:
        found["opens_sentence"] = 1.0
    is_upper = tokens.shapes[i] is Shape.UPPER and style is LineStyle.NORMAL
    if not is_upper:  # "AS" is no ordinary word, whatever "as" is
        found["common_word_opening" if unsure else "common_word"] = common.get(match.folded, 0.0)
        if match.folded in tokens.lowered:
            found["in_lower_case_elsewhere" if unsure else "a_word_elsewhere"] = 1.0
    if match.folded in context.cues.calendar:
        found["calendar"] = 1.0
    cues = context.cues
    if match.folded in cues.function_words or match.folded in cues.level or match.folded in cues.directions:
        found["function_word"] = 1.0
    if is_upper and match.best.place.level is Level.CITY and not is_dateline(match, context):
        found["acronym"] = 1.0
    return found


def is_dateline(match: Match, context: Context) -> bool:
    """Whether the match opens a line that begins like "SEOUL, KOMPAS.com -" or "BERLIN (Reuters) —"."""
    tokens = context.tokens
    line_start = tokens.text.rfind("\n", 0, tokens.starts[match.first]) + 1
    before = tokens.text[line_start : tokens.starts[match.first]]
    after = tokens.text[tokens.ends[match.last] : tokens.ends[match.last] + _LONGEST_DATELINE]
    return (
        not before.strip(" *_#>\"'“")
        and after[:3].lstrip()[:1] in {",", "(", "-", "–", "—"}
        and ("-" in after or "–" in after or "—" in after)
    )


def _before_features(match: Match, context: Context) -> dict[str, float]:
    tokens, cues, i = context.tokens, context.cues, match.first
    found: dict[str, float] = {"dateline": 1.0} if is_dateline(match, context) else {}
    if i == 0 or tokens.opens[i]:
        return found
    previous, gap = tokens.folded[i - 1], tokens.gap(i - 1)
    if gap == " ":
        found |= _cue_features(previous, cues, is_strong=match.is_strong)
    if previous in cues.in_name_not_after and tokens.folded[i] in cues.in_name_before:
        found["function_word"] = 1.0  # "Wali Kota Batu" is no place called "Kota Batu"
    if previous in cues.titles and gap in {" ", ". "}:
        found["after_title"] = 1.0
    if previous in _OF and i > 1 and _names_something(context, i - 2):
        found["after_named_of"] = 1.0
    if previous in cues.languages_after:
        found["language_name"] = 1.0
    if gap == ".":
        found["in_address"] = 1.0
    if previous in _ARTICLES and gap == " ":
        found["after_article"] = 1.0
    if context.neighbor_is_name(i - 1, i):
        # the first word of a sentence has its capital anyway, and is a name now and then only
        found["opener_before" if tokens.opens[i - 1] else "name_before"] = 1.0
        if match.count == 1 and previous in given_names():
            found["given_name_before"] = 1.0
    if i - 1 in context.strong:
        if gap == "-":
            found["in_chain"] = 1.0
        elif gap.strip() in {",", "("}:
            found["after_strong"] = 1.0
    return found


def _names_something(context: Context, i: int) -> bool:
    """Whether word i begins what an "of" goes on with: "Peanut Corporation of America", no "Governor of Ohio"."""
    tokens, cues = context.tokens, context.cues
    folded = tokens.folded[i]
    return (
        tokens.is_capital(i)
        and tokens.gap(i) == " "
        and not tokens.opens[i]
        and tokens.styles[i] is LineStyle.NORMAL
        and folded not in cues.associative
        and folded not in cues.level
        and folded not in cues.titles
    )


def _cue_features(word: str, cues: Cues, *, is_strong: bool) -> dict[str, float]:
    """What the word directly before a name says of it."""
    kinds = (
        ("after_level_word", cues.level),
        ("after_locative", cues.locative),
        ("after_actor_word", cues.associative),
    )
    found = {name: 1.0 for name, words in kinds if word in words}
    first = dict(list(found.items())[:1])
    return first | ({"after_saying": 1.0} if word in cues.saying and not is_strong else {})


def _after_features(match: Match, context: Context) -> dict[str, float]:
    tokens, last = context.tokens, match.last
    found: dict[str, float] = {}
    if last + 1 >= len(tokens):
        return found
    gap = tokens.gap(last)
    if context.neighbor_is_name(last + 1, last):
        whole = last in context.strong and match.best.place.level is not Level.CITY
        found["strong_with_name_after" if whole else "name_after"] = 1.0
        following = tokens.folded[last + 1]
        if match.count == 1 and (following in given_names() or following in family_names()):
            found["person_name_after"] = 1.0
        if match.count == 1 and match.folded in given_names():
            found["given_name"] = 1.0
        if context.neighbor_is_name(match.first - 1, match.first) and not tokens.opens[match.first]:
            found["between_names"] = 1.0
    if gap.strip() in {",", "("} and (last + 1) in context.strong:
        found["before_strong"] = 1.0
    if gap == "-" and (last + 1) in context.strong:
        found["in_chain"] = 1.0
    if gap.startswith(("$", "'s")) or "'s" in gap[:3]:
        found["currency" if gap[0] == "$" else "possessive"] = 1.0
    if gap == " ":
        found |= _following_word(tokens.folded[last + 1], context, is_lower=tokens.shapes[last + 1] is Shape.LOWER)
        if match.is_strong:
            found.pop("before_saying", None)
    return found


def _following_word(word: str, context: Context, *, is_lower: bool) -> dict[str, float]:
    """What the word directly after a name says of it."""
    cues = context.cues
    if word in cues.things_after:
        return {"before_thing": 1.0}
    if is_lower:
        for name, words in (
            ("before_level_word", cues.level),
            ("before_actor_word", cues.actors_after),
            ("before_saying", cues.saying),
        ):
            if word in words:
                return {name: 1.0}
    return {}


def _article_features(match: Match, context: Context) -> dict[str, float]:
    found: dict[str, float] = {}
    words = range(match.first, match.last + 1)
    best = match.best
    whole = best.place.level is Level.COUNTRY and best.kind in {NameKind.OFFICIAL, NameKind.SHORT} and not best.foreign
    if any(i in context.proper_org for i in words) or _in_titled_organization(match, context):
        found["in_proper_organization"] = 1.0
    elif any(i in context.state_org for i in words) and not whole:
        found["in_state_organization"] = 1.0
    is_a_name = match.count == 1 and match.folded in context.name_parts
    if is_a_name and (not match.is_strong or match.folded in given_names()):
        found["part_of_a_person" if match.folded in context.persons else "part_of_a_name"] = 1.0
    if match.count == 1 and not match.is_strong and (weight := family_names().get(match.folded)):
        found["family_name"] = weight
    if match.best.place.country == HOME.get(context.language or ""):
        found["home_country"] = 1.0
    if _is_listed(match, context):
        found["in_list"] = 1.0
    if context.is_sport and best.place.level not in _WHOLE:
        found["in_sport"] = 1.0
    return found


def _in_titled_organization(match: Match, context: Context) -> bool:
    """Whether a headline, which has no runs of capitals to go by, has an organisation's head directly beside the match."""
    tokens, heads = context.tokens, context.cues.proper_organizations
    if tokens.styles[match.first] is LineStyle.NORMAL:
        return False
    before, after = match.first - 1, match.last + 1
    if before > 0 and tokens.folded[before] in _OF:
        before -= 1
    return (before >= 0 and tokens.gap(before) == " " and tokens.folded[before] in heads) or (
        after < len(tokens) and tokens.gap(match.last) == " " and tokens.folded[after] in heads
    )


def _is_listed(match: Match, context: Context) -> bool:
    """Whether a neighbour in a list ("Demak, Kudus, dan Pati") is a name of the gazetteer too."""
    tokens = context.tokens
    before, after = match.first - 1, match.last + 1
    if before > 0 and tokens.folded[before] in _AND and tokens.gap(before) == " ":
        before -= 1
    elif before >= 0 and tokens.gap(before) != ", ":
        before = -1
    if after < len(tokens) and tokens.folded[after] in _AND and tokens.before(after) in {" ", ", "}:
        after += 1
    elif after < len(tokens) and tokens.gap(match.last) != ", ":
        after = len(tokens)
    return (before in context.covered) or (after in context.matches)
