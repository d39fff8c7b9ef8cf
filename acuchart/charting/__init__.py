"""What people do: use cases, each one a checked and audited transaction."""
