"""File descriptors that a server gets from its starter, and the variables that name them."""

LISTENER = "DESK_LISTENER"  # the socket on which the desk listens
REPORTS = "DESK_REPORTS"  # a pipe: each worker writes a byte when it has loaded the application
LIFELINE = (
    "DESK_LIFELINE"  # a pipe whose other end the starter holds: the kernel ends the server with its starter
)
NOTICE = "DESK_NOTICE"  # a pipe for what `prepare` prints; without it `prepare` does not run
PREPARED = "\0"  # ends the notice, so that one which was cut short is not taken for whole
BACKLOG = 1024  # connections that wait in the socket
