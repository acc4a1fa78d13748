"""Limits of reading one text, and the sentences that name them."""

READ_SECONDS = 10  # of a clock, and of processor time
READ_BYTES = 2_000_000_000  # of memory
PICTURE_SECONDS = (
    27  # for each of its pictures: its turn to be read, and its reading, have limits of their own
)
PROMPT_SECONDS = 1.0  # a request waits so long for its text before it shows the line

TOO_LONG = (
    f"Reading this text took longer than {READ_SECONDS} seconds, and was ended. Nothing was made of it. "
    "Most often such a file has very many paragraphs or tables: save the piece alone in a new file, or paste it."
)
STOPPED = "You stopped the reading. Nothing was made of the text."
