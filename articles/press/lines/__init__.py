"""Lines of a page, printed from facts in the words of the house style. Pure: the same facts print the same lines."""
