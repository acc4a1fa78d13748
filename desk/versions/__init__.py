"""Contents of versions: in words, compared with each other, and merged three ways.

It reads a version's content as the desk shows it and sends it, and knows no request.
"""
