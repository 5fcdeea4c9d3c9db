"""The SPARQL endpoint: the protocol, and workers that can be ended."""
