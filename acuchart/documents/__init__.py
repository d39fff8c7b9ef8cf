"""What is handed over: papers as PDF."""
