"""Static files: collected when they change, stored under names made from their content."""
