"""The HTTP faces: they translate between requests and services."""
