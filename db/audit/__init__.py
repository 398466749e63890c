"""History and verification."""
