"""Pictures that a source holds: where they stand in its text, and what it says of them.

Only bytes of the source itself are pictures here. Nothing is decoded, and nothing is fetched.
"""
