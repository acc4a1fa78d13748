"""Records whose words change from days on, in two languages, and a plain account of what they said on each day.

Every word is told from all others by its number ("PersonEn3"), so that a page can be searched for it.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Model

from articles.acts.scheduled_pages import after_record_change
from articles.renewed import Renewable
from authors.models import Appointment, AppointmentWords, Author, AuthorName
from disclaimers.models import Disclaimer, HouseStyle, Institution, InstitutionName, Kind, KindLabel, Wording
from outlets.models import FormerName, Outlet, OutletName
from prose.names.rewording import rewording
from tests.factories import (
    AppointmentFactory,
    AuthorFactory,
    DisclaimerFactory,
    HouseStyleFactory,
    InstitutionFactory,
    KindFactory,
    OutletFactory,
)

LANGUAGES = ("en", "de")
SUBJECTS = {
    "Person": Renewable.PEOPLE, "Post": Renewable.POSTS, "House": Renewable.POSTS, "Outlet": Renewable.OUTLETS,
    "Holder": Renewable.INSTITUTION, "Label": Renewable.LABEL, "Reserved": Renewable.STYLE,
    "Text": Renewable.DISCLAIMERS,
}  # fmt: skip
"""Kind of word -> the subject of a re-issue that reads it anew. (A post's house is part of the post.)"""
LONG_AGO = dt.date(1990, 1, 1)


@dataclass
class DatedRecords:
    """The records of one house. `told`: (kind of word, language) -> [(first day, word)], the oldest first."""

    house: Institution
    kind: Kind
    person: Author
    outlet: Outlet
    disclaimer: Disclaimer
    clock: Callable[[], dt.datetime]
    told: dict[tuple[str, str], list[tuple[dt.date, str]]] = field(default_factory=dict)
    words: int = 0

    def said(self, kind: str, language: str, on: dt.date) -> str:
        """The word that counts on a day."""
        return [word for first, word in self.told[kind, language] if first <= on][-1]

    def change(self, kind: str, language: str, day: dt.date) -> bool:
        """Another word from a day on. False: the word before began later, so nothing changes."""
        if self.told[kind, language][-1][0] >= day:
            return False
        changed = self._write(kind, language, day)
        after_record_change(changed, by=None, clock=self.clock, reason=f"Another {kind}")
        return True

    def _new(self, kind: str, language: str, day: dt.date) -> str:
        self.words += 1
        word = f"{kind}{language.capitalize()}{self.words}"
        self.told.setdefault((kind, language), []).append((day, word))
        return word

    def begin(self) -> None:
        """Give every kind of word one in each language."""
        for language in LANGUAGES:
            words = {kind: self._new(kind, language, LONG_AGO) for kind in SUBJECTS}
            Wording.objects.create(
                disclaimer=self.disclaimer,
                language=language,
                text=f"{words['Text']}.",
                in_force_from=LONG_AGO,
            )
            KindLabel.objects.create(kind=self.kind, language=language, label=words["Label"])
            HouseStyleFactory(
                institution=self.house, language=language, reservation=f"{words['Reserved']}.",
                copyright_format="© {year} {holder}. {reservation}", bio_line="{author}: {appointment}.",
            )  # fmt: skip
            if language == "en":
                self._begin_own(words)
            else:
                self._begin_other(language, words)

    def _begin_own(self, words: dict[str, str]) -> None:
        self.person.display_name, self.outlet.name = words["Person"], words["Outlet"]
        self.house.short_name, self.house.copyright_holder = words["House"], words["Holder"]
        for record in (self.person, self.outlet, self.house):
            record.save()
        AppointmentFactory(author=self.person, title=words["Post"], organisation="", institution=self.house)

    def _begin_other(self, language: str, words: dict[str, str]) -> None:
        AuthorName.objects.create(author=self.person, language=language, display_name=words["Person"])
        OutletName.objects.create(outlet=self.outlet, language=language, name=words["Outlet"])
        InstitutionName.objects.create(
            institution=self.house, language=language, name="Haus", short_name=words["House"],
            copyright_holder=words["Holder"],
        )  # fmt: skip
        post = Appointment.objects.get(author=self.person)
        AppointmentWords.objects.create(appointment=post, language=language, title=words["Post"])

    # A word of each kind from a day on ---------------------------------------------------------------------

    def _write(self, kind: str, language: str, day: dt.date) -> Model:
        begun = self.told[kind, language][-1][0]
        match kind:
            case "Person" | "Outlet" | "House" | "Holder" if language == "en":
                return self._rename_own(kind, None if begun == LONG_AGO else begun, day)
            case "Person":
                old = AuthorName.objects.get(author=self.person, language=language, until_on=None)
                return self._next(old, day, self.person, display_name=self._new(kind, language, day))
            case "Outlet":
                old = OutletName.objects.get(outlet=self.outlet, language=language, until_on=None)
                return self._next(old, day, self.outlet, name=self._new(kind, language, day))
            case "House" | "Holder":
                old = InstitutionName.objects.get(institution=self.house, language=language, until_on=None)
                attribute = "short_name" if kind == "House" else "copyright_holder"
                return self._next(old, day, self.house, **{attribute: self._new(kind, language, day)})
            case "Label":
                old = KindLabel.objects.get(kind=self.kind, language=language, until_on=None)
                return self._next(old, day, self.kind, label=self._new(kind, language, day))
            case "Text":
                text = Wording.objects.get(disclaimer=self.disclaimer, language=language, in_force_until=None)
                text.in_force_until = day
                text.save()
                return Wording.objects.create(
                    disclaimer=self.disclaimer, language=language, in_force_from=day,
                    text=f"{self._new(kind, language, day)}.",
                )  # fmt: skip
            case "Reserved":
                return self._another_style(language, day)
            case _:
                return self._another_post(day)

    def _rename_own(self, kind: str, begun: dt.date | None, day: dt.date) -> Model:
        """The word that stands on the record itself becomes a former one."""
        ends = {"from_on": begun, "until_on": day}
        new = self._new(kind, "en", day)
        if kind == "Person":
            AuthorName.objects.create(
                author=self.person, language="en", display_name=self.person.display_name, **ends
            )
            self.person.display_name = new
        elif kind == "Outlet":
            FormerName.objects.create(
                outlet=self.outlet, name=self.outlet.name, article="The", article_rule="separable", **ends
            )
            self.outlet.name = new
        else:
            self._end_own_names_of_the_house(day)
            attribute = "short_name" if kind == "House" else "copyright_holder"
            setattr(self.house, attribute, new)
        record = {"Person": self.person, "Outlet": self.outlet}.get(kind, self.house)
        with rewording():
            record.save()
        return record

    def _end_own_names_of_the_house(self, day: dt.date) -> None:
        """The house has all its names in one row: that row begins where the one before it ended."""
        before = InstitutionName.objects.filter(institution=self.house, language="en").order_by("until_on")
        last = before.last()
        InstitutionName.objects.create(
            institution=self.house, language="en", name=self.house.name, short_name=self.house.short_name,
            copyright_holder=self.house.copyright_holder, from_on=last.until_on if last else None, until_on=day,
        )  # fmt: skip

    def _next(self, old: Model, day: dt.date, record: Model, **words: str) -> Model:
        """End a row of words, and begin a copy of it with other words."""
        old.until_on = day  # type: ignore[attr-defined]
        old.save()
        old.pk, old._state.adding = None, True
        old.from_on, old.until_on = day, None  # type: ignore[attr-defined]
        for name, word in words.items():
            setattr(old, name, word)
        old.save()
        return record

    def _another_style(self, language: str, day: dt.date) -> HouseStyle:
        old = HouseStyle.objects.get(institution=self.house, language=language, until_on=None)
        phrases = {phrase.position: phrase.text for phrase in old.phrases.all()}
        old.until_on = day
        old.save()
        words = phrases | {"reservation": f"{self._new('Reserved', language, day)}."}
        return HouseStyleFactory(institution=self.house, language=language, from_on=day, **words)

    def _another_post(self, day: dt.date) -> Author:
        """A post has its words in both languages, so another post is another word in each."""
        Appointment.objects.filter(author=self.person, until_on=None).update(until_on=day)
        post = AppointmentFactory(
            author=self.person, title=self._new("Post", "en", day), organisation="", institution=self.house,
            from_on=day,
        )  # fmt: skip
        AppointmentWords.objects.create(appointment=post, language="de", title=self._new("Post", "de", day))
        return self.person


def dated_records(clock: Callable[[], dt.datetime]) -> DatedRecords:
    """The records with their first words, in force since long ago."""
    house = InstitutionFactory(is_home=True, time_zone="Europe/Berlin", name_language="en")
    records = DatedRecords(
        house, KindFactory(), AuthorFactory(name_language="en"), OutletFactory(url="", name_language="en"),
        DisclaimerFactory(institution=house), clock,
    )  # fmt: skip
    records.begin()
    return records
