import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0009_batches_of_updates'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='permalink',
            name='permalinks_stay',
        ),
        migrations.RenameField(
            model_name='permalink',
            old_name='slug',
            new_name='path',
        ),
        migrations.AlterField(
            model_name='permalink',
            name='path',
            field=models.CharField(max_length=500, unique=True),
        ),
        migrations.RunSQL(
            "UPDATE articles_permalink SET path = '/articles/' || path || '/'",
            "UPDATE articles_permalink SET path = substr(path, 11, length(path) - 11)",
        ),
        migrations.AddConstraint(
            model_name='permalink',
            constraint=models.CheckConstraint(condition=models.Q(('path__regex', '^/[^/?#\\s\\\\][^?#\\s\\\\]*$')), name='a_permalink_is_a_path', violation_error_message='An address on this site starts with one / and has no query and no fragment.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='permalink',
            trigger=pgtrigger.compiler.Trigger(name='permalinks_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."path" IS DISTINCT FROM (NEW."path") OR OLD."article_id" IS DISTINCT FROM (NEW."article_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='4c7268c4669a0f0f308f663cadd75b4db7b04219', operation='UPDATE', pgid='pgtrigger_permalinks_stay_ffaf5', table='articles_permalink', when='BEFORE')),
        ),
    ]
