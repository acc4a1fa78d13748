"""People who sign pieces, and the posts they have held.

It may use disclaimers (for institutions) and prose, and knows no piece and no outlet.
"""
