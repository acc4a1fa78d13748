import django.db.models.fields.json
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0020_pieces_made_from_others'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(django.db.models.fields.json.KeyTextTransform('translation_of_id', 'content'), name='revisions_by_original'),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(django.db.models.fields.json.KeyTextTransform('made_from_id', 'content'), name='revisions_by_source'),
        ),
    ]
