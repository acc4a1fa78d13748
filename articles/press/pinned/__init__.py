"""Words that a page was printed with, for its next edition: names, terms and disclaimer texts.

What is read anew (`articles.renewed`) comes from today's records, all else from the edition before.
"""
