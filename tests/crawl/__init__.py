"""Crawl of the sample desk: every address as readers and editors get it, to compare two versions of the code.

    python -m tests.crawl OUT_DIR          make the desk, request everything, write one file per answer
    python -m tests.crawl --compare A B    list the differences of two crawls; exit code 1 if there are any

Same code, same bytes: clock and randomness are frozen. A crawl takes four minutes on two cores. To run it on an older
version, copy this folder there: it depends only on the settings, three management commands, a few model names, a few
addresses and the links on pages.
"""
