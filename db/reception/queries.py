"""The office's own card for a visitor in need."""

from db.core.tx import Read
from db.office.settings_commands import KINDS

CARD = "attention_card"


def reception_card(read: Read) -> str:
    """Return what the office wrote for such a moment, a line a step; the shipped text at first."""
    shipped = next(kind.default for kind in KINDS if kind.name == CARD)
    return str(read.setting(CARD, shipped))
