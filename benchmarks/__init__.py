"""Speed against peers: `make bench`; no test asserts a time."""
