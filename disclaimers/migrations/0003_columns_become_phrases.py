"""What a house style said in its columns becomes its phrases, where it was more than the column's default.

Forwards a column left as it was made says nothing of its own: the usual words of the style's language take its
place. Backwards a position without a column has nowhere to go and is lost with its table.
"""

from typing import Any

from django.db import migrations

OLD = {
    "byline": "{names}",
    "editor_line": "Edited by {names}",
    "translator_line": "Translated by {names}",
    "interviewer_line": "Interview by {names}",
    "interviewee_line": "With {names}",
    "contributor_line": "With contributions by {names}",
    "and_word": "and",
    "dateline": "{date}",
    "outlet_dateline": "",
    "source_line": "",
    "attribution": "This {noun} was originally published in {outlet}[, {date}].",
    "version_attribution": "A version of this {noun} was published in {outlet}[, {date}].",
    "also_attribution": "This {noun} was also published in {outlet}[, {date}].",
    "attribution_noun": "article",
    "bio_line": "{author} is {appointment}.",
    "reservation": "",
    "copyright_format": "",
}
NOTHING = "-"


def to_phrases(apps: Any, schema_editor: Any) -> None:
    phrase = apps.get_model("disclaimers", "Phrase")
    phrase.objects.bulk_create(
        phrase(style=style, position=name, text=said or NOTHING)
        for style in apps.get_model("disclaimers", "HouseStyle").objects.all()
        for name, default in OLD.items()
        if (said := getattr(style, name)) != default
    )


def to_columns(apps: Any, schema_editor: Any) -> None:
    for style in apps.get_model("disclaimers", "HouseStyle").objects.prefetch_related("phrases"):
        for phrase in style.phrases.all():
            if phrase.position in OLD:
                limit = style._meta.get_field(phrase.position).max_length
                setattr(style, phrase.position, "" if phrase.text == NOTHING else phrase.text[:limit])
        style.save()


class Migration(migrations.Migration):
    dependencies = [("disclaimers", "0002_phrases")]

    operations = [migrations.RunPython(to_phrases, to_columns)]
