"""What can be said: Turtle is the source, Python is derived from it."""
