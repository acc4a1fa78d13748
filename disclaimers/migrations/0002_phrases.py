import django.db.models.deletion
from django.db import migrations, models

import disclaimers.positions
import prose.fields


class Migration(migrations.Migration):
    dependencies = [("disclaimers", "0001_tables")]

    operations = [
        migrations.AddField(
            model_name="housestyle",
            name="italicises_outlets",
            field=models.BooleanField(
                default=False,
                help_text="In running text, and only those whose own record says so.",
                verbose_name="set outlets in italics",
            ),
        ),
        migrations.AddField(
            model_name="housestyle",
            name="attribution_at",
            field=models.CharField(
                choices=[
                    ("head", "above the text"),
                    ("foot", "below the text"),
                    ("both", "above and below"),
                ],
                default="foot",
                max_length=4,
                verbose_name="where it says that a piece ran elsewhere",
            ),
        ),
        migrations.CreateModel(
            name="Phrase",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "position",
                    models.CharField(
                        choices=disclaimers.positions.choices, max_length=40, verbose_name="position"
                    ),
                ),
                ("text", prose.fields.LineField(max_length=300, verbose_name="text")),
                (
                    "style",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="phrases",
                        to="disclaimers.housestyle",
                    ),
                ),
            ],
            options={
                "ordering": ["style", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("style", "position"), name="one_phrase_per_position")
                ],
            },
        ),
    ]
