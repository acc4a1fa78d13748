"""Search of the reading room: one seam, `search(query, filters, at)`, over what readers can get and nothing else."""
