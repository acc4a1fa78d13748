"""Words on one exact text: approvals, sign-offs, and the links through which people outside give them."""
