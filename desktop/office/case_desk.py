"""What every card offers about the people who work on it: 申请回避, and a hint when it may be due.

A card makes one `CaseDesk`, adds its `offers` behind its own moves and gives it what was chosen.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from db.core.permissions import Permission
from db.office.hurrying import EndFastTrack, SetFastTrack
from db.office.recusals import RecusalHint, recusal_hints
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.office.staff_deeds import StaffDeeds
from desktop.shell import CasePage, Shell
from desktop.store import Store
from desktop.widgets.moves import MoveOffer

RECUSE = "desk:ask_recusal"
HURRY = "desk:set_fast_track"
CALM = "desk:end_fast_track"


class CaseDesk(QObject):
    """Recusal and haste of one case, whatever its track."""

    def __init__(self, store: Store, shell: Shell, page: CasePage) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._page = page
        self._deeds = StaffDeeds(store, shell, page)
        self._looked = False

    def offers(self, *, is_open: bool = True, is_fast: bool | None = None) -> list[MoveOffer]:
        """Return the buttons behind the card's own.

        Args:
            is_open: Whether the case still runs.
            is_fast: Whether an appeal is on the fast track; None for other kinds.
        """
        may = self._shell.actor.may
        found = []
        if is_fast is not None and may(Permission.APPEAL_ROUTE):
            if is_fast:
                found.append(MoveOffer(CALM, self.tr("End fast track")))
            elif is_open:
                found.append(MoveOffer(HURRY, self.tr("Set on fast track"), asks=True))
        if is_open and may(Permission.RECUSAL_ASK):
            words = self._shell.labels.move("common", "ask_recusal")
            found.append(MoveOffer(RECUSE, words, asks=True))
        return found

    def chose(self, name: str, number: str) -> bool:
        """Do what was chosen if it is the desk's; return whether it was."""
        if name == RECUSE:
            self._step_back(number)
        elif name == HURRY:
            self._hurry(number)
        elif name == CALM:
            self._store.submit(EndFastTrack(self._page.case_id), owner=self)
        else:
            return False
        return True

    def look(self) -> None:
        """Ask once whether the person at the desk should look twice before he acts."""
        if self._looked or not self._shell.actor.may(Permission.RECUSAL_ASK):
            return
        self._looked = True
        ask = partial(recusal_hints, track=self._page.track, case_id=self._page.case_id)
        self._store.read(ask, self._on_hints, seat="recusal_hints", owner=self)

    def _on_hints(self, found: Sequence[RecusalHint]) -> None:
        title = self._page.tab_title()
        for hint in found:
            if hint.why == "stepped_back":
                words = self.tr("Your recusal on {0} waits for a decision: you read, not act")
                self._shell.bar("guard", words.format(title))
                continue
            words = self.tr("{0}: you have the {1}; check whether you must step back")
            self._shell.bar(
                "guard",
                words.format(title, self._deeds.hint_words(hint.why)),
                self._shell.labels.move("common", "ask_recusal"),
                partial(self._step_back, title),
            )

    def _step_back(self, number: str) -> None:
        self._deeds.ask_recusal(self._page.track, self._page.case_id, number)

    def _hurry(self, number: str) -> DeedDialog:
        deed = Deed(
            self.tr("Set on fast track · {0}").format(number),
            self.tr("Set on fast track"),
            (
                Ask(
                    "reason",
                    self.tr("Reason"),
                    "radio",
                    required=True,
                    options=self._shell.labels.options("fast_track_reason"),
                ),
            ),
            consequence=self.tr(
                "The reason is one of these and stays with the center; nothing else is noted."
            ),
        )

        def send(dialog: DeedDialog, values: dict[str, str]) -> None:
            self._store.submit(
                SetFastTrack(self._page.case_id, values["reason"]),
                dialog.done_well,
                owner=dialog,
                failed=dialog.refused,
            )

        return run(self._shell, deed, send, self._page)
