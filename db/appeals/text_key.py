"""The key under which appeals with the same facts meet."""

import hashlib

from db.appeals.matching import normalise


def text_key(facts: str) -> str:
    """Return a hash of the normalised facts, empty for empty ones (SETTLED §5)."""
    normal = normalise(facts)
    return hashlib.sha256(normal.encode()).hexdigest() if normal else ""
