"""What follows a decision on a talk: it is cancelled, or closed and filed."""

from db.care.changes import advance, count
from db.care.following import open_difficulties
from db.care.tables import TRACK, CareTalk
from db.core.errors import NotAllowedError
from db.core.moves import Evidence
from db.core.tables import Approval
from db.core.tx import Tx
from db.office.recusal import is_recused


def carry_out(tx: Tx, approval: Approval, agreed: bool) -> None:
    """Do what was decided; a refusal leaves the talk as it is.

    The right to decide was checked there; whoever confirms a paper is no party to the talk.
    """
    talk = tx.session.get(CareTalk, approval.case_id)
    if talk is None or is_recused(tx, TRACK, approval.case_id):
        raise NotAllowedError("not_found")
    if not agreed:
        return
    on = approval.decided_on or tx.today
    evidence = [Evidence.APPROVAL_BY_OTHER]
    if approval.act == "cancel":
        talk.cancel_reason = approval.payload["reason"]
        advance(tx, talk, "cancel", on=on, evidence=[*evidence, Evidence.REASON], approved=True)
    else:
        if not open_difficulties(tx, talk.id):
            evidence.append(Evidence.DIFFICULTIES_DONE)
        advance(tx, talk, "close", on=on, evidence=evidence, approved=True)
        count(tx, talk, "talk_closed", on=on)
    tx.session.flush()
