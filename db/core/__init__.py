"""What every room of the record stands on; it knows no room itself."""
