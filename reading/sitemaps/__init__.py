"""Sitemaps: the addresses that search engines may list, with the instants of their last changes; and robots.txt."""
