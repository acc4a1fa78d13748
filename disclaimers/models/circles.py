"""Circles of institutions, which PostgreSQL refuses: a centre of a house cannot be above it as well."""

import pgtrigger

_CIRCLE = """
IF NEW.parent_id IS NULL OR (TG_OP = 'UPDATE' AND NEW.parent_id IS NOT DISTINCT FROM OLD.parent_id) THEN
    RETURN NEW;
END IF;
-- Two transactions that each draw half of a circle wait for each other here.
PERFORM pg_advisory_xact_lock(hashtext('no_institution_stands_below_itself'));
IF EXISTS (
    WITH RECURSIVE above(id) AS (
        SELECT NEW.parent_id UNION SELECT i.parent_id FROM disclaimers_institution i JOIN above USING (id)
    ) SELECT 1 FROM above WHERE id = NEW.id
) THEN
    RAISE EXCEPTION 'An institution cannot stand below itself, over however many steps.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'no_institution_stands_below_itself';
END IF;
RETURN NEW;
"""


def no_institution_below_itself() -> pgtrigger.Trigger:
    """A trigger that refuses a parent which stands below the institution, over however many steps."""
    return pgtrigger.Trigger(
        name="no_institution_stands_below_itself",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("parent_id"),
        when=pgtrigger.Before,
        func=_CIRCLE,
    )
