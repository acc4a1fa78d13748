"""What pieces are grouped by, under a name in several languages: series, and the base that topics share with them."""
