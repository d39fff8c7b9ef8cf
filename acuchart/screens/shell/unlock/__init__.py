"""Who is at the PC; and the clocks of the rooms, which stay in view while it is locked."""
