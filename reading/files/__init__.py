"""Files that readers get while a page shows them: their bytes, and the answer that hands them over."""
