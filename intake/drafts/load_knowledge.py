"""Load the desk's records as the plain values that recognition works with."""

from collections.abc import Iterator
from itertools import chain

from authors.models import Author
from disclaimers.models import HouseStyle, Institution, Kind, Licence, Wording
from disclaimers.phrases import phrases_for
from intake.knowledge import (
    Knowledge,
    KnownAuthor,
    KnownInstitution,
    KnownKind,
    KnownLicence,
    KnownOutlet,
    KnownStyle,
    KnownWording,
)
from outlets.models import Outlet


def load_knowledge(home: Institution | None = None, *, language: str = "") -> Knowledge:
    """Everything recognition needs, in about ten queries.

    `home`: the institution of a text that names none, and `language`: that of one too short to tell; by default the
    site's own institution, and its usual language.
    """
    return Knowledge(
        kinds=tuple(_kind(kind) for kind in Kind.objects.standing().prefetch_related("labels__institution")),
        outlets=tuple(
            _outlet(outlet)
            for outlet in Outlet.objects.standing().prefetch_related(
                "aliases", "former_names", "merged__aliases", "merged__former_names"
            )
        ),
        wordings=tuple(
            _wording(wording)
            for wording in Wording.objects.select_related("disclaimer__institution__merged_into")
        ),
        institutions=tuple(_institutions(home, language)),
        authors=tuple(
            _author(author) for author in Author.objects.filter(merged_into=None).prefetch_related("merged")
        ),
        licences=tuple(
            KnownLicence(licence.pk, licence.name, licence.version) for licence in Licence.objects.standing()
        ),
    )


def _kind(kind: Kind) -> KnownKind:
    special = tuple(
        (label.institution.code if label.institution else "", label.language, label.label)
        for label in kind.labels.all()
    )
    return KnownKind(kind.pk, kind.code, kind.label, special)


def _outlet(outlet: Outlet) -> KnownOutlet:
    aliases = [outlet.native_name, *(alias.name for alias in outlet.aliases.all())]
    for gone in outlet.merged.all():
        aliases += [
            *KnownOutlet(gone.naming).names,
            gone.native_name,
            *(each.name for each in gone.aliases.all()),
        ]
    return KnownOutlet(outlet.naming, tuple(name for name in aliases if name), outlet.url)


def _wording(wording: Wording) -> KnownWording:
    return KnownWording(
        key=wording.pk,
        institution=(wording.disclaimer.institution.merged_into or wording.disclaimer.institution).code,
        text=wording.text,
        language=wording.language,
        begins=wording.in_force_from,
        until=wording.in_force_until,
    )


def _institutions(home: Institution | None, language: str) -> Iterator[KnownInstitution]:
    institutions = list(
        Institution.objects.standing()
        .select_related("parent", "default_kind")
        .prefetch_related("house_styles__phrases", "names", "merged__names")
    )
    styles = {
        row.pk: [style for style in row.house_styles.all() if style.until_on is None] for row in institutions
    }
    for institution in institutions:
        lineage = institution.lineage()
        by_language: dict[str, list[HouseStyle]] = {}
        for style in (style for each in lineage for style in styles.get(each.pk, ())):
            by_language.setdefault(style.language, []).append(style)
        holder, kind = (
            institution.inherited("copyright_holder").value,
            institution.inherited("default_kind").value,
        )
        gone = institution.merged.all()
        others = (
            (row.name, row.short_name, row.copyright_holder)
            for row in (*institution.names.all(), *gone, *chain(*(each.names.all() for each in gone)))
        )
        names = dict.fromkeys((institution.name, institution.short_name, holder, *chain(*others)))
        yield KnownInstitution(
            key=institution.pk,
            code=institution.code,
            names=tuple(name for name in names if name),
            language=(institution == home and language) or institution.usual_language,
            holder=holder,
            above=tuple(each.code for each in lineage[1:]),
            styles=tuple(_style(*nearest_first) for nearest_first in by_language.values()),
            default_kind=kind.code if kind else "",
            is_home=institution == home if home else institution.is_home,
        )


def _style(style: HouseStyle, *above: HouseStyle) -> KnownStyle:
    return KnownStyle(style.language, phrases_for([style, *above], style.language), style.outlet_article)


def _author(author: Author) -> KnownAuthor:
    return KnownAuthor(
        key=author.pk,
        name=author.display_name,
        courtesy=author.courtesy,
        suffix=author.suffix,
        native_name=author.native_name,
        rank=author.rank,
        aliases=tuple(
            name for gone in author.merged.all() for name in (gone.display_name, gone.native_name) if name
        ),
    )
