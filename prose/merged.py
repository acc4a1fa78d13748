"""The trigger that keeps a record's `merged_into` true to the merges on record."""

import pgtrigger


def merges_on_record(noun: str, table: str) -> pgtrigger.Trigger:
    """A trigger for a table with the column `merged_into_id`: it is set while a merge of the row is on record.

    `noun`: the name of the records in the table `articles_merge`. A record is merged into one that stands for itself.
    """
    return pgtrigger.Trigger(
        name=f"{noun}_merges_on_record",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.Before,
        declare=[("former", "bigint")],
        func=f"""
        IF TG_OP = 'UPDATE' THEN
            former := OLD.merged_into_id;
        END IF;
        IF NEW.merged_into_id IS DISTINCT FROM former THEN
            IF (NEW.merged_into_id IS NOT NULL) <> EXISTS (
                SELECT 1 FROM articles_merge m
                WHERE m.noun = '{noun}' AND m.gone = NEW.id AND m.undone_at IS NULL)
                OR EXISTS (SELECT 1 FROM {table} t
                           WHERE t.id = NEW.merged_into_id AND (t.merged_into_id IS NOT NULL OR t.id = NEW.id))
            THEN
                RAISE EXCEPTION 'Records are merged, and taken apart again, by acts alone.'
                    USING ERRCODE = 'check_violation', CONSTRAINT = '{noun}_merges_on_record';
            END IF;
        END IF;
        RETURN NEW;
        """,  # noqa: S608 - names of our own tables
    )
