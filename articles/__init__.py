"""The pieces: manuscripts, versions, editions, and the acts that change them.

It may use people, outlets and disclaimers, and knows no page: `desk`, `intake` and `reading` call it.
"""
