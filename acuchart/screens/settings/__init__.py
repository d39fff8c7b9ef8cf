"""What a clinic changes: its people, its letterhead, its look; and what proves that the records are sound."""
