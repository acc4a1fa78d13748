"""Guards for words of other apps that editions carry: a disclaimer's text, a holder, a label, names of records.

Proxies, because the triggers read editions and so belong to this app, while the tables belong to others.
Edition.Meta has the indexes for these questions: `printed` is long, and a look at each edition would take seconds.
"""

import pgtrigger

from authors.models import Author, AuthorName
from disclaimers.models import Institution, InstitutionName, Kind, KindLabel, Wording
from outlets.models import FormerName, Outlet, OutletName

_IS_PRINTED = """EXISTS (SELECT 1 FROM articles_edition e
    WHERE e.printed->'wordings' @> jsonb_build_array(jsonb_build_object('wording', OLD.id)))"""
_REFUSE = """
RAISE EXCEPTION 'Readers have had this text: begin another one on a day, or correct a slip on record.'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'printed_texts_stay';
"""
# Corrections are append-only. The newest one allows the change that it records, and no other.
_UPDATE = f"""
IF {_IS_PRINTED} AND NOT (
    (NEW.language, NEW.disclaimer_id) = (OLD.language, OLD.disclaimer_id)
    AND NEW.in_force_from IS NOT DISTINCT FROM OLD.in_force_from
    AND EXISTS (
        SELECT 1 FROM disclaimers_wordingcorrection c
        WHERE c.id = (SELECT max(id) FROM disclaimers_wordingcorrection WHERE wording_id = OLD.id)
        AND c.old_text = OLD.text AND c.new_text = NEW.text
    )
) THEN {_REFUSE} END IF;
RETURN NEW;
"""


# A page of an institution that was merged into this one carries this one's names since, and so do bios of its people.
_PAGES_OF_HOUSE = """articles_edition e WHERE e.printed #>> '{{records,institution}}' IN
    (SELECT id::text FROM disclaimers_institution WHERE id = OLD.{house} OR merged_into_id = OLD.{house})"""
_PRINTED_POST = """EXISTS (SELECT 1 FROM articles_editionbyline b JOIN articles_edition e ON e.id = b.edition_id
    WHERE b.author_id IN (SELECT a.id FROM authors_author a
        JOIN authors_appointment p ON p.author_id IN (a.id, a.merged_into_id) WHERE p.institution_id = OLD.id)
    AND e.printed #>> ARRAY['records', 'people', b.author_id::text, 'house']
        IN (OLD.name, nullif(OLD.short_name, '')))"""
_PRINTED_HOUSE = f"""(EXISTS (SELECT 1 FROM {_PAGES_OF_HOUSE.format(house="id")}
    AND (e.printed #>> '{{records,holder}}' = OLD.copyright_holder
        OR e.printed #>> '{{records,institution_name}}' = OLD.name)) OR {_PRINTED_POST})"""
_PRINTED_LABEL = """EXISTS (SELECT 1 FROM articles_edition e
    WHERE e.printed #>> '{{records,kind}}' = OLD.{kind}::text
    AND e.printed #>> '{{records,kind_label}}' = OLD.label)"""
# A page that names an outlet which was merged into this one carries this one's names.
_PAGES_WITH_OUTLET = """articles_editionoutlet o JOIN articles_edition e ON e.id = o.edition_id
    WHERE o.outlet_id IN (SELECT id FROM outlets_outlet WHERE id = OLD.{outlet} OR merged_into_id = OLD.{outlet})"""
_PRINTED_OUTLET = f"""EXISTS (SELECT 1 FROM {_PAGES_WITH_OUTLET.format(outlet="id")}
    AND e.printed #>> ARRAY['records', 'venues', o.outlet_id::text, 'name'] = OLD.name)"""
# A former name is frozen as [name, article, …]: see `outlets.naming.FormerNaming`.
_PRINTED_FORMER_NAME = f"""EXISTS (SELECT 1 FROM {_PAGES_WITH_OUTLET.format(outlet="outlet_id")}
    AND e.printed #> ARRAY['records', 'venues', o.outlet_id::text, 'former']
        @> jsonb_build_array(jsonb_build_array(OLD.name, OLD.article)))"""
_PRINTED_OUTLET_NAME = f"""EXISTS (SELECT 1 FROM {_PAGES_WITH_OUTLET.format(outlet="outlet_id")}
    AND e.printed #> ARRAY['records', 'venues', o.outlet_id::text, 'forms']
        @> jsonb_build_array(jsonb_build_array(OLD.name, OLD.article)))"""
_PRINTED_PERSON = """EXISTS (SELECT 1 FROM articles_editionbyline b JOIN articles_edition e ON e.id = b.edition_id
    WHERE b.author_id IN (SELECT id FROM authors_author WHERE id = OLD.{author} OR merged_into_id = OLD.{author})
    AND e.printed #>> ARRAY['records', 'people', b.author_id::text, 'name'] = OLD.display_name)"""
_PRINTED_PERSON_NAME = _PRINTED_PERSON.format(author="author_id")
# A row without a holder stands for its name in copyright lines.
_PRINTED_HOUSE_NAME = f"""EXISTS (SELECT 1 FROM {_PAGES_OF_HOUSE.format(house="institution_id")}
    AND (e.printed #>> '{{records,holder}}' IN (OLD.copyright_holder, OLD.name)
        OR e.printed #>> '{{records,institution_name}}' = OLD.name))"""
_IS_PLAIN = "coalesce(current_setting('desk.rewording', true), '') <> 'on'"


def _guard(
    name: str,
    operation: pgtrigger.Operation,
    *,
    refused: str,
    sentence: str,
    row: str,
    condition: pgtrigger.Condition | None = None,
) -> pgtrigger.Trigger:
    """Refuse an operation on a row while `refused` (SQL) is true."""
    return pgtrigger.Trigger(
        name=name,
        operation=operation,
        when=pgtrigger.Before,
        condition=condition,
        func=f"""
        IF {refused} THEN
            RAISE EXCEPTION '{sentence}'
                USING ERRCODE = 'check_violation', CONSTRAINT = '{name}';
        END IF;
        RETURN {row};
        """,
    )


def _stays(name: str, columns: tuple[str, ...], is_printed: str) -> pgtrigger.Trigger:
    """Refuse a plain UPDATE of words that an edition carries in its `records`; see `prose.names.rewording`."""
    return _guard(
        name,
        pgtrigger.UpdateOf(*columns),
        refused=f"{_IS_PLAIN} AND {is_printed}",
        sentence="Pages carry these words: change them in the admin, not by a plain UPDATE.",
        row="NEW",
        condition=pgtrigger.AnyChange(*columns),
    )


def _is_not_deleted(name: str, is_printed: str) -> pgtrigger.Trigger:
    """Refuse the DELETE of a row whose words an edition carries."""
    sentence = "Readers have had these words: their record stays."
    return _guard(name, pgtrigger.Delete, refused=is_printed, sentence=sentence, row="OLD")


def _is_deleted_alone(name: str, is_printed: str) -> pgtrigger.Trigger:
    """Refuse a plain DELETE of such rows: one that was never true is deleted in the admin."""
    sentence = "Pages carry these words: delete them in the admin, not by a plain DELETE."
    refused = f"{_IS_PLAIN} AND {is_printed}"
    return _guard(name, pgtrigger.Delete, refused=refused, sentence=sentence, row="OLD")


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
    """The names of an institution: in its copyright lines, on its pages, and in the bios of its people."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [
            _stays("printed_holders_stay", ("copyright_holder", "name", "short_name"), _PRINTED_HOUSE)
        ]


class PrintedKind(Kind):
    """A content type's usual label."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [
            _stays("printed_kinds_stay", ("label",), _PRINTED_LABEL.format(kind="id")),
            _is_not_deleted("printed_kinds_are_not_deleted", _PRINTED_LABEL.format(kind="id")),
        ]


class PrintedKindLabel(KindLabel):
    """A content type's label in one language, for some days."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [
            # With its content type: a label that was moved to another one would be free there.
            _stays("printed_labels_stay", ("label", "kind_id"), _PRINTED_LABEL.format(kind="kind_id")),
            _is_not_deleted("printed_labels_are_not_deleted", _PRINTED_LABEL.format(kind="kind_id")),
        ]


class PrintedOutlet(Outlet):
    """An outlet's name with its article. The rows of editions, which name the outlet, keep its record."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [_stays("printed_outlets_stay", ("name", "article"), _PRINTED_OUTLET)]


class PrintedFormerName(FormerName):
    """A name that an outlet had, with its article."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [
            _stays("printed_former_names_stay", ("name", "article", "outlet_id"), _PRINTED_FORMER_NAME),
            _is_deleted_alone("printed_former_names_are_not_deleted", _PRINTED_FORMER_NAME),
        ]


class PrintedOutletName(OutletName):
    """An outlet's name in another language, with its article."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [
            _stays(
                "printed_outlet_names_stay",
                ("name", "article", "language", "outlet_id"),
                _PRINTED_OUTLET_NAME,
            ),
            _is_deleted_alone("printed_outlet_names_are_not_deleted", _PRINTED_OUTLET_NAME),
        ]


class PrintedAuthor(Author):
    """A person's name. The rows of editions, which credit the person, keep the record."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [_stays("printed_authors_stay", ("display_name",), _PRINTED_PERSON.format(author="id"))]


class PrintedAuthorName(AuthorName):
    """A person's name until a day, or in another language."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [
            _stays("printed_people_stay", ("display_name", "language", "author_id"), _PRINTED_PERSON_NAME),
            _is_deleted_alone("printed_people_are_not_deleted", _PRINTED_PERSON_NAME),
        ]


class PrintedInstitutionName(InstitutionName):
    """An institution's name until a day, or in another language, with the holder in its copyright lines."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [
            _stays(
                "printed_houses_stay",
                ("name", "copyright_holder", "language", "institution_id"),
                _PRINTED_HOUSE_NAME,
            ),
            _is_deleted_alone("printed_houses_are_not_deleted", _PRINTED_HOUSE_NAME),
        ]
