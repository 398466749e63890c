"""Shows the program without a display: a day's work, its papers, and a picture of every page.

`zhengming tour --out DIR` does it; the pictures of the documentation come from here too.
"""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from db.appeals.answering import DeliverReply
from db.appeals.handling import DraftReply
from db.appeals.intake import Intake, Register
from db.appeals.ledger import ledger_ids
from db.appeals.queries import card
from db.appeals.routing import ProposeAssign, SignIn, Target
from db.appeals.rows import LedgerFilter
from db.appeals.screening import Accept, SendToScreening
from db.approvals.deciding import Decide
from db.books.queries import book_heads, entry_ids
from db.books.rows import EntryFilter
from db.core.clock import Clock, SystemClock
from db.core.gate import Gate
from db.demo.building import ensure_demo
from db.documents.filling import fill
from db.office.demo_mark import demo_password, demo_path
from db.office.opening import key_path
from db.office.unit_rows import units
from db.shelves import SHELVES
from desktop.appearance import Appearance
from desktop.documents.forms import draw
from desktop.documents.printing import save_pdf
from desktop.login.login_window import LoginWindow
from desktop.main_window import MainWindow
from desktop.pages import CASES, PageSpec, pages_for
from desktop.session import Session, unlock
from desktop.settings import Settings
from desktop.store import Store
from desktop.theme import Look
from desktop.tour_papers import case_to_show, special_papers
from desktop.widgets.table import Table

SEATS = ("manager", "clerk", "hr", "discipline", "organization", "secadmin", "sysadmin", "auditor")
"""Accounts whose pages are shown; a page is taken from the first that has it."""

FIRST_SEAT = {
    "intake": "clerk",
    "query": "clerk",
    "clarification": "discipline",
    "units": "manager",
}
"""Pages better shown from another seat than the manager's."""

HOMES = {"ordinary_appeal": "ledger", "clarification": "clarification", "care_talk": "care"}
"""The list a case is opened from."""

ROW = 9
"""The row chosen in the picture of the ledger."""

SIZE = (1440, 900)
SETTLE_MS = 150
LONGEST_MS = 30_000

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class TourPlan:
    """What a tour leaves.

    Attributes:
        out: Folder of pictures and papers.
        language: `zh_CN` or `en`.
        look: `light`, `dark` or `contrast`.
        text_percent: Size of the words.
        with_papers: Also do the day's work and leave its papers.
        with_books: Also every book of a page, and the card of an entry of each.
    """

    out: Path
    language: str = "zh_CN"
    look: str = "light"
    text_percent: int = 100
    with_papers: bool = True
    with_books: bool = False


class Tour:
    """Walks through the window and leaves pictures."""

    def __init__(self, app: QApplication, plan: TourPlan, clock: Clock, say: Say) -> None:
        self._app = app
        self._plan = plan
        self._clock = clock
        self._say = say
        self._settings = Settings()
        self._settings.language = plan.language
        self._settings.look = Look(plan.look)
        self._settings.text_percent = plan.text_percent
        self._appearance = Appearance(app, self._settings)
        self._taken: set[str] = set()

    def walk(self, store: Path) -> int:
        """Do the day's work on a copy of the demo and picture every page; return how many."""
        self._plan.out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            path = _copied(store, Path(folder))
            password = demo_password(path) or ""
            if self._plan.with_papers:
                self._work(path, password)
            self._picture_login(path)
            for seat in SEATS:
                self._show_seat(path, seat, password)
        return len(self._taken)

    def _gate(self, path: Path, login: str, password: str) -> Gate:
        gate = unlock(path, login, password, clock=self._clock).gate
        if gate is None:
            raise ValueError(f"{login} holds no store key")
        return gate

    def _work(self, path: Path, password: str) -> None:
        seats = ("clerk", "manager", "hr", "hr_leader")
        gates = {login: self._gate(path, login, password) for login in seats}
        try:
            appeal_id = day_of_work(gates, self._say)
            self._leave_papers(gates["clerk"], appeal_id)
            for line in special_papers(gates["manager"], self._plan.out):
                self._say(line)
        finally:
            for gate in gates.values():
                gate.close()

    def _leave_papers(self, gate: Gate, appeal_id: int) -> None:
        for kind, name in (
            ("registration_form", "诉求登记表"),
            ("receipt", "收件回执"),
            ("transfer_sheet", "转办单"),
            ("feedback_sheet", "诉求办理情况反馈单"),
        ):
            paper = gate.read(partial(fill, kind=kind, appeal_id=appeal_id))
            target = self._plan.out / f"{name}.pdf"
            save_pdf(draw(paper), target)
            self._say(f"  {target.name}")

    def _picture_login(self, path: Path) -> None:
        login = LoginWindow(self._appearance, self._settings, clock=self._clock)
        login.show_store(path)
        login.resize(*SIZE)
        login.show()
        self._wait(login, None)
        self._take(login, "login")
        login.close()
        login.deleteLater()

    def _show_seat(self, path: Path, seat: str, password: str) -> None:
        opened = unlock(path, seat, password, clock=self._clock)
        store = Store(opened.gate) if opened.gate is not None else None
        session = Session(opened, store)
        window = MainWindow(session, self._appearance, self._settings, clock=self._clock)
        window.resize(*SIZE)
        window.show()
        self._wait(window, store)
        for spec in pages_for(opened.actor):
            if spec.key in self._taken or FIRST_SEAT.get(spec.key, seat) != seat:
                continue
            window.open_page(spec.key)
            self._wait(window, store)
            if spec.key == "ledger":
                self._choose_row(window, store)
            self._take(window, spec.key)
            if store is not None and self._plan.with_books:
                self._picture_books(window, store, spec)
        if store is not None:
            self._picture_cases(window, store)
        window.close()
        window.deleteLater()

    def _choose_row(self, window: MainWindow, store: Store | None) -> None:
        """Choose a row, so that the pane beside the list has something to show."""
        for table in window.findChildren(Table):
            rows = table.model().rowCount() if table.isVisible() else 0
            if rows:
                table.selectRow(min(ROW, rows - 1))
        self._wait(window, store)

    def _picture_books(self, window: MainWindow, store: Store, spec: PageSpec) -> None:
        readable = [head.name for head in store.gate.read(partial(book_heads, books=spec.books))]
        for place, book in enumerate(readable):
            window.open_page(spec.key, book=book)
            self._wait(window, store)
            if place:
                self._take(window, f"{spec.key}_{book}")
            wanted = partial(entry_ids, book=book, wanted=EntryFilter())
            ids = store.gate.read(wanted)
            if ids and f"card_{book}" not in self._taken and SHELVES[book].book.track.moves:
                window.open_case(book, ids[len(ids) // 2])
                self._wait(window, store)
                self._take(window, f"card_{book}")
                window.close_case(book, ids[len(ids) // 2])

    def _picture_cases(self, window: MainWindow, store: Store) -> None:
        for spec in CASES:
            key = f"card_{spec.track}"
            if key in self._taken:
                continue
            chosen = store.gate.read(partial(case_to_show, track=spec.track))
            if chosen is None:
                continue
            window.open_page(HOMES[spec.track])
            window.open_case(spec.track, chosen)
            self._wait(window, store)
            self._take(window, key)

    def _take(self, widget: QWidget, name: str) -> None:
        target = self._plan.out / f"{name}.png"
        if not widget.grab().save(str(target)):
            raise OSError(f"cannot write {target.name}")
        self._taken.add(name)
        self._say(f"  {target.name}")

    def _wait(self, widget: QWidget, store: Store | None) -> None:
        """Let the window work until nothing is asked any more."""
        loop = QEventLoop()
        quiet = QTimer(widget)
        quiet.setInterval(SETTLE_MS)
        calm = [0]

        def look() -> None:
            calm[0] = calm[0] + 1 if store is None or store.is_idle else 0
            if calm[0] >= 3:
                loop.quit()

        quiet.timeout.connect(look)
        quiet.start()
        QTimer.singleShot(LONGEST_MS, loop.quit)
        loop.exec()
        quiet.stop()
        quiet.deleteLater()


def _copied(store: Path, folder: Path) -> Path:
    target = folder / "center.zm"
    for source in (store, key_path(store), demo_path(store)):
        shutil.copy2(source, folder / source.name.replace(store.name, target.name))
    return target


def day_of_work(gates: dict[str, Gate], say: Say) -> int:
    """Take one appeal from the counter to the person's hands; return it."""
    clerk, manager, hr, leader = (gates[n] for n in ("clerk", "manager", "hr", "hr_leader"))
    made = clerk.write(
        Register(
            Intake(
                administration="county_managed",
                channel="window",
                category="treatment",
                subject="关于乡镇工作补贴衔接问题的诉求",
                facts="本人由乡镇调入县直单位后又回乡镇工作，乡镇工作补贴未按连续年限核定，"
                "已向所在单位反映，单位答复政策口径不清。",
                requests="核实乡镇工作年限，按规定核定补贴",
                person_name="王䶮",
                unit_text="云塘镇人民政府",
                person_category="civil_servant",
                phone="19000008888",
            )
        )
    ).value
    say(f"登记 {made.number}")
    clerk.write(SendToScreening(made.appeal_id, "拟受理，转县人社局办理。"))
    clerk.write(Accept(made.appeal_id, "internal"))
    say("受理：组织内部办理，内部时限60日")
    listed = clerk.read(units)
    unit = next(u for u in listed if u.member_department == "hr")
    approval = clerk.write(
        ProposeAssign(made.appeal_id, (Target(unit.id),), "请按职责办理并反馈办理情况")
    ).value
    manager.write(Decide(approval, "agreed", "同意"))
    say(f"转办至{unit.short_name}（拟办：受理员，批准：中心负责人）")
    handed = hr.read(partial(card, appeal_id=made.appeal_id)).hand_overs[-1]
    hr.write(SignIn(handed.id, "工资福利科"))
    reply = hr.write(
        DraftReply(
            handed.id,
            "经核实，你在乡镇工作的年限应当连续计算，补贴自调回当月起按新档次核定，差额于下月补发。",
            "supported",
            "已与县财政局核对年限。",
        )
    ).value
    leader.write(Decide(reply, "agreed", "同意"))
    say("拟答复、审签")
    today = clerk.read(lambda read: read.today)
    hr.write(DeliverReply(made.appeal_id, today, today, signer="王䶮"))
    say("登记送达")
    found = len(clerk.read(partial(ledger_ids, wanted=LedgerFilter(query="乡镇工作补贴"))))
    say(f"查询“乡镇工作补贴”：{found}件")
    return made.appeal_id


def run(
    plan: TourPlan, *, home: Path, clock: Clock | None = None, say: Say = print, app: object = None
) -> int:
    """Build or find the demo center, work in it, and leave pictures and papers.

    Returns:
        Number of pictures taken.
    """
    application = app if isinstance(app, QApplication) else QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["zhengming"])
    told = clock or SystemClock()
    last = [-1]

    def progress(doing: str, done: int, whole: int) -> None:
        tenth = done * 10 // whole if whole else 0
        if tenth != last[0]:
            last[0] = tenth
            say(f"演示中心：{doing}，{tenth * 10}%")

    store = ensure_demo(home / "demo", clock=told, progress=progress)
    return Tour(application, plan, told, say).walk(store)
