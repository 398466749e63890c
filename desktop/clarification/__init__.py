"""The page of clarifications and the card of one."""
