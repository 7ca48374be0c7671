"""From where to where a mention stands: with its level word, without a possessive, apart from its neighbors."""

from collections.abc import Collection, Sequence

from gazetteer.place import NameKind
from geo.article import Span
from geo.context import Context
from geo.matches import Match
from geo.tokens import Shape, Tokens


def spans_of(matches: Sequence[Match], context: Context, closed: Collection[int]) -> list[Span]:
    """Spans of the mentions of matches, which are in the order of the text.

    Of two that ask for one level word one has it, and none has one of ``closed``, the words of sites.
    """
    tokens = context.tokens
    spans: list[Span] = []
    for n, match in enumerate(matches):
        span = span_of(match, context)
        if any(i in closed for i in tokens.between(span.start, span.end)):
            span = Span(_start_of(tokens, match), match.end or tokens.ends[match.last])
        if spans and span.start < spans[-1].end:
            span = Span(_start_of(tokens, match), span.end)
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, tokens.ends[matches[n - 1].last])
        spans.append(span)
    return spans


def span_of(match: Match, context: Context) -> Span:
    """The span of a mention of the match: with its level word, and without an English possessive."""
    first, last = _with_level_word(match, context)
    end = match.end if last == match.last and match.end else _end_of(context.tokens, first, last)
    is_code = match.best.kind is NameKind.CODE and (match.count == 1 or context.tokens.gap(match.last - 1) == ".")
    if is_code and context.tokens.text[end : end + 1] == "." and not _ends_sentence(match, context):
        end += 1  # "Calif.", "W.Va."
    start = _start_of(context.tokens, match) if first == match.first else context.tokens.starts[first]
    return Span(start, end)


def _ends_sentence(match: Match, context: Context) -> bool:
    """Whether the full stop after a code is the sentence's: "in NSW. Rain fell", but "Ky.", "W.Va." and "VA. —"."""
    tokens, last = context.tokens, match.last
    is_plain = match.count == 1 and tokens.shapes[last] is Shape.UPPER
    return is_plain and tokens.gap(last).strip() == "." and (last + 1 == len(tokens) or tokens.is_capital(last + 1))


def _start_of(tokens: Tokens, match: Match) -> int:
    return tokens.starts[match.first] if match.start is None else match.start


def _end_of(tokens: Tokens, first: int, last: int) -> int:
    """End of the mention; the last full stop of "U.S." belongs to it."""
    end = tokens.ends[last]
    dotted = last > first and tokens.gap(last - 1) == "." and len(tokens.words[last]) == 1
    return end + 1 if dotted and tokens.text[end : end + 1] == "." else end


def _with_level_word(match: Match, context: Context) -> tuple[int, int]:
    """First and last word of the mention: a level word with a capital belongs to the name ("Oblast Kursk")."""
    tokens, cues, before, after = context.tokens, context.cues, match.first - 1, match.last + 1
    if before >= 0 and tokens.gap(before) == " " and tokens.is_capital(before):
        opens = tokens.opens[before] and tokens.folded[before] in tokens.lowered
        title = before > 0 and tokens.folded[before - 1] in cues.in_name_not_after
        if tokens.folded[before] in cues.in_name_before and not opens and not title:
            return before, match.last
    if tokens.is_capital(after) and tokens.gap(match.last) == " " and tokens.folded[after] in cues.in_name_after:
        # "Kentucky State Police" is no "Kentucky State"
        goes_on = (
            tokens.is_capital(after + 1) and tokens.gap(after) == " " and tokens.folded[after] in cues.in_name_last
        )
        return match.first, match.last if goes_on else after
    return match.first, match.last
