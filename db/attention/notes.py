"""Finds the patterns anew at each asking, from the appeals that the manager may see himself.

A note names its rule and raises nothing by itself: no talk, no verdict, no mark on a person
(SETTLED §9.10, OFFICE §1-14). Cases from which the manager is recused are not counted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import func, select

from db.appeals.bounces import bounce_limit
from db.appeals.filters import reach
from db.appeals.intake import check_texts
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.attention.rows import BOUNCES, REPEATS, THIRD_APPEAL, AttentionNote, Thresholds
from db.attention.tables import AttentionDismissal
from db.codes.deadlines import add_months
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tables import Event
from db.core.tx import Read, Tx

NOTES = "attention_note"
LONGEST_REASON = 200
_GONE = ("moved_out", "withdrawn")
"""Ends that leave no appeal of the person behind."""


def thresholds(read: Read) -> Thresholds:
    """Return from when patterns are told."""
    return Thresholds(
        appeals=int(read.setting("attention_appeals", 3)),
        months=int(read.setting("attention_months", 12)),
        repeats=int(read.setting("attention_repeats", 2)),
        bounces=bounce_limit(read),
    )


def attention_notes(read: Read) -> tuple[AttentionNote, ...]:
    """Return the notes that nobody set aside, newest first; none to anybody but the manager."""
    if not read.actor.may(Permission.ATTENTION_READ):
        return ()
    limits = thresholds(read)
    dismissed = set(read.session.scalars(select(AttentionDismissal.key)))
    found = [
        note
        for note in (*_third(read, limits), *_repeats(read, limits), *_bounces(read, limits))
        if note.key not in dismissed
    ]
    return tuple(sorted(found, key=lambda note: (note.latest_on, note.key), reverse=True))


def _columns() -> tuple[Any, ...]:
    return (
        Appeal.id,
        Appeal.number,
        Appeal.source_number,
        Appeal.person_id,
        Appeal.person_name,
        Appeal.unit_text,
        Appeal.received_on,
    )


def _third(read: Read, limits: Thresholds) -> Iterator[AttentionNote]:
    since = add_months(read.today, -limits.months)
    visible = (reach(read), Appeal.state.not_in(_GONE), Appeal.person_id.is_not(None))
    often = (
        select(Appeal.person_id)
        .where(*visible, Appeal.received_on > since)
        .group_by(Appeal.person_id)
        .having(func.count() >= limits.appeals)
    )
    rows = read.session.execute(
        select(*_columns())
        .where(*visible, Appeal.received_on > since, Appeal.person_id.in_(often))
        .order_by(Appeal.person_id, Appeal.received_on, Appeal.id)
    )
    for group in _grouped(rows, 3):
        yield _note(THIRD_APPEAL, group, limits.appeals, months=limits.months)


def _repeats(read: Read, limits: Thresholds) -> Iterator[AttentionNote]:
    # A repeat counts once the matter it repeats had been answered before it came.
    first = Appeal.__table__.alias("first_appeal")
    rows = read.session.execute(
        select(*_columns(), Appeal.duplicate_of_id)
        .join(first, first.c.id == Appeal.duplicate_of_id)
        .where(
            reach(read),
            Appeal.state.not_in(_GONE),
            first.c.issued_on.is_not(None),
            Appeal.received_on >= first.c.issued_on,
        )
        .order_by(Appeal.duplicate_of_id, Appeal.received_on, Appeal.id)
    )
    for group in _grouped(rows, 7):
        if len(group) >= limits.repeats and _may_see(read, group[0][7]):
            yield _note(REPEATS, group, limits.repeats)


def _may_see(read: Read, appeal_id: int) -> bool:
    found = read.session.scalar(select(Appeal.id).where(Appeal.id == appeal_id, reach(read)))
    return found is not None


def _bounces(read: Read, limits: Thresholds) -> Iterator[AttentionNote]:
    returned = (Event.track == APPEALS, Event.act == "object", Event.target == "returned")
    counted = (
        select(
            Event.case_id, func.count().label("times"), func.max(Event.happened_on).label("last")
        )
        .where(*returned)
        .group_by(Event.case_id)
        .having(func.count() >= limits.bounces)
        .subquery()
    )
    rows = read.session.execute(
        select(*_columns(), counted.c.times, counted.c.last)
        .join(counted, counted.c.case_id == Appeal.id)
        .where(reach(read), Appeal.ended_on.is_(None), Appeal.state.not_in(_GONE))
        .order_by(Appeal.id)
    )
    for row in rows:
        yield _note(
            BOUNCES, [row], limits.bounces, count=row.times, latest=row.last, stamp=row.times
        )


def _grouped(rows: Iterable[Any], place: int) -> Iterator[list[Any]]:
    groups: dict[Any, list[Any]] = {}
    for row in rows:
        groups.setdefault(row[place], []).append(row)
    yield from groups.values()


def _note(
    rule: str,
    rows: list[Any],
    threshold: int,
    *,
    months: int = 0,
    count: int | None = None,
    latest: date | None = None,
    stamp: int | None = None,
) -> AttentionNote:
    last = rows[-1]
    # A further appeal, repeat or return makes another key: what was set aside comes back then.
    key = f"{rule}:{last.id}" if stamp is None else f"{rule}:{last.id}:{stamp}"
    return AttentionNote(
        rule=rule,
        count=len(rows) if count is None else count,
        threshold=threshold,
        months=months,
        person_id=last.person_id,
        person_name=last.person_name,
        unit=last.unit_text,
        appeals=tuple((row.id, row.number or row.source_number) for row in rows),
        latest_on=latest or last.received_on,
        key=key,
    )


@dataclass(frozen=True, slots=True)
class DismissNote:
    """不再提示, with a reason; the pattern is told again when it grows."""

    permission: ClassVar[Permission] = Permission.ATTENTION_READ

    key: str
    reason: str

    def __call__(self, tx: Tx) -> int:
        """Set it aside. Return the row.

        Raises:
            RefusedError: `missing_reason`, `note_gone`.
        """
        reason = self.reason.strip()
        if not reason:
            raise RefusedError("missing_reason", field="reason")
        check_texts(reason)
        note = next((n for n in attention_notes(tx) if n.key == self.key), None)
        if note is None:
            raise RefusedError("note_gone")
        row = tx.add(
            AttentionDismissal(
                key=note.key,
                rule=note.rule,
                reason=reason[:LONGEST_REASON],
                dismissed_on=tx.today,
                dismissed_at=tx.now,
                dismissed_by_id=tx.actor.account_id,
            )
        )
        tx.changed.add(NOTES)
        return row.id
