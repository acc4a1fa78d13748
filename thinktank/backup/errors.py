"""The error of writing and restoring backups."""


class BackupError(Exception):
    """A backup could not be written or restored, and nothing was changed. The message is a sentence for the user."""
