"""The store answers on the window's thread, cancels what is superseded, and loses no command."""

import threading
from dataclasses import dataclass
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.tx import Tx
from db.office.drafts import SaveDraft, draft, drafts
from desktop.store import Cancelled, Store


@pytest.fixture
def store(center, qapp):
    made = Store(center.gate("clerk"))
    yield made
    made.close()
    made.deleteLater()


@dataclass(frozen=True)
class Refuse:
    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    def __call__(self, tx: Tx) -> None:
        raise RefusedError("missing_name", field="name")


def test_answers_come_on_the_windows_thread(store: Store, qtbot: QtBot) -> None:
    seen: list[tuple[object, bool]] = []
    asked_on: list[threading.Thread] = []

    def ask(_read):
        asked_on.append(threading.current_thread())
        return 7

    main = QThread.currentThread()
    store.read(
        ask, lambda v: seen.append((v, QThread.currentThread() is main)), seat="a", owner=store
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(7, True)]
    assert asked_on[0] is not threading.main_thread()


def test_a_newer_read_from_the_same_seat_cancels_the_older(store: Store, qtbot: QtBot) -> None:
    gate_open, begun = threading.Event(), threading.Semaphore(0)
    seen: list[str] = []
    run: list[str] = []

    def hold(_read):
        begun.release()
        gate_open.wait()

    # Both readers are busy, so that what follows waits in the queue.
    for seat in ("x", "y"):
        store.read(hold, lambda _v: None, seat=seat, owner=store)
    begun.acquire()
    begun.acquire()

    def ask(name):
        def work(_read):
            run.append(name)
            return name

        return work

    for name in ("first", "second", "third"):
        store.read(ask(name), seen.append, seat="list", owner=store)
    store.read(ask("other"), seen.append, seat="pane", owner=store)
    gate_open.set()
    qtbot.waitUntil(lambda: store.is_idle)
    assert sorted(seen) == ["other", "third"]
    assert sorted(run) == ["other", "third"]


def test_an_answer_that_was_superseded_while_it_ran_is_not_delivered(
    store: Store, qtbot: QtBot
) -> None:
    go, begun = threading.Event(), threading.Event()
    seen: list[str] = []

    def slow(_read):
        begun.set()
        go.wait()
        return "old"

    store.read(slow, seen.append, seat="list", owner=store)
    begun.wait()
    store.read(lambda _read: "new", seen.append, seat="list", owner=store)
    go.set()
    qtbot.waitUntil(lambda: store.is_idle)
    assert seen == ["new"]


def test_nothing_is_delivered_to_who_is_gone(store: Store, qtbot: QtBot) -> None:
    import shiboken6

    owner = QObject()
    seen: list[object] = []
    store.read(lambda _read: 1, seen.append, seat="a", owner=owner)
    shiboken6.delete(owner)
    qtbot.waitUntil(lambda: store.is_idle)
    assert seen == []


def test_a_command_tells_what_changed_and_when_it_is_saved(store: Store, qtbot: QtBot) -> None:
    told: list[object] = []
    store.saving.connect(lambda: told.append("saving"))
    store.changed.connect(told.append)
    store.saved.connect(lambda _at: told.append("saved"))
    store.submit(SaveDraft("intake", "new", "", {"a": 1}), owner=store)
    assert store.has_unsaved
    qtbot.waitUntil(lambda: store.is_idle)
    assert told == ["saving", "saved", frozenset({"draft"})]
    assert not store.has_unsaved


def test_commands_are_written_in_order(store: Store, qtbot: QtBot) -> None:
    for n in range(20):
        store.submit(SaveDraft("intake", "new", "", {"n": n}), owner=store)
    seen: list[object] = []
    qtbot.waitUntil(lambda: store.is_idle)
    store.read(lambda read: draft(read, "intake", "new"), seen.append, seat="a", owner=store)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].body == {"n": 19}


def test_errors_go_to_who_asked_or_to_the_window(store: Store, qtbot: QtBot) -> None:
    taken: list[object] = []
    store.failed.connect(taken.append)
    own: list[object] = []
    store.submit(Refuse(), owner=store, failed=own.append)
    store.submit(Refuse(), owner=store)

    def refuse(_read):
        raise NotAllowedError("not_found")

    store.read(refuse, lambda _v: None, seat="a", owner=store)
    qtbot.waitUntil(lambda: store.is_idle)
    assert [e.code for e in own] == ["missing_name"]
    assert sorted(e.code for e in taken) == ["missing_name", "not_found"]


def test_our_own_bug_is_told_as_one(store: Store, qtbot: QtBot) -> None:
    broken: list[object] = []
    store.broke.connect(broken.append)
    store.read(lambda _read: 1 / 0, lambda _v: None, seat="a", owner=store)
    qtbot.waitUntil(lambda: store.is_idle)
    assert isinstance(broken[0], ZeroDivisionError)


def test_several_commands_are_all_or_none(store: Store, qtbot: QtBot) -> None:
    own: list[object] = []
    store.submit_all([SaveDraft("intake", "new", "", {}), Refuse()], owner=store, failed=own.append)
    qtbot.waitUntil(lambda: store.is_idle)
    assert own
    seen: list[object] = []
    store.read(drafts, seen.append, seat="a", owner=store)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [()]


def test_an_errand_tells_its_progress_and_can_be_cancelled(store: Store, qtbot: QtBot) -> None:
    told: list[tuple[str, int, int]] = []
    done: list[object] = []
    held, go = threading.Event(), threading.Event()

    def work(gate, tell):
        tell("rows", 1, 2)
        held.set()
        go.wait()
        try:
            tell("rows", 2, 2)
        except Cancelled:
            gate.write(SaveDraft("errand", "cancelled", "", {}))
            raise
        return "done"

    handle = store.errand(
        work, done.append, owner=store, progress=lambda *told_: told.append(told_)
    )
    held.wait()
    handle.cancel()
    go.set()
    qtbot.waitUntil(lambda: store.is_idle)
    assert done == []
    assert told == [("rows", 1, 2)]
    store.errand(
        lambda _gate, _tell: 5, done.append, owner=store, changes=frozenset({"import_batch"})
    )
    with qtbot.waitSignal(store.changed) as changed:
        pass
    assert changed.args == [frozenset({"import_batch"})]
    qtbot.waitUntil(lambda: done == [5])


def test_closing_waits_for_the_writer(center, qapp, qtbot: QtBot) -> None:
    store = Store(center.gate("clerk"))
    for n in range(10):
        store.submit(SaveDraft("intake", str(n), "", {}), owner=store)
    store.close()
    again = center.__class__(center.path)
    assert len(again.gate("clerk").read(drafts)) == 10
    again.close()


def test_readings_are_written_by_themselves(store: Store, qtbot: QtBot) -> None:
    store.note("print_paper", "ordinary_appeal", 1)
    assert store.gate.has_unwritten_reads
    qtbot.waitUntil(lambda: not store.gate.has_unwritten_reads, timeout=10_000)
