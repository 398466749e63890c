"""The visual vocabulary of the window; pages are built from these and from nothing else."""
