"""Merge topics whose names differ in case, spaces or Unicode form alone, and take commas out of names.

The oldest of them stands for the others, whose addresses lead on. Nothing is lost: each merge is on record. Backwards
there is nothing to do, because the migration before takes the merges away.
"""

import re

from django.db import migrations

FOLDED = "lower(btrim(regexp_replace(normalize(%s, NFKC), '\\s+', ' ', 'g')))"
SEPARATORS = re.compile(r"\s*[,;，；、،]+\s*")


def merge_topics(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT id, name FROM articles_topic ORDER BY id")
        names = dict(cursor.fetchall())
        kept = {}
        for pk, name in names.items():
            plain = SEPARATORS.sub(" / ", name).strip(" /") or f"Topic {pk}"
            cursor.execute(f"SELECT {FOLDED}", [plain])
            root = kept.setdefault(cursor.fetchone()[0], pk)
            if plain != name:
                # Exactly equal names are refused, also of topics that are merged.
                taken = plain in names.values()
                names[pk] = f"{plain[:80]} ({pk})" if taken else plain[:100]
                cursor.execute("UPDATE articles_topic SET name = %s WHERE id = %s", [names[pk], pk])
            if root != pk:
                cursor.execute(
                    "INSERT INTO articles_merge (noun, gone, kept, at) VALUES ('topic', %s, %s, now())", [pk, root]
                )
                cursor.execute("UPDATE articles_topic SET merged_into_id = %s WHERE id = %s", [root, pk])


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_merges")]

    operations = [migrations.RunPython(merge_topics, migrations.RunPython.noop)]
