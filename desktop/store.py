"""The window's way to the record: asks and orders go to other threads, answers come back queued.

One writer and two readers live as long as the store is open. A seat names a place on the screen
that shows one answer at a time: a newer read from the same seat cancels the older (DESIGN §0.7).
"""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from db.core.clock import civil_date
from db.core.errors import ZhengmingError
from db.core.gate import Gate
from db.core.permissions import Actor
from db.core.tx import Command, Read
from desktop.garbage import collect_here

R = TypeVar("R")
Fail = Callable[[ZhengmingError], None]
Tell = Callable[[str, int, int], None]
"""Told what is being done (a code), how far, of how much; raises `Cancelled` after a cancel."""

READERS = 2
FLUSH_MS = 2000


class Cancelled(Exception):
    """Ends an errand that was cancelled; its open transaction is rolled back."""


@dataclass(slots=True, eq=False)
class _Job:
    """Something asked, and who waits for it."""

    work: Callable[[], tuple[Any, frozenset[str]]]
    then: Callable[[Any], None] | None
    failed: Fail | None
    owner: QObject
    seat: str = ""
    kind: str = "read"
    value: Any = None
    changed: frozenset[str] = frozenset()
    error: ZhengmingError | None = None
    bug: BaseException | None = None
    dropped: bool = False

    def let_go(self) -> None:
        """Forget the widgets here and now: their last reference must not die on another thread."""
        self.then = self.failed = None
        del self.work, self.owner


@dataclass(slots=True)
class _Queue:
    """Jobs waiting for the threads of one kind."""

    jobs: deque[_Job] = field(default_factory=deque)
    ready: threading.Condition = field(default_factory=threading.Condition)
    closing: bool = False

    def put(self, job: _Job) -> None:
        with self.ready:
            self.jobs.append(job)
            self.ready.notify()

    def take(self) -> _Job | None:
        """Return the next job, None when the store is closed and nothing is left."""
        with self.ready:
            while not self.jobs:
                if self.closing:
                    return None
                self.ready.wait()
            return self.jobs.popleft()

    def close(self, *, drop: bool) -> None:
        with self.ready:
            self.closing = True
            if drop:
                self.jobs.clear()
            self.ready.notify_all()


class Errand:
    """A long piece of work that runs beside the reads and can be cancelled."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Stop at the next step; nothing of the present transaction stays."""
        self._cancelled.set()

    def check(self) -> None:
        """Raise `Cancelled` after a cancel."""
        if self._cancelled.is_set():
            raise Cancelled


class Store(QObject):
    """An open store: `read`, `submit`, `errand`; every answer comes on the thread of the window."""

    changed = Signal(object)
    """Names of tables and tracks that a command changed, a frozenset."""
    saving = Signal()
    """A command was taken and is not yet written."""
    saved = Signal(object)
    """Everything taken is written; the aware UTC instant."""
    failed = Signal(object)
    """An error that nobody asked for by `failed=`."""
    broke = Signal(object)
    """An exception that is our own bug."""
    _arrived = Signal(object)
    _told = Signal(object)

    def __init__(self, gate: Gate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        collect_here()
        self.gate = gate
        self._seats: dict[str, _Job] = {}
        self._pending = 0
        self._unsaved = 0
        self._is_closed = False
        self._reads = _Queue()
        self._writes = _Queue()
        self._errands: list[threading.Thread] = []
        self._arrived.connect(self._on_job_arrived, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._on_errand_told, Qt.ConnectionType.QueuedConnection)
        self._threads = [
            threading.Thread(target=self._serve, args=(self._reads,), name=f"reader-{n}")
            for n in range(READERS)
        ]
        self._threads.append(
            threading.Thread(target=self._serve, args=(self._writes,), name="writer")
        )
        for thread in self._threads:
            thread.daemon = True
            thread.start()
        self._flush_timer = QTimer(self)
        self._flush_timer.setInterval(FLUSH_MS)
        self._flush_timer.timeout.connect(self._on_flush_timer_timeout)
        self._flush_timer.start()

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self.gate.actor

    @property
    def is_idle(self) -> bool:
        """Whether nothing is queued, running or on its way back."""
        return self._pending == 0

    @property
    def has_unsaved(self) -> bool:
        """Whether a command is not yet written."""
        return self._unsaved > 0

    def now(self) -> datetime:
        """Return the instant of the store's clock, aware UTC."""
        return self.gate.clock.now()

    def today(self) -> date:
        """Return the civil day in Asia/Shanghai."""
        return civil_date(self.now())

    def read(
        self,
        ask: Callable[[Read], R],
        then: Callable[[R], None],
        *,
        seat: str,
        owner: QObject,
        failed: Fail | None = None,
    ) -> None:
        """Ask a question; `then` gets the answer unless a newer one was asked from the seat.

        Args:
            ask: A question of a room, usually a `partial`.
            then: Called on the window's thread.
            seat: Place that shows the answer; one owner's seats do not disturb another's.
            owner: Nothing is delivered once it is gone.
            failed: Called instead of `then`; without it the error goes to `Store.failed`.
        """
        name = f"{id(owner)}:{seat}"
        older = self._seats.get(name)
        if older is not None:
            older.dropped = True
        job = _Job(lambda: (self.gate.read(ask), frozenset()), then, failed, owner, name)
        self._seats[name] = job
        self._enqueue(self._reads, job)

    def submit(
        self,
        command: Command[R],
        then: Callable[[R], None] | None = None,
        *,
        owner: QObject,
        failed: Fail | None = None,
    ) -> None:
        """Give an order; `then` gets what it returned once it is durably written."""

        def write() -> tuple[R, frozenset[str]]:
            done = self.gate.write(command)
            return done.value, done.changed

        self._submit(_Job(write, then, failed, owner, kind="write"))

    def submit_all(
        self,
        commands: Sequence[Command[R]],
        then: Callable[[list[R]], None] | None = None,
        *,
        owner: QObject,
        failed: Fail | None = None,
    ) -> None:
        """Give several orders in one transaction, all or none."""

        def write() -> tuple[list[R], frozenset[str]]:
            done = self.gate.write_all(commands)
            return [d.value for d in done], frozenset().union(*(d.changed for d in done))

        self._submit(_Job(write, then, failed, owner, kind="write"))

    def errand(
        self,
        work: Callable[[Gate, Tell], R],
        then: Callable[[R], None],
        *,
        owner: QObject,
        failed: Fail | None = None,
        progress: Tell | None = None,
        changes: frozenset[str] = frozenset(),
    ) -> Errand:
        """Run something long (import, export, backup) on a thread of its own.

        Args:
            work: Gets the gate and a function to tell progress with.
            then: Gets what it returned.
            owner: Nothing is delivered once it is gone.
            failed: Called instead of `then`.
            progress: Called on the window's thread with what `work` told.
            changes: Names announced by `changed` when it is done.

        Returns:
            A handle to cancel it with; a cancelled errand calls nothing.
        """
        handle = Errand()

        def tell(doing: str, done: int, whole: int) -> None:
            handle.check()
            if progress is not None:
                self._told.emit((owner, progress, doing, done, whole))

        job = _Job(lambda: (work(self.gate, tell), changes), then, failed, owner, kind="errand")
        self._pending += 1
        thread = threading.Thread(target=self._run, args=(job,), name="errand", daemon=True)
        self._errands = [t for t in self._errands if t.is_alive()]
        self._errands.append(thread)
        thread.start()
        return handle

    def note(self, act: str, track: str, case_id: int) -> None:
        """Leave an audit event of a print, an export or a look; written later, never waited for."""
        self.gate.note(act, track, case_id)

    def wait_written(self) -> None:
        """Wait until every command taken so far is written: for locking and closing only."""
        done = threading.Event()

        def mark() -> tuple[None, frozenset[str]]:
            done.set()
            return None, frozenset()

        if not self._is_closed:
            self._enqueue(self._writes, _Job(mark, None, None, self, kind="mark"))
            done.wait()

    def close(self) -> None:
        """Write what was taken, end the threads and close the gate.

        Raises:
            UnavailableError: If the queued readings cannot be written.
        """
        if self._is_closed:
            return
        self._is_closed = True
        self._flush_timer.stop()
        self._reads.close(drop=True)
        self._writes.close(drop=False)
        for thread in [*self._threads, *self._errands]:
            thread.join()
        self.gate.close()

    # -- on the other threads --------------------------------------------------------------

    def _serve(self, queue: _Queue) -> None:
        while (job := queue.take()) is not None:
            self._run(job)

    def _run(self, job: _Job) -> None:
        if not job.dropped:
            try:
                job.value, job.changed = job.work()
            except ZhengmingError as error:
                job.error = error
            except Cancelled:
                job.dropped = True
            except Exception as bug:  # noqa: BLE001 - told to the person as our own bug
                job.bug = bug
        if shiboken6.isValid(self):
            self._arrived.emit(job)

    # -- on the window's thread ------------------------------------------------------------

    def _enqueue(self, queue: _Queue, job: _Job) -> None:
        if self._is_closed:
            return
        self._pending += 1
        queue.put(job)

    def _submit(self, job: _Job) -> None:
        if self._is_closed:
            return
        self._unsaved += 1
        self.saving.emit()
        self._enqueue(self._writes, job)

    def _on_job_arrived(self, job: _Job) -> None:
        self._pending -= 1
        if job.kind == "write":
            self._unsaved -= 1
        if job.seat and self._seats.get(job.seat) is job:
            del self._seats[job.seat]
        try:
            self._settle(job)
        finally:
            job.let_go()

    def _settle(self, job: _Job) -> None:
        if job.bug is not None:
            self.broke.emit(job.bug)
            return
        if job.error is None and job.kind == "write" and self._unsaved == 0:
            self.saved.emit(self.now())
        if job.changed and not self._is_closed:
            self.changed.emit(job.changed)
        self._deliver(job)

    def _deliver(self, job: _Job) -> None:
        if job.dropped:
            return
        if job.error is not None:
            if job.failed is None or not shiboken6.isValid(job.owner):
                self.failed.emit(job.error)
            else:
                job.failed(job.error)
        elif job.then is not None and shiboken6.isValid(job.owner):
            job.then(job.value)

    def _on_errand_told(self, told: tuple[QObject, Tell, str, int, int]) -> None:
        owner, progress, doing, done, whole = told
        if shiboken6.isValid(owner):
            progress(doing, done, whole)

    def _on_flush_timer_timeout(self) -> None:
        if not self.gate.has_unwritten_reads or self._is_closed:
            return

        def flush() -> tuple[None, frozenset[str]]:
            self.gate.write_all([])
            return None, frozenset()

        self._enqueue(self._writes, _Job(flush, None, None, self, kind="flush"))
