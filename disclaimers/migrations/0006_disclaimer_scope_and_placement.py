"""Whether a disclaimer follows an institution or a post, and where it stands."""

import django.contrib.postgres.constraints
import django.db.models.constraints
import prose.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disclaimers', '0005_terms_and_missing_texts'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='wording',
            name='wordings_do_not_overlap',
        ),
        migrations.AddField(
            model_name='disclaimer',
            name='placement',
            field=models.CharField(choices=[('foot', 'below the text'), ('head', 'above the text'), ('rank', "above the text where the author's rank is printed, else below")], default='foot', max_length=4, verbose_name='stands'),
        ),
        migrations.AddField(
            model_name='disclaimer',
            name='scope',
            field=models.CharField(choices=[('institution', 'an institution, on its own pages'), ('employment', "an author's employment, where an appointment names it")], default='institution', max_length=12, verbose_name='follows from'),
        ),
        migrations.AlterField(
            model_name='wording',
            name='text',
            field=prose.fields.PlainField(help_text='Slots: {kind} prints the content type; {authors:the author|the authors} follows their number. An author’s employment line also has {author} and {bodies}.', verbose_name='text'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], expressions=[('disclaimer', '='), ('language', '='), (models.Func('in_force_from', 'in_force_until', function='daterange'), '&&')], name='wordings_do_not_overlap', violation_error_code='overlap', violation_error_message='Another text of this disclaimer is in force on some of these days.'),
        ),
    ]
