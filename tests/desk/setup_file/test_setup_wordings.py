"""`setup_desk` says disclaimers by scope, labels with dates, standing notices and licences."""

import datetime as dt

import pytest

from desk.setup_file.entries import DeskFileError
from desk.setup_file.loading import load_desk_file
from disclaimers.models import (
    Disclaimer,
    Institution,
    KindLabel,
    Licence,
    StandingNotice,
    UsualLicence,
    Wording,
)

pytestmark = pytest.mark.django_db

HOUSE = """
[[institution]]
code = "mill"
name = "Mill Pond Institute"
missing_wording = "block"
offers_republication = true
republication_terms = "Say where it is from."
[[institution.standing_notice]]
purpose = "archive"
language = "fr"
is_for_archive = true
text = "Page de l’ancien site."
shown_from = 2022-01-01
shown_until = 2030-01-01

[[kind]]
code = "note"
label = "Note"
[[kind.other_label]]
language = "en"
label = "Jotting"
from_on = 2020-01-01
until_on = 2024-01-01
[[kind.other_label]]
language = "en"
label = "Scrap"
until_on = 2020-01-01

[[licence]]
code = "by-nd"
name = "CC BY-ND"
version = "4.0"
url = "https://licences.example/by-nd"
allows_republication = true

[[disclaimer]]
code = "guard"
institution = "mill"
scope = "employment"
placement = "rank"
[[disclaimer.wording]]
in_force_from = 2001-02-03
text = "{author} does not speak for {bodies}."
"""


def test_a_file_says_what_an_institution_must_say_and_when_and_again_changes_nothing():
    load_desk_file(HOUSE)
    mill = Institution.objects.get()
    assert (mill.missing_wording, mill.offers_republication) == ("block", True)
    assert mill.republication_terms == "Say where it is from."
    notice = StandingNotice.objects.get()
    assert (notice.purpose, notice.language, notice.is_for_archive) == ("archive", "fr", True)
    assert (notice.shown_from, notice.shown_until) == (dt.date(2022, 1, 1), dt.date(2030, 1, 1))
    days = [dt.date(year, 5, 1) for year in (2019, 2020, 2023)]
    said = {on.year: str(label) for on in days for label in KindLabel.objects.all() if label.is_in_use(on)}
    assert said == {2019: "Scrap", 2020: "Jotting", 2023: "Jotting"}
    assert str(Licence.objects.get()) == "CC BY-ND 4.0"
    disclaimer = Disclaimer.objects.get()
    assert (disclaimer.scope, disclaimer.placement) == ("employment", "rank")
    assert "{bodies}" in Wording.objects.get().text
    again = load_desk_file(HOUSE)
    assert not again.created
    assert not again.changed


USUAL = """
[[kind.usual_licence]]
licence = "by-nd"
until_on = 2024-01-01
[[kind.usual_licence]]
licence = "by"
institution = "mill"
from_on = 2024-01-01
[[licence]]
code = "by"
name = "CC BY"
"""


def test_a_file_says_which_licence_a_content_type_has_from_which_day_on_and_again_changes_nothing():
    file = HOUSE.replace("[[licence]]", f"{USUAL}\n[[licence]]")
    load_desk_file(file)
    usual = {year: UsualLicence.objects.in_use(dt.date(year, 5, 1)).get() for year in (2023, 2024)}
    assert {year: (str(row), row.institution) for year, row in usual.items()} == {
        2023: ("CC BY-ND 4.0", None), 2024: ("CC BY", Institution.objects.get()),
    }  # fmt: skip
    again = load_desk_file(file)
    assert not again.created + again.changed
    usual[2024].delete()
    assert "this usual licence was deleted in the desk" in str(load_desk_file(file).left[0])
    with pytest.raises(DeskFileError, match="there is no licence with the code “gnu”"):
        load_desk_file(file.replace('licence = "by"', 'licence = "gnu"'))


def test_a_file_moves_the_day_on_which_a_label_gives_way_to_the_next():
    load_desk_file(HOUSE)
    later = HOUSE.replace("until_on = 2024-01-01", "until_on = 2025-01-01")
    assert load_desk_file(later).changed == {"kind.other_label": 1}


@pytest.mark.parametrize(
    ("before", "after", "field", "sentence"),
    [
        ('"rank"', '"ceiling"', "disclaimer.placement", "known are foot, head, rank"),
        ('"employment"', '"institution"', "disclaimer.placement", "Only an employment line"),
        ("{bodies}", "{outlets}", "disclaimer.wording.text", "is not known here"),
        ("until_on = 2020-01-01", "until_on = 2021-01-01", "kind.other_label", "in use on some of these days"),
        ("shown_until = 2030-01-01", "shown_until = 2021-01-01", "standing_notice.shown_until", "must come after"),
        ('"block"', '"guess"', "institution.missing_wording", "known are original, block"),
        ("from_on = 2020-01-01", "from_on = 2025-01-01", "other_label.until_on", "must come after"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named_by_field_and_nothing_is_loaded(before, after, field, sentence):
    with pytest.raises(DeskFileError) as refused:
        load_desk_file(HOUSE.replace(before, after))
    assert any(field in str(problem) and sentence in str(problem) for problem in refused.value.problems), (
        refused.value
    )
    assert not Institution.objects.exists()
