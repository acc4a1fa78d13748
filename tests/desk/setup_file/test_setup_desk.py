"""`setup_desk`: a file of facts becomes records, repeatably, or everything wrong with it is named by line and field."""

import datetime as dt
import io
import json
import tomllib
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Article, PinnedWording
from authors.models import Appointment, Author
from desk.setup_file.entries import DeskFileError, read_entries
from desk.setup_file.lines import lines_of
from desk.setup_file.loading import load_desk_file
from desk.setup_file.tables import TABLES
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, KindLabel, Phrase, Wording
from outlets.models import Outlet, OutletAlias

pytestmark = pytest.mark.long

SAMPLE = Path(__file__).parents[3] / "thinktank" / "sample" / "desk.toml"
SEED = Path(__file__).parents[4] / "shared" / "seeds" / "desk.toml"

SMALL = """
[[kind]]
code = "note"
label = "Note"

[[institution]]
code = "mill"
name = "Mill Pond Institute"
dateline = "On {date}"

[[disclaimer]]
code = "mill-says"
institution = "mill"
[[disclaimer.wording]]
in_force_from = 2001-02-03
text = "{kind}: {authors:one|many} said it."

[[outlet]]
name = "Duck"
article = "The"
article_rule = "separable"
aliases = ["Daily Duck"]

[[author]]
display_name = "Ada Reed"
[[author.appointment]]
title = "fellow"
institution = "mill"
from_on = 2011-01-01
"""


def problems_of(text: str) -> list[tuple[int, str]]:
    with pytest.raises(DeskFileError) as caught:
        load_desk_file(text)
    return [(problem.line, problem.field) for problem in caught.value.problems]


def counts() -> list[int]:
    models = (
        Institution, HouseStyle, Phrase, Kind, KindLabel, Disclaimer, Wording, Outlet, OutletAlias, Author, Appointment,
    )  # fmt: skip
    return [model.objects.count() for model in models]


words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
values = st.one_of(
    words.map(lambda text: json.dumps(text, ensure_ascii=False)),
    st.lists(words, max_size=3).map(
        lambda texts: "[\n" + "".join(f" {json.dumps(t, ensure_ascii=False)}, # ]\n" for t in texts) + "]"
    ),
    st.sampled_from(['"""\n[[not]]\na = 1\n"""', "'''\nx = [\n'''", "2020-01-01", "true"]),
)
tables = st.lists(
    st.tuples(st.sampled_from(["a", "b", "a.c", "b.c"]), st.lists(values, max_size=4)), min_size=1, max_size=6
)


@given(tables)
def test_every_key_of_a_file_is_found_in_the_line_where_it_stands(drawn):
    text, expected, counted, seen = "", {}, {}, set()
    for header, rows in drawn:
        outer, _, inner = header.partition(".")
        if inner and outer not in seen:
            continue
        path = (outer, counted.get((outer,), 0))
        if inner:
            path = (outer, counted[(outer,)], inner, counted.get((outer, counted[(outer,)], inner), -1) + 1)
            counted[path[:-1]] = path[-1]
        else:
            counted[(outer,)] = counted.get((outer,), -1) + 1
            path = (outer, counted[(outer,)])
            seen.add(outer)
        text += f"# a comment\n[[{header}]]\n"
        for i, value in enumerate(rows):
            expected[(*path, f"k{i}")] = text.count("\n") + 1
            text += f"k{i} = {value}\n"
    tomllib.loads(text)
    found = lines_of(text)
    assert {path: found.get(path) for path in expected} == expected


@pytest.mark.django_db
def test_a_file_makes_the_records_it_names():
    tally = load_desk_file(SMALL)
    assert tally.created == {
        "kind": 1, "institution": 1, "institution.style": 1, "institution.phrase": 1,
        "disclaimer": 1, "disclaimer.wording": 1, "outlet": 1, "outlet.alias": 1, "author": 1, "author.appointment": 1,
    }  # fmt: skip
    assert [(row.position, row.text) for row in Phrase.objects.all()] == [("dateline", "On {date}")]
    assert Author.objects.get().sort_name == "Reed, Ada"
    assert Outlet.objects.get().naming.full == "The Duck"


@pytest.mark.django_db
@pytest.mark.parametrize("text", [SMALL, SAMPLE.read_text()], ids=["small", "sample"])
def test_loading_a_file_again_changes_nothing(text):
    load_desk_file(text)
    before = counts()
    again = load_desk_file(text)
    assert (again.created, again.changed) == ({}, {})
    assert again.unchanged
    assert counts() == before


@pytest.mark.django_db
@pytest.mark.skipif(not SEED.exists(), reason="the desk file beside the project is not here")
def test_the_desk_file_beside_the_project_loads_twice():
    load_desk_file(SEED.read_text())
    assert not load_desk_file(SEED.read_text()).created


@pytest.mark.django_db
def test_what_the_file_says_differently_is_brought_up_to_date_and_the_rest_stays():
    load_desk_file(SMALL)
    Author.objects.update(biography="Written in the desk.")
    address = Author.objects.get().slug
    tally = load_desk_file(
        SMALL.replace('"fellow"', '"fellow"\nunit = "Ponds"').replace('"Mill Pond', '"New Mill Pond')
    )
    assert tally.changed == {"institution": 1, "author.appointment": 1}
    assert Institution.objects.get().name == "New Mill Pond Institute"
    assert Author.objects.get().biography == "Written in the desk."
    assert Author.objects.get().slug == address


def test_every_key_of_every_table_is_refused_when_it_is_misspelled_and_the_right_one_is_offered():
    def texts(tables, prefix=""):
        for name, table in tables.items():
            for key in table.keys:
                path = [*filter(None, prefix.split(".")), name]
                opened = (".".join(path[:depth]) for depth in range(1, len(path) + 1))
                yield "".join(f"[[{each}]]\n" for each in opened) + f"{key}x = 1\n", key
            yield from texts(table.inner, f"{prefix}{name}.")

    tried = 0
    for text, key in texts(TABLES):
        with pytest.raises(DeskFileError) as caught:
            read_entries(text)
        line = text.count("\n")
        sentences = [problem.sentence for problem in caught.value.problems if problem.line == line]
        assert any(f"“{key}x” is not known here; did you mean “" in sentence for sentence in sentences), key
        tried += 1
    assert tried > 60


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ('code = "mill"', "code = 3", 7, "institution.code"),
        ('dateline = "On {date}"', 'dateline = "On {day}"', 9, "institution.dateline"),
        ('dateline = "On {date}"', 'time_zone = "Mars/Base"', 9, "institution.time_zone"),
        ('dateline = "On {date}"', 'parent = "nobody"', 9, "institution.parent"),
        ('dateline = "On {date}"', 'url = "https://a:b@mill.example"', 9, "institution.url"),
        ('institution = "mill"\n[[disc', 'institution = "mall"\n[[disc', 13, "disclaimer.institution"),
        ("in_force_from = 2001-02-03", 'in_force_from = "2001-02-03"', 15, "disclaimer.wording.in_force_from"),
        ('text = "{kind}: {authors:one|many} said it."', "", 14, "disclaimer.wording.text"),
        ("{kind}: ", "{sort}: ", 16, "disclaimer.wording.text"),
        ('article = "The"\n', "", 18, "outlet.article"),
        ('"separable"', '"sometimes"', 21, "outlet.article_rule"),
        ('["Daily Duck"]', '"Daily Duck"', 22, "outlet.aliases"),
        ('display_name = "Ada Reed"', 'display_name = ""', 25, "author.display_name"),
        ('institution = "mill"\nfrom', 'from', 26, "author.appointment"),
        ("2011-01-01", "2011-01-01\nuntil_on = 2010-01-01", 26, "author.appointment"),
        ("2011-01-01", "2011-01-01T10:00:00", 29, "author.appointment.from_on"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_by_line_and_field_and_nothing_is_written(old, new, line, field):
    text = SMALL.replace(old, new, 1)
    assert text != SMALL
    assert (line, field) in problems_of(text)
    assert sum(counts()) == 0


@pytest.mark.django_db
def test_a_file_that_is_no_toml_is_refused_with_its_line():
    assert problems_of('[[kind]]\ncode = "a"\nlabel =\n') == [(3, "")]


@pytest.mark.django_db
def test_one_code_said_twice_is_refused():
    assert problems_of(SMALL + SMALL[: SMALL.index("[[inst")]) == [(32, "kind.code")]


@pytest.mark.django_db
def test_a_centre_may_stand_above_its_parent():
    load_desk_file(
        '[[institution]]\ncode = "b"\nname = "B"\nparent = "a"\n\n'
        '[[institution]]\ncode = "a"\nname = "A"\nhome = true\n'
    )
    assert Institution.objects.get(code="b").parent.code == "a"
    assert Institution.objects.get(code="a").is_home


@pytest.mark.django_db
def test_on_a_desk_without_a_home_the_first_institution_becomes_it_and_the_report_says_so():
    first = load_desk_file(SMALL)
    assert Institution.objects.home().get().code == "mill"
    assert len(first.notes) == 1
    other = '[[institution]]\ncode = "other"\nname = "Other"\n'
    assert load_desk_file(other).notes == []
    assert problems_of(other + "home = true\n") == [(4, "institution.home")]


@pytest.mark.django_db
def test_a_text_that_pages_use_is_not_rewritten_but_may_end_and_be_followed():
    load_desk_file(SMALL)
    article = Article.objects.create(institution=Institution.objects.get(), kind=Kind.objects.get())
    PinnedWording.objects.create(article=article, wording=Wording.objects.get())
    assert problems_of(SMALL.replace("said it", "wrote it")) == [(16, "disclaimer.wording.text")]
    follows = SMALL.replace(
        "in_force_from = 2001-02-03",
        'in_force_from = 2010-01-01\ntext = "New words."\n[[disclaimer.wording]]\nin_force_from = 2001-02-03\n'
        "in_force_until = 2010-01-01",
    )
    load_desk_file(follows)
    old, new = Wording.objects.order_by("in_force_from")
    assert (old.text, old.in_force_until) == ("{kind}: {authors:one|many} said it.", dt.date(2010, 1, 1))
    assert new.text == "New words."


@pytest.mark.django_db
def test_a_text_that_no_page_uses_is_corrected_in_place():
    load_desk_file(SMALL)
    assert load_desk_file(SMALL.replace("said it", "wrote it")).changed == {"disclaimer.wording": 1}
    assert "wrote it" in Wording.objects.get().text


@pytest.mark.django_db
def test_two_texts_in_force_on_one_day_are_refused():
    text = SMALL.replace(
        "[[outlet]]", '[[disclaimer.wording]]\nin_force_from = 2005-01-01\ntext = "Other."\n\n[[outlet]]'
    )
    assert problems_of(text) == [(18, "disclaimer.wording")]


@pytest.mark.django_db
def test_the_command_reports_as_json_to_a_program_and_names_the_file_in_its_errors(tmp_path):
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(SMALL)
    bad.write_text(SMALL.replace("label", "lable"))
    out = io.StringIO()
    call_command("setup_desk", str(good), stdout=out)
    assert json.loads(out.getvalue())["created"]["outlet"] == 1
    with pytest.raises(CommandError, match=r"bad\.toml, line 4, kind\.lable: “lable” is not known here"):
        call_command("setup_desk", str(bad))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None], ids=["binary", "missing"])
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(tmp_path, content):
    file = tmp_path / "desk.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError, match=r"desk\.toml (is not text|cannot be read)"):
        call_command("setup_desk", str(file))
