"""The web server of `make run`: the socket it listens on, granian on that socket, and its supervision.

The socket belongs to the process that supervises, so connections wait in it while workers start, end or die.
docs/decisions/no-gap.md says why. Imports no app, and Django only in the workers.
"""
