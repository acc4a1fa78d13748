"""What stands on a house's site beside its pieces, in the admin: menus."""
