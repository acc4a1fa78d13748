"""Text typed in the form of a piece and not saved: kept every few seconds and offered back; and who has a piece open.

`keeping` takes what a tab sends, `presence` says who else has the piece open, `offers` finds what is to be offered,
`pages` shows it, `admin` hooks all of it into the form. Nothing here makes a version or touches what readers get.
"""
