"""The errors of the local cluster."""


class LocalPostgresError(Exception):
    """The local cluster cannot be used. The message is a sentence for the user, with the reason and a way out."""


class NoClusterError(LocalPostgresError):
    """There is no cluster in DESK_HOME, and the caller does not create one."""
