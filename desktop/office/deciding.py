"""批办, 代录 of decisions and their comparison, from any list that shows them."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.appeals.intake import ConfirmOnTheSpot
from db.appeals.rows import ApprovalRow
from db.approvals.deciding import ConfirmDecision, ConfirmEvent, Decide
from db.codes.act_labels import act_label
from db.office.recorded import RecordedRow
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.editors import Option


class Decisions(QObject):
    """Opens the dialogs by which decisions are taken and compared."""

    def __init__(self, store: Store, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._shell = shell
        self._page = parent

    def act(self, track: str, act: str) -> str:
        """Return the words of an act."""
        return act_label(track, act, chinese=self._shell.labels.chinese)

    def decide(self, approval: ApprovalRow) -> DeedDialog:
        """Ask for 同意, 退回修改 or 不同意."""
        title = self.tr("Decide: {0}").format(self.act(approval.track, approval.act))
        words = "\n".join(
            x
            for x in (
                f"{approval.number} {approval.title}".strip(),
                approval.summary,
                self.tr("Proposed by {0} on {1}").format(
                    approval.proposer_name, approval.proposed_on.isoformat()
                ),
            )
            if x
        )
        deed = Deed(
            title,
            self.tr("Decide"),
            (
                Ask(
                    "decision",
                    self.tr("Decision"),
                    "radio",
                    required=True,
                    options=[
                        Option("agreed", self.tr("Agree")),
                        Option("returned", self.tr("Return for changes")),
                        Option("refused", self.tr("Disagree")),
                    ],
                    value="agreed",
                ),
                Ask("opinion", self.tr("Opinion"), "area", lines=3),
            ),
            consequence=words,
        )

        def send(dialog: DeedDialog, values: dict[str, Any]) -> None:
            command = Decide(approval.id, values["decision"], values["opinion"], approval.version)
            self._store.submit(command, dialog.done_well, owner=dialog, failed=dialog.refused)

        return run(self._shell, deed, send, self._page)

    def compare_decision(self, approval: ApprovalRow) -> DeedDialog:
        """Show a decision typed from paper beside its question; a second person says if it fits."""
        paper = " ".join(
            x
            for x in (
                approval.approver_name,
                approval.approver_post,
                approval.paper_on.isoformat() if approval.paper_on else "",
                approval.approver_number,
            )
            if x
        )
        words = "\n".join(
            x
            for x in (
                f"{approval.number} {approval.title}".strip(),
                approval.summary,
                self.tr("On the paper: {0}").format(paper),
                approval.opinion,
            )
            if x
        )
        title = self.tr("Compare with the paper: {0}").format(
            self.act(approval.track, approval.act)
        )

        def send(dialog: DeedDialog, values: dict[str, Any]) -> None:
            command = ConfirmDecision(approval.id, values["fits"] == "yes", seen=approval.version)
            self._store.submit(command, dialog.done_well, owner=dialog, failed=dialog.refused)

        return run(self._shell, self._comparison(title, words, refusable=True), send, self._page)

    def compare_move(self, row: RecordedRow) -> DeedDialog:
        """Show a move typed from paper; a second person says that it fits."""
        paper = " ".join(
            x
            for x in (
                row.behalf_of,
                row.behalf_post,
                row.behalf_on.isoformat() if row.behalf_on else "",
                row.behalf_number,
            )
            if x
        )
        words = "\n".join(
            x
            for x in (
                f"{row.number} {row.person_name}".strip(),
                row.note,
                self.tr("On the paper: {0}").format(paper),
                self.tr("Typed by {0}").format(row.entered_by),
            )
            if x
        )
        title = self.tr("Compare with the paper: {0}").format(self.act(row.track, row.act))

        def send(dialog: DeedDialog, _values: dict[str, Any]) -> None:
            self._store.submit(
                ConfirmEvent(row.event_id), dialog.done_well, owner=dialog, failed=dialog.refused
            )

        return run(self._shell, self._comparison(title, words, refusable=False), send, self._page)

    def _comparison(self, title: str, words: str, *, refusable: bool) -> Deed:
        asks: tuple[Ask, ...] = ()
        if refusable:
            asks = (
                Ask(
                    "fits",
                    self.tr("Result"),
                    "radio",
                    required=True,
                    options=[
                        Option("yes", self.tr("Fits the paper")),
                        Option("no", self.tr("Does not fit: type it again")),
                    ],
                    value="yes",
                ),
            )
        return Deed(title, self.tr("Confirm"), asks, consequence=words)

    def confirm_on_the_spot(self, ids: tuple[int, ...]) -> None:
        """Ask once, then confirm several answers given on the spot in one transaction."""

        def confirmed(_reason: str) -> None:
            self._store.submit(ConfirmOnTheSpot(ids), self._on_confirmed, owner=self)

        self._shell.confirm(
            self.tr("Confirm {0} answers given on the spot").format(len(ids)),
            self.tr("The cases are closed. This step cannot be taken back."),
            self.tr("Confirm"),
            confirmed,
        )

    def _on_confirmed(self, _value: object) -> None:
        self._shell.bar("good", self.tr("Confirmed and closed"))
