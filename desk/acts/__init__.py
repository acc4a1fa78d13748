"""Pages of acts: what will happen, to which text and when, and the button that does it.

They may use the acts and the checklist; what an act does is written in `articles.acts`.
"""
