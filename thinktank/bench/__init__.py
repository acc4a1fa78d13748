"""How fast pages are: a generated desk in a database of its own, served as `make run` serves, measured from outside."""
