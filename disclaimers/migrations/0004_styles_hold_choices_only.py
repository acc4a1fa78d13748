from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("disclaimers", "0003_columns_become_phrases")]

    operations = [
        migrations.RemoveField(model_name="housestyle", name=name)
        for name in (
            "byline",
            "editor_line",
            "translator_line",
            "interviewer_line",
            "interviewee_line",
            "contributor_line",
            "and_word",
            "dateline",
            "outlet_dateline",
            "source_line",
            "attribution",
            "version_attribution",
            "also_attribution",
            "attribution_noun",
            "bio_line",
            "reservation",
            "copyright_format",
        )
    ]
