"""The readers' door: it knows editions and today's profiles, and nothing of the desk."""
