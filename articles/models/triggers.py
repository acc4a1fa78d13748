"""Triggers that keep records true: no change of the past, no back-dated row, no row added to an edition later.

The SQL function `desk_now()` (created by a migration) is the start of the transaction. In a test database, and only
there, a session may set it by `desk.now`. The SQL function `may_be_emptied(article)` is true for a piece that readers
never had, that has been in the trash for 30 days, and of which a line stays on record (`EmptiedPiece`): the one case in
which records are deleted.
"""

import pgtrigger

GRACE = "interval '5 seconds'"  # a request reads the clock once, this long before its row arrives at most

_INSERT = f"""
IF NEW.live_from < desk_now() - {GRACE} THEN
    RAISE EXCEPTION 'An edition cannot begin in the past (% is before %).', NEW.live_from, desk_now()
        USING ERRCODE = 'check_violation', CONSTRAINT = 'editions_begin_now_or_later';
END IF;
IF NOT EXISTS (SELECT 1 FROM articles_revision r WHERE r.id = NEW.revision_id AND r.article_id = NEW.article_id)
    OR NOT EXISTS (SELECT 1 FROM articles_permalink p WHERE p.id = NEW.permalink_id AND p.article_id = NEW.article_id)
    OR NOT EXISTS (SELECT 1 FROM articles_ledgerentry l WHERE l.id = NEW.entry_id AND l.article_id = NEW.article_id)
THEN
    RAISE EXCEPTION 'An edition''s version, address and entry belong to its own piece.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'editions_are_of_one_piece';
END IF;
NEW.recorded_at := transaction_timestamp();
RETURN NEW;
"""

# `house` is generated from `printed`, after this trigger has run.
_UPDATE = f"""
IF (to_jsonb(NEW) - 'live_until' - 'closed_by_id' - 'house')
    IS DISTINCT FROM (to_jsonb(OLD) - 'live_until' - 'closed_by_id' - 'house') THEN
    RAISE EXCEPTION 'An edition is never rewritten.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'editions_stay';
END IF;
IF OLD.live_until <= desk_now() OR OLD.live_until = OLD.live_from THEN
    RAISE EXCEPTION 'An edition that has ended or was called off stays so (%).', OLD.live_until
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ended_editions_stay';
END IF;
IF NEW.live_until IS NOT NULL AND NEW.live_until < desk_now() - {GRACE} THEN
    RAISE EXCEPTION 'An edition cannot end in the past (% is before %).', NEW.live_until, desk_now()
        USING ERRCODE = 'check_violation', CONSTRAINT = 'editions_end_now_or_later';
END IF;
RETURN NEW;
"""


def _not_emptied(name: str) -> pgtrigger.Trigger:
    """A statement trigger against TRUNCATE, which fires no row trigger."""
    return pgtrigger.Trigger(
        name=f"{name}_are_not_emptied",
        operation=pgtrigger.Truncate,
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        func="RAISE EXCEPTION 'This table is a record and is never emptied.' USING ERRCODE = 'check_violation';",
    )


def not_back_dated(name: str, column: str) -> pgtrigger.Trigger:
    """A trigger that refuses a new row whose time is past."""
    return pgtrigger.Trigger(
        name=f"{name}_are_not_back_dated",
        operation=pgtrigger.Insert,
        when=pgtrigger.Before,
        func=f"""
        IF NEW.{column} < desk_now() - {GRACE} THEN
            RAISE EXCEPTION 'A record cannot be written for the past (% is before %).', NEW.{column}, desk_now()
                USING ERRCODE = 'check_violation', CONSTRAINT = '{name}_are_not_back_dated';
        END IF;
        RETURN NEW;
        """,
    )


_CIRCLE = """
IF NEW.translation_of_id IS NULL AND NEW.made_from_id IS NULL THEN RETURN NEW; END IF;
IF TG_OP = 'UPDATE' AND (NEW.translation_of_id, NEW.made_from_id)
    IS NOT DISTINCT FROM (OLD.translation_of_id, OLD.made_from_id) THEN RETURN NEW; END IF;
-- Two transactions that each draw half of a circle wait for each other here.
PERFORM pg_advisory_xact_lock(hashtext('no_piece_is_made_from_itself'));
IF EXISTS (
    WITH RECURSIVE above(id) AS (
        SELECT unnest(ARRAY[NEW.translation_of_id, NEW.made_from_id])
        UNION
        SELECT unnest(ARRAY[a.translation_of_id, a.made_from_id]) FROM articles_article a JOIN above USING (id)
    ) SELECT 1 FROM above WHERE id = NEW.id
) THEN
    RAISE EXCEPTION 'A piece is not made from itself, over however many steps.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'no_piece_is_made_from_itself';
END IF;
RETURN NEW;
"""


def no_piece_is_made_from_itself() -> pgtrigger.Trigger:
    """A trigger that refuses a translation, excerpt or version of a piece that is itself made from this one."""
    return pgtrigger.Trigger(
        name="no_piece_is_made_from_itself",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("translation_of_id", "made_from_id"),
        when=pgtrigger.Before,
        func=_CIRCLE,
    )


def work_changes_by_acts() -> pgtrigger.Trigger:
    """A trigger that refuses a state of the work without a new ledger entry of the piece that led to it."""
    return pgtrigger.Trigger(
        name="work_changes_by_acts",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.Before,
        declare=[("former", "articles_deskstate")],
        func="""
        IF TG_OP = 'UPDATE' THEN
            former := OLD;
        ELSE
            former.work := 'drafting';
        END IF;
        IF (NEW.work, NEW.work_entry_id, NEW.work_since, NEW.handed_in_by_id, NEW.editor_id) IS DISTINCT FROM
            (former.work, former.work_entry_id, former.work_since, former.handed_in_by_id, former.editor_id)
            AND NOT EXISTS (
                SELECT 1 FROM articles_ledgerentry entry
                WHERE entry.id = NEW.work_entry_id AND entry.article_id = NEW.article_id
                AND entry.at = NEW.work_since AND entry."after" ->> 'work' = NEW.work
                AND entry.id > COALESCE(former.work_entry_id, 0))
        THEN
            RAISE EXCEPTION 'The state of the work changes by acts alone.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'work_changes_by_acts';
        END IF;
        RETURN NEW;
        """,
    )


def never_rewritten(name: str) -> list[pgtrigger.Trigger]:
    """Triggers for a table of records: no UPDATE, no DELETE, no TRUNCATE."""
    return [
        pgtrigger.Protect(name=f"{name}_stay", operation=pgtrigger.Update | pgtrigger.Delete),
        _not_emptied(name),
    ]


def kept_unless_emptied(name: str, piece: str = "OLD.article_id") -> list[pgtrigger.Trigger]:
    """Triggers for the records of a piece: no UPDATE, no TRUNCATE, and no DELETE but out of the trash.

    `piece`: SQL for the key of the row's article.
    """
    return [
        pgtrigger.Protect(name=f"{name}_stay", operation=pgtrigger.Update),
        deleted_from_the_trash(name, piece),
        _not_emptied(name),
    ]


def deleted_from_the_trash(name: str, piece: str = "OLD.article_id") -> pgtrigger.Trigger:
    """A trigger that refuses the DELETE of a row whose piece may not be emptied."""
    return pgtrigger.Trigger(
        name=f"{name}_are_not_deleted",
        operation=pgtrigger.Delete,
        when=pgtrigger.Before,
        func=f"""
        IF NOT may_be_emptied({piece}) THEN
            RAISE EXCEPTION 'A record is not deleted, unless its piece was never public and is emptied from the trash.'
                USING ERRCODE = 'check_violation', CONSTRAINT = '{name}_are_not_deleted';
        END IF;
        RETURN OLD;
        """,
    )


EDITION = [
    pgtrigger.Trigger(
        name="editions_begin_now_or_later", operation=pgtrigger.Insert, when=pgtrigger.Before, func=_INSERT
    ),
    pgtrigger.Trigger(name="editions_stay", operation=pgtrigger.Update, when=pgtrigger.Before, func=_UPDATE),
    deleted_from_the_trash("editions"),
    _not_emptied("editions"),
]


def printed_with_its_edition(column: str) -> list[pgtrigger.Trigger]:
    """Triggers for rows of an edition: written in the transaction of their edition or not at all, never changed."""
    return [
        pgtrigger.Trigger(
            name="printed_with_its_edition",
            operation=pgtrigger.Insert,
            when=pgtrigger.Before,
            func=f"""
            IF NOT EXISTS (SELECT 1 FROM articles_edition e
                           WHERE e.id = NEW.{column} AND e.recorded_at = transaction_timestamp()) THEN
                RAISE EXCEPTION 'An edition''s rows are written with it, not afterwards.'
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'printed_with_its_edition';
            END IF;
            RETURN NEW;
            """,
        ),
        *kept_unless_emptied(
            "printed_rows", f"(SELECT e.article_id FROM articles_edition e WHERE e.id = OLD.{column})"
        ),
    ]
