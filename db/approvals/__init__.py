"""Decisions: asked by one, decided by another, by log-in or recorded from paper."""
