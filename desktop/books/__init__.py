"""Windows of the books: tracks and registers that are described by data (DECISIONS 21)."""
