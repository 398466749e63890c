"""Sealed envelopes handed over at once, and words passed on unjudged (SETTLED §9.5, §9.7)."""
