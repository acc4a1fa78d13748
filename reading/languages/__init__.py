"""The site in each language of its pieces: addresses, links within a language, the way to the same page in another."""
