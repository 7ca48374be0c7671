"""Bases, campuses, plants and airports: sites that GeoNames counts as if they were towns, and that are on no map here.

GeoNames lists whoever sleeps somewhere: the census places of the United States are barracks now and then, and a
township may be that of one factory. A reader's town beside a base has an entry of its own, under its own name.
"""

import re
from typing import Final

_SITE: Final = re.compile(
    r"""(?ix)
    \b(?:air|space)\ ?force\ (?:base|academy|station)\b | \bafb\b | \bair\ ?base\b
  | \b(?:joint|naval|radar|submarine|missile|marine\ corps|military|army)\ (?:air\ )?
    (?:base|station|academy|airfield|city|depot)\b
  | (?<=\w\ )base(?:\ housing)?$ | \bproving\ ground\b
  | (?<=\w\ )(?:arsenal|barracks|cantonment|garrison|airport|campus|dockyard|university|secondary\ school)$
  | ^university\ of\b | \b(?:power\ (?:station|plant)|refinery|ordnance\ factory|factory\ area)\b
  | \b(?:gold|coal|copper|diamond|platinum)\ mine$ | \bindustrial\ (?:area|estate|park|zone)\b
    """
)

_KNOWN: Final = frozenset({
    5098132,  # Fort Dix
    5117663,  # Fort Hamilton
    5350057,  # Fort Irwin
    5422140,  # Fort Carson
    4355322, 7257909,  # Fort Meade
    4759735, 7257908,  # Fort Lee of Virginia
    5774159,  # Dugway
    6941080,  # Fort Bragg of North Carolina
    7257441,  # Brunswick Naval Air Station
    7257902,  # Fort Belvoir
    7257905,  # Fort Drum
    7259265,  # Fort Leonard Wood
    7259267,  # Fort Riley
    7259770,  # Fort Campbell
    7259771,  # Fort Knox
    7259775, 7259776,  # Fort Polk
    7259777,  # Fort Novosel
    7259778,  # Fort Stewart
    7260435,  # Meridian Naval Air Station
    7260845,  # Bangor Trident Base
    7260996, 7260997,  # Camp Pendleton
    7261165,  # Fallon Naval Air Station
    7261282,  # Fort Bliss
    7261291,  # Fort Cavazos
    7261649,  # Lemoore Naval Air Station
    7262863,  # Fort Greely
    7262898,  # Kodiak Coast Guard Station
    9781212,  # Fort Shafter
    12196125,  # Dhekelia
    12718762,  # Leeudoorn Mine
    13118000,  # Camp H. M. Smith
})  # fmt: skip
"""GeoNames ids of sites that have the name of a town."""


def is_site_name(text: str) -> bool:
    """Whether a name says itself that it is a site's: "Edwards Air Force Base", "Kriel Power Station"."""
    return _SITE.search(text) is not None


def is_site(text: str, number: int) -> bool:
    """Whether what GeoNames lists as a town, by its name and id, is a site."""
    return number in _KNOWN or is_site_name(text)
