"""SQL of names as a page in a language prints them today: of a record `r`, by the name of its facet."""

_TODAY = "(n.from_on IS NULL OR n.from_on <= %(today)s) AND (n.until_on IS NULL OR n.until_on > %(today)s)"
_FOR_ALL = f" AND n.institution_id IS NULL AND {_TODAY}"
_OUTLET = "CASE WHEN {0}.article = '' OR {0}.article LIKE '%%''' OR {0}.article LIKE '%%’' THEN {0}.article"
_OUTLET += " ELSE {0}.article || ' ' END || {0}.name"


def _form(table: str, owner: str, name: str, more: str = "") -> str:
    return (
        f"(SELECT {name} FROM {table} n WHERE n.{owner}_id = r.id AND n.language = ANY(%(languages)s){more}"
        f" ORDER BY n.id DESC LIMIT 1)"
    )


LABELS = {
    "kind": f"coalesce({_form('disclaimers_kindlabel', 'kind', 'n.label', _FOR_ALL)}, r.label)",
    "topic": f"coalesce({_form('articles_topicname', 'topic', 'n.name')}, r.name)",
    "person": f"coalesce({_form('authors_authorname', 'author', 'n.display_name', f' AND {_TODAY}')}"
    ", CASE WHEN r.native_language = ANY(%(languages)s) THEN nullif(r.native_name, '') END, r.display_name)",
    "outlet": f"coalesce({_form('outlets_outletname', 'outlet', _OUTLET.format('n'), f' AND {_TODAY}')}"
    f", {_OUTLET.format('r')})",
    "series": f"coalesce({_form('articles_seriesname', 'series', 'n.name')}, r.name)",
    "house": f"coalesce({_form('disclaimers_institutionname', 'institution', 'n.name', f' AND {_TODAY}')}, r.name)",
}
