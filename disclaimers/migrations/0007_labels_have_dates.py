"""What a content type was called, from a day until another."""

import django.contrib.postgres.constraints
import django.db.models.constraints
import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disclaimers', '0006_disclaimer_scope_and_placement'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='kindlabel',
            options={'ordering': ['language', models.OrderBy(models.F('from_on'), nulls_first=True), 'id'], 'verbose_name': 'label'},
        ),
        migrations.RemoveConstraint(
            model_name='kindlabel',
            name='one_label_per_kind_and_language',
        ),
        migrations.AddField(
            model_name='kindlabel',
            name='from_on',
            field=models.DateField(blank=True, null=True, verbose_name='from'),
        ),
        migrations.AddField(
            model_name='kindlabel',
            name='until_on',
            field=models.DateField(blank=True, help_text='The first day it is called otherwise.', null=True, verbose_name='until'),
        ),
        migrations.AddConstraint(
            model_name='kindlabel',
            constraint=models.CheckConstraint(condition=models.Q(('from_on__isnull', True), ('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='label_ends_after_it_begins', violation_error_message='The last day must come after the first.'),
        ),
        migrations.AddConstraint(
            model_name='kindlabel',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], expressions=[('kind', '='), ('language', '='), (django.db.models.functions.comparison.Coalesce('institution', 0, output_field=models.BigIntegerField()), '='), (models.Func('from_on', 'until_on', function='daterange'), '&&')], name='labels_do_not_overlap', violation_error_code='overlap', violation_error_message='Another label of this kind is in use on some of these days.'),
        ),
    ]
