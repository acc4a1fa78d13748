import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0055_leave_a_piece_out'),
    ]

    operations = [
        migrations.AddField(
            model_name='edition',
            name='left_out_of',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=8), blank=True, default=list, size=None, verbose_name='surfaces that do not show it'),
        ),
    ]
