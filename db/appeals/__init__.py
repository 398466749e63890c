"""The ordinary track."""
