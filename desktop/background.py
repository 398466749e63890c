"""One piece of slow work before a store is open (unlocking, creating, the demo), off the window.

Once a store is open, `desktop.store.Store` does this.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from db.core.errors import ZhengmingError
from desktop.garbage import collect_here

R = TypeVar("R")


@dataclass(slots=True, eq=False)
class _Work:
    then: Callable[[Any], None] | None
    failed: Callable[[ZhengmingError], None] | None
    value: Any = None
    error: ZhengmingError | None = None
    bug: BaseException | None = None


class Background(QObject):
    """Runs work on threads of its own and hands the outcome back on the window's thread."""

    broke = Signal(object)
    """An exception that is our own bug."""
    _arrived = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        collect_here()
        self._running = 0
        self._threads: list[threading.Thread] = []
        self._arrived.connect(self._on_work_arrived, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self._on_work_told, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs and no outcome is on its way."""
        return self._running == 0

    def run(
        self,
        do: Callable[[], R],
        then: Callable[[R], None],
        *,
        failed: Callable[[ZhengmingError], None],
    ) -> None:
        """Do something on another thread; `then` or `failed` is called on this one."""
        self._running += 1
        work = _Work(then, failed)

        def serve() -> None:
            try:
                work.value = do()
            except ZhengmingError as error:
                work.error = error
            except Exception as bug:  # noqa: BLE001 - told to the person as our own bug
                work.bug = bug
            if shiboken6.isValid(self):
                self._arrived.emit(work)

        thread = threading.Thread(target=serve, name="background", daemon=True)
        self._threads = [t for t in self._threads if t.is_alive()]
        self._threads.append(thread)
        thread.start()

    def teller(self, told: Callable[[str, int, int], None]) -> Callable[[str, int, int], None]:
        """Return a function for other threads that calls `told` on the window's thread."""

        def tell(doing: str, done: int, whole: int) -> None:
            if shiboken6.isValid(self):
                self._told.emit((told, doing, done, whole))

        return tell

    def wait(self) -> None:
        """Wait for what runs: when the program ends."""
        for thread in self._threads:
            thread.join()

    def _on_work_arrived(self, work: _Work) -> None:
        self._running -= 1
        then, failed = work.then, work.failed
        # The widgets behind them must not die with the other thread.
        work.then = work.failed = None
        if work.bug is not None:
            self.broke.emit(work.bug)
        elif work.error is not None:
            if failed is not None:
                failed(work.error)
        elif then is not None:
            then(work.value)

    def _on_work_told(self, told: tuple[Callable[[str, int, int], None], str, int, int]) -> None:
        call, doing, done, whole = told
        call(doing, done, whole)
