"""Rows of a table to articles: which column holds the text, and what the others say of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from gazetteer.errors import ArticleError
from geo.readers.draft import Draft
from geo.readers.fields import field_of, known_fields, named_fields

_SAMPLE: Final = 20
_LEAST_TEXT: Final = 80
"""Code points; a column with no telling name is that of the texts if its values are so long on average."""


class Row(NamedTuple):
    """A row with its number, as the programs that show tables count: the names of the columns are row 1."""

    number: int
    values: Sequence[str]


def articles_of_rows(rows: Iterable[Row | ArticleError], source: str) -> Iterator[Draft | ArticleError]:
    """The articles of a table whose first row names the columns.

    Raises:
        ArticleError: there is no row, or no column of texts.
    """
    below = iter(rows)
    first = next(below, None)
    if isinstance(first, ArticleError):
        raise first
    if first is None:
        raise ArticleError(f"{source}: empty; is it the right file?")
    names = [name.strip() for name in first.values]
    sample: list[Row | ArticleError] = []
    for row in below:
        sample.append(row)
        if len(sample) == _SAMPLE:
            break
    column = text_column(names, [row.values for row in sample if isinstance(row, Row)])
    if column is None:
        shown = ", ".join(filter(None, names))[:120] or "without names"
        raise ArticleError(f'{source}: no column of texts (its columns: {shown}); name one "text"')
    for waiting in (sample, below):
        for row in waiting:
            yield row if isinstance(row, ArticleError) else _article(row, names, column, source)


def text_column(names: Sequence[str], sample: Sequence[Sequence[str]]) -> int | None:
    """Number of the column of texts, from 0: by its name, else the one of the longest values; None if there is none."""
    if named := named_fields((name, str(i)) for i, name in enumerate(names) if field_of(name) == "text"):
        return int(named["text"])
    lengths = [sum(len(values[i]) for values in sample if i < len(values)) for i in range(len(names))]
    longest = max(range(len(names)), key=lengths.__getitem__, default=None)
    return longest if longest is not None and sample and lengths[longest] >= _LEAST_TEXT * len(sample) else None


def _article(row: Row, names: Sequence[str], column: int, source: str) -> Draft | ArticleError:
    if len(row.values) != len(names):
        return ArticleError(
            f"{source}:{row.number}: {len(row.values)} columns where the first row has {len(names)}; left out"
        )
    text = row.values[column]
    if not text.strip():
        return ArticleError(f'{source}:{row.number}: no text in column "{names[column]}"; left out')
    others = [(name, value) for i, (name, value) in enumerate(zip(names, row.values, strict=True)) if i != column]
    return Draft(text=text, key=str(row.number), origin=f"row {row.number}", **known_fields(others))
