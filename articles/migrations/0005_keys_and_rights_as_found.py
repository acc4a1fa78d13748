"""Places get their lasting keys; what readers already had keeps showing as it was found.

Of several places called the original, all but the first of them ran there "too": two days cannot both be the first.
"""

from django.db import migrations

KEYS = "UPDATE articles_appearance SET key = gen_random_uuid() WHERE key IS NULL"
ONE_ORIGINAL = """
UPDATE articles_appearance later SET relation = 'also'
WHERE relation = 'original' AND EXISTS (
    SELECT 1 FROM articles_appearance earlier
    WHERE earlier.article_id = later.article_id AND earlier.relation = 'original'
      AND (earlier."order", earlier.id) < (later."order", later.id)
      AND earlier.published_on <> later.published_on)
"""
NEEDING = ("original", "version")


def as_found(apps, schema_editor):
    Appearance, Edition, RightsRecord = (
        apps.get_model("articles", name) for name in ("Appearance", "Edition", "RightsRecord")
    )
    published = Edition.objects.order_by().values("article").distinct()
    rows = Appearance.objects.filter(article__in=published, relation__in=NEEDING, article__is_archive=False)
    RightsRecord.objects.bulk_create(
        (
            RightsRecord(
                article_id=row.article_id,
                appearance_key=row.key,
                outlet_id=row.outlet_id,
                outlet_name=row.outlet_name,
                state="unknown",
            )
            for row in rows.iterator()
        ),
        batch_size=1000,
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_pieces_say_more")]

    operations = [
        migrations.RunSQL(KEYS, migrations.RunSQL.noop),
        migrations.RunSQL(ONE_ORIGINAL, migrations.RunSQL.noop),
        migrations.RunPython(as_found, migrations.RunPython.noop),
    ]
