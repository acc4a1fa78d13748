"""A sample desk: an invented institute with people, outlets and thirty pieces, to see and to try everything on."""
