"""Makes the objects meet: the one place that knows the whole window (DESIGN §1).

`python -m desktop.app [STORE]` opens a store, `python -m desktop.app demo` the demo center. Where
there is no store yet, the first run asks what is needed to make one.
"""

import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from db.core.clock import Clock, SystemClock
from db.core.errors import ZhengmingError
from db.core.permissions import Role
from db.office.opening import key_path
from desktop.appearance import Appearance
from desktop.crash import CrashWatch
from desktop.login.login_window import LoginWindow
from desktop.logs import LOG, start
from desktop.main_window import MainWindow
from desktop.pages import warm
from desktop.session import Opened, Session
from desktop.settings import Settings
from desktop.store import Store

NAME = "zhengming"
DEMO = "demo"
WARM_AFTER_MS = 400


class Desk(QObject):
    """The program while it runs: login, session, lock, login again."""

    def __init__(
        self,
        app: QApplication,
        *,
        home: Path,
        clock: Clock,
        settings: Settings | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.app = app
        self.home = home
        self.clock = clock
        self.settings = settings or Settings(home / "settings.json")
        self.appearance = Appearance(app, self.settings, self)
        self.crashes = CrashWatch(home / "logs", self)
        self.crashes.crashed.connect(self._on_crashed)
        self.login: LoginWindow | None = None
        self.window: MainWindow | None = None
        self.session: Session | None = None
        self._path: Path | None = None
        self.warms = False
        """Whether pages are imported beside the first picture; only the real program does."""

    def begin(self, argument: str = "") -> None:
        """Show the first window: the login of a store, of the demo, or the first run."""
        if argument == DEMO:
            self._begin_demo()
            return
        path = Path(argument) if argument else self._known_store()
        if path is not None and key_path(path).exists():
            self.show_login(path)
        else:
            self._begin_first_run(path or self.home / "center.zm")

    def show_login(self, path: Path) -> None:
        """Show who may log in to a store."""
        self._path = path
        self.settings["store"] = str(path)
        login = self._make_login()
        login.show_store(path)
        login.show()

    def end(self) -> None:
        """Close what is open, keeping what was typed."""
        if self.window is not None:
            self.window.close()
        if self.login is not None:
            self.login.background.wait()

    def _known_store(self) -> Path | None:
        kept = os.environ.get("ZHENGMING_STORE") or self.settings.get("store", "")
        return Path(kept) if kept else None

    def _make_login(self) -> LoginWindow:
        if self.login is None:
            self.login = LoginWindow(self.appearance, self.settings, clock=self.clock)
            self.login.opened.connect(self._on_login_opened)
            self.login.background.broke.connect(self.crashes.take)
            if self.crashes.left_behind:
                self.login.say_trouble(
                    self.tr("The program ended unexpectedly last time; typed drafts were kept.")
                )
        return self.login

    def _begin_demo(self) -> None:
        from db.demo.building import ensure_demo

        login = self._make_login()
        login.show()
        login.prepare(
            lambda tell: ensure_demo(self.home / "demo", clock=self.clock, progress=tell),
            self.tr("Building the demonstration center; about a minute, once a day"),
        )

    def _begin_first_run(self, path: Path) -> None:
        from desktop.login.wizard import FirstRun

        wizard = FirstRun(self.appearance, path, clock=self.clock)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.background.broke.connect(self.crashes.take)
        wizard.made.connect(self.show_login)
        self._first_run: QWidget | None = wizard
        wizard.show()

    def _on_login_opened(self, opened: Opened) -> None:
        if opened.actor.role is Role.INSPECTOR and opened.actor.reading is None:
            self._ask_purpose(opened)
            return
        store = Store(opened.gate, self) if opened.gate is not None else None
        self.session = Session(opened, store)
        if store is not None:
            store.broke.connect(self.crashes.take)
        window = self._make_window(self.session)
        login = self.login
        if login is not None:
            window.setGeometry(login.geometry())
            window.setWindowState(login.windowState())
        window.show()
        if login is not None:
            login.hide()
        window.back_up_daily()
        if self.warms:
            QTimer.singleShot(WARM_AFTER_MS, self._warm)
        LOG.info("logged in as %s", opened.actor.role.value)

    def _ask_purpose(self, opened: Opened) -> None:
        """Ask an inspector why he reads; without an answer the store is closed again."""
        from desktop.labels import Labels
        from desktop.login.purpose_dialog import PurposeDialog

        gate = opened.gate
        if gate is None:
            return
        labels = Labels(chinese=self.appearance.is_chinese)
        labels.take(opened.codes)
        dialog = PurposeDialog(self.appearance.theme, gate, labels, self.login)
        dialog.setObjectName("purpose")
        dialog.setModal(True)

        def begin() -> None:
            self._on_login_opened(replace(opened, actor=gate.stand_for(None)))

        def leave() -> None:
            gate.close()
            if self._path is not None:
                self.show_login(self._path)

        dialog.accepted.connect(begin)
        dialog.rejected.connect(leave)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make_window(self, session: Session) -> MainWindow:
        window = MainWindow(session, self.appearance, self.settings, clock=self.clock)
        window.logged_out.connect(self._on_window_logged_out)
        window.closed.connect(self.app.quit)
        window.recovery_wanted.connect(self._on_recovery_wanted)
        window.password_wanted.connect(self._on_password_wanted)
        window.place_wanted.connect(self._on_place_wanted)
        self.window = window
        return window

    def _on_place_wanted(self, account_id: int | None) -> None:
        """Take an absent person's place, or go back: a window of that role over the same store."""
        before, session = self.window, self.session
        if before is None or session is None or session.store is None:
            return
        gate = session.opened.gate
        if gate is None:
            return
        before.keep_typed()
        session.store.wait_written()
        try:
            actor = gate.stand_for(account_id)
        except ZhengmingError as error:
            before.fail(error)
            return
        before.give_way()
        self.session = Session(replace(session.opened, actor=actor), session.store)
        window = self._make_window(self.session)
        window.setGeometry(before.geometry())
        window.setWindowState(before.windowState())
        window.show()
        before.hide()
        before.deleteLater()
        LOG.info("place taken: %s", actor.role.value)

    def _warm(self) -> None:
        if self.session is not None:
            role = self.session.actor.role
            threading.Thread(target=warm, args=(role,), name="warm", daemon=True).start()

    def _on_window_logged_out(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.hide()
            window.deleteLater()
        self.session = None
        if self._path is not None:
            self.show_login(self._path)

    def _on_recovery_wanted(self) -> None:
        from desktop.login.recovery_dialog import RecoveryDialog

        if self.window is not None and self.session is not None:
            dialog = RecoveryDialog(self.appearance.theme, self.session, self.window)
            dialog.accepted.connect(self.window.show_backup_state)
            dialog.open()

    def _on_password_wanted(self) -> None:
        from desktop.login.password_dialog import PasswordDialog

        if self.window is not None and self.session is not None:
            PasswordDialog(
                self.appearance.theme, self.session, clock=self.clock, parent=self.window
            ).open()

    def _on_crashed(self, number: str) -> None:
        parent = self.window or self.login
        box = QMessageBox(parent)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(self.tr("A fault of the program"))
        box.setText(self.tr("A fault of the program, number {number}").format(number=number))
        box.setInformativeText(
            self.tr(
                "What was saved is safe and drafts are kept. "
                "Tell the system administrator the number; the log holds no contents of cases."
            )
        )
        box.open()


def home_folder() -> Path:
    """Return the folder of the program's own data for this person."""
    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setQuitOnLastWindowClosed(True)
    home = home_folder()
    start(home / "logs")
    desk = Desk(app, home=home, clock=SystemClock())
    desk.crashes.start()
    desk.warms = True
    desk.begin(arguments[0] if arguments else "")
    code = app.exec()
    desk.end()
    desk.crashes.stop()
    return code


if __name__ == "__main__":
    sys.exit(main())
