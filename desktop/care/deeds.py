"""The deeds of a talk: what each asks for, and the command it becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from db.care import following, holding, planning
from db.care.changes import Roles
from db.care.rows import DifficultyRow, TalkCard, TalkerRow
from db.care.workflow import NAME as TRACK
from db.core.clock import civil_time
from db.core.permissions import Permission
from db.core.tx import Command
from db.office.unit_rows import UnitRow
from desktop.clarification.deeds import whole_number
from desktop.clarification.keying import PersonFinder
from desktop.clarification.parts import TrackWords
from desktop.deeds import Ask, Deed, DeedDialog, behalf_of
from desktop.shell import Shell
from desktop.widgets.editors import ComboBox, Option

Values = dict[str, Any]
BY_NAME = "name:"
"""Prefix of a choice that names somebody who does not log in."""
LATE = ("cancel", "turn_into_case", "correct", "set_level")
"""Deeds that are never the filled button."""
TEXTS = ("thoughts", "work", "life", "wishes", "response")
TEXT_MOST = 3000


@dataclass(frozen=True, slots=True)
class Made:
    """A deed and how its values become a command."""

    deed: Deed
    command: Callable[[Values], Command[Any]]


class PeopleAsks(QObject):
    """Asks for talker, recorder and others; whoever does not log in is typed by name."""

    def __init__(self, shell: Shell, talkers: tuple[TalkerRow, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._talkers = talkers

    def options(self) -> list[Option]:
        """Return those who may hold or record a talk."""
        return [
            Option(
                str(row.account_id),
                "　".join(part for part in (row.name, row.unit) if part),
                row.post,
            )
            for row in self._talkers
        ]

    def asks(
        self,
        *,
        talker_id: int | None = None,
        recorder_id: int | None = None,
        others: str = "",
        on_behalf: bool = False,
    ) -> list[Ask]:
        """Return the asks; from paper the talker may be somebody who does not log in."""
        found = []
        if on_behalf:
            found.append(
                Ask(
                    "talker_name",
                    self.tr("Talker (does not log in)"),
                    help=self.tr("The signer of the paper if left empty"),
                )
            )
        else:
            found.append(
                Ask(
                    "talker_id",
                    self.tr("Talker"),
                    "choice",
                    options=self.options(),
                    value=str(talker_id or ""),
                )
            )
        found.append(
            Ask(
                "recorder_id",
                self.tr("Recorder"),
                "choice",
                options=self.options(),
                value=str(recorder_id or ""),
            )
        )
        found.append(Ask("others", self.tr("Others in the room"), value=others))
        return found

    def watch(self, dialog: DeedDialog, partner_sex: Callable[[], str]) -> None:
        """Suggest a third person while talker and talked person differ in sex (OFFICE §5-31).

        A suggestion below the field, never a condition; unknown sexes suggest nothing.
        """
        talker, others = dialog.field("talker_id"), dialog.field("others")
        if talker is None or others is None or not isinstance(talker.editor, ComboBox):
            return
        sexes = {str(row.account_id): row.sex for row in self._talkers}
        combo = talker.editor

        def look(_value: object = None) -> None:
            theirs, own = partner_sex(), sexes.get(combo.value(), "")
            others.set_help(self.third_person() if theirs and own and theirs != own else "")

        combo.value_changed.connect(look)
        finder = dialog.findChild(PersonFinder)
        if finder is not None:
            finder.chosen.connect(look)
        look()

    def third_person(self) -> str:
        """Return the suggestion."""
        return self.tr("Suggested: one more colleague of the person's own sex in the room")

    def roles(self, v: Values) -> Roles:
        """Return the roles of typed values."""
        talker, recorder = v.get("talker_id"), v.get("recorder_id")
        name = v.get("talker_name", "") or v.get("behalf_signer", "")
        return Roles(
            int(talker) if talker else None,
            "" if talker else name,
            int(recorder) if recorder else None,
            "",
            v.get("others", ""),
        )


class TalkDeeds(QObject):
    """Builds the deeds of one talk for the person at the window."""

    def __init__(
        self,
        shell: Shell,
        card: TalkCard,
        talkers: tuple[TalkerRow, ...],
        units: tuple[UnitRow, ...],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._card = card
        self._units = units
        self._words = TrackWords(shell, TRACK, self)
        self._people = PeopleAsks(shell, talkers, self)
        self._on_behalf = False

    def make(self, name: str) -> Made:
        """Return a deed by its name in `TalkCard.moves`; `behalf:` asks for the paper.

        Raises:
            KeyError: For a name that is no deed of a dialog.
        """
        self._on_behalf = name.startswith("behalf:")
        plain = name.removeprefix("behalf:")
        makers: dict[str, Callable[[], tuple[list[Ask], Callable[[Values], Any], str]]] = {
            "schedule": self._schedule,
            "cancel": self._cancel,
            "record_held": self._record_held,
            "write_record": self._write_record_from_paper,
            "list_difficulties": self._add_difficulty,
            "arrange_follow_up": self._arrange,
            "arrange_next_follow_up": self._arrange,
            "record_follow_up": self._record_follow_up,
            "close": self._close,
            "correct": self._correct,
            "turn_into_case": self._turn_into_case,
        }
        asks, command, consequence = makers[plain]()
        verb = self._words.deed(plain)
        return Made(
            Deed(
                title=f"{verb} · {self._card.row.number}",
                button=verb,
                asks=tuple(asks),
                consequence=consequence,
                on_behalf=self._on_behalf,
            ),
            command,
        )

    def watch(self, dialog: DeedDialog) -> None:
        """Let a dialog that asks for the talker suggest a third person."""
        self._people.watch(dialog, lambda: self._card.sex)

    @property
    def _id(self) -> int:
        return self._card.row.id

    @property
    def _seen(self) -> int:
        return self._card.row.version

    def _schedule(self) -> Any:
        row = self._card.row
        at = civil_time(row.scheduled_at) if row.scheduled_at else None
        return (
            [
                Ask(
                    "on",
                    self.tr("Day"),
                    "day",
                    required=True,
                    value=at.date() if at else None,
                    past=False,
                ),
                Ask(
                    "time",
                    self.tr("Time"),
                    required=True,
                    value=at.strftime("%H:%M") if at else "",
                    help=self.tr("As 9:30"),
                ),
                Ask("place", self.tr("Place"), required=True, value=row.place),
                *self._people.asks(
                    talker_id=row.talker_id, recorder_id=row.recorder_id, others=self._card.others
                ),
            ],
            lambda v: planning.Schedule(
                self._id, v["on"], v["time"], v["place"], self._people.roles(v), self._seen
            ),
            self.tr("The invitation has one wording for every talk"),
        )

    def _cancel(self) -> Any:
        return (
            [Ask("reason", self.tr("Reason"), "area", required=True, lines=3, most=200)],
            lambda v: planning.Cancel(self._id, v["reason"], self._seen),
            self.tr("The head of the center decides"),
        )

    def meeting_asks(self) -> list[Ask]:
        """Return the asks of when, where and how a talk was held."""
        labels, row = self._shell.labels, self._card.row
        at = civil_time(row.scheduled_at) if row.scheduled_at else None
        return [
            Ask(
                "held_on",
                self.tr("Date"),
                "day",
                required=True,
                value=self._shell.today(),
            ),
            Ask("held_from", self.tr("From"), value=at.strftime("%H:%M") if at else ""),
            Ask("held_to", self.tr("To")),
            Ask("place", self.tr("Place"), value=row.place),
            Ask(
                "way",
                self.tr("How"),
                "radio",
                required=True,
                options=labels.options("talk_way"),
                value="individual",
            ),
            Ask(
                "person_times",
                self.tr("Persons talked with"),
                required=True,
                value="1",
                help=self.tr("One person, one talk is one person-time, whoever else is there"),
            ),
        ]

    def _record_held(self) -> Any:
        row = self._card.row
        return (
            [
                *self.meeting_asks(),
                *self._people.asks(
                    talker_id=row.talker_id,
                    recorder_id=row.recorder_id,
                    others=self._card.others,
                    on_behalf=self._on_behalf,
                ),
            ],
            lambda v: holding.RecordHeld(
                self._id, meeting_of(v), self._people.roles(v), self._seen, behalf_of(v)
            ),
            "",
        )

    def _write_record_from_paper(self) -> Any:
        return (
            [
                Ask(
                    "confirmed_by_person",
                    self.tr("Checked by the person"),
                    "radio",
                    required=True,
                    options=self._shell.labels.options("talk_confirmation"),
                    value="orally",
                )
            ],
            lambda v: holding.WriteRecord(
                self._id,
                confirmed_by_person=v["confirmed_by_person"],
                seen=self._seen,
                behalf=behalf_of(v),
            ),
            self.tr("From paper only date, persons and to-dos are recorded, never what was said"),
        )

    def _add_difficulty(self) -> Any:
        return (
            [
                Ask("text", self.tr("Difficulty"), "area", required=True, lines=3),
                Ask(
                    "unit_id",
                    self.tr("Unit that solves it"),
                    "choice",
                    options=unit_options(self._units),
                ),
                Ask("responsible", self.tr("Who solves it")),
                Ask("measure", self.tr("Measure"), "area", lines=2),
                Ask("due_on", self.tr("By when"), "day", past=False),
            ],
            lambda v: following.AddDifficulties(
                self._id,
                (
                    following.DifficultyEntry(
                        v["text"],
                        int(v["unit_id"]) if v["unit_id"] else None,
                        v["responsible"],
                        v["measure"],
                        v["due_on"],
                    ),
                ),
                self._seen,
                behalf=behalf_of(v),
            ),
            "",
        )

    def _arrange(self) -> Any:
        return (
            [
                Ask(
                    "due_on",
                    self.tr("Visit by"),
                    "day",
                    past=False,
                    help=self.tr("The internal limit if left empty"),
                ),
                Ask("way", self.tr("How")),
                Ask("revisitor", self.tr("Who visits"), value=self._card.row.talker_name),
            ],
            lambda v: following.PlanRevisit(
                self._id,
                v["due_on"],
                v["way"],
                v["revisitor"],
                self._seen,
                behalf=behalf_of(v),
            ),
            "",
        )

    def _record_follow_up(self) -> Any:
        note = []
        if self._card.row.is_mine and not self._on_behalf:
            note.append(
                Ask(
                    "note",
                    self.tr("How work, thoughts and life changed"),
                    "area",
                    lines=4,
                    most=3000,
                    help=self.tr("Read by talker and recorder"),
                )
            )
        day = []
        if not self._on_behalf:
            today = self._shell.today()
            day.append(Ask("visited_on", self.tr("Date"), "day", required=True, value=today))
        return (
            [
                Ask(
                    "result",
                    self.tr("Result"),
                    "radio",
                    required=True,
                    options=self._shell.labels.options("revisit_result"),
                ),
                *note,
                *day,
            ],
            lambda v: following.RecordRevisit(
                self._id,
                v["result"],
                v.get("note", ""),
                v.get("visited_on"),
                self._seen,
                behalf_of(v),
            ),
            "",
        )

    def _close(self) -> Any:
        return (
            [],
            lambda v: following.ProposeClose(self._id, self._seen, behalf=behalf_of(v)),
            self.tr("The head of the center decides; every difficulty is solved or explained"),
        )

    def _correct(self) -> Any:
        texts = self._card.texts
        words = RecordWords(self)
        before = {name: (getattr(texts, name) or "") if texts else "" for name in TEXTS}

        def command(v: Values) -> holding.AmendRecord:
            changes = {name: v[name] for name in TEXTS if v[name] != before[name]}
            return holding.AmendRecord(self._id, changes, v["reason"], self._seen)

        return (
            [
                *(
                    Ask(name, words.label(name), "area", lines=4, most=TEXT_MOST, value=text)
                    for name, text in before.items()
                ),
                Ask("reason", self.tr("Reason for the correction"), required=True),
            ],
            command,
            self.tr("The former words stay in the trail"),
        )

    def targets(self) -> list[Option]:
        """Return what the person at the window may turn a wish into."""
        found = []
        if self._shell.has_page("intake"):
            found.append(Option("ordinary_appeal", self.tr("an appeal")))
        if self._shell.actor.may(Permission.CLARIFICATION_APPLY):
            found.append(Option("clarification", self.tr("an application to be cleared")))
        return found

    def _turn_into_case(self) -> Any:
        texts = self._card.texts
        return (
            [
                Ask(
                    "kind",
                    self.tr("Turn into"),
                    "radio",
                    required=True,
                    options=self.targets(),
                ),
                Ask(
                    "wish",
                    self.tr("The person's own words"),
                    "area",
                    lines=4,
                    most=TEXT_MOST,
                    value=texts.wishes if texts else "",
                ),
                Ask("person_agreed", self.tr("The person agreed"), "tick"),
            ],
            lambda v: holding.TurnIntoCase(
                self._id, v["kind"], bool(v["person_agreed"]), v["wish"], self._seen
            ),
            self.tr("Nothing but the wish leaves the talk; the form is filled, not yet saved"),
        )


class RecordWords(QObject):
    """Names of the boxes of the record (form §7.4, rows 8 to 12)."""

    def label(self, name: str) -> str:
        """Return the label of a box."""
        words = {
            "thoughts": self.tr("Thoughts"),
            "work": self.tr("Work"),
            "life": self.tr("Life"),
            "wishes": self.tr("Appeals and proposals"),
            "response": self.tr("The talker's answer and plans"),
        }
        return words[name]

    def help(self, name: str) -> str:
        """Return what belongs into a box."""
        words = {
            "thoughts": self.tr("On work and organization; mood and worries"),
            "work": self.tr("Duties, difficulties, proposals"),
            "life": self.tr("Family, health, money, as far as told; only talker and recorder"),
            "wishes": self.tr("One a line"),
            "response": self.tr("Policy explained, encouragement, demands; what was answered"),
        }
        return words[name]


class DifficultyDeeds(QObject):
    """Two ways to end a difficulty: solved, or explained."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def solve(self, row: DifficultyRow) -> Made:
        """登记解决."""
        return Made(
            Deed(
                self.tr("Difficulty solved"),
                self.tr("Record as solved"),
                (
                    Ask("progress", self.tr("What was done"), "area", required=True, lines=3),
                    Ask(
                        "done_on",
                        self.tr("Date"),
                        "day",
                        required=True,
                        value=self._shell.today(),
                    ),
                ),
                consequence=row.text,
            ),
            lambda v: following.DifficultyDone(row.id, v["progress"], v["done_on"], row.version),
        )

    def explain(self, row: DifficultyRow) -> Made:
        """登记说明."""
        return Made(
            Deed(
                self.tr("Difficulty that cannot be solved now"),
                self.tr("Record explanation"),
                (Ask("reason", self.tr("What the person was told"), "area", required=True),),
                consequence=row.text,
            ),
            lambda v: following.ExplainDifficulty(row.id, v["reason"], seen=row.version),
        )


def unit_options(units: tuple[UnitRow, ...]) -> list[Option]:
    """Return the units of the office's order for a choice."""
    return [
        Option(str(unit.id), unit.full_name, unit.short_name)
        for unit in units
        if unit.parent_id is None
    ]


def meeting_of(v: Values) -> holding.Meeting:
    """Return when, where and how of typed values."""
    return holding.Meeting(
        v["held_on"],
        v["held_from"],
        v["held_to"],
        v["place"],
        v["way"] or "individual",
        whole_number(v["person_times"]) or 0,
    )
