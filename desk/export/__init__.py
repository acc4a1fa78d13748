"""Copies of a piece as a file: a Word document or a web page that its author corrects and sends back.

May import everything of the desk but its forms; nothing of the desk imports it but the admin and the
door of shared links.
"""
