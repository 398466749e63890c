"""What is the impact period's own: its last day, its clocks, what stands in the way of a review."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, select

from db.books.shelf import Shelf, Step
from db.codes import clocks
from db.codes.deadlines import add_months
from db.codes.impact import ImpactPeriod, Punishment, impact_period
from db.codes.impact_rules import impact_rules
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.tx import Read, Tx
from db.impact.book import IMPACT_BOOK, PUNISHMENT_BOOK, VISIT_BOOK
from db.impact.tables import Impact, ImpactVisit, PunishmentRow
from db.impact.workflow import (
    ENDED,
    ENDING_SOON,
    HELPER_RULE,
    IN_PERIOD,
    NAME,
    REVIEW_RULE,
    REVISIT_RULE,
    SOON_DAYS,
    TERMINAL,
)
from db.statistics.facts import mark, revoke

RUNNING = (IN_PERIOD, "watching")
_END_KINDS = ("impact_ended", "impact_helper_ended")


def shown(read: Read) -> ColumnElement[str]:
    """Return the state as lists show it: 即将期满 and 已期满待评估 follow from the last day."""
    running = Impact.state == IN_PERIOD
    soon = read.today + timedelta(days=SOON_DAYS)
    return case(
        (and_(running, Impact.ends_on < read.today), literal(ENDED)),
        (and_(running, Impact.ends_on <= soon), literal(ENDING_SOON)),
        else_=Impact.state,
    )


def punishments(read: Read, entry: Impact) -> Iterator[Punishment]:
    """Return the first punishment and those that were added and stand."""
    yield Punishment(entry.kind, entry.from_on, entry.document_number, entry.months)
    rows = read.session.scalars(
        select(PunishmentRow).where(
            PunishmentRow.parent_id == entry.id, PunishmentRow.state == "standing"
        )
    )
    for row in rows:
        yield Punishment(row.kind, row.from_on, row.document_number, row.months)


def settle_end(tx: Tx, entry: Impact) -> ImpactPeriod:
    """Reckon 影响期届满日 anew, move the review to it, and let the month's figures follow."""
    found = impact_period(punishments(tx, entry), impact_rules())
    entry.ends_on = found.ends_on
    entry.ends_note = " ".join(note.value for note in found.notes)
    tx.session.flush()
    clocks.stop(tx, NAME, entry.id, REVIEW_RULE, on=tx.today, cancel=True)
    if found.ends_on is not None and found.review_from is not None and entry.state in RUNNING:
        clocks.start(tx, NAME, entry.id, REVIEW_RULE, on=found.review_from, until=found.ends_on)
    _count_end(tx, entry)
    return found


def _count_end(tx: Tx, entry: Impact) -> None:
    # The end is a fact of its own day, known ahead: it counts once that day has come.
    revoke(tx, NAME, entry.id, *_END_KINDS)
    if entry.ends_on is None or entry.state in TERMINAL:
        return
    mark(tx, NAME, entry.id, "impact_ended", on=entry.ends_on, unit_id=entry.unit_id)
    if entry.helper_on is not None and entry.helper_on <= entry.ends_on:
        mark(tx, NAME, entry.id, "impact_helper_ended", on=entry.ends_on, unit_id=entry.unit_id)


def check(tx: Tx, entry: Impact, step: Step) -> Collection[Evidence]:
    """Keep the day of each step; refuse what does not follow.

    Raises:
        RefusedError: `impact_exists`, `dates_out_of_order`, `unknown_punishment`,
            `impact_months_out_of_range`.
    """
    name, values = step.move.name, step.values
    if name in ("enter", "correct_decision"):
        _check_decision(values)
    if name == "enter":
        _check_alone(tx, values)
    column = {
        "name_helper": "helper_on",
        "find_usable": "reviewed_on",
        "keep_watching": "reviewed_on",
        "reappoint": "reappointed_on",
    }.get(name)
    if column is not None:
        if entry.delivered_on is not None and step.on < entry.delivered_on:
            raise RefusedError("dates_out_of_order", field="happened_on")
        values[column] = step.on
    if values.get("watch_until") is not None and values["watch_until"] <= step.on:
        raise RefusedError("dates_out_of_order", field="watch_until")
    return ()


def _check_decision(values: dict[str, Any]) -> None:
    one = Punishment(values["kind"], values["from_on"], values["document_number"], values["months"])
    impact_period([one], impact_rules())


def _check_alone(tx: Tx, values: dict[str, Any]) -> None:
    # A further punishment of the same person is added to his period, not entered beside it.
    person_id = values["person_id"]
    if person_id is None:
        return
    found = tx.session.scalar(
        select(func.count()).where(Impact.person_id == person_id, Impact.state.in_(RUNNING))
    )
    if found:
        raise RefusedError("impact_exists", field="person_id")


def follow(tx: Tx, entry: Impact, step: Step) -> None:
    """Let days, clocks and figures follow a move."""
    name = step.move.name
    if name == "enter":
        _begin(tx, entry)
    elif name == "correct_decision":
        revoke(tx, NAME, entry.id, "impact_entered")
        _restart(tx, entry)
    elif name == "name_helper":
        revoke(tx, NAME, entry.id, "impact_helper_named")
        if entry.ends_on is None or step.on <= entry.ends_on:
            mark(tx, NAME, entry.id, "impact_helper_named", on=step.on, unit_id=entry.unit_id)
        _count_end(tx, entry)
    elif name in ("find_usable", "keep_watching"):
        mark(
            tx,
            NAME,
            entry.id,
            "impact_reviewed",
            on=step.on,
            unit_id=entry.unit_id,
            outcome=entry.state,
        )
        if name == "keep_watching" and entry.watch_until is not None:
            clocks.start(tx, NAME, entry.id, REVIEW_RULE, on=step.on, until=entry.watch_until)
    elif name == "reappoint":
        mark(tx, NAME, entry.id, "impact_reappointed", on=step.on, unit_id=entry.unit_id)
    elif name == "lift":
        _lift(tx, entry, step.on)


def _begin(tx: Tx, entry: Impact) -> None:
    assert entry.delivered_on is not None
    for rule in (HELPER_RULE, REVISIT_RULE):
        clocks.start(tx, NAME, entry.id, rule, on=entry.delivered_on)
    mark(tx, NAME, entry.id, "impact_entered", on=entry.delivered_on, unit_id=entry.unit_id)
    settle_end(tx, entry)


def _restart(tx: Tx, entry: Impact) -> None:
    # Only clocks that still run start anew; what was done in time stays done.
    assert entry.delivered_on is not None
    for rule in (HELPER_RULE, REVISIT_RULE):
        if clocks.stop(tx, NAME, entry.id, rule, on=tx.today, cancel=True):
            last = _last_visit(tx, entry.id) if rule == REVISIT_RULE else None
            clocks.start(tx, NAME, entry.id, rule, on=last or entry.delivered_on)
    mark(tx, NAME, entry.id, "impact_entered", on=entry.delivered_on, unit_id=entry.unit_id)
    settle_end(tx, entry)


def _lift(tx: Tx, entry: Impact, on: date) -> None:
    if entry.ends_on is not None and entry.ends_on <= on:
        return
    revoke(tx, NAME, entry.id, *_END_KINDS)
    mark(tx, NAME, entry.id, "impact_lifted", on=on, unit_id=entry.unit_id)
    if entry.helper_on is not None:
        mark(tx, NAME, entry.id, "impact_helper_ended", on=on, unit_id=entry.unit_id)


def lacks(read: Read, entry: Impact, move: Move) -> str:
    """Return what stands in the way of a review or a re-appointment."""
    if move.name in ("find_usable", "keep_watching"):
        return _review_lacks(read, entry)
    if move.name == "reappoint" and (entry.ends_on is None or read.today <= entry.ends_on):
        return "impact_period_runs"
    return ""


def _review_lacks(read: Read, entry: Impact) -> str:
    if entry.ends_on is None:
        return "impact_end_unknown"
    if read.today < add_months(entry.ends_on, -1):
        return "impact_review_too_early"
    if not entry.helper_name:
        return "impact_without_helper"
    if _last_visit(read, entry.id) is None:
        return "impact_without_visit"
    return ""


def _last_visit(read: Read, entry_id: int) -> date | None:
    return read.session.scalar(
        select(func.max(ImpactVisit.visited_on)).where(ImpactVisit.parent_id == entry_id)
    )


def check_punishment(tx: Tx, entry: PunishmentRow, step: Step) -> Collection[Evidence]:
    """Refuse a punishment for a period that is over; keep its own last day.

    Raises:
        RefusedError: `impact_over`, `unknown_punishment`, `impact_months_out_of_range`.
    """
    parent = tx.session.get_one(Impact, entry.parent_id)
    if parent.state in TERMINAL:
        raise RefusedError("impact_over")
    if step.move.name == "add":
        values = step.values
        one = Punishment(
            values["kind"], values["from_on"], values["document_number"], values["months"]
        )
        values["last_on"] = impact_period([one], impact_rules()).ends_on
    return ()


def follow_punishment(tx: Tx, entry: PunishmentRow, _step: Step) -> None:
    """Reckon the person's last day anew."""
    settle_end(tx, tx.session.get_one(Impact, entry.parent_id))


def check_visit(tx: Tx, entry: ImpactVisit, step: Step) -> Collection[Evidence]:
    """Refuse a visit before the decision, or after it is over.

    Raises:
        RefusedError: `impact_over`, `dates_out_of_order`.
    """
    parent = tx.session.get_one(Impact, entry.parent_id)
    if parent.state in TERMINAL:
        raise RefusedError("impact_over")
    if parent.delivered_on is not None and step.values["visited_on"] < parent.delivered_on:
        raise RefusedError("dates_out_of_order", field="visited_on")
    return ()


def follow_visit(tx: Tx, entry: ImpactVisit, _step: Step) -> None:
    """Let the year run anew from the latest visit, as long as the period lasts."""
    parent = tx.session.get_one(Impact, entry.parent_id)
    latest = _last_visit(tx, parent.id)
    assert latest is not None
    clocks.stop(tx, NAME, parent.id, REVISIT_RULE, on=latest)
    if parent.state in RUNNING and (parent.ends_on is None or latest < parent.ends_on):
        clocks.start(tx, NAME, parent.id, REVISIT_RULE, on=latest)


IMPACT_SHELF = Shelf(IMPACT_BOOK, Impact, check=check, follow=follow, lacks=lacks, shown=shown)
SHELVES = (
    IMPACT_SHELF,
    Shelf(
        PUNISHMENT_BOOK,
        PunishmentRow,
        check=check_punishment,
        follow=follow_punishment,
        parent=IMPACT_SHELF,
    ),
    Shelf(VISIT_BOOK, ImpactVisit, check=check_visit, follow=follow_visit, parent=IMPACT_SHELF),
)
