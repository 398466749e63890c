"""Cadres."""
