"""Addresses at which no page stands: those of an earlier site, those spelled otherwise, former ones of profiles.

`standing`: what an address answers. `spelled`: its other spellings. `instead`: what is answered in the place of 404.
`moved`: where the former address of a profile leads.
"""
