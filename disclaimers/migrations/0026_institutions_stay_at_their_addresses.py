from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('disclaimers', '0025_web_addresses_of_institutions'),
    ]

    operations = [
        migrations.RunSQL(
            "UPDATE disclaimers_institution SET slug = code WHERE slug = ''",
            migrations.RunSQL.noop,
        ),
    ]
