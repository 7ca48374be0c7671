"""The normal form of names."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.names import APOSTROPHES, WORD, fold, fold_word, other_forms, without_possessive

SCRIPTS = (
    "abcxyzABCXYZéèñüßøæđłœþçşğıİÅŻǿ"
    "абвгдежзийклмнопрстёъьэюяґїєіАБВ"
    "αβγδεζάέήίόύώςΑΒΓΩ"
    "ابتثجحخدذرزسشصطعفقكلمنهوي\u0640\u064b\u0651"
    "אבגדהוזחטיךכלםמן\u05b0\u05c1"
    "कखगघङचछज\u093e\u093f\u0940\u094d\u0902"
    "ขคงจฉช\u0e31\u0e34\u0e48"
    "かきくがぎぐパバカガ\u3099東京北"
    "서울한글0129 -./'"
    "\u2019"
)
texts = st.text(st.sampled_from(SCRIPTS), max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P'yŏngyang", "Pyongyang"),
        ("P\u2019yo\u0306ngyang", "pyongyang"),
        ("Ma\u02bcrib", "Marib"),
        ("Ryazan\u02b9", "Ryazan"),
        ("Port-au-Prince", "port au prince"),
        ("St. Louis", "St Louis"),
        ("AS/Korsel", "as korsel"),
        ("Øresund", "oresund"),
        ("ŁÓDŹ", "Lodz"),
        ("Đà Nẵng", "Da Nang"),
        ("İstanbul", "istanbul"),
        ("Diyarbakır", "DIYARBAKIR"),
        ("Gießen", "GIESSEN"),
        ("Þingvellir", "thingvellir"),
        ("Göyçə", "goyca"),
        ("Королёв", "королев"),
        ("Αθήνα", "ΑΘΗΝΑ"),
        ("القَاهِرَة", "القاهرة"),
        ("القـاهرة", "القاهرة"),
        ("יְרוּשָׁלַיִם", "ירושלים"),
        ("צ\u05f3רנוביל", "צ'רנוביל"),
        ("ＴＯＫＹＯ", "tokyo"),
        ("ﾊﾟﾘ", "パリ"),
        ("\u211d\u2115", "rn"),
        ("Paral\u0140el", "parallel"),
        ("Mos\u00adkow", "Moskow"),
        ("ශ්\u200dරී", "ශ්රී"),
        ("می\u200cآباد", "میآباد"),
        ("  Jawa \n Tengah ", "jawa tengah"),
    ],
)
def test_two_spellings_of_a_name(one: str, other: str) -> None:
    """What writers leave out or write otherwise makes no other name."""
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ガーナ", "カーナ"),
        ("パリ", "ハリ"),
        ("কলকাতা", "কলকত"),
        ("ดัง", "ดง"),
        ("हिंदी", "हद"),
        ("Bali", "Baly"),
        ("San Jose", "Sanjose"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    """What tells names apart in their own script is kept."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["", " ", "—", "...", "_", "\u0640", "\u02bc", "'", "\u0301", "\u0964"])
def test_no_word(text: str) -> None:
    """A text without a word has the empty form."""
    assert fold(text) == ""


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    """What is folded is in normal form, whatever Unicode brings."""
    assert fold(fold(text)) == fold(text)


@given(st.characters(codec="utf-8"))
def test_fold_of_one_character_is_idempotent(character: str) -> None:
    """So is any single character, among them the compatibility forms that random texts rarely hold."""
    assert fold(fold(character)) == fold(character)


@given(st.text())
def test_fold_gives_words_with_single_spaces(text: str) -> None:
    """The normal form has no space but between two words, and no apostrophe."""
    folded = fold(text)
    assert folded == " ".join(folded.split(" ")).strip()
    assert "  " not in folded
    assert not set(folded) & set(APOSTROPHES)


@given(st.text())
def test_fold_takes_composed_and_decomposed_text_alike(text: str) -> None:
    """A name is the same name in NFC and in NFD."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(texts)
def test_words_of_a_decomposed_text_fold_to_the_same_name(text: str) -> None:
    """Words found in a text as it is written, whatever its normal form, are those of the folded name."""
    decomposed = unicodedata.normalize("NFD", text)
    words = [fold_word(found.group()) for found in WORD.finditer(decomposed)]
    assert " ".join(filter(None, words)) == fold(text)


@given(texts)
def test_fold_ignores_case(text: str) -> None:
    """Capitals make no other name."""
    assert fold(text.lower()) == fold(text.casefold()) == fold(text)


@given(st.text())
def test_a_word_is_never_only_a_possessive(text: str) -> None:
    """Of every word something is left when its possessive is taken off."""
    for found in WORD.finditer(text):
        assert without_possessive(found.group())


def test_words_keep_their_apostrophes_inside() -> None:
    """An apostrophe within a word belongs to it; a quotation mark around it does not."""
    found = [word.group() for word in WORD.finditer("'Ma'rib' dan \u2018Rusia\u2019s\u2019 \u02bcs; k\u0301o-op")]
    assert found == ["Ma'rib", "dan", "Rusia\u2019s", "s", "k\u0301o", "op"]


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("Rusia's", "Rusia"),
        ("Rusia\u2019s", "Rusia"),
        ("MOSKOW'S", "MOSKOW"),
        ("Paris", "Paris"),
        ("Ma'rib", "Ma'rib"),
        ("Texas'", "Texas'"),
    ],
)
def test_without_possessive(word: str, bare: str) -> None:
    """Only an apostrophe with an s at the end is taken off."""
    assert without_possessive(word) == bare


@pytest.mark.parametrize(
    ("folded", "others"),
    [
        ("saint albans", {"st albans"}),
        ("st albans", {"saint albans"}),
        ("sault ste marie", {"sault sainte marie"}),
        ("port st lucie", {"port saint lucie"}),
        ("mt lebanon", {"mount lebanon"}),
        ("ft saint john", {"fort saint john", "ft st john"}),
        ("fort", set()),
        ("wall st", set()),
        ("boston", set()),
    ],
)
def test_other_forms_of_a_name_with_a_saint_a_mount_or_a_fort(folded: str, others: set[str]) -> None:
    """The last word is what the saint is called, and never itself one."""
    assert other_forms(folded) == others
