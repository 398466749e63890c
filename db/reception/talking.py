"""先接谈: a visitor in need and his 暂存件 in one save; the appeal may be typed tomorrow."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from db.books.writing import open_entry
from db.core.permissions import Permission
from db.core.tx import Tx
from db.office.desk import Hold
from db.reception.shelf import IN_NEED_SHELF
from db.reception.tables import VisitorInNeed


@dataclass(frozen=True, slots=True)
class Talking:
    """What the desk is told after 先接谈.

    Attributes:
        entry_id: The visitor in need.
        held_number: Number of the note from which the appeal is typed later.
        revisit_by: Until when he is visited again; None for the ordinary level.
    """

    entry_id: int
    held_number: str
    revisit_by: datetime | None


@dataclass(frozen=True, slots=True)
class TalkFirst:
    """Stop typing and talk: name, phone and one line now.

    Attributes:
        level: Value of `attention_level`.
        talker_id: Who talks; None for who saves it.
        second_id: Who is with him: two are present (OFFICE §2.6).
    """

    permission: ClassVar[Permission] = Permission.RECEPTION_WRITE

    person_name: str
    level: str
    line: str = ""
    phone: str = ""
    talker_id: int | None = None
    second_id: int | None = None

    def __call__(self, tx: Tx) -> Talking:
        """Keep both.

        Raises:
            RefusedError: `missing_person_name`, `missing_level`, `unknown_value`,
                `recorder_is_talker`.
            NotAllowedError: `not_permitted` for whoever receives nobody.
        """
        tx.require(Hold.permission)
        number = Hold(self.person_name, self.line, self.phone)(tx)
        entry = open_entry(
            tx,
            IN_NEED_SHELF,
            "note",
            {
                "person_name": self.person_name,
                "phone": self.phone,
                "line": self.line,
                "held_number": number,
                "level": self.level,
                "talker_id": self.talker_id or tx.actor.account_id,
                "second_id": self.second_id,
            },
        )
        assert isinstance(entry, VisitorInNeed)
        return Talking(entry.id, number, entry.revisit_by if self.level != "normal" else None)
