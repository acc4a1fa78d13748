"""What stands on a house's site beside its pieces: menus. It imports `articles` and what lies below."""
