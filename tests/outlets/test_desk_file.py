"""A desk file says everything about an outlet, once or again."""

import tomllib

import pytest

from desk.setup_file.entries import DeskFileError
from desk.setup_file.loading import load_desk_file
from desk.setup_file.tables import FORMER_NAME, OUTLET, STANDING_PERMISSION
from outlets.models import Outlet
from tests.factories import FormerNameFactory

pytestmark = pytest.mark.django_db

LAMP = """
[[outlet]]
name = "Ushio Shimbun"
slug = "ushio"
article = "The"
article_rule = "foreign"
aliases = ["Ushio"]
url = "https://ushio.example"
feed_url = "https://ushio.example/feed"
type = "book-publisher"
country = "JP"
language = "ja"
name_language = "en"
native_name = "潮新聞"
gloss = "Tide News"
descriptor = "the Japanese daily"
about = "A daily of the coast."
for_readers = "Readers register there."
is_italic = true
terms = "An excerpt, a week after it ran."
[[outlet.former_name]]
name = "Minato Shimbun"
until_on = 2009-06-03
[[outlet.former_name]]
name = "Shio Shimbun"
article = "The"
article_rule = "foreign"
from_on = 2009-06-03
until_on = 2014-05-01
[[outlet.standing_permission]]
granted_by = "Rin Kaji"
granted_on = 2024-03-03
mode = "excerpt"
excerpt_words = 150
terms = "Opinion pieces only."
evidence = "Letter of 3 March 2024"
credit = "Courtesy of Ushio Shimbun"
search_policy = "canonical"
may_be_passed_on = true
edits_allowed = false
from_on = 2024-04-01
until_on = 2030-01-01
valid_days = 365
"""


def said_of(record, keys):
    return {key: getattr(record, key) for key in keys}


def test_every_key_of_an_outlet_reaches_its_record():
    tally = load_desk_file(LAMP)
    assert tally.created == {
        "outlet": 1, "outlet.alias": 1, "outlet.former_name": 2, "outlet.standing_permission": 1,
    }  # fmt: skip
    outlet = Outlet.objects.get()
    found = [
        said_of(outlet, OUTLET.keys() - {"aliases"}),
        *(said_of(former, FORMER_NAME) for former in outlet.former_names.order_by("until_on")),
        said_of(outlet.standing_permissions.get(), STANDING_PERMISSION),
    ]
    written = [
        *load_as_written("outlet", OUTLET.keys() - {"aliases"}),
        *load_as_written("former_name", FORMER_NAME),
        *load_as_written("standing_permission", STANDING_PERMISSION),
    ]
    for record, facts in zip(found, written, strict=True):
        assert {key: record[key] for key in facts} == facts
    assert set(written[0]) == OUTLET.keys() - {"aliases"}
    assert set(written[-1]) == set(STANDING_PERMISSION)


def load_as_written(table, keys):
    outlet = tomllib.loads(LAMP)["outlet"][0]
    rows = [outlet] if table == "outlet" else outlet[table]
    return [{key: row[key] for key in keys if key in row} for row in rows]


def test_the_same_file_again_changes_nothing():
    load_desk_file(LAMP)
    again = load_desk_file(LAMP)
    assert not again.created
    assert not again.changed
    assert again.unchanged["outlet.former_name"] == 2


def test_a_name_that_lasted_shorter_makes_room_for_one_that_followed():
    load_desk_file(LAMP)
    torch = """[[outlet.former_name]]
name = "Taimatsu"
from_on = 2012-01-01
until_on = 2014-05-01
"""
    head, *rest = LAMP.replace("2014-05-01", "2012-01-01").partition("[[outlet.former_name]]")
    load_desk_file(head + torch + "".join(rest))
    names = Outlet.objects.get().former_names.order_by("until_on")
    assert [former.name for former in names] == ["Minato Shimbun", "Shio Shimbun", "Taimatsu"]


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("until_on = 2009-06-03", "until_on = 2010-06-03", "outlet.former_name"),
        ("until_on = 2009-06-03\n", "", "outlet.former_name.until_on"),
        ("until_on = 2014-05-01", "until_on = 2001-05-01", "outlet.former_name.until_on"),
        ("excerpt_words = 150\n", "", "outlet.standing_permission.excerpt_words"),
        ("excerpt_words = 150", 'excerpt_words = "150"', "outlet.standing_permission.excerpt_words"),
        ('mode = "excerpt"', 'mode = "all"', "outlet.standing_permission.mode"),
        ('evidence = "Letter of 3 March 2024"\n', "", "outlet.standing_permission.evidence"),
        ("until_on = 2030-01-01", "until_on = 2024-01-01", "outlet.standing_permission.until_on"),
        ('gloss = "Tide News"', 'glos = "Tide News"', "outlet.glos"),
    ],
)
def test_what_is_wrong_is_named_by_line_and_field_and_nothing_is_loaded(before, after, field):
    assert before in LAMP
    with pytest.raises(DeskFileError) as caught:
        load_desk_file(LAMP.replace(before, after))
    assert field in {problem.field for problem in caught.value.problems}
    assert all(problem.line > 1 for problem in caught.value.problems)
    assert not Outlet.objects.exists()


def test_names_the_file_does_not_mention_stay():
    former = FormerNameFactory(outlet__name="Ushio Shimbun", outlet__slug="ushio", until_on="1990-01-01")
    load_desk_file(LAMP.split("[[outlet.former_name]]")[0])
    assert list(Outlet.objects.get().former_names.all()) == [former]
