"""The office's own books: leaders' notes, papers in and out, duty, appointments (OFFICE §2.5)."""
