"""One picture file: from the bytes that somebody uploaded to the bytes that we keep and serve.

It imports nothing of the desk but values, because it runs in a child process that holds only the file.
"""
