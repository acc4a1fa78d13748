"""A whole desk in one checked file, and back.

The file is a zip: `manifest.json` (format, versions, migrations, and the size and SHA-256 of every other member),
`database.dump` (pg_dump's custom format), `media/…`, `secret-key` and `sample-accounts.json` where there are any.
"""

from .errors import BackupError
from .reading import restore_backup
from .writing import write_backup

__all__ = ["BackupError", "restore_backup", "write_backup"]
