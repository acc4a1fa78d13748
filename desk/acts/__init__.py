"""The buttons of acts and the pages behind them: what an act will do, to which version, when, and what prevents it.

They use the acts and the checklist; what an act does is written in `articles.acts`.
"""
