"""The page of care talks and the card of one."""
