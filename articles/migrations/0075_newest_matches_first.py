"""Say beside each search text where lists place its edition: the newest that match are found without the others."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0074_editions_for_search'),
    ]

    operations = [
        migrations.AddField(
            model_name='editiontext',
            name='ordered_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.RunSQL(
            "UPDATE articles_editiontext t SET ordered_at = e.ordered_at"
            " FROM articles_edition e WHERE e.id = t.edition_id",
            migrations.RunSQL.noop,
        ),
        migrations.AlterField(
            model_name='editiontext',
            name='ordered_at',
            field=models.DateTimeField(verbose_name='where lists place the edition'),
        ),
    ]
