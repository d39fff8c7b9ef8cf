"""The note: reading what was recorded, signing it, adding to it later."""
