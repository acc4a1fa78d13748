"""Three invented houses are set up in the browser alone, and their first pages are right, element by element."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from authors.models import Appointment, Author
from disclaimers.models import Institution, Kind, Licence
from tests.browser.counted import Counted
from tests.browser.setting_up import begin, first_steps, piece, record
from tests.browser.window import MARKS, Window, elsewhere, in_a_window

pytestmark = [*MARKS, pytest.mark.long]
YEAR = dt.datetime.now(tz=dt.UTC).year
HOUSES, TEXTS, STYLES = (f"/admin/disclaimers/{name}/" for name in ("institution", "wording", "housestyle"))
ENGLISH = "The harbour keeps a book of the boats that come in, and nobody reads it until there is a storm."
RUSSIAN = "Гавань ведёт книгу о лодках, которые приходят, и никто её не читает, пока не придёт буря."
Pages = dict[str, dict[str, Any]]


@pytest.fixture
def set_up(transactional_db: Any, live_server: Any, tmp_path: Path, settings: Any) -> Callable[..., Pages]:
    """Take the steps on a desk with nothing on it, print what they cost, and return the pages that they read."""
    settings.DESK_HOME = tmp_path

    def take(name: str, steps: Callable[[Counted], Pages]) -> Pages:
        pages: Pages = {}
        reports: list[str] = []

        def run(window: Window) -> None:
            desk = Counted(window, name)
            begin(desk)
            pages.update(steps(desk))
            reports.append(desk.report())

        window = in_a_window(live_server.url, run)
        print(*reports)  # noqa: T201 - the counts are for whoever runs it
        assert window.complaints == []
        return pages

    return take


def _house(code: str) -> int:
    return int(elsewhere(lambda: Institution.objects.get(code=code).pk))


def _endowment(desk: Counted) -> Pages:
    """An endowment with two centres, one of them in two languages, with a legal entity of its own."""
    first_steps(
        desk,
        house={
            "house-name": "Pier Endowment for Quiet Seas", "house-short_name": "Pier",
            "types-labels": "Commentary\nIn the media",
        },
        disclaimer="Pier takes no sides; what stands here is the view of {authors:its author|its authors} alone.",
        person={"person-display_name": "Ida Quay", "person-title": "senior fellow", "account-username": "eve"},
    )  # fmt: skip
    record(desk, f"{HOUSES}add/", typed={"name": "Pier Strait Centre"}, picked={" parent": "Pier Endowment"})
    shore = {
        "name": "Pier Shore Centre",
        "copyright_holder": "Shore Centre gGmbH",
        "errors_contact": "m@shore.example",
    }
    record(
        desk,
        f"{HOUSES}add/",
        typed=shore,
        chosen={"default_language": "ru"},
        picked={" parent": "Pier Endowment"},
    )
    kinds = elsewhere(lambda: Institution.objects.get(code="pier").default_kind_id)
    label = {"labels-0-label": "Комментарий"}
    record(
        desk, f"/admin/disclaimers/kind/{kinds}/change/", typed=label, chosen={"labels-0-language": "ru"},
        rows=("Add another Label",),
    )  # fmt: skip
    text = {"text": "Фонд не занимает ничьей стороны; здесь изложено мнение автора."}
    record(desk, f"{TEXTS}add/", typed=text, chosen={"language": "ru"}, picked={" disclaimer": "pier"})
    style = f"{STYLES}add/?institution={_house('pier-shore-centre')}&language=ru"
    record(desk, style, typed={"copyright_format": "© {year} {holder}"})
    post = {
        "display_name": "Вера Причал",
        "appointments-0-title": "научный сотрудник",
        "names-0-display_name": "Vera Prichal",
    }
    picked = {"#appointments-0 institution": "Pier Shore"}
    record(
        desk, "/admin/authors/author/add/", typed=post, chosen={"names-0-language": "en"},
        picked=picked, rows=("Add another Post", "Add another Other name"),
    )  # fmt: skip
    appointment = elsewhere(lambda: Appointment.objects.get(institution__code="pier-shore-centre").pk)
    record(
        desk, f"/admin/authors/appointment/{appointment}/change/", typed={"words-0-title": "research fellow"},
        chosen={"words-0-language": "en"}, rows=("Add another Post in another language",),
    )  # fmt: skip
    strait, shore_key = _house("pier-strait-centre"), _house("pier-shore-centre")
    english = piece(
        desk, typed={"headline": "Books of the harbour", "dek": "Who reads them."}, text=ENGLISH, by="Ida Quay",
        chosen={"institution": str(strait)},
    )  # fmt: skip
    russian = piece(
        desk, typed={"headline": "Книги гавани", "dek": "Кто их читает."}, text=RUSSIAN, by="Вера Причал",
        chosen={"institution": str(shore_key), "language": "ru"},
    )  # fmt: skip
    shore_english = piece(
        desk, typed={"headline": "What the harbour forgets", "dek": "A storm is a reader."}, text=ENGLISH,
        by="Вера Причал", chosen={"institution": str(shore_key), "language": "en"},
    )  # fmt: skip
    return {"english": english, "russian": russian, "shore_english": shore_english}


def test_an_endowment_with_a_centre_in_two_languages_and_a_legal_entity_of_its_own(set_up: Any) -> None:
    pages = set_up("An endowment with two centres", _endowment)
    english, russian = pages["english"], pages["russian"]
    assert english["language"] == "en"
    assert (english["kicker"], english["headline"]) == ("Commentary", "Books of the harbour")
    assert english["house-name"] == "Pier Strait Centre"
    assert "Ida Quay" in english["byline"]
    assert english["wording"] == "Pier takes no sides; what stands here is the view of its author alone."
    assert english["copyright"] == f"© {YEAR} Pier Endowment for Quiet Seas", "it has its parent's holder"
    assert russian["language"] == "ru"
    assert (russian["kicker"], russian["headline"]) == ("Комментарий", "Книги гавани")
    assert russian["house-name"] == "Pier Shore Centre"
    assert "Вера Причал" in russian["byline"]
    assert russian["wording"] == "Фонд не занимает ничьей стороны; здесь изложено мнение автора."
    assert russian["copyright"] == f"© {YEAR} Shore Centre gGmbH"
    assert "научный сотрудник" in russian["bio"]
    shore = pages["shore_english"]
    assert shore["language"] == "en"
    assert (shore["kicker"], shore["headline"]) == ("Commentary", "What the harbour forgets")
    assert shore["house-name"] == "Pier Shore Centre"
    assert "Vera Prichal" in shore["byline"]
    assert shore["wording"] == "Pier takes no sides; what stands here is the view of its author alone."
    assert shore["copyright"] == f"© {YEAR} Shore Centre gGmbH", "in English too, the centre's own entity"
    assert shore["bio"] == "Vera Prichal is a research fellow at the Pier Shore Centre."


def _centre(desk: Counted) -> Pages:
    """A centre whose disclaimer opens with the content type, and whose bylines print courtesy titles."""
    first_steps(
        desk,
        house={
            "house-name": "Mole Centre for Tides", "house-short_name": "MCT",
            "types-labels": "Commentary\nReport\nCritical Questions",
        },
        disclaimer="{kind} is made by the Mole Centre for Tides (MCT), which sides with nobody.",
        person={"person-display_name": "Bo Pier", "person-title": "senior adviser", "account-username": "eve"},
        copyright_line="© {year} {holder}. {reservation}",
    )  # fmt: skip
    styles = elsewhere(lambda: Institution.objects.get().house_styles.get().pk)
    words = {
        "byline_name": "[{courtesy} ]{name}",
        "copyright_format": "© {year} by the {holder}. {reservation}",
    }
    record(desk, f"{STYLES}{styles}/change/", typed=words)
    people = elsewhere(_only_author)
    record(desk, f"/admin/authors/author/{people}/change/", typed={"courtesy": "Ambassador"})
    report = elsewhere(_kind, "report")
    typed = {"headline": "Tides of paper", "dek": "Every form is a small harbour."}
    return {
        "report": piece(desk, typed=typed, text=ENGLISH, by="Bo Pier", chosen={"kind": str(report)}),
        "commentary": piece(desk, typed={**typed, "headline": "Slack water"}, text=ENGLISH, by="Bo Pier"),
    }


def _only_author() -> int:
    return int(Author.objects.get().pk)


def _kind(code: str) -> int:
    return int(Kind.objects.get(code=code).pk)


def test_a_centre_whose_disclaimer_opens_with_the_content_type(set_up: Any) -> None:
    pages = set_up("A centre with three content types", _centre)
    for name, label in (("report", "Report"), ("commentary", "Commentary")):
        page = pages[name]
        assert (page["kicker"], page["house-name"]) == (label, "Mole Centre for Tides")
        assert "Ambassador Bo Pier" in page["byline"]
        assert (
            page["wording"] == f"{label} is made by the Mole Centre for Tides (MCT), which sides with nobody."
        )
        assert page["copyright"] == f"© {YEAR} by the Mole Centre for Tides. All rights reserved."
        assert "senior adviser" in page["bio"]


def _renamed_house(desk: Counted) -> Pages:
    """A house that changed its name, with a disclaimer on one content type only."""
    first_steps(
        desk,
        house={"house-name": "Gower Institute", "types-labels": "Expert comment\nResearch paper"},
        disclaimer="An {kind} at Gower is its author’s own view.",
        person={
            "person-display_name": "Ana Mole",
            "person-title": "research fellow",
            "account-username": "eve",
        },
    )
    disclaimer = elsewhere(lambda: Institution.objects.get().disclaimers.get().pk)
    desk.open(f"/admin/disclaimers/disclaimer/{disclaimer}/change/")
    desk.page.click("text=Only on some pages")
    desk.page.locator("#id_kinds_from").select_option(label="Expert comment")
    desk.page.locator(".field-kinds .selector-add").click()
    desk.fields.append("kinds")
    desk.send("Save")
    house = elsewhere(lambda: Institution.objects.get().pk)
    record(
        desk, f"{HOUSES}{house}/change/",
        typed={"name": "Gower House", "copyright_holder": "Gower House", "renamed_on": "2025-09-01"},
        ticked=("renaming=day",),
    )  # fmt: skip
    paper = elsewhere(_kind, "research-paper")
    licence = {"name": "CC BY-NC", "version": "4.0", "url": "https://creativecommons.org/licenses/by-nc/4.0/"}
    record(desk, "/admin/disclaimers/licence/add/", typed=licence)
    record(
        desk, f"/admin/disclaimers/kind/{paper}/change/", typed={}, rows=("Add another Usual licence",),
        chosen={"usual_licences-0-licence": str(elsewhere(_only_licence))},
    )  # fmt: skip
    today = piece(desk, typed={"headline": "Slack water", "dek": "A pause."}, text=ENGLISH, by="Ana Mole")
    old = piece(
        desk, typed={"headline": "High water", "dek": "A rush.", "first_published_on": "2024-03-03"},
        text=ENGLISH, by="Ana Mole", chosen={"kind": str(paper)}, ticked=("is_archive",),
    )  # fmt: skip
    return {"today": today, "old": old}


def _only_licence() -> int:
    return int(Licence.objects.get().pk)


def test_a_house_with_a_change_of_name_a_licence_of_a_type_and_a_disclaimer_on_one_type_only(
    set_up: Any,
) -> None:
    pages = set_up("A house with a new name", _renamed_house)
    today, old = pages["today"], pages["old"]
    assert (today["kicker"], old["kicker"]) == ("Expert comment", "Research paper")
    assert today["wording"] == "An Expert comment at Gower is its author’s own view."
    assert old["wording"] == ""
    assert (today["licence"], "CC BY-NC 4.0" in old["licence"]) == ("", True), "the papers' own licence"
    assert today["copyright"] == f"© {YEAR} Gower House"
    assert old["copyright"] == "© 2024 Gower Institute"
    assert today["house-name"] == old["house-name"] == "Gower House"
    assert "Ana Mole" in today["byline"]
