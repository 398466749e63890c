"""Tests of tolerance, its lists, filings, corrections and examples."""
