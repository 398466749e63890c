"""States and moves of a line of signing (pure)."""

from db.core.moves import Move, Track
from db.core.permissions import Permission

SIGNING_LINE = Track(
    "signing_line",
    (
        Move(None, "enter", "current", Permission.SETTING_WRITE, basis="OFFICE §2.6"),
        Move("current", "end", "ended", Permission.SETTING_WRITE, basis="OFFICE §2.6"),
    ),
    frozenset({"ended"}),
)

TRACKS = (SIGNING_LINE,)
ISSUER = "issuer"
CONTACT = "contact"
