"""Names have days and languages, for everybody: page, head and feed print one form, and mark a foreign one.

Every named thing × a page language with and without a form × a day before and after a change of name.
"""

import datetime as dt
from typing import Any

import pytest
from lxml import html

from articles.models import Article
from articles.models.topic import Topic, TopicName
from authors.models import AppointmentWords, AuthorName
from disclaimers.models import InstitutionName, Wording
from outlets.models import Outlet, OutletName
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    FormerNameFactory,
    HouseStyleFactory,
    KindFactory,
    KindLabelFactory,
    OutletFactory,
    say,
)
from tests.wording.page import Seen, content_of

CHANGE = dt.date(2019, 1, 1)
DAYS = {"before": dt.date(2018, 6, 1), "after": dt.date(2021, 6, 1)}

NAMES = {
    "holder": ("Pier Ltd", "Quayside Ltd", "ООО «Причал»"),
    "label": ("Note", "Comment", "Мнение"),
    "person": ("Ida Quay", "Ida Holm", "Ида Кей"),
    "title": ("research fellow", "research fellow", "научный сотрудник"),
    "unit": ("Africa Programme", "Africa Programme", "Африканская программа"),
    "house": ("Forum", "Gower", "Гауэр"),
    "outlet": ("Beacon", "Lantern", "Фонарь"),
    "topic": ("Ports", "Ports", "Порты"),
}
"""What is named: until the change, since, and in Russian."""


def a_piece(home: Any, language: str, day: dt.date) -> Article:
    """A piece of a day that names one of everything; each has a former name and one in Russian."""
    old = {name: forms[0] for name, forms in NAMES.items()}
    new = {name: forms[1] for name, forms in NAMES.items()}
    russian = {name: forms[2] for name, forms in NAMES.items()}
    home.name, home.short_name, home.copyright_holder = "Gower House", new["house"], new["holder"]
    home.save()
    InstitutionName.objects.create(
        institution=home, language="en", name="Gower Forum", short_name=old["house"],
        copyright_holder=old["holder"], until_on=CHANGE,
    )  # fmt: skip
    InstitutionName.objects.create(
        institution=home, language="ru", name="Дом Гауэр", short_name=russian["house"],
        copyright_holder=russian["holder"],
    )  # fmt: skip
    for code in ("de", "ru"):
        HouseStyleFactory(institution=home, language=code, copyright_format="© {year} {holder}")
    kind = KindFactory(code="note", label=new["label"])
    KindLabelFactory(kind=kind, label=old["label"], until_on=CHANGE)
    KindLabelFactory(kind=kind, language="ru", label=russian["label"])
    author = AuthorFactory(display_name=new["person"], slug="ida")
    AuthorName.objects.create(author=author, language="en", display_name=old["person"], until_on=CHANGE)
    AuthorName.objects.create(author=author, language="ru", display_name=russian["person"])
    post = AppointmentFactory(
        author=author, title=new["title"], unit=new["unit"], institution=home, organisation=""
    )
    AppointmentWords.objects.create(
        appointment=post, language="ru", title=russian["title"], unit=russian["unit"]
    )
    outlet = OutletFactory(name=new["outlet"], slug="lantern")
    FormerNameFactory(outlet=outlet, name=old["outlet"], until_on=CHANGE)
    OutletName.objects.create(outlet=outlet, language="ru", name=russian["outlet"])
    article = ArticleFactory(
        kind=kind,
        language=language,
        first_published_on=day,
        topics=[new["topic"]],
        is_archive=True,
        copyright_basis="ours",
    )
    TopicName.objects.create(topic=Topic.objects.get(), language="ru", name=russian["topic"])
    BylineFactory(article=article, author=author)
    AppearanceFactory(article=article, outlet=outlet, published_on=day, url="")
    return article


def languages_of(root: Any, text: str) -> set[str]:
    """The languages in which the words stand: each time, that of the nearest element that states one."""
    around = root.xpath("descendant-or-self::*[text()[contains(., $text)]]", text=text)
    return {next(iter(node.xpath("ancestor-or-self::*[@lang][1]/@lang")), "") for node in around}


def is_printed_as(seen: Seen, words: str, language: str) -> None:
    main = seen.document.xpath("//main/article")[0]  # below it stand other pieces, as they were printed
    item = html.fromstring(content_of_item(seen))
    for root in (main, item):
        assert languages_of(root, words) <= {language}, (words, languages_of(root, words))
    assert languages_of(main, words)


def content_of_item(seen: Seen) -> str:
    return html.tostring(content_of(seen.item), encoding="unicode")


@pytest.mark.parametrize("when", DAYS)
@pytest.mark.parametrize("language", ["en", "en-GB", "ru", "de", "ar"])
def test_every_name_is_that_of_the_day_in_the_pages_language_or_marked_with_its_own(
    read, desk, language, when
):
    """Names have days and facts have languages: one form, everywhere the same, a foreign one marked."""
    Wording.objects.all().delete()  # an English disclaimer rightly says the English label on every page
    article = a_piece(desk, language, DAYS[when])
    if language == "ar":
        HouseStyleFactory(institution=desk, language="ar", copyright_format="© {year} {holder}")
    seen = read(article)
    is_english = language.startswith("en")
    for name, (old, new, russian) in NAMES.items():
        words = russian if language == "ru" else old if when == "before" else new
        is_printed_as(seen, words, language if is_english or language == "ru" else "en")
        for other in {old, new, russian} - {words}:
            assert other not in seen.document.xpath("string(//main)"), (name, other)
            assert other not in content_of_item(seen)
    person = NAMES["person"][2] if language == "ru" else NAMES["person"][when == "after"]
    label = NAMES["label"][2] if language == "ru" else NAMES["label"][when == "after"]
    topic = NAMES["topic"][2 if language == "ru" else 0]
    assert seen.document.xpath("//meta[@name='author']/@content") == [person]
    assert seen.fed("dc:creator") == [person]
    assert seen.document.xpath("//meta[@property='article:section']/@content") == [label]
    assert seen.document.xpath("//meta[@property='article:tag']/@content") == seen.fed("category") == [topic]


def test_a_foreign_disclaimer_is_filled_with_names_in_its_own_language(read, desk):
    """Facts have languages: an English text on a Russian page says "Comment", not "Мнение"."""
    seen = read(a_piece(desk, "ru", DAYS["after"]))
    seen.says("wordings", "Comment here speaks for itself, not for Harbour.")
    is_printed_as(seen, "Comment here", "en")


def test_words_of_another_direction_say_so(read, desk):
    """A foreign form has the direction of its own script."""
    seen = read(a_piece(desk, "de", DAYS["after"]))
    (link,) = seen.document.xpath("//p[@class='byline']/a")
    assert (link.get("lang"), link.get("dir"), link.text_content()) == ("en", "ltr", "Ida Holm")


def test_an_archive_piece_typed_in_today_prints_the_holder_of_its_day(read, desk):
    """Names have days: "© 2018 Pier Ltd", though the house has been called otherwise for years."""
    seen = read(a_piece(desk, "en", DAYS["before"]))
    seen.says("copyright", "© 2018 Pier Ltd. All rights reserved.")


def test_a_former_name_without_a_holder_was_the_holder(read, desk):
    """Names have days: today's holder is never printed for a year in which the house had another name."""
    article = a_piece(desk, "en", DAYS["before"])
    InstitutionName.objects.filter(language="en").update(copyright_holder="")
    read(article).says("copyright", "© 2018 Gower Forum. All rights reserved.")


def test_a_house_style_has_days(read, desk):
    """A new style from a day keeps the old one for the pieces of the days before."""
    style = desk.house_styles.get()
    style.keep_until(CHANGE)
    style.phrases.update_or_create(position="byline", defaults={"text": "Words by {names}"})
    credit = {"author__display_name": "Ida Quay"}
    for when, line in (("before", "Ida Quay"), ("after", "Words by Ida Quay")):
        article = BylineFactory(article__first_published_on=DAYS[when], **credit).article
        read(article).says("bylines", line)


def test_english_serves_british_english_and_the_other_way_round(read, desk):
    """Facts have languages: a form in English is at home on a page in British English, its own form comes first."""
    article = a_piece(desk, "en-GB", DAYS["after"])
    OutletName.objects.create(outlet=article.appearances.get().outlet, language="en-GB", name="Lanthorn")
    seen = read(article)
    is_printed_as(seen, "Lanthorn", "en-GB")
    assert "Lantern" not in seen.document.xpath("string(//main)")


def test_a_line_that_demands_a_name_may_be_met_by_the_native_one(read, desk):
    """Facts have languages: "{native_name}" prints it, marked; somebody without one is named all the same."""
    say("{native_name}", at="byline_name")
    article = BylineFactory(author__display_name="Sim Haneul", author__native_name="심하늘").article
    BylineFactory(article=article, author__display_name="Ida Quay")
    seen = read(article)
    seen.says("bylines", "심하늘 and Ida Quay")
    is_printed_as(seen, "심하늘", "ko")


def test_the_bracket_of_a_native_name_belongs_to_its_link(read, desk):
    """Facts have languages: the name, its bracket and the native name in it are one link."""
    say("{name}[ ({native_name})]", at="byline_name")
    seen = read(BylineFactory(author__display_name="Sumire Nagai", author__native_name="永井すみれ").article)
    (link,) = seen.document.xpath("//p[@class='byline']/a")
    assert link.text_content() == "Sumire Nagai (永井すみれ)"
    assert [(span.text, span.get("lang")) for span in link.xpath("span")] == [("永井すみれ", "ja")]
    assert link.tail is None


def test_a_native_name_in_a_script_of_many_languages_says_that_nobody_stated_its_language(read, desk):
    """Facts have languages: Cyrillic is not Russian by itself; the person's record may say what it is."""
    say("{name}[ ({native_name})]", at="byline_name")
    ida = AuthorFactory(display_name="Ida Quay", native_name="Іда Кей")
    is_printed_as(read(BylineFactory(author=ida).article), "Іда Кей", "und-Cyrl")
    ida.native_language = "uk"
    ida.save()
    is_printed_as(read(BylineFactory(author=ida).article), "Іда Кей", "uk")
    in_ukrainian = read(BylineFactory(author=ida, article__language="uk").article)
    assert in_ukrainian.edition.printed["bylines"][0][-1]["text"] == "Іда Кей"


def test_a_name_in_other_letters_than_the_sites_language_is_not_said_to_be_in_it(read, desk):
    """Facts have languages: Cyrillic typed in on an English desk, where nobody said in which language it is."""
    Wording.objects.all().delete()  # its words are in English, and so is what stands around the label
    author = AuthorFactory(display_name="Вера Причал")
    AuthorName.objects.create(author=author, language="en", display_name="Vera Prichal")
    AuthorName.objects.create(author=author, language="ru", display_name="Вера Берег", until_on=CHANGE)
    AppointmentFactory(author=author, title="научный сотрудник", organisation="Гавань")
    kind = KindFactory(code="note", label="Мнение")
    for language in ("ru", "de"):
        HouseStyleFactory(institution=desk, language=language)
    printed = {"ru": "Вера Причал", "de": "Вера Причал", "en": "Vera Prichal"}
    for language, name in printed.items():
        article = ArticleFactory(language=language, kind=kind, topics=["Порты"])
        seen = read(BylineFactory(article=article, author=author).article)
        is_printed_as(seen, name, "en" if language == "en" else "und-Cyrl")
        for words in ("научный сотрудник", "Мнение", "Порты"):
            is_printed_as(seen, words, "und-Cyrl")
    before = ArticleFactory(language="de", first_published_on=DAYS["before"], is_archive=True)
    is_printed_as(read(BylineFactory(article=before, author=author).article), "Вера Берег", "ru")


def test_an_outlet_is_found_by_its_name_in_another_language(desk):
    """Facts have languages: a Russian text that says "Фонарь" means the Lantern."""
    lantern = OutletFactory(name="Lantern")
    OutletName.objects.create(outlet=lantern, language="ru", name="Фонарь")
    assert Outlet.objects.with_name("фонарь").get() == lantern


def test_a_native_name_of_an_outlet_prints_on_pages_in_its_language(read, desk):
    """Facts have languages: 潮新聞 on a Japanese page, Ushio Shimbun on others."""
    outlet = OutletFactory(
        name="Ushio Shimbun", article="", article_rule="none", native_name="潮新聞", language="ja"
    )
    for language, name in (("ja", "潮新聞"), ("en", "Ushio Shimbun")):
        article = AppearanceFactory(outlet=outlet, article__language=language).article
        assert name in read(article).document.xpath("string(//main)")
