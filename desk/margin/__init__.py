"""Comments and proposals beside a text: their passages, other words put into one, and those that a file brings."""
