"""A manuscript laid over a piece: its author's second version, compared with the draft, then taken part by part.

It reads as `desk.new_from_a_text` does, and saves through the piece's form. Why so: docs/decisions/laid-over.md.
"""
