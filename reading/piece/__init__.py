"""A piece for readers: its page, what stands beside it, and the copy to take over."""
