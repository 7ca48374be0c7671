"""The scale bar of a map of a region."""

from typing import Final

from maps.page.markup import Markup, element, joined
from maps.page.words import Language
from maps.picture.spots import Box
from maps.picture.view import View

_ROUND_KM: Final = (50, 100, 200, 250, 500, 1000, 2000, 2500)
_WIDEST: Final = 0.16
_INSET: Final = 14.0


def scale_bar(view: View, language: Language) -> Markup:
    """A bar of a round length in the lower left corner: a projection that is true to area is nearly so to length."""
    km = _length_km(view)
    length, y = km / view.km_per_pixel, view.height - _INSET
    written = f"{km:,}".replace(",", "." if language == "id" else ",")
    bar = element("path", d=f"M{_INSET:g} {y - 5:.1f}v5h{length:.1f}v-5", class_="bar")
    return joined(
        bar, element("text", f"{written} km", x=f"{_INSET + length / 2:.1f}", y=f"{y - 6:.1f}", class_="bar-text")
    )


def scale_box(view: View) -> Box:
    """Where it lies: no name may stand there."""
    return Box(0, view.height - _INSET - 20, 2 * _INSET + _length_km(view) / view.km_per_pixel, view.height)


def _length_km(view: View) -> int:
    return max((one for one in _ROUND_KM if one / view.km_per_pixel <= _WIDEST * view.width), default=_ROUND_KM[0])
