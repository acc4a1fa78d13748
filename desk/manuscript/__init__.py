"""The form in which a piece is written: its fields and rows, saving, preview and list.

It saves through the acts; `reading` draws the page that readers would get.
"""
