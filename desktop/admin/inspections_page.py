"""巡察查阅: who may read what, from when to when, for what, and who allowed it."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.core.permissions import Role
from db.office.inspecting import (
    REFUSED_PURPOSE,
    AllowInspection,
    EndInspection,
    InspectionRow,
    inspectable,
    inspections,
)
from db.office.queries import AccountRow, accounts
from db.office.reading import ROOMS
from db.shelves import SHELVES
from desktop.admin.admin_page import RowsTable, page_column
from desktop.admin.words import permission_word
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.editors import Option
from desktop.widgets.frames import PageHead
from desktop.widgets.table import Column

READS = "reads:"
"""Fields of kinds that may be read begin so."""


class InspectionsPage(Page):
    """Every inspection, and the two deeds of whoever keeps the accounts."""

    watches = frozenset({"inspection", "inspection_visit", "account"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._accounts: tuple[AccountRow, ...] = ()
        self._head = PageHead(shell.theme, "", parent=self)
        self.allow = Button(shell.theme, "", kind="primary", parent=self)
        self.end = Button(shell.theme, "", parent=self)
        self._head.add_action(self.allow)
        self._head.add_action(self.end)
        self.rows: RowsTable[InspectionRow] = RowsTable(
            shell, "inspections", self._cell, parent=self
        )
        page_column(self, self._head, self.rows)
        self.allow.clicked.connect(self._on_allow_clicked)
        self.end.clicked.connect(self._on_end_clicked)
        self.rows.table.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.retranslate()

    def reload(self) -> None:
        """Ask for inspections and accounts."""
        self.store.read(inspections, self._on_inspections, seat="inspections", owner=self)
        self.store.read(accounts, self._on_accounts, seat="accounts", owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Inspections"))
        self._head.set_note(self.tr("read only, for some days, every question logged"))
        self.allow.setText(self.tr("Allow an inspection"))
        self.end.setText(self.tr("End now"))
        self.rows.set_columns(
            [
                Column("state", self.tr("State"), 90, locked=True),
                Column("who", self.tr("Who"), 140),
                Column("organ", self.tr("Organ"), 160),
                Column("purpose", self.tr("Purpose"), 100),
                Column("days", self.tr("Days"), 190),
                Column("scope", self.tr("May read"), 200, stretch=True),
                Column("period", self.tr("Received"), 190),
                Column("approver", self.tr("Allowed by"), 160),
            ],
            self.tr("Inspections"),
        )
        self._offer()

    def _cell(self, key: str, row: InspectionRow) -> Cell:
        labels = self.shell.labels
        match key:
            case "state":
                if row.is_running:
                    return TextCell(self.tr("running"), bold=True)
                early = row.ended_on is not None
                return TextCell(self.tr("ended early") if early else self.tr("not now"), "text3")
            case "who":
                return TextCell(row.name, aside=self.tr("{0} visits").format(row.visits))
            case "organ":
                return TextCell(row.organ)
            case "purpose":
                return TextCell(labels.code("inspection_purpose", row.purpose), "text2")
            case "days":
                return TextCell(f"{row.starts_on} — {row.ended_on or row.ends_on}", "text2")
            case "scope":
                return TextCell("、".join(labels.track(track) for track in row.tracks), "text2")
            case "period":
                return TextCell(f"{row.period_from} — {row.period_to}", "text2")
            case _:
                return TextCell(f"{row.approver_name} {row.approver_post}", "text2")

    def _readers(self) -> list[AccountRow]:
        return [a for a in self._accounts if a.role is Role.INSPECTOR and a.is_active]

    def _offer(self) -> None:
        row = self.rows.current()
        self.end.setEnabled(row is not None and row.ended_on is None)
        self.allow.setEnabled(bool(self._readers()))

    def _kinds(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return what may be ticked: the rooms, then the books by the right that opens them."""
        labels = self.shell.labels
        room = self.tr("Read {0}")
        found = [(track, room.format(labels.track(track)), (track,)) for track in ROOMS]
        books: dict[str, list[str]] = {}
        for track in inspectable():
            if track in SHELVES:
                books.setdefault(SHELVES[track].book.read.value, []).append(track)
        return found + [
            (right, permission_word(right), tuple(tracks)) for right, tracks in books.items()
        ]

    # -- deeds -----------------------------------------------------------------------------

    def _on_allow_clicked(self) -> None:
        labels, today = self.shell.labels, self.shell.today()
        purposes = [o for o in labels.options("inspection_purpose") if o.code != REFUSED_PURPOSE]
        year = today.replace(month=1, day=1)
        asks = (
            Ask(
                "account_id",
                self.tr("Account"),
                "choice",
                required=True,
                options=[Option(str(a.id), f"{a.name} {a.login}") for a in self._readers()],
                half=True,
            ),
            Ask(
                "purpose",
                self.tr("Purpose"),
                "choice",
                required=True,
                options=purposes,
                half=True,
            ),
            Ask("organ", self.tr("Organ"), required=True, most=120, half=True),
            Ask("letter_number", self.tr("Number of its letter"), most=80, half=True),
            Ask("approver_name", self.tr("Allowed by"), required=True, most=80, half=True),
            Ask("approver_post", self.tr("Post"), required=True, most=120, half=True),
            Ask("approved_on", self.tr("Allowed on"), "day", required=True, value=today),
            Ask(
                "starts_on",
                self.tr("Reads from"),
                "day",
                required=True,
                value=today,
                past=False,
                half=True,
            ),
            Ask("ends_on", self.tr("Reads until"), "day", required=True, past=False, half=True),
            Ask(
                "period_from",
                self.tr("Received from"),
                "day",
                required=True,
                value=year,
                past=False,
                half=True,
            ),
            Ask(
                "period_to",
                self.tr("Received until"),
                "day",
                required=True,
                value=today,
                past=False,
                half=True,
            ),
            *(Ask(f"{READS}{key}", words, "tick") for key, words, _ in self._kinds()),
        )
        deed = Deed(
            self.tr("Allow an inspection"),
            self.tr("Allow"),
            asks,
            consequence=self.tr(
                "The account ends with the last day. Sealed envelopes, inquiries, what was said "
                "in talks and inner notes stay closed; appeals are never opened for evaluation, "
                "appointment or awards."
            ),
        )
        run(self.shell, deed, self._send, self)

    def _send(self, dialog: DeedDialog, values: dict[str, Any]) -> None:
        days = ("approved_on", "starts_on", "ends_on", "period_from", "period_to")
        today = self.shell.today()
        command = AllowInspection(
            int(values["account_id"] or 0),
            values["organ"],
            values["purpose"],
            values["approver_name"],
            values["approver_post"],
            **{name: values[name] or today for name in days},
            tracks=tuple(
                track
                for key, _, tracks in self._kinds()
                if values[f"{READS}{key}"]
                for track in tracks
            ),
            letter_number=values["letter_number"],
        )

        def done(_id: int) -> None:
            dialog.done_well()
            self.shell.bar("good", self.tr("Allowed"))

        self.store.submit(command, done, owner=dialog, failed=dialog.refused)

    def _on_end_clicked(self) -> None:
        row = self.rows.current()
        if row is None:
            return
        self.shell.confirm(
            self.tr("End the inspection of {name}?").format(name=row.name),
            self.tr("The account is closed at once; what was read stays in the trail."),
            self.tr("End now"),
            partial(self._end, row),
            danger=True,
        )

    def _end(self, row: InspectionRow, _reason: str) -> None:
        self.store.submit(
            EndInspection(row.id, row.version),
            lambda _id: self.shell.bar("good", self.tr("Ended")),
            owner=self,
        )

    # -- what others tell ------------------------------------------------------------------

    def _on_inspections(self, found: tuple[InspectionRow, ...]) -> None:
        self.rows.set_rows(found)
        self.rows.foot.setText(
            self.tr("{count} inspections; accounts are opened by the system administrator").format(
                count=len(found)
            )
        )
        self._offer()

    def _on_accounts(self, found: tuple[AccountRow, ...]) -> None:
        self._accounts = found
        self._offer()

    def _on_current_row_changed(self, *_told: object) -> None:
        self._offer()
