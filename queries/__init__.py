"""What can be asked: one folder a question, and how a release is opened and read."""
