"""Parts of a comparison of two bodies: the marks of a change, moved blocks, tables, and figures as lines of words."""
