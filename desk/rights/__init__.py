"""Permissions of the places where a piece ran: their pages, forms and lists.

It may use the acts on rights and the rule in `articles.rights`.
"""
