"""A number that was given and is not used stays in its series, with the reason (DOMAIN §9.3)."""

from sqlalchemy import select

from db.core.tables import IssuedNumber
from db.core.tx import Tx


def void_number(tx: Tx, text: str, reason: str, *, track: str, case_id: int) -> None:
    """Note why a number is not used; a paper without a number leaves nothing to note."""
    if not text:
        return
    row = tx.session.scalar(
        select(IssuedNumber).where(
            IssuedNumber.text == text,
            IssuedNumber.track == track,
            IssuedNumber.case_id == case_id,
        )
    )
    if row is not None and not row.void_reason:
        row.void_reason = reason.strip()[:200]
        tx.session.flush()
