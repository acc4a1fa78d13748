"""Licences by version."""

import prose.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disclaimers', '0007_labels_have_dates'),
    ]

    operations = [
        migrations.CreateModel(
            name='Licence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(help_text='A short lasting key, like “cc-by-nd-4”.', unique=True, verbose_name='code')),
                ('name', prose.fields.LineField(help_text='As printed, without its version: “CC BY-ND”.', max_length=80, verbose_name='name')),
                ('version', prose.fields.LineField(blank=True, help_text='“4.0”, “3.0 Unported”', max_length=40, verbose_name='version')),
                ('url', prose.fields.WebURLField(blank=True, max_length=2000, verbose_name='address of its text')),
                ('allows_republication', models.BooleanField(default=False, help_text='Then pieces under it offer to be republished.', verbose_name='allows others to republish')),
            ],
            options={
                'ordering': ['name', 'version'],
            },
        ),
        migrations.AddConstraint(
            model_name='licence',
            constraint=models.UniqueConstraint(fields=('name', 'version'), name='one_licence_per_version', violation_error_message='This version of this licence is on record already.'),
        ),
    ]
