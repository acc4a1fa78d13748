"""What can go wrong with the local cluster, as one sentence for a person."""


class LocalPostgresError(Exception):
    """The local cluster cannot be had; the message says why and what to do."""
