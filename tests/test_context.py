"""What an article says around its matches."""

from dataclasses import replace

import pytest
from reading import article, context_of, mention, named, read

from gazetteer.index import Gazetteer
from geo.article import Span
from geo.context import Context
from geo.matches import MatchFinder
from geo.recognition import GazetteerRecognizer


def words(context: Context, indices: frozenset[int]) -> list[str]:
    """The words at indices, in order."""
    return [context.tokens.words[i] for i in sorted(indices)]


@pytest.mark.parametrize(
    ("text", "language", "persons"),
    [
        ("The farmer Kurt Campbell sold corn.", "en", {"kurt", "campbell"}),
        ("A prize went to Amy J. Lincoln there.", "en", {"amy", "j", "lincoln"}),
        ("Ia bertemu pak Wiro Batumadu kemarin.", "id", {"wiro", "batumadu"}),
        ("Hujan turun, kata Brantowo Kudusan kemarin.", "id", {"brantowo", "kudusan"}),
        ("Brantow Vexley said so.", "en", {"brantow", "vexley"}),
        ("The firm Brantow Vexley closed.", "en", set()),
    ],
)
def test_persons_are_told_by_a_given_name_a_title_an_initial_or_their_saying(
    gazetteer: Gazetteer, text: str, language: str, persons: set[str]
) -> None:
    context = context_of(gazetteer, text, language)
    assert context.persons == persons
    assert context.persons <= context.name_parts


def test_a_name_of_several_words_that_is_nobodys_is_kept_apart(gazetteer: Gazetteer) -> None:
    context = context_of(gazetteer, "The firm Brantow Vexley closed.")
    assert {"brantow", "vexley"} <= context.name_parts


@pytest.mark.parametrize(
    ("text", "language", "state", "proper"),
    [
        ("Kementerian Pertahanan Rusia rapat.", "id", ["Pertahanan", "Rusia"], []),
        ("Kemarin Bank Indonesia Jakarta tutup.", "id", [], ["Indonesia"]),
        ("Kapal Bank Indonesia berlayar.", "id", [], ["Bank", "Indonesia"]),
        ("The Kentucky State Police came.", "en", ["The", "Kentucky", "State"], []),
        ("In winter the Bank of England met.", "en", [], ["England"]),
        ("In winter the Bank of New South Wales met.", "en", [], ["New", "South", "Wales"]),
        ("In the Soviet Union it snowed.", "en", [], []),
        ("In winter the Toledo Orchestra sang.", "en", [], ["Toledo"]),
    ],
)
def test_a_head_makes_the_words_beside_it_an_organisations_name(
    gazetteer: Gazetteer, text: str, language: str, state: list[str], proper: list[str]
) -> None:
    context = context_of(gazetteer, text, language)
    assert words(context, context.state_org) == state
    assert set(proper) <= set(words(context, context.proper_org))
    assert bool(proper) == bool(context.proper_org)


def test_runs_of_capitals_hold_initials_and_end_at_a_comma_or_a_full_stop(gazetteer: Gazetteer) -> None:
    context = context_of(gazetteer, "Today J. Paul Lee, Ann Gray and Tom Hill. Bob ran in St. Louis.")
    runs = [[context.tokens.words[i] for i in run] for run in context.runs]
    assert ["Today", "J", "Paul", "Lee"] in runs
    assert ["Ann", "Gray"] in runs
    assert ["Tom", "Hill"] in runs
    assert ["Bob"] in runs
    assert ["St"] in runs


def test_headlines_have_no_runs(gazetteer: Gazetteer) -> None:
    assert context_of(gazetteer, "Farmers Count Losses as Rivers Rise Again").runs == []


def test_a_place_after_a_given_name_is_somebodys(gazetteer: Gazetteer) -> None:
    """Strong places all, but a given name with a name after it is a person; beside other places it is a town."""
    persons = context_of(gazetteer, "The speech was given by Charlotte Boston at noon.")
    assert not persons.strong
    towns = context_of(gazetteer, "They flew to Charlotte and Boston at noon.")
    assert [m.folded for m in towns.strong.values()] == ["charlotte", "boston"]


SPORT = "The coach praised his striker. The final was won by two goals, and the goalkeeper wept."


def test_some_words_of_sport_make_an_article_of_sport(gazetteer: Gazetteer) -> None:
    assert context_of(gazetteer, SPORT).is_sport
    assert not context_of(gazetteer, "The coach goal, coach goal, coach.").is_sport
    assert context_of(gazetteer, "Pelatih memuji striker dan kiper di babak kedua.", "id").is_sport


def test_in_sport_a_town_that_acts_is_a_club_and_one_where_it_happens_a_town(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, f"{SPORT} Boston scored twice. The team met in Chicago.", "en")
    assert named(parsed) == ["Chicago"]
    parsed = read(gazetteer, "Pelatih memuji striker dan kiper di babak kedua; poin Malang bertambah.")
    assert named(parsed) == []


def test_a_person_named_once_is_no_town_later(gazetteer: Gazetteer) -> None:
    """The family name alone is the person again, but "in X, Y" is the town."""
    text = "Amy Lincoln teaches art. The school praised Lincoln for it. Rain fell in Lincoln, Nebraska."
    parsed = read(gazetteer, text, "en")
    assert named(parsed) == ["Lincoln", "Nebraska"]
    assert mention(parsed, "Lincoln").span.start == text.rindex("Lincoln")
    assert named(read(gazetteer, "Medan Lubis menanam padi. Lubis tinggal di Binjai.")) == ["Binjai"]
    assert named(read(gazetteer, "Siti Aisyah Magelang menulis puisi. Magelang suka membaca.")) == []


def test_a_person_with_the_name_of_a_large_city_is_no_city_later(gazetteer: Gazetteer) -> None:
    text = "Karen Houston runs a farm near Dallas. Houston said the corn was late."
    assert named(read(gazetteer, text, "en")) == ["Dallas"]


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Medan Lubis was born in Jakarta.", "en", ["Jakarta"]),
        ("The speech was given by Charlotte Boston at noon.", "en", []),
        ("Sen. Austin Dallas spoke.", "en", []),
        ("Actor Jordan Whitfield flew to Jordan.", "en", ["Jordan"]),
        ("Actor Chad Lindqvist met Boston officials. Lindqvist left.", "en", ["Boston"]),
        ("Intan Bali Saputri menari.", "id", []),
        ("Kata Sukirmanto, hujan turun di Kudus.", "id", ["Kudus"]),
    ],
)
def test_persons_are_no_places(gazetteer: Gazetteer, text: str, language: str, places: list[str]) -> None:
    assert named(read(gazetteer, text, language)) == places


def test_a_title_covers_the_whole_name(gazetteer: Gazetteer) -> None:
    assert named(read(gazetteer, "Rep. Brooklyn Toledo voted against it.", "en")) == []


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("Bank Indonesia menaikkan bunga.", "id", []),
        ("Kementerian Pertahanan Rusia menyampaikan laporan.", "id", ["Rusia"]),
        ("Menteri Pertahanan Rusia dan Parlemen Ukraina sepakat.", "id", ["Rusia", "Ukraina"]),
        ("The Russian Defense Ministry denied it.", "en", ["Russian"]),
        ("She joined the Mariner Society of Japan last year.", "en", []),
        ("The Bank of England kept its rate.", "en", []),
        ("The Kentucky State Police closed the highway.", "en", ["Kentucky"]),
    ],
)
def test_a_states_organisation_is_its_country_and_others_are_none(
    gazetteer: Gazetteer, text: str, language: str, places: list[str]
) -> None:
    assert named(read(gazetteer, text, language)) == places


def test_a_company_of_a_country_is_no_country(gazetteer: Gazetteer) -> None:
    text = "The bakers praised the Peanut Corporation of America on Friday."
    assert named(read(gazetteer, text, "en")) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Whitney Houston sang in Newark. Houston was born there, and Houston's songs are loved.", ["Newark"]),
        ("Mrs. Houston runs a farm near Dallas. Houston said the corn was late.", ["Dallas"]),
        ("Karen Houston drove to Houston, Texas, on Friday.", ["Houston", "Texas"]),
        ("Sen. Paris Milan spoke at noon.", []),
        ("Will Houston win? Nobody knows.", ["Houston"]),
    ],
)
def test_a_given_name_or_a_title_tells_a_person_from_a_large_city(
    gazetteer: Gazetteer, text: str, places: list[str]
) -> None:
    assert named(read(gazetteer, text, "en")) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Voice of America first reported the dispute.", []),
        ("Voice of America is funded by the state.", []),
        ("In Congress, farmers demanded an answer.", []),
        ("The governor lives in Jefferson City and works in Peachtree City.", ["Jefferson City", "Peachtree City"]),
        ("Toledo City Council met on Monday.", ["Toledo"]),
        ("On Monday Manchester City drew.", []),
        ("The brewer Brantow Co. of Battle Creek closed.", ["Battle Creek"]),
        ("Farmer Jack Brantow of Great Bend asked for help.", ["Great Bend"]),
        ("Officials in Peachtree City said so.", ["Peachtree City"]),
        ("A chase began on U.S. 27 near Toledo. U.S. 95 was closed.", ["Toledo"]),
        ("In the U.S. 95 farmers met.", ["U.S."]),
        ("Rep. Roger Brantow of Great Bend asked for help.", ["Great Bend"]),
        ("She represents Kings Mountain, and she voted no.", ["Kings Mountain"]),
        ("A York man was cited on Sunday.", ["York"]),
        ("A Gettysburg woman saw it.", ["Gettysburg"]),
    ],
)
def test_a_town_is_told_from_an_organization_and_from_a_person(
    gazetteer: Gazetteer, text: str, places: list[str]
) -> None:
    assert named(read(gazetteer, text, "en")) == places


def test_a_town_in_the_dateline_is_nobodys_given_name(gazetteer: Gazetteer) -> None:
    """What is called after it does not make it a person's name."""
    text = "The mill burned. Jobs at Austin Bus Lines are gone. A police officer from Austin saw it."
    assert "austin" in context_of(gazetteer, text).persons
    assert "austin" not in context_of(gazetteer, f"AUSTIN - {text}").persons


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rain fell in Dallas. The Dallas City Council met.", ["Dallas", "Dallas"]),
        ("Rain fell in Illinois. The Dallas City Council met.", ["Illinois", "Dallas City"]),
    ],
)
def test_a_council_is_of_the_town_that_the_article_names_alone(
    gazetteer: Gazetteer, text: str, places: list[str]
) -> None:
    """Without it "City" may be of the town's name."""
    assert named(read(gazetteer, text, "en")) == places


def test_a_few_words_of_sport_in_a_long_article_make_it_none_of_sport(gazetteer: Gazetteer) -> None:
    """Four words of sport are a share of the words of a short article only."""
    text = "The coach saw the team win the cup."
    assert context_of(gazetteer, text).is_sport
    assert not context_of(gazetteer, text + " Rain fell on the barns and the mills." * 60).is_sport


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Tersangka adalah MK (28), SU (46), dan AS (39). Malam itu AS pulang ke Kudus.", ["Kudus"]),
        ("Datang Wagiman (29), Sutrisni (41), dan AS (39). Malam itu AS pulang ke Kudus.", ["Kudus"]),
        ("Senin (17/3) dan Rabu (19/3) AS (11 persen) menang. Malam itu AS pulang ke Kudus.", ["AS", "AS", "Kudus"]),
        ("Emas: AS (39), RI (12), dan MK (28). Malam itu AS pulang ke Kudus.", ["AS", "RI", "AS", "Kudus"]),
    ],
)
def test_the_initials_of_a_suspect_are_no_state(gazetteer: Gazetteer, text: str, places: list[str]) -> None:
    assert named(read(gazetteer, text, "id")) == places


def test_a_town_called_like_a_word_of_sport_is_none(gazetteer: Gazetteer) -> None:
    assert not context_of(gazetteer, "The coach and the team drove to Cup. They won a title.").is_sport


def test_words_of_the_titles_of_other_articles_make_no_longer_name(gazetteer: Gazetteer) -> None:
    other = "Baca juga: Mengapa Demak Begitu Penting bagi Pesisir?"
    text = f"Warga Kudus mengungsi.\n\n{other}\n\nDemak tenang."
    masked = replace(article(text), masked=(Span(text.index(other), text.index(other) + len(other)),))
    context, _ = GazetteerRecognizer(MatchFinder(gazetteer)).read(masked)
    assert "demak" not in context.name_parts
    assert "demak" in context_of(gazetteer, text, "id").name_parts


def test_words_of_subheadings_make_no_longer_name(gazetteer: Gazetteer) -> None:
    text = "Lampu mati sejak pagi.\n\nListrik Demak Padam\n\nWarga Demak menunggu."
    assert "demak" not in context_of(gazetteer, text, "id").name_parts


def test_a_byline_of_capitals_still_names_a_person(gazetteer: Gazetteer) -> None:
    text = "Rain fell by noon.\n\nBy Karen Houston\n\nRain fell again."
    context = context_of(gazetteer, text)
    assert "houston" in context.persons
    assert "houston" in context.name_parts


def test_a_known_organization_is_no_town_unless_its_state_is_told(gazetteer: Gazetteer) -> None:
    assert named(read(gazetteer, "The Red Cross opened a shelter in Toledo.", "en")) == ["Toledo"]
    assert named(read(gazetteer, "They moved to Red Cross, North Carolina.", "en")) == ["Red Cross", "North Carolina"]
