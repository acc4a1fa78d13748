"""A desk file loaded again changes nothing that somebody changed since, doubles nobody, and says what it left alone."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from articles import acts
from authors.models import Appointment, Author
from desk.management.commands.setup_desk import EXAMPLE, Command
from desk.models import LoadedRecord
from desk.setup_file.loading import load_desk_file
from disclaimers.models import Disclaimer, FooterLink, Institution, Kind, KindLabel, Phrase, Wording
from outlets.models import FormerName, Outlet, OutletAlias
from tests.desk.setup_file.test_setup_desk import SAMPLE, counts

pytestmark = [pytest.mark.long, pytest.mark.django_db]

FILE = """
[[kind]]
code = "note"
label = "Note"
[[kind.other_label]]
language = "de"
label = "Notiz"

[[institution]]
code = "mill"
name = "Mill Pond Institute"
home = true
dateline = "On {date}"
[[institution.footer_link]]
label = "Imprint"
url = "https://mill.example/imprint"
[[institution.standing_notice]]
text = "This site moves."

[[disclaimer]]
code = "mill-says"
institution = "mill"
kinds = ["note"]
[[disclaimer.wording]]
text = "{kind}: {authors:one|many} said it."

[[outlet]]
name = "Duck"
article = "The"
article_rule = "separable"
country = "DE"
aliases = ["Daily Duck"]

[[author]]
display_name = "Ada Reed"
biography = "Ada Reed counts ponds."
[[author.appointment]]
title = "fellow"
institution = "mill"
from_on = 2011-01-01
"""


def left(tally: Any) -> str:
    return "\n".join(map(str, tally.left))


def rename(model: Any, **values: Any) -> None:
    record = model.objects.get()
    for name, value in values.items():
        setattr(record, name, value)
    record.full_clean()
    record.save()


@pytest.mark.parametrize(
    ("model", "change", "said"),
    [
        (Kind, {"label": "Remark"}, "kind.label: “Remark” stays"),
        (KindLabel, {"label": "Bemerkung"}, "kind.other_label.label: “Bemerkung” stays"),
        (Institution, {"name": "Mill Institute"}, "institution.name: “Mill Institute” stays"),
        (FooterLink, {"label": "Legal"}, "institution.footer_link.label: “Legal” stays"),
        (Phrase, {"text": "{date}"}, "institution.dateline: “{date}” stays"),
        (Disclaimer, {"order": 4}, ""),
        (Wording, {"text": "Other words."}, "disclaimer.wording.text: “Other words.” stays"),
        (Outlet, {"name": "Mallard", "country": "AT"}, "outlet.name: “Mallard” stays"),
        (OutletAlias, {"name": "Weekly Duck"}, "outlet.aliases: “Weekly Duck” stays"),
        (Author, {"display_name": "Ada Reed-Lake"}, "author.display_name: “Ada Reed-Lake” stays"),
        (Appointment, {"title": "senior fellow", "from_on": None}, ""),
    ],
)
def test_what_somebody_changed_since_stays_is_reported_and_nothing_is_doubled(
    model: Any, change: dict[str, Any], said: str
) -> None:
    load_desk_file(FILE)
    before = counts()
    rename(model, **change)
    for _ in range(2):
        tally = load_desk_file(FILE)
        assert said in left(tally)
        assert (tally.created, tally.changed) == ({}, {})
    assert counts() == before
    record = model.objects.get()
    assert {name: getattr(record, name) for name in change} == change


def test_what_nobody_touched_still_follows_the_file_beside_what_somebody_did() -> None:
    load_desk_file(FILE)
    rename(Author, display_name="Ada Reed-Lake")
    tally = load_desk_file(FILE.replace("counts ponds", "counts lakes"))
    assert tally.changed == {"author": 1}
    ada = Author.objects.get()
    assert (ada.display_name, ada.biography) == ("Ada Reed-Lake", "Ada Reed counts lakes.")
    rename(Author, display_name="Ada Reed")  # given back: it is the file's again
    assert "display_name" not in left(load_desk_file(FILE))


def test_a_person_renamed_in_the_desk_before_files_were_remembered_is_not_doubled() -> None:
    load_desk_file(FILE)
    rename(Author, display_name="Ada Reed-Lake")
    rename(Outlet, name="Mallard")
    FormerName.objects.create(outlet=Outlet.objects.get(), name="Duck", until_on="2020-01-01")
    LoadedRecord.objects.all().delete()
    tally = load_desk_file(FILE)
    assert (Author.objects.count(), Outlet.objects.count()) == (1, 1)
    assert "“Ada Reed-Lake” stays" in left(tally)
    assert "“Mallard” stays" in left(tally)


@pytest.mark.parametrize("model", [FooterLink, OutletAlias, Appointment, KindLabel, Phrase])
def test_what_somebody_deleted_stays_away(model: Any) -> None:
    load_desk_file(FILE)
    model.objects.all().delete()
    tally = load_desk_file(FILE)
    assert "was deleted in the desk, and stays so." in left(tally)
    assert not model.objects.exists()
    assert load_desk_file(FILE, overwrites=True).created
    assert model.objects.count() == 1


def test_the_chosen_content_types_of_a_disclaimer_stay() -> None:
    load_desk_file(FILE)
    Disclaimer.objects.get().kinds.clear()
    assert "disclaimer.kinds: “none” stays" in left(load_desk_file(FILE))
    assert not Disclaimer.objects.get().kinds.exists()


def test_a_merged_person_is_left_alone_and_gets_no_second_post(now: Any, clock: Any) -> None:
    load_desk_file(FILE)
    kept = Author.objects.create(display_name="Ada Lake", sort_name="Lake, Ada", slug="ada-lake")
    acts.merge(Author.objects.get(slug="ada-reed"), kept, by=None, at=now)
    tally = load_desk_file(FILE)
    assert "“Ada Reed” was merged into “Ada Lake”." in left(tally)
    assert (Author.objects.count(), Appointment.objects.count()) == (2, 1)


def test_another_house_that_somebody_made_the_site_s_own_stays_so() -> None:
    load_desk_file(FILE)
    Institution.objects.update(is_home=False)
    other = Institution.objects.create(code="other", name="Other", is_home=True)
    tally = load_desk_file(FILE)
    assert "“Other” is the site's own institution now, and stays so." in left(tally)
    assert Institution.objects.home().get() == other


def test_whoever_wants_the_file_to_win_says_so() -> None:
    load_desk_file(FILE)
    rename(Author, display_name="Ada Reed-Lake")
    rename(Kind, label="Remark")
    tally = load_desk_file(FILE, overwrites=True)
    assert (tally.left, tally.changed) == ([], {"author": 1, "kind": 1})
    assert Author.objects.get().display_name == "Ada Reed"


def test_a_record_made_by_hand_is_completed_and_not_overwritten() -> None:
    Kind.objects.create(code="note", label="Remark")
    Author.objects.create(display_name="Ada Reed", sort_name="Reed, Ada", slug="ada-reed")
    tally = load_desk_file(FILE)
    assert Kind.objects.get().label == "Remark"
    assert Author.objects.get().biography == "Ada Reed counts ponds."
    assert "kind.label: “Remark” stays: somebody wrote it since, or before this file." in left(tally)


def test_the_sample_desk_loaded_again_leaves_everything_that_was_changed() -> None:
    load_desk_file(SAMPLE.read_text())
    for author in Author.objects.all():
        Author.objects.filter(pk=author.pk).update(display_name=f"{author.display_name} II")
    for outlet in Outlet.objects.all():
        Outlet.objects.filter(pk=outlet.pk).update(name=f"New {outlet.name}")
    before = counts()
    tally = load_desk_file(SAMPLE.read_text())
    assert (tally.created, tally.changed) == ({}, {})
    assert counts() == before
    assert len(tally.left) == Author.objects.count() + Outlet.objects.count()


def test_the_command_says_what_it_left_alone(tmp_path: Path) -> None:
    file, out = tmp_path / "desk.toml", io.StringIO()
    file.write_text(FILE)
    call_command("setup_desk", str(file), stdout=io.StringIO())
    rename(Kind, label="Remark")
    call_command("setup_desk", str(file), stdout=out)
    assert json.loads(out.getvalue())["left"] == [
        "line 4, kind.label: “Remark” stays: somebody wrote it since, or before this file."
    ]
    call_command("setup_desk", str(file), "--overwrite", stdout=io.StringIO())
    assert Kind.objects.get().label == "Note"


def test_the_help_of_the_command_shows_the_format() -> None:
    shown = Command().create_parser("manage.py", "setup_desk").format_help()
    assert EXAMPLE.strip() in shown
    assert "docs/decisions/desk-file.md" in shown
    example = EXAMPLE[EXAMPLE.index("[[kind]]") - 2 :]
    assert (
        load_desk_file("\n".join(line[2:] for line in example.split("\n"))).created["author.appointment"] == 1
    )
