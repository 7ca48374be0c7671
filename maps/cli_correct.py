"""The command ``petakan correct``: walk through what petakan is not sure of, and write the answers down."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from gazetteer.layers import AnyGazetteer, open_gazetteer
from gazetteer.ranking import Language
from geo.mention import Usage
from geo.tally import UNSURE_BELOW
from maps.cli_reading import Reading
from maps.cli_run import Articles, Own
from maps.output import write_atomically

if TYPE_CHECKING:
    from geo.corrections import CorrectionFile
    from maps.correct_items import Item, Items
    from maps.correct_screen import Screen
    from maps.correct_session import Session
    from maps.keys import Key

_USAGES: Final = {"l": Usage.LITERAL, "a": Usage.ASSOCIATIVE}
_STANDARD_INPUT: Final = "-"


def correct(
    articles: Articles,
    corrections: Annotated[
        Path, typer.Option("--corrections", "-c", metavar="FILE", help="The file to add to: .csv or .toml.")
    ] = Path("corrections.csv"),
    below: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Ask about mentions less probable than this; 1 for all.")
    ] = UNSURE_BELOW,
    unresolved: Annotated[
        bool, typer.Option("--unresolved", help="Ask about likely names that the gazetteer lacks, too.")
    ] = False,
    ui: Annotated[Language, typer.Option(help="Language of the questions and of place names.")] = "id",
    gazetteer: Own = None,
) -> None:
    """Go through the mentions that petakan is not sure of; each answer is written to a file of corrections at once.

    Keys: 1-9 the place, n not a place, l or a its usage (literal, associative), /name another place, w whether the
    answer holds for this mention, this article or everywhere, s skip, u undo, q quit. What is decided is not asked
    again. The file is a table that you may edit; petakan map and the other commands take it as --corrections.

    \b
    Examples:
      petakan correct berita.txt
      petakan correct articles/ -c kelas.csv --below 0.9
      petakan map articles/ --corrections kelas.csv
    """
    from maps.cli_corrections import tell_problems  # noqa: PLC0415 - costs time that only this command pays
    from maps.correct_screen import Screen  # noqa: PLC0415
    from maps.correct_session import Session  # noqa: PLC0415

    if _STANDARD_INPUT in articles:
        raise typer.BadParameter("standard input gives the keys; name the article's file", param_hint="ARTICLES")
    file = _read(corrections)
    screen = Screen(ui, is_terminal=sys.stdout.isatty())

    with open_gazetteer(gazetteer or []) as opened:
        walk = _Walk(opened, file, ui)
        items = walk.items(articles, below=below, with_unresolved=unresolved)
        session = Session(items, file, partial(_save, corrections))
        _ask(session, screen, walk.maker)
    added = len(session.added)
    nothing = "none_new" if items else "none"
    typer.echo(screen.say("done", n=added, file=corrections) if added else screen.say(nothing))
    if tell_problems(walk.corrector) or walk.failed:
        raise typer.Exit(1)


def _read(path: Path) -> "CorrectionFile":
    from geo.corrections import CorrectionFile, read_corrections  # noqa: PLC0415 - see above

    return read_corrections(path) if path.exists() else CorrectionFile(path=path, content="")


def _save(path: Path, content: str) -> None:

    if content:
        write_atomically(path, content)
    else:  # the first answer of a new file was undone
        path.unlink(missing_ok=True)


class _Walk:
    """The articles of a walk, with the corrections that there are already."""

    def __init__(self, gazetteer: AnyGazetteer, file: "CorrectionFile", ui: Language) -> None:
        from geo.corrections import Corrector  # noqa: PLC0415 - see above
        from maps.correct_items import Items  # noqa: PLC0415

        self.failed = False
        self.maker: Items = Items(gazetteer, ui)
        self.corrector = Corrector([file], gazetteer)
        self._gazetteer = gazetteer

    def items(self, named: list[str], *, below: float, with_unresolved: bool) -> list["Item"]:
        from geo.pipeline import Geoparser  # noqa: PLC0415 - see above

        geoparser = Geoparser.over(self._gazetteer, self.corrector)
        found: list[Item] = []
        reading = Reading()
        for article in reading.articles(named):
            parsed = geoparser.geoparse(article)
            found += self.maker.unsure(parsed, below=below, with_unresolved=with_unresolved)
        self.failed = bool(reading.failed)
        return found


def _ask(session: "Session", screen: "Screen", maker: "Items") -> None:
    """Ask until all is answered, or the person has had enough."""
    from maps.keys import Keys  # noqa: PLC0415 - see above

    keys = Keys()
    try:
        while (item := session.item) is not None:
            typer.echo(screen.question(item, session.scope, *session.progress))
            key = keys.next()
            if key.name in {"q", ""}:
                break
            answer = _answer(key, item, session, screen, maker)
            if answer:
                typer.echo(answer)
    except KeyboardInterrupt:
        typer.echo("")  # each answer is written already


def _answer(key: "Key", item: "Item", session: "Session", screen: "Screen", maker: "Items") -> str:
    """Do what a key asks for; what is to be said of it, or ""."""
    name = key.name
    if name.isdecimal() and 1 <= int(name) <= len(item.options):
        session.choose(item.options[int(name) - 1].place)
    elif name in _USAGES:
        session.use(_USAGES[name])
    elif name in {"s", "\n", "\r"}:
        session.skip()
    elif name == "n":
        session.reject()
    elif name == "w":
        session.widen()
    elif name == "u":
        return "" if session.undo() else screen.say("nothing_to_undo")
    elif name == "/":
        options = maker.named(key.text)
        if not options:
            return screen.say("not_found", name=key.text)
        session.offer(options)
    else:
        return screen.say("unknown")
    return ""
