"""The museum's guide: its tools, its scripted model and its page."""
