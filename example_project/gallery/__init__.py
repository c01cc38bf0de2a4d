"""The workshop: every state, item and widget of the element, each played by a script."""
