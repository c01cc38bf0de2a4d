"""An app whose rows people may mention: the groups that they are in."""
