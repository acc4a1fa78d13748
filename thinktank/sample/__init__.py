"""A sample desk: an invented institute with people, outlets and some forty pieces, to see and to try everything on."""
