"""What things are and which rules hold: pure values, no input or output."""
