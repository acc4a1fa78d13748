import django.db.models.functions.text
import prose.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('outlets', '0001_tables'),
    ]

    operations = [
        migrations.AddField(
            model_name='outlet',
            name='descriptor',
            field=prose.fields.LineField(blank=True, help_text='In print it goes before the name: “the Japanese daily”.', max_length=200, verbose_name='what it is, in words'),
        ),
        migrations.AddField(
            model_name='outlet',
            name='gloss',
            field=prose.fields.LineField(blank=True, help_text='In print it follows the name in brackets: “Tide News”.', max_length=200, verbose_name='what the name means'),
        ),
        migrations.AddField(
            model_name='outlet',
            name='is_italic',
            field=models.BooleanField(default=False, help_text='In running text, where the house sets such names so.', verbose_name='set in italics'),
        ),
        migrations.AddField(
            model_name='outlet',
            name='native_name',
            field=prose.fields.LineField(blank=True, help_text='Like “潮新聞” for Ushio Shimbun.', max_length=200, verbose_name='name in its own script'),
        ),
        migrations.AddField(
            model_name='outlet',
            name='terms',
            field=prose.fields.PlainField(blank=True, help_text='What it usually allows, and on which conditions, in words. Not printed.', verbose_name='its usual terms'),
        ),
        migrations.AlterField(
            model_name='outlet',
            name='type',
            field=models.CharField(choices=[('newspaper', 'Newspaper'), ('magazine', 'Magazine'), ('site', 'Web site'), ('blog', 'Blog'), ('broadcaster', 'Broadcaster'), ('podcast', 'Podcast'), ('agency', 'News agency'), ('journal', 'Journal'), ('think-tank', 'Think tank'), ('book-publisher', 'Book publisher'), ('other', 'Other')], default='newspaper', max_length=16, verbose_name='type'),
        ),
        migrations.AlterConstraint(
            model_name='outletalias',
            name='one_outlet_per_alias',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('name'), name='one_outlet_per_alias', violation_error_message='An outlet has this other name already.'),
        ),
    ]
