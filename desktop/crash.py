"""What happens to our own bugs: a number for the person, a trace without contents for the log."""

import faulthandler
import sys
import threading
import zlib
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Signal

from desktop.logs import LOG, bare_trace


class CrashWatch(QObject):
    """Catches what nobody caught and tells its number.

    `faulthandler` writes the stacks of a hard crash into a file; the next start reads it.
    """

    crashed = Signal(str)
    """Number of the crash, for the dialog."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "fault.txt"
        self._count = 0
        self._file: IO[str] | None = None
        self.left_behind = self._read_fault()
        """Whether the last start ended in a hard crash, which was copied to the log."""

    def start(self) -> None:
        """Begin to watch the process."""
        self._file = self._path.open("w", encoding="utf-8")
        faulthandler.enable(self._file)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def stop(self) -> None:
        """End the watch of an orderly exit; nothing is left behind."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
        self._path.unlink(missing_ok=True)

    def take(self, fault: BaseException) -> str:
        """Log a fault and tell its number, which is returned too."""
        self._count += 1
        trace = bare_trace(fault)
        number = f"{zlib.crc32(trace.encode()) % 10_000:04d}-{self._count}"
        LOG.error("crash %s\n%s", number, trace)
        self.crashed.emit(number)
        return number

    def _read_fault(self) -> bool:
        try:
            text = self._path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
        if text.strip():
            LOG.error("the last start ended in a hard crash\n%s", text)
        return bool(text.strip())

    def _on_exception(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        self.take(fault)

    def _on_thread_exception(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.take(told.exc_value)
