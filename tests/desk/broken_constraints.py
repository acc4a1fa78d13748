"""What breaks each constraint behind a form of the admin: the fields to send, by model and constraint."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.db.models import Model

from articles.models import Article
from articles.models.grouping.series import Series
from articles.models.rights import Reprint
from articles.models.topic import Topic
from authors.models import Appointment, Author
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, Licence, StandingNotice, Wording
from documents.models import Document
from outlets.models import Outlet
from pictures.models import Picture
from tests.desk.pages import row, rows
from website.models import Arrangement, Menu, OldAddress

BACK, FORTH = "2015-01-01", "2014-01-01"
DAYS = {"from_on": BACK, "until_on": FORTH}
ENGLISH = {"language": "en"}
ARTICLE = {"article": "The", "article_rule": ""}
PERMISSION = {
    "granted_by": "Bo", "granted_on": "2014-01-01", "from_on": "2014-01-01", "mode": "full", "evidence": "Mail",
    "search_policy": "index", "edits_allowed": "on",
}  # fmt: skip
PLACE = {"order": "0", "relation": "original", "expert_role": "wrote", "precision": "day", "work": "book"}


def twice(prefix: str, **values: Any) -> dict[str, Any]:
    """Two equal new rows."""
    return {**rows(prefix, 2), **row(prefix, 0, **values), **row(prefix, 1, **values)}


def one(prefix: str, /, **values: Any) -> dict[str, Any]:
    return {**rows(prefix, 1), **row(prefix, 0, **values)}


def of_the_library(record: str, terms: str) -> dict[str, Any]:
    """The constraints that pictures and files have in common."""
    return {
        f"the_agency_of_a_{record}_has_its_name": {"source_kind": "agency", "source": ""},
        f"a_{terms}_runs_forward": one("clearances", state="not_needed", **DAYS),
        f"a_{terms}_has_the_licence_of_its_state": one("clearances", state="by_licence", licence=""),
        f"a_granted_{terms}_has_its_evidence": one("clearances", state="granted", evidence=""),
    }


BREAKS: dict[type[Model], dict[str, dict[str, Any]]] = {
    Article: {
        "a_byline_names_someone": one("bylines", order="0", role="author", bio="Writes."),
        "an_appearance_has_one_outlet": one("appearances", **PLACE, outlet="{outlet}", outlet_name="Lamp"),
        "our_own_rerun_names_no_outlet": one(
            "appearances", **PLACE | {"relation": "rerun", "published_on": FORTH}, outlet="{outlet}"
        ),
        "what_is_forthcoming_has_no_date_yet": one(
            "appearances", **PLACE | {"relation": "forthcoming", "published_on": FORTH}, outlet="{outlet}"
        ),
        "only_what_is_forthcoming_is_planned": one(
            "appearances", **PLACE, outlet="{outlet}", planned_on=FORTH
        ),
        "only_a_day_that_is_not_known_is_chosen": one(
            "appearances", **PLACE, outlet="{outlet}", published_on=FORTH, counted_on=FORTH
        ),
        "only_what_ran_there_is_retracted_there": one(
            "appearances", **PLACE | {"relation": "forthcoming"}, outlet="{outlet}", is_retracted="on"
        ),
        "only_a_retraction_has_a_day_and_a_note": one(
            "appearances", **PLACE, outlet="{outlet}", retracted_on=FORTH
        ),
        "originals_are_of_one_day": {
            **rows("appearances", 2),
            **row("appearances", 0, **PLACE, outlet="{outlet}", published_on=FORTH),
            **row("appearances", 1, **PLACE, outlet_name="Lamp", published_on=BACK),
        },
        "nothing_to_disclose_says_nothing": one(
            "disclosures", order="0", subject="ai", answer="none", text="None."
        ),
        "no_piece_is_made_from_itself": {"translation_of": "{article}", "source_language": "de"},
    },
    Reprint: {
        "a_reprint_names_its_outlet": {
            "article": "{article}",
            "outlet": "{outlet}",
            "outlet_name": "Lamp",
        },
    },
    Topic: {
        "name": {"name": "Ports"},
        "one_topic_of_a_name": {"name": "PORTS"},
        "a_topic_has_no_comma": {"name": "Ports, ships"},
        "a_topic_has_one_name_in_a_language": twice("names", language="de", name="Häfen"),
    },
    Series: {
        "one_series_of_a_name": {"name": "SLOW  PORTS"},
        "a_series_has_one_name_in_a_language": twice("names", language="de", name="Häfen"),
    },
    Author: {
        "an_orcid_has_sixteen_digits": {"orcid": "soon"},
        "who_retires_has_a_rank": {"retired_on": FORTH, "rank": ""},
        "only_people_have_a_rank": {"form": "body", "rank": "Colonel"},
        "a_dated_courtesy_title_is_written": {"courtesy": "", "courtesy_from": FORTH},
        "a_courtesy_title_ends_after_it_begins": {
            "courtesy": "Dr",
            "courtesy_from": BACK,
            "courtesy_until": FORTH,
        },
        "user": {"user": "{account}"},
        "an_appointment_is_somewhere": one(
            "appointments", title="fellow", institution="{house}", organisation="Lamp"
        ),
        "an_appointment_ends_after_it_begins": one(
            "appointments", title="fellow", institution="{house}", **DAYS
        ),
        "author_names_end_after_they_begin": one("names", display_name="Ida", **ENGLISH, **DAYS),
        "author_names_do_not_overlap": twice("names", display_name="Ida", language="de"),
    },
    Appointment: {
        "a_post_has_one_form_in_a_language": twice("words", language="de", title="Fellow"),
    },
    Outlet: {
        "an_article_has_its_rule": {"article": "", "article_rule": "separable"},
        "one_outlet_per_name_and_country": {"name": "Hill", "country": ""},
        "a_former_article_has_its_rule": one(
            "former_names", name="Lamp", until_on=BACK, article="", article_rule="separable"
        ),
        "former_name_ends_after_it_begins": one("former_names", name="Lamp", **ARTICLE, **DAYS),
        "former_names_do_not_overlap": twice("former_names", name="Lamp", until_on=FORTH),
        "a_foreign_article_has_its_rule": one(
            "names", name="Lampe", language="de", article="", article_rule="separable"
        ),
        "outlet_names_end_after_they_begin": one("names", name="Lampe", language="de", **DAYS),
        "outlet_names_do_not_overlap": twice("names", name="Lampe", language="de"),
        "one_outlet_per_alias": twice("aliases", name="Lamp"),
        "an_excerpt_has_its_length": one("standing_permissions", **PERMISSION | {"excerpt_words": "3"}),
        "permission_ends_after_it_begins": one(
            "standing_permissions", **PERMISSION | {"until_on": "2013-01-01"}
        ),
    },
    Picture: {
        "a_focal_point_is_in_its_picture": {"focus_across": "101"},
        **of_the_library("picture", "clearance"),
    },
    Document: of_the_library("document", "documentclearance"),
    Disclaimer: {
        "wording_ends_after_it_begins": one(
            "wordings", **ENGLISH, text="No side.", in_force_from=BACK, in_force_until=FORTH
        ),
        "wordings_do_not_overlap": twice("wordings", **ENGLISH, text="No side."),
    },
    Wording: {"wordings_do_not_overlap": {"language": "de"}},
    HouseStyle: {
        "house_styles_do_not_overlap": {"language": "de"},
    },
    Institution: {
        "one_home_institution": {"is_home": "on"},
        "no_own_parent": {"parent": "{itself}"},
        "a_colour_is_six_digits": {"colour": "red"},
        "no_institution_stands_below_itself": {"parent": "{below}"},
        "institution_names_end_after_they_begin": one("names", name="Forum", **ENGLISH, **DAYS),
        "institution_names_do_not_overlap": twice("names", name="Forum", language="de"),
    },
    Kind: {
        "label_ends_after_it_begins": one("labels", label="Essay", **ENGLISH, **DAYS),
        "labels_do_not_overlap": twice("labels", label="Essay", language="de"),
        "usual_licence_ends_after_it_begins": one("usual_licences", licence="{licence}", **DAYS),
        "usual_licences_do_not_overlap": twice("usual_licences", licence="{licence}"),
    },
    Licence: {"one_licence_per_version": {"name": "Other", "version": "1"}},
    StandingNotice: {"notice_ends_after_it_begins": {"shown_from": BACK, "shown_until": FORTH}},
    Menu: {
        "one_menu_of_a_house_in_a_language": {"language": "de"},
        "a_menu_entry_leads_to_one_thing": one("entries", order="0", leads_to="kind"),
        "an_address_in_a_menu_has_a_name": one(
            "entries", order="0", leads_to="web", url="https://desk.example/"
        ),
    },
    OldAddress: {
        "path": {"path": "/other"},
        "an_old_address_is_a_path": {"path": "other"},
        "a_new_address_is_a_path_or_a_page": {"is_gone": "", "address": "//other"},
        "an_old_address_leads_to_one_thing": {"address": "/authors/"},
        "old_addresses_lead_on_in_one_step": {"is_gone": "", "address": "/other"},
    },
    Arrangement: {
        "front_pages_begin_one_after_the_other": {
            "language": "de",
            "when": "later",
            "day": "2030-01-07",
            "time": "09:00",
        },
        "front_pages_begin_now_or_later": {"when": "later", "day": "2020-01-07", "time": "09:00"},
        "a_place_names_what_it_shows": one("places", order="0", shows="kind", number="1"),
        "a_place_shows_a_few_pieces": one("places", order="0", shows="newest", number="13"),
    },
    User: {
        "username": {"username": "eve"},
        "one_membership_per_house": twice("houses", institution="{house}"),
    },
    Group: {"name": {"name": "Editors"}},
}
UNTYPED = {
    "uuid": "made with the row",
    "key": "made with the row",
    "slug": "the form takes none that another record has or had: tests/reading/test_former_addresses.py",
    "code": "read-only once it is saved; before that another one is proposed",
    "an_unknown_year_is_not_stored": "the form stores a day of an unknown year in the year for it",
    "one_authors_answer_is_theirs_alone": "the form empties who was asked",
    "a_corrected_slip_is_one_of_a_wording": "an update is begun on a page of its own",
    "house_style_ends_after_it_begins": "the form asks for the first day of new words alone",
    "a_pinned_wording_says_something": "a row that says nothing is no row",
    "a_logo_stands_for_one": "its row stands on the page of what it stands for",
    "front_pages_of_the_past_stay": "what is sent for one that has begun is a new one",
    "places_of_the_past_stay": "as above",
    "institution": "the page has one row for a logo",
    "outlet": "the page has one row for a logo",
    "the_home_institution_stands_for_itself": "the first house is not merged, and acts alone merge",
}
