"""What is still owed to the person after an extension (条例 Art 34)."""

from sqlalchemy import select

from db.appeals.tables import Extension
from db.core.tx import Read


def extension_untold(read: Read, appeal_id: int) -> int | None:
    """Return the agreed extension that the person was not told of yet, None without one."""
    return read.session.scalar(
        select(Extension.id).where(
            Extension.appeal_id == appeal_id,
            Extension.state == "agreed",
            Extension.told_on.is_(None),
        )
    )
