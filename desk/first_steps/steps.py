"""The first steps of a desk as values: what each is for, how it prints, whether it is done and what is missing."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.urls import reverse

from authors.models import Author
from desk.models.set_aside import StepSetAside
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, Wording
from prose.languages import BY_CODE, base

Missing = Callable[["Standing"], Iterator[str]]


@dataclass(frozen=True)
class FirstStep:
    """One step. `missing` yields what stands in its way; a step without any is done. `remarks` may stay open.

    `is_printed`: the example is a line of a page. `list_name`: the admin's name for the records the step makes.
    """

    key: str
    title: str
    purpose: str
    example: str
    list_name: str
    missing: Missing
    remarks: Missing
    is_printed: bool = True


@dataclass(frozen=True)
class Progress:
    """A step with what is missing today. `is_aside`: an administrator said that this desk does not need it."""

    step: FirstStep
    missing: tuple[str, ...]
    remarks: tuple[str, ...]
    is_aside: bool

    @property
    def is_done(self) -> bool:
        return not self.missing

    @property
    def is_open(self) -> bool:
        return bool(self.missing) and not self.is_aside

    @property
    def address(self) -> str:
        """The list of the records that the step makes."""
        return reverse(f"admin:{self.step.list_name}_changelist")


@dataclass(frozen=True)
class Standing:
    """What the desk has on a day, asked of the database as a step wants to know it."""

    on: dt.date

    @cached_property
    def house(self) -> Institution | None:
        """The site's own institution."""
        return Institution.objects.home().select_related("parent").first()

    @cached_property
    def language(self) -> str:
        return self.house.usual_language if self.house else "en"

    @cached_property
    def silent_disclaimers(self) -> list[Disclaimer]:
        """Disclaimers of the house that say nothing today."""
        return list(self._disclaimers.exclude(pk__in=self._texts_today().values("disclaimer")))

    def has_text_today(self) -> bool:
        return self._texts_today().filter(disclaimer__in=self._disclaimers).exists()

    @property
    def _disclaimers(self) -> QuerySet[Disclaimer]:
        """Those of the house itself; an employment line is said by an author's post."""
        return Disclaimer.objects.filter(institution=self.house, scope=Disclaimer.Scope.INSTITUTION)

    def _texts_today(self) -> QuerySet[Wording]:
        return Wording.objects.in_force(self.on)


def _house(desk: Standing) -> Iterator[str]:
    if desk.house:
        return
    if Institution.objects.exists():
        yield "No institution is marked as this site’s own: open one and say so."
    else:
        yield "There is no institution yet."


def _house_remarks(desk: Standing) -> Iterator[str]:
    house = desk.house
    if house and not house.inherited("errors_contact").value:
        yield "Without an address for errors no page says where to report one."
    if house and not house.url:
        yield "Without a web site the name of the house leads nowhere."


def _types(desk: Standing) -> Iterator[str]:
    if not Kind.objects.exists():
        yield "There is no content type yet."
    elif desk.house and not desk.house.inherited("default_kind").value:
        yield "No content type is the house’s usual one."


def _disclaimer(desk: Standing) -> Iterator[str]:
    if not desk.has_text_today():
        yield "No text of the house is in force today."


def _style(desk: Standing) -> Iterator[str]:
    codes = {desk.language, base(desk.language)}
    styles = HouseStyle.objects.in_use(desk.on).filter(institution=desk.house, language__in=codes)
    if not styles.exists():
        yield f"The house has no style for pages in {BY_CODE[desk.language].name}."


def _person(desk: Standing) -> Iterator[str]:
    if not Author.objects.filter(merged_into=None).exists():
        yield "Nobody is on record who could be credited."


def _person_remarks(desk: Standing) -> Iterator[str]:
    if not Author.objects.filter(appointments__isnull=False).exists() and not list(_person(desk)):
        yield "Nobody has a post yet: their pieces say nothing of who they are unless a bio is written."


def _account(desk: Standing) -> Iterator[str]:
    working = User.objects.filter(is_active=True, is_staff=True)
    if not working.filter(Q(groups__isnull=False, is_superuser=False) | Q(author__isnull=False)).exists():
        yield "Only administrators can log in."


def _none(desk: Standing) -> Iterator[str]:
    yield from ()


STEPS: tuple[FirstStep, ...] = (
    FirstStep(
        "house",
        "Your house",
        "The institution that publishes. Its name stands in the header, in the copyright line and in feeds.",
        "© 2026 Gower House. All rights reserved.",
        "disclaimers_institution",
        _house,
        _house_remarks,
    ),
    FirstStep(
        "types",
        "Content types",
        "What you call your pieces. The name stands above the headline, and disclaimers can use it.",
        "Commentary",
        "disclaimers_kind",
        _types,
        _none,
    ),
    FirstStep(
        "disclaimer",
        "The disclaimer",
        "What the house says below its pieces about whose views they are. A page keeps the text of its own day.",
        "Commentary at Gower House gives the views of its author, not of the house.",
        "disclaimers_disclaimer",
        _disclaimer,
        _none,
    ),
    FirstStep(
        "style",
        "The house style",
        "How your sentences about other places are worded. Where you write nothing, the usual words print.",
        "This article was originally published in the Lantern.",
        "disclaimers_housestyle",
        _style,
        _none,
    ),
    FirstStep(
        "person",
        "The first person",
        "Somebody who writes for you. The name becomes the byline, the post the line below the piece.",
        "Ida Quay is a senior fellow at Gower House.",
        "authors_author",
        _person,
        _person_remarks,
    ),
    FirstStep(
        "account",
        "The first account",
        "So that somebody besides you can log in. Authors write and hand in, editors publish, publishers "
        "also take down and keep the house’s words.",
        "Eve, who may do what editors may.",
        "auth_user",
        _account,
        _none,
        is_printed=False,
    ),
)


def progress(on: dt.date) -> list[Progress]:
    """Every step with what is missing on a day."""
    desk, aside = Standing(on), set(StepSetAside.objects.values_list("step", flat=True))
    return [
        Progress(step, tuple(step.missing(desk)), tuple(step.remarks(desk)), step.key in aside)
        for step in STEPS
    ]
