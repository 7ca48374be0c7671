"""Applies corrections to what was resolved, before the public-level policy: it is the door for a person's word too."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from gazetteer.layers import AnyGazetteer
from gazetteer.place import Place
from geo.article import Article, Span
from geo.corrections.correction import Correction, Problem, Scope, Verdict
from geo.corrections.files import CorrectionFile
from geo.corrections.places import FoundPlace, find_place
from geo.corrections.spans import Decision, contains, decisions, mentions_of, overlap
from geo.details import Details
from geo.mention import Candidate, Evidence, Facility, Mention, Resolution, Usage

EVIDENCE: Final = "corrected"
"""Name of the evidence that a person chose the place; its detail is the file and the line."""

_MOST_SHOWN: Final = 5


class Corrector:
    """Corrections over a gazetteer. It remembers what they came to, so that those without effect can be told."""

    def __init__(self, files: Iterable[CorrectionFile], gazetteer: AnyGazetteer) -> None:
        """Find the places of all corrections; in a later file, they go before those of an earlier one."""
        opened = tuple(files)
        self.corrections: tuple[Correction, ...] = tuple(one for file in opened for one in file.corrections)
        self._broken = tuple(problem for file in opened for problem in file.problems)
        self._places: dict[str, FoundPlace] = {
            one.where: _usable(find_place(gazetteer, one.place, one.text))
            for one in self.corrections
            if one.place is not None
        }
        self._within = Details(gazetteer).within
        self._articles: set[str] = set()
        self._met: set[str] = set()
        self._written: set[str] = set()
        self._refused: dict[str, str] = {}

    def correct(
        self,
        article: Article,
        resolutions: Sequence[Resolution],
        facilities: Sequence[Facility],
        unresolved: Sequence[Span],
    ) -> tuple[tuple[Resolution, ...], tuple[Span, ...]]:
        """The resolutions and the unresolved names of an article, corrected; both in the order of the text.

        What stands in the name of a site is left as it is.
        """
        self._articles.add(article.id)
        found = list(resolutions)
        names = list(unresolved)
        for decision in decisions(article, self.corrections):
            touching = [one for one in found if overlap(_span(one), decision.span)]
            if decision.scope < Scope.MENTION and any(_is_longer(one, decision) for one in touching):
                continue  # "Kursk" is corrected, and this is an "Oblast Kursk"
            corrected = self._corrected(article, decision, touching, facilities)
            if corrected is None:
                continue
            self._met.update(one.where for one in decision.by)
            found = [one for one in found if one not in touching] + corrected
            if decision.verdict is not None:
                names = [span for span in names if not overlap(span, decision.span)]
        unmet = (one for one in self.corrections if one.where not in self._met | self._written)
        self._written.update(one.where for one in unmet if mentions_of(article, one))
        return tuple(sorted(found, key=lambda one: one.mention.start)), tuple(names)

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read or done, and which corrections of the articles so far met nothing."""
        return (*self._broken, *self._about_rows(), *self._about_other_articles())

    def _corrected(
        self, article: Article, decision: Decision, touching: list[Resolution], facilities: Sequence[Facility]
    ) -> list[Resolution] | None:
        """What takes the place of the touching resolutions; None where all is left as it is."""
        if decision.verdict is Verdict.NOT_A_PLACE:
            return []
        same = next((one for one in touching if _span(one) == decision.span), None)
        if decision.verdict is None:
            if same is None:
                return None
            usage = decision.usage or same.mention.usage
            return [replace(same, mention=replace(same.mention, usage=usage), corrected=True)]
        site = next((one for one in facilities if overlap(Span(one.start, one.end), decision.span)), None)
        if site is not None:
            where = decision.placed_by.where
            self._refused[where] = f"{where}: {_quoted(decision.placed_by.text)} stands in the name of a site in "
            self._refused[where] += f"{article.id} ({_quoted(site.text)}); sites are never located"
            return None
        place = self._places[decision.placed_by.where].place
        if place is None:
            return None
        mention = _mention(article, decision, same or next(iter(touching), None))
        known = same.candidates if same else ()
        chosen = _chosen(place, self._within(place), known, decision.placed_by)
        return [_placed(mention, chosen, known)]

    def _about_rows(self) -> Iterator[Problem]:
        for one in self.corrections:
            place = self._places.get(one.where, FoundPlace())
            if place.problem:
                yield Problem(message=f"{one.where}: {place.problem}", failed=place.place is None)
            if one.where in self._met or (one.place is not None and place.place is None):
                continue
            if one.where in self._refused:
                yield Problem(message=self._refused[one.where], failed=True)
            elif one.article is None or one.article in self._articles:
                where = one.article or "these articles"
                message = f"{one.where}: {_quoted(one.text)} {self._why_unmet(one)} in {where}; mend or remove it"
                yield Problem(message=message, failed=False)

    def _why_unmet(self, one: Correction) -> str:
        if one.where not in self._written:
            return "matches nothing"
        return "is in other corrected names or longer ones only" if one.verdict else "is no place that petakan finds"

    def _about_other_articles(self) -> Iterator[Problem]:
        others: dict[str, None] = {}
        for one in self.corrections:
            if one.article is not None and one.article not in self._articles:
                others[one.article] = None
        if others:
            shown = ", ".join([*list(others)[:_MOST_SHOWN], *(["…"] if len(others) > _MOST_SHOWN else [])])
            yield Problem(message=f"corrections for articles that are not among these: {shown}", failed=False)


def _usable(found: FoundPlace) -> FoundPlace:
    place = found.place
    if place is None or place.position is not None:
        return found
    return FoundPlace(problem=f"the gazetteer has no position of {place.name} {place.id}; name another place")


def _span(one: Resolution) -> Span:
    return Span(one.mention.start, one.mention.end)


def _is_longer(one: Resolution, decision: Decision) -> bool:
    return _span(one) != decision.span and contains(_span(one), decision.span)


def _mention(article: Article, decision: Decision, known: Resolution | None) -> Mention:
    """The mention of a place that a person sees; its usage, where not said, is that of what was found there."""
    span = decision.span
    usage = Usage.LITERAL if known is None else known.mention.usage
    is_same = known is not None and _span(known) == span
    return Mention(
        article_id=article.id,
        start=span.start,
        end=span.end,
        text=article.text[span.start : span.end],
        usage=decision.usage or usage,
        probability=1.0,
        demonym=known is not None and is_same and known.mention.demonym,
    )


def _chosen(place: Place, within: tuple[Place, ...], candidates: Sequence[Candidate], by: Correction) -> Candidate:
    said = Evidence(name=EVIDENCE, weight=0.0, detail=PurePath(by.where).name)
    known = next((one.evidence for one in candidates if one.place.id == place.id), ())
    return Candidate(place=place, probability=1.0, evidence=(said, *known), within=within)


def _placed(mention: Mention, chosen: Candidate, candidates: Sequence[Candidate]) -> Resolution:
    others = (replace(one, probability=0.0) for one in candidates if one.place.id != chosen.place.id)
    return Resolution(mention=mention, chosen=chosen, candidates=(chosen, *others), corrected=True)


def _quoted(text: str) -> str:
    return repr(" ".join(text.split()))
