"""Say beside each search text where lists place its edition: the newest that match are found without the others."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0074_editions_for_search'),
    ]

    operations = [
        # The start of the new version builds those without it again (`manage.py reindex --missing`).
        migrations.AddField(
            model_name='editiontext',
            name='ordered_at',
            field=models.DateTimeField(null=True, verbose_name='where lists place the edition'),
        ),
    ]
