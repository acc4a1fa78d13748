"""Table D: what an institution, or an author's employer, must have said of a piece."""

import datetime as dt

import pytest

from articles import acts
from articles.models import Edition
from articles.renewed import Renewable, Renewed
from disclaimers.models import Disclaimer, Institution, Wording
from tests.conftest import NOW
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    InstitutionFactory,
    KindFactory,
    StandingNoticeFactory,
    WordingFactory,
    say,
)
from tests.wording.page import LANTERN, everything_printed, out, ran

NEW_YEAR = dt.date(2026, 1, 1)
DECEMBER = dt.datetime(2025, 12, 10, 9, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _only_ours(desk):
    """The desk's usual disclaimer makes way for the one a test is about."""
    Wording.objects.all().delete()


def stating(text: str, *, of: Institution | None = None, **facts) -> Wording:
    """An institution's disclaimer; facts of the disclaimer itself begin with `disclaimer__`."""
    whose = of or Institution.objects.home().get()
    return WordingFactory(disclaimer__institution=whose, text=text, **facts)


def written_by(*names: str, **facts):
    article = ArticleFactory(**facts)
    for name in names:
        BylineFactory(article=article, author__display_name=name)
    return article


def test_d01_no_institutional_positions_and_since_when(read):
    """A text is in force from a day until another, and a piece carries the one of its day."""
    old = stating("Harbour has no opinions.", in_force_until=NEW_YEAR)
    stating("Harbour holds no view.", disclaimer=old.disclaimer, in_force_from=NEW_YEAR)
    read(out(first_published_on=dt.date(2025, 12, 31))).says("wordings", "Harbour has no opinions.")
    read(out(first_published_on=NEW_YEAR)).says("wordings", "Harbour holds no view.")


def test_d02_each_institution_says_it_in_its_own_words(read):
    """Two institutions on one desk each print their own text on their own pieces, and never the other's."""
    stating("Harbour takes no side.")
    strait = InstitutionFactory(name="Strait Centre")
    stating("The Strait Centre stands for nobody.", of=strait)
    read(out()).says("wordings", "Harbour takes no side.")
    read(out(institution=strait)).says("wordings", "The Strait Centre stands for nobody.")


def test_d03_no_specific_positions(read):
    """A disclaimer may be several sentences; all of it prints word for word, commas and brackets included."""
    text = "Harbour (the Institute) seeks no office. Accordingly, what is said here is said by those who sign it."
    stating(text)
    read(out()).says("wordings", text)


def test_d04_neither_adopts_nor_advocates(read):
    """A centre's text stands before its parent's, or in its place where its record says so."""
    stating("Harbour as a body advocates nothing.")
    joining, replacing = (InstitutionFactory(parent=Institution.objects.home().get()) for _ in range(2))
    stating("Nor does its Delta Centre.", of=joining)
    stating("The Dune Centre speaks for itself.", of=replacing, disclaimer__replaces_parents=True)
    read(out(institution=joining)).says(
        "wordings", "Nor does its Delta Centre.", "Harbour as a body advocates nothing."
    )
    read(out(institution=replacing)).says("wordings", "The Dune Centre speaks for itself.")


def test_d05_the_opening_word_is_the_content_type(read):
    """The text opens with the type's label, and keeps the label of that day when the type is renamed."""
    stating("{kind} is made at Harbour.")
    for label in ("Commentary", "Open Questions"):
        kind = KindFactory(code=label.split()[0].lower(), label=label)
        article = ArticleFactory(kind=kind)
        read(article, at=DECEMBER).says("wordings", f"{label} is made at Harbour.")
        kind.label = "Notes"
        kind.save()
        article.dek = "Said again."
        article.save()
        read(article).says("wordings", f"{label} is made at Harbour.")


def test_d06_one_section_has_its_own_text(read):
    """A text may be confined to a content type, as for the posts of one blog."""
    stating("Harbour takes no side.", disclaimer__order=2)
    blog = stating("Posts are their signers’ own.", disclaimer__order=1).disclaimer
    blog.kinds.add(KindFactory(code="blog-post"))
    read(out()).says("wordings", "Harbour takes no side.")
    read(out(kind=KindFactory(code="blog-post"))).says(
        "wordings", "Posts are their signers’ own.", "Harbour takes no side."
    )


def test_d07_speakers_and_events_are_covered_too(read):
    """A format with speakers has a text that names them; an article has not."""
    stating("These are words of the authors and of those who spoke.").disclaimer.kinds.add(
        KindFactory(code="event-transcript")
    )
    read(out(kind=KindFactory(code="event-transcript"))).says(
        "wordings", "These are words of the authors and of those who spoke."
    )
    read(out()).says("wordings")


def test_d08_clients_and_sponsors_are_named(read):
    """The parties disclaimed for are part of the text and print as written."""
    text = "Nothing here binds Harbour, its clients or its sponsors."
    stating(text)
    read(out()).says("wordings", text)


def test_d09_the_authors_employer_is_shielded(read):
    """One text may cover institution and employer, and agree with the number of authors inside it."""
    stating("Neither Harbour nor the {authors:author’s employer|authors’ employers} hold these views.")
    read(written_by("Ida Quay")).says(
        "wordings", "Neither Harbour nor the author’s employer hold these views."
    )
    read(written_by("Ida Kai", "Bo Cove")).says(
        "wordings", "Neither Harbour nor the authors’ employers hold these views."
    )


def test_d10_a_hedged_number_stays_hedged(read):
    """“author(s)” is the house's own hedge: it prints so for one author and for several."""
    stating("These are words of the author(s).")
    for names in (["Ida Quay"], ["Ida Kai", "Bo Cove"]):
        read(written_by(*names)).says("wordings", "These are words of the author(s).")


def test_d11_author_or_authors(read):
    """“author or authors” prints word for word, whatever their number."""
    stating("The author or authors alone answer for it.")
    for names in (["Ida Quay"], ["Ida Kai", "Bo Cove"], []):
        read(written_by(*names)).says("wordings", "The author or authors alone answer for it.")


def test_d12_a_fixed_number_or_one_that_agrees(read):
    """A text with a fixed number keeps it; only one that asks for agreement changes with the authors."""
    stating("Views are the authors’ own.", disclaimer__order=1)
    stating("It is the {authors:author|authors} who {authors:speaks|speak}.", disclaimer__order=2)
    read(written_by("Ida Quay")).says(
        "wordings", "Views are the authors’ own.", "It is the author who speaks."
    )


def test_d13_the_number_is_counted_never_typed(read):
    """The number follows the authors alone, through every later version; translators and editors do not count."""
    stating("This is the {authors:author’s|authors’} view.")
    article = written_by("Ida Quay")
    BylineFactory(article=article, author=None, name="Cy Delta", role="translator")
    read(article, at=DECEMBER).says("wordings", "This is the author’s view.")
    BylineFactory(article=article, author__display_name="Bo Cove")
    read(article).says("wordings", "This is the authors’ view.")


def test_d14_pinned_by_its_day_unless_somebody_chooses_otherwise(read, publisher):
    """A page keeps the text of its day; giving an old page today's is an act of its own, with a reason."""
    old = stating("Harbour has no opinions.", in_force_until=NEW_YEAR)
    stating("Harbour holds no view.", disclaimer=old.disclaimer, in_force_from=NEW_YEAR)
    article = ArticleFactory()
    read(article, at=DECEMBER)
    article.dek = "Corrected in January."
    article.save()
    read(article).says("wordings", "Harbour has no opinions.")
    later = NOW + dt.timedelta(days=1)
    acts.reissue(
        article,
        renewed=Renewed.of(Renewable.DISCLAIMERS),
        by=publisher,
        at=later,
        reason="One text on every page",
    )
    seen = read(Edition.objects.live(later).get(), at=later)
    seen.says("wordings", "Harbour holds no view.")
    seen.hides("no opinions")


def test_d15_the_outlets_own_disclaimer_does_not_travel(read):
    """What the outlet says of itself stays with its record: our copy says what we say."""
    stating("Harbour takes no side.")
    seen = read(ran(LANTERN, outlet__terms="What guests write is no view of the Lantern’s."))
    seen.says("wordings", "Harbour takes no side.")
    seen.hides("What guests write")


def employed(*bodies: str, text: str, name: str = "Ida Quay", placement: str = "foot", **facts):
    """An author in a post elsewhere that demands a disclaimer; facts of the author beside."""
    line = DisclaimerFactory(
        institution=Institution.objects.home().get(), scope=Disclaimer.Scope.EMPLOYMENT, placement=placement
    )
    WordingFactory(disclaimer=line, text=text)
    author = AuthorFactory(display_name=name, **facts)
    post = AppointmentFactory(
        author=author, title="analyst", organisation="the Coast Guard", disclaimer=line,
        from_on=dt.date(2020, 1, 1), until_on=NEW_YEAR,
    )  # fmt: skip
    post.set_bodies(list(bodies))
    return author


def test_d16_a_government_employee(read):
    """An author's line names that author and the agency, and ends with the post."""
    author = employed("Ministry of Tides", text="{author} does not speak for the {bodies}.")
    article = BylineFactory(author=author, article__first_published_on=dt.date(2025, 6, 1)).article
    BylineFactory(article=article, author__display_name="Bo Cove")
    read(article).says("wordings", "Ida Quay does not speak for the Ministry of Tides.")
    read(BylineFactory(author=author, article__first_published_on=NEW_YEAR).article).says("wordings")


def test_d17_a_chain_of_agencies(read):
    """Several bodies stand in their order, and the line goes to the head where the author's rank is printed."""
    say("[{rank} ]{name}", at="byline_name")
    author = employed(
        "Coast Guard", "Ministry of Tides", "Government",
        text="{author} does not speak for the {bodies}.", placement="rank", rank="Commander",
    )  # fmt: skip
    seen = read(BylineFactory(author=author, article__first_published_on=dt.date(2025, 6, 1)).article)
    line = "Ida Quay does not speak for the Coast Guard, Ministry of Tides or Government."
    seen.says("wordings", line)
    seen.says("bylines", "Commander Ida Quay")
    assert [row["at"] for row in seen.edition.printed["wordings"]] == ["head"]
    assert seen.page.index(line) < seen.page.index("Ships came in.")


RUSSIAN = "Просим не ссылаться на эту страницу публично."


def test_d18_a_notice_for_one_language_applied_backwards(read):
    """A legal notice shows on old pages in its language from its own first day until its last, whatever their age."""
    StandingNoticeFactory(
        institution=Institution.objects.home().get(), language="ru", text=RUSSIAN,
        shown_from=dt.date(2026, 3, 1), shown_until=dt.date(2026, 4, 1),
    )  # fmt: skip
    old, english = out(language="ru", first_published_on=dt.date(2016, 5, 19)), out()
    shown = read(old)
    assert RUSSIAN in shown.page
    assert RUSSIAN in shown.feed
    assert RUSSIAN not in everything_printed(old)  # it is the house's, and pinned to no piece
    read(english).hides(RUSSIAN)
    read(old, at=dt.datetime(2026, 4, 2, 9, 0, tzinfo=dt.UTC)).hides(RUSSIAN)


def test_d19_an_archive_banner_in_each_language(read):
    """Pieces of the old site carry a banner in their language; new ones carry none."""
    home = Institution.objects.home().get()
    banners = {"en": "You are reading the old harbour pages.", "ru": "Это архив прежнего сайта."}
    for language, text in banners.items():
        StandingNoticeFactory(
            institution=home, language=language, text=text, purpose="archive", is_for_archive=True
        )
    for language, text in banners.items():
        seen = read(out(language=language, is_archive=True))
        assert text in seen.page
        assert not set(seen.page) & (set(banners.values()) - {text})
    read(out()).hides(*banners.values())
