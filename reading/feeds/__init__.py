"""Feeds: one item builder, the pieces of each feed, and a module for each format."""
