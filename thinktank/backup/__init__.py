"""Backup of a whole desk to one file, restore, and a trial restore.

The file is a zip with `manifest.json` (format, database, number of pieces, versions, migrations, and size and SHA-256
of every other member), `database.dump` (pg_dump's custom format), `media/…`, and `secret-key` and
`sample-accounts.json` if they exist.
"""

from .check import check_backup
from .errors import BackupError
from .restore import restore_backup
from .write import write_backup

__all__ = ["BackupError", "check_backup", "restore_backup", "write_backup"]
