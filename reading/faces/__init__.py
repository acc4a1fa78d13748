"""The house whose face an error page shows: `named` by the address, or the one that the address showed `last`."""
