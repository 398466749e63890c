"""What an inspector may read: a condition by kind and period for every room (OFFICE §1-28)."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, false, true

from db.core.permissions import Permission, Role
from db.core.tx import Read

NEVER = ("envelope_", "inquiry_", "attention_", "impact_", "coverage_", "referral_check")
"""Rights to read that no inspection opens: sealed envelopes, inquiries, what is about a person."""

ONLY_ANSWERED = "false_accusation_referral"
"""线索移送 is read once it is 已函复, never while it is under way (SETTLED §9.5)."""

ROOMS = ("ordinary_appeal", "clarification", "care_talk")
"""Kinds with rooms of their own; the books stand beside them."""


def is_inspector(read: Read) -> bool:
    """Return whether the actor reads as an inspector."""
    return read.actor.role is Role.INSPECTOR


def may_be_inspected(right: Permission) -> bool:
    """Return whether a book with this right to read may stand in an inspection's scope."""
    # A right that also does something is never lent to somebody who only reads.
    return right.value.endswith("_read") and not right.value.startswith(NEVER)


def within(read: Read, track: str, day: Any) -> ColumnElement[bool]:
    """Return the condition that a case lies in the inspection's scope.

    Args:
        read: Who asks; for everybody but inspectors the condition holds always.
        track: Kind of the case.
        day: Column with its day of receipt or opening.
    """
    if not is_inspector(read):
        return true()
    reading = read.actor.reading
    if reading is None or track not in reading.tracks:
        return false()
    first: date = reading.period_from
    return and_(day >= first, day <= reading.period_to)
