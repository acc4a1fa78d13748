"""Files that pieces carry, as readers get them: listed on a page, in a feed, in a copy, and sent to who asks."""
