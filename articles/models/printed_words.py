"""Guards for words of other apps that editions carry: a disclaimer's text, a copyright holder, a label.

Proxies, because the triggers read editions and so belong to this app, while the tables belong to `disclaimers`.
"""

import pgtrigger

from disclaimers.models import Institution, Kind, KindLabel, Wording

_IS_PRINTED = """EXISTS (SELECT 1 FROM articles_edition e
    WHERE e.printed->'wordings' @> jsonb_build_array(jsonb_build_object('wording', OLD.id)))"""
_REFUSE = """
RAISE EXCEPTION 'Readers have had this text: begin another one on a day, or correct a slip on record.'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'printed_texts_stay';
"""
# Corrections are append-only. The newest one allows the change that it records, and no other.
_UPDATE = f"""
IF {_IS_PRINTED} AND NOT (
    (NEW.language, NEW.disclaimer_id, NEW.in_force_from) = (OLD.language, OLD.disclaimer_id, OLD.in_force_from)
    AND EXISTS (
        SELECT 1 FROM disclaimers_wordingcorrection c
        WHERE c.id = (SELECT max(id) FROM disclaimers_wordingcorrection WHERE wording_id = OLD.id)
        AND c.old_text = OLD.text AND c.new_text = NEW.text
    )
) THEN {_REFUSE} END IF;
RETURN NEW;
"""


def _stays(name: str, column: str, is_printed: str) -> pgtrigger.Trigger:
    """Refuse a plain UPDATE of words that an edition carries in its `records`; see `disclaimers.rewording`."""
    return pgtrigger.Trigger(
        name=name,
        operation=pgtrigger.UpdateOf(column),
        when=pgtrigger.Before,
        condition=pgtrigger.AnyChange(column),
        func=f"""
        IF coalesce(current_setting('desk.rewording', true), '') <> 'on' AND EXISTS (
            SELECT 1 FROM articles_edition e WHERE {is_printed}
        ) THEN
            RAISE EXCEPTION 'Pages carry these words: change them in the admin, not by a plain UPDATE.'
                USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
        END IF;
        RETURN NEW;
        """,
    )


class PrintedText(Wording):
    """A disclaimer's text: once an edition carries it, only a recorded correction of a slip changes it."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [
            pgtrigger.Trigger(
                name="printed_texts_stay",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.AnyChange("text", "language", "disclaimer", "in_force_from"),
                func=_UPDATE,
            ),
            pgtrigger.Trigger(
                name="printed_texts_are_not_deleted",
                operation=pgtrigger.Delete,
                when=pgtrigger.Before,
                func=f"IF {_IS_PRINTED} THEN {_REFUSE} END IF; RETURN OLD;",
            ),
        ]


class PrintedHolder(Institution):
    """The name in an institution's copyright lines."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [
            _stays(
                "printed_holders_stay",
                "copyright_holder",
                "e.printed->'records'->>'institution' = OLD.id::text "
                "AND e.printed->'records'->>'holder' = OLD.copyright_holder",
            )
        ]


class PrintedKind(Kind):
    """A content type's usual label."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [
            _stays(
                "printed_kinds_stay",
                "label",
                "e.printed->'records'->>'kind' = OLD.id::text "
                "AND e.printed->'records'->>'kind_label' = OLD.label",
            )
        ]


class PrintedKindLabel(KindLabel):
    """A content type's label in one language, for some days."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [
            _stays(
                "printed_labels_stay",
                "label",
                "e.printed->'records'->>'kind' = OLD.kind_id::text "
                "AND e.printed->'records'->>'kind_label' = OLD.label",
            )
        ]
