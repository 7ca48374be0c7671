"""Evidence of recognition: organisations that a match is part of, heads or is called after."""

from collections.abc import Iterator
from typing import Final

from gazetteer.place import Level, NameKind
from geo.context import HOME, Context
from geo.matches import Match
from geo.organizations import is_club
from geo.tokens import LineStyle

_LARGE: Final = 6.0
"""About a million inhabitants."""

_OF: Final = frozenset({"of", "for"})


def of_organizations(match: Match, context: Context) -> Iterator[str]:
    """What organisations say of a match: that it is one, is in the name of one, or is the country of one."""
    if _is_of_firm(match, context):
        yield "beside_ampersand"
    words = range(match.first, match.last + 1)
    if match.folded in context.cues.proper_organizations and _heads_name(match, context):
        yield "function_word"
    is_proper, is_state = (any(i in inside for i in words) for inside in (context.proper_org, context.state_org))
    if is_proper or _in_titled_organization(match, context):
        yield "in_proper_organization"
    elif is_state and not _is_plain_unit(match):
        yield "in_state_organization"
    place = match.best.place
    at_home = place.level is Level.COUNTRY and place.country == HOME.get(context.language or "")
    if at_home and (is_proper or is_state):
        yield "home_in_organization"


def _is_of_firm(match: Match, context: Context) -> bool:
    """Whether an "&" makes a match part of a firm: "Lenox & Hamilton Funeral Home"; "Paris & London" are two cities."""
    tokens, last, other = context.tokens, match.last, match.first - 1
    if "&" in tokens.gap(last):
        other = last + 1
        last = context.strong[other].last if other in context.strong else other
    elif "&" not in tokens.before(match.first):
        return False
    goes_on = tokens.gap(last) == " " and tokens.is_capital(last + 1) if last < len(tokens) else False
    return goes_on or other not in context.strong


def _heads_name(match: Match, context: Context) -> bool:
    """Whether a head of organisations is one here: "the Herald", "Bank of Montreal", but not "in Post, Texas"."""
    tokens, before, after = context.tokens, match.first - 1, match.last + 1
    if before >= 0 and tokens.folded[before] == "the":
        return True
    is_joined = after < len(tokens) and tokens.gap(match.last) == " "
    return is_joined and (tokens.folded[after] in _OF or tokens.is_capital(after))


def _is_plain_unit(match: Match) -> bool:
    """Whether a match is a country or a large state by a name of its own: whose organisation it is."""
    best = match.best
    if best.foreign or best.kind in {NameKind.CODE, NameKind.DEMONYM, NameKind.ROMANIZED}:
        return False
    is_own = best.kind in {NameKind.OFFICIAL, NameKind.SHORT}
    return is_own if best.level is Level.COUNTRY else best.level is Level.ADM1 and best.prominence >= _LARGE


def _in_titled_organization(match: Match, context: Context) -> bool:
    """Whether a headline, which has no runs of capitals to go by, has an organisation's head beside the match."""
    tokens, heads = context.tokens, context.cues.proper_organizations
    if tokens.styles[match.first] is LineStyle.NORMAL:
        return False
    before, after = match.first - 1, match.last + 1
    if before > 0 and tokens.folded[before] in _OF:
        before -= 1
    is_head = before >= 0 and (tokens.folded[before] in heads or is_club(context, before))
    return (is_head and tokens.gaps[before] == " ") or (
        after < len(tokens) and tokens.gaps[match.last] == " " and tokens.folded[after] in heads
    )
