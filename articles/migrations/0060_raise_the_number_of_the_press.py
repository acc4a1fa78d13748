"""Raise the number of the press with whatever readers may notice."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

# What profiles, indexes and the faces of houses show of today's records. Imports point downwards: these tables know
# nothing of the press, so that their models do not name the trigger.
NOUNS = (
    "articles_merge", "articles_topic", "articles_topicname",
    "authors_author", "authors_authorlink", "authors_authorname", "authors_appointment", "authors_appointmentwords",
    "outlets_outlet", "outlets_outletname", "outlets_formername",
    "disclaimers_institution", "disclaimers_institutionname", "disclaimers_footerlink", "disclaimers_kind",
    "disclaimers_kindlabel", "disclaimers_housestyle", "disclaimers_phrase", "disclaimers_standingnotice",
    "pictures_picture", "pictures_clearance", "pictures_logo", "pictures_picturefile",
)  # fmt: skip
FUNCTION = """
CREATE FUNCTION nouns_raise_the_press() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM raise_press_number();
    RETURN NULL;
END $$;
"""


def _trigger(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE CONSTRAINT TRIGGER nouns_raise_the_press AFTER INSERT OR UPDATE OR DELETE ON {table} "
        "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION nouns_raise_the_press()",
        f"DROP TRIGGER nouns_raise_the_press ON {table}",
    )


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0059_number_of_the_press'),
        ('authors', '0007_portraits'),
        ('disclaimers', '0019_texts_to_begin_with'),
        ('outlets', '0006_names_in_other_languages'),
        ('pictures', '0006_words_that_pictures_show'),
    ]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION nouns_raise_the_press()"),
        *map(_trigger, NOUNS),
        pgtrigger.migrations.AddTrigger(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='editions_raise_the_press', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', func='PERFORM raise_press_number(); RETURN NULL;', hash='1636facf8e4f1560c0226424026b1b0f3dc88362', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_editions_raise_the_press_bb8d3', table='articles_edition', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
    ]
