"""The error that functions of `prose` raise."""


class ProseError(ValueError):
    """A text or an address is rejected. Its ``str()`` is a sentence for the editor."""
