"""One place once: records of several sources that share a key become one draft of a place."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gazetteer.layout import KIND_ORDER, LANGUAGE_BITS, OTHER_LANGUAGE
from gazetteer.names import fold, other_forms
from gazetteer.place import Level, LonLat, Name, NameKind
from gazetteer.sources.record import Record

_STRONGER = KIND_ORDER[: KIND_ORDER.index(NameKind.DEMONYM)]
_ID_SCHEMES = ("geonames", "petakan", "cldr", "iso2", "iso", "gn")


@dataclass(slots=True, kw_only=True)
class Draft:
    """A place while its sources are being merged; attributes as in :class:`gazetteer.place.Place`."""

    keys: list[str] = field(default_factory=list)
    names: dict[tuple[str, str | None], Name] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    parents: list[str] = field(default_factory=list)
    level: Level | None = None
    feature_code: str | None = None
    country: str | None = None
    position: LonLat | None = None
    radius_km: float | None = None
    population: int = 0
    disputed: bool = False
    source: str = ""

    @property
    def id(self) -> str:
        """GeoNames' id where there is one, else the best of the other keys; the first of several."""
        ranked = {scheme: rank for rank, scheme in enumerate(_ID_SCHEMES)}
        return min(self.keys, key=lambda key: ranked.get(key.partition(":")[0], len(ranked)))

    @property
    def name(self) -> str:
        """The place's own name: the first that a source gave it."""
        return next(iter(self.names.values())).text

    def label(self, language: str) -> str | None:
        """What readers of ``language`` are shown: a hand-made label, else its official name, else one of its kind."""
        if language in self.labels:
            return self.labels[language]
        own = next(iter(self.names.values())).kind  # that of a historic state is historic
        for kind in (NameKind.OFFICIAL, own):
            for name in self.names.values():
                if name.language == language and name.kind is kind:
                    return name.text
        return None

    def absorb(self, record: Record, source: str) -> None:
        """Take over what the record knows and the draft does not, but for its keys; what came first stays."""
        self.parents += (p for p in record.parents if p not in self.parents)
        for name in record.names:
            known = self.names.get((name.text, name.language))
            if known is None or KIND_ORDER.index(name.kind) < KIND_ORDER.index(known.kind):
                self.names[name.text, name.language] = name
            if record.relabels and name.kind is NameKind.OFFICIAL and name.language is not None:
                self.labels.setdefault(name.language, name.text)
        self.level = self.level or record.level
        self.feature_code = self.feature_code or record.feature_code
        self.country = self.country or record.country
        self.radius_km = self.radius_km or record.radius_km
        self.population = self.population or record.population
        self.disputed = self.disputed or record.disputed
        if self.position is None and record.position is not None:
            self.position, self.source = record.position, source

    def folded(self) -> Iterator[tuple[str, NameKind, int]]:
        """Its distinct folded names, each with the best of its kinds and the sum of its language bits.

        A name that one source gives without a language is used in languages that no source tells: its sum is 0.
        What readers know as the word for its people is that, though another language calls the country so ("Saudi").
        A name with a saint, a mount or a fort is found in full and short ("St. Albans", "Ft. Wayne").
        """
        best: dict[str, tuple[NameKind, int]] = {}
        unknown: set[str] = set()
        demonyms: set[str] = set()
        readers_own: set[str] = set()
        for name in self.names.values():
            key = fold(name.text)
            if name.language is None:
                unknown.add(key)
            if name.kind is NameKind.DEMONYM:
                demonyms.add(key)
            elif name.kind in _STRONGER and (name.language is None or name.language in LANGUAGE_BITS):
                readers_own.add(key)
            bit = LANGUAGE_BITS.get(name.language or "", OTHER_LANGUAGE)
            kind, bits = best.get(key, (name.kind, bit))
            best[key] = (min(kind, name.kind, key=KIND_ORDER.index), bits | bit)
        for key in demonyms - readers_own:
            best[key] = (NameKind.DEMONYM, best[key][1])
        known = {key: (kind, 0 if key in unknown else bits) for key, (kind, bits) in best.items() if key}
        others = {other: said for key, said in known.items() for other in other_forms(key)}
        return ((key, kind, bits) for key, (kind, bits) in (others | known).items())


@dataclass(slots=True, kw_only=True)
class Merged:
    """The places, and what was counted on the way.

    ``counts`` and ``joined`` are records by source: all, and those of a place that was known already; ``left_out``
    are names by the reason that they are none.
    """

    drafts: list[Draft] = field(default_factory=list)
    by_key: dict[str, Draft] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    joined: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    conflicts: list[str] = field(default_factory=list)


def merge(sources: Iterable[tuple[str, Iterable[Record]]]) -> Merged:
    """Merge the records of named sources, in order: an earlier source overrules a later one.

    A record joins the first draft that shares a key with it; a record that shares keys with two drafts is a
    conflict, and joins that of its earlier key. A draft that no record gave a level is only names of an
    unknown place; it is dropped and told among the conflicts.
    """
    merged = Merged()
    for source, records in sources:
        for record in records:
            merged.counts[source] += 1
            merged.left_out.update(record.left_out)
            _join(merged, record, source)
    unknown = [d for d in merged.drafts if d.level is None]
    merged.conflicts += (f"no source brings the place of {d.name!r} ({d.keys[0]})" for d in unknown)
    merged.drafts = [d for d in merged.drafts if d.level is not None]
    for draft in unknown:
        for key in draft.keys:
            del merged.by_key[key]
    return merged


def _join(merged: Merged, record: Record, source: str) -> None:
    known = list({id(d): d for k in record.keys if (d := merged.by_key.get(k)) is not None}.values())
    if known:
        draft = known[0]
        merged.joined[source] += 1
        if len(known) > 1:
            places = " and ".join(d.id for d in known)
            merged.conflicts.append(f"{source}: {record.keys} is {places}; joined the first")
    else:
        draft = Draft()
        merged.drafts.append(draft)
    draft.absorb(record, source)
    for key in record.keys:
        if key not in merged.by_key:
            merged.by_key[key] = draft
            draft.keys.append(key)
