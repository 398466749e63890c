"""The deeds of a clarification: what each asks for, and the command it becomes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from db.clarification import assessing, clearing, intake
from db.clarification.rows import ClarificationCard
from db.clarification.workflow import NAME as TRACK
from db.core.tx import Command
from desktop.clarification.parts import TrackWords
from desktop.deeds import Ask, Deed, behalf_of
from desktop.shell import Shell
from desktop.widgets.editors import Option

Values = dict[str, Any]
SAYABLE_MOST = 200
EARLY = ("record_finding", "assess_proposed", "assess", "refer", "start_carrying_out", "carry_out")
"""Deeds that come first where they are offered."""
LATE = ("not_clear", "keep_private", "record_new_evidence", "revoke", "withdraw")
"""Deeds that end or undo a matter; never the filled button."""


@dataclass(frozen=True, slots=True)
class Made:
    """A deed and how its values become a command."""

    deed: Deed
    command: Callable[[Values], Command[Any]]


def with_written(modes: frozenset[str]) -> frozenset[str]:
    """Return the mode that a rule forces: written beside any other (规则 Art 50, SETTLED §2)."""
    return frozenset({"written"}) if modes - {"written"} else frozenset()


def in_order(moves: Sequence[str], card: ClarificationCard) -> list[str]:
    """Return the deeds with the one that is due first; ending ones last."""

    def place(name: str) -> tuple[int, int]:
        plain = name.removeprefix("behalf:")
        if plain in LATE:
            return 3, LATE.index(plain)
        if plain in EARLY:
            rank = 2 if plain == "assess" and card.assessed_on is not None else 0
        elif plain == "record_person_opinion":
            rank = 2 if card.person_opinion else 0
        else:
            rank = 1
        return rank, list(moves).index(name)

    return sorted(moves, key=place)


class FindingAsks(QObject):
    """Asks for the four things of a finding, and nothing else (SETTLED §9.3)."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def asks(self, values: tuple[str, ...] | None = None) -> list[Ask]:
        """Return the asks; `values` limits the categories."""
        options = [
            option
            for option in self._shell.labels.options("finding")
            if option.code != "false_accusation" and (values is None or option.code in values)
        ]
        return [
            Ask("category", self.tr("Conclusion"), "radio", required=True, options=options),
            Ask("letter_number", self.tr("Number of the letter"), required=True),
            Ask(
                "issued_on",
                self.tr("Date of the letter"),
                "day",
                required=True,
                value=self._shell.today(),
            ),
            Ask(
                "sayable",
                self.tr("The one sentence that may be said"),
                "area",
                lines=3,
                most=SAYABLE_MOST,
                help=self.tr("As the letter gives it; nothing else of the check is recorded"),
            ),
        ]

    def entry(self, v: Values) -> assessing.FindingEntry:
        """Return the finding of typed values."""
        return assessing.FindingEntry(
            v["category"], v["letter_number"], v["issued_on"], v["sayable"]
        )


class ClarificationDeeds(QObject):
    """Builds the deeds of one card for the person at the window."""

    def __init__(
        self,
        shell: Shell,
        card: ClarificationCard,
        bodies: tuple[tuple[int, str], ...],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._card = card
        self._bodies = bodies
        self._words = TrackWords(shell, TRACK, self)
        self._finding = FindingAsks(shell, self)
        self._on_behalf = False

    def make(self, name: str) -> Made:
        """Return a deed by its name in `ClarificationCard.moves`; `behalf:` asks for the paper.

        Raises:
            KeyError: For a name that is no deed.
        """
        self._on_behalf = name.startswith("behalf:")
        plain = name.removeprefix("behalf:")
        makers: dict[str, Callable[[], tuple[list[Ask], Callable[[Values], Any], str]]] = {
            "refer": self._refer,
            "record_finding": self._record_finding,
            "assess_proposed": self._assess_proposed,
            "assess": self._assess,
            "seek_opinion": self._seek_opinion,
            "record_person_opinion": self._record_person_opinion,
            "not_clear": self._not_clear,
            "keep_private": self._keep_private,
            "submit_for_approval": self._submit,
            "resubmit": self._submit,
            "start_carrying_out": self._start,
            "carry_out": self._carry_out,
            "arrange_follow_up": self._arrange_follow_up,
            "archive": self._archive,
            "record_new_evidence": self._new_evidence,
            "uphold": self._uphold,
            "revoke": self._revoke,
            "withdraw": self._withdraw,
        }
        asks, command, consequence = makers[plain]()
        verb = self._words.deed(plain)
        return Made(
            Deed(
                title=f"{verb} · {self._card.row.number}",
                button=verb,
                asks=tuple(asks),
                consequence=consequence,
                danger=plain in ("withdraw", "revoke"),
                on_behalf=self._on_behalf,
            ),
            command,
        )

    @property
    def _id(self) -> int:
        return self._card.row.id

    @property
    def _seen(self) -> int:
        return self._card.row.version

    def _day(self, words: str = "") -> list[Ask]:
        # What is recorded from a paper happened on the day of the paper.
        if self._on_behalf:
            return []
        label = words or self.tr("Date")
        return [Ask("happened_on", label, "day", required=True, value=self._shell.today())]

    def _refer(self) -> Any:
        organs = [Option(str(unit_id), name) for unit_id, name in self._bodies]
        return (
            [
                Ask(
                    "organ_unit_id",
                    self.tr("Competent organ"),
                    "choice",
                    required=True,
                    options=organs,
                ),
                Ask("passed_number", self.tr("Number of the covering letter")),
                *self._day(),
            ],
            lambda v: intake.Refer(
                self._id,
                int(v["organ_unit_id"]),
                v["passed_number"],
                self._seen,
                v["happened_on"],
            ),
            self.tr("Sealed, by registered exchange. The applicant is told nothing new"),
        )

    def _record_finding(self) -> Any:
        return (
            [*self._finding.asks(), *self._day(self.tr("Received on"))],
            lambda v: assessing.RecordFinding(
                self._id,
                self._finding.entry(v),
                self._seen,
                v.get("happened_on"),
                behalf_of(v),
            ),
            self.tr("Only these four things; the report of the check stays with the organ"),
        )

    def _assess_proposed(self) -> Any:
        return (
            self._day(),
            lambda v: assessing.StartAssessment(
                self._id, self._seen, v.get("happened_on"), behalf_of(v)
            ),
            "",
        )

    def _assess(self) -> Any:
        card, labels = self._card, self._shell.labels
        known = card.assessed_on is not None
        clears = card.row.should_clear if known else True
        return (
            [
                Ask(
                    "should_clear",
                    self.tr("Result"),
                    "radio",
                    required=True,
                    options=[
                        Option("yes", self.tr("The name should be cleared")),
                        Option("no", self.tr("It should not be cleared")),
                    ],
                    value="yes" if clears else "no",
                ),
                Ask(
                    "effect",
                    self.tr("Effect"),
                    "radio",
                    options=labels.options("effect"),
                    value=card.effect,
                    help=self.tr("Needed to clear: caused, or possible"),
                ),
                Ask(
                    "effect_kinds",
                    self.tr("On what"),
                    "ticks",
                    options=labels.options("effect_kind"),
                    value=card.effect_kinds,
                ),
                Ask("risk_note", self.tr("Risk"), "area", lines=3, value=card.risk_note),
                Ask(
                    "not_clear_reason",
                    self.tr("Reason for not clearing"),
                    "choice",
                    options=[
                        o for o in labels.options("not_clear_reason") if o.code != "no_bad_effect"
                    ],
                    value=card.not_clear_reason,
                    help=self.tr("Inside only; never printed, never told"),
                ),
                *self._day(),
            ],
            lambda v: assessing.Assess(
                self._id,
                v["should_clear"] == "yes",
                v["effect"],
                tuple(sorted(v["effect_kinds"])),
                v["not_clear_reason"],
                v["risk_note"],
                self._seen,
                v.get("happened_on"),
                behalf_of(v),
            ),
            "",
        )

    def _seek_opinion(self) -> Any:
        return (
            self._day(),
            lambda v: assessing.SeekOpinion(
                self._id, self._seen, v.get("happened_on"), behalf_of(v)
            ),
            self.tr("The organ asks the person itself, with the opinion form, two persons present"),
        )

    def _record_person_opinion(self) -> Any:
        card = self._card
        return (
            [
                Ask(
                    "opinion",
                    self.tr("The person's opinion"),
                    "radio",
                    required=True,
                    options=self._shell.labels.options("person_opinion"),
                    value=card.person_opinion,
                ),
                Ask(
                    "text",
                    self.tr("As written by the person"),
                    "area",
                    lines=3,
                    value=card.person_opinion_text,
                ),
                *self._day(self.tr("Signed on")),
            ],
            lambda v: assessing.RecordPersonOpinion(
                self._id,
                v["opinion"],
                v["text"],
                self._seen,
                v.get("happened_on"),
                behalf_of(v),
            ),
            "",
        )

    def _not_clear(self) -> Any:
        return (
            self._day(),
            lambda v: assessing.NotClear(self._id, self._seen, v.get("happened_on"), behalf_of(v)),
            self.tr("The head of the organ that checked decides; the reason stays inside"),
        )

    def _keep_private(self) -> Any:
        signed = [] if self._on_behalf else [Ask("signed", self.tr("Signed by the person"), "tick")]
        return (
            [
                *signed,
                Ask("told", self.tr("A written notice was given to the person"), "tick"),
                *self._day(),
            ],
            lambda v: assessing.KeepPrivate(
                self._id,
                signed=bool(v.get("signed", True)),
                told_in_writing=bool(v["told"]),
                seen=self._seen,
                happened_on=v.get("happened_on"),
                behalf=behalf_of(v),
            ),
            self.tr("Ends the matter as the person wishes; counted as handled, not as cleared"),
        )

    def _submit(self) -> Any:
        card, labels = self._card, self._shell.labels
        rule = self.tr("Face-to-face, meeting or circular needs a letter as well")
        return (
            [
                Ask(
                    "modes",
                    self.tr("Modes"),
                    "ticks",
                    required=True,
                    options=labels.options("clarification_mode"),
                    value=card.row.modes or ("written",),
                    forced_by=with_written,
                    rule=rule,
                ),
                Ask(
                    "scope",
                    self.tr("Scope"),
                    "radio",
                    required=True,
                    options=labels.options("clarification_scope"),
                    value=card.row.scope,
                ),
                Ask("scope_units", self.tr("Where it is said"), value=card.scope_units),
                Ask(
                    "risk_note",
                    self.tr("Effect and risk"),
                    "area",
                    lines=3,
                    value=card.risk_note,
                ),
                Ask(
                    "form_number",
                    self.tr("Number of the approval form"),
                    help=self.tr("The office's own series if left empty"),
                ),
                *self._day(),
            ],
            lambda v: clearing.SubmitForApproval(
                self._id,
                tuple(sorted(v["modes"])),
                v["scope"],
                v["scope_units"],
                v["risk_note"],
                v["form_number"],
                self._seen,
                v.get("happened_on"),
                behalf_of(v),
            ),
            self.tr("The head of the organ that checked decides; nobody his own proposal"),
        )

    def _start(self) -> Any:
        return (
            self._day(),
            lambda v: clearing.StartCarryingOut(
                self._id, self._seen, v.get("happened_on"), behalf_of(v)
            ),
            "",
        )

    def _carry_out(self) -> Any:
        card = self._card
        chosen = set(card.row.modes)
        modes = [o for o in self._shell.labels.options("clarification_mode") if o.code in chosen]
        today = self._shell.today()
        return (
            [
                Ask(
                    "modes_done",
                    self.tr("What was done"),
                    "ticks",
                    required=True,
                    options=modes,
                    help=self.tr("Exactly what was approved"),
                ),
                Ask("carried_out_on", self.tr("Date"), "day", required=True, value=today),
                Ask("place", self.tr("Place")),
                Ask(
                    "audience_count",
                    self.tr("How many heard it"),
                    help=self.tr("A number only; names are not kept"),
                ),
                Ask("letter_number", self.tr("Number of the clarification letter"), required=True),
                Ask(
                    "letter_on",
                    self.tr("Date of the letter"),
                    "day",
                    required=True,
                    value=card.row.approved_on,
                ),
                Ask("delivered_on", self.tr("Delivered on"), "day", required=True, value=today),
                Ask("delivery_signer", self.tr("Received and signed by"), required=True),
            ],
            lambda v: clearing.RecordCarriedOut(
                self._id,
                tuple(sorted(v["modes_done"])),
                v["letter_number"],
                v["letter_on"],
                v["delivered_on"],
                v["delivery_signer"],
                v["carried_out_on"],
                v["place"],
                whole_number(v["audience_count"]),
                self._seen,
                behalf_of(v),
            ),
            self.tr("The month counts it on this day; afterwards it is only corrected or recalled"),
        )

    def _arrange_follow_up(self) -> Any:
        return (
            [
                Ask("planned_on", self.tr("Planned on"), "day", past=False),
                Ask("way", self.tr("How")),
                Ask("revisitor", self.tr("Who visits"), value=self._shell.actor.name),
                *self._day(),
            ],
            lambda v: clearing.PlanRevisit(
                self._id,
                v["planned_on"],
                v["way"],
                v["revisitor"],
                self._seen,
                v["happened_on"],
            ),
            "",
        )

    def _archive(self) -> Any:
        return (
            [
                Ask(
                    "result",
                    self.tr("Result of the visit"),
                    "radio",
                    required=True,
                    options=self._shell.labels.options("revisit_result"),
                ),
                Ask("note", self.tr("How the person is now"), "area", lines=4),
                *self._day(self.tr("Visited on")),
                Ask(
                    "filed_on",
                    self.tr("The discipline organ was asked to file it on"),
                    "day",
                    help=self.tr("No copy of that file is kept here"),
                ),
            ],
            lambda v: clearing.RecordRevisitAndArchive(
                self._id, v["result"], v["note"], v["happened_on"], v["filed_on"], self._seen
            ),
            "",
        )

    def _number(self) -> list[Ask]:
        return [
            Ask("letter_number", self.tr("Number of the letter"), required=True),
            *self._day(),
        ]

    def _new_evidence(self) -> Any:
        return (
            self._number(),
            lambda v: clearing.RecordNewEvidence(
                self._id, v["letter_number"], self._seen, v.get("happened_on"), behalf_of(v)
            ),
            self.tr("The clarification letters are suspended, not deleted"),
        )

    def _uphold(self) -> Any:
        return (
            self._number(),
            lambda v: clearing.Uphold(
                self._id, v["letter_number"], self._seen, v.get("happened_on"), behalf_of(v)
            ),
            "",
        )

    def _revoke(self) -> Any:
        return (
            self._number(),
            lambda v: clearing.RecallLetter(
                self._id, v["letter_number"], self._seen, v.get("happened_on"), behalf_of(v)
            ),
            self.tr("This cannot be taken back"),
        )

    def _withdraw(self) -> Any:
        return (
            [
                Ask("reason", self.tr("Reason given"), "area", required=True, lines=3),
                Ask("signed", self.tr("Signed by the person"), "tick"),
                *self._day(),
            ],
            lambda v: intake.Withdraw(
                self._id,
                v["reason"],
                bool(v["signed"]),
                self._seen,
                v["happened_on"],
                behalf_of(v),
            ),
            self.tr("This cannot be taken back"),
        )


def whole_number(text: str) -> int | None:
    """Return a typed count; 0 for words that are none, None for nothing."""
    cleaned = str(text).strip()
    if not cleaned:
        return None
    return int(cleaned) if cleaned.isascii() and cleaned.isdigit() else 0
