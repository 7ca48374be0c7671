"""What is wrong, or not ours to decide, in Natural Earth's first-level units, and what stands instead.

Natural Earth's id (``ne_id``) says which unit is meant. Found by comparing the towns of GeoNames that lie in
each polygon with its GeoNames id and its names, and by reading the Indonesian rows one by one.
"""

from typing import Final

NOT_UNITS: Final = {
    1159308537: "Baykonur: land leased for a launch site, no unit of Kazakhstan's own",
    1159315565: "Guantanamo Bay: a naval base",
    1159315581: "Akrotiri: a base area",
    1159315583: "Dhekelia: a base area",
    1159315669: "Siachen: a glacier under no civil administration",
    1159315761: "Spratly Islands: claimed by six, a unit of none",
}
"""Rows that are no administrative unit, and why; sites are never placed."""

COUNTRY_BY_ISO: Final = {
    "FR-GF": "GF",
    "FR-GP": "GP",
    "FR-MQ": "MQ",
    "FR-RE": "RE",
    "FR-YT": "YT",
    "NL-BQ1": "BQ",
    "NL-BQ2": "BQ",
    "NL-BQ3": "BQ",
    "NO-21": "SJ",
}
"""Parts of a state that ISO 3166-1 gives a code of their own, by ISO 3166-2 code."""

COUNTRIES: Final = {
    1159309535: "UA",  # Crimea, UA-43
    1159315877: "UA",  # Sevastopol, UA-40
    1159315213: "EH",  # Laayoune: ISO 3166-2 notes it as lying (partly) in EH
    1159315215: "EH",  # Oued ed Dahab: likewise
    1159311167: "CC",
    1159313303: "CX",
}
"""The ISO 3166-1 country of a unit where Natural Earth shows who holds it, or names the state."""

DISPUTED_COUNTRIES: Final = frozenset({"EH", "FK", "GI", "PS", "TW", "XK"})
"""Countries that another state claims, as a whole."""

DISPUTED: Final = {
    1159309535: "Crimea: annexed by Russia in 2014 (UN General Assembly 68/262)",
    1159315877: "Sevastopol: as Crimea",
    1159309627: "Donetsk: claimed by Russia since 2022 (UN General Assembly ES-11/4)",
    1159309633: "Luhansk: as Donetsk",
    1159309637: "Zaporizhzhia: as Donetsk",
    1159315873: "Kherson: as Donetsk",
    1159314601: "Abkhazia: declares itself a state",
    1159314577: "Shida Kartli: holds most of South Ossetia",
    1159311143: "left bank of the Dniester: Transnistria declares itself a state",
    1159311147: "Transnistria: declares itself a state",
    1159315525: "Somaliland: declares itself a state",
    1159315789: "Northern Cyprus: declares itself a state",
    1159315253: "Guelmim-Es Semara: its south lies in Western Sahara",
    1159311911: "Jammu and Kashmir: claimed by India and Pakistan",
    1730014023: "Ladakh: as Jammu and Kashmir; Aksai Chin also by China",
    1159310503: "Azad Kashmir: as Jammu and Kashmir",
    1159310545: "Gilgit-Baltistan: as Jammu and Kashmir",
    1159315223: "Arunachal Pradesh: claimed by China",
    1159314191: "Northern District: its polygon holds the Golan Heights",
    1159314195: "Jerusalem District: its polygon holds East Jerusalem",
}
"""Units that more than one state claims, in whole or in part, beside :data:`DISPUTED_COUNTRIES`."""

NAMES_OF: Final = {
    1159308871: 1159308893,  # Guyana: East Berbice-Corentyne
    1159308893: 1159308895,  # Demerara-Mahaica
    1159308897: 1159308871,  # Mahaica-Berbice
    1159308905: 1159308907,  # Cuyuni-Mazaruni
    1159308907: 1159308905,  # Pomeroon-Supenaam
    1159308901: 1159308889,  # Upper Takutu-Upper Essequibo
    1159308889: 1159308901,  # Upper Demerara-Berbice
    1159310225: 1159310249,  # Eritrea: Northern Red Sea
    1159310249: 1159310247,  # Anseba
    1159310247: 1159310251,  # Maekel
    1159310251: 1159310225,  # Debub
    1159310001: 1159310003,  # Ecuador: Tungurahua
    1159310003: 1159310001,  # Napo
    1159308577: 1159308669,  # Slovenia: Podčetrtek
    1159308669: 1159308577,  # Bistrica ob Sotli
}
"""Units that carry another's names and ISO code -> the unit whose names and code are theirs."""

NEW_NAMES: Final = {
    1159308895: "Essequibo Islands-West Demerara",
    1159309857: "Karonga",
    1159309399: "Laçın",
    1159312063: "Daykundi",
    1159312097: "Panjshir",
    1159312839: "Wirral",
    1159317489: "St Helens",
    1159314409: "Petrovec",
    1159315077: "Kiruhura",
    1159309291: "Kosi",
    1159308375: "Đồng Nai",
    1159308323: "Bắc Kạn",
    1159308345: "Hưng Yên",
    1159309573: "Genova",
    1159313163: "Moscow Oblast",
}
"""Units all of whose names are another place's -> their name."""

ISO_CODES: Final = {
    1159308895: "GY-ES",
    1159309857: "MW-KR",
    1159309399: "AZ-LAC",
    1159312063: "AF-DAY",
    1159312097: "AF-PAN",
    1159314409: "MK-810",
    1159315077: "UG-419",
    1159313163: "RU-MOS",
    1159313165: "RU-MOW",
    1159315265: "AF-PIA",
    1159312073: "AF-PKA",
    1159317839: "SD-DC",
    1159312757: "CN-NM",
    1159309597: "UA-26",
    1159309623: "UA-59",
    1159309627: "UA-14",
    1159315183: "LA-VI",
    1159315181: "LA-VT",
    1159311155: "MZ-L",
    1159317833: "MZ-MPM",
    1159313299: "AU-NSW",
    1159313269: "",  # Lord Howe Island
    1159307971: "PE-LIM",
    1159307965: "PE-LMA",
    1159314823: "FI-19",
    1159308465: "ES-PM",
    1159314087: "MX-CMX",
    1159314097: "MX-MEX",
}
"""Units whose ISO 3166-2 code is another's, shared, withdrawn or oddly named -> their code, or ""."""

RENUMBERED: Final = frozenset({"IR", "MA", "UG"})
"""Countries whose ISO 3166-2 codes of 2012 now name other units."""

RECODED: Final = frozenset({"FR", "PH", "SJ", "VN"})
"""Countries whose GeoNames codes of 2012 now name other units."""

SHARED_ISO: Final = frozenset({"BA-BIH"})
"""ISO 3166-2 codes of an area of which Natural Earth's units are parts."""

GEONAME_IDS: Final = {
    1159312147: 148449,  # Azerbaijan: Khojaly, exchanged with Khankendi
    1159315903: 409421,
    1159312541: 3337523,  # Croatia: Požega-Slavonia, had that of Brod-Posavina
    1159316149: 4034364,  # French Polynesia: Leeward Islands, had that of the Windward Islands
    1159311523: 3373568,  # Barbados: Saint Joseph, had that of Saint Andrew
    1159316053: 0,  # Hungary: Pécs, Hódmezővásárhely, Békéscsaba, Debrecen had those of their counties
    1159316063: 0,
    1159316067: 0,
    1159316079: 0,
    1159312667: 0,  # Cornwall: had that of Scilly
    1159316485: 0,  # Reykjavík: the capital region
    1159316165: 0,  # Nauru: Nibok, Meneng had those of neighbors
    1159316183: 0,
    1159311475: 0,  # Philippines: Mindoro Occidental had that of Oriental, Malabon that of Caloocan
    1159317237: 0,
    1159311685: 0,  # Pangasinan: San Carlos City
    1159316601: 0,  # Mauritius: Vacoas-Phoenix, the district
    1159313721: 0,  # Uganda: Kyenjojo, the former Toro
    1159314107: 0,  # Libya: Ghadamis, Al Qubbah, Mizdah had those of larger districts
    1159314151: 0,
    1159314135: 0,
}
"""Units with another place's GeoNames id -> their own, or 0; code and name go with it."""

TRANSLATIONS_FOR: Final = {
    "Q5971": frozenset({1159313241}),  # Altai Republic, not Altai Krai
    "Q108037": frozenset({1159317695}),  # Valmiera, given to 20 of its neighbors
    "Q639418": frozenset[int](),  # Toamasina and Antananarivo, given to the regions of the old provinces
    "Q489821": frozenset[int](),
    "Q1255": frozenset[int](),  # Kosovo and Metohija, given to Priština
    "Q124725": frozenset[int](),  # Kosovo-Pomoravlje, given to Kamenica
    "Q4864476": frozenset[int](),  # Plužine in Montenegro, given to Prizren
    "Q13807": frozenset[int](),  # Dinagat, given to Surigao del Norte
    "Q13378328": frozenset[int](),  # Zagorje ob Savi, given to Zasavska
}
"""Wikidata item whose translations Natural Earth gives to wrong units -> the units they are right for."""

TRANSLATIONS: Final = {
    (1159311391, "en"): "Bocas del Toro",
    (1159311391, "es"): "Bocas del Toro",
    (1159315811, "en"): "Capital Region of Denmark",
    (1159314087, "en"): "Mexico City",
    (1159314087, "es"): "Ciudad de México",
    (1159314087, "fr"): "",
    (1159314087, "sv"): "",
    (1159316517, "en"): "Eastern District",
    (1159312511, "en"): "Canton 10",
    (1159311569, "en"): "Kampong Speu",
    (1159312511, "fr"): "",
    (1159315525, "he"): "",
    (1159315525, "pl"): "",
    (1159310063, "id"): "Sumatera Selatan",
    (1159307903, "id"): "Sumatera Barat",
    (1159308865, "id"): "Sumatera Utara",
}
"""(unit, language) -> the right name in that language, or "" for none."""

ALTERNATES: Final = {
    1159309883: ("DKI Jakarta", "Djakarta"),  # had Jawa
    1159307899: ("Daerah Istimewa Yogyakarta", "DI Yogyakarta", "DIY"),  # had Jawa
    1159310005: ("Sulbar",),  # had Sulsel
    1159309875: ("Sulsel",),
    1159309865: (),  # had small islands off Bali
    1159308857: ("Irian Jaya",),  # had New Guinea and islands of both provinces
    1159311287: ("West Papua", "Irian Jaya Barat"),  # likewise
    1159307875: ("Moluccas", "Molucas", "Molucche", "Moluckerna", "Moluques"),
    1159311289: ("Kepri", "Riau Islands"),  # had old spellings of Riau
    1159307945: ("Riouw", "Riou", "Rhio"),
    1159310063: ("Sumsel", "Sumatra Selatan"),
    1159307903: ("Sumbar", "Sumatra Barat"),
    1159308865: ("Sumut", "Sumatra Utara"),
    1159313163: ("Moskovskaya", "Moskovskaya Oblast", "Московская область", "Oblast Moskwa"),
    1159313165: ("Moskva",),  # had names of the region around it
}
"""Units (those of Indonesia all read) -> their alternate and local names in place of Natural Earth's."""

NOT_ALTERNATES: Final = frozenset(
    {
        (1159307717, "New Caledonia"),
        (1159309843, "Mozambique"),
        (1159309843, "Moçambique"),
        (1159310595, "Kosova"),
    }
)
"""(unit, name) where Natural Earth lists the name of a country."""
