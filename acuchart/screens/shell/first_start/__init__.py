"""The first start: a wizard that makes the clinic."""
