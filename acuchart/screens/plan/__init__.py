"""The treatment plan: goals, visits and words on the left, the very paper on the right."""
