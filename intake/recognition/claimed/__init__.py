"""Weigh what a text prints against what its source claims outside of it: headline, people, day, place, language."""
