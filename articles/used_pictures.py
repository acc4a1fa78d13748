"""Pictures that a version of a piece uses, and the rows that say so of the newest one."""

from django.db.models import Q, QuerySet

from articles.models.uses.picture_use import PicturePlace, PictureUse
from articles.snapshot import Content
from pictures.models import Picture
from prose.html.figures import figures_in


def uses_pictures(content: Content) -> bool:
    """True if a version has a lead picture or a figure; asks no database."""
    return bool(content["lead_picture_id"] or figures_in(content["body"]))


def figure_keys(content: Content) -> list[str]:
    """The uuid of each picture in the text of a version, in order, each once."""
    return list(dict.fromkeys(figure.uuid for figure in figures_in(content["body"])))


def used_pictures(content: Content) -> QuerySet[Picture]:
    """The pictures of the library that a version uses."""
    return Picture.objects.filter(Q(pk=content["lead_picture_id"]) | Q(uuid__in=figure_keys(content)))


def write_uses(article_id: int, content: Content) -> None:
    """Make the rows of a piece's uses those of this version."""
    keys = {str(uuid): key for key, uuid in used_pictures(content).values_list("pk", "uuid")}
    uses = {(keys[uuid], PicturePlace.FIGURE) for uuid in figure_keys(content) if uuid in keys}
    if lead := content["lead_picture_id"]:
        uses.add((lead, PicturePlace.LEAD))
    rows = PictureUse.objects.filter(article=article_id)
    had = {(row.picture_id, PicturePlace(row.place)): row.pk for row in rows}
    rows.filter(pk__in=[key for use, key in had.items() if use not in uses]).delete()
    PictureUse.objects.bulk_create(
        PictureUse(article_id=article_id, picture_id=picture, place=place)
        for picture, place in sorted(uses - had.keys())
    )
