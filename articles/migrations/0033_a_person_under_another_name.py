"""A byline may be both a person and the name that the piece prints for them.

The way back is refused by the database while such bylines exist.
"""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("articles", "0032_call_it_a_longer_text"),
        ("authors", "0005_posts_in_other_languages"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="byline",
            name="a_byline_names_someone",
        ),
        migrations.AddConstraint(
            model_name="byline",
            constraint=models.CheckConstraint(
                condition=models.Q(("author__isnull", False), models.Q(("name", ""), _negated=True), _connector="OR"),
                name="a_byline_names_someone",
                violation_error_message="Choose a person or write a name.",
            ),
        ),
    ]
