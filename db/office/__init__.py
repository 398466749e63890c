"""Units, accounts, rights."""
