"""Whatever the format: public level only, the same bytes each time, and nothing that breaks it."""

import re
from importlib import import_module

import pytest
from export_readers import located
from export_samples import EVERY_EXPORT, FINER, NAMED, SITE, findings, sample, shown, written

from gazetteer.errors import MissingExtraError, PolicyError
from geo.geoparsed import GeoparsedArticle
from maps.export.formats import FORMATS, Format, Subject
from maps.export.records import Findings

EXPORTS = pytest.mark.parametrize(
    ("form", "subject"), EVERY_EXPORT, ids=[f"{subject}-{form.name}" for form, subject in EVERY_EXPORT]
)
FINE_NUMBER = re.compile(r"-?\d+\.\d{3,}")


@EXPORTS
@pytest.mark.parametrize("areas", [False, True])
def test_no_position_is_finer_than_public(form: Format, subject: Subject, areas: bool) -> None:
    text = shown(form, written(form, subject, findings(areas=areas)))
    for number in FINE_NUMBER.findall(text):
        assert 0 <= float(number) <= 1, "more than two decimals are for probabilities alone"
    for coordinate in FINER:
        assert str(abs(coordinate))[:-1] not in text
    assert "geonames:999" not in text


@EXPORTS
@pytest.mark.parametrize("areas", [False, True])
def test_no_site_is_a_place(form: Format, subject: Subject, areas: bool) -> None:
    """The words of a site may be quoted; what has a position are places, and mentions of them, alone."""
    names = located(form, subject, written(form, subject, findings(areas=areas)))
    if subject is Subject.PLACES:
        assert sorted(names) == ["Indonesia", "Java Sea", "Jawa Tengah", "Pati"]
    else:
        assert names == ["Pati", "Jawa Tengah", "Indonesia", "Pati", "Pati", "Laut Jawa", "Laut Jawa"]


def test_what_is_withheld_or_unresolved_has_no_position() -> None:
    unmapped = [mention for mention in findings().mentions if mention["status"] != "mapped"]
    assert [(one["text"], one["status"]) for one in unmapped] == [
        ("Atlantis", "withheld"),
        (SITE, "withheld"),
        ("Qwxyz", "unresolved"),
    ]
    for one in unmapped:
        assert {one["id"], one["name"], one["lon"], one["lat"], one["probability"]} == {None}


@EXPORTS
def test_equal_input_gives_equal_bytes(form: Format, subject: Subject) -> None:
    first, second = (written(form, subject, findings(areas=form.has_areas)) for _ in range(2))
    assert first == second


@EXPORTS
def test_nothing_found_is_a_file_too(form: Format, subject: Subject) -> None:
    found = findings(sample("Hujan turun.", []))
    assert written(form, subject, found) or form.name == "jsonl"


@EXPORTS
def test_half_a_surrogate_pair_does_not_stop_an_export(form: Format, subject: Subject) -> None:
    found = findings(sample("\ud800 Di Pati.", NAMED[:1], "\udc00", "\ud83c"))
    content = form.writer(subject)(found)
    assert content if isinstance(content, bytes) else content.encode("utf-8", "replace")


@EXPORTS
def test_what_has_not_passed_the_policy_is_refused(form: Format, subject: Subject) -> None:
    parsed = sample()
    private = GeoparsedArticle(
        article=parsed.article,
        mentions=parsed.withheld,  # type: ignore[arg-type]
        withheld=(),
        unresolved=(),
    )
    with pytest.raises(PolicyError):
        written(form, subject, Findings(articles=(private,), language="id"))


@pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])
def test_a_format_has_a_writer_for_each_of_its_subjects_and_no_other(form: Format) -> None:
    module = import_module(f"maps.export.to_{form.name}")
    assert {subject for subject in Subject if hasattr(module, f"write_{subject}")} == form.about


@pytest.mark.parametrize("form", [form for form in FORMATS if form.library], ids=lambda form: form.name)
def test_a_missing_library_is_one_line_that_says_how_to_get_it(form: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, str(form.library), None)
    with pytest.raises(
        MissingExtraError, match=rf'^{form.library} is not installed; pip install "petakan\[{form.extra}\]"$'
    ):
        form.writer(Subject.PLACES)
