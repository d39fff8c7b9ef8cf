"""What is looked up: the files of resources/, checked and frozen."""
