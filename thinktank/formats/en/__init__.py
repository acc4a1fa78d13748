"""Formats of the desk in English."""
