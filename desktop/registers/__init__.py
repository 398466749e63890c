"""Windows of the office's own books beyond what every book has: duty, lists for leaders."""
