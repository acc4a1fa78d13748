"""Leave the search texts to be built again: words beside quotation marks and dashes were not found in them."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0071_headlines_of_400_characters'),
    ]

    operations = [
        # The start of the new version builds those without a head again (`manage.py reindex --missing`).
        migrations.RunSQL("UPDATE articles_editiontext SET head = NULL", migrations.RunSQL.noop),
    ]
