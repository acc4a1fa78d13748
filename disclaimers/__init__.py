"""Institutions, their house styles and content types, and the disclaimers that they must print.

It may use prose only; which disclaimer a page needs on a day is decided here.
"""
