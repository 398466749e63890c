"""What is the reception's own: 24 hours, five representatives, a box that only talkers read."""

import re
from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, exists, false, or_, true

from db.books.entry import Entry
from db.books.shelf import Shelf, Step
from db.codes import clocks
from db.core.clock import civil_date
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.permissions import Permission, Scope
from db.core.tx import Read, Tx
from db.reception.book import HEALTH_BOOK, IN_NEED_BOOK, SEVERAL_BOOK
from db.reception.tables import GroupVisit, VisitorHealth, VisitorInNeed
from db.reception.workflow import HEALTH, MOST_REPRESENTATIVES, PERSON, REVISIT_RULE

ONE_DAY = timedelta(hours=24)
_APART = re.compile(r"[、,，;；\s]+")


def is_desk(read: Read) -> bool:
    """Return whether the actor receives visitors: the center's own people."""
    return read.actor.scope(Permission.RECEPTION_READ) in (Scope.CENTER, Scope.DESK)


def reach(read: Read) -> ColumnElement[bool]:
    """Return the condition under which the actor may know of a visitor in need.

    The desk and the manager know of all; others only of those with whom they talked.
    """
    if is_desk(read):
        return true()
    me = read.actor.account_id
    return or_(VisitorInNeed.talker_id == me, VisitorInNeed.second_id == me)


def is_talker(read: Read, entry: VisitorInNeed) -> bool:
    """Return whether the actor talked with the person."""
    return read.actor.account_id in (entry.talker_id, entry.second_id)


def group_reach(read: Read) -> ColumnElement[bool]:
    """Return the condition under which the actor may know of a group: the desk alone."""
    return true() if is_desk(read) else false()


def may(read: Read, entry: Entry | None, _move: Move) -> bool:
    """Return whether a move is the actor's; only the desk receives somebody."""
    return entry is not None or is_desk(read)


def health_reach(read: Read) -> ColumnElement[bool]:
    """Return the condition under which the actor may know of a note on health: he talked."""
    me = read.actor.account_id
    return exists().where(
        VisitorInNeed.id == VisitorHealth.parent_id,
        or_(VisitorInNeed.talker_id == me, VisitorInNeed.second_id == me),
    )


def check_health(_tx: Tx, _entry: VisitorHealth, step: Step) -> Collection[Evidence]:
    """Blank the note when the consent is taken back (个人信息保护法 Art 15)."""
    if step.move.name == "withdraw_consent":
        step.values["health"] = ""
    return ()


def follow_health(tx: Tx, entry: VisitorHealth, _step: Step) -> None:
    """Keep the words out of the trail, so that a consent taken back leaves nothing behind."""
    tx.forget_values(HEALTH, entry.id)


def check(tx: Tx, entry: VisitorInNeed, step: Step) -> Collection[Evidence]:
    """Refuse one talker in two places; keep the days.

    Raises:
        RefusedError: `recorder_is_talker`.
    """
    values = step.values
    if step.move.name == "note":
        if values["talker_id"] == values["second_id"]:
            raise RefusedError("recorder_is_talker", field="second_id")
        entry.revisit_by = tx.now + ONE_DAY
    elif step.move.name in ("revisit", "revisit_again"):
        values["revisited_on"] = step.on
    return ()


def follow(tx: Tx, entry: VisitorInNeed, step: Step) -> None:
    """Let 24 hours run for whoever needs attention; a day off changes nothing about them."""
    if step.move.name == "note":
        _start(tx, entry)
    elif step.move.name == "correct_level" and entry.state == "noted":
        running = clocks.running(tx, PERSON, entry.id, REVISIT_RULE)
        if entry.level == "normal":
            clocks.stop(tx, PERSON, entry.id, REVISIT_RULE, on=tx.today, cancel=True)
        elif not running:
            _start(tx, entry)


def _start(tx: Tx, entry: VisitorInNeed) -> None:
    if entry.level == "normal":
        return
    assert entry.revisit_by is not None
    until = civil_date(entry.revisit_by)
    clocks.start(tx, PERSON, entry.id, REVISIT_RULE, on=entry.entered_on, until=until)


def names_in(text: str) -> list[str]:
    """Return the names of a list of representatives."""
    return [name for name in _APART.split(text.strip()) if name]


def check_group(_tx: Tx, entry: GroupVisit, step: Step) -> Collection[Evidence]:
    """Refuse more than five representatives, or more than came (信访工作条例 Art 20).

    Raises:
        RefusedError: `too_few_for_group`, `too_many_representatives`.
    """
    values: dict[str, Any] = step.values
    if step.move.name != "receive":
        return ()
    if values["persons"] < 2 or values["batches"] < 1:
        raise RefusedError("too_few_for_group", field="persons")
    count = len(names_in(values["representatives"]))
    if not 1 <= count <= min(MOST_REPRESENTATIVES, values["persons"]):
        raise RefusedError(
            "too_many_representatives", field="representatives", most=MOST_REPRESENTATIVES
        )
    entry.representative_count = count
    return ()


IN_NEED_SHELF = Shelf(IN_NEED_BOOK, VisitorInNeed, reach=reach, check=check, follow=follow, may=may)
SHELVES = (
    IN_NEED_SHELF,
    Shelf(
        HEALTH_BOOK,
        VisitorHealth,
        reach=health_reach,
        check=check_health,
        follow=follow_health,
        opens=is_talker,
        parent=IN_NEED_SHELF,
    ),
    Shelf(SEVERAL_BOOK, GroupVisit, reach=group_reach, check=check_group, may=may),
)
