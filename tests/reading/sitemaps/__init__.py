"""Sitemaps and robots.txt: valid, true, and nothing in them that search engines must not list."""
