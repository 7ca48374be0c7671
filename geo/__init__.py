"""petakan as a library: ``from geo import geoparse``."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.api import Geoparsed, geoparse

__all__ = ["Geoparsed", "geoparse"]


def __getattr__(name: str) -> Any:
    """Import the names above when they are asked for: ``import geo`` alone costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from geo import api  # noqa: PLC0415 - see above

    return getattr(api, name)
