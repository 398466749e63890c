"""Who opened, printed or exported a case."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.core.tables import TrailEntry
from db.core.tx import Read
from db.documents.filing import require_case


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading, print or export."""

    at: datetime
    actor_name: str
    act: str


def readings(read: Read, track: str, case_id: int, *, limit: int = 200) -> tuple[ReadingRow, ...]:
    """Return the readings of a case that the actor may see, newest first."""
    require_case(read, track, case_id)
    statement = (
        select(TrailEntry.at, TrailEntry.actor_name, TrailEntry.act)
        .where(
            TrailEntry.track == track, TrailEntry.case_id == case_id, TrailEntry.kind == "reading"
        )
        .order_by(TrailEntry.id.desc())
        .limit(limit)
    )
    return tuple(ReadingRow(*row) for row in read.session.execute(statement))
