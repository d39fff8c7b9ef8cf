"""What goes in and out in open formats."""
