import uuid

import django.contrib.postgres.constraints
import django.db.models.constraints
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_keys_and_rights_as_found")]

    operations = [
        migrations.AlterField(
            model_name="appearance",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.AddConstraint(
            model_name='appearance',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('relation', 'first'), ('relation', 'original'), _connector='OR'), deferrable=django.db.models.constraints.Deferrable['DEFERRED'], expressions=[('article', '='), ('published_on', '<>')], name='originals_are_of_one_day'),
        ),
    ]
