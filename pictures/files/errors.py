"""The error that functions of `pictures.files` raise."""


class NotAPicture(ValueError):
    """A file is not taken as a picture. Its ``str()`` is a sentence for the editor."""
