"""The one error of the cellar."""


class ProseError(ValueError):
    """A text or an address the desk refuses. Its ``str()`` is a sentence for a person."""
