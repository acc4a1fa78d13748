"""New from a text: paste or upload a text, confirm what was recognised, get a draft.

It calls `intake` for reading, recognising and making records.
"""
