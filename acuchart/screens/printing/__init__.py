"""The print queue: issued plans on their way to paper."""
