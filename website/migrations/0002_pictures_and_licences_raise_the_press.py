"""Raise the number of the press with what logos and menus show of today's records, beside the tables of articles 0060."""

from django.db import migrations

TABLES = ("pictures_storedfile", "disclaimers_licence")


def _trigger(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE CONSTRAINT TRIGGER nouns_raise_the_press AFTER INSERT OR UPDATE OR DELETE ON {table} "
        "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION nouns_raise_the_press()",
        f"DROP TRIGGER nouns_raise_the_press ON {table}",
    )


class Migration(migrations.Migration):

    dependencies = [("website", "0001_menus"), ("pictures", "0006_words_that_pictures_show")]

    operations = [*map(_trigger, TABLES)]
