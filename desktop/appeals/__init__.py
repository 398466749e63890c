"""The ordinary track in the window: registration, ledger, card, hand-overs, duplicates."""
