"""Why a backup was not written or not restored, as a sentence for a person."""


class BackupError(Exception):
    """Nothing has been changed; the message says why and what to do."""
