from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

# As they were when this migration landed; PostgreSQL 15 has them all.
CONFIGURATIONS = (
    "arabic", "basque", "catalan", "danish", "dutch", "english", "finnish", "french", "german", "greek", "hindi",
    "hungarian", "indonesian", "italian", "lithuanian", "norwegian", "portuguese", "romanian", "russian", "serbian",
    "simple", "spanish", "swedish", "turkish",
)


def made(name: str) -> str:
    words = "simple" if name == "simple" else f"{name}_stem"
    return (
        f"CREATE TEXT SEARCH CONFIGURATION desk_{name} (COPY = pg_catalog.{name});"
        f"ALTER TEXT SEARCH CONFIGURATION desk_{name} ALTER MAPPING FOR hword, hword_part, word WITH unaccent, {words};"
    )


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0056_what_editions_are_left_out_of'),
    ]

    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        migrations.RunSQL(
            [made(name) for name in CONFIGURATIONS],
            [f"DROP TEXT SEARCH CONFIGURATION desk_{name}" for name in CONFIGURATIONS],
        ),
    ]
