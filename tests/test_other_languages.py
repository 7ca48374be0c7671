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


@pytest.mark.parametrize(
    ("language", "text", "name", "place"),
    [
        ("de", "Die Regierung Kataloniens trat in Spanien zurück, und der Zug war leer.", "Kataloniens", "Catalunya"),
        ("pl", "Kolarze wystartowali w Gdyni, a potem jechali do Warszawy.", "Gdyni", "Gdynia"),
        ("pl", "Policja zatrzymała kierowcę, który jechał do Tarnowa.", "Tarnowa", "Tarnów"),
        ("ru", "Паром пришёл из Самсуна, а потом ушёл в Новороссийск.", "Самсуна", "Samsun"),
        ("ar", "وقال المصدر إن الشحنة وصلت من سوريا إلى لبنان وإيطاليا.", "وإيطاليا", "Italy"),
        ("es", "El ministro viajó a Londres y a París.", "Londres", "London"),
        ("fr", "Les secours sont venus de l'Arabie saoudite et de la France.", "Arabie saoudite", "Saudi Arabia"),
    ],
)
def test_names_stand_in_the_cases_of_their_language(
    gazetteer: Gazetteer, language: str, text: str, name: str, place: str
) -> None:
    """Each is the place that the gazetteer has by another form of the name."""
    found = {m.text: m.place.name for m in read(gazetteer, text, language).mentions}
    assert found[name] == place


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Das Schiff fuhr ins Mittelmeer und in die Ostsee.", "Mittelmeer"),
        ("fr", "Un navire a coulé dans la mer Noire.", "mer Noire"),
        ("pl", "Statek zatonął na Morzu Czarnym.", "Morzu Czarnym"),
        ("tr", "Fırtına Ege Denizi'nde ve Marmara'da sürüyor.", "Ege Denizi"),
        ("sv", "Fartyget ligger i Medelhavet.", "Medelhavet"),
    ],
)
def test_seas_have_names_in_many_languages(gazetteer: Gazetteer, language: str, text: str, name: str) -> None:
    """A sea is found by what the article's language calls it."""
    assert name in named(read(gazetteer, text, language))


@pytest.mark.parametrize(
    ("language", "text", "site"),
    [
        ("fr", "L'avion s'est posé à l'aéroport de Genève dans la nuit.", "aéroport de Genève"),
        ("fr", "Le riz attend au Port autonome de Dakar.", "Port autonome de Dakar"),
        ("es", "Cortaron la avenida Cabo de Gata durante dos horas.", "avenida Cabo de Gata"),
        ("pt", "Dois aviões aterraram na Base Aérea de Monte Real.", "Base Aérea de Monte Real"),
        ("it", "È stato portato all'ospedale di Verduno.", "ospedale di Verduno"),
        ("tr", "Dün yaralılar Bergama Devlet Hastanesi'ne kaldırıldı.", "Bergama Devlet Hastanesi"),
        ("de", "Am Zürcher Hauptbahnhof warteten die Reisenden.", "Zürcher Hauptbahnhof"),
        ("ar", "وصلت الشحنة إلى مرفأ طرابلس إلى الليل.", "مرفأ طرابلس"),
    ],
)
def test_sites_are_withheld_with_their_town(gazetteer: Gazetteer, language: str, text: str, site: str) -> None:
    """The town in the name of a site is not mapped, whatever word joins them."""
    parsed = read(gazetteer, text, language)
    assert [w.text for w in parsed.withheld] == [site]
    assert named(parsed) == []


def test_several_sites_after_a_word_for_several(gazetteer: Gazetteer) -> None:
    """Vietnamese "các" before a head makes sites of all that the list names."""
    parsed = read(gazetteer, "Xe chờ tại các cửa khẩu Hữu Nghị, Tân Thanh và Cốc Nam.", "vi")
    assert [w.text for w in parsed.withheld] == ["cửa khẩu Hữu Nghị", "Tân Thanh", "Cốc Nam"]
    assert named(parsed) == []


@pytest.mark.parametrize(
    ("language", "text", "quarter"),
    [
        ("es", "El fuego empezó en el barrio de El Zapillo ayer.", "El Zapillo"),
        ("it", "L'azienda si trova in frazione Doglio.", "Doglio"),
        ("pt", "Ela mora no bairro da Liberdade desde maio.", "Liberdade"),
        ("sv", "Branden började i stadsdelen Majorna i går.", "Majorna"),
    ],
)
def test_quarters_are_listed_and_not_mapped(gazetteer: Gazetteer, language: str, text: str, quarter: str) -> None:
    """What a word for a village or quarter stands before is finer than a town."""
    parsed = read(gazetteer, text, language)
    assert named(parsed) == []
    assert [one.text for one in parsed.unresolved] == [quarter]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Volgens Ricardo van Haarlem was er niets gebeurd."),
        ("nl", "Dat zei vakbondsman Koen Van Mechelen gisteren."),
        ("de", "Dagegen sprach Claudia von Thun am Montag."),
        ("pl", "Tak mówił Zbigniew Lubin po meczu."),
    ],
)
def test_persons_with_the_name_of_a_town(gazetteer: Gazetteer, language: str, text: str) -> None:
    """Given names of the language, and particles, tell persons."""
    assert named(read(gazetteer, text, language)) == []


@pytest.mark.parametrize(
    ("language", "text", "usage"),
    [
        ("es", "El consulado de Chile abrió ayer.", Usage.ASSOCIATIVE),
        ("de", "Der Zug fährt nach Polen.", Usage.LITERAL),
        ("it", "La squadra giocherà contro Francia.", Usage.ASSOCIATIVE),
        ("tr", "Yangın Ankara'da çıktı.", Usage.LITERAL),
    ],
)
def test_usage_by_the_words_of_the_language(gazetteer: Gazetteer, language: str, text: str, usage: Usage) -> None:
    """Prepositions and endings say of usage what those of English do."""
    parsed = read(gazetteer, text, language)
    assert [m.usage for m in parsed.mentions] == [usage]


def test_a_saint_joined_to_a_town_is_a_site_or_a_club(gazetteer: Gazetteer) -> None:
    """Stations are called so; the town itself is mapped where it stands alone."""
    parsed = read(gazetteer, "De stoet trok van Gent-Sint-Pieters naar het centrum van Gent.", "nl")
    assert [m.span.start for m in parsed.mentions] == [57]


def test_twin_cities_are_two_places(gazetteer: Gazetteer) -> None:
    """The town of a saint is another place than the one that it is joined to."""
    assert "Minneapolis" in named(read(gazetteer, "Snow fell on Minneapolis-St. Paul today.", "en"))
