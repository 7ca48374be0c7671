"""Which language an article is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hujan yang turun sejak pagi membuat air sungai naik dan warga tidak bisa pergi ke sekolah.", "id"),
        ("HUJAN YANG TURUN DI PATI DAN KUDUS", "id"),
        ("The rain that fell in the morning made the river rise, and it was not safe to go to school.", "en"),
        ("La pluie tombée ce matin a fait monter les eaux de la rivière.", None),
        ("今朝の雨で川の水位が上がった。", None),
        ("Pati Kudus Demak Jepara Rembang Blora", None),
        ("12.500 + 3,5", None),
        ("", None),
    ],
)
def test_function_words_tell_the_language(text: str, language: str | None) -> None:
    """Indonesian and English are told by their function words; any other language or a list is neither."""
    assert detect_language(text) == language


def test_the_beginning_decides() -> None:
    """A long text is in the language that it begins in, whatever it quotes far down."""
    assert detect_language("Hujan turun dan air naik di sini. " * 200 + "The rain fell on the hills. " * 900) == "id"


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    """No text makes it raise."""
    assert detect_language(text) in {"id", "en", None}
