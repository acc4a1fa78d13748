"""Load a desk file: institutions, disclaimers, outlets and people in TOML, for `manage.py setup_desk`.

It writes records of the lower apps and no articles; the sample desk loads its own file with it.
"""
