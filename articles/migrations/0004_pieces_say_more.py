import disclaimers.models.institution
import django.contrib.postgres.constraints
import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import prose.fields
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0003_records_of_their_moment'),
        ('authors', '0001_tables'),
        ('outlets', '0001_tables'),
    ]

    operations = [
        migrations.CreateModel(
            name='Disclosure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('subject', models.CharField(choices=[('funding', 'Funding'), ('interest', 'Own interest'), ('ai', 'Use of AI')], default='funding', max_length=10, verbose_name='about')),
                ('answer', models.CharField(choices=[('none', 'Asked: nothing to disclose'), ('disclosed', 'Disclosed')], default='disclosed', max_length=10, verbose_name='answer')),
                ('text', prose.fields.PlainField(blank=True, verbose_name='what readers are told')),
                ('tool', prose.fields.LineField(blank=True, max_length=120, verbose_name='AI: tool')),
                ('task', prose.fields.LineField(blank=True, max_length=200, verbose_name='AI: used for')),
                ('checked_by', prose.fields.LineField(blank=True, max_length=120, verbose_name='AI: who checked')),
            ],
            options={
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('correction', 'Correction'), ('clarification', 'Clarification'), ('update', 'Update'), ('note', 'Editor’s note'), ('retraction', 'Retraction'), ('withdrawal', 'Withdrawal'), ('superseded', 'Superseded by another piece')], max_length=16)),
                ('issued_on', models.DateField()),
                ('text', prose.fields.PlainField(blank=True)),
                ('wrong', prose.fields.PlainField(blank=True, verbose_name='what was wrong')),
                ('right', prose.fields.PlainField(blank=True, verbose_name='what is right')),
                ('outlet_corrected_on', models.DateField(blank=True, null=True, verbose_name='the outlet corrected it on')),
            ],
            options={
                'ordering': ['issued_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Reprint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outlet_name', prose.fields.LineField(blank=True, help_text='For an outlet without a record here.', max_length=200, verbose_name='or a name only')),
                ('url', prose.fields.WebURLField(blank=True, max_length=2000, verbose_name='address there')),
                ('reprinted_on', models.DateField(blank=True, null=True, verbose_name='printed on')),
                ('note', prose.fields.PlainField(blank=True, verbose_name='note')),
            ],
            options={
                'ordering': ['-reprinted_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='RightsRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('appearance_key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('outlet_name', prose.fields.LineField(blank=True, max_length=200)),
                ('state', models.CharField(choices=[('not_needed', 'Not needed'), ('to_request', 'To be asked for'), ('requested', 'Asked for'), ('granted', 'Granted'), ('refused', 'Refused'), ('expired', 'Expired'), ('withdrawn', 'Withdrawn'), ('by_licence', 'Given by a licence'), ('unknown', 'Not on record, shown as found')], default='to_request', max_length=12)),
                ('mode', models.CharField(choices=[('full', 'The full text'), ('excerpt', 'An excerpt'), ('link', 'Only a link to it')], default='full', max_length=8, verbose_name='how much may be shown')),
                ('excerpt_words', models.PositiveIntegerField(blank=True, null=True, verbose_name='words of the excerpt')),
                ('asked_on', models.DateField(blank=True, null=True, verbose_name='asked on')),
                ('granted_by', prose.fields.LineField(blank=True, max_length=200, verbose_name='who gave it')),
                ('granted_on', models.DateField(blank=True, null=True, verbose_name='given on')),
                ('evidence', prose.fields.LineField(blank=True, help_text='A file’s name or a mail’s reference.', max_length=300, verbose_name='evidence')),
                ('scope', prose.fields.PlainField(blank=True, verbose_name='terms, in words')),
                ('credit', prose.fields.LineField(blank=True, help_text='Printed word for word with the piece.', max_length=500, verbose_name='words they require')),
                ('embargo_until', models.DateTimeField(blank=True, null=True, verbose_name='not before')),
                ('embargo_zone', models.CharField(blank=True, help_text='Like Europe/Berlin.', max_length=64, validators=[disclaimers.models.institution.check_time_zone], verbose_name='in the zone')),
                ('valid_until', models.DateField(blank=True, help_text='The first day it may no longer be shown.', null=True, verbose_name='over from')),
                ('search_policy', models.CharField(choices=[('index', 'Our page may be found'), ('noindex', 'Our page is kept out of search engines'), ('canonical', 'Search engines are sent to the outlet’s page')], default='index', max_length=10, verbose_name='search engines')),
                ('may_be_passed_on', models.BooleanField(default=False, verbose_name='we may let others republish it')),
                ('edits_allowed', models.BooleanField(default=True, verbose_name='we may edit the text')),
                ('outlet_terms', prose.fields.PlainField(blank=True, verbose_name="the outlet's terms then")),
            ],
            options={
                'verbose_name': 'permission',
            },
        ),
        migrations.AddField(
            model_name='appearance',
            name='access',
            field=models.CharField(blank=True, choices=[('open', 'Open to all'), ('registration', 'Readers must register'), ('paid', 'Readers must pay')], max_length=12, verbose_name='access there'),
        ),
        migrations.AddField(
            model_name='appearance',
            name='expert_role',
            field=models.CharField(choices=[('wrote', 'Wrote it'), ('quoted', 'Is quoted in it'), ('interviewed', 'Is interviewed in it')], default='wrote', max_length=12, verbose_name='our author there'),
        ),
        migrations.AddField(
            model_name='appearance',
            name='is_removed',
            field=models.BooleanField(default=False, verbose_name='no longer to be found there'),
        ),
        migrations.AddField(
            model_name='appearance',
            name='issue',
            field=prose.fields.LineField(blank=True, help_text='“March/April 2017 issue”', max_length=120, verbose_name='issue'),
        ),
        migrations.AddField(
            model_name='appearance',
            name='key',
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='appearance',
            name='medium',
            field=models.CharField(blank=True, choices=[('print', 'Print edition'), ('online', 'Online edition')], max_length=8, verbose_name='edition'),
        ),
        migrations.AddField(
            model_name='appearance',
            name='page',
            field=prose.fields.LineField(blank=True, max_length=20, verbose_name='page'),
        ),
        migrations.AddField(
            model_name='appearance',
            name='planned_on',
            field=models.DateField(blank=True, help_text='For a piece that will run there.', null=True, verbose_name='planned for'),
        ),
        migrations.AddField(
            model_name='appearance',
            name='section',
            field=prose.fields.LineField(blank=True, max_length=120, verbose_name='section'),
        ),
        migrations.AddField(
            model_name='article',
            name='attribution_override',
            field=prose.fields.LineField(blank=True, help_text='Printed instead of the sentence made from the facts, once permission is settled.', max_length=500, verbose_name='where it ran, in other words'),
        ),
        migrations.AddField(
            model_name='article',
            name='copyright_basis',
            field=models.CharField(choices=[('house', 'Held by the institution'), ('named', 'Held by those named below'), ('none', 'None')], default='house', max_length=8, verbose_name='copyright'),
        ),
        migrations.AddField(
            model_name='article',
            name='copyright_holders',
            field=prose.fields.PlainField(blank=True, help_text='One holder a line, as named then.', verbose_name='held by'),
        ),
        migrations.AddField(
            model_name='article',
            name='copyright_reason',
            field=prose.fields.LineField(blank=True, help_text='“A work of the United States government”', max_length=200, verbose_name='why there is none'),
        ),
        migrations.AddField(
            model_name='article',
            name='copyright_year',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Empty: the year of first publication here.', null=True, verbose_name='year of copyright'),
        ),
        migrations.AddField(
            model_name='article',
            name='editing_note',
            field=prose.fields.LineField(blank=True, help_text='“This transcript has been edited for length.”', max_length=300, verbose_name='how the text was edited'),
        ),
        migrations.AddField(
            model_name='article',
            name='editors_note',
            field=prose.fields.PlainField(blank=True, help_text='It introduces the piece; it corrects nothing.', verbose_name='editor’s note above the text'),
        ),
        migrations.AddField(
            model_name='article',
            name='has_more_places',
            field=models.BooleanField(default=False, help_text='The list ends with “and others”.', verbose_name='it ran in other places too'),
        ),
        migrations.AddField(
            model_name='article',
            name='licence_exceptions',
            field=prose.fields.LineField(blank=True, help_text='“Photographs are not covered.”', max_length=300, verbose_name='not covered by it'),
        ),
        migrations.AddField(
            model_name='article',
            name='region',
            field=prose.fields.LineField(blank=True, max_length=120, verbose_name='region'),
        ),
        migrations.AddField(
            model_name='article',
            name='series',
            field=prose.fields.LineField(blank=True, max_length=120, verbose_name='series'),
        ),
        migrations.AddField(
            model_name='article',
            name='source_language',
            field=models.CharField(blank=True, choices=[('en', 'English'), ('en-GB', 'English (British)'), ('de', 'German'), ('fr', 'French'), ('es', 'Spanish'), ('it', 'Italian'), ('pt', 'Portuguese'), ('nl', 'Dutch'), ('sv', 'Swedish'), ('da', 'Danish'), ('fi', 'Finnish'), ('pl', 'Polish'), ('ru', 'Russian'), ('uk', 'Ukrainian'), ('tr', 'Turkish'), ('ar', 'Arabic'), ('fa', 'Persian'), ('he', 'Hebrew'), ('ja', 'Japanese'), ('ko', 'Korean'), ('zh-Hans', 'Chinese (simplified)'), ('zh-Hant', 'Chinese (traditional)')], help_text='Empty: not a translation.', max_length=12, verbose_name='translated from'),
        ),
        migrations.AddField(
            model_name='article',
            name='translation_extent',
            field=models.CharField(choices=[('whole', 'The whole piece'), ('summary', 'A summary of it')], default='whole', max_length=8, verbose_name='how much is translated'),
        ),
        migrations.AddField(
            model_name='article',
            name='translation_of',
            field=models.ForeignKey(blank=True, help_text='Readers of each are shown the other, once both are live.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='translations', to='articles.article', verbose_name='translation of our own piece'),
        ),
        migrations.AddField(
            model_name='byline',
            name='no_copyright_reason',
            field=prose.fields.LineField(blank=True, help_text='“Work of an officer of the United States government (17 U.S.C. 105)”. Claims nothing for others.', max_length=200, verbose_name='no copyright in their part, because'),
        ),
        migrations.AddField(
            model_name='byline',
            name='no_republication',
            field=models.BooleanField(default=False, help_text='Then no one is offered to republish it.', verbose_name='does not want it republished'),
        ),
        migrations.AddField(
            model_name='byline',
            name='section',
            field=prose.fields.LineField(blank=True, help_text='The subheading of their part, in a round-up of several: their name prints below it.', max_length=300, verbose_name='wrote the part under'),
        ),
        migrations.AddField(
            model_name='edition',
            name='is_following',
            field=models.BooleanField(default=False, verbose_name='laid down with the one before it'),
        ),
        migrations.AddField(
            model_name='edition',
            name='mode',
            field=models.CharField(default='full', max_length=8, verbose_name='how much of the text it shows'),
        ),
        migrations.AddField(
            model_name='edition',
            name='outlet_line',
            field=models.TextField(blank=True, verbose_name='where it ran, as lists say it'),
        ),
        migrations.AddField(
            model_name='edition',
            name='search_policy',
            field=models.CharField(default='index', max_length=10),
        ),
        migrations.AddField(
            model_name='edition',
            name='translation_group',
            field=models.UUIDField(null=True, verbose_name='the original of its translations'),
        ),
        migrations.AlterField(
            model_name='appearance',
            name='headline',
            field=prose.fields.LineField(blank=True, help_text='Exactly as it ran there.', max_length=300, verbose_name='headline there'),
        ),
        migrations.AlterField(
            model_name='appearance',
            name='precision',
            field=models.CharField(choices=[('day', 'day'), ('month', 'month'), ('year', 'year'), ('month-day', 'day and month, not the year')], default='day', max_length=10, verbose_name='known to the'),
        ),
        migrations.AlterField(
            model_name='appearance',
            name='relation',
            field=models.CharField(choices=[('original', 'It was originally published there'), ('first', 'It was first published there, before anywhere else'), ('version', 'A version of it ran there'), ('excerpt', 'An excerpt of it ran there'), ('translation', 'A translation of it ran there'), ('crossposted', 'We cross-post it from there'), ('copublished', 'We publish it together with them'), ('also', 'It ran there too'), ('forthcoming', 'It will run there'), ('rerun', 'We published it ourselves before')], default='original', max_length=12, verbose_name='what ran there'),
        ),
        migrations.AlterField(
            model_name='article',
            name='copyright_line',
            field=prose.fields.LineField(blank=True, help_text='Printed word for word instead of the line made from the facts.', max_length=300, verbose_name='its own copyright line'),
        ),
        migrations.AlterField(
            model_name='byline',
            name='role',
            field=models.CharField(choices=[('author', 'Author'), ('editor', 'Editor'), ('translator', 'Translator'), ('interviewer', 'Interviewer'), ('interviewee', 'Interviewee'), ('contributor', 'Contributor'), ('signatory', 'Signatory')], default='author', max_length=12, verbose_name='role'),
        ),
        migrations.AlterField(
            model_name='edition',
            name='kicker',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(models.F('translation_group'), condition=models.Q(('translation_group__isnull', False)), name='editions_by_translation'),
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('relation', 'rerun'), _negated=True), models.Q(('outlet__isnull', True), ('outlet_name', '')), _connector='OR'), name='our_own_rerun_names_no_outlet', violation_error_message='What we published ourselves before ran in no outlet: choose one of the two.'),
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('relation', 'forthcoming'), _negated=True), ('published_on__isnull', True), _connector='OR'), name='what_is_forthcoming_has_no_date_yet', violation_error_message='It will run there, and it has a date there: one of the two is wrong.'),
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=models.CheckConstraint(condition=models.Q(('planned_on__isnull', True), ('relation', 'forthcoming'), _connector='OR'), name='only_what_is_forthcoming_is_planned', violation_error_message='A planned date belongs to a piece that will run there.'),
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('precision', 'month-day'), _negated=True), ('published_on__isnull', True), ('published_on__year', 2000), _connector='OR'), name='an_unknown_year_is_not_stored'),
        ),
        migrations.AddField(
            model_name='disclosure',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='disclosures', to='articles.article'),
        ),
        migrations.AddField(
            model_name='disclosure',
            name='author',
            field=models.ForeignKey(blank=True, help_text='Empty: all authors of this piece.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='disclosures', to='authors.author', verbose_name='person'),
        ),
        migrations.AddField(
            model_name='notice',
            name='amends',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='articles.notice'),
        ),
        migrations.AddField(
            model_name='notice',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='articles.article'),
        ),
        migrations.AddField(
            model_name='notice',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='articles.ledgerentry'),
        ),
        migrations.AddField(
            model_name='notice',
            name='successor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='supersedes', to='articles.article'),
        ),
        migrations.AddField(
            model_name='reprint',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reprints', to='articles.article'),
        ),
        migrations.AddField(
            model_name='reprint',
            name='outlet',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reprints', to='outlets.outlet', verbose_name='outlet'),
        ),
        migrations.AddField(
            model_name='rightsrecord',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rights', to='articles.article'),
        ),
        migrations.AddField(
            model_name='rightsrecord',
            name='outlet',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rights', to='outlets.outlet'),
        ),
        migrations.AddConstraint(
            model_name='disclosure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', 'none'), _negated=True), models.Q(('checked_by', ''), ('task', ''), ('text', ''), ('tool', '')), _connector='OR'), name='nothing_to_disclose_says_nothing', violation_error_message='“Nothing to disclose” and words to print contradict each other.'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'correction'), _negated=True), ('amends__isnull', False), models.Q(models.Q(('wrong', ''), _negated=True), models.Q(('right', ''), _negated=True)), _connector='OR'), name='a_correction_says_wrong_and_right', violation_error_message='A correction says what was wrong and what is right.'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(('successor__isnull', True), ('kind', 'superseded'), _connector='OR'), name='only_what_is_superseded_has_a_successor'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='notices_stay', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9f4ef860b153bd1757a00c196cd9aefeb9575f50', operation='UPDATE OR DELETE', pgid='pgtrigger_notices_stay_da4a6', table='articles_notice', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notice',
            trigger=pgtrigger.compiler.Trigger(name='notices_are_not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'This table is a record and is never emptied.' USING ERRCODE = 'check_violation';", hash='1fbd6e848ab9457fe9af16914bbbeab223e9213e', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_notices_are_not_emptied_60d1b', table='articles_notice', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='reprint',
            constraint=models.CheckConstraint(condition=models.Q(('outlet__isnull', True), ('outlet_name', ''), _connector='XOR'), name='a_reprint_names_its_outlet', violation_error_message='Choose an outlet or write its name, one of the two.'),
        ),
        migrations.AddConstraint(
            model_name='rightsrecord',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('excerpt_words__gt', 0), ('excerpt_words__isnull', False), ('mode', 'excerpt')), models.Q(models.Q(('mode', 'excerpt'), _negated=True), ('excerpt_words__isnull', True)), _connector='OR'), name='a_shown_excerpt_has_its_length', violation_error_message='An excerpt needs its number of words, and nothing else has one.'),
        ),
        migrations.AddConstraint(
            model_name='rightsrecord',
            constraint=models.CheckConstraint(condition=models.Q(('embargo_until__isnull', True), models.Q(('embargo_zone', ''), _negated=True), _connector='OR'), name='an_embargo_names_its_zone', violation_error_message='Say in which time zone the embargo ends.'),
        ),
        migrations.AddConstraint(
            model_name='rightsrecord',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('granted_on__isnull', True), ('valid_until__gt', models.F('granted_on')), _connector='OR'), name='a_permission_ends_after_it_was_given', violation_error_message='It would be over before it was given.'),
        ),
    ]
