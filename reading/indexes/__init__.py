"""Indexes: people, outlets and topics by their letters, the archive by year and month, corrections, houses."""
