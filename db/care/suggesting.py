"""Suggests a talk; no clock runs until somebody accepts it (SETTLED §2)."""

from datetime import date

from db.care.tables import Suggestion
from db.core.tx import Tx


def suggest_talk(
    tx: Tx,
    *,
    trigger: str,
    track: str,
    case_id: int,
    person_id: int | None,
    person_name: str,
    on: date,
) -> None:
    """Leave a suggestion for the planners of talks."""
    tx.add(
        Suggestion(
            trigger=trigger,
            from_track=track,
            from_id=case_id,
            person_id=person_id,
            person_name=person_name,
            suggested_on=on,
        )
    )
    tx.changed.add("talk_suggestion")
