"""A round-up, a letter and an interview name their people on page, in head, feeds, lists, profiles and copies."""

from lxml import etree, html

from articles import acts
from articles.models.byline import Disclosure
from disclaimers.models import Wording
from reading.feeds.items import feed_item
from reading.site import load_site
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    LicenceFactory,
    OutletFactory,
    say,
)
from tests.wording.page import content_of, lines_of
from tests.wording.test_e_people import LATER, named

PARTS = "<h2>What's next?</h2><p>It froze.</p><h3>South</h3><p>It rained.</p><h2>East</h2><p>It was dry.</p>"


def person(name: str, **post):
    """Somebody with a page here and a post at the Tidal College."""
    author = AuthorFactory(display_name=name, slug=name.lower().replace(" ", "-"))
    AppointmentFactory(author=author, **post)
    return author


def free(**facts):
    """A piece that everybody may republish, without a dek."""
    return ArticleFactory(dek="", licence=LicenceFactory(), **facts)


def round_up():
    article = free(headline="Experts react", body=PARTS)
    for name, part in [("Ida Quay", "What’s next?"), ("Bo Cove", "South"), ("Cy Delta", "EAST")]:
        BylineFactory(article=article, author=person(name), section=part)
    named(article, "Nora Quill", role="editor")
    return article


def letter():
    article = free(headline="A letter to the minister", body="<p>Dear minister,</p>")
    BylineFactory(article=article, author=person("Ida Quay"), role="signatory")
    for number in range(29):
        named(article, f"Signer {number}, College {number}", role="signatory")
    return article


def interview():
    article = free(headline="A talk at the pier", body="<p>Why?</p><p>Because.</p>")
    BylineFactory(article=article, author=person("Bo Cove"), role="interviewee")
    BylineFactory(article=article, author=person("Ida Quay"), role="interviewer")
    return article


def meta(seen, name: str) -> list[str]:
    return seen.document.xpath(f"//meta[@name='{name}']/@content")


def lines_at(client, path: str) -> list[str]:
    return lines_of(html.fromstring(client.get(path).content.decode()).xpath("//main")[0])


def copied(client, seen) -> list[str]:
    """The lines of the copy that others may take."""
    page = html.fromstring(client.get(f"{seen.edition.permalink.path}republish/").content.decode())
    return lines_of(html.fromstring(page.xpath("//textarea")[0].text))


def feed_of(client, slug: str) -> tuple[str, list[str]]:
    """What a person's feed says that it holds, and its titles."""
    feed = etree.fromstring(client.get(f"/authors/{slug}/feed.rss").content)
    return feed.findtext("channel/description"), [item.findtext("title") for item in feed.iter("item")]


def test_a_round_up_names_everybody_at_their_part_and_wherever_no_part_is_shown(read, client):
    seen = read(round_up())
    everybody = "Ida Quay, Bo Cove and Cy Delta"
    seen.says("bylines", "Edited by Nora Quill")
    parts = seen.document.find_class("body")[0].find_class("byline")
    assert [(line.getprevious().text, line.text_content()) for line in parts] == [
        ("What's next?", "Ida Quay"),
        ("South", "Bo Cove"),
        ("East", "Cy Delta"),
    ]
    assert meta(seen, "author") == ["Ida Quay", "Bo Cove", "Cy Delta"]
    assert meta(seen, "description") == [f"{everybody} · It froze."]
    assert seen.fed("dc:creator") == [everybody]
    for path in ("/", "/authors/cy-delta/"):
        assert f"{everybody} · Edited by Nora Quill" in lines_at(client, path)
    assert feed_of(client, "cy-delta") == ("Pieces by Cy Delta", ["Experts react"])
    copy = copied(client, seen)
    assert copy[1].startswith(f"By {everybody}, Harbour Institute")
    assert {"Edited by Nora Quill", "Cy Delta", "Bo Cove is a senior fellow at the Tidal College."} <= set(
        copy
    )


def test_a_round_up_that_a_feed_shortens_or_that_is_retracted_still_names_everybody(read):
    seen = read(round_up())
    item = feed_item(seen.edition, load_site(LATER), LATER, is_shortened=True)
    everybody = "Ida Quay, Bo Cove and Cy Delta"
    head = html.fragment_fromstring(item.content, create_parent="div").text_content()
    assert f"{everybody} · Edited by Nora Quill" in head
    retracted = acts.retract(seen.edition.article, text="It thawed.", issued_by="Harbour", by=None, at=LATER)
    read(retracted, at=LATER).says("bylines", everybody, "Edited by Nora Quill")


def test_a_round_up_s_person_with_two_parts_is_one_author_with_one_bio(read, client):
    say("By {names}", at="byline")
    Wording.objects.update(text="{kind} here speaks for its {authors:author|authors}.")
    article = free(headline="Two views", body=PARTS)
    ida = person("Ida Quay")
    for part in ("South", "East"):
        BylineFactory(article=article, author=ida, section=part)
    BylineFactory(article=article, author=ida, role="editor")
    seen = read(article)
    assert (meta(seen, "author"), seen.fed("dc:creator")) == (["Ida Quay"], ["Ida Quay"])
    assert seen.edition.byline == "By Ida Quay · Edited by Ida Quay"
    seen.says("bios", "Ida Quay is a senior fellow at the Tidal College.")
    seen.says("wordings", "Commentary here speaks for its author.")
    assert "Edited by Ida Quay" in copied(client, seen)


def test_a_round_up_of_parts_with_one_heading_gives_each_its_own_name_and_an_interview_in_it_its_words(read):
    article = free(headline="Answers", body="<h2>Response</h2><p>Yes.</p><h2>Response</h2><p>No.</p>")
    named(article, "Ida Quay", section="Response")
    named(article, "Bo Cove", section="Response", role="interviewer")
    parts = read(article).document.find_class("body")[0].find_class("byline")
    assert [line.text_content() for line in parts] == ["Ida Quay", "Interview by Bo Cove"]


def test_a_letter_names_thirty_signatories_as_such_and_none_as_its_author(read, client):
    article = letter()
    Disclosure.objects.create(article=article, subject="ai", tool="Scribe", task="a first draft")
    say("{author} used {tool} for {task}.", at="ai_line")
    seen = read(article)
    signed = f"Signed by Ida Quay; {'; '.join(f'Signer {n}, College {n}' for n in range(28))} and Signer 28, College 28"
    seen.says("bylines", signed)
    seen.says("disclosures", f"{signed.removeprefix('Signed by ')} used Scribe for a first draft.")
    assert (meta(seen, "author"), seen.fed("dc:creator")) == ([], [signed.removeprefix("Signed by ")])
    first = f"Signed by Ida Quay; {'; '.join(f'Signer {n}, College {n}' for n in range(5))} and others"
    assert meta(seen, "description") == [f"{first} · Dear minister,"]
    for path in ("/", "/authors/ida-quay/"):
        assert signed in lines_at(client, path)
    assert feed_of(client, "ida-quay") == ("Pieces by and with Ida Quay", ["A letter to the minister"])
    copy = copied(client, seen)
    assert copy[1].startswith(f"{signed} · Harbour Institute")
    assert sum("Signed by" in line for line in copy) == 1


def test_an_interview_names_who_asked_and_who_answered_and_the_one_asked_is_no_author(read, client):
    seen = read(interview())
    both = "With Bo Cove · Interview by Ida Quay"
    seen.says("bylines", "With Bo Cove", "Interview by Ida Quay")
    assert (meta(seen, "author"), seen.fed("dc:creator")) == ([], ["Ida Quay"])
    assert meta(seen, "description") == [f"{both} · Why?"]
    assert both in lines_at(client, "/")
    asked, asking = lines_at(client, "/authors/bo-cove/"), lines_at(client, "/authors/ida-quay/")
    assert {both, "Quoted or interviewed"} <= set(asked)
    assert "Pieces" not in asked
    assert {both, "Pieces"} <= set(asking)
    assert feed_of(client, "bo-cove") == ("Pieces by Bo Cove", [])
    assert feed_of(client, "ida-quay") == ("Pieces by and with Ida Quay", ["A talk at the pier"])
    copy = copied(client, seen)
    assert copy[1].startswith(f"{both} · Harbour Institute")
    assert not any(line.startswith("By ") for line in copy)


def test_an_interview_that_an_outlet_ran_names_the_outlet_s_interviewer_and_claims_no_author(read, client):
    hill = OutletFactory(name="Hill", slug="hill")
    article = AppearanceFactory(outlet=hill, expert_role="interviewed", article__dek="").article
    BylineFactory(article=article, author=person("Ida Quay"), role="interviewee")
    named(article, "Tom Reed", role="interviewer")
    seen = read(article)
    seen.says("bylines", "With Ida Quay", "Interview by Tom Reed")
    seen.says("attributions", "Ida Quay was interviewed in the Hill, June 11, 2020.")
    assert (meta(seen, "author"), seen.fed("dc:creator")) == ([], ["Tom Reed"])
    assert "With Ida Quay · Interview by Tom Reed" in meta(seen, "description")[0]
    assert "With Ida Quay · Interview by Tom Reed" in lines_at(client, "/authors/ida-quay/")
    assert "Interview by Tom Reed" in lines_of(content_of(seen.item))[1]
