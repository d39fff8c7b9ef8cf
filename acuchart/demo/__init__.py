"""A day at a fictional clinic, worked through the real screens."""
