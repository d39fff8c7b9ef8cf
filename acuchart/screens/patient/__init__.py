"""Finding, registering and reading patients."""
