"""What the permissions of a piece together let its page show.

It knows the models and the frozen content, and nothing of printing or of acts.
"""
