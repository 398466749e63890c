"""Widgets die on the window's thread, whoever allocates and whoever held them last."""

import gc
import threading
import weakref
from typing import Any

from PySide6.QtCore import QObject

from desktop.store import Store
from tests.conftest import Center


class Held(QObject):
    """Something of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.cycle = self


def test_no_other_thread_destroys_what_a_cycle_held(qtbot: Any) -> None:
    died: list[int] = []
    held = Held()
    weakref.finalize(held, lambda: died.append(threading.get_ident()))
    del held

    kept: list[list[int]] = []

    def allocate() -> None:
        kept.extend([n] for n in range(200_000))

    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert not gc.isenabled()
    assert not died
    qtbot.waitUntil(lambda: bool(died), timeout=5000)
    assert died == [threading.get_ident()]


def test_the_last_reference_of_a_job_is_let_go_here(qtbot: Any, center: Center) -> None:
    store = Store(center.gate("clerk"))
    owner = QObject()
    seen = weakref.ref(owner)
    answers: list[int] = []
    store.read(lambda read: 7, answers.append, seat="one", owner=owner)
    qtbot.waitUntil(lambda: answers == [7])
    del owner
    # The thread that read it now waits for its next job, holding nothing of the window.
    assert seen() is None
    store.close()
