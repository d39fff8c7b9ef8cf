"""The forms there are, handing them out, and those of today."""
