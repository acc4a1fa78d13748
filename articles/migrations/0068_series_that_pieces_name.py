"""Make a series of every name that stands in the field of a piece, so that its next edition is a part of it.

Backwards there is nothing to do: the names still stand in the pieces, and an earlier migration takes the table away.
"""

import uuid

from django.db import migrations

from prose.slugs import free_slug

FOLDED = "lower(btrim(regexp_replace(normalize(series, NFKC), '\\s+', ' ', 'g')))"


def make_series(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT ON ({FOLDED}) series FROM articles_article WHERE series <> '' ORDER BY {FOLDED}, id"
        )
        slugs = set()
        for (name,) in cursor.fetchall():
            slug = free_slug(name, fallback=uuid.uuid4(), taken=slugs.__contains__)
            slugs.add(slug)
            cursor.execute(
                "INSERT INTO articles_series (name, slug, name_language, introduction) VALUES (%s, %s, '', '')",
                [name, slug],
            )


class Migration(migrations.Migration):
    dependencies = [("articles", "0067_merges_of_series")]

    operations = [migrations.RunPython(make_series, migrations.RunPython.noop)]
