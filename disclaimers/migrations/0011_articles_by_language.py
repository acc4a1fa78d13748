from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclaimers", "0010_wording_corrections")]

    operations = [
        migrations.AlterField(
            model_name="housestyle",
            name="outlet_article",
            field=models.CharField(
                blank=True,
                choices=[
                    ("lower-case", "“the Hill” in running text"),
                    ("as-styled", "“The Hill”, as the outlet styles itself"),
                ],
                help_text="Left open, English prints “the Hill” and other languages the outlet's own “The Hill”.",
                max_length=12,
                verbose_name="an outlet's “The”",
            ),
        ),
    ]
