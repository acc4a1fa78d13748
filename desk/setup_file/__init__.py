"""The desk file: an institution's facts in TOML, for `manage.py setup_desk` and the sample desk."""
