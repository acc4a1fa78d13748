"""Previews of a piece in every form in which people meet it: page, feed item, social card, search result, paper.

All of them are drawn from one proof, by the same functions that draw what readers get.
"""
