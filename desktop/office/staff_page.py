"""岗位与回避: who steps back, what stands vacant, who stands in, whose work goes over."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.codes import code_lists
from db.core.gate import Gate
from db.core.keys import KeyFile
from db.core.permissions import Permission
from db.office.handing_over import WorkHandOverRow, hand_overs_of_work
from db.office.holdings import HeldRole, vacancies
from db.office.opening import key_path
from db.office.recusals import RecusalRow, recusals
from db.office.substituting import SubstitutionRow, substitutions
from desktop.admin.admin_page import RowsTable, page_column
from desktop.documents.hand_over_form import draw_work_hand_over
from desktop.office.staff_deeds import StaffDeeds
from desktop.registers.printing import DrawingFlow
from desktop.session import Session
from desktop.shell import Page, Shell
from desktop.store import Tell
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.frames import PageHead
from desktop.widgets.table import Column
from desktop.widgets.tabs import ViewTab, ViewTabs

RECUSALS, VACANT, SUBSTITUTES, WORK = "recusals", "vacant", "substitutes", "work"


class StaffPage(Page):
    """Four lists about people at the desk, each with its deeds."""

    watches = frozenset(
        {
            "recusal",
            "recusal_request",
            "substitution",
            "work_hand_over",
            "approval",
            "account",
            "hand_over",
            "care_talk",
        }
    )

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(session.need_store(), shell, parent)
        self._session = session
        self._deeds = StaffDeeds(self.store, shell, self)
        self._papers = DrawingFlow(self.store, shell, self)
        theme = shell.theme
        self._head = PageHead(theme, "", parent=self)
        self.tabs = ViewTabs(theme, parent=self)
        self._head.add_widget(self.tabs)
        self.buttons: dict[str, Button] = {}
        for name, primary in (
            ("decide", True),
            ("lift", False),
            ("pass_on", True),
            ("arrange", True),
            ("end_early", False),
            ("list_work", True),
            ("carry_out", False),
            ("list_again", False),
            ("print", False),
            ("discard", False),
        ):
            button = Button(theme, "", kind="primary" if primary else "default", parent=self)
            button.clicked.connect(partial(self._on_button_clicked, name))
            self._head.add_action(button)
            self.buttons[name] = button
        self.recusals: RowsTable[RecusalRow] = RowsTable(
            shell, "recusals", self._recusal_cell, parent=self
        )
        self.vacant: RowsTable[HeldRole] = RowsTable(
            shell, "vacant_roles", self._vacant_cell, parent=self
        )
        self.substitutes: RowsTable[SubstitutionRow] = RowsTable(
            shell, "substitutes", self._substitute_cell, parent=self
        )
        self.work: RowsTable[WorkHandOverRow] = RowsTable(
            shell, "work_hand_overs", self._work_cell, parent=self
        )
        self._tables: dict[str, RowsTable[Any]] = {
            RECUSALS: self.recusals,
            VACANT: self.vacant,
            SUBSTITUTES: self.substitutes,
            WORK: self.work,
        }
        self._stack = QStackedWidget(self)
        for table in self._tables.values():
            self._stack.addWidget(table)
            table.table.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        page_column(self, self._head, self._stack)
        self.tabs.chosen.connect(self._on_tabs_chosen)
        self.recusals.table.opened.connect(self._on_recusal_opened)
        self.vacant.table.opened.connect(self._on_vacant_opened)
        self.retranslate()

    def reload(self) -> None:
        """Ask for the four lists."""
        asked: tuple[tuple[str, Callable[..., Any], Callable[[Any], None]], ...] = (
            (RECUSALS, recusals, self._on_recusals),
            (VACANT, vacancies, self._on_vacant),
            (SUBSTITUTES, substitutions, self._on_substitutes),
            (WORK, hand_overs_of_work, self._on_work),
        )
        for seat, ask, then in asked:
            if seat in self._keys():
                self.store.read(ask, then, seat=seat, owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        labels = self.shell.labels
        self._head.set_title(self.tr("Posts and recusals"))
        names = {
            RECUSALS: self.tr("Recusals"),
            VACANT: self.tr("Vacant roles"),
            SUBSTITUTES: self.tr("Substitutes"),
            WORK: self.tr("Work handed over"),
        }
        self.tabs.set_tabs([ViewTab(key, names[key]) for key in self._keys()])
        words = {
            "decide": self.tr("Decide"),
            "lift": labels.move("recusal", "lift"),
            "pass_on": self.tr("Pass on"),
            "arrange": labels.move("substitution", "arrange"),
            "end_early": labels.move("substitution", "end_early"),
            "list_work": labels.move("work_hand_over", "list_work"),
            "carry_out": labels.move("work_hand_over", "carry_out"),
            "list_again": labels.move("work_hand_over", "list_again"),
            "print": self.tr("Print the list"),
            "discard": labels.move("work_hand_over", "discard"),
        }
        for name, button in self.buttons.items():
            button.setText(words[name])
        self._set_columns(names)
        self._offer()

    def _set_columns(self, names: dict[str, str]) -> None:
        self.recusals.set_columns(
            [
                Column("state", self.tr("State"), 120, locked=True),
                Column("who", self.tr("Who"), 120),
                Column("unit", self.tr("Unit"), 110),
                Column("case", self.tr("Case"), 260),
                Column("reason", self.tr("Reason"), 240, stretch=True),
                Column("asked", self.tr("Asked"), 190),
                Column("decided", self.tr("Decided"), 190),
            ],
            names[RECUSALS],
        )
        self.vacant.set_columns(
            [
                Column("case", self.tr("Case"), 200, locked=True),
                Column("title", self.tr("Matter"), 280, stretch=True),
                Column("role", self.tr("Role"), 130),
                Column("holder", self.tr("Until now"), 130),
                Column("due", self.tr("Due"), 110),
            ],
            names[VACANT],
        )
        self.substitutes.set_columns(
            [
                Column("state", self.tr("State"), 110, locked=True),
                Column("absent", self.tr("Absent"), 130),
                Column("substitute", self.tr("Substitute"), 130),
                Column("unit", self.tr("Unit"), 120),
                Column("days", self.tr("Days"), 210),
                Column("what", self.tr("What goes over"), 160),
                Column("reason", self.tr("Reason"), 120, stretch=True),
                Column("by", self.tr("Arranged by"), 120),
            ],
            names[SUBSTITUTES],
        )
        self.work.set_columns(
            [
                Column("state", self.tr("State"), 120, locked=True),
                Column("number", self.tr("Number"), 150),
                Column("giver", self.tr("Hands over"), 120),
                Column("taker", self.tr("Takes over"), 120),
                Column("witness", self.tr("Supervised by"), 120),
                Column("count", self.tr("Things"), 80),
                Column("reason", self.tr("Reason"), 150, stretch=True),
                Column("listed", self.tr("Listed on"), 110),
                Column("signed", self.tr("Signed on"), 110),
            ],
            names[WORK],
        )

    def _keys(self) -> list[str]:
        may = self.shell.actor.may
        found = [RECUSALS] if may(Permission.RECUSAL_ASK) or may(Permission.GRANT_WRITE) else []
        if may(Permission.WORK_HAND_OVER):
            found.append(VACANT)
        if may(Permission.RECUSAL_ASK) or may(Permission.GRANT_WRITE):
            found.append(SUBSTITUTES)
        if may(Permission.RECUSAL_ASK):
            found.append(WORK)
        return found

    # -- cells -----------------------------------------------------------------------------

    def _recusal_cell(self, key: str, row: RecusalRow) -> Cell:
        labels = self.shell.labels
        match key:
            case "state":
                return labels.pill("recusal", row.state)
            case "who":
                return TextCell(row.account_name)
            case "unit":
                return TextCell(row.unit or self.tr("the center"), "text2")
            case "case":
                if row.case is None:
                    return TextCell("—", "text3")
                return TextCell(row.case.number or row.case.title, aside=row.case.person_name)
            case "reason":
                words = [labels.code("recusal_reason", row.reason), row.words]
                return TextCell("  ".join(w for w in words if w), "text2")
            case "asked":
                source = labels.code("recusal_source", row.source)
                return TextCell(f"{row.asked_on.isoformat()} {source}", "text2")
            case _:
                if row.decided_on is None:
                    return TextCell("—", "text3")
                return TextCell(f"{row.decided_on.isoformat()} {row.decided_by}", "text2")

    def _vacant_cell(self, key: str, row: HeldRole) -> Cell:
        match key:
            case "case":
                return TextCell(row.case.number or "—")
            case "title":
                return TextCell(row.case.title, "text2")
            case "role":
                return TextCell(self._deeds.role_words(row.holding))
            case "holder":
                return TextCell(row.holder, "text2")
            case _:
                return TextCell(row.due_on.isoformat() if row.due_on else "—", "text2")

    def _substitute_cell(self, key: str, row: SubstitutionRow) -> Cell:
        labels = self.shell.labels
        match key:
            case "state":
                if row.is_running:
                    return TextCell(self.tr("now"), bold=True)
                if row.state == "arranged" and row.ends_on < self.shell.today():
                    return TextCell(self.tr("over"), "text3")
                return labels.pill("substitution", row.state)
            case "absent":
                role = labels.code("account_role", row.absent_role.value)
                return TextCell(row.absent_name, aside=role)
            case "substitute":
                return TextCell(row.substitute_name)
            case "unit":
                return TextCell(row.unit or self.tr("the center"), "text2")
            case "days":
                last = row.ended_on or row.ends_on
                return TextCell(f"{row.starts_on.isoformat()} — {last.isoformat()}", "text2")
            case "what":
                parts = [
                    words
                    for told, words in (
                        (row.handles, self.tr("handling")),
                        (row.decides, self.tr("decisions")),
                    )
                    if told
                ]
                return TextCell("、".join(parts), "text2")
            case "reason":
                return TextCell(labels.code("absence_reason", row.reason), "text2")
            case _:
                return TextCell(row.arranged_by, "text2")

    def _work_cell(self, key: str, row: WorkHandOverRow) -> Cell:
        labels = self.shell.labels
        match key:
            case "state":
                return labels.pill("work_hand_over", row.state)
            case "count":
                return TextCell(str(len(row.lines)), right=True)
            case "reason":
                return TextCell(labels.code("work_hand_over_reason", row.reason), "text2")
            case _:
                texts = {
                    "number": row.number,
                    "giver": row.from_name,
                    "taker": row.to_name,
                    "witness": row.witness_name or "—",
                    "listed": row.listed_on.isoformat(),
                    "signed": row.signed_on.isoformat() if row.signed_on else "—",
                }
                return TextCell(texts[key], "text" if key == "giver" else "text2")

    # -- what is offered -------------------------------------------------------------------

    def _offer(self) -> None:
        here = self.tabs.current_key() or next(iter(self._keys()), "")
        places = {
            "decide": RECUSALS,
            "lift": RECUSALS,
            "pass_on": VACANT,
            "arrange": SUBSTITUTES,
            "end_early": SUBSTITUTES,
        }
        may = self.shell.actor.may
        allowed = {
            "arrange": may(Permission.SUBSTITUTE_ARRANGE),
            "list_work": may(Permission.WORK_HAND_OVER),
        }
        recusal, role = self.recusals.current(), self.vacant.current()
        standing, work = self.substitutes.current(), self.work.current()
        enabled = {
            "decide": recusal is not None and recusal.may_decide,
            "lift": recusal is not None and recusal.may_lift,
            "pass_on": role is not None,
            "arrange": True,
            "end_early": standing is not None and standing.may_end,
            "list_work": True,
            "carry_out": work is not None and work.may_act,
            "list_again": work is not None and work.may_act,
            "print": work is not None,
            "discard": work is not None and work.may_act,
        }
        for name, button in self.buttons.items():
            button.setVisible(places.get(name, WORK) == here and allowed.get(name, True))
            button.setEnabled(enabled[name])

    # -- slots -----------------------------------------------------------------------------

    def _on_button_clicked(self, name: str, *_checked: object) -> None:
        recusal, role = self.recusals.current(), self.vacant.current()
        standing, work = self.substitutes.current(), self.work.current()
        if name == "arrange":
            self._deeds.arrange()
        elif name == "list_work":
            self._deeds.list_work()
        elif name == "decide" and recusal is not None:
            self._deeds.decide_recusal(recusal)
        elif name == "lift" and recusal is not None:
            self._deeds.lift_recusal(recusal)
        elif name == "pass_on" and role is not None:
            self._deeds.pass_on(role)
        elif name == "end_early" and standing is not None:
            self._deeds.end_substitution(standing)
        elif work is not None:
            self._work_deed(name, work)

    def _work_deed(self, name: str, work: WorkHandOverRow) -> None:
        if name == "carry_out":
            self._deeds.carry_out(work, self._close_key)
        elif name == "list_again":
            self._deeds.count_again(work)
        elif name == "discard":
            self._deeds.discard(work)
        elif name == "print":
            self._print(work)

    def _print(self, work: WorkHandOverRow) -> None:
        words = {
            (line.track, line.state): code_lists.state_label(line.track, line.state).pill_zh
            for line in work.lines
            if line.track and line.state
        }
        reason = code_lists.code("work_hand_over_reason", work.reason).zh
        office = self._session.opened.office
        drawing = draw_work_hand_over(work, office=office, reason=reason, state_words=words)
        self._papers.show(drawing, "work_hand_over", work.id)

    def _close_key(self, work: WorkHandOverRow) -> None:
        """Close the log-in in the key file too; the store refuses the account already."""
        opened, login = self._session.opened, work.from_login

        def close(_gate: Gate, _tell: Tell) -> None:
            key_file = KeyFile.open(key_path(opened.path))
            key_file.close_account(login)
            key_file.sign(opened.unlocked, "close_account", about=login, at=opened.clock.now())

        self.store.errand(close, self._on_key_closed, owner=self, failed=self.shell.fail)

    def _on_key_closed(self, _nothing: None) -> None:
        self.shell.bar("info", self.tr("The log-in is closed; the history keeps the name"))

    def _on_tabs_chosen(self, key: str) -> None:
        self._stack.setCurrentWidget(self._tables[key])
        self._offer()

    def _on_current_row_changed(self, *_told: object) -> None:
        self._offer()

    def _on_recusal_opened(self, index: QModelIndex) -> None:
        row = self.recusals.model.row(index)
        if row is not None and row.case is not None:
            self.shell.open_case(row.case.track, row.case.case_id)

    def _on_vacant_opened(self, index: QModelIndex) -> None:
        row = self.vacant.model.row(index)
        if row is not None:
            self.shell.open_case(row.case.track, row.case.case_id)

    def _on_recusals(self, found: tuple[RecusalRow, ...]) -> None:
        self.recusals.set_rows(found)
        waiting = sum(row.state == "requested" for row in found)
        self.tabs.set_count(RECUSALS, waiting or None)
        self.recusals.foot.setText(
            self.tr("{count} recusals, {waiting} to be decided").format(
                count=len(found), waiting=waiting
            )
        )
        self._offer()

    def _on_vacant(self, found: tuple[HeldRole, ...]) -> None:
        self.vacant.set_rows(found)
        self.tabs.set_count(VACANT, len(found) or None)
        self.vacant.foot.setText(
            self.tr("{count} roles whose holder is recused, asked to be, or has left").format(
                count=len(found)
            )
        )
        self._offer()

    def _on_substitutes(self, found: tuple[SubstitutionRow, ...]) -> None:
        self.substitutes.set_rows(found)
        running = sum(row.is_running for row in found)
        self.substitutes.foot.setText(
            self.tr("{count} arrangements, {running} today").format(
                count=len(found), running=running
            )
        )
        self._offer()

    def _on_work(self, found: tuple[WorkHandOverRow, ...]) -> None:
        self.work.set_rows(found)
        listed = sum(row.state == "listed" for row in found)
        self.tabs.set_count(WORK, listed or None)
        self.work.foot.setText(
            self.tr("{count} lists, {listed} to be signed").format(count=len(found), listed=listed)
        )
        self._offer()
