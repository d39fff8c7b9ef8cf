"""What is kept: the encrypted database of the clinic."""
