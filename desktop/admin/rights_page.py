"""权限设置: who may what and how far; changed by two, never into a forbidden combination."""

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.core.permissions import Permission, Role, Scope
from db.office.grant_rules import is_locked, scopes
from db.office.granting import (
    DecideGrant,
    GrantChangeRow,
    ProposeGrant,
    TakeBackGrant,
    grant_changes,
)
from db.office.queries import GrantRow, grants
from desktop.admin.admin_page import RowsTable, page_column
from desktop.admin.words import permission_word, scope_word
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.editors import Option
from desktop.widgets.frames import PageHead
from desktop.widgets.table import Column
from desktop.widgets.tabs import ViewTab, ViewTabs

RIGHTS, CHANGES = "rights", "changes"
NONE = "none"


class RightsPage(Page):
    """Rights of the roles, and the changes that wait for the second person."""

    watches = frozenset({"grant", "grant_change"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        theme = shell.theme
        self._head = PageHead(theme, "", parent=self)
        self.tabs = ViewTabs(theme, parent=self)
        self._head.add_widget(self.tabs)
        self.buttons: dict[str, Button] = {}
        for name, primary in (
            ("give", True),
            ("change", False),
            ("confirm", True),
            ("refuse", False),
            ("take_back", False),
        ):
            button = Button(theme, "", kind="primary" if primary else "default", parent=self)
            button.clicked.connect(partial(self._on_button_clicked, name))
            self._head.add_action(button)
            self.buttons[name] = button
        self.rights: RowsTable[GrantRow] = RowsTable(shell, "grants", self._right_cell, parent=self)
        self.changes: RowsTable[GrantChangeRow] = RowsTable(
            shell, "grant_changes", self._change_cell, parent=self
        )
        self._stack = QStackedWidget(self)
        for table in (self.rights, self.changes):
            self._stack.addWidget(table)
            table.table.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        page_column(self, self._head, self._stack)
        self.tabs.chosen.connect(self._on_tabs_chosen)
        self.rights.table.opened.connect(self._on_right_opened)
        self.retranslate()

    def reload(self) -> None:
        """Ask for rights and changes."""
        self.store.read(grants, self._on_grants, seat="grants", owner=self)
        self.store.read(grant_changes, self._on_changes, seat="grant_changes", owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        labels = self.shell.labels
        self._head.set_title(self.tr("Rights"))
        self._head.set_note(self.tr("a change holds at everybody's next question"))
        self.tabs.set_tabs(
            [ViewTab(RIGHTS, self.tr("Rights")), ViewTab(CHANGES, self.tr("Changes"))]
        )
        words = {
            "give": self.tr("Give a right"),
            "change": self.tr("Change the reach"),
            "confirm": labels.move("grant_change", "agree"),
            "refuse": labels.move("grant_change", "refuse"),
            "take_back": labels.move("grant_change", "take_back"),
        }
        for name, button in self.buttons.items():
            button.setText(words[name])
        self.rights.set_columns(
            [
                Column("role", self.tr("Role"), 180, locked=True),
                Column("right", self.tr("Right"), 280),
                Column("scope", self.tr("Reach"), 180, stretch=True),
                Column("locked", self.tr("Note"), 220),
            ],
            self.tr("Rights"),
        )
        self.changes.set_columns(
            [
                Column("state", self.tr("State"), 110, locked=True),
                Column("role", self.tr("Role"), 150),
                Column("right", self.tr("Right"), 220),
                Column("from", self.tr("Until now"), 130),
                Column("to", self.tr("Then"), 130),
                Column("reason", self.tr("Reason"), 200, stretch=True),
                Column("proposed", self.tr("Proposed"), 180),
                Column("decided", self.tr("Decided"), 180),
            ],
            self.tr("Changes"),
        )
        self._offer()

    # -- cells -----------------------------------------------------------------------------

    def _right_cell(self, key: str, row: GrantRow) -> Cell:
        match key:
            case "role":
                return TextCell(self._role(row.role))
            case "right":
                return TextCell(permission_word(row.permission.value))
            case "scope":
                return TextCell(scope_word(row.scope.value), "text2")
            case _:
                locked = is_locked(row.role, row.permission)
                return TextCell(self.tr("stays with the role") if locked else "", "text3")

    def _change_cell(self, key: str, row: GrantChangeRow) -> Cell:
        match key:
            case "state":
                return self.shell.labels.pill("grant_change", row.state)
            case "role":
                return TextCell(self._role(row.role))
            case "right":
                return TextCell(permission_word(row.permission.value))
            case "from":
                return TextCell(self._scope(row.old_scope), "text2")
            case "to":
                return TextCell(self._scope(row.new_scope), bold=row.state == "proposed")
            case "reason":
                return TextCell("  ".join(p for p in (row.reason, row.opinion) if p), "text2")
            case "proposed":
                return TextCell(f"{row.proposed_on.isoformat()} {row.proposed_by}", "text2")
            case _:
                if row.decided_on is None:
                    return TextCell("—", "text3")
                return TextCell(f"{row.decided_on.isoformat()} {row.decided_by}", "text2")

    def _role(self, role: Role) -> str:
        return self.shell.labels.code("account_role", role.value)

    def _scope(self, scope: Scope | None) -> str:
        return self.tr("not given") if scope is None else scope_word(scope.value)

    def _offer(self) -> None:
        here = self.tabs.current_key() or RIGHTS
        proposes = self.shell.actor.may(Permission.GRANT_WRITE)
        confirms = self.shell.actor.may(Permission.GRANT_CONFIRM)
        right, change = self.rights.current(), self.changes.current()
        shown = {
            "give": here == RIGHTS and proposes,
            "change": here == RIGHTS and proposes,
            "confirm": here == CHANGES and confirms,
            "refuse": here == CHANGES and confirms,
            "take_back": here == CHANGES and proposes,
        }
        enabled = {
            "give": True,
            "change": right is not None and not is_locked(right.role, right.permission),
            "confirm": change is not None and change.may_decide,
            "refuse": change is not None and change.may_decide,
            "take_back": change is not None and change.may_take_back,
        }
        for name, button in self.buttons.items():
            button.setVisible(shown[name])
            button.setEnabled(enabled[name])

    # -- deeds -----------------------------------------------------------------------------

    def _on_button_clicked(self, name: str, *_checked: object) -> None:
        change = self.changes.current()
        if name == "give":
            self._give()
        elif name == "change":
            self._on_change_clicked()
        elif change is None:
            return
        elif name == "take_back":
            self.store.submit(
                TakeBackGrant(change.id, change.version),
                lambda _id: self.shell.bar("good", self.tr("Taken back")),
                owner=self,
            )
        else:
            self._decide(change, agreed=name == "confirm")

    def _give(self) -> DeedDialog:
        held = {(row.role, row.permission) for row in self.rights.model.rows}
        options = [
            Option(
                f"{role.value}:{right.value}",
                f"{self._role(role)} · {permission_word(right.value)}",
            )
            for role in Role
            for right in Permission
            if (role, right) not in held and scopes(role, right, self._held(role))
        ]
        asks = (
            Ask("right", self.tr("Role and right"), "choice", required=True, options=options),
            self._scope_ask(tuple(Scope), value="", takes_away=False),
            Ask("reason", self.tr("Reason"), "area", required=True, lines=3, most=300),
        )
        deed = Deed(
            self.tr("Give a right"),
            self.shell.labels.move("grant_change", "propose"),
            asks,
            consequence=self.tr(
                "The head of the center confirms it. Rights that a role must never have "
                "are not offered."
            ),
        )

        def send(dialog: DeedDialog, values: dict[str, Any]) -> None:
            role, _, right = values["right"].partition(":")
            if not right:
                return
            self._propose(dialog, Role(role), Permission(right), values)

        return run(self.shell, deed, send, self)

    def _on_change_clicked(self) -> None:
        row = self.rights.current()
        if row is None:
            return
        may = scopes(row.role, row.permission, self._held(row.role) - {row.permission})
        deed = Deed(
            f"{self._role(row.role)} · {permission_word(row.permission.value)}",
            self.shell.labels.move("grant_change", "propose"),
            (
                self._scope_ask(may, value=row.scope.value, takes_away=True),
                Ask("reason", self.tr("Reason"), "area", required=True, lines=3, most=300),
            ),
            consequence=self.tr("The head of the center confirms it."),
        )
        run(
            self.shell,
            deed,
            lambda dialog, values: self._propose(dialog, row.role, row.permission, values),
            self,
        )

    def _scope_ask(self, may: tuple[Scope, ...], *, value: str, takes_away: bool) -> Ask:
        options = [Option(scope.value, scope_word(scope.value)) for scope in may]
        if takes_away:
            options.append(Option(NONE, self.tr("take the right away")))
        return Ask("scope", self.tr("Reach"), "radio", required=True, options=options, value=value)

    def _propose(
        self, dialog: DeedDialog, role: Role, right: Permission, values: dict[str, Any]
    ) -> None:
        chosen = values["scope"]
        if not chosen:
            dialog.deed_button.setEnabled(True)
            return
        command = ProposeGrant(
            role, right, None if chosen == NONE else Scope(chosen), values["reason"]
        )

        def done(_id: int) -> None:
            dialog.done_well()
            self.shell.bar("good", self.tr("Proposed; the head of the center confirms it"))

        self.store.submit(command, done, owner=dialog, failed=dialog.refused)

    def _decide(self, row: GrantChangeRow, *, agreed: bool) -> None:
        labels = self.shell.labels
        words = self.tr("{role}: {right}, {old} → {new}").format(
            role=self._role(row.role),
            right=permission_word(row.permission.value),
            old=self._scope(row.old_scope),
            new=self._scope(row.new_scope),
        )
        self.shell.confirm(
            words,
            self.tr("Reason: {reason}").format(reason=row.reason),
            labels.move("grant_change", "agree" if agreed else "refuse"),
            lambda opinion: self.store.submit(
                DecideGrant(row.id, agreed, opinion, row.version),
                lambda _id: self.shell.bar("good", self.tr("Decided")),
                owner=self,
            ),
            asks_reason=not agreed,
        )

    def _held(self, role: Role) -> frozenset[Permission]:
        return frozenset(row.permission for row in self.rights.model.rows if row.role is role)

    # -- what others tell ------------------------------------------------------------------

    def _on_grants(self, found: tuple[GrantRow, ...]) -> None:
        self.rights.set_rows(found)
        self.rights.foot.setText(self.tr("{count} rights").format(count=len(found)))
        self._offer()

    def _on_changes(self, found: tuple[GrantChangeRow, ...]) -> None:
        self.changes.set_rows(found)
        waiting = sum(row.state == "proposed" for row in found)
        self.tabs.set_count(CHANGES, waiting or None)
        self.changes.foot.setText(
            self.tr("{count} changes, {waiting} to be confirmed").format(
                count=len(found), waiting=waiting
            )
        )
        self._offer()

    def _on_tabs_chosen(self, key: str) -> None:
        self._stack.setCurrentWidget(self.changes if key == CHANGES else self.rights)
        self._offer()

    def _on_current_row_changed(self, *_told: object) -> None:
        self._offer()

    def _on_right_opened(self, _index: QModelIndex) -> None:
        if self.buttons["change"].isVisible() and self.buttons["change"].isEnabled():
            self._on_change_clicked()
