"""The readers' door: article pages, profiles, lists and feeds.

It draws live editions and today's profiles; it may use models of editions and nothing of drafts, acts or the press.
"""
