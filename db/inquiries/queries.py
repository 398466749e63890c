"""How often the lighter written statement is asked for instead of an inquiry (PRODUCT §3-8)."""

from datetime import date

from sqlalchemy import func, select

from db.books.filters import reach
from db.core.tx import Read
from db.inquiries.rows import InquiryShare
from db.inquiries.shelf import SHELVES
from db.inquiries.tables import Inquiry
from db.inquiries.workflow import KINDS


def inquiry_share(read: Read, *, first: date, last: date) -> InquiryShare:
    """Return what was sent between two days by kind, and how it ended; voided ones are left out.

    Only within the actor's reach: who may not read inquiries is told zeros, as for none.
    """
    statement = (
        select(Inquiry.kind, Inquiry.state, func.count())
        .where(
            reach(read, SHELVES[0]),
            Inquiry.sent_on.between(first, last),
            Inquiry.state != "voided",
        )
        .group_by(Inquiry.kind, Inquiry.state)
    )
    counts = dict.fromkeys(KINDS, 0)
    states: dict[str, int] = {}
    for kind, state, number in read.session.execute(statement):
        counts[kind] += number
        states[state] = states.get(state, 0) + number
    return InquiryShare(first, last, counts, states)
