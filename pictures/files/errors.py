"""The error that functions which read an uploaded file raise."""


class NotTaken(ValueError):
    """A file is not taken into the library. Its ``str()`` is a sentence for the editor."""
