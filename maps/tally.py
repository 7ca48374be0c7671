"""Mentions counted by place, as the page takes them from :mod:`geo.tally`."""

from geo.tally import UNSURE_BELOW, PlaceTally, tally

__all__ = ["UNSURE_BELOW", "PlaceTally", "tally"]
