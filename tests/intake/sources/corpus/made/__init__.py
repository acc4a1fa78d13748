"""Files and clipboards of other tools: LibreOffice wrote its own of our text, the others are made by hand."""
