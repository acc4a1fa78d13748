import django.core.validators
import django.db.models.deletion
import prose.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('outlets', '0003_former_names'),
    ]

    operations = [
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
                ('outlet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='standing_permissions', to='outlets.outlet')),
            ],
            options={
                'ordering': ['-from_on', '-id'],
            },
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
