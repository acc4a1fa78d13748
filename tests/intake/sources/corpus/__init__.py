"""A corpus of manuscripts as people send them: invented pieces, each written as several tools write it."""
