import django.contrib.postgres.constraints
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
import prose.fields
import prose.slugs
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        # Not BtreeGistExtension: undone, it would drop what other apps' tables need.
        migrations.RunSQL("CREATE EXTENSION IF NOT EXISTS btree_gist", migrations.RunSQL.noop),
        migrations.CreateModel(
            name='OutletAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', prose.fields.LineField(max_length=200, verbose_name='also called')),
            ],
            options={
                'verbose_name': 'other name',
                'verbose_name_plural': 'other names',
            },
        ),
        migrations.CreateModel(
            name='StandingPermission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('granted_by', prose.fields.LineField(help_text='Who said so, and for whom.', max_length=200, verbose_name='granted by')),
                ('granted_on', models.DateField(verbose_name='granted on')),
                ('mode', models.CharField(choices=[('full', 'Full text'), ('excerpt', 'An excerpt'), ('link', 'A link only')], default='full', max_length=8, verbose_name='what may be shown')),
                ('excerpt_words', models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='words of the excerpt')),
                ('terms', prose.fields.PlainField(blank=True, help_text='Its scope in words: which pieces, where, how.', verbose_name='terms')),
                ('evidence', prose.fields.LineField(help_text='Where it is on record: a file, a letter, a mail with its date.', max_length=300, verbose_name='evidence')),
                ('credit', prose.fields.LineField(blank=True, help_text='Printed with the piece, word for word.', max_length=300, verbose_name='required credit')),
                ('search_policy', models.CharField(choices=[('index', 'Search engines may list our page'), ('noindex', 'Search engines are asked not to list our page'), ('canonical', 'Search engines are sent to the outlet’s page')], default='index', max_length=10, verbose_name='search engines')),
                ('may_be_passed_on', models.BooleanField(default=False, verbose_name='others may have it from us')),
                ('edits_allowed', models.BooleanField(default=True, verbose_name='we may edit the text')),
                ('from_on', models.DateField(verbose_name='in force from')),
                ('until_on', models.DateField(blank=True, help_text='The first day it is not.', null=True, verbose_name='in force until')),
                ('valid_days', models.PositiveIntegerField(blank=True, help_text='Empty: for good.', null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='days each piece may stay')),
            ],
            options={
                'ordering': ['-from_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Outlet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', prose.fields.LineField(help_text='Without its article: “Hill”, “Zeit”.', max_length=200, verbose_name='name')),
                ('article', prose.fields.LineField(blank=True, help_text='“The”, “Die”, “L’”; empty where there is none.', max_length=10, verbose_name='article')),
                ('article_rule', models.CharField(choices=[('none', 'None: “Foreign Policy”'), ('separable', 'Left out in labels: “Hill”, in text “the Hill”'), ('inseparable', 'Always kept: “The Hague Review”'), ('foreign', 'Foreign, always kept: “Die Zeit”')], default='none', max_length=12, verbose_name='how the article prints')),
                ('slug', models.CharField(help_text='/outlets/…/; it stays.', max_length=90, unique=True, validators=[prose.slugs.validate_slug], verbose_name='web address')),
                ('native_name', prose.fields.LineField(blank=True, help_text='Like “潮新聞” for Ushio Shimbun.', max_length=200, verbose_name='name in its own script')),
                ('gloss', prose.fields.LineField(blank=True, help_text='In print it follows the name in brackets: “Tide News”.', max_length=200, verbose_name='what the name means')),
                ('descriptor', prose.fields.LineField(blank=True, help_text='In print it goes before the name: “the Japanese daily”.', max_length=200, verbose_name='what it is, in words')),
                ('is_italic', models.BooleanField(default=False, help_text='In running text, where the house sets such names so.', verbose_name='set in italics')),
                ('url', prose.fields.WebURLField(blank=True, max_length=2000, verbose_name='web site')),
                ('feed_url', prose.fields.WebURLField(blank=True, help_text='The address of its own RSS or Atom feed.', max_length=2000, verbose_name='feed address')),
                ('type', models.CharField(choices=[('newspaper', 'Newspaper'), ('magazine', 'Magazine'), ('site', 'Web site'), ('blog', 'Blog'), ('broadcaster', 'Broadcaster'), ('podcast', 'Podcast'), ('agency', 'News agency'), ('journal', 'Journal'), ('think-tank', 'Think tank'), ('book-publisher', 'Book publisher'), ('other', 'Other')], default='newspaper', max_length=16, verbose_name='type')),
                ('country', models.CharField(blank=True, help_text='Two letters (ISO 3166): US, DE.', max_length=2, verbose_name='country')),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('en-GB', 'English (British)'), ('de', 'German'), ('fr', 'French'), ('es', 'Spanish'), ('it', 'Italian'), ('pt', 'Portuguese'), ('nl', 'Dutch'), ('sv', 'Swedish'), ('da', 'Danish'), ('fi', 'Finnish'), ('pl', 'Polish'), ('ru', 'Russian'), ('uk', 'Ukrainian'), ('tr', 'Turkish'), ('ar', 'Arabic'), ('fa', 'Persian'), ('he', 'Hebrew'), ('ja', 'Japanese'), ('ko', 'Korean'), ('zh-Hans', 'Chinese (simplified)'), ('zh-Hant', 'Chinese (traditional)')], max_length=12, verbose_name='language')),
                ('terms', prose.fields.PlainField(blank=True, help_text='What it usually allows, and on which conditions, in words. Not printed.', verbose_name='its usual terms')),
            ],
            options={
                'ordering': [django.db.models.functions.text.Lower('name')],
                'constraints': [models.CheckConstraint(condition=models.Q(('article_rule', 'none'), models.Q(('article', ''), _negated=True), _connector='XOR'), name='an_article_has_its_rule', violation_error_message='An article and how it prints go together: fill in both or neither.'), models.UniqueConstraint(django.db.models.functions.text.Lower('name'), models.F('country'), name='one_outlet_per_name_and_country', violation_error_message='There is already an outlet of this name in this country.')],
            },
        ),
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
        pgtrigger.migrations.AddTrigger(
            model_name='outlet',
            trigger=pgtrigger.compiler.Trigger(name='outlet_address_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='de2544618b9f5b1dba480bc4694198943c41285d', operation='UPDATE', pgid='pgtrigger_outlet_address_stays_42827', table='outlets_outlet', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='outletalias',
            name='outlet',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='outlets.outlet'),
        ),
        migrations.AddField(
            model_name='standingpermission',
            name='outlet',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='standing_permissions', to='outlets.outlet'),
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
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], expressions=[('outlet', '='), (models.Func('from_on', 'until_on', function='daterange'), '&&')], name='former_names_do_not_overlap', violation_error_message='The outlet had another former name on some of these days.'),
        ),
        migrations.AddConstraint(
            model_name='outletalias',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('name'), name='one_outlet_per_alias', violation_error_message='An outlet has this other name already.'),
        ),
        migrations.AddConstraint(
            model_name='standingpermission',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('excerpt_words__gte', 1), ('excerpt_words__isnull', False), ('mode', 'excerpt')), models.Q(models.Q(('mode', 'excerpt'), _negated=True), ('excerpt_words__isnull', True)), _connector='OR'), name='an_excerpt_has_its_length', violation_error_message='An excerpt and its number of words go together.'),
        ),
        migrations.AddConstraint(
            model_name='standingpermission',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), models.Q(('until_on__gt', models.F('from_on')), ('until_on__gt', models.F('granted_on'))), _connector='OR'), name='permission_ends_after_it_begins', violation_error_message='A permission must end after it begins and after it was granted.'),
        ),
    ]
