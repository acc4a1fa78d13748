import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
import prose.fields
import prose.slugs
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('disclaimers', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Author',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', models.CharField(choices=[('person', 'Person'), ('body', 'Body (an institution, a task force)')], default='person', max_length=8, verbose_name='person or body')),
                ('display_name', prose.fields.LineField(help_text='As printed, without title or suffix.', max_length=200, verbose_name='name')),
                ('native_name', prose.fields.LineField(blank=True, help_text='“심하늘”, “Ида Кей”', max_length=200, verbose_name='name in its own script')),
                ('name_order', models.CharField(choices=[('given-first', 'given name first: “Ida Quay”'), ('family-first', 'family name first: “Sim Haneul”')], default='given-first', max_length=12, verbose_name='which name stands first')),
                ('sort_name', prose.fields.LineField(blank=True, help_text='“Díaz, Ana”. Empty: made from the name.', max_length=200, verbose_name='sorted as')),
                ('courtesy', prose.fields.LineField(blank=True, help_text='“Ambassador”. The house style says whether bylines print it.', max_length=80, verbose_name='courtesy title')),
                ('courtesy_from', models.DateField(blank=True, null=True, verbose_name='title from')),
                ('courtesy_until', models.DateField(blank=True, help_text='The first day without it.', null=True, verbose_name='title until')),
                ('rank', prose.fields.LineField(blank=True, help_text='“Colonel”, without “(ret.)”.', max_length=80, verbose_name='rank')),
                ('retired_on', models.DateField(blank=True, help_text='From this day “(ret.)” follows the rank.', null=True, verbose_name='retired on')),
                ('suffix', prose.fields.LineField(blank=True, help_text='“Jr.”, “Ph.D.”', max_length=40, verbose_name='suffix')),
                ('slug', models.CharField(help_text='/authors/…/; it stays.', max_length=90, unique=True, validators=[prose.slugs.validate_slug], verbose_name='web address')),
                ('biography', prose.fields.PlainField(blank=True, help_text="For this person's own page.", verbose_name='biography')),
                ('website', prose.fields.WebURLField(blank=True, max_length=2000, verbose_name='web site')),
                ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='author', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': [django.db.models.functions.text.Lower('sort_name'), 'id'],
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', prose.fields.LineField(help_text='“senior fellow”', max_length=200, verbose_name='title')),
                ('unit', prose.fields.LineField(blank=True, max_length=200, verbose_name='programme or unit')),
                ('organisation', prose.fields.LineField(blank=True, max_length=200, verbose_name='or at another organisation')),
                ('from_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('until_on', models.DateField(blank=True, help_text='The first day it is over.', null=True, verbose_name='until')),
                ('disclaimer', models.ForeignKey(blank=True, help_text="Printed on pieces by this person from the post's first day until its last, for them alone.", limit_choices_to={'scope': 'employment'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='disclaimers.disclaimer', verbose_name='disclaimer')),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='disclaimers.institution', verbose_name='at')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='appointments', to='authors.author')),
            ],
            options={
                'ordering': ['author', models.OrderBy(models.F('from_on'), descending=True, nulls_last=True), 'id'],
            },
        ),
        migrations.CreateModel(
            name='AuthorLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', prose.fields.LineField(max_length=60, verbose_name='label')),
                ('url', prose.fields.WebURLField(max_length=2000, verbose_name='address')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='authors.author')),
            ],
            options={
                'verbose_name': 'link',
                'ordering': ['order', 'id'],
            },
        ),
        migrations.CreateModel(
            name='AppointmentBody',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', prose.fields.LineField(max_length=200, verbose_name='body')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('appointment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bodies', to='authors.appointment')),
            ],
            options={
                'verbose_name': 'body',
                'verbose_name_plural': 'bodies',
                'ordering': ['order', 'id'],
                'constraints': [models.UniqueConstraint(fields=('appointment', 'order'), name='bodies_stand_in_one_order'), models.UniqueConstraint(fields=('appointment', 'name'), name='a_body_is_named_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='author',
            constraint=models.CheckConstraint(condition=models.Q(('retired_on__isnull', True), models.Q(('rank', ''), _negated=True), _connector='OR'), name='who_retires_has_a_rank', violation_error_message='A day of retirement needs a rank: “(ret.)” is printed behind it.'),
        ),
        migrations.AddConstraint(
            model_name='author',
            constraint=models.CheckConstraint(condition=models.Q(('rank', ''), ('form', 'person'), _connector='OR'), name='only_people_have_a_rank', violation_error_message='A body has no rank: leave it out, or say that this is a person.'),
        ),
        migrations.AddConstraint(
            model_name='author',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('courtesy_from__isnull', True), ('courtesy_until__isnull', True)), models.Q(('courtesy', ''), _negated=True), _connector='OR'), name='a_dated_courtesy_title_is_written', violation_error_message='A courtesy title has days but no words: write it or clear its days.'),
        ),
        migrations.AddConstraint(
            model_name='author',
            constraint=models.CheckConstraint(condition=models.Q(('courtesy_from__isnull', True), ('courtesy_until__isnull', True), ('courtesy_until__gt', models.F('courtesy_from')), _connector='OR'), name='a_courtesy_title_ends_after_it_begins', violation_error_message='The courtesy title must end after it begins.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='author',
            trigger=pgtrigger.compiler.Trigger(name='author_address_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='77d3d15faf52eb502e061c495285ecf0fac7e447', operation='UPDATE', pgid='pgtrigger_author_address_stays_84ee2', table='authors_author', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('institution__isnull', True), ('organisation', ''), _connector='XOR'), name='an_appointment_is_somewhere', violation_error_message='Choose one of our institutions or write another organisation, not both.'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('from_on__isnull', True), ('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='an_appointment_ends_after_it_begins', violation_error_message='The last day must come after the first.'),
        ),
    ]
