from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_guard_labels_with_their_content_type'),
    ]

    operations = [
        migrations.AlterField(
            model_name='topic',
            name='slug',
            field=models.SlugField(allow_unicode=True, help_text='/topics/…/; it stays.', max_length=100, unique=True, verbose_name='web address'),
        ),
    ]
