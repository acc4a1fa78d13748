"""Table E: who wrote it, spoke in it, translated it, and what is said of them."""

import datetime as dt

from lxml import html

from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    LicenceFactory,
    say,
)
from tests.wording.page import lines_of, out

JUNE = dt.date(2018, 6, 1)


def credited(article=None, **author):
    """A piece with one more author; facts of the byline begin with `byline__`."""
    byline = {key: author.pop(key) for key in list(author) if key.startswith("byline__")}
    facts = {key.removeprefix("byline__"): value for key, value in byline.items()}
    return BylineFactory(article=article or ArticleFactory(), author=AuthorFactory(**author), **facts).article


def named(article, name: str, role: str = "author", **facts) -> None:
    """One more credit for somebody without a record."""
    BylineFactory(article=article, author=None, name=name, role=role, **facts)


def test_e01_a_courtesy_title(read):
    """A courtesy title is a dated fact of the person; the house says whether it prints in bylines and in bios."""
    say("[{courtesy} ]{name}", at="bio_name")
    ida = AuthorFactory(
        display_name="Ida Quay", courtesy="Ambassador",
        courtesy_from=dt.date(2017, 1, 1), courtesy_until=dt.date(2020, 1, 1),
    )  # fmt: skip
    AppointmentFactory(author=ida, title="a counsellor")
    borne = read(BylineFactory(author=ida, article__first_published_on=JUNE).article)
    borne.says("bylines", "Ida Quay")
    borne.says("bios", "Ambassador Ida Quay is a counsellor at the Tidal College.")
    later = read(BylineFactory(author=ida, article__first_published_on=dt.date(2021, 1, 1)).article)
    later.says("bios", "Ida Quay is a counsellor at the Tidal College.")
    say("[{courtesy} ]{name}", at="byline_name")
    read(BylineFactory(author=ida, article__first_published_on=JUNE).article).says(
        "bylines", "Ambassador Ida Quay"
    )


def test_e02_a_rank_in_service_or_retired(read):
    """A rank prints as it was borne on the day: “(ret.)” follows it from the day of retirement."""
    say("[{rank} ]{name}", at="byline_name")
    bo = AuthorFactory(display_name="Bo Cove", rank="Colonel", retired_on=dt.date(2020, 1, 1))
    for day, name in [(JUNE, "Colonel Bo Cove"), (dt.date(2020, 1, 1), "Colonel (ret.) Bo Cove")]:
        read(BylineFactory(author=bo, article__first_published_on=day).article).says("bylines", name)


def test_e03_a_degree_behind_the_name(read):
    """A suffix follows the name after a comma, in the byline and for feed readers alike."""
    seen = read(credited(display_name="Edda Pier", suffix="Ph.D."))
    seen.says("bylines", "Edda Pier, Ph.D.")
    assert seen.fed("dc:creator") == ["Edda Pier, Ph.D."]
    translated = credited(display_name="Edda Pier", suffix="Ph.D.", byline__role="translator")
    translated.source_language = "ko"
    translated.save()
    read(translated).says("translated_from", "Translated from Korean by Edda Pier, Ph.D.")


def test_e04_an_ampersand_or_commas_between_authors(read):
    """The house chooses what parts names, and what the last two; their order is the piece's."""
    for last, line in [
        (None, "Ida Quay, Bo Cove and Cy Delta"),
        ("&", "Ida Quay, Bo Cove & Cy Delta"),
        ("-", "Ida Quay, Bo Cove, Cy Delta"),
    ]:
        if last:
            say(last, at="and_word")
        article = ArticleFactory()
        for name in ("Ida Quay", "Bo Cove", "Cy Delta"):
            named(article, name)
        read(article).says("bylines", line)


def test_e05_the_post_in_the_byline(read):
    """A house may print each author's post beside the name: the one held when the piece was published."""
    say("By {names}", at="byline")
    say("{name}[, {post}]", at="byline_name")
    ida = AuthorFactory(display_name="Ida Quay")
    facts = {"author": ida, "organisation": "Harbour", "unit": "Northern Seas Programme"}
    AppointmentFactory(title="research assistant", **facts, until_on=dt.date(2020, 1, 1))
    AppointmentFactory(title="director", **facts, from_on=dt.date(2020, 1, 1))
    read(BylineFactory(author=ida, article__first_published_on=JUNE).article).says(
        "bylines", "By Ida Quay, research assistant, Northern Seas Programme, Harbour"
    )


def test_e06_an_outside_author_with_a_bio_of_their_own(read):
    """Each author has their own affiliation, frozen with the page; a bio may be written for the piece."""
    ida = AuthorFactory(display_name="Ida Quay")
    post = AppointmentFactory(author=ida, title="president", organisation="the Strait Academy")
    article = BylineFactory(author=ida).article
    credited(article, display_name="Bo Cove", byline__bio="Bo Cove minds the light on Skerrow.")
    bios = "Ida Quay is president of the Strait Academy.", "Bo Cove minds the light on Skerrow."
    read(article).says("bios", *bios)
    post.title = "honorary president"
    post.save()
    article.dek = "Said again."
    article.save()
    read(article, at=LATER).says("bios", *bios)


LATER = dt.datetime(2026, 3, 12, 9, 0, tzinfo=dt.UTC)


def test_e07_a_bio_of_present_and_past(read):
    """A written bio prints word for word, with the dates and posts its writer chose."""
    bio = "Ida Quay advises Harbour. She was harbour master from May 2006 to March 2011."
    read(credited(display_name="Ida Quay", byline__bio=bio)).says("bios", bio)


def test_e08_an_expert_who_has_left(read, client):
    """The page keeps the post of its day; the person's own page says “former” once the last post here has ended."""
    home = ArticleFactory().institution
    ida = AuthorFactory(display_name="Ida Quay", slug="ida-quay")
    AppointmentFactory(
        author=ida, title="senior fellow", organisation="", institution=home, until_on=dt.date(2020, 1, 1)
    )
    seen = read(BylineFactory(author=ida, article__first_published_on=JUNE).article)
    seen.says("bios", "Ida Quay is a senior fellow at Harbour (June 1, 2018).")
    seen.hides("ormer")
    own_page = html.fromstring(client.get("/authors/ida-quay/").content.decode())
    assert "Former senior fellow, Harbour" in lines_of(own_page)


def test_e09_an_institution_as_author(read):
    """A body signs like a person, and its name is never taken apart."""
    seen = read(credited(display_name="Harbour Task Force", form="body"))
    seen.says("bylines", "Harbour Task Force")
    assert seen.fed("dc:creator") == ["Harbour Task Force"]


def test_e10_no_byline_or_signatories_only(read):
    """A piece may be signed by nobody, or by signatories: they are no authors."""
    seen = read(out())
    seen.says("bylines")
    assert (seen.edition.byline, seen.fed("dc:creator")) == ("", [])
    article = ArticleFactory()
    named(article, "Ida Quay", role="signatory")
    named(article, "Bo Cove", role="signatory")
    signed = read(article)
    signed.says("bylines", "Signed by Ida Quay and Bo Cove")
    signed.says("names")
    assert signed.fed("dc:creator") == ["Ida Quay and Bo Cove"]


def test_e11_an_interview_credited_to_two_roles(read):
    """Interviewer and interviewee each have a line that says which they are, in the order they are credited."""
    article = ArticleFactory()
    named(article, "Ida Quay", role="interviewer")
    named(article, "Bo Cove", role="interviewee")
    read(article).says("bylines", "Interview by Ida Quay", "With Bo Cove")


def test_e12_who_asked_is_not_filed_as_who_wrote(read):
    """Everyone has a role of their own: programs name who asked and who answered with it, never as authors."""
    article = credited(display_name="Ida Quay", byline__role="interviewee")
    credited(article, display_name="Bo Cove", byline__role="interviewer")
    seen = read(article)
    seen.says("names")
    assert seen.fed("dc:creator") == ["Bo Cove"]
    assert seen.document.xpath("//meta[@name='author']") == []
    assert {row.role for row in seen.edition.bylines.all()} == {"interviewer", "interviewee"}


def test_e13_an_edited_transcript(read):
    """That the text was edited is a note of its own kind: neither a correction nor an introduction."""
    note = "This conversation was shortened for print."
    seen = read(out(editing_note=note))
    seen.says("editing_note", note)
    seen.says("notices")
    seen.says("editors_note")


def test_e14_family_name_first(read):
    """A name keeps its order, may show its own script and an affiliation elsewhere, and sorts by the family."""
    say("{name}[ ({native_name})][, {post}]", at="byline_name")
    sim = AuthorFactory(
        display_name="Sim Haneul", native_name="심하늘", name_order="family-first", sort_name="Sim Haneul"
    )
    AppointmentFactory(author=sim, title="correspondent", organisation="Ushio Shimbun")
    seen = read(BylineFactory(author=sim).article)
    seen.says("bylines", "Sim Haneul (심하늘), correspondent, Ushio Shimbun")
    assert seen.fed("dc:creator") == ["Sim Haneul (심하늘)"]
    assert sim.default_sort_name == "Sim Haneul"


def test_e15_a_nickname_inside_the_name(read):
    """A name prints as its bearer writes it, quotation marks included."""
    name = "Margit “Rita” Brack"
    seen = read(credited(display_name=name))
    seen.says("bylines", name)
    assert seen.fed("dc:creator") == [name]


def test_e16_a_round_up_with_a_heading_for_each(read):
    """In a round-up everyone's name stands below the heading of their part, and all are its authors."""
    say("{name}[ | {post}]", at="byline_name")
    article = ArticleFactory(body="<h2>North</h2><p>It froze.</p><h2>South</h2><p>It rained.</p>")
    ida = AuthorFactory(display_name="Ida Quay")
    AppointmentFactory(author=ida, title="fellow", organisation="Harbour")
    BylineFactory(article=article, author=ida, section="North")
    named(article, "Bo Cove", section="South")
    seen = read(article)
    seen.says("bylines")
    assert seen.fed("dc:creator") == ["Ida Quay and Bo Cove"]
    lines = [
        line for line in seen.page if line in {"North", "South", "Bo Cove", "Ida Quay | fellow, Harbour"}
    ]
    assert lines == ["North", "Ida Quay | fellow, Harbour", "South", "Bo Cove"]
    assert seen.edition.byline == "Ida Quay | fellow, Harbour and Bo Cove"  # lists show no headings
    named(article, "Cy Delta", section="West")  # no such heading: the name goes to the head
    article.licence = LicenceFactory()
    article.save()
    later = read(article, at=LATER)
    later.says("bylines", "Cy Delta")
    assert later.edition.printed["republication"]["credit"].startswith(
        "By Ida Quay | fellow, Harbour; Bo Cove and Cy"
    )
