"""Names: their forms in several languages and of several days, and the small words of English around them."""
