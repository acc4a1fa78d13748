"""Files that pieces carry."""
