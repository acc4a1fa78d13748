"""The house as figures and as a picture: what `make check` holds beyond lint, types and import contracts."""
