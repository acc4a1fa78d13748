"""The record of slips put right in texts that readers have had."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('disclaimers', '0009_standing_notices'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='WordingCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('old_text', models.TextField(verbose_name='said')),
                ('new_text', models.TextField(verbose_name='says since')),
                ('reason', models.TextField(verbose_name='reason')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('wording', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='disclaimers.wording')),
            ],
            options={
                'verbose_name': 'correction of a slip',
                'verbose_name_plural': 'corrections of slips',
                'ordering': ['-at', '-id'],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='wordingcorrection',
            trigger=pgtrigger.compiler.Trigger(name='wording_corrections_stay', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bdb7d8acaaff8e49d0054e83b630f60e032ba4c7', operation='UPDATE OR DELETE', pgid='pgtrigger_wording_corrections_stay_68aff', table='disclaimers_wordingcorrection', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='wordingcorrection',
            trigger=pgtrigger.compiler.Trigger(name='wording_corrections_are_not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'This table is a record and is never emptied.' USING ERRCODE = 'check_violation';", hash='637defe756383344f9d78a9784fb63a929002d01', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_wording_corrections_are_not_emptied_33f5b', table='disclaimers_wordingcorrection', when='BEFORE')),
        ),
    ]
