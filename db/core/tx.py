"""One transaction: the actor, the time, the rows, and the trace that it leaves by itself."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, Protocol, TypeVar

from sqlalchemy import bindparam, delete, event, inspect, select
from sqlalchemy.orm import Session

from db.core import trail
from db.core.base import Base, Versioned
from db.core.clock import civil_date
from db.core.errors import ConflictError, NotAllowedError, RefusedError
from db.core.permissions import Actor, Permission
from db.core.tables import Draft, Event, IssuedNumber, NumberSeries, Setting

R_co = TypeVar("R_co", covariant=True)
Row = TypeVar("Row", bound=Base)
M = TypeVar("M")

EARLIEST = date(1949, 10, 1)
RIGHTS = frozenset({"account", "grant", "unit", "substitution", "inspection", "inspection_visit"})
"""Kinds of row on which the rights of somebody depend: every gate reads its actor anew."""
SETTINGS = "settings"
"""Where a session keeps the settings of its transaction."""


@dataclass(frozen=True, slots=True)
class Behalf:
    """The paper of a move that is recorded for somebody who does not log in (代录, SETTLED §2).

    Attributes:
        signer: Name of the person who signed it.
        post: His post.
        number: Number of the paper, empty if it has none.
        on: Date on the paper.
        attachment_id: The scan, if it is already filed.
    """

    signer: str
    post: str
    number: str
    on: date
    attachment_id: int | None = None


class Command(Protocol[R_co]):
    """An order: a frozen dataclass that is called within a transaction."""

    permission: ClassVar[Permission]

    def __call__(self, tx: "Tx") -> R_co:
        """Carry it out; raise instead of doing half of it."""
        ...


Barrier = Callable[["Tx", Collection[tuple[str, int]], str], None]
"""Refuses a command by the cases that it changed: track and id of each, and the act's name."""

Visible = Callable[["Read", type[Base]], Any]
"""Row scope: a policy that returns a condition for a kind of row, or None for no limit.

It depends on the actor and the kind alone: a gate asks once.
"""


class Read:
    """A question's view of the store: a session, who asks, and when.

    Attributes:
        session: Read only for questions.
        actor: Who asks.
        now: The instant, aware UTC.
    """

    def __init__(
        self,
        session: Session,
        actor: Actor,
        now: datetime,
        *,
        memo: dict[str, tuple[int, Any]] | None = None,
    ) -> None:
        self.session = session
        self.actor = actor
        self.now = now
        self.seen: list[tuple[str, str, int]] = []
        self._memo = {} if memo is None else memo

    @property
    def today(self) -> date:
        """Return the civil day in Asia/Shanghai."""
        return civil_date(self.now)

    def setting(self, name: str, default: Any = None) -> Any:
        """Return a setting's value, or the default."""
        value = self._settings().get(name)
        return default if value is None else value

    def _settings(self) -> dict[str, Any]:
        # All at once: a command asks for several, and they stand still within its transaction.
        transaction = self.session.get_transaction()
        kept = self.session.info.get(SETTINGS)
        if kept is None or transaction is None or kept[0] is not transaction:
            rows = self.session.execute(select(Setting.name, Setting.value)).all()
            kept = (self.session.get_transaction(), dict(rows))
            self.session.info[SETTINGS] = kept
        found: dict[str, Any] = kept[1]
        return found

    def remember(self, name: str, make: Callable[["Read"], M]) -> M:
        """Return a value that changes seldom, made anew when the setting `<name>_version` rises."""
        version = int(self.setting(f"{name}_version", 1))
        kept = self._memo.get(name)
        if kept is None or kept[0] != version:
            kept = (version, make(self))
            self._memo[name] = kept
        made: M = kept[1]
        return made

    def require(self, permission: Permission) -> None:
        """Refuse without the right.

        Raises:
            NotAllowedError: `not_permitted`.
        """
        if not self.actor.may(permission):
            raise NotAllowedError("not_permitted", permission=permission.value)

    def note_read(self, act: str, track: str, case_id: int) -> None:
        """Leave an audit event of a reading; it is queued, never waited for (SETTLED §8)."""
        self.seen.append((act, track, case_id))


class Tx(Read):
    """A writing transaction. Everything a command changes is traced when it ends."""

    def __init__(
        self,
        session: Session,
        actor: Actor,
        now: datetime,
        *,
        visible: Visible | None = None,
        barrier: Barrier | None = None,
        memo: dict[str, tuple[int, Any]] | None = None,
    ) -> None:
        super().__init__(session, actor, now, memo=memo)
        self._visible = visible
        self._barrier = barrier
        self._told: set[tuple[str, int]] = set()
        self._changes: list[trail.Change] = []
        self._purged: set[tuple[str, int]] = set()
        self.changed: set[str] = set()
        self.case: tuple[str, int] | None = None
        """Case that the changes belong to, for the trail."""
        event.listen(session, "before_flush", self._on_before_flush)

    def add(self, row: Row) -> Row:
        """Write a new row and return it with its id."""
        self.session.add(row)
        self.session.flush()
        return row

    def load(self, kind: type[Row], row_id: int, *, seen: int | None = None) -> Row:
        """Return a row that the actor may reach.

        Args:
            kind: Mapped class.
            row_id: Its id.
            seen: Version that the person saw; None where nothing was shown.

        Raises:
            NotAllowedError: `not_found`, alike for none and for not yours.
            ConflictError: If it changed since.
        """
        row = self._reach(kind, row_id)
        if row is None:
            raise NotAllowedError("not_found")
        if seen is not None and isinstance(row, Versioned) and row.version != seen:
            raise ConflictError(kind.__tablename__, row_id, _stored(row))
        return row

    def _reach(self, kind: type[Row], row_id: int) -> Row | None:
        # One question for the row and its reach, put together once for the actor and the kind.
        name = f"reach {kind.__tablename__}"
        if name not in self._memo:
            condition = None if self._visible is None else self._visible(self, kind)
            wanted = inspect(kind).primary_key[0] == bindparam("row_id")
            self._memo[name] = (
                0,
                None if condition is None else select(kind).where(wanted, condition),
            )
        statement = self._memo[name][1]
        if statement is None:
            return self.session.get(kind, row_id)
        found: Row | None = self.session.scalar(statement, {"row_id": row_id})
        return found

    def happened(self, on: date | None, reason: str | None = None) -> date:
        """Return the civil day of an event: the one told, or today.

        Raises:
            RefusedError: `date_in_future`, `date_too_early`, `backdating_needs_reason` when it
                lies more than the setting `backdating_free_days` (default 7) back.
        """
        if on is None:
            return self.today
        if on > self.today:
            raise RefusedError("date_in_future", field="happened_on", on=on)
        if on < EARLIEST:
            raise RefusedError("date_too_early", field="happened_on", on=on)
        free = timedelta(days=int(self.setting("backdating_free_days", 7)))
        if on < self.today - free and not (reason or "").strip():
            raise RefusedError("backdating_needs_reason", field="backdated_reason", on=on)
        return on

    def tell(
        self,
        track: str,
        case_id: int,
        act: str,
        *,
        source: str | None,
        target: str | None,
        on: date,
        note: str = "",
        unit_id: int | None = None,
        behalf: Behalf | None = None,
        reason: str | None = None,
        inner: bool = False,
    ) -> Event:
        """Add a line to the timeline of a case and return it."""
        self.case = (track, case_id)
        self._told.add(self.case)
        self.changed.add(track)
        line = Event(
            track=track,
            case_id=case_id,
            act=act,
            source=source,
            target=target,
            happened_on=on,
            recorded_at=self.now,
            actor_id=self.actor.account_id,
            actor_name=self.actor.shown_name,
            unit_id=unit_id if unit_id is not None else self.actor.unit_id,
            note=note,
            backdated_reason=reason or None,
            inner=inner,
            behalf_of=behalf.signer if behalf else None,
            behalf_post=behalf.post if behalf else None,
            behalf_number=behalf.number if behalf else None,
            behalf_on=behalf.on if behalf else None,
            behalf_attachment_id=behalf.attachment_id if behalf else None,
            needs_confirmation=behalf is not None,
        )
        self.session.add(line)
        return line

    def next_number(self, series: str, form: str, *, on: date, track: str, case_id: int) -> str:
        """Give the next number of a series and year, without gaps.

        Args:
            series: Name of the counter; series never share one.
            form: Text with `{year}` and `{sequence}`, as `泽诉受〔{year}〕{sequence:04d}号`.
            on: Day whose year counts.
            track: Kind of the case that takes it.
            case_id: The case.
        """
        counter = self.session.get(NumberSeries, (series, on.year))
        if counter is None:
            counter = NumberSeries(series=series, year=on.year, last=0)
            self.session.add(counter)
        counter.last += 1
        text = form.format(year=on.year, sequence=counter.last)
        self.session.add(
            IssuedNumber(
                series=series,
                year=on.year,
                sequence=counter.last,
                text=text,
                track=track,
                case_id=case_id,
            )
        )
        return text

    def renew(self, name: str) -> None:
        """Let every gate make a remembered value anew."""
        self.set_setting(f"{name}_version", int(self.setting(f"{name}_version", 1)) + 1)

    def set_setting(self, name: str, value: Any) -> None:
        """Write a setting."""
        self._settings()[name] = value
        row = self.session.get(Setting, name)
        if row is None:
            self.add(Setting(name=name, value=value))
        else:
            row.value = value
            self.session.flush()
        self.changed.add("setting")

    def drop_draft(self, kind: str, key: str) -> None:
        """Drop the actor's draft, in the transaction that completes it."""
        self.session.execute(
            delete(Draft).where(
                Draft.account_id == self.actor.account_id, Draft.kind == kind, Draft.key == key
            )
        )
        self.changed.add("draft")

    def forget_values(self, track: str, case_id: int) -> None:
        """Keep the values of a purged case out of the trail; its entries stay without them."""
        self._purged.add((track, case_id))

    def _on_before_flush(self, session: Session, _context: object, _instances: object) -> None:
        self._changes.extend(trail.changes_of(session))

    def finish(self, act: str) -> None:
        """Write the trail of everything that was changed."""
        self.session.flush()
        event.remove(self.session, "before_flush", self._on_before_flush)
        if not self._changes:
            return
        if self._barrier is not None:
            touched = {self._case_of(change) for change in self._changes}
            cases = {(track, case_id) for track, case_id in touched if track and case_id}
            self._barrier(self, cases | self._told, act)
        if RIGHTS & {change.kind for change in self._changes}:
            self.renew("rights")
        links = []
        for change in self._changes:
            identity = inspect(change.row).identity
            row_id = identity[0] if identity and isinstance(identity[0], int) else None
            track, case_id = self._case_of(change)
            links.append(
                trail.Link(
                    self.now,
                    self.actor.account_id,
                    self.actor.shown_name,
                    act,
                    change.kind,
                    row_id,
                    track,
                    case_id,
                    None
                    if (track, case_id) in self._purged
                    else {name: list(pair) for name, pair in change.columns.items()},
                )
            )
            self.changed.add(change.kind)
        trail.Chain(self.session).extend(links)

    def _case_of(self, change: trail.Change) -> tuple[str | None, int | None]:
        row = change.row
        track = getattr(row, "track", None)
        case_id = getattr(row, "case_id", None)
        if track is not None and case_id is not None:
            return track, case_id
        return self.case or (None, None)


def _stored(row: Base) -> dict[str, object]:
    state = inspect(row)
    return {a.key: getattr(row, a.key) for a in state.mapper.column_attrs}


def act_name(command: object) -> str:
    """Return a command's name as the trail writes it: `HandOver` → `hand_over`."""
    name = type(command).__name__
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


__all__ = ["Barrier", "Behalf", "Command", "Event", "Read", "Tx", "Visible", "act_name"]
