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
from disclaimers import joining
from disclaimers.joining import ENGLISH
from disclaimers.models import HouseStyle, Institution, Kind, Wording
from outlets.models import Outlet

_SENTENCES = {"original": "attribution", "version": "version_attribution", "also": "also_attribution"}


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
    rows = list(
        Institution.objects.select_related("parent", "default_kind").prefetch_related("house_styles__phrases")
    )
    own = {row.pk: tuple(_style(style, style.language) for style in row.house_styles.all()) for row in rows}
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
                styles=next((own[one.pk] for one in lineage if own.get(one.pk)), (_style(None, ENGLISH),)),
                default_kind=row.default_kind.code if row.default_kind else "",
                is_home=row.is_home,
            )
        )
    return tuple(found)


def _style(row: HouseStyle | None, language: str) -> KnownStyle:
    said = joining.words(row, language)
    sentences = {
        relation: said[position].replace("{preposition}", said["preposition_in"])
        for relation, position in _SENTENCES.items()
    }
    return KnownStyle(
        language=language,
        dateline=said["dateline"],
        outlet_dateline=said["outlet_dateline"],
        source_line=said["source_line"],
        attributions=tuple(sentences.items()),
        noun=said["attribution_noun"],
        and_word=said["and_word"],
        outlet_article=row.outlet_article if row else joining.usual_article(language),
        copyright_format=said["copyright_format"],
        reservation=said["reservation"],
    )
