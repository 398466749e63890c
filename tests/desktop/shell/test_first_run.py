"""The first run: a new center from an empty folder, its recovery sheet, and a lost process."""

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.core.errors import UnavailableError
from db.core.keys import Cost, KeyFile
from db.office.drafts import drafts
from db.office.opening import key_path, open_store, recovery_paths
from desktop.app import Desk
from desktop.appearance import Appearance
from desktop.crash import CrashWatch
from desktop.login.recovery_dialog import RecoverDialog, RecoveryDialog
from desktop.login.wizard import FirstRun
from desktop.logs import LOG, bare_trace, start, stop
from desktop.settings import Settings
from desktop.theme import Look
from tests.desktop.shell.conftest import NoQuit

CHEAP = Cost(passes=1, memory_kib=8, lanes=1)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def wizard(qapp, center, tmp_path: Path):
    settings = Settings()
    settings["language"] = "en"
    appearance = Appearance(qapp, settings)
    made = FirstRun(
        appearance, tmp_path / "new" / "zeize.zm", clock=center.clock, cost=CHEAP, floor_kib=8
    )
    made.show()
    yield made
    made.background.wait()
    made.deleteLater()
    appearance.deleteLater()


def _to_people(wizard: FirstRun) -> None:
    wizard.next.click()
    assert wizard.step == 0
    wizard.office.setText("泽川县干部诉求联合受理中心")
    wizard.next.click()
    wizard.units[2][1].setText("县人社局")
    wizard.next.click()
    assert wizard.step == 2


def _make(wizard: FirstRun, qtbot: QtBot) -> None:
    for line, name in zip(wizard.people, ("周敏", "尹若谷", "邹雨桐", "司徒敬"), strict=True):
        line.setText(name)
    wizard.password.setText("long enough")
    wizard.again.setText("long enough")
    wizard.next.click()
    qtbot.waitUntil(lambda: wizard.step == 3, timeout=30_000)


def test_a_center_is_made_and_its_sheet_typed_back(wizard: FirstRun, qtbot: QtBot) -> None:
    _to_people(wizard)
    wizard.next.click()
    assert wizard.step == 2
    assert all(field.error for field in wizard.people_fields)
    _make(wizard, qtbot)
    path = wizard._path
    sheets = [file.read_text().strip() for file in recovery_paths(path)]
    for file in (*recovery_paths(path), path, key_path(path)):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    wizard.first.setText(sheets[1])
    wizard.second.setText(sheets[1])
    wizard.next.click()
    assert wizard.first_field.error
    assert not KeyFile.open(key_path(path)).recovery_confirmed
    wizard.first.setText(sheets[0].lower().replace("-", " "))
    made: list[object] = []
    wizard.made.connect(made.append)
    wizard.next.click()
    assert made == [path]
    assert KeyFile.open(key_path(path)).recovery_confirmed
    assert not any(file.exists() for file in recovery_paths(path))
    key_file = KeyFile.open(key_path(path))
    assert [a.has_key for a in map(_Kept, key_file.accounts.values())] == [
        True,
        False,
        False,
        False,
    ]


class _Kept:
    def __init__(self, account) -> None:
        self.has_key = bool(account.sealed_store_key)


def test_postponing_leaves_the_sheet_unconfirmed_in_red(
    wizard: FirstRun, qapp, center, qtbot: QtBot, tmp_path: Path
) -> None:
    _to_people(wizard)
    _make(wizard, qtbot)
    made: list[Path] = []
    wizard.made.connect(made.append)
    wizard.later.click()
    settings = Settings()
    settings["language"] = "en"
    desk = Desk(qapp, home=tmp_path / "home", clock=center.clock, settings=settings)
    desk.app = NoQuit()
    desk.show_login(made[0])
    login = desk.login
    assert login is not None
    login.form.fill("manager", "long enough")
    login.form.button.click()
    qtbot.waitUntil(lambda: desk.window is not None, timeout=20_000)
    window = desk.window
    assert window is not None
    assert window.status.recovery.text() == "Recovery sheet unconfirmed"
    assert window.status.recovery.property("stage") == "bad"
    first, second = (file.read_text() for file in recovery_paths(made[0]))
    window.actions_by_key["confirm_recovery"].trigger()
    asked = window.findChildren(RecoveryDialog)[0]
    asked.first.setText(second)
    asked.second.setText(second)
    asked.submit()
    assert asked.isVisible()
    asked.first.setText(first)
    asked.submit()
    assert not any(file.exists() for file in recovery_paths(made[0]))
    assert window.status.recovery.text() == ""
    store = window.session.need_store()
    qtbot.waitUntil(lambda: store.is_idle, timeout=20_000)
    desk.end()
    login.deleteLater()
    desk.deleteLater()


def test_both_half_sheets_open_the_store_when_every_key_is_lost(
    qapp, center, qtbot: QtBot, tmp_path: Path
) -> None:
    key_file = KeyFile.open(key_path(center.path))
    unlocked = key_file.unlock("manager", "correct horse", at=center.clock.now())
    assert unlocked.store_key is not None
    first, second = key_file.make_recovery(unlocked.store_key)
    for login in ("manager", "secadmin"):
        key_file.reset_password(login)
    settings = Settings()
    settings["language"] = "en"
    desk = Desk(qapp, home=tmp_path / "home", clock=center.clock, settings=settings)
    desk.app = NoQuit()
    desk.show_login(center.path)
    login = desk.login
    assert login is not None
    login.form.person.set_value("manager")
    login.form.password.setText("new horse")
    login.form.again.setText("new horse")
    login.form.button.click()
    qtbot.waitUntil(lambda: not login._recover.isHidden(), timeout=20_000)
    login._recover.click()
    asked = login.findChildren(RecoverDialog)[0]
    asked.password.setText("new horse")
    asked.first.setText(first)
    asked.second.setText(first)
    asked.submit()
    qtbot.waitUntil(lambda: bool(asked.fields()[2].error), timeout=20_000)
    asked.second.setText(second)
    asked.submit()
    qtbot.waitUntil(lambda: desk.window is not None, timeout=20_000)
    window = desk.window
    assert window is not None
    assert window.actor.name == "周敏"
    assert "seal_account" in [line["act"] for line in KeyFile.open(key_path(center.path)).log]
    store = window.session.need_store()
    qtbot.waitUntil(lambda: store.is_idle, timeout=20_000)
    desk.end()
    login.deleteLater()
    desk.deleteLater()


def test_the_demo_is_built_with_progress_in_sight(
    qapp, center, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings()
    settings["language"] = "en"
    desk = Desk(qapp, home=tmp_path / "home", clock=center.clock, settings=settings)
    login = desk._make_login()
    login.show()
    told: list[int] = []
    set_progress = login.progress.set_progress

    def watch(done: int, whole: int, *, sentence: str = "") -> None:
        told.append(done)
        set_progress(done, whole, sentence=sentence)

    login.progress.set_progress = watch

    def build(tell) -> Path:
        for done in range(3):
            tell("cases", done, 3)
        return center.path

    login.prepare(build, "Building")
    qtbot.waitUntil(lambda: bool(login.form._people), timeout=20_000)
    assert told == [0, 0, 1, 2]
    assert login.form.isVisible()
    qtbot.waitUntil(lambda: login.background.is_idle, timeout=20_000)
    login.deleteLater()
    desk.deleteLater()


KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from PySide6.QtWidgets import QApplication
from db.core.clock import SystemClock
from db.core.keys import KeyFile
from db.office.opening import key_path, open_store
from desktop.autosave import Autosave
from desktop.store import Store
from desktop.theme import Theme
from desktop.widgets.editors import LineEdit

app = QApplication([])
path = Path({path!r})
unlocked = KeyFile.open(key_path(path)).unlock("clerk", "correct horse", at=SystemClock().now())
store = Store(open_store(path, unlocked, clock=SystemClock()))
line = LineEdit(Theme())
line.show()
draft = Autosave(store, line, kind="intake", key="new",
                 collect=lambda: {{"facts": line.text()}}, title=line.text)
line.value_changed.connect(draft.touch)
draft.kept.connect(lambda at: print("kept", flush=True))
line.setText("半句话")
app.exec()
"""


def test_a_half_typed_form_is_back_after_the_process_was_killed(center, tmp_path: Path) -> None:
    script = tmp_path / "half_typed.py"
    script.write_text(KILLED.format(root=str(ROOT), path=str(center.path)), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, env=environment, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "kept"
        process.send_signal(signal.SIGKILL)
        process.wait()
    unlocked = KeyFile.open(key_path(center.path)).unlock(
        "clerk", "correct horse", at=center.clock.now()
    )
    gate = open_store(center.path, unlocked, clock=center.clock)
    try:
        assert [d.body for d in gate.read(drafts)] == [{"facts": "半句话"}]
    finally:
        gate.close()
    for file in center.path.parent.rglob("*"):
        if file.is_file() and file != script:
            assert "半句话".encode() not in file.read_bytes()


# -- preferences, logs, crashes ----------------------------------------------------------------


def test_preferences_survive_and_a_spoiled_file_is_as_good_as_none(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(path)
    settings.look, settings.text_percent = Look.DARK, 130
    settings.idle_minutes, settings.enter_moves_on = 10, False
    settings["ledger"] = json.dumps({"widths": {}})
    again = Settings(path)
    assert (again.look, again.text_percent, again.idle_minutes) == (Look.DARK, 130, 10)
    assert not again.enter_moves_on
    assert set(again) >= {"ledger", "look"}
    del again["ledger"]
    path.write_text("{")
    assert Settings(path).look is Look.LIGHT
    path.write_text('{"look": "pink", "text_percent": "99", "language": "la", "idle_minutes": "0"}')
    spoiled = Settings(path)
    assert (spoiled.look, spoiled.text_percent, spoiled.language) == (Look.LIGHT, 100, "zh_CN")
    assert spoiled.idle_minutes == 5


def _raise(words: str) -> None:
    raise UnavailableError("store_unreadable", detail=words) from ValueError(words)


def test_logs_hold_places_and_never_values(qapp, tmp_path: Path) -> None:
    log = start(tmp_path)
    watch = CrashWatch(tmp_path)
    numbers: list[str] = []
    watch.crashed.connect(numbers.append)
    with pytest.raises(UnavailableError) as raised:
        _raise("王芳的诉求")
    assert "王芳" not in bare_trace(raised.value)
    assert watch.take(raised.value) == numbers[0]
    for handler in LOG.handlers:
        handler.flush()
    text = log.read_text(encoding="utf-8")
    stop()
    assert numbers[0] in text
    assert "_raise" in text
    assert "ValueError" in text
    assert "王芳" not in text


def test_a_hard_crash_is_noticed_at_the_next_start(qapp, tmp_path: Path) -> None:
    (tmp_path / "fault.txt").write_text("Fatal Python error: Segmentation fault")
    start(tmp_path)
    watch = CrashWatch(tmp_path)
    assert watch.left_behind
    watch.start()
    watch.stop()
    stop()
    assert not CrashWatch(tmp_path).left_behind
