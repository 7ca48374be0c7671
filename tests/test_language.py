"""Which language an article is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cues import LANGUAGES, OTHERS
from geo.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hujan yang turun sejak pagi membuat air sungai naik dan warga tidak bisa pergi ke sekolah.", "id"),
        ("HUJAN YANG TURUN DI PATI DAN KUDUS", "id"),
        ("The rain that fell in the morning made the river rise, and it was not safe to go to school.", "en"),
        ("La pluie tombée ce matin a fait monter les eaux de la rivière, et l'école est fermée pour la journée.", "fr"),
        ("Der Regen am Morgen hat den Fluss steigen lassen, und die Schule ist nicht mehr zu erreichen.", "de"),
        ("De regen van vanochtend heeft het water in de rivier doen stijgen en de school is niet open.", "nl"),
        ("La lluvia de esta mañana hizo subir el agua del río y los niños no pueden ir a la escuela.", "es"),
        ("A chuva desta manhã fez subir a água do rio e as crianças não podem ir para a escola.", "pt"),
        ("La pioggia di questa mattina ha fatto salire il fiume e i bambini non sono andati a scuola.", "it"),
        ("Dahil sa ulan ay tumaas ang tubig ng ilog at hindi nakapasok ang mga bata sa paaralan.", "tl"),
        ("Sabah yağan yağmur ile nehir çok yükseldi ve bu yüzden okul bir gün daha kapalı olarak kaldı.", "tr"),
        ("ارتفع منسوب المياه في النهر بعد المطر الذي هطل على المدينة خلال الليل وقال السكان إن المدرسة مغلقة", "ar"),
        ("Kecamatan, kelurahan e a", None),
        ("今朝の雨で川の水位が上がった。", None),
        ("Pati Kudus Demak Jepara Rembang Blora", None),
        ("12.500 + 3,5", None),
        ("", None),
    ],
)
def test_function_words_tell_the_language(text: str, language: str | None) -> None:
    """Languages are told by their function words; a list of names is in none."""
    assert detect_language(text) == language


def test_the_beginning_decides() -> None:
    """A long text is in the language that it begins in, whatever it quotes far down."""
    assert detect_language("Hujan turun dan air naik di sini. " * 200 + "The rain fell on the hills. " * 900) == "id"


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    """No text makes it raise."""
    assert detect_language(text) in {*LANGUAGES, *OTHERS, None}
