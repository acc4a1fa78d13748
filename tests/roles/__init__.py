"""Who gets which answer: every address of the desk, asked in every method by everybody.

`table.txt` says what is chosen. An address that it does not have fails the tests.
"""
