"""Logging in, the first password, locking, and the first run."""
