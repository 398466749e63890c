"""What a model hands to the row delegate: one frozen value for each cell.

A model answers `CELL_ROLE` with one of these, and the display role with the same words for
copying, sorting and screen readers. Where it answers None the delegate paints the display role.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import Qt

from desktop.theme import Role, Stage
from desktop.widgets.signs import Light, Sign

CELL_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 40
"""The item role under which the delegate asks for a cell."""


@dataclass(frozen=True, slots=True)
class DueMark:
    """A deadline as one looks at it.

    Attributes:
        light: what form stands in front.
        count: days left, or days overdue; never negative.
        workdays: whether the term counts working days (个工作日) or calendar days (日).
        provisional: the year's holiday notice is missing, so the date may move (SETTLED 7).
        words: replaces the built phrase, for example "9月28日已告知" or "—".
        card: blue, yellow or red where the office warns by cards, else empty.
    """

    light: Light
    count: int = 0
    workdays: bool = False
    provisional: bool = False
    words: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True)
class Pill:
    """A state as sign and word; `saying` is the full phrase for the tooltip and reports."""

    word: str
    sign: Sign
    stage: Stage
    saying: str = ""


@dataclass(frozen=True, slots=True)
class TextCell:
    """Plain words with a tone.

    Attributes:
        text: the words.
        tone: colour role; on a selected row `on_select` replaces it.
        bold: heavier weight, for what is overdue or the person's own.
        marks: half-open ranges of `text` that a search found.
        mono: figures and hashes in the fixed-width font.
        right: aligned to the right, for numbers.
        icon: Phosphor icon in front of the words.
        aside: further words in the secondary tone behind the text.
    """

    text: str
    tone: Role = "text"
    bold: bool = False
    marks: tuple[tuple[int, int], ...] = ()
    mono: bool = False
    right: bool = False
    icon: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class IconsCell:
    """Small icons (Phosphor names) that say what hangs on the row; `saying` names them."""

    icons: tuple[str, ...]
    saying: str = ""


class Pending(Enum):
    """The mark of a row whose page has not been read yet."""

    UNREAD = "unread"


UNREAD: Final = Pending.UNREAD
"""The cell of a row whose page has not been read yet; painted as "…"."""

Cell = DueMark | Pill | TextCell | IconsCell | Pending
"""Everything the row delegate knows how to paint."""
