"""Asks who signs on a day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from db.core.tx import Read
from db.signing.tables import SigningLine


@dataclass(frozen=True, slots=True)
class Signing:
    """What a paper prints of a line."""

    words: str
    post: str
    phone: str


def signing(read: Read, kind: str, on: date | None = None) -> Signing | None:
    """Return the line of a kind that holds on a day (today), None where the office set none."""
    day = on or read.today
    row = read.session.scalar(
        select(SigningLine)
        .where(
            SigningLine.kind == kind,
            SigningLine.from_on <= day,
            or_(SigningLine.to_on.is_(None), SigningLine.to_on >= day),
        )
        .order_by(SigningLine.from_on.desc(), SigningLine.id.desc())
        .limit(1)
    )
    return None if row is None else Signing(row.words, row.post, row.phone)
