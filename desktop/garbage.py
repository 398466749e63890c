"""Collects Python's cyclic garbage on the window's thread only.

Python collects on whichever thread happens to allocate. A widget caught in a cycle would then be
destroyed by a thread that reads the record, while the window's thread holds one of Qt's locks:
both wait for ever (DECISIONS 20).
"""

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

EVERY_MS = 1000


def collect_due() -> None:
    """Collect what Python's own thresholds say is due; call it on the window's thread."""
    young, middle, old = gc.get_count()
    first, second, third = gc.get_threshold()
    if young <= first:
        return
    if middle <= second:
        gc.collect(0)
    elif old <= third:
        gc.collect(1)
    else:
        gc.collect(2)


def collect_here() -> None:
    """Take the collecting from Python: whoever starts a thread beside the window asks for it."""
    app = QCoreApplication.instance()
    if app is not None and app.findChild(Collector) is None:
        Collector(app)


class Collector(QObject):
    """Takes the collecting from Python for as long as the process lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        collect_due()
