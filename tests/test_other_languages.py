"""Articles in other languages than Indonesian and English: fewer cues, no weights of their own, no wild guesses."""

import pytest
from reading import named, read

from gazetteer.index import Gazetteer
from geo.language import detect_language
from geo.mention import Usage

ARTICLES = {
    "de": (
        (
            "Nach dem Regen ist die Lage in Straubing noch ernst, sagte Bürgermeisterin Anna Essen. "
            "Auch in Polen und in der "
            "Schweiz werden die Pegel der Flüsse bis zum Montag nicht sinken."
        ),
        ["Straubing", "Polen", "Schweiz"],
    ),
    "nl": (
        (
            "Minister De Boer was in Parijs voor overleg met Frankrijk en Duitsland. Hij zei dat ook in "
            "Maastricht niet alle "
            "bruggen open zijn."
        ),
        ["Parijs", "Frankrijk", "Duitsland", "Maastricht"],
    ),
    "fr": (
        (
            "Des pompiers de l'Isère et de l'Italie sont dans la ville de Nice, a dit la préfète. Le "
            "président est attendu en "
            "Côte d'Ivoire et au Sénégal."
        ),
        ["Isère", "Italie", "Nice", "Côte d'Ivoire", "Sénégal"],
    ),
    "es": (
        (
            "El gobernador Ramón Santiago viajó a Guadalajara y dijo que en Guatemala no hay daños. Las "
            "lluvias del sur de "
            "México son las más fuertes desde mayo."
        ),
        ["Guadalajara", "Guatemala", "México"],
    ),
    "pt": (
        (
            "A ministra Marina Santos disse que em Corumbá as escolas não foram abertas. A fumaça foi "
            "até o Paraguai e a "
            "Bolívia."
        ),
        ["Corumbá", "Paraguai", "Bolívia"],
    ),
    "it": (
        (
            "Il sindaco Marco Ferrara ha detto che a Faenza le scuole sono chiuse. Gli aiuti sono "
            "partiti dall'Abruzzo e "
            "dall'Austria per la provincia."
        ),
        ["Faenza", "Abruzzo", "Austria"],
    ),
    "tl": (
        (
            "Ayon kay Gobernador Ramon Santiago ay walang kuryente sa Legazpi at sa Catanduanes, dahil "
            "sa bagyo na tumama sa "
            "mga bayan nitong Linggo."
        ),
        ["Legazpi", "Catanduanes"],
    ),
    "tr": (
        (
            "Vali, Antalya'da da bir yangın çıktığını söyledi ve daha sonra Yunanistan için bu yardım "
            "çok yeni, "
            "dedi. Ekipler İzmir'den geldi."
        ),
        ["Antalya", "Yunanistan", "İzmir"],
    ),
    "ar": (
        (
            "ضرب زلزال شمال المغرب يوم الثلاثاء، وقال مسؤول في الرباط إن الأضرار محدودة. كما شعر به "
            "السكان في إسبانيا بعد "
            "ساعة من وقوعه."
        ),
        ["المغرب", "الرباط", "إسبانيا"],
    ),
}


@pytest.mark.parametrize("language", ARTICLES)
def test_places_are_found_and_words_and_persons_are_none(gazetteer: Gazetteer, language: str) -> None:
    text, expected = ARTICLES[language]
    assert detect_language(text) == language
    assert named(read(gazetteer, text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Der Zug fährt nach Polen."), ("fr", "Il pleut dans le nord, en Italie."), ("es", "Llueve en Guatemala.")],
)
def test_a_country_after_a_word_of_place_is_a_location(gazetteer: Gazetteer, language: str, text: str) -> None:
    (found,) = read(gazetteer, text, language).mentions
    assert found.usage is Usage.LITERAL


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le vol part de l'aéroport de Lyon et de la gare Saint-Roch."),
        ("es", "El hospital San Bernardino cerró."),
        ("de", "Das Klinikum Rechts schloss."),
    ],
)
def test_sites_are_withheld(gazetteer: Gazetteer, language: str, text: str) -> None:
    assert read(gazetteer, text, language).withheld


def test_an_apostrophe_in_english_glues_nothing(gazetteer: Gazetteer) -> None:
    """Only other languages elide articles before names and put their cases after them."""
    assert named(read(gazetteer, "Ann d'Italie sang with Paul O'Kansas and Bursa'da.", "en")) == []
