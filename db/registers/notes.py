"""What submissions add to the engine: 圈阅 is not 同意, two people, one note."""

from collections.abc import Collection
from typing import Any

from db.books.shelf import Step
from db.books.writing import open_entry
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.tx import Read, Tx
from db.registers.note_shelf import CIRCLED, LEADER_NOTE_SHELF
from db.registers.tables import Submission


def submission_may(read: Read, entry: Submission | None, move: Move) -> bool:
    """Return whether the actor may make a move of a submission.

    Who typed the answer does not compare it with the paper himself.
    """
    if entry is None:
        return True
    if move.name == "confirm_answer":
        return entry.answered_by_id != read.actor.account_id
    if move.name in ("file_seen", "send_again"):
        return entry.kind == CIRCLED
    return True


def submission_lacks(_read: Read, entry: Submission, move: Move) -> str:
    """Return what stands in the way: a circle is no consent to carry anything out."""
    if move.name == "carry_out" and entry.kind == CIRCLED:
        return "circled_is_not_agreed"
    return ""


def submission_check(tx: Tx, entry: Submission, step: Step) -> Collection[Evidence]:
    """Fill in who proposes, who typed and who compared; the words of an answer are required.

    Raises:
        RefusedError: `missing_wording`, `self_confirmation`.
    """
    name, actor = step.move.name, tx.actor
    if name == "draw_up":
        entry.proposer = actor.name
    elif name == "record_answer":
        if step.values["kind"] != CIRCLED and not step.values["wording"]:
            raise RefusedError("missing_wording", field="wording")
        entry.answered_by_id, entry.confirmed_by_id = actor.account_id, None
    elif name == "confirm_answer":
        if entry.answered_by_id == actor.account_id:
            raise RefusedError("self_confirmation")
        entry.confirmed_by_id = actor.account_id
    return ()


def submission_follow(tx: Tx, entry: Submission, step: Step) -> None:
    """Let a confirmed answer become a leader's note of its own, where that was ticked."""
    if step.move.name != "confirm_answer" or not entry.becomes_note or entry.note_id is not None:
        return
    values: dict[str, Any] = {
        "subject": entry.subject,
        "leader": entry.leader,
        "leader_post": entry.leader_post,
        "noted_on": entry.noted_on,
        "wording": entry.wording or "（圈阅）",
        "kind": entry.kind,
        "appeal_id": entry.appeal_id,
        "remark": entry.number,
    }
    note = open_entry(tx, LEADER_NOTE_SHELF, "enter", values, unasked=True)
    entry.note_id = note.id
    tx.case = (LEADER_NOTE_SHELF.name, note.id)
