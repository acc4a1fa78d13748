"""Facts on a person's page below the biography: areas, languages, ways to reach them, earlier posts, pieces by kind."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Subquery

from articles.models.edition import EditionText
from authors.models import Author
from authors.models.orcid import HOST
from disclaimers.models.kind import Kind
from prose.languages import name_in
from prose.names.forms import PageForms
from prose.printed_line import PrintedLine, words
from reading.kept import while_marked
from reading.kind_labels import label_from_rows, label_rows
from reading.lists.paging import PAGE_LENGTH
from reading.profiles.queries import found_by_author
from reading.profiles.subjects import Profile
from reading.search.filters import Filters, address
from reading.site import Site
from reading.words.page_words import words_for


@dataclass(frozen=True)
class KindCount:
    """The number of pieces of a content type that somebody has written, and the address that lists them."""

    label: PrintedLine
    number: int
    path: str


@dataclass(frozen=True)
class YearCount:
    """The number of pieces of a year that somebody has written, and the address that lists them."""

    year: str
    number: int
    path: str


@dataclass(frozen=True)
class PersonFacts:
    """Facts of a person below the biography; empty members are not drawn."""

    areas: str
    languages: str
    email: str
    orcid: str
    orcid_address: str
    earlier_posts: tuple[PrintedLine, ...]
    kinds: tuple[KindCount, ...]
    years: tuple[YearCount, ...]
    press_path: str
    press_words: str

    def __bool__(self) -> bool:
        return any(
            (
                self.areas,
                self.languages,
                self.email,
                self.orcid,
                self.earlier_posts,
                self.kinds,
                self.years,
                self.press_path,
            )
        )


def person_facts(profile: Profile, site: Site, at: dt.datetime, total: int) -> PersonFacts | None:
    """The facts of a person whose list has `total` pieces that readers can see; None for other profiles."""
    person = profile.subject
    if not isinstance(person, Author):
        return None
    spoken = words_for(site.language).language
    return PersonFacts(
        areas=person.areas,
        languages=", ".join(name_in(code, spoken) for code in person.spoken_languages),
        email=person.email,
        orcid=person.orcid,
        orcid_address=f"{HOST}{person.orcid}" if person.orcid else "",
        earlier_posts=profile.earlier_posts,
        kinds=_kinds(profile, person.slug, site, at),
        years=_years(profile, person.slug, site, at) if total > PAGE_LENGTH else (),
        press_path=f"{profile.path}press/" if has_press(profile) else "",
        press_words=words_for(site.language).fill("press_about", name=profile.name),
    )


def has_press(profile: Profile) -> bool:
    """True for a person with a biography for the press to take."""
    return bool(profile.about or profile.subject.short_biography)


def _kinds(profile: Profile, slug: str, site: Site, at: dt.datetime) -> tuple[KindCount, ...]:
    """The content types of the person's pieces, the most frequent first; none if there is but one.

    Each leads to the search, so they count what that finds.
    """
    today = at.astimezone(site.zone).date()
    page = PageForms(site.language, today, site.home_language)
    key = ("kinds of a person", slug, site.language, site.line, today)
    counted = while_marked(at, key, lambda: _counted(profile, slug, site, page))
    return counted if len(counted) > 1 else ()


def _years(profile: Profile, slug: str, site: Site, at: dt.datetime) -> tuple[YearCount, ...]:
    """The years of the person's pieces, the newest first; none if there is but one.

    Each leads to the search, so they count what that finds.
    """

    def count() -> tuple[YearCount, ...]:
        found = found_by_author(**profile.of).in_language(site.read_in).order_by()
        dated = found.exclude(first_published_on=None).values_list("first_published_on__year")
        numbers = sorted(dated.annotate(number=Count("pk")), reverse=True)
        return tuple(
            YearCount(str(year), number, address("", Filters(person=slug, year=str(year)), "date"))
            for year, number in numbers
        )

    years = while_marked(at, ("years of a person", slug, site.language), count)
    return years if len(years) > 1 else ()


def _counted(profile: Profile, slug: str, site: Site, page: PageForms) -> tuple[KindCount, ...]:
    editions = found_by_author(**profile.of).in_language(site.read_in).order_by().values("pk")
    own = EditionText.objects.filter(edition__in=editions, kind=OuterRef("pk")).order_by()
    kinds = Kind.objects.annotate(
        number=Subquery(own.values("kind").annotate(number=Count("pk")).values("number")),
        kept_code=F("merged_into__code"),
        label_rows=ArraySubquery(label_rows(OuterRef("pk"))),
    ).exclude(number=None)
    numbers: Counter[str] = Counter()
    labels: dict[str, PrintedLine] = {}
    for kind in kinds:
        facts = vars(kind)
        code = facts["kept_code"] or kind.code
        numbers[code] += facts["number"]
        if code == kind.code or code not in labels:
            label = label_from_rows(page, kind, facts["label_rows"], site.line)
            labels[code] = words(label.value, label.language)
    return tuple(
        KindCount(labels[code], number, address("", Filters(person=slug, kind=code), "date"))
        for code, number in sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    )
