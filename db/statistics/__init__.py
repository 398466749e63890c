"""Measures, months and their reports."""
