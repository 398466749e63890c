"""The deeds about people at the desk: 回避, 转交, 代办, 工作交接."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.approvals.deciding import Decide
from db.core.permissions import Permission
from db.core.tx import Command
from db.office.cases import CaseHead
from db.office.handing_over import (
    CarryOutHandOver,
    DiscardHandOver,
    ListAgain,
    ListWork,
    WorkHandOverRow,
)
from db.office.holdings import HeldRole, Holding
from db.office.passing import PassOn
from db.office.queries import AccountRow, colleagues
from db.office.recusals import RecusalHint, RecusalRow, recusal_hints, roles_of
from db.office.recusing import AskRecusal, LiftRecusal, NameSuccessors
from db.office.substituting import ArrangeSubstitute, EndSubstitution, SubstitutionRow
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.editors import Option

TO = "to:"
"""Fields that name a successor begin so; the holding's key follows."""


class StaffDeeds(QObject):
    """Opens the dialogs; every one stays open until the record took it."""

    def __init__(self, store: Store, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._page = page

    # -- recusal ---------------------------------------------------------------------------

    def ask_recusal(self, track: str, case_id: int, number: str) -> None:
        """Ask who steps back from a case and why; the roles he has are read first."""
        own = self._shell.actor.account_id
        roles = partial(roles_of, track=track, case_id=case_id, account_id=own)
        self._with_colleagues(
            lambda people: self._store.read(
                roles,
                lambda held: self._ask_recusal(track, case_id, number, people, held),
                seat="roles",
                owner=self,
            )
        )

    def _ask_recusal(
        self,
        track: str,
        case_id: int,
        number: str,
        people: Sequence[AccountRow],
        held: Sequence[Holding],
    ) -> None:
        own = self._shell.actor.account_id
        labels = self._shell.labels
        others = [self._person(p) for p in people if p.id != own]
        asks = [
            Ask(
                "source",
                self.tr("Asked by"),
                "radio",
                required=True,
                options=labels.options("recusal_source"),
                value="self",
            ),
            Ask(
                "account_id",
                self.tr("Who steps back"),
                "choice",
                options=[Option("", self.tr("I myself")), *others],
                help=self.tr("Another person only at the wish of a party or of the organ"),
            ),
            Ask(
                "reason",
                self.tr("Reason"),
                "choice",
                required=True,
                options=labels.options("recusal_reason"),
            ),
            Ask("words", self.tr("In a few words"), most=300),
            *self._successor_asks(held, people, but=own),
        ]
        deed = Deed(
            self.tr("Ask for recusal · {0}").format(number),
            self.tr("Ask for recusal"),
            tuple(asks),
            consequence=self.tr(
                "Until it is decided the person reads the case but does not act; once it is "
                "decided the case is gone for him."
            ),
        )

        def command(values: dict[str, Any]) -> Command[Any]:
            chosen = int(values["account_id"]) if values["account_id"] else None
            return AskRecusal(
                track,
                case_id,
                values["reason"],
                account_id=chosen,
                source=values["source"],
                words=values["words"],
                successors=self._successors(values) if chosen is None else {},
            )

        self._run(deed, command, self.tr("Asked; somebody else decides it"))

    def decide_recusal(self, row: RecusalRow) -> None:
        """Decide a recusal and say who takes the roles over."""
        if row.case is None:
            return
        case = row.case
        roles = partial(roles_of, track=case.track, case_id=case.case_id, account_id=row.account_id)
        self._with_colleagues(
            lambda people: self._store.read(
                roles,
                lambda held: self._hint_successors(row, case, people, held),
                seat="roles",
                owner=self,
            )
        )

    def _hint_successors(
        self,
        row: RecusalRow,
        case: CaseHead,
        people: Sequence[AccountRow],
        held: Sequence[Holding],
    ) -> None:
        ids = [p.id for p in people]
        self._store.read(
            partial(recusal_hints, track=case.track, case_id=case.case_id, account_ids=ids),
            lambda hints: self._decide_recusal(row, people, held, hints),
            seat="hints",
            owner=self,
        )

    def _decide_recusal(
        self,
        row: RecusalRow,
        people: Sequence[AccountRow],
        held: Sequence[Holding],
        hints: Sequence[RecusalHint],
    ) -> None:
        number = row.case.number if row.case else ""
        labels = self._shell.labels
        asks = (
            Ask(
                "decision",
                self.tr("Decision"),
                "radio",
                required=True,
                options=[
                    Option("agreed", labels.move("recusal", "decide")),
                    Option("refused", labels.move("recusal", "refuse")),
                ],
                value="agreed",
            ),
            Ask("opinion", self.tr("Opinion"), "area", lines=2),
            *self._successor_asks(held, people, but=row.account_id, hints=hints),
        )
        words = [
            self.tr("{name}: {reason} {words}")
            .format(
                name=row.account_name,
                reason=labels.code("recusal_reason", row.reason),
                words=row.words,
            )
            .strip(),
            self.tr("Asked by {0} on {1}").format(row.asked_by, row.asked_on.isoformat()),
        ]
        if not held:
            words.append(self.tr("The person holds no running role on this case."))
        deed = Deed(
            self.tr("Decide the recusal · {0}").format(number),
            self.tr("Decide"),
            asks,
            consequence="\n".join(words),
        )

        def send(dialog: DeedDialog, values: dict[str, Any]) -> None:
            if row.approval_id is None:
                return
            commands: list[Command[Any]] = []
            successors = self._successors(values)
            if successors and values["decision"] == "agreed":
                commands.append(NameSuccessors(row.id, successors, row.version))
            commands.append(
                Decide(row.approval_id, values["decision"], values["opinion"], row.approval_version)
            )
            self._store.submit_all(
                commands,
                lambda _done: self._done(dialog, self.tr("Decided")),
                owner=dialog,
                failed=dialog.refused,
            )

        run(self._shell, deed, send, self._page)

    def lift_recusal(self, row: RecusalRow) -> None:
        """Ask why a recusal is lifted."""
        number = row.case.number if row.case else ""
        deed = Deed(
            self.tr("Lift the recusal of {0} · {1}").format(row.account_name, number),
            self._shell.labels.move("recusal", "lift"),
            (Ask("reason", self.tr("Reason"), "area", required=True, lines=3),),
            consequence=self.tr("The person sees the case again at once."),
        )
        self._run(deed, lambda v: LiftRecusal(row.id, v["reason"], row.version), self.tr("Lifted"))

    def _successor_asks(
        self,
        held: Sequence[Holding],
        people: Sequence[AccountRow],
        *,
        but: int,
        hints: Sequence[RecusalHint] = (),
    ) -> list[Ask]:
        warned = {hint.account_id: self.hint_words(hint.why) for hint in hints}
        found = []
        for holding in held:
            if holding.closed and not self._shell.actor.may(Permission.TALK_CLOSE):
                continue
            fits = [
                p
                for p in people
                if p.id != but and (holding.unit_id is None or p.unit_id == holding.unit_id)
            ]
            found.append(
                Ask(
                    f"{TO}{holding.key}",
                    self.tr("Successor as {0}").format(self.role_words(holding)),
                    "choice",
                    options=[
                        Option("", self.tr("nobody yet: stands vacant")),
                        *(self._person(p, warned.get(p.id, "")) for p in fits),
                    ],
                )
            )
        return found

    def _successors(self, values: dict[str, Any]) -> dict[str, int]:
        return {
            key.removeprefix(TO): int(value)
            for key, value in values.items()
            if key.startswith(TO) and value
        }

    def hint_words(self, why: str) -> str:
        """Return why somebody should look twice before he acts on a case."""
        words = {
            "same_name": self.tr("same name as the person"),
            "same_unit": self.tr("same unit as the person"),
            "stepped_back": self.tr("steps back himself"),
        }
        return words.get(why, why)

    def role_words(self, holding: Holding) -> str:
        """Return what a role on a case is called."""
        words = {
            "handler": self.tr("handler"),
            "talker": self.tr("talker"),
            "recorder": self.tr("recorder"),
        }
        if holding.role in words:
            return words[holding.role]
        return self._shell.labels.field(holding.track, holding.role)

    # -- vacant roles ----------------------------------------------------------------------

    def pass_on(self, role: HeldRole) -> None:
        """Choose who takes a role over."""
        self._with_colleagues(partial(self._pass_on, role))

    def _pass_on(self, role: HeldRole, people: Sequence[AccountRow]) -> DeedDialog:
        holding = role.holding
        fits = [
            self._person(p)
            for p in people
            if p.id != holding.account_id
            and (holding.unit_id is None or p.unit_id == holding.unit_id)
        ]
        asks = [Ask("successor", self.tr("Successor"), "choice", required=True, options=fits)]
        if holding.closed:
            asks.append(Ask("may_read", self.tr("May read what was said in the talk"), "tick"))
        deed = Deed(
            self.tr("Pass to a colleague · {0}").format(role.case.number or role.case.title),
            self.tr("Pass on"),
            tuple(asks),
            consequence=self.tr("{role}, until now {name}").format(
                role=self.role_words(holding), name=role.holder
            ),
        )

        def command(values: dict[str, Any]) -> Command[Any]:
            return PassOn(
                holding.track,
                holding.case_id,
                holding.key,
                int(values["successor"] or 0),
                bool(values.get("may_read")),
            )

        return self._run(deed, command, self.tr("Passed on"))

    # -- substitutes -----------------------------------------------------------------------

    def arrange(self) -> None:
        """Say who stands in for whom, from when to when."""
        self._with_colleagues(self._arrange)

    def _arrange(self, people: Sequence[AccountRow]) -> DeedDialog:
        actor, today = self._shell.actor, self._shell.today()
        own = [p for p in people if actor.unit_id is None or p.unit_id == actor.unit_id]
        absent = [self._person(p) for p in own]
        asks = (
            Ask("absent_id", self.tr("Absent"), "choice", required=True, options=absent, half=True),
            Ask(
                "substitute_id",
                self.tr("Substitute"),
                "choice",
                required=True,
                options=absent,
                half=True,
            ),
            Ask(
                "starts_on",
                self.tr("From"),
                "day",
                required=True,
                value=today,
                past=False,
                half=True,
            ),
            Ask("ends_on", self.tr("To"), "day", required=True, value=today, past=False, half=True),
            Ask(
                "reason",
                self.tr("Reason"),
                "choice",
                required=True,
                options=self._shell.labels.options("absence_reason"),
                value="leave",
            ),
            Ask("handles", self.tr("Handling goes over"), "tick", value=True),
            Ask("decides", self.tr("Decisions go over"), "tick"),
        )
        deed = Deed(
            self.tr("Arrange a substitute"),
            self._shell.labels.move("substitution", "arrange"),
            asks,
            consequence=self.tr(
                "The substitute takes the place by his own choice; every line then names both. "
                "Nobody decides what he or the absent person proposed. It ends by its day."
            ),
        )

        def command(v: dict[str, Any]) -> Command[Any]:
            return ArrangeSubstitute(
                int(v["absent_id"] or 0),
                int(v["substitute_id"] or 0),
                v["starts_on"] or today,
                v["ends_on"] or today,
                handles=bool(v["handles"]),
                decides=bool(v["decides"]),
                reason=v["reason"],
            )

        return self._run(deed, command, self.tr("Arranged"))

    def end_substitution(self, row: SubstitutionRow) -> None:
        """Ask before an arrangement ends early."""
        self._shell.confirm(
            self.tr("End the substitution of {0} by {1}?").format(
                row.absent_name, row.substitute_name
            ),
            self.tr("The place is lost at once; what was done stays as it was done."),
            self._shell.labels.move("substitution", "end_early"),
            lambda _reason: self._store.submit(
                EndSubstitution(row.id, row.version),
                lambda _id: self._shell.bar("good", self.tr("Ended")),
                owner=self,
            ),
        )

    # -- work handed over ------------------------------------------------------------------

    def list_work(self) -> None:
        """Count what somebody holds."""
        self._with_colleagues(self._list_work)

    def _list_work(self, people: Sequence[AccountRow]) -> DeedDialog:
        actor = self._shell.actor
        own = [
            p
            for p in people
            if p.id != actor.account_id and (actor.unit_id is None or p.unit_id == actor.unit_id)
        ]
        takers = [self._person(p) for p in people]
        asks = (
            Ask(
                "from_id",
                self.tr("Who hands over"),
                "choice",
                required=True,
                options=[self._person(p) for p in own],
                half=True,
            ),
            Ask(
                "to_id",
                self.tr("Who takes over"),
                "choice",
                required=True,
                options=takers,
                half=True,
            ),
            Ask(
                "reason",
                self.tr("Reason"),
                "choice",
                required=True,
                options=self._shell.labels.options("work_hand_over_reason"),
            ),
            *self._typed_asks(None),
        )
        deed = Deed(
            self.tr("List the work of a colleague"),
            self._shell.labels.move("work_hand_over", "list_work"),
            asks,
            consequence=self.tr(
                "Cases, talks, notes, drafts and decisions are counted by the program; "
                "paper originals and things are typed."
            ),
        )

        def command(v: dict[str, Any]) -> Command[Any]:
            return ListWork(
                int(v["from_id"] or 0),
                int(v["to_id"] or 0),
                v["reason"],
                **self._typed(v),
            )

        return self._run(deed, command, self.tr("Listed: print it for the three signatures"))

    def count_again(self, row: WorkHandOverRow) -> None:
        """Count anew, with what was typed."""
        deed = Deed(
            self.tr("Count again · {0}").format(row.number),
            self._shell.labels.move("work_hand_over", "list_again"),
            self._typed_asks(row),
        )
        self._run(
            deed,
            lambda v: ListAgain(row.id, row.version, **self._typed(v)),
            self.tr("Counted again"),
        )

    def _typed_asks(self, row: WorkHandOverRow | None) -> tuple[Ask, ...]:
        found = [
            Ask(
                "originals",
                self.tr("Paper originals, one a line: number, pages, place"),
                "area",
                lines=3,
                value="\n".join(row.originals) if row else "",
                most=2000,
            ),
            Ask(
                "things",
                self.tr("Media, seals, keys, one a line"),
                "area",
                lines=2,
                value="\n".join(row.things) if row else "",
                most=2000,
            ),
            Ask(
                "keeps_account",
                self.tr("The person stays here and keeps the account"),
                "tick",
                value=row.keeps_account if row else False,
            ),
            Ask(
                "ends_on",
                self.tr("Last day of the account, for a loan or secondment"),
                "day",
                past=False,
                value=row.ends_on if row else None,
                help=self.tr("Left empty, the account is closed when the work is handed over"),
            ),
        ]
        if self._shell.actor.may(Permission.TALK_CLOSE):
            found.append(
                Ask(
                    "reads_talks",
                    self.tr("The successor may read the talks that were held"),
                    "tick",
                    value=row.reads_talks if row else False,
                )
            )
        return tuple(found)

    def _typed(self, values: dict[str, Any]) -> dict[str, Any]:
        return {
            "ends_on": values["ends_on"],
            "keeps_account": bool(values["keeps_account"]),
            "reads_talks": bool(values.get("reads_talks")),
            "originals": values["originals"],
            "things": values["things"],
        }

    def carry_out(
        self,
        row: WorkHandOverRow,
        close_key: Callable[[WorkHandOverRow], None],
    ) -> DeedDialog:
        """Ask who supervised and when the three signed, then hand over everything."""
        deed = Deed(
            self.tr("Hand over the work of {0}").format(row.from_name),
            self._shell.labels.move("work_hand_over", "carry_out"),
            (
                Ask(
                    "witness_name",
                    self.tr("Supervised by"),
                    required=True,
                    value=self._shell.actor.name,
                    help=self.tr("The third who signed: neither the giver nor the taker"),
                ),
                Ask(
                    "signed_on",
                    self.tr("Signed on"),
                    "day",
                    required=True,
                    value=self._shell.today(),
                ),
            ),
            consequence=self.tr(
                "{count} things go to {name} in one step; this cannot be taken back."
            ).format(count=len(row.lines), name=row.to_name),
        )

        def send(dialog: DeedDialog, values: dict[str, Any]) -> None:
            today = self._shell.today()
            command = CarryOutHandOver(
                row.id,
                values["witness_name"],
                values["signed_on"] or today,
                seen=row.version,
            )

            def done(result: Any) -> None:
                words = self.tr("{handed} handed over, {vacant} stand vacant").format(
                    handed=result.handed, vacant=result.vacant
                )
                self._done(dialog, words)
                if result.account_closed:
                    close_key(row)

            self._store.submit(command, done, owner=dialog, failed=dialog.refused)

        return run(self._shell, deed, send, self._page)

    def discard(self, row: WorkHandOverRow) -> None:
        """Ask why a list is not needed any more."""
        self._shell.confirm(
            self.tr("Discard the list {0}?").format(row.number),
            self.tr("Nothing was handed over; the number stays used."),
            self._shell.labels.move("work_hand_over", "discard"),
            lambda reason: self._store.submit(
                DiscardHandOver(row.id, reason, row.version),
                lambda _id: self._shell.bar("good", self.tr("Discarded")),
                owner=self,
            ),
            asks_reason=True,
        )

    # -- shared ----------------------------------------------------------------------------

    def _person(self, row: AccountRow, aside: str = "") -> Option:
        words = "  ".join(part for part in (row.name, row.unit, row.post) if part)
        return Option(str(row.id), f"{words}（{aside}）" if aside else words)

    def _with_colleagues(self, then: Callable[[tuple[AccountRow, ...]], Any]) -> None:
        self._store.read(colleagues, then, seat="colleagues", owner=self)

    def _run(
        self, deed: Deed, command: Callable[[dict[str, Any]], Command[Any]], good: str
    ) -> DeedDialog:
        def send(dialog: DeedDialog, values: dict[str, Any]) -> None:
            self._store.submit(
                command(values),
                lambda _done: self._done(dialog, good),
                owner=dialog,
                failed=dialog.refused,
            )

        return run(self._shell, deed, send, self._page)

    def _done(self, dialog: DeedDialog, words: str) -> None:
        dialog.done_well()
        self._shell.bar("good", words)
