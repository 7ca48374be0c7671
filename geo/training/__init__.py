"""Fits the weights of recognition, usage, resolution and unresolved names; run by hand, see ``__main__``."""
