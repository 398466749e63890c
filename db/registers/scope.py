"""Row scope of entries about an appeal: who steps back from it sees none of them."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from db.appeals.filters import reach
from db.appeals.tables import Appeal
from db.core.tx import Read


def about_open_appeals(table: Any) -> Callable[[Read], ColumnElement[bool]]:
    """Return the reach of a book whose entries may name an appeal (`appeal_id`)."""

    def condition(read: Read) -> ColumnElement[bool]:
        seen = (
            select(Appeal.id)
            .where(Appeal.id == table.appeal_id, reach(read))
            .correlate(table)
            .exists()
        )
        return or_(table.appeal_id.is_(None), seen)

    return condition
