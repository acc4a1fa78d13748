import articles.states
import disclaimers.models.institution
import django.contrib.postgres.constraints
import django.contrib.postgres.functions
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.serializers.json
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import prose.fields
import prose.slugs
import taggit.managers
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('authors', '0001_initial'),
        ('disclaimers', '0001_initial'),
        ('outlets', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # One clock for every trigger: the transaction's start. Only in a database made for tests may a session
        # pin it, so that nobody can back-date a page of a desk that is read.
        migrations.RunSQL(
            """
            CREATE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
                SELECT coalesce(
                    CASE WHEN starts_with(current_database(), 'thinktank_test_')
                         THEN nullif(current_setting('desk.now', true), '')::timestamptz END,
                    transaction_timestamp())
            $$
            """,
            "DROP FUNCTION desk_now()",
        ),
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('language', models.CharField(choices=[('en', 'English'), ('en-GB', 'English (British)'), ('de', 'German'), ('fr', 'French'), ('es', 'Spanish'), ('it', 'Italian'), ('pt', 'Portuguese'), ('nl', 'Dutch'), ('sv', 'Swedish'), ('da', 'Danish'), ('fi', 'Finnish'), ('pl', 'Polish'), ('ru', 'Russian'), ('uk', 'Ukrainian'), ('tr', 'Turkish'), ('ar', 'Arabic'), ('fa', 'Persian'), ('he', 'Hebrew'), ('ja', 'Japanese'), ('ko', 'Korean'), ('zh-Hans', 'Chinese (simplified)'), ('zh-Hant', 'Chinese (traditional)')], default='en', max_length=12, verbose_name='language')),
                ('headline', prose.fields.LineField(blank=True, max_length=300, verbose_name='headline')),
                ('dek', prose.fields.LineField(blank=True, help_text='One or two sentences under the headline.', max_length=600, verbose_name='dek')),
                ('body', prose.fields.ProseField(blank=True, verbose_name='text')),
                ('slug', models.CharField(blank=True, help_text='The last part of /articles/…/. Empty: made from the headline when the piece is published.', max_length=90, validators=[prose.slugs.validate_slug], verbose_name='web address')),
                ('is_archive', models.BooleanField(default=False, help_text='It is not new: lists sort it by its own dates, and a day we do not know is not printed.', verbose_name='this ran on our old site')),
                ('first_published_on', models.DateField(blank=True, help_text='Only for a piece that is older than this desk.', null=True, verbose_name='first published here on')),
                ('series', prose.fields.LineField(blank=True, max_length=120, verbose_name='series')),
                ('region', prose.fields.LineField(blank=True, max_length=120, verbose_name='region')),
                ('editors_note', prose.fields.PlainField(blank=True, help_text='It introduces the piece; it corrects nothing.', verbose_name='editor’s note above the text')),
                ('editing_note', prose.fields.LineField(blank=True, help_text='“This transcript has been edited for length.”', max_length=300, verbose_name='how the text was edited')),
                ('source_language', models.CharField(blank=True, choices=[('en', 'English'), ('en-GB', 'English (British)'), ('de', 'German'), ('fr', 'French'), ('es', 'Spanish'), ('it', 'Italian'), ('pt', 'Portuguese'), ('nl', 'Dutch'), ('sv', 'Swedish'), ('da', 'Danish'), ('fi', 'Finnish'), ('pl', 'Polish'), ('ru', 'Russian'), ('uk', 'Ukrainian'), ('tr', 'Turkish'), ('ar', 'Arabic'), ('fa', 'Persian'), ('he', 'Hebrew'), ('ja', 'Japanese'), ('ko', 'Korean'), ('zh-Hans', 'Chinese (simplified)'), ('zh-Hant', 'Chinese (traditional)')], help_text='Empty: not a translation.', max_length=12, verbose_name='translated from')),
                ('translation_extent', models.CharField(choices=[('whole', 'The whole piece'), ('summary', 'A summary of it')], default='whole', max_length=8, verbose_name='how much is translated')),
                ('has_more_places', models.BooleanField(default=False, help_text='The list ends with “and others”.', verbose_name='it ran in other places too')),
                ('attribution_override', prose.fields.LineField(blank=True, help_text='Printed instead of the sentence made from the facts, once permission is settled.', max_length=500, verbose_name='where it ran, in other words')),
                ('copyright_basis', models.CharField(choices=[('house', 'Held by the institution'), ('named', 'Held by those named below'), ('none', 'None')], default='house', max_length=8, verbose_name='copyright')),
                ('copyright_holders', prose.fields.PlainField(blank=True, help_text='One holder a line, as named then.', verbose_name='held by')),
                ('copyright_year', models.PositiveSmallIntegerField(blank=True, help_text='Empty: the year of first publication here.', null=True, verbose_name='year of copyright')),
                ('copyright_reason', prose.fields.LineField(blank=True, help_text='“A work of the United States government”', max_length=200, verbose_name='why there is none')),
                ('copyright_line', prose.fields.LineField(blank=True, help_text='Printed word for word instead of the line made from the facts.', max_length=300, verbose_name='its own copyright line')),
                ('licence_exceptions', prose.fields.LineField(blank=True, help_text='“Photographs are not covered.”', max_length=300, verbose_name='not covered by it')),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='disclaimers.institution', verbose_name='institution')),
                ('kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='disclaimers.kind', verbose_name='content type')),
                ('licence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='disclaimers.licence', verbose_name='licence')),
                ('translation_of', models.ForeignKey(blank=True, help_text='Readers of each are shown the other, once both are live.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='translations', to='articles.article', verbose_name='translation of our own piece')),
            ],
            options={
                'verbose_name': 'piece',
                'verbose_name_plural': 'pieces',
                'ordering': ['-id'],
                'permissions': [('publish_article', 'Can publish and schedule pieces'), ('remove_article', 'Can unpublish and re-issue pieces'), ('view_every_article', 'Can see every manuscript, not only their own'), ('change_rights', 'Can ask for permissions and record them')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, verbose_name="the article's lasting name")),
                ('form', models.CharField(choices=[('piece', 'piece'), ('retraction', 'retraction'), ('withdrawal', 'withdrawal')], default=articles.states.Form['PIECE'], max_length=12)),
                ('live_from', models.DateTimeField()),
                ('live_until', models.DateTimeField(null=True)),
                ('recorded_at', models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow())),
                ('is_following', models.BooleanField(default=False, verbose_name='laid down with the one before it')),
                ('mode', models.CharField(default='full', max_length=8, verbose_name='how much of the text it shows')),
                ('search_policy', models.CharField(default='index', max_length=10)),
                ('translation_group', models.UUIDField(null=True, verbose_name='the original of its translations')),
                ('language', models.CharField(max_length=12)),
                ('kicker', models.CharField(blank=True, max_length=300)),
                ('headline', models.CharField(max_length=300)),
                ('dek', models.TextField(blank=True)),
                ('byline', models.TextField(blank=True, verbose_name='names in one line')),
                ('dateline', models.TextField(blank=True, verbose_name='dates in one line')),
                ('outlet_line', models.TextField(blank=True, verbose_name='where it ran, as lists say it')),
                ('body', models.TextField()),
                ('endnotes', models.TextField(blank=True)),
                ('word_count', models.PositiveIntegerField(default=0)),
                ('first_published_on', models.DateField(null=True)),
                ('first_published_at', models.DateTimeField(null=True)),
                ('modified_at', models.DateTimeField(null=True)),
                ('ordered_at', models.DateTimeField(verbose_name='where lists place it')),
                ('printed', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='articles.article')),
            ],
            options={
                'verbose_name': 'published version',
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True, verbose_name='name')),
                ('slug', models.SlugField(allow_unicode=True, max_length=100, unique=True, verbose_name='slug')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='DeskState',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='desk', serialize=False, to='articles.article')),
                ('head_number', models.PositiveIntegerField(default=0)),
                ('saved_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Appearance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('relation', models.CharField(choices=[('original', 'It was originally published there'), ('first', 'It was first published there, before anywhere else'), ('version', 'A version of it ran there'), ('excerpt', 'An excerpt of it ran there'), ('translation', 'A translation of it ran there'), ('crossposted', 'We cross-post it from there'), ('copublished', 'We publish it together with them'), ('also', 'It ran there too'), ('forthcoming', 'It will run there'), ('rerun', 'We published it ourselves before')], default='original', max_length=12, verbose_name='what ran there')),
                ('outlet_name', prose.fields.LineField(blank=True, help_text='For an outlet without a record here.', max_length=200, verbose_name='or a name only')),
                ('expert_role', models.CharField(choices=[('wrote', 'Wrote it'), ('quoted', 'Is quoted in it'), ('interviewed', 'Is interviewed in it')], default='wrote', max_length=12, verbose_name='our author there')),
                ('headline', prose.fields.LineField(blank=True, help_text='Exactly as it ran there.', max_length=300, verbose_name='headline there')),
                ('url', prose.fields.WebURLField(blank=True, max_length=2000, verbose_name='address there')),
                ('is_removed', models.BooleanField(default=False, verbose_name='no longer to be found there')),
                ('access', models.CharField(blank=True, choices=[('open', 'Open to all'), ('registration', 'Readers must register'), ('paid', 'Readers must pay')], max_length=12, verbose_name='access there')),
                ('published_on', models.DateField(blank=True, null=True, verbose_name='date there')),
                ('precision', models.CharField(choices=[('day', 'day'), ('month', 'month'), ('year', 'year'), ('month-day', 'day and month, not the year')], default='day', max_length=10, verbose_name='known to the')),
                ('planned_on', models.DateField(blank=True, help_text='For a piece that will run there.', null=True, verbose_name='planned for')),
                ('medium', models.CharField(blank=True, choices=[('print', 'Print edition'), ('online', 'Online edition')], max_length=8, verbose_name='edition')),
                ('section', prose.fields.LineField(blank=True, max_length=120, verbose_name='section')),
                ('issue', prose.fields.LineField(blank=True, help_text='“March/April 2017 issue”', max_length=120, verbose_name='issue')),
                ('page', prose.fields.LineField(blank=True, max_length=20, verbose_name='page')),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('en-GB', 'English (British)'), ('de', 'German'), ('fr', 'French'), ('es', 'Spanish'), ('it', 'Italian'), ('pt', 'Portuguese'), ('nl', 'Dutch'), ('sv', 'Swedish'), ('da', 'Danish'), ('fi', 'Finnish'), ('pl', 'Polish'), ('ru', 'Russian'), ('uk', 'Ukrainian'), ('tr', 'Turkish'), ('ar', 'Arabic'), ('fa', 'Persian'), ('he', 'Hebrew'), ('ja', 'Japanese'), ('ko', 'Korean'), ('zh-Hans', 'Chinese (simplified)'), ('zh-Hant', 'Chinese (traditional)')], max_length=12, verbose_name='language there')),
                ('outlet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appearances', to='outlets.outlet', verbose_name='outlet')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appearances', to='articles.article')),
            ],
            options={
                'verbose_name': 'where else it ran',
                'verbose_name_plural': 'where else it ran',
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Batch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('names', models.CharField(choices=[('pinned', 'As they were printed'), ('current', 'As they are today')], default='pinned', max_length=8)),
                ('wordings', models.CharField(choices=[('pinned', 'As they were printed'), ('current', 'As they are today')], default='pinned', max_length=8)),
                ('reason', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
                ('stopped', models.BooleanField(default=False)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='authors.author')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('correction', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclaimers.wordingcorrection')),
                ('institution', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclaimers.institution')),
                ('outlet', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outlets.outlet')),
                ('wording', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclaimers.wording')),
            ],
            options={
                'verbose_name': 'update of published pages',
                'verbose_name_plural': 'updates of published pages',
                'ordering': ['-id'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Byline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('role', models.CharField(choices=[('author', 'Author'), ('editor', 'Editor'), ('translator', 'Translator'), ('interviewer', 'Interviewer'), ('interviewee', 'Interviewee'), ('contributor', 'Contributor'), ('signatory', 'Signatory')], default='author', max_length=12, verbose_name='role')),
                ('name', prose.fields.LineField(blank=True, help_text='For someone without a record here.', max_length=200, verbose_name='or a name only')),
                ('bio', prose.fields.PlainField(blank=True, help_text='Printed below this piece, word for word. Empty: from their post.', verbose_name='bio')),
                ('section', prose.fields.LineField(blank=True, help_text='The subheading of their part, in a round-up of several: their name prints below it.', max_length=300, verbose_name='wrote the part under')),
                ('no_copyright_reason', prose.fields.LineField(blank=True, help_text='“Work of an officer of the United States government (17 U.S.C. 105)”. Claims nothing for others.', max_length=200, verbose_name='no copyright in their part, because')),
                ('no_republication', models.BooleanField(default=False, help_text='Then no one is offered to republish it.', verbose_name='does not want it republished')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bylines', to='articles.article')),
                ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='bylines', to='authors.author', verbose_name='person')),
            ],
            options={
                'ordering': ['order', 'id'],
            },
        ),
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
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='disclosures', to='articles.article')),
                ('author', models.ForeignKey(blank=True, help_text='Empty: all authors of this piece.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='disclosures', to='authors.author', verbose_name='person')),
            ],
            options={
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='EditionText',
            fields=[
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='text', serialize=False, to='articles.edition')),
                ('plain_text', models.TextField()),
                ('configuration', models.CharField(max_length=40)),
                ('vector', django.contrib.postgres.search.SearchVectorField()),
            ],
        ),
        migrations.CreateModel(
            name='EditionByline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('role', models.CharField(max_length=12)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='edition_bylines', to='authors.author')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bylines', to='articles.edition')),
            ],
            options={
                'ordering': ['edition', 'order'],
            },
        ),
        migrations.CreateModel(
            name='EditionOutlet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('relation', models.CharField(max_length=12)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outlets', to='articles.edition')),
                ('outlet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='edition_outlets', to='outlets.outlet')),
            ],
            options={
                'ordering': ['edition', 'order'],
            },
        ),
        migrations.CreateModel(
            name='IntakeSource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('file_name', prose.fields.LineField(blank=True, max_length=255, verbose_name='file')),
                ('report', models.JSONField(default=dict)),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='intake_source', to='articles.article')),
            ],
        ),
        migrations.CreateModel(
            name='LedgerEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.CharField(choices=[('save_draft', 'save_draft'), ('publish', 'publish'), ('schedule', 'schedule'), ('unschedule', 'unschedule'), ('unpublish', 'unpublish'), ('reissue', 'reissue'), ('correct', 'correct'), ('take_down', 'take_down'), ('put_back', 'put_back'), ('request_rights', 'request_rights'), ('grant_rights', 'grant_rights'), ('refuse_rights', 'refuse_rights'), ('withdraw_rights', 'withdraw_rights'), ('extend_rights', 'extend_rights'), ('settle_rights', 'settle_rights')], max_length=20)),
                ('at', models.DateTimeField()),
                ('reason', models.TextField(blank=True)),
                ('before', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('after', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('checklist', models.JSONField(default=list, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('overrides', models.JSONField(default=list, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ledger', to='articles.article')),
                ('on_behalf_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'history entry',
                'verbose_name_plural': 'history',
                'ordering': ['-id'],
            },
        ),
        migrations.AddField(
            model_name='edition',
            name='closed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='closed', to='articles.ledgerentry'),
        ),
        migrations.AddField(
            model_name='edition',
            name='entry',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opened', to='articles.ledgerentry'),
        ),
        migrations.CreateModel(
            name='BatchItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('done', 'Updated'), ('unchanged', 'Nothing to change'), ('refused', 'Refused')], default='waiting', max_length=10)),
                ('sentence', models.TextField(blank=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.article')),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='articles.batch')),
                ('entry', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.ledgerentry')),
            ],
            options={
                'ordering': ['id'],
                'default_permissions': (),
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
                ('amends', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='articles.notice')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='articles.article')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='articles.ledgerentry')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='supersedes', to='articles.article')),
            ],
            options={
                'ordering': ['issued_on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Permalink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=500, unique=True)),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='permalinks', to='articles.article')),
            ],
        ),
        migrations.AddField(
            model_name='edition',
            name='permalink',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='articles.permalink'),
        ),
        migrations.CreateModel(
            name='PinnedWording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('own_text', prose.fields.PlainField(blank=True, help_text='Printed instead of the text chosen.', verbose_name='or its own words')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pinned_wordings', to='articles.article')),
                ('wording', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='disclaimers.wording', verbose_name='disclaimer text')),
            ],
            options={
                'verbose_name': 'disclaimer on this piece',
                'verbose_name_plural': 'disclaimers on this piece',
                'ordering': ['order', 'id'],
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
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reprints', to='articles.article', verbose_name='piece')),
                ('outlet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reprints', to='outlets.outlet', verbose_name='outlet')),
            ],
            options={
                'ordering': ['-reprinted_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('saved_at', models.DateTimeField()),
                ('label', models.CharField(blank=True, max_length=120)),
                ('schema', models.PositiveSmallIntegerField()),
                ('content', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('content_hash', models.CharField(max_length=64)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='articles.article')),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.revision')),
                ('saved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'saved version',
                'ordering': ['article', '-number'],
            },
        ),
        migrations.AddField(
            model_name='ledgerentry',
            name='revision',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.revision'),
        ),
        migrations.AddField(
            model_name='edition',
            name='revision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='articles.revision'),
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
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rights', to='articles.article')),
                ('licence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rights', to='disclaimers.licence')),
                ('outlet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rights', to='outlets.outlet')),
                ('standing', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='used_by', to='outlets.standingpermission')),
            ],
            options={
                'verbose_name': 'permission',
            },
        ),
        migrations.CreateModel(
            name='EditionTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='topic_uses', to='articles.edition')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='edition_uses', to='articles.topic')),
            ],
        ),
        migrations.AddField(
            model_name='edition',
            name='tags',
            field=taggit.managers.TaggableManager(blank=True, help_text='A comma-separated list of tags.', through='articles.EditionTopic', to='articles.Topic', verbose_name='Tags'),
        ),
        migrations.CreateModel(
            name='ArticleTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='topic_uses', to='articles.article')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='article_uses', to='articles.topic')),
            ],
            options={
                'verbose_name': 'topic of a piece',
                'verbose_name_plural': 'topics of pieces',
            },
        ),
        migrations.AddField(
            model_name='article',
            name='tags',
            field=taggit.managers.TaggableManager(blank=True, help_text='Separated by commas.', through='articles.ArticleTopic', to='articles.Topic', verbose_name='topics'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='topic',
            trigger=pgtrigger.compiler.Trigger(name='topic_address_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='9753bb888b00d37c87182fb6e0c0818e816c6c7d', operation='UPDATE', pgid='pgtrigger_topic_address_stays_9f126', table='articles_topic', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=models.CheckConstraint(condition=models.Q(('outlet__isnull', True), ('outlet_name', ''), _connector='OR'), name='an_appearance_has_one_outlet', violation_error_message='Choose an outlet or write its name, not both.'),
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
        migrations.AddConstraint(
            model_name='appearance',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('relation', 'first'), ('relation', 'original'), _connector='OR'), deferrable=django.db.models.constraints.Deferrable['DEFERRED'], expressions=[('article', '='), ('published_on', '<>')], name='originals_are_of_one_day'),
        ),
        migrations.AddConstraint(
            model_name='batch',
            constraint=models.CheckConstraint(condition=models.Q(('correction__isnull', True), ('wording__isnull', False), _connector='OR'), name='a_corrected_slip_is_one_of_a_wording'),
        ),
        migrations.AddConstraint(
            model_name='byline',
            constraint=models.CheckConstraint(condition=models.Q(('author__isnull', True), ('name', ''), _connector='XOR'), name='a_byline_names_someone', violation_error_message='Choose a person or write a name, one of the two.'),
        ),
        migrations.AddConstraint(
            model_name='disclosure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', 'none'), _negated=True), models.Q(('checked_by', ''), ('task', ''), ('text', ''), ('tool', '')), _connector='OR'), name='nothing_to_disclose_says_nothing', violation_error_message='“Nothing to disclose” and words to print contradict each other.'),
        ),
        migrations.AddIndex(
            model_name='editiontext',
            index=django.contrib.postgres.indexes.GinIndex(fields=['vector'], name='edition_text_vector'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='editionbyline',
            trigger=pgtrigger.compiler.Trigger(name='printed_with_its_edition', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF NOT EXISTS (SELECT 1 FROM articles_edition e\n                           WHERE e.id = NEW.edition_id AND e.recorded_at = transaction_timestamp()) THEN\n                RAISE EXCEPTION 'An edition''s rows are written with it, not afterwards.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'printed_with_its_edition';\n            END IF;\n            RETURN NEW;\n            ", hash='61662ad5d93a018e9b73f091a9d2e7bba010eb3d', operation='INSERT', pgid='pgtrigger_printed_with_its_edition_3fb75', table='articles_editionbyline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='editionbyline',
            trigger=pgtrigger.compiler.Trigger(name='printed_rows_stay', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9b76223c7d2ad40e913f24743543aefd299a0eae', operation='UPDATE OR DELETE', pgid='pgtrigger_printed_rows_stay_a2ffd', table='articles_editionbyline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='editionbyline',
            trigger=pgtrigger.compiler.Trigger(name='printed_rows_are_not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'This table is a record and is never emptied.' USING ERRCODE = 'check_violation';", hash='b87a31baabf79cd12a36b034330d966fad5d8aaf', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_printed_rows_are_not_emptied_20ccb', table='articles_editionbyline', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='editionoutlet',
            trigger=pgtrigger.compiler.Trigger(name='printed_with_its_edition', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF NOT EXISTS (SELECT 1 FROM articles_edition e\n                           WHERE e.id = NEW.edition_id AND e.recorded_at = transaction_timestamp()) THEN\n                RAISE EXCEPTION 'An edition''s rows are written with it, not afterwards.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'printed_with_its_edition';\n            END IF;\n            RETURN NEW;\n            ", hash='009c50d36364c6dde07b2537c2cccb47be979c4b', operation='INSERT', pgid='pgtrigger_printed_with_its_edition_3fe35', table='articles_editionoutlet', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='editionoutlet',
            trigger=pgtrigger.compiler.Trigger(name='printed_rows_stay', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='54ecd010f604d578139dc1c2523590c96bf96e4c', operation='UPDATE OR DELETE', pgid='pgtrigger_printed_rows_stay_357bb', table='articles_editionoutlet', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='editionoutlet',
            trigger=pgtrigger.compiler.Trigger(name='printed_rows_are_not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'This table is a record and is never emptied.' USING ERRCODE = 'check_violation';", hash='adff46b9e7573a4fe95afb46ad42a0ad72a715af', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_printed_rows_are_not_emptied_305e0', table='articles_editionoutlet', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='batchitem',
            index=models.Index(condition=models.Q(('state', 'waiting')), fields=['batch', 'id'], name='batch_items_waiting'),
        ),
        migrations.AddConstraint(
            model_name='batchitem',
            constraint=models.UniqueConstraint(fields=('batch', 'article'), name='one_item_for_each_piece_of_a_batch'),
        ),
        migrations.AddConstraint(
            model_name='batchitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('entry__isnull', False), ('state', 'done')), models.Q(models.Q(('state', 'done'), _negated=True), ('entry__isnull', True)), _connector='OR'), name='a_piece_that_was_updated_has_its_entry'),
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
            model_name='permalink',
            constraint=models.CheckConstraint(condition=models.Q(('path__regex', '^/[^/?#\\s\\\\][^?#\\s\\\\]*$')), name='a_permalink_is_a_path', violation_error_message='An address on this site starts with one / and has no query and no fragment.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='permalink',
            trigger=pgtrigger.compiler.Trigger(name='permalinks_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."path" IS DISTINCT FROM (NEW."path") OR OLD."article_id" IS DISTINCT FROM (NEW."article_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='4c7268c4669a0f0f308f663cadd75b4db7b04219', operation='UPDATE', pgid='pgtrigger_permalinks_stay_ffaf5', table='articles_permalink', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='pinnedwording',
            constraint=models.CheckConstraint(condition=models.Q(('wording__isnull', False), models.Q(('own_text', ''), _negated=True), _connector='OR'), name='a_pinned_wording_says_something', violation_error_message='Choose a disclaimer text or write its own words.'),
        ),
        migrations.AddConstraint(
            model_name='reprint',
            constraint=models.CheckConstraint(condition=models.Q(('outlet__isnull', True), ('outlet_name', ''), _connector='XOR'), name='a_reprint_names_its_outlet', violation_error_message='Choose an outlet or write its name, one of the two.'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('article', 'number'), name='revisions_are_numbered'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='revision',
            trigger=pgtrigger.compiler.Trigger(name='revisions_stay', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='348190565f11e0da4c5656637726fde593ba2525', operation='UPDATE OR DELETE', pgid='pgtrigger_revisions_stay_c8918', table='articles_revision', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='revision',
            trigger=pgtrigger.compiler.Trigger(name='revisions_are_not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'This table is a record and is never emptied.' USING ERRCODE = 'check_violation';", hash='57267fa5df298c24bddffb6ea0ab6bf98d2f4cbd', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_revisions_are_not_emptied_7f1cc', table='articles_revision', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='revision',
            trigger=pgtrigger.compiler.Trigger(name='revisions_are_not_back_dated', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF NEW.saved_at < desk_now() - interval '5 seconds' THEN\n            RAISE EXCEPTION 'A record cannot be written for the past (% is before %).', NEW.saved_at, desk_now()\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'revisions_are_not_back_dated';\n        END IF;\n        RETURN NEW;\n        ", hash='3de01292adc82f81dc2bc4beebc1439d4b63e330', operation='INSERT', pgid='pgtrigger_revisions_are_not_back_dated_d2958', table='articles_revision', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerentry',
            trigger=pgtrigger.compiler.Trigger(name='ledger_entries_stay', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6e9cf5a8279c82c9c84bd4463fe1260728f06659', operation='UPDATE OR DELETE', pgid='pgtrigger_ledger_entries_stay_a4474', table='articles_ledgerentry', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerentry',
            trigger=pgtrigger.compiler.Trigger(name='ledger_entries_are_not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'This table is a record and is never emptied.' USING ERRCODE = 'check_violation';", hash='1ebfb9b9d73e51453b90fcf8aa4dd1f3eaa3e65b', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_ledger_entries_are_not_emptied_e57bf', table='articles_ledgerentry', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='ledgerentry',
            trigger=pgtrigger.compiler.Trigger(name='ledger_entries_are_not_back_dated', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF NEW.at < desk_now() - interval '5 seconds' THEN\n            RAISE EXCEPTION 'A record cannot be written for the past (% is before %).', NEW.at, desk_now()\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_entries_are_not_back_dated';\n        END IF;\n        RETURN NEW;\n        ", hash='7a64edd15b0bb8849aafe5c5610d0014421e8b33', operation='INSERT', pgid='pgtrigger_ledger_entries_are_not_back_dated_0457a', table='articles_ledgerentry', when='BEFORE')),
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
        migrations.AddConstraint(
            model_name='editiontopic',
            constraint=models.UniqueConstraint(fields=('content_object', 'tag'), name='one_topic_use_per_edition'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='editiontopic',
            trigger=pgtrigger.compiler.Trigger(name='printed_with_its_edition', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n            IF NOT EXISTS (SELECT 1 FROM articles_edition e\n                           WHERE e.id = NEW.content_object_id AND e.recorded_at = transaction_timestamp()) THEN\n                RAISE EXCEPTION 'An edition''s rows are written with it, not afterwards.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'printed_with_its_edition';\n            END IF;\n            RETURN NEW;\n            ", hash='6464947687d34cffe5f0f25dc7dba917fb4660d3', operation='INSERT', pgid='pgtrigger_printed_with_its_edition_4ebdb', table='articles_editiontopic', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='editiontopic',
            trigger=pgtrigger.compiler.Trigger(name='printed_rows_stay', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='63f217a9d0317882a1e127e23f13a8025143dbb9', operation='UPDATE OR DELETE', pgid='pgtrigger_printed_rows_stay_f0811', table='articles_editiontopic', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='editiontopic',
            trigger=pgtrigger.compiler.Trigger(name='printed_rows_are_not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'This table is a record and is never emptied.' USING ERRCODE = 'check_violation';", hash='9d7ded4a17854cbddbefbc7311cde326f5681fbc', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_printed_rows_are_not_emptied_65e11', table='articles_editiontopic', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(models.OrderBy(models.F('ordered_at'), descending=True), models.OrderBy(models.F('article_id'), descending=True), name='editions_in_reading_order'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(models.F('permalink'), models.F('live_from'), name='editions_by_address'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(models.OrderBy(models.F('live_from'), descending=True), name='editions_by_start'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(models.F('translation_group'), condition=models.Q(('translation_group__isnull', False)), name='editions_by_translation'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(models.OrderBy(models.F('live_until'), descending=True), condition=models.Q(('live_until__isnull', False)), name='editions_by_end'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('article', '='), (models.Func('live_from', 'live_until', function='tstzrange'), '&&')], name='one_live_edition'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('live_until__isnull', True), ('live_until__gte', models.F('live_from')), _connector='OR'), name='editions_run_forward'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_by__isnull', True), ('live_until__isnull', True)), models.Q(('closed_by__isnull', False), ('live_until__isnull', False)), _connector='OR'), name='every_end_has_its_entry'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='editions_begin_now_or_later', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF NEW.live_from < desk_now() - interval '5 seconds' THEN\n    RAISE EXCEPTION 'An edition cannot begin in the past (% is before %).', NEW.live_from, desk_now()\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'editions_begin_now_or_later';\nEND IF;\nIF NOT EXISTS (SELECT 1 FROM articles_revision r WHERE r.id = NEW.revision_id AND r.article_id = NEW.article_id)\n    OR NOT EXISTS (SELECT 1 FROM articles_permalink p WHERE p.id = NEW.permalink_id AND p.article_id = NEW.article_id)\n    OR NOT EXISTS (SELECT 1 FROM articles_ledgerentry l WHERE l.id = NEW.entry_id AND l.article_id = NEW.article_id)\nTHEN\n    RAISE EXCEPTION 'An edition''s version, address and entry belong to its own piece.'\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'editions_are_of_one_piece';\nEND IF;\nNEW.recorded_at := transaction_timestamp();\nRETURN NEW;\n", hash='52689c6d3d385b1f1ca0adcadac0672cdf30bffd', operation='INSERT', pgid='pgtrigger_editions_begin_now_or_later_97909', table='articles_edition', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='editions_stay', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF (to_jsonb(NEW) - 'live_until' - 'closed_by_id')\n    IS DISTINCT FROM (to_jsonb(OLD) - 'live_until' - 'closed_by_id') THEN\n    RAISE EXCEPTION 'An edition is never rewritten.'\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'editions_stay';\nEND IF;\nIF OLD.live_until <= desk_now() OR OLD.live_until = OLD.live_from THEN\n    RAISE EXCEPTION 'An edition that has ended or was called off stays so (%).', OLD.live_until\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'ended_editions_stay';\nEND IF;\nIF NEW.live_until IS NOT NULL AND NEW.live_until < desk_now() - interval '5 seconds' THEN\n    RAISE EXCEPTION 'An edition cannot end in the past (% is before %).', NEW.live_until, desk_now()\n        USING ERRCODE = 'check_violation', CONSTRAINT = 'editions_end_now_or_later';\nEND IF;\nRETURN NEW;\n", hash='25fea10f187858692f4843210bc644c565bde4ec', operation='UPDATE', pgid='pgtrigger_editions_stay_502df', table='articles_edition', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='editions_are_not_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b8b7be61249633ee988f1d2947ecdffacd5a4e56', operation='DELETE', pgid='pgtrigger_editions_are_not_deleted_702e0', table='articles_edition', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='editions_are_not_emptied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'This table is a record and is never emptied.' USING ERRCODE = 'check_violation';", hash='10328dfd371d0470c7c502dfa3abf6e8b0964627', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_editions_are_not_emptied_55c2d', table='articles_edition', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='articletopic',
            constraint=models.UniqueConstraint(fields=('content_object', 'tag'), name='one_use_of_a_topic'),
        ),
    ]
