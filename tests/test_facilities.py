"""Sites are found by name so that they are never mapped."""

import pytest
from reading import mention, named, read

from gazetteer.index import Gazetteer
from geo.policy import WithheldReason


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Kebakaran terjadi di Pabrik Gula Trangkil pagi ini.", "Pabrik Gula Trangkil"),
        ("Pesawat mendarat di Bandara Internasional Ngurah Rai.", "Bandara Internasional Ngurah Rai"),
        ("Pasien dibawa ke Rumah Sakit Umum Daerah Kudus.", "Rumah Sakit Umum Daerah Kudus"),
        ("Kapal sandar di pelabuhan Merak.", "pelabuhan Merak"),
        ("Rapat digelar di Gedung Merdeka kemarin.", "Gedung Merdeka"),
        ("Macet di Jl. Sudirman sejak pagi.", "Jl. Sudirman"),
        ("Mereka meninjau Pangkalan Udara Halim.", "Pangkalan Udara Halim"),
        ("Air tiba di Pintu Air Manggarai malam ini.", "Pintu Air Manggarai"),
        ("Petugas Pos Pengamatan Gunung Semeru berjaga.", "Pos Pengamatan Gunung Semeru"),
        ("Rapat digelar di Jalan Ijen Nomor 3 kemarin.", "Jalan Ijen"),
        ("Mereka mengungsi ke SDN Balongwatu 2. Warga bersyukur.", "SDN Balongwatu 2"),
        ("Rapat digelar di Gedung MPR/DPR kemarin.", "Gedung MPR/DPR"),
        ("Ia kuliah di Universitas Sun Yat-sen dulu.", "Universitas Sun Yat-sen"),
        ("Lampu menyala di Alun-alun Kudus semalam.", "Alun-alun Kudus"),
        ("Banjir menutup jalan Trans-Papua kemarin.", "Trans-Papua"),
        ("Warga lewat PLBN Motaain kemarin.", "PLBN Motaain"),
        ("Rapat dipimpin Direktur RSUD Kudus kemarin.", "RSUD Kudus"),
    ],
)
def test_indonesian_sites_are_withheld_whole(gazetteer: Gazetteer, text: str, site: str) -> None:
    parsed = read(gazetteer, text)
    assert [w.text for w in parsed.withheld] == [site]
    assert named(parsed) == []


@pytest.mark.parametrize(
    "text",
    [
        "Menteri Perumahan Rakyat hadir kemarin.",
        "Jumlah gereja 6 dan masjid 20 buah.",
        "Ia menghuni apartemen 13 lantai.",
        "Gerakan Cinta Pasar Modal dimulai.",
        "Pemerintah Buka Lapangan Kerja Baru bagi Pemuda",
        "The ship left for the North Sea crossing.",
    ],
)
def test_an_office_a_count_and_a_phrase_are_no_sites(gazetteer: Gazetteer, text: str) -> None:
    assert read(gazetteer, text).withheld == ()


def test_two_sites_joined_by_a_hyphen_are_two(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Kapal berlayar dari Pelabuhan Merak-Pelabuhan Bakauheni kemarin.")
    assert [w.text for w in parsed.withheld] == ["Pelabuhan Merak", "Pelabuhan Bakauheni"]


def test_a_road_is_told_by_the_towns_it_joins_though_one_is_unknown(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Longsor menutup ruas jalan Malinau–Brantowu kemarin.")
    assert named(parsed) == ["Malinau"]
    assert parsed.withheld == ()


def test_the_town_after_a_site_is_where_it_is(gazetteer: Gazetteer) -> None:
    text = "Striker, kiper, gol, dan klub: mereka menang di Nimibutr Stadium, Bangkok."
    assert mention(read(gazetteer, text), "Bangkok").place.country == "TH"


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Flights from Heathrow Airport were late.", "Heathrow Airport"),
        ("She studied at the University of Texas.", "University of Texas"),
        ("The Sagebrush power plant was shut.", "Sagebrush power plant"),
        ("Soldiers left Fort Bragg.", "Fort Bragg"),
        ("Soldiers left Ft. Bragg.", "Ft. Bragg"),
        ("They sang at St. Mary Catholic Church.", "St. Mary Catholic Church"),
        ("The vote was condemned by the White House.", "White House"),
        ("The Kremlin did not answer.", "Kremlin"),
        ("Flights left Heathrow.", "Heathrow"),
        ("A Toledo High graduate spoke.", "Toledo High"),
        ("Trucks left the Golela border post.", "Golela border post"),
        ("They met at the Brantow Industrial Estate.", "Brantow Industrial Estate"),
        ("Ships left the Port of Dayton today.", "Port of Dayton"),
        ("They flew from Naval Station Guantanamo Bay today.", "Naval Station Guantanamo Bay"),
        ("They flew from Naval Air Station Pensacola today.", "Naval Air Station Pensacola"),
        ("They flew from Norfolk Naval Station today.", "Norfolk Naval Station"),
        ("They drove to Joint Base Lewis-McChord today.", "Joint Base Lewis-McChord"),
        ("She lies at the Brantow-Royal Funeral Home.", "Brantow-Royal Funeral Home"),
        ("She lies at Lenox & Hamilton Funeral Home.", "Lenox & Hamilton Funeral Home"),
        ("She sleeps in St. George's Cemetery.", "St. George's Cemetery"),
        ("He was taken to Mayo Clinic Hospital-Saint Marys.", "Mayo Clinic Hospital-Saint Marys"),
    ],
)
def test_english_sites_are_withheld_whole(gazetteer: Gazetteer, text: str, site: str) -> None:
    parsed = read(gazetteer, text, "en")
    assert [w.text for w in parsed.withheld] == [site]
    assert named(parsed) == []


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Pabrik rudal Korea Utara itu diperluas.", "id", "Korea Utara"),
        ("Workers left the Russian factory.", "en", "Russian"),
        ("Rombongan tiba di Pangkalan Bun.", "id", "Pangkalan Bun"),
        ("Kereta tiba di Bandar Lampung.", "id", "Bandar Lampung"),
        ("They moved to Fort Worth last year.", "en", "Fort Worth"),
        ("They moved to Ft. Worth last year.", "en", "Ft. Worth"),
        ("She won a Houston high school prize.", "en", "Houston"),
        ("The Houston high-speed railway is late.", "en", "Houston"),
        ("The London High Court ruled.", "en", "London"),
        ("Houston high temperatures fell.", "en", "Houston"),
    ],
)
def test_an_owner_and_a_town_named_like_a_site_stay_places(
    gazetteer: Gazetteer, text: str, language: str, place: str
) -> None:
    parsed = read(gazetteer, text, language)
    assert named(parsed) == [place]
    assert parsed.withheld == ()


@pytest.mark.parametrize(
    ("text", "language", "town"),
    [
        ("Ledakan terdengar di Kompleks Mesin Ciptajaya di Hamhung.", "id", "Hamhung"),
        ("Pasien dirawat di Rumah Sakit Mardi Rahayu, Kudus.", "id", "Kudus"),
        ("A strike closed Lakeside Stadium in Dallas.", "en", "Dallas"),
    ],
)
def test_a_site_is_rolled_up_to_the_town_that_the_text_puts_it_in(
    gazetteer: Gazetteer, text: str, language: str, town: str
) -> None:
    parsed = read(gazetteer, text, language)
    (site,) = parsed.withheld
    (host,) = parsed.mentions
    assert site.reason is WithheldReason.ROLLED_UP
    assert host.text == town
    assert host.rolled_up_from == site.text


def test_a_site_that_the_text_puts_nowhere_stays_off_the_map(gazetteer: Gazetteer) -> None:
    (site,) = read(gazetteer, "Kebocoran terjadi di Reaktor Yongbyon.").withheld
    assert site.reason is WithheldReason.FACILITY
    assert site.host is None


def test_two_sites_in_two_sentences_are_two(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Mereka mendarat di Bandara Batumi. Di Rustavi, warga ke Stadion Poladi.")
    assert [w.text for w in parsed.withheld] == ["Bandara Batumi", "Stadion Poladi"]


def test_the_town_of_a_sites_name_is_told_by_its_state(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "They moved to White House, Tennessee, last year.", "en")
    assert named(parsed) == ["White House", "Tennessee"]
    assert not parsed.withheld
    site = read(gazetteer, "The flight left Heathrow, London, last year.", "en")
    assert named(site) == ["London"]
    assert [w.text for w in site.withheld] == ["Heathrow"]


@pytest.mark.parametrize(
    ("text", "language", "sites"),
    [
        ("The Al-Sabbah Children's Hospital was full.", "en", ["Al-Sabbah Children's Hospital"]),
        ("The Queen's Hospital was near a bakery.", "en", ["Queen's Hospital"]),
        ("The Yongbyon nuclear complex was photographed.", "en", ["Yongbyon nuclear complex"]),
        ("Ohio's Heathrow Airport is small.", "en", ["Heathrow Airport"]),
        ("Airports: Toledo-Dayton, Paris Orly and Berlin. All slept.", "en", ["Toledo-Dayton", "Paris Orly", "Berlin"]),
        ("Nearest airports: Toledo. Dayton has none.", "en", ["Toledo"]),
        ("Iran's Natanz uranium enrichment facility is old.", "en", ["Natanz uranium enrichment facility"]),
        ("The Tehran missile base was quiet.", "en", ["Tehran missile base"]),
        ("Soldiers left the Kusong-dong missile base.", "en", ["Kusong-dong missile base"]),
        ("Soldiers guard the Islamabad munitions depot.", "en", ["Islamabad munitions depot"]),
        (
            "They saw the Sohae satellite launch site and the Kaliningrad submarine base.",
            "en",
            ["Sohae satellite launch site", "Kaliningrad submarine base"],
        ),
        ("Foto itu memuat kompleks nuklir Yongbyon.", "id", ["kompleks nuklir Yongbyon"]),
        (
            "Mereka melihat galangan kapal Nampo dan pangkalan militer Wonsan.",
            "id",
            ["galangan kapal Nampo", "pangkalan militer Wonsan"],
        ),
    ],
)
def test_no_town_in_the_name_of_a_site_is_mapped(
    gazetteer: Gazetteer, text: str, language: str, sites: list[str]
) -> None:
    """Whatever words stand between the name and its head, whoever owns it; only the owner stays a place."""
    parsed = read(gazetteer, text, language)
    assert [w.text for w in parsed.withheld] == sites
    assert set(named(parsed)) <= {"Ohio", "Iran", "Dayton"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Doctors at a Buenos Aires hospital went home.", ["Buenos Aires"]),
        ("Pupils of a Boston school and a Denver church sang.", ["Boston", "Denver"]),
        ("The meeting was at a Chicago police station.", ["Chicago"]),
        ("A hospital in Dayton was built.", ["Dayton"]),
        ("A Moscow-based museum was opened.", ["Moscow"]),
    ],
)
def test_what_is_described_in_lower_case_is_in_its_town(gazetteer: Gazetteer, text: str, places: list[str]) -> None:
    parsed = read(gazetteer, text, "en")
    assert named(parsed) == places
    assert parsed.withheld == ()


@pytest.mark.parametrize("site", ["Chicago factory", "Boston refinery", "Islamabad plant", "Kaliningrad shipyard"])
def test_a_works_is_no_description(gazetteer: Gazetteer, site: str) -> None:
    """What takes in a town's name may be the only one of its kind there: the town stays off the map with it."""
    parsed = read(gazetteer, f"Inspectors saw the {site} on Friday.", "en")
    assert [w.text for w in parsed.withheld] == [site]
    assert named(parsed) == []


REST = (
    " yesterday and the people who had come from far away said that they would stay there until the end of the week"
    " with their children"
)


@pytest.mark.parametrize(
    ("text", "sites", "places"),
    [
        ("soldiers left the islamabad munitions depot in pakistan", ["islamabad munitions depot"], ["pakistan"]),
        ("soldiers left the kaliningrad naval base", ["kaliningrad naval base"], []),
        ("they went to fort bragg", ["fort bragg"], []),
        ("the large factory was closed", [], []),
        ("the factory was closed", [], []),
        ("the russian factory was closed", [], ["russian"]),
        ("a boston hospital was closed", [], ["boston"]),
        ("they drove to menlo park", [], ["menlo park"]),
    ],
)
def test_sites_are_known_in_a_text_without_capitals(
    gazetteer: Gazetteer, text: str, sites: list[str], places: list[str]
) -> None:
    parsed = read(gazetteer, text + REST, "en")
    assert [w.text for w in parsed.withheld] == sites
    assert named(parsed) == places


def test_a_site_of_several_words_after_of_is_one(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "She studied at the University of New South Wales in Sydney.", "en")
    assert [w.text for w in parsed.withheld] == ["University of New South Wales"]
    assert named(parsed) == ["Sydney"]


def test_a_site_may_be_named_by_its_kind_alone_in_capitals(gazetteer: Gazetteer) -> None:
    assert [w.text for w in read(gazetteer, "Pasien dirawat di Rumah Sakit Umum Daerah.").withheld] == [
        "Rumah Sakit Umum Daerah"
    ]
    assert read(gazetteer, "Pasien dirawat di rumah sakit umum.").withheld == ()
    assert read(gazetteer, "Warga membangun rumah baru.").withheld == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ledakan terdengar di Kompleks Ciptajaya",
        "Ledakan terdengar di Kompleks Ciptajaya.",
        "Ledakan terdengar di Kompleks Ciptajaya di sana.",
        "Ledakan terdengar di Kompleks Ciptajaya, kata warga.",
    ],
)
def test_a_site_without_a_town_beside_it_has_no_host(gazetteer: Gazetteer, text: str) -> None:
    (site,) = read(gazetteer, text).withheld
    assert site.host is None
    assert site.reason is WithheldReason.FACILITY


LOWER = (
    "banjir merendam rumah warga sejak subuh dan jembatan di desa itu putus, kata petugas {site} tidak terganggu "
    "sehingga penumpang tetap berangkat menuju tujuan masing-masing pada pagi hari yang cerah itu"
)


@pytest.mark.parametrize(
    ("said", "sites"),
    [
        ("kereta dari stasiun gambir", ["stasiun gambir"]),
        ("pesawat dari bandara silangit", ["bandara silangit"]),
        ("siaran dari stasiun radio", []),
        ("ibadah di gereja dan masjid", []),
        ("warga di gedung bertingkat", []),
        ("pelayanan di pasar di kota", []),
    ],
)
def test_in_a_text_without_capitals_a_site_has_a_name_and_no_word(
    gazetteer: Gazetteer, said: str, sites: list[str]
) -> None:
    parsed = read(gazetteer, LOWER.format(site=said))
    assert [w.text for w in parsed.withheld] == sites
    assert named(parsed) == []


def test_malay_heads_are_heads_in_capitals_alone(gazetteer: Gazetteer) -> None:
    """In lower case "hospital" and "stadium" are words of other languages too."""
    assert [w.text for w in read(gazetteer, "Ia dirawat di Hospital Queen Elizabeth.").withheld] == [
        "Hospital Queen Elizabeth"
    ]
    assert named(read(gazetteer, "Kanker itu sudah stadium Kudus.")) == ["Kudus"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("The team landed in Port of Spain today.", "Port of Spain"),
        ("Peaches from Fort Valley, Ga., are sweet.", "Fort Valley"),
        ("They live in Menlo Park, California, today.", "Menlo Park"),
    ],
)
def test_a_town_that_is_called_like_a_site_is_a_town(gazetteer: Gazetteer, text: str, town: str) -> None:
    parsed = read(gazetteer, text, "en")
    assert town in named(parsed)
    assert parsed.withheld == ()


def test_a_base_in_a_state_is_no_town_of_its_name_in_another(gazetteer: Gazetteer) -> None:
    parsed = read(gazetteer, "Soldiers left Fort Bragg, North Carolina, today.", "en")
    assert [w.text for w in parsed.withheld] == ["Fort Bragg"]
    assert "Fort Bragg" not in named(parsed)
