"""A corpus of saved web pages, made by us: our own texts in the layouts in which real sites wrap theirs."""
