"""Admin of institutions, their house styles and disclaimers. Published texts are ended, never overwritten.

`desk.admin` registers these pages.
"""
