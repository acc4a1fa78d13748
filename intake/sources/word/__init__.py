"""Word files: from the bytes of a .docx to one HTML text, with an account of everything that is not in it.

It imports nothing of the desk but values, because it runs in a child process that holds only the file.
"""
