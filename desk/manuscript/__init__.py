"""The form in which a piece is written: its fields and rows, saving, preview and list.

It saves through the acts; what readers would get is drawn by `reading`.
"""
