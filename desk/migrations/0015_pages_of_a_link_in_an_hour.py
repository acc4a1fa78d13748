from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("desk", "0014_who_compared_a_file")]

    operations = [
        migrations.AddField("sharedlink", "asked_since", models.DateTimeField(null=True)),
        migrations.AddField("sharedlink", "asked", models.PositiveIntegerField(default=0)),
    ]
