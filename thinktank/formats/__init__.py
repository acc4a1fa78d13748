"""Days and hours on the desk’s screens, where Django writes them; readers’ pages do not use it (`prose.dates`)."""
