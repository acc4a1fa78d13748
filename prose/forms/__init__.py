"""Form fields, widgets and admin mixins that several apps use: the body editor, pickers, days, slugs.

They may use Django's forms and admin and the rest of ``prose`` (but not its model fields), and no app's models.
"""
