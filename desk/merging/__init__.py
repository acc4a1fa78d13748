"""Pages that merge two topics, people or outlets into one, and undo it within a day.

They use the acts; what merging means is written in `articles.acts.merging`.
"""
