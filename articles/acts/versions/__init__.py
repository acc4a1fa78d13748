"""Acts on versions as such: labelling one, and making a new piece from one."""
