"""The name of a byline is called the name as printed here, in forms. The column stays as it is."""

from django.db import migrations

import prose.fields


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0033_a_person_under_another_name"),
    ]

    operations = [
        migrations.AlterField(
            model_name="byline",
            name="name",
            field=prose.fields.LineField(
                blank=True,
                help_text="A pen name, a former name, another spelling: printed word for word, and the piece counts as the "
                "person’s. Without a person: somebody who has no record here.",
                max_length=200,
                verbose_name="name as printed here",
            ),
        ),
    ]
