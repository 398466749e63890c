"""Books: tracks and registers that are described by data (DECISIONS 21)."""
