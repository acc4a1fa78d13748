import disclaimers.models.institution
import disclaimers.positions
import django.contrib.postgres.constraints
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
import prose.fields
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name='Kind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(help_text='A short lasting key, like “op-ed”.', unique=True, verbose_name='code')),
                ('label', prose.fields.LineField(help_text='As printed, unless a line below says otherwise.', max_length=80, verbose_name='label')),
            ],
            options={
                'verbose_name': 'content type',
                'ordering': ['label'],
            },
        ),
        migrations.CreateModel(
            name='Institution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(help_text='A short lasting key, like “strait”.', unique=True, verbose_name='code')),
                ('name', prose.fields.LineField(help_text='In full, as it is printed.', max_length=200, verbose_name='name')),
                ('short_name', prose.fields.LineField(blank=True, help_text='As running text says it.', max_length=80, verbose_name='short name')),
                ('url', prose.fields.WebURLField(blank=True, max_length=2000, verbose_name='web site')),
                ('time_zone', models.CharField(default='UTC', help_text='Like Europe/Berlin.', max_length=64, validators=[disclaimers.models.institution.check_time_zone], verbose_name='time zone')),
                ('copyright_holder', prose.fields.LineField(blank=True, max_length=200, verbose_name='copyright holder')),
                ('is_home', models.BooleanField(default=False, help_text='Its name and contacts stand on every page.', verbose_name="this site's own institution")),
                ('strapline', prose.fields.LineField(blank=True, help_text='One line under the name.', max_length=200, verbose_name='strapline')),
                ('errors_contact', models.EmailField(blank=True, help_text='“Report an error” writes here.', max_length=254, verbose_name='address for errors')),
                ('permissions_contact', models.EmailField(blank=True, max_length=254, verbose_name='address for permissions')),
                ('default_language', models.CharField(choices=[('en', 'English'), ('en-GB', 'English (British)'), ('de', 'German'), ('fr', 'French'), ('es', 'Spanish'), ('it', 'Italian'), ('pt', 'Portuguese'), ('nl', 'Dutch'), ('sv', 'Swedish'), ('da', 'Danish'), ('fi', 'Finnish'), ('pl', 'Polish'), ('ru', 'Russian'), ('uk', 'Ukrainian'), ('tr', 'Turkish'), ('ar', 'Arabic'), ('fa', 'Persian'), ('he', 'Hebrew'), ('ja', 'Japanese'), ('ko', 'Korean'), ('zh-Hans', 'Chinese (simplified)'), ('zh-Hant', 'Chinese (traditional)')], default='en', max_length=12, verbose_name='usual language')),
                ('missing_wording', models.CharField(choices=[('original', 'print the original text, marked with its language'), ('block', 'let nothing be published until there is one')], default='original', help_text='Nothing is translated by a program, and nothing is left out silently.', max_length=8, verbose_name="without a text in the piece's language")),
                ('offers_republication', models.BooleanField(default=False, help_text='Prints a “Republish this piece” box where this institution holds the right and every author agrees.', verbose_name='offers its pieces to others')),
                ('republication_terms', prose.fields.PlainField(blank=True, help_text='Printed in that box, beside credit and licence.', verbose_name='terms for those who republish')),
                ('parent', models.ForeignKey(blank=True, help_text="A centre also prints its parent's disclaimers, and its house style where it has none of its own.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='centres', to='disclaimers.institution', verbose_name='parent institution')),
                ('default_kind', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='disclaimers.kind', verbose_name='usual content type')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='HouseStyle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('en-GB', 'English (British)'), ('de', 'German'), ('fr', 'French'), ('es', 'Spanish'), ('it', 'Italian'), ('pt', 'Portuguese'), ('nl', 'Dutch'), ('sv', 'Swedish'), ('da', 'Danish'), ('fi', 'Finnish'), ('pl', 'Polish'), ('ru', 'Russian'), ('uk', 'Ukrainian'), ('tr', 'Turkish'), ('ar', 'Arabic'), ('fa', 'Persian'), ('he', 'Hebrew'), ('ja', 'Japanese'), ('ko', 'Korean'), ('zh-Hans', 'Chinese (simplified)'), ('zh-Hant', 'Chinese (traditional)')], default='en', max_length=12, verbose_name='language')),
                ('outlet_article', models.CharField(blank=True, choices=[('lower-case', '“the Hill” in running text'), ('as-styled', '“The Hill”, as the outlet styles itself')], help_text="Left open, English prints “the Hill” and other languages the outlet's own “The Hill”.", max_length=12, verbose_name="an outlet's “The”")),
                ('italicises_outlets', models.BooleanField(default=False, help_text='In running text, and only those whose own record says so.', verbose_name='set outlets in italics')),
                ('outlet_date_replaces_ours', models.BooleanField(default=False, verbose_name="print only the outlet's date where it is known")),
                ('attribution_at', models.CharField(choices=[('head', 'above the text'), ('foot', 'below the text'), ('both', 'above and below')], default='foot', max_length=4, verbose_name='where it says that a piece ran elsewhere')),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='house_styles', to='disclaimers.institution')),
            ],
            options={
                'verbose_name': 'house style',
                'ordering': ['institution', 'language'],
            },
        ),
        migrations.CreateModel(
            name='FooterLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', prose.fields.LineField(max_length=60, verbose_name='label')),
                ('url', prose.fields.WebURLField(max_length=2000, verbose_name='address')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='footer_links', to='disclaimers.institution')),
            ],
            options={
                'verbose_name': 'footer link',
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Disclaimer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=80, unique=True, verbose_name='code')),
                ('scope', models.CharField(choices=[('institution', 'an institution, on its own pages'), ('employment', "an author's employment, where an appointment names it")], default='institution', max_length=12, verbose_name='follows from')),
                ('placement', models.CharField(choices=[('foot', 'below the text'), ('head', 'above the text'), ('rank', "above the text where the author's rank is printed, else below")], default='foot', max_length=4, verbose_name='stands')),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('en-GB', 'English (British)'), ('de', 'German'), ('fr', 'French'), ('es', 'Spanish'), ('it', 'Italian'), ('pt', 'Portuguese'), ('nl', 'Dutch'), ('sv', 'Swedish'), ('da', 'Danish'), ('fi', 'Finnish'), ('pl', 'Polish'), ('ru', 'Russian'), ('uk', 'Ukrainian'), ('tr', 'Turkish'), ('ar', 'Arabic'), ('fa', 'Persian'), ('he', 'Hebrew'), ('ja', 'Japanese'), ('ko', 'Korean'), ('zh-Hans', 'Chinese (simplified)'), ('zh-Hant', 'Chinese (traditional)')], help_text='Empty: pieces in every language.', max_length=12, verbose_name='only in')),
                ('order', models.PositiveSmallIntegerField(default=0, help_text='Smaller numbers print first.', verbose_name='order')),
                ('replaces_parents', models.BooleanField(default=False, help_text='Otherwise both are printed.', verbose_name="instead of the parent institution's")),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='disclaimers', to='disclaimers.institution')),
                ('kinds', models.ManyToManyField(blank=True, help_text='None chosen: every content type.', related_name='+', to='disclaimers.kind', verbose_name='content types')),
            ],
            options={
                'ordering': ['institution', 'order', 'code'],
            },
        ),
        migrations.CreateModel(
            name='KindLabel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('en-GB', 'English (British)'), ('de', 'German'), ('fr', 'French'), ('es', 'Spanish'), ('it', 'Italian'), ('pt', 'Portuguese'), ('nl', 'Dutch'), ('sv', 'Swedish'), ('da', 'Danish'), ('fi', 'Finnish'), ('pl', 'Polish'), ('ru', 'Russian'), ('uk', 'Ukrainian'), ('tr', 'Turkish'), ('ar', 'Arabic'), ('fa', 'Persian'), ('he', 'Hebrew'), ('ja', 'Japanese'), ('ko', 'Korean'), ('zh-Hans', 'Chinese (simplified)'), ('zh-Hant', 'Chinese (traditional)')], max_length=12, verbose_name='language')),
                ('label', prose.fields.LineField(max_length=80, verbose_name='label')),
                ('from_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('until_on', models.DateField(blank=True, help_text='The first day it is called otherwise.', null=True, verbose_name='until')),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='disclaimers.institution', verbose_name='only for')),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='labels', to='disclaimers.kind')),
            ],
            options={
                'verbose_name': 'label',
                'ordering': ['language', models.OrderBy(models.F('from_on'), nulls_first=True), 'id'],
            },
        ),
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
                'constraints': [models.UniqueConstraint(fields=('name', 'version'), name='one_licence_per_version', violation_error_message='This version of this licence is on record already.')],
            },
        ),
        migrations.CreateModel(
            name='Phrase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.CharField(choices=disclaimers.positions.choices, max_length=40, verbose_name='position')),
                ('text', prose.fields.LineField(max_length=300, verbose_name='text')),
                ('style', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phrases', to='disclaimers.housestyle')),
            ],
            options={
                'ordering': ['style', 'position'],
            },
        ),
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
        migrations.CreateModel(
            name='Wording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('en-GB', 'English (British)'), ('de', 'German'), ('fr', 'French'), ('es', 'Spanish'), ('it', 'Italian'), ('pt', 'Portuguese'), ('nl', 'Dutch'), ('sv', 'Swedish'), ('da', 'Danish'), ('fi', 'Finnish'), ('pl', 'Polish'), ('ru', 'Russian'), ('uk', 'Ukrainian'), ('tr', 'Turkish'), ('ar', 'Arabic'), ('fa', 'Persian'), ('he', 'Hebrew'), ('ja', 'Japanese'), ('ko', 'Korean'), ('zh-Hans', 'Chinese (simplified)'), ('zh-Hant', 'Chinese (traditional)')], default='en', max_length=12, verbose_name='language')),
                ('text', prose.fields.PlainField(help_text='Slots: {kind} prints the content type; {authors:the author|the authors} follows their number. An author’s employment line also has {author} and {bodies}.', verbose_name='text')),
                ('in_force_from', models.DateField(verbose_name='in force from')),
                ('in_force_until', models.DateField(blank=True, help_text='The first day it is not.', null=True, verbose_name='in force until')),
                ('disclaimer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='disclaimers.disclaimer')),
            ],
            options={
                'verbose_name': 'disclaimer text',
                'ordering': ['disclaimer', 'language', '-in_force_from'],
            },
        ),
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
        migrations.AddConstraint(
            model_name='housestyle',
            constraint=models.UniqueConstraint(fields=('institution', 'language'), name='one_house_style_per_language'),
        ),
        migrations.AddConstraint(
            model_name='institution',
            constraint=models.UniqueConstraint(models.F('is_home'), condition=models.Q(('is_home', True)), name='one_home_institution'),
        ),
        migrations.AddConstraint(
            model_name='institution',
            constraint=models.CheckConstraint(condition=models.Q(('parent__isnull', True), models.Q(('parent', models.F('pk')), _negated=True), _connector='OR'), name='no_own_parent'),
        ),
        migrations.AddConstraint(
            model_name='kindlabel',
            constraint=models.CheckConstraint(condition=models.Q(('from_on__isnull', True), ('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='label_ends_after_it_begins', violation_error_message='The last day must come after the first.'),
        ),
        migrations.AddConstraint(
            model_name='kindlabel',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], expressions=[('kind', '='), ('language', '='), (django.db.models.functions.comparison.Coalesce('institution', 0, output_field=models.BigIntegerField()), '='), (models.Func('from_on', 'until_on', function='daterange'), '&&')], name='labels_do_not_overlap', violation_error_code='overlap', violation_error_message='Another label of this kind is in use on some of these days.'),
        ),
        migrations.AddConstraint(
            model_name='phrase',
            constraint=models.UniqueConstraint(fields=('style', 'position'), name='one_phrase_per_position'),
        ),
        migrations.AddConstraint(
            model_name='standingnotice',
            constraint=models.CheckConstraint(condition=models.Q(('shown_until__isnull', True), ('shown_until__gt', models.F('shown_from')), _connector='OR'), name='notice_ends_after_it_begins', violation_error_message='The last day must come after the first.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=models.CheckConstraint(condition=models.Q(('in_force_until__isnull', True), ('in_force_until__gt', models.F('in_force_from')), _connector='OR'), name='wording_ends_after_it_begins', violation_error_message='The last day must come after the first.'),
        ),
        migrations.AddConstraint(
            model_name='wording',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], expressions=[('disclaimer', '='), ('language', '='), (models.Func('in_force_from', 'in_force_until', function='daterange'), '&&')], name='wordings_do_not_overlap', violation_error_code='overlap', violation_error_message='Another text of this disclaimer is in force on some of these days.'),
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
