"""Who asks: the API, the page for people, the command line."""
