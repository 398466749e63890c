"""容错纠错: tolerance, its lists, risk filings, corrections and the case library (DOMAIN §6)."""
