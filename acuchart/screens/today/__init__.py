"""The day: who is here, where, and what waits."""
