"""The switch of languages above a page: it leads to the same page in another language, or to the front page in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from prose.languages import base, marks
from reading.languages.addresses import is_in_each_language, path_in
from reading.languages.own_names import own_name
from reading.site import Site


@dataclass(frozen=True)
class LanguageWay:
    """A language of the switch. `name`: as it calls itself; `marks`: the attributes of its name."""

    language: str
    path: str
    name: str
    marks: str
    is_here: bool = False


def list_versions(path: str, site: Site, languages: Iterable[str]) -> dict[str, str]:
    """The paths of a list or an index by the languages in which it has something; none for other pages."""
    start = path.partition("?")[0]
    if not is_in_each_language(start):
        return {}
    return {language: path_in(language, path, site) for language in languages}


def switch(language: str, versions: Mapping[str, str], site: Site) -> tuple[LanguageWay, ...]:
    """The languages of the desk for a page in one of them, its usual one first; none if there is only that one.

    `versions`: the paths of this page in other languages.
    """
    here = base(language)
    others = {code: path for code, path in versions.items() if base(code) != here}
    covered = {here, *map(base, others)}
    fronts = {code: path_in(code, "/", site) for code in site.languages if code not in covered}
    paths = {language: "", **others, **fronts}
    if len(paths) == 1:
        return ()
    usual = base(site.home_language)
    ordered = sorted(paths, key=lambda code: (base(code) != usual, code))
    return tuple(
        LanguageWay(code, paths[code], own_name(code), marks(code, language), code == language)
        for code in ordered
    )
