"""Benchmark of public pages: a generated desk in its own database, served as `make run` serves a desk."""
