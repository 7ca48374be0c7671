"""What the picture says besides the words of the page."""

from collections.abc import Mapping
from typing import Final

from maps.page.words import Language

PICTURE_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    "id": {
        "outside": "Disebut juga, di luar peta ini: {names}.",
        "unplaced": "Namanya tidak muat di peta: {names}.",
        "empty": "Belum ada tempat untuk dipetakan.",
        "notes": "Lambang berdiri di posisi wakil setiap tempat, bukan di tempat kejadian. Batas negara mengikuti "
        "pandangan PBB dan ISO 3166; garis yang disengketakan digambar terputus, dan peta ini tidak menyatakan sikap "
        "tentang status wilayah mana pun. {projection}. Data: GeoNames (CC BY 4.0), Natural Earth, Unicode CLDR. "
        "Dibuat dengan petakan.",
        "world": "Proyeksi Equal Earth: luas negara dapat dibandingkan",
        "region": "Proyeksi azimut Lambert: luas negara dapat dibandingkan",
    },
    "en": {
        "outside": "Also mentioned, outside this map: {names}.",
        "unplaced": "On the map without their names: {names}.",
        "empty": "No places to map yet.",
        "notes": "Symbols stand at a position that represents each place, not where something happened. Borders follow "
        "the views of the United Nations and ISO 3166; disputed ones are broken, and the map takes no position on the "
        "status of any territory. {projection}. Data: GeoNames (CC BY 4.0), Natural Earth, Unicode CLDR. "
        "Made with petakan.",
        "world": "Equal Earth projection: sizes of countries can be compared",
        "region": "Lambert azimuthal projection: sizes of countries can be compared",
    },
}
