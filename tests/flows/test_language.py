"""Every page of every role in Chinese and, switched at run time, in English.

A table of translations without gaps does not prove a translated window (SETTLED §8): this looks
at what the widgets say. Numbers, names and texts of cases are data and stand as they were typed.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)
from sqlalchemy import String, inspect, select

from db.appeals.ledger import ledger_ids, ledger_rows
from db.appeals.rows import LedgerFilter
from db.care.queries import talk_ids, talk_rows
from db.care.rows import TalkFilter
from db.clarification.queries import clarification_ids, clarification_rows
from db.clarification.rows import ClarificationFilter
from db.core.base import Base
from desktop.appeals.card_page import BEGUN_ELSEWHERE
from desktop.pages import CASES, pages_for
from desktop.widgets.frames import Bar
from tests.conftest import Center
from tests.desktop.page_kit import Chinese, busy
from tests.flows.window import Person, within

pytestmark = pytest.mark.xdist_group("language")
"""One worker makes what the module's tests share."""

LOGINS = (
    "clerk",
    "manager",
    "organization",
    "organization_leader",
    "discipline",
    "discipline_leader",
    "sysadmin",
    "secadmin",
    "auditor",
)
LATIN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2,}(?![0-9A-Za-z])")
NO_WORDS = re.compile(r"\S*\.zm\S*|(?<![0-9A-Za-z])[0-9A-F]{4}(?![0-9A-Za-z])")
"""Names of files and groups of a check sum."""
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
# fmt: off
ALLOWED = frozenset((
    "Ctrl", "Alt", "Shift", "Enter", "Esc", "Tab", "PgUp", "PgDown", "PDF", "Word", "Excel",
    "docx", "xlsx", "xls", "csv", "json", "jsonl", "OR", "MB", "English",
))
"""Keys, kinds of files and their programs, the word of a search, the other language's name."""
NEVER_SAID = (
    "案件", "结案", "立案", "涉案", "嫌疑", "被告", "原告", "举报人", "黑名单", "失信名单", "上访",
    "闹访", "缠访", "刁难", "客户", "工单", "投诉", "审讯", "讯问", "问话", "认罪", "悔过",
    "疑似诬告", "恶意", "驳回", "销案", "处置率", "经理", "后台", "提交成功",
)
"""OFFICE §4.9. 反映人 stands in one sentence of the law only, so it is not searched for."""
# fmt: on
DATA_TABLES = ("lists Table", "rules Table", "leader_lists QLabel")
"""What shows words of both languages or identifiers side by side, or a paper as it is printed."""
ROWS_LOOKED_AT = 12
TOP = QModelIndex()


@dataclass
class Said:
    """What was seen: words with the place where they stood, and widgets without a name."""

    words: dict[str, str] = field(default_factory=dict)
    nameless: set[str] = field(default_factory=set)

    def add(self, words: str, widget: QWidget, where: str) -> None:
        """Note some words."""
        if words.strip():
            self.words.setdefault(words, f"{where} {type(widget).__name__}")


@pytest.fixture(scope="module")
def busy_store(template_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Center]:
    """A center in the middle of its day, for everybody to look at."""
    folder = tmp_path_factory.mktemp("language")
    for source in template_store.parent.iterdir():
        shutil.copy2(source, folder / source.name)
    center = Center(folder / "center.zm")
    busy(center)
    yield center
    center.close()


@pytest.fixture(scope="module")
def data(busy_store: Center) -> str:
    """Everything that people typed into the store, and what it is called."""
    found: list[str] = []

    def collect(read: Any) -> None:
        for mapper in Base.registry.mappers:
            table = mapper.local_table
            if table.name in ("code", "code_list"):
                continue
            present = inspect(read.session.connection()).has_table(table.name)
            columns = [c for c in table.columns if isinstance(c.type, String)]
            if not present or not columns:
                continue
            for row in read.session.execute(select(*columns)):
                found.extend(str(value) for value in row if value)

    busy_store.gate("manager").read(collect)
    return "\n".join(found)


def collect(root: QWidget, said: Said, where: str) -> None:
    """Note what a window or page says and which of its widgets have no name."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or within(widget, Bar):
            # A bar's sentence was said in the language of its moment and stays as it was said.
            continue
        if isinstance(widget, QToolButton) and isinstance(widget.parentWidget(), QTabBar):
            # Qt's own: named once, in the language in which the tabs were made.
            continue
        for words in words_of(widget):
            said.add(words, widget, where)
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        inner = isinstance(widget, QTabBar) or widget.objectName().startswith("qt_")
        if takes_tab and widget.isEnabled() and widget.focusProxy() is None and not inner:
            interface = QAccessible.queryAccessibleInterface(widget)
            name = interface.text(QAccessible.Text.Name) if interface is not None else ""
            if not (name or widget.accessibleName()).strip():
                said.nameless.add(f"{where} {type(widget).__name__}:{widget.objectName()}")


def words_of(widget: QWidget) -> Iterator[str]:
    """Everything that a widget says by itself."""
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton):
        yield re.sub(r"<[^>]+>", " ", widget.text())
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    if isinstance(widget, QDialog):
        yield widget.windowTitle()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from cells_of(widget)


def cells_of(view: QAbstractItemView) -> Iterator[str]:
    """What a list says: headings and the first rows."""
    model = view.model()
    is_table = isinstance(view, QTableView)
    for column in range(model.columnCount(TOP) if is_table else 1):
        if is_table:
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(TOP), ROWS_LOOKED_AT)):
            index = model.index(row, column)
            yield str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            yield str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")


def walk(person: Person, said: Said) -> None:
    """Show every page, every kind of case and the dialogs of its moves."""
    window = person.window
    for spec in pages_for(person.session.actor):
        window.open_page(spec.key)
        person.settle()
        collect(window, said, spec.key)
    if person.session.store is None:
        return
    for spec in CASES:
        for case_id in cases_of(person, spec.track):
            window.open_case(spec.track, case_id)
            person.settle()
            page: Any = window._stack.currentWidget()
            if getattr(page, "track", "") != spec.track:
                continue
            collect(window, said, spec.track)
            for tab in [each.key for each in page._tabs._tabs]:
                page._tabs.choose(tab)
                person.settle()
                collect(page, said, f"{spec.track}/{tab}")
            for name in person.offers():
                open_move(person, page, name, said)
            window.close_case(spec.track, case_id)
            person.settle()


def cases_of(person: Person, track: str) -> list[int]:
    """Return a case of each state of a track that the person may open, four at most."""
    store = person.session.store
    assert store is not None
    read = store.gate.read
    found: dict[str, int] = {}
    if track == "ordinary_appeal":
        ids = read(partial(ledger_ids, wanted=LedgerFilter()))
        for row in read(partial(ledger_rows, ids=list(ids))).values():
            found.setdefault(row.pill, row.id)
    elif track == "clarification":
        ids = read(partial(clarification_ids, wanted=ClarificationFilter()))
        for case in read(partial(clarification_rows, ids=list(ids))).values():
            found.setdefault(case.state, case.id)
    else:
        ids = read(partial(talk_ids, wanted=TalkFilter()))
        for talk in read(partial(talk_rows, ids=list(ids))).values():
            found.setdefault(talk.state, talk.id)
    return list(found.values())[:4]


def open_move(person: Person, page: Any, name: str, said: Said) -> None:
    """Open the dialog of a move, look at it, and leave it."""
    if name in BEGUN_ELSEWHERE:
        return  # It begins an entry on the page of another book.
    page._on_moves_chosen(name)
    person.settle()
    for dialog in page.findChildren(QDialog):
        if dialog.isVisible():
            collect(dialog, said, f"{page.track}/{name}")
            dialog.reject()
            if shiboken6.isValid(dialog):
                dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def latin_left(said: Said, data: str) -> list[str]:
    """Return what still speaks a foreign language in a Chinese window."""
    found = []
    for words, where in said.words.items():
        if where in DATA_TABLES:
            continue
        plain = NO_WORDS.sub(" ", words)
        foreign = [w for w in LATIN.findall(plain) if w not in ALLOWED and w not in data]
        foreign = [w for w in foreign if w not in LOGINS and w != "clerk2"]
        if foreign:
            found.append(f"{where}: {words!r}")
    return found


def han_left(said: Said, data: str) -> list[str]:
    """Return what still speaks Chinese in an English window, data excepted."""
    runs = set(HAN.findall(data)) | {"中文"}
    # The invitation is a paper: it is copied as the cadre reads it.
    runs |= {run for words in said.words if "同志：请于" in words for run in HAN.findall(words)}
    found = []
    for words, where in said.words.items():
        if where in DATA_TABLES:
            continue
        own = [
            run
            for run in HAN.findall(words)
            if run not in runs and not (len(run) >= 5 and run in data)
        ]
        if own:
            found.append(f"{where}: {words!r}")
    return found


@pytest.mark.parametrize("login", LOGINS)
def test_what_a_person_sees(
    login: str, qtbot: Any, qapp: QApplication, busy_store: Center, data: str
) -> None:
    chinese = Chinese()
    person = Person(qtbot, busy_store, login, translator=chinese)
    try:
        problems = look_twice(person, chinese, data)
    finally:
        person.lock_out()
        qapp.removeTranslator(chinese)
        qapp.setStyleSheet("")
    told = {what: found for what, found in problems.items() if found}
    assert not told, "\n".join(f"{w}:\n  " + "\n  ".join(f) for w, f in told.items())


def look_twice(person: Person, chinese: Chinese, data: str) -> dict[str, list[str]]:
    """Walk in Chinese, switch, and walk again; return what is wrong."""
    said = Said()
    walk(person, said)
    assert len(said.words) > 30
    never = [f"{w}: {t}" for t in said.words for w in NEVER_SAID if w in t and t not in data]
    problems = {
        "not Chinese": latin_left(said, data),
        "never said": never,
        "nameless": sorted(said.nameless),
    }
    app = QApplication.instance()
    assert app is not None
    app.removeTranslator(chinese)
    person.appearance.choose_language("en")
    person.settle()
    english = Said()
    walk(person, english)
    problems["not English"] = han_left(english, data)
    problems["nameless in English"] = sorted(english.nameless - said.nameless)
    return problems
