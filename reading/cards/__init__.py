"""Share cards: the picture that other sites show beside a link to a piece without a lead picture.

A card says what the top of the page says: house, content type, headline and byline, in the piece's script and
direction. `drawing`, `lines` and `fonts` know no record.
"""
