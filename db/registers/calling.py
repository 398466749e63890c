"""电话告知: nothing is told before the number on file was called back (OFFICE §2.1)."""

import re
from collections.abc import Collection

from sqlalchemy import select

from db.appeals.filters import reach
from db.appeals.tables import Appeal
from db.books.shelf import Step
from db.core.errors import RefusedError
from db.core.moves import Evidence
from db.core.tx import Tx
from db.registers.tables import PhoneCall

NO_CALLS = ("in_person", "no_phone")
"""Wishes that forbid a call (联系要求)."""
CALLED_BACK = "called_back"
_NO_DIGIT = re.compile(r"\D")


def call_check(tx: Tx, entry: PhoneCall, step: Step) -> Collection[Evidence]:
    """Obey the person's wish and compare the number called with the number on file.

    Raises:
        RefusedError: `contact_wish_forbids_calls`, `phone_not_on_file`, `no_phone_on_file`.
    """
    name = step.move.name
    if name in ("take_call", "plan_call"):
        step.values["direction"] = "incoming" if name == "take_call" else "outgoing"
        entry.told_by = tx.actor.name
        if name == "plan_call":
            _obey(_appeal(tx, step.values["appeal_id"]))
    elif name == "verify":
        _compare(_appeal(tx, entry.appeal_id), step)
    elif name == "record":
        entry.told_by = tx.actor.name
    return ()


def _appeal(tx: Tx, appeal_id: int | None) -> Appeal | None:
    return tx.session.scalar(select(Appeal).where(Appeal.id == appeal_id, reach(tx)))


def _obey(appeal: Appeal | None) -> None:
    if appeal is not None and appeal.contact_preference in NO_CALLS:
        raise RefusedError("contact_wish_forbids_calls", field="appeal_id")


def _compare(appeal: Appeal | None, step: Step) -> None:
    _obey(appeal)
    if step.values["verified_by"] != CALLED_BACK:
        return
    on_file = _NO_DIGIT.sub("", appeal.phone) if appeal is not None else ""
    if not on_file:
        raise RefusedError("no_phone_on_file", field="phone")
    if _NO_DIGIT.sub("", step.values["phone"]) != on_file:
        raise RefusedError("phone_not_on_file", field="phone")


def call_follow(tx: Tx, entry: PhoneCall, step: Step) -> None:
    """Put a line into the appeal's own timeline: that it was told, not what."""
    if step.move.name == "record" and entry.appeal_id is not None:
        kept = tx.case
        tx.tell(
            "ordinary_appeal",
            entry.appeal_id,
            "phone_told",
            source=None,
            target=None,
            on=step.on,
            note=entry.number,
        )
        tx.case = kept
