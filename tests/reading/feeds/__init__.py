"""Feeds in their three formats: fields, validity, delivery, and what programs of others make of them."""
