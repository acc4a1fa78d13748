from django.db import migrations
from django.db.models.functions import Length

NO_WAY_BACK = (
    "There is no way back to an earlier release with this desk: {why}. Restore the backup that was made before this "
    "release was put in its place (docs/operations.md)."
)


def demand_a_way_back(apps, schema_editor):
    """Refuse to go back where columns of earlier releases are too short; nothing of the record is cut."""
    alias = schema_editor.connection.alias
    editions = apps.get_model('articles', 'Edition').objects.using(alias)
    merges = apps.get_model('articles', 'RecordMerge').objects.using(alias)
    long = editions.alias(length=Length('headline')).filter(length__gt=300).count()
    if long:
        raise ValueError(NO_WAY_BACK.format(why=f'{long} retracted page(s) have a title of more than 300 characters'))
    if merged := merges.filter(noun='institution').count():
        raise ValueError(NO_WAY_BACK.format(why=f'{merged} merge(s) of institutions are on record'))


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0041_name_who_wrote_the_book'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, demand_a_way_back),
    ]
