"""巡察查阅: accounts that read for some days, within a scope, for a purpose (OFFICE §1-28)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.core.permissions import ReadingScope
from db.office.staff_tables import Inspection, InspectionVisit


def reading_scope(session: Session, account_id: int, on: date) -> ReadingScope | None:
    """Return what an inspector may read today; None before he has said why, and after the end."""
    row = session.scalars(
        select(Inspection)
        .join(InspectionVisit, InspectionVisit.inspection_id == Inspection.id)
        .where(
            Inspection.account_id == account_id,
            Inspection.starts_on <= on,
            Inspection.ends_on >= on,
            Inspection.ended_on.is_(None),
            InspectionVisit.visited_on == on,
        )
        .order_by(Inspection.id.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    return ReadingScope(
        inspection_id=row.id,
        tracks=frozenset(row.tracks),
        period_from=row.period_from,
        period_to=row.period_to,
        purpose=row.purpose,
        ends_on=row.ends_on,
    )
