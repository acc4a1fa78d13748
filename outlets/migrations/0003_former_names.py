import django.contrib.postgres.constraints
import django.db.models.deletion
import prose.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('outlets', '0002_what_an_outlet_is'),
    ]

    operations = [
        # Not BtreeGistExtension: undone, it would drop what other apps' tables stand on.
        migrations.RunSQL("CREATE EXTENSION IF NOT EXISTS btree_gist", migrations.RunSQL.noop),
        migrations.CreateModel(
            name='FormerName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', prose.fields.LineField(help_text='Without its article: “Hill”, “Zeit”.', max_length=200, verbose_name='name')),
                ('article', prose.fields.LineField(blank=True, help_text='“The”, “Die”, “L’”; empty where there is none.', max_length=10, verbose_name='article')),
                ('article_rule', models.CharField(choices=[('none', 'None: “Foreign Policy”'), ('separable', 'Left out in labels: “Hill”, in text “the Hill”'), ('inseparable', 'Always kept: “The Hague Review”'), ('foreign', 'Foreign, always kept: “Die Zeit”')], default='none', max_length=12, verbose_name='how the article prints')),
                ('from_on', models.DateField(blank=True, help_text='Empty: from its beginning.', null=True, verbose_name='from')),
                ('until_on', models.DateField(help_text='The first day it was called otherwise.', verbose_name='until')),
                ('outlet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_names', to='outlets.outlet')),
            ],
            options={
                'ordering': ['-until_on'],
            },
        ),
        migrations.AddConstraint(
            model_name='formername',
            constraint=models.CheckConstraint(condition=models.Q(('article_rule', 'none'), models.Q(('article', ''), _negated=True), _connector='XOR'), name='a_former_article_has_its_rule', violation_error_message='An article and how it prints go together: fill in both or neither.'),
        ),
        migrations.AddConstraint(
            model_name='formername',
            constraint=models.CheckConstraint(condition=models.Q(('from_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='former_name_ends_after_it_begins', violation_error_message='The last day must come after the first.'),
        ),
        migrations.AddConstraint(
            model_name='formername',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(deferrable=models.Deferrable['DEFERRED'], expressions=[('outlet', '='), (models.Func('from_on', 'until_on', function='daterange'), '&&')], name='former_names_do_not_overlap', violation_error_message='The outlet had another former name on some of these days.'),
        ),
    ]
