"""Commands after a talk: difficulties as tasks, revisits, closing."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import func, select

from db.appeals.changes import grants_for
from db.appeals.intake import check_texts
from db.approvals.asking import ask, cancel_pending
from db.care.changes import advance, count, day_of, load_talk, start_clock
from db.care.filters import is_party
from db.care.tables import TRACK, CareTalk, Difficulty, TalkContent
from db.care.workflow import DIFFICULTY
from db.codes.queries import require_code
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import Evidence, check
from db.core.permissions import Permission
from db.core.tx import Behalf, Tx
from db.office.tables import Unit

CLOSABLE = ("recorded", "action_open", "followed_up")


@dataclass(frozen=True, slots=True)
class DifficultyEntry:
    """One line of 需帮助解决的问题 (OFFICE §7.4 row 13)."""

    text: str
    unit_id: int | None = None
    responsible: str = ""
    measure: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class AddDifficulties:
    """列出困难问题: each is a task with whoever solves it and by when."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    talk_id: int
    items: tuple[DifficultyEntry, ...]
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> tuple[int, ...]:
        """Write them; the talk stays open until each is solved or explained. Return their ids.

        Raises:
            RefusedError: `missing_difficulties`, `missing_content`.
        """
        talk = load_talk(tx, self.talk_id, seen=self.seen, behalf=self.behalf, planner_too=False)
        on = day_of(tx, self.happened_on, self.behalf)
        cancel_pending(tx, TRACK, talk.id, "close")
        advance(
            tx,
            talk,
            "list_difficulties",
            on=on,
            evidence=[Evidence.DIFFICULTIES] if self.items else [],
            behalf=self.behalf,
        )
        ids = []
        for item in self.items:
            check_texts(item.text, item.measure)
            check(
                DIFFICULTY,
                None,
                "add",
                grants=grants_for(tx, self.behalf),
                evidence=[Evidence.CONTENT] if item.text.strip() else [],
            )
            if item.unit_id is not None and tx.session.get(Unit, item.unit_id) is None:
                raise RefusedError("unknown_value", field="unit_id", value=item.unit_id)
            row = tx.add(
                Difficulty(
                    talk_id=talk.id,
                    text=item.text.strip(),
                    unit_id=item.unit_id,
                    responsible=item.responsible.strip(),
                    measure=item.measure.strip(),
                    due_on=item.due_on,
                )
            )
            ids.append(row.id)
        count(tx, talk, "difficulty_listed", on=on, amount=len(ids))
        tx.changed.add(DIFFICULTY.name)
        return tuple(ids)


@dataclass(frozen=True, slots=True)
class DifficultyDone:
    """登记解决: what was done, and the day."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    difficulty_id: int
    progress: str
    done_on: date | None = None
    seen: int | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Close the task. Return the talk."""
        row, talk = _load_difficulty(tx, self.difficulty_id, self.seen, self.behalf)
        on = day_of(tx, self.done_on, self.behalf)
        _end_difficulty(tx, row, "solve", self.progress, Evidence.CONTENT, self.behalf)
        row.done_on = on
        tx.session.flush()
        _tell(tx, talk, "solve_difficulty", on, self.behalf)
        count(tx, talk, "difficulty_solved", on=on)
        return talk.id


@dataclass(frozen=True, slots=True)
class ExplainDifficulty:
    """登记说明: it cannot be solved now, and the person was told why."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    difficulty_id: int
    reason: str
    happened_on: date | None = None
    seen: int | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Close the task without a solution. Return the talk."""
        row, talk = _load_difficulty(tx, self.difficulty_id, self.seen, self.behalf)
        on = day_of(tx, self.happened_on, self.behalf)
        _end_difficulty(tx, row, "explain", self.reason, Evidence.REASON, self.behalf)
        tx.session.flush()
        _tell(tx, talk, "explain_difficulty", on, self.behalf)
        return talk.id


def _load_difficulty(
    tx: Tx, difficulty_id: int, seen: int | None, behalf: Behalf | None
) -> tuple[Difficulty, CareTalk]:
    row = tx.load(Difficulty, difficulty_id, seen=seen)
    talk = load_talk(tx, row.talk_id, behalf=behalf)
    if not (
        behalf is not None
        or is_party(tx, talker_id=talk.talker_id, recorder_id=talk.recorder_id)
        or talk.level == "result_only"
    ):
        raise NotAllowedError("not_permitted", permission=Permission.TALK_HOLD.value)
    return row, talk


def _end_difficulty(
    tx: Tx, row: Difficulty, move: str, text: str, needed: Evidence, behalf: Behalf | None
) -> None:
    check_texts(text)
    found = check(
        DIFFICULTY,
        row.state,
        move,
        grants=grants_for(tx, behalf),
        evidence=[needed] if text.strip() else [],
    )
    row.state, row.progress = found.target, text.strip()
    tx.changed.add(DIFFICULTY.name)


def _tell(tx: Tx, talk: CareTalk, act: str, on: date, behalf: Behalf | None) -> None:
    tx.tell(TRACK, talk.id, act, source=talk.state, target=talk.state, on=on, behalf=behalf)


@dataclass(frozen=True, slots=True)
class PlanRevisit:
    """安排回访 / 安排下次回访."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    talk_id: int
    due_on: date | None = None
    way: str = ""
    revisitor: str = ""
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Plan it; without a day told, by the internal limit. Return the talk."""
        talk = load_talk(tx, self.talk_id, seen=self.seen, behalf=self.behalf)
        on = day_of(tx, self.happened_on, self.behalf)
        if self.due_on is not None and self.due_on < on:
            raise RefusedError("dates_out_of_order", field="due_on")
        cancel_pending(tx, TRACK, talk.id, "close")
        again = talk.state == "followed_up"
        advance(
            tx,
            talk,
            "arrange_next_follow_up" if again else "arrange_follow_up",
            on=on,
            behalf=self.behalf,
        )
        due_on = start_clock(tx, talk, "follow_up_visit", on=on)
        talk.revisit_due_on = self.due_on or due_on
        talk.revisit_way, talk.revisitor = self.way.strip(), self.revisitor.strip()
        tx.session.flush()
        return talk.id


@dataclass(frozen=True, slots=True)
class RecordRevisit:
    """登记回访.

    Attributes:
        result: Value of `revisit_result`.
        note: How work, thoughts and life changed: content, for talker and recorder.
    """

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    talk_id: int
    result: str
    note: str = ""
    visited_on: date | None = None
    seen: int | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Record it. Return the talk.

        Raises:
            RefusedError: `missing_revisit`, `no_content_on_behalf`.
            NotAllowedError: `not_permitted` for a note of somebody who was no party.
        """
        talk = load_talk(tx, self.talk_id, seen=self.seen, behalf=self.behalf)
        note = self.note.strip()
        check_texts(note)
        if note and self.behalf is not None:
            raise RefusedError("no_content_on_behalf", field="note")
        if note and not is_party(tx, talker_id=talk.talker_id, recorder_id=talk.recorder_id):
            raise NotAllowedError("not_permitted", permission=Permission.TALK_HOLD.value)
        if self.result:
            require_code(tx, "revisit_result", self.result, field="result")
        on = day_of(tx, self.visited_on, self.behalf)
        advance(
            tx,
            talk,
            "record_follow_up",
            on=on,
            evidence=[Evidence.REVISIT] if self.result else [],
            behalf=self.behalf,
        )
        talk.revisited_on, talk.revisit_result = on, self.result
        if note:
            self._keep(tx, talk, note, on)
        count(tx, talk, "talk_revisited", on=on, outcome=self.result)
        tx.session.flush()
        return talk.id

    def _keep(self, tx: Tx, talk: CareTalk, note: str, on: date) -> None:
        content = tx.session.get(TalkContent, talk.id)
        if content is None:
            content = tx.add(TalkContent(talk_id=talk.id))
        # A second visit is written below the first.
        lines = [line for line in (content.revisit_note, f"{on:%Y-%m-%d} {note}") if line]
        content.revisit_note = "\n".join(lines)


@dataclass(frozen=True, slots=True)
class ProposeClose:
    """了结归档: the talker proposes, the head of the center decides; nobody his own."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    talk_id: int
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask for it. Return the approval.

        Raises:
            RefusedError: `missing_difficulties_done` while a difficulty is open, `illegal_move`.
        """
        talk = load_talk(tx, self.talk_id, seen=self.seen, behalf=self.behalf)
        if talk.state not in CLOSABLE:
            raise RefusedError("illegal_move", track=TRACK, state=talk.state, move="close")
        if open_difficulties(tx, talk.id):
            raise RefusedError("missing_difficulties_done", field="difficulties")
        return ask(
            tx,
            TRACK,
            talk.id,
            "close",
            payload={},
            needed=Permission.TALK_CLOSE,
            on=day_of(tx, self.happened_on, self.behalf),
            summary=f"{talk.number} {talk.person_name}",
            behalf=self.behalf,
        )


def open_difficulties(tx: Tx, talk_id: int) -> int:
    """Return how many difficulties of a talk still wait."""
    return (
        tx.session.scalar(
            select(func.count()).where(Difficulty.talk_id == talk_id, Difficulty.state == "open")
        )
        or 0
    )
