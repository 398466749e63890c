"""The one door to the store: `write` a command, `read` a question.

A gate belongs to one logged-in person. It may be used from several threads: writers queue behind
each other, readers use their own connections and never wait for a writer (WAL).
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from db.core import trail
from db.core.clock import Clock, civil_date
from db.core.engine import unavailable
from db.core.errors import NotAllowedError, RefusedError, UnavailableError, ZhengmingError
from db.core.permissions import Actor, Role
from db.core.tx import Barrier, Command, Read, Tx, Visible, act_name

R = TypeVar("R")

Who = Callable[[Session, datetime, int | None], Actor]
"""Tells who acts now: the account's own rights of today, or the place of an absent person."""
RIGHTS_VERSION = text("SELECT value FROM setting WHERE name = 'rights_version'")


STORE_FAULTS = (DatabaseError, UnicodeEncodeError, OverflowError)


def meaning(fault: Exception) -> ZhengmingError | None:
    """Return what a fault of the store means to a person, or None if it is our own bug."""
    if isinstance(fault, DatabaseError):
        return unavailable(fault)
    if isinstance(fault, UnicodeEncodeError):
        # Half a character, as a broken clipboard gives it: no store can hold it.
        return RefusedError("broken_character")
    if "SQLite INTEGER" in str(fault):
        return NotAllowedError("not_found")
    return None


def question_name(ask: object) -> str:
    """Return the name of a question as the trail writes it for an inspector."""
    inner = getattr(ask, "func", ask)
    return str(getattr(inner, "__name__", type(inner).__name__))[:40]


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """What came of a command.

    Attributes:
        value: What the command returned.
        changed: Tables and tracks that changed, for those who show them.
    """

    value: R
    changed: frozenset[str]


@dataclass(frozen=True, slots=True)
class SeenEntry:
    """A reading, print or export that waits to be written to the trail."""

    at: datetime
    act: str
    track: str
    case_id: int


class Gate:
    """Runs commands and questions for one actor."""

    def __init__(
        self,
        writer: Engine,
        reader: Engine,
        *,
        actor: Actor,
        clock: Clock,
        visible: Visible | None = None,
        barrier: Barrier | None = None,
        who: Who | None = None,
    ) -> None:
        self._writer = writer
        self._reader = reader
        self.actor = actor
        self.clock = clock
        self._visible = visible
        self._barrier = barrier
        self._who = who
        self._stands_for: int | None = None
        self._as_of: object = None
        self._turn = threading.Lock()
        self._seen: deque[SeenEntry] = deque()
        self._memo: dict[str, tuple[int, Any]] = {}

    def write(self, command: Command[R]) -> Done[R]:
        """Carry out a command in one transaction; nothing of it stays if it is refused.

        Raises:
            RefusedError: By the command's rules.
            NotAllowedError: `not_permitted` or `not_found`.
            ConflictError: If the row changed meanwhile.
            UnavailableError: Disk full, store busy, wrong key.
        """
        return self.write_all([command])[0]

    def write_all(self, commands: Iterable[Command[R]]) -> list[Done[R]]:
        """Carry out several commands in one transaction, all or none."""
        with self._turn:
            try:
                with Session(self._writer, expire_on_commit=False) as session:
                    done = [self._run(session, command) for command in commands]
                    written = self._write_seen(session)
                    session.commit()
                    self._forget(written)
                    return done
            except STORE_FAULTS as fault:
                known = meaning(fault)
                if known is None:
                    raise
                raise known from fault

    def take_part(self, session: Session, command: Command[R]) -> R:
        """Carry out a command in a transaction that several people share; its owner commits.

        Only for a store that is being built and thrown away if anything is refused (the demo):
        what a refused command had changed stays in the session.
        """
        return self._run(session, command).value

    def stand_for(self, account_id: int | None) -> Actor:
        """Take the place of an absent person (代办), or go back to one's own with None.

        Raises:
            NotAllowedError: `not_substitute` without an arrangement for today.
        """
        before = self._stands_for
        self._stands_for = account_id
        try:
            with Session(self._reader) as session:
                return self._renew(session)
        except ZhengmingError:
            self._stands_for = before
            raise

    def _renew(self, session: Session) -> Actor:
        """Read the actor anew if rights, accounts or the day changed since.

        So a right that is taken away, an account that is closed, a substitute's last day and an
        inspection's end hold at the next question, without a job and without a new log-in.

        Raises:
            NotAllowedError: `account_closed`, `not_substitute`.
        """
        if self._who is None:
            return self.actor
        now = self.clock.now()
        as_of = (session.scalar(RIGHTS_VERSION), civil_date(now), self._stands_for)
        if as_of != self._as_of:
            actor = self._who(session, now, self._stands_for)
            if actor != self.actor:
                self.actor, self._memo = actor, {}
            self._as_of = as_of
        return self.actor

    def _run(self, session: Session, command: Command[R]) -> Done[R]:
        self._renew(session)
        if not self.actor.may(command.permission):
            raise NotAllowedError("not_permitted", permission=command.permission.value)
        tx = Tx(
            session,
            self.actor,
            self.clock.now(),
            visible=self._visible,
            barrier=self._barrier,
            memo=self._memo,
        )
        value = command(tx)
        tx.finish(act_name(command))
        return Done(value, frozenset(tx.changed))

    def read(self, ask: Callable[[Read], R]) -> R:
        """Return the answer to a question; what it noted as seen is queued for the trail.

        Raises:
            UnavailableError: If the store cannot be read.
        """
        try:
            with Session(self._reader, expire_on_commit=False) as session:
                actor = self._renew(session)
                view = Read(session, actor, self.clock.now(), memo=self._memo)
                answer = ask(view)
                if actor.role is Role.INSPECTOR:
                    view.note_read("inspect", question_name(ask), 0)
                for act, track, case_id in view.seen:
                    self._seen.append(SeenEntry(view.now, act, track, case_id))
                return answer
        except STORE_FAULTS as fault:
            known = meaning(fault)
            if known is None:
                raise
            raise known from fault

    @property
    def has_unwritten_reads(self) -> bool:
        """Return whether readings wait for the writer."""
        return bool(self._seen)

    def note(self, act: str, track: str, case_id: int) -> None:
        """Queue an audit event of a print, an export or a reading that the window did."""
        self._seen.append(SeenEntry(self.clock.now(), act, track, case_id))

    def flush_reads(self) -> None:
        """Write the queued readings to the trail; what cannot be written waits on.

        Raises:
            UnavailableError: Disk full, store busy.
        """
        if not self._seen:
            return
        try:
            with self._turn, Session(self._writer) as session:
                written = self._write_seen(session)
                session.commit()
                self._forget(written)
        except DatabaseError as fault:
            raise unavailable(fault) or UnavailableError("store_unreadable") from fault

    def _forget(self, written: int) -> None:
        for _ in range(written):
            self._seen.popleft()

    def _write_seen(self, session: Session) -> int:
        waiting = list(self._seen)
        if not waiting:
            return 0
        session.flush()
        trail.Chain(session).extend(
            [
                trail.Link(
                    seen.at,
                    self.actor.account_id,
                    self.actor.shown_name,
                    seen.act,
                    "reading",
                    seen.case_id,
                    seen.track,
                    seen.case_id,
                )
                for seen in waiting
            ]
        )
        return len(waiting)

    def close(self) -> None:
        """Write what waits and let the connections go.

        Raises:
            UnavailableError: If the queued readings cannot be written.
        """
        try:
            self.flush_reads()
        finally:
            self._writer.dispose()
            self._reader.dispose()
