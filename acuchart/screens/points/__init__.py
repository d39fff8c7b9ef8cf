"""The room where points are chosen and seen on the body."""
