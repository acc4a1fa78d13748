"""The desk's records as the plain values recognition works with. The only reader of them."""

from articles.intake.knowledge import (
    Knowledge,
    KnownAuthor,
    KnownInstitution,
    KnownKind,
    KnownOutlet,
    KnownStyle,
    KnownWording,
)
from authors.models import Author
from disclaimers.models import HouseStyle, Institution, Kind, Wording
from outlets.models import Outlet


def desk_knowledge() -> Knowledge:
    """Everything the desk knows now, in a handful of queries."""
    return Knowledge(
        kinds=tuple(_kind(row) for row in Kind.objects.prefetch_related("labels__institution")),
        outlets=tuple(_outlet(row) for row in Outlet.objects.prefetch_related("aliases")),
        wordings=tuple(_wording(row) for row in Wording.objects.select_related("disclaimer__institution")),
        institutions=_institutions(),
        authors=tuple(
            KnownAuthor(row.pk, row.display_name, row.courtesy, row.suffix) for row in Author.objects.all()
        ),
    )


def _kind(row: Kind) -> KnownKind:
    special = tuple(
        (label.institution.code if label.institution else "", label.language, label.label)
        for label in row.labels.all()
    )
    return KnownKind(row.pk, row.code, row.label, special)


def _outlet(row: Outlet) -> KnownOutlet:
    return KnownOutlet(row.pk, row.naming, tuple(alias.name for alias in row.aliases.all()), row.url)


def _wording(row: Wording) -> KnownWording:
    house = row.disclaimer.institution.code
    return KnownWording(row.pk, house, row.text, row.language, row.in_force_from, row.in_force_until)


def _institutions() -> tuple[KnownInstitution, ...]:
    rows = list(Institution.objects.select_related("parent", "default_kind").prefetch_related("house_styles"))
    own = {row.pk: tuple(_style(style) for style in row.house_styles.all()) for row in rows}
    found = []
    for row in rows:
        lineage = row.lineage()
        found.append(
            KnownInstitution(
                key=row.pk,
                code=row.code,
                names=tuple(name for name in (row.name, row.short_name, row.copyright_holder) if name),
                language=row.default_language,
                holder=row.copyright_holder,
                above=tuple(one.code for one in lineage[1:]),
                styles=next((own[one.pk] for one in lineage if own.get(one.pk)), (_style(HouseStyle()),)),
                default_kind=row.default_kind.code if row.default_kind else "",
                is_home=row.is_home,
            )
        )
    return tuple(found)


def _style(row: HouseStyle) -> KnownStyle:
    return KnownStyle(
        language=row.language,
        dateline=row.dateline,
        outlet_dateline=row.outlet_dateline,
        source_line=row.source_line,
        attributions=(
            ("original", row.attribution),
            ("version", row.version_attribution),
            ("also", row.also_attribution),
        ),
        noun=row.attribution_noun,
        and_word=row.and_word,
        outlet_article=row.outlet_article,
        copyright_format=row.copyright_format,
        reservation=row.reservation,
    )
