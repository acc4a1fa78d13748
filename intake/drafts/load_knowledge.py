"""The desk's records as the plain values recognition works with. The only reader of them."""

from authors.models import Author
from disclaimers.joining import words
from disclaimers.models import HouseStyle, Institution, Kind, Licence, Wording
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

_SENTENCES = {"original": "attribution", "version": "version_attribution", "also": "also_attribution"}


def desk_knowledge() -> Knowledge:
    """Everything the desk knows now, in a handful of queries."""
    return Knowledge(
        kinds=tuple(_kind(row) for row in Kind.objects.prefetch_related("labels__institution")),
        outlets=tuple(_outlet(row) for row in Outlet.objects.prefetch_related("aliases", "former_names")),
        wordings=tuple(_wording(row) for row in Wording.objects.select_related("disclaimer__institution")),
        institutions=_institutions(),
        authors=tuple(
            KnownAuthor(row.pk, row.display_name, row.courtesy, row.suffix, row.native_name, row.rank)
            for row in Author.objects.all()
        ),
        licences=tuple(KnownLicence(row.pk, row.name, row.version) for row in Licence.objects.all()),
    )


def _kind(row: Kind) -> KnownKind:
    special = tuple(
        (label.institution.code if label.institution else "", label.language, label.label)
        for label in row.labels.all()
    )
    return KnownKind(row.pk, row.code, row.label, special)


def _outlet(row: Outlet) -> KnownOutlet:
    aliases = tuple(name for name in (row.native_name, *(alias.name for alias in row.aliases.all())) if name)
    return KnownOutlet(row.naming, aliases, row.url)


def _wording(row: Wording) -> KnownWording:
    house = row.disclaimer.institution.code
    return KnownWording(row.pk, house, row.text, row.language, row.in_force_from, row.in_force_until)


def _institutions() -> tuple[KnownInstitution, ...]:
    rows = list(
        Institution.objects.select_related("parent", "default_kind").prefetch_related("house_styles__phrases")
    )
    own = {row.pk: [_style(style) for style in row.house_styles.all()] for row in rows}
    found = []
    for row in rows:
        lineage = row.lineage()
        styles: dict[str, KnownStyle] = {}
        for style in (style for one in lineage for style in own.get(one.pk, ())):
            styles.setdefault(style.language, style)
        found.append(
            KnownInstitution(
                key=row.pk,
                code=row.code,
                names=tuple(name for name in (row.name, row.short_name, row.copyright_holder) if name),
                language=row.default_language,
                holder=row.copyright_holder,
                above=tuple(one.code for one in lineage[1:]),
                styles=tuple(styles.values()),
                default_kind=row.default_kind.code if row.default_kind else "",
                is_home=row.is_home,
            )
        )
    return tuple(found)


def _style(row: HouseStyle) -> KnownStyle:
    return KnownStyle(row.language, words(row, row.language), row.outlet_article)
