"""What a reader sees of the articles: page, picture, story and exports; it takes what passed ``geo.policy`` only."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maps.notebook import story_map

__all__ = ["story_map"]


def __getattr__(name: str) -> object:
    """``maps.story_map``, found when it is asked for: folium takes 0.3 s to import."""
    if name == "story_map":
        from maps.notebook import story_map  # noqa: PLC0415 - as above

        return story_map
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
