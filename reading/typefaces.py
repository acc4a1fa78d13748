"""Typefaces that a page is sure to need: the browser fetches them with the style sheets, not only after these."""

from prose.languages import script_of

_FILES = {"Latn": "latin", "Grek": "greek", "Cyrl": "cyrillic"}


def typefaces_for(language: str) -> list[str]:
    """Static files of the roman faces in the script of a language; none for scripts that our typefaces do not have."""
    letters = _FILES.get(script_of(language))
    return [f"desk/typefaces/{face}-{letters}.woff2" for face in ("serif", "sans")] if letters else []


def sheet_for(language: str) -> str:
    """The static file with every style of a page; it names the typefaces of the page's script beside the Latin ones.

    Other pages lack them on purpose: a single link in Russian would make them fetch 43 kB.
    """
    letters = _FILES.get(script_of(language), "latin")
    return "desk/public.css" if letters == "latin" else f"desk/public-{letters}.css"
