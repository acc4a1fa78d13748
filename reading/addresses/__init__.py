"""Addresses at which no page stands: those of an earlier site, those spelled otherwise, and what a reader may mean.

`standing`: what an address answers. `spelled`: its other spellings. `instead`: what is answered in the place of 404.
"""
