#!/usr/bin/env python
"""The desk's command line."""

import sys

from thinktank.management.command_line import run

if __name__ == "__main__":
    run(sys.argv)
