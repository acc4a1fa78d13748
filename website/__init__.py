"""What stands on a house's site beside its pieces: menus, and where addresses of an earlier site lead.

It imports `articles` and what lies below.
"""
