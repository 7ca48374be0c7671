"""PNG and PDF of a picture, made by Typst, which brings the fonts that the picture asks for."""

from importlib.util import find_spec
from typing import Final, Literal

from gazetteer.errors import MissingExtraError
from maps.picture.text import printable

MM_PER_PIXEL: Final = 0.25
DOTS_PER_INCH: Final = 220
"""Of a PNG: 2,573 pixels for the longer side of A4."""

_LONG_AGO: Final = 946_684_800
"""Seconds: the time in a PDF. The time of its making would make each one differ."""

_DOCUMENT: Final = """\
#let mm(name) = float(sys.inputs.at(name)) * 1mm
#set document(title: sys.inputs.title, date: none)
#set page(width: mm("width"), height: mm("height"), margin: 0mm)
#set text(lang: sys.inputs.language)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, alt: sys.inputs.title)
"""


def require(form: str) -> None:
    """See that ``form`` can be made.

    Raises:
        MissingExtraError: Typst is not installed.
    """
    if find_spec("typst") is None:
        raise MissingExtraError(
            f'{form}: needs Typst, which is not installed; pip install "petakan[picture]", or write an .svg'
        )


def converted(svg: str, form: Literal["png", "pdf"], *, title: str, size: tuple[int, int], language: str) -> bytes:
    """The picture as a PNG or a PDF; the same picture gives the same bytes.

    Args:
        svg: as :func:`maps.picture.render_picture` gives it.
        form: what to make of it.
        title: of the document, and what a screen reader says of it.
        size: of the picture, in pixels of a quarter of a millimeter.
        language: of the document.

    Raises:
        MissingExtraError: Typst is not installed.
    """
    require(form)
    import typst  # noqa: PLC0415 - large, and an extra

    inputs = {
        "svg": svg,
        "title": printable(title),
        "language": language,
        "width": str(size[0] * MM_PER_PIXEL),
        "height": str(size[1] * MM_PER_PIXEL),
    }
    document = _DOCUMENT.encode()
    if form == "png":
        return typst.compile(document, format="png", ppi=DOTS_PER_INCH, sys_inputs=inputs)
    return typst.compile(document, format="pdf", sys_inputs=inputs, timestamp=_LONG_AGO)
