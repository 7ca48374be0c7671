"""Evidence of recognition: what in the text speaks for and against a match being a place."""

from collections.abc import Iterator, Mapping
from typing import Final

from gazetteer.place import Level, NameKind
from geo.context import HOME, Context
from geo.cues import Cues
from geo.matches import Match
from geo.meanings import LOCAL
from geo.neighbors import features_before, is_dateline, says_its_level
from geo.neighbors_after import features_after
from geo.organization_evidence import of_organizations
from geo.tokens import LineStyle, Shape
from geo.words import family_names, given_names
from geo.works import is_quoted_alone

_LEVEL_FEATURES: Final = {
    Level.CONTINENT: "country",
    Level.COUNTRY: "country",
    Level.REGION: "region",
    Level.ADM1: "adm1",
    Level.ADM2: "adm2",
    Level.CITY: "city",
}
_WHOLE: Final = frozenset({Level.COUNTRY, Level.CONTINENT, Level.REGION})
_KINDS: Final = {
    NameKind.ALTERNATE: "name_alternate",
    NameKind.ROMANIZED: "name_romanized",
    NameKind.CODE: "name_code",
    NameKind.DEMONYM: "name_demonym",
    NameKind.HISTORIC: "name_historic",
    NameKind.PART: "name_part",
}
_TYPICAL_PROMINENCE: Final = 5.0
_TYPICAL_UNIT: Final = 6.0
_SHORT_NAME: Final = 3
_LONGEST_ACRONYM: Final = 6
_ABBREVIATED: Final = frozenset({NameKind.SHORT, NameKind.CODE})
_KNOWN_BY_ALL: Final = frozenset({Level.COUNTRY, Level.CONTINENT})
_OWN: Final = frozenset({NameKind.OFFICIAL, NameKind.SHORT, NameKind.DEMONYM})
_LONGEST_NAME: Final = 5
_FIRST: Final = 2


def recognition_features(match: Match, context: Context, common: Mapping[str, float]) -> dict[str, float]:
    """Features of a match, name -> value (mostly 0 or 1).

    ``common`` gives the share of a word's uses in which it is an ordinary word of the article's language.
    """
    found = dict.fromkeys(_of_name(match), 1.0)
    found |= _case_features(match, context, common)
    found |= dict.fromkeys(features_before(match, context), 1.0)
    found |= dict.fromkeys(features_after(match, context), 1.0)
    found |= dict.fromkeys(_of_article(match, context), 1.0)
    best = match.best.place
    if best.level in LOCAL:
        found["prominence"] = best.prominence - _TYPICAL_PROMINENCE
    elif best.level is Level.ADM1:
        found["unit_prominence"] = best.prominence - _TYPICAL_UNIT
    if match.count == 1 and not match.is_strong and (weight := family_names().get(match.folded)):
        found["family_name"] = weight
    return found


def _of_name(match: Match) -> Iterator[str]:
    best = match.best
    yield "bias"
    is_abroad = best.foreign and best.level is Level.COUNTRY  # "Surya" is Syria in Malagasy alone
    yield "foreign_country" if is_abroad else _LEVEL_FEATURES[best.level]
    if match.count > 1:
        yield "several_words"
    elif len(match.folded) <= _SHORT_NAME and best.level is Level.CITY:
        yield "short_name"
    if best.foreign:
        yield "other_language"
    if best.kind in _KINDS:
        yield _KINDS[best.kind]


def _case_features(match: Match, context: Context, common: Mapping[str, float]) -> dict[str, float]:
    tokens, i, cues = context.tokens, match.first, context.cues
    style = tokens.styles[i]
    is_short_form = match.best.kind is NameKind.CODE and tokens.gaps[match.last].startswith(".")
    found: dict[str, float] = {} if style is LineStyle.NORMAL or is_short_form else {"no_case": 1.0}
    if match.count > 1:
        if match.folded.removeprefix("the ") in cues.level:
            found["function_word"] = 1.0  # "The City" is what people call their own, here or elsewhere
        if says_its_level(match, cues) and style is LineStyle.NORMAL:
            return found  # "Early County" is made of ordinary words, but of capitals too
        known = cues.directions | cues.level.keys() if tokens.is_caseless else cues.directions
        shares = (1.0 if word in known else common.get(word, 0.0) for word in match.folded.split())
        if least := min(shares):
            found["common_words"] = least
        return found
    unsure = tokens.opens[i] or style is not LineStyle.NORMAL
    if unsure:
        found["opens_sentence"] = 1.0
    is_upper = tokens.shapes[i] is Shape.UPPER and style is LineStyle.NORMAL
    if not is_upper and not is_short_form:  # "AS" is no ordinary word, whatever "as" is, nor is "Pa."
        if share := common.get(match.folded):
            found["common_word_opening" if unsure else "common_word"] = share
        if match.folded in tokens.lowered:
            found["in_lower_case_elsewhere" if unsure else "a_word_elsewhere"] = 1.0
    found |= dict.fromkeys(_of_cue_words(match.folded, cues), 1.0)
    is_short = len(match.folded) <= _LONGEST_ACRONYM and match.best.kind not in _ABBREVIATED
    if is_upper and is_short and match.best.level not in _KNOWN_BY_ALL and not is_dateline(match, context):
        found["acronym"] = 1.0
    return found


def _of_cue_words(folded: str, cues: Cues) -> Iterator[str]:
    if folded in cues.calendar:
        yield "calendar"
    if folded in cues.facility_before:
        yield "site_word"
    # "In Congress, …": alone, the head of an organization is that organization; "pesisir" says where, and is nowhere
    heads = (cues.function_words, cues.level, cues.directions, cues.state_organizations, cues.locative)
    if any(folded in words for words in heads):
        yield "function_word"


def _of_article(match: Match, context: Context) -> Iterator[str]:
    best = match.best
    yield from of_organizations(match, context)
    if match.folded in context.villages:
        yield "named_as_village"
    is_a_name = match.count == 1 and (match.folded in context.name_parts or match.folded in context.persons)
    is_town_or_person = match.best.level is Level.CITY and match.folded in context.persons
    may_be_name = match.folded in given_names(context.language) or match.folded in context.named
    if is_a_name and (not match.is_strong or is_town_or_person or may_be_name):
        yield "part_of_a_person" if match.folded in context.persons else "part_of_a_name"
        if match.folded in context.persons and match.folded in given_names(context.language):
            yield "somebodys_given_name"
    if match.count == 1 and match.folded in context.named:
        yield "named_like_a_place"
    home = HOME.get(context.language or "")
    if best.place.country is not None and best.place.country == home:
        yield "home_country"
    elif home is not None and _is_better_known_at_home(match, home):
        yield "better_known_at_home"
    yield from _of_form(match, context)
    if context.is_sport and best.level not in _WHOLE:
        yield "in_sport"
        if _has_score(match, context):
            yield "has_score"
        if _may_play(match) and not is_dateline(match, context) and not _is_where(match, context):
            yield "plays"


def _of_form(match: Match, context: Context) -> Iterator[str]:
    """What the name says of itself, and the list, quotation or longer name that it stands in."""
    if says_its_level(match, context.cues):
        yield "says_its_level"
    if _is_listed(match, context):
        yield "in_list"
    if is_quoted_alone(context.tokens, match.first, match.last):
        yield "quoted_alone"
    elif match.first in context.in_titles:
        yield "in_title_of_work"
    if _is_in_longer_name(match, context):
        yield "in_longer_name"


def _is_in_longer_name(match: Match, context: Context) -> bool:
    """Whether a longer name that began before has the match in it: the Madrid of "New Madrid"."""
    starts = range(max(0, match.first - _LONGEST_NAME), match.first)
    longer = (other for first in starts for other in context.matches.get(first, ()) if other.last >= match.last)
    return any(other.best.kind in _OWN and not other.best.foreign for other in longer)


def _is_better_known_at_home(match: Match, home: str) -> bool:
    """Whether a larger place at home has the name as one of its others: "Solo" is Surakarta before it is in Bosnia."""
    least = match.best.prominence
    return any(s.place.country == home and s.prominence > least and not s.foreign for s in match.senses)


def _may_play(match: Match) -> bool:
    """Whether a match is a town, or a province with a town of its name: "Barcelona"."""
    return match.best.kind is not NameKind.CODE and any(s.level is Level.CITY for s in match.senses[:_FIRST])


def _has_score(match: Match, context: Context) -> bool:
    """Whether a score or a record follows the match, or the chain that it is in: "Dayton-Solon 58", "Dayton (10-3)"."""
    tokens, last = context.tokens, match.last
    while tokens.gap(last) in {"-", "/"} and tokens.is_capital(last + 1):
        last += 1
    if last + 1 >= len(tokens) or tokens.shapes[last + 1] is not Shape.NUMBER:
        return False
    is_record = tokens.gap(last) == " (" and tokens.gap(last + 1) in {"-", "\u2013"}
    return is_record or tokens.gap(last) == " "


def _is_where(match: Match, context: Context) -> bool:
    """Whether the words beside a match, or before the list that it ends, say that something is or comes from there."""
    tokens, cues, i = context.tokens, context.cues, match.first
    after = match.last + 1
    if after < len(tokens) and tokens.gap(match.last) == "-" and tokens.folded[after] in cues.origins_after:
        return True
    while i and (
        (tokens.folded[i - 1] in context.cues.conjunctions and tokens.gaps[i - 1] == " ")
        or (tokens.gaps[i - 1] in {" ", ", "} and i - 1 in context.covered and not tokens.opens[i])
    ):
        i -= 1
    if not i or tokens.opens[i] or tokens.gaps[i - 1] != " ":
        return False
    word = tokens.folded[i - 1]
    return word in cues.locative or word in cues.level


def _is_listed(match: Match, context: Context) -> bool:
    """Whether a neighbour in a list ("Demak, Kudus, dan Pati") is a name of the gazetteer too."""
    tokens = context.tokens
    before, after = match.first - 1, match.last + 1
    if before > 0 and tokens.folded[before] in context.cues.conjunctions and tokens.gaps[before] == " ":
        before -= 1
    elif before >= 0 and tokens.gaps[before] != ", ":
        before = -1
    if (
        after < len(tokens)
        and tokens.folded[after] in context.cues.conjunctions
        and tokens.gaps[match.last] in {" ", ", "}
    ):
        after += 1
    elif after < len(tokens) and tokens.gaps[match.last] != ", ":
        after = len(tokens)
    return (before in context.covered) or (after in context.matches)
