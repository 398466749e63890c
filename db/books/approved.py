"""What follows when a decision on an entry has been taken."""

import db.shelves
from db.books.writing import take
from db.core.tables import Approval
from db.core.tx import Tx


def carry_out(tx: Tx, approval: Approval, agreed: bool) -> None:
    """Make the move that was agreed; nothing but the timeline follows a refusal.

    Raises:
        RefusedError: `illegal_move` if the entry has gone another way meanwhile.
    """
    shelf = db.shelves.shelf(approval.track)
    entry = tx.session.get_one(shelf.table, approval.case_id)
    if agreed:
        take(tx, shelf, entry, approval.act, approval.payload["values"], decided=True)
