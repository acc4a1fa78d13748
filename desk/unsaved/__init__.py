"""Forms that could not be carried out: what was typed comes back into the form, unsaved, and the page says so.

A session that ended, a CSRF check that failed, trouble with the database, a refusal: `typed` holds what was sent,
`again` shows it in the form, `pages` draws what stands in its place until then, `in_place` answers the script that
sends forms. Nothing is stored on the way. Uses the pages of the desk by their routes only.
"""
