"""Notices with a display window of their own."""

import django.db.models.deletion
import prose.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disclaimers', '0008_licences'),
    ]

    operations = [
        migrations.CreateModel(
            name='StandingNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('legal', 'Legal'), ('archive', 'Archive'), ('other', 'Other')], default='legal', max_length=8, verbose_name='purpose')),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('en-GB', 'English (British)'), ('de', 'German'), ('fr', 'French'), ('es', 'Spanish'), ('it', 'Italian'), ('pt', 'Portuguese'), ('nl', 'Dutch'), ('sv', 'Swedish'), ('da', 'Danish'), ('fi', 'Finnish'), ('pl', 'Polish'), ('ru', 'Russian'), ('uk', 'Ukrainian'), ('tr', 'Turkish'), ('ar', 'Arabic'), ('fa', 'Persian'), ('he', 'Hebrew'), ('ja', 'Japanese'), ('ko', 'Korean'), ('zh-Hans', 'Chinese (simplified)'), ('zh-Hant', 'Chinese (traditional)')], help_text='Empty: pieces in every language.', max_length=12, verbose_name='on pieces in')),
                ('is_for_archive', models.BooleanField(default=False, verbose_name='only on pieces from an earlier site')),
                ('text', prose.fields.PlainField(help_text='Printed as it stands, in the language it is written in.', verbose_name='text')),
                ('shown_from', models.DateField(verbose_name='shown from')),
                ('shown_until', models.DateField(blank=True, help_text='The first day it is not.', null=True, verbose_name='shown until')),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='standing_notices', to='disclaimers.institution')),
            ],
            options={
                'verbose_name': 'standing notice',
                'ordering': ['institution', '-shown_from', 'id'],
            },
        ),
        migrations.AddConstraint(
            model_name='standingnotice',
            constraint=models.CheckConstraint(condition=models.Q(('shown_until__isnull', True), ('shown_until__gt', models.F('shown_from')), _connector='OR'), name='notice_ends_after_it_begins', violation_error_message='The last day must come after the first.'),
        ),
    ]
