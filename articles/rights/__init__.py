"""Rights: how much of a piece its permissions together let a page show.

It may use the models and the frozen content, never the press or the acts.
"""
