"""Random people make random moves of random entries of every book; what must hold after each."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.appeals.intake import Intake, Register
from db.appeals.queries import waiting_approvals
from db.appeals.routing import ProposeAssign, Target
from db.appeals.screening import Accept, SendToScreening
from db.approvals.deciding import ConfirmDecision, ConfirmEvent, Decide, RecordDecision
from db.books.commands import Open, Take
from db.books.queries import book_heads, entry_card, entry_ids, entry_rows
from db.books.rows import EntryFilter
from db.books.shelf import Shelf
from db.codes.clocks import reckon
from db.codes.queries import codes
from db.core.books import COMMON, FieldKind, FieldSpec
from db.core.engine import open_engine
from db.core.errors import ConflictError, NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.permissions import Duty
from db.core.tables import Approval, ClockEntry, Event
from db.core.tx import Behalf, Read
from db.office.tables import Account, Unit
from db.people.commands import CreatePerson
from db.people.tables import Person
from db.shelves import SHELVES
from tests.conftest import Center

PEOPLE = (
    "clerk",
    "clerk2",
    "manager",
    "organization",
    "organization_leader",
    "discipline",
    "discipline_leader",
    "hr",
    "hr_leader",
)
STRANGERS = ("petition", "petition_leader", "secadmin", "auditor")
DECISIONS = ("agreed", "agreed", "agreed", "refused", "returned")


class BookWalk:
    """One walk through some books of a small center.

    Attributes:
        hints: (book, field) → values that the room's own rules want now and then.
    """

    def __init__(
        self,
        center: Center,
        chance: Random,
        books: tuple[str, ...],
        hints: Mapping[tuple[str, str], tuple[Any, ...]] | None = None,
    ) -> None:
        self.center = center
        self.chance = chance
        self.books = [SHELVES[name] for name in books]
        self.hints: dict[tuple[str, str], tuple[Any, ...]] = dict(hints or {})
        self.done: Counter[tuple[str, str]] = Counter()
        self.trace: list[str] = []
        self.charge()
        form = Intake(
            administration="county_managed",
            channel="window",
            category="treatment",
            subject="关于乡镇工作补贴问题的诉求",
            facts="本人在乡镇工作八年，补贴自去年起未发。",
            person_name="王䶮",
            phone="19000000001",
            requests="核实并补发补贴",
        )
        clerk = center.gate("clerk")
        self.appeal_id = clerk.write(Register(form)).value.appeal_id
        self.hand_over(clerk)
        if not self.ask(lambda r: r.session.scalars(select(Person.id)).all()):
            clerk.write(CreatePerson(name="李𬭎"))
        self.ids = {
            FieldKind.UNIT: self.ask(lambda r: r.session.scalars(select(Unit.id)).all()),
            FieldKind.PERSON: self.ask(lambda r: r.session.scalars(select(Person.id)).all()),
            FieldKind.ACCOUNT: self.ask(lambda r: r.session.scalars(select(Account.id)).all()),
        }

    def hand_over(self, clerk: Gate) -> None:
        """Let the appeal be in the hands of a unit that is timed, and of one that is not."""
        clerk.write(SendToScreening(self.appeal_id, "拟受理。"))
        clerk.write(Accept(self.appeal_id, "internal"))
        rows = self.ask(lambda r: r.session.execute(select(Unit.key, Unit.id)).all())
        units = {key: unit_id for key, unit_id in rows}  # noqa: C416 - rows, not pairs
        targets = (Target(units["hr"]), Target(units["discipline"], "co"))
        asked = clerk.write(ProposeAssign(self.appeal_id, targets)).value
        self.center.gate("manager").write(Decide(asked, "agreed"))
        for book, key in (("supervision", "hr"), ("feedback_request", "discipline")):
            self.hints.setdefault((book, "unit_id"), (units[key],))
        self.hints.setdefault(("supervision", "cause"), ("overdue", "needs_supplement", "evasion"))
        for book in ("meeting_participant", "meeting_opinion"):
            self.hints.setdefault((book, "unit_id"), (units["hr"], units["petition"]))

    def charge(self) -> None:
        """Give every duty that there is to the organization department."""
        engine = open_engine(self.center.path, self.center.key())
        with Session(engine) as session:
            for account in session.scalars(select(Account)):
                if account.login.startswith("organization"):
                    account.duties = " ".join(duty.value for duty in Duty)
            session.commit()
        engine.dispose()

    def ask(self, question: Any) -> Any:
        """Ask past every filter."""
        return self.center.gate("manager").read(question)

    def run(self, steps: int) -> None:
        """Walk, checking as it goes."""
        for step in range(steps):
            if self.chance.random() < 0.04:
                self.center.clock.advance(days=self.chance.choice((1, 2, 9, 40)))
            if self.chance.random() < 0.3:
                self.decide()
            else:
                self.move(self.chance.choice(self.books))
            if step % 80 == 79:
                self.ask(self.holds)
        self.ask(self.holds)

    def write(self, login: str, command: Any) -> bool:
        """Carry out, taking refusals as they come."""
        self.trace.append(f"{login} {command}")
        try:
            self.center.gate(login).write(command)
        except (RefusedError, NotAllowedError, ConflictError) as refusal:
            self.trace[-1] += f" -> {refusal}"
            return False
        return True

    def move(self, shelf: Shelf) -> None:
        """Let somebody open an entry or make a move, mostly one that he is offered."""
        login = self.chance.choice(PEOPLE)
        table: Any = shelf.table
        entries = self.ask(
            lambda r: r.session.execute(
                select(table.id, table.state).order_by(table.id.desc()).limit(4)
            ).all()
        )
        opening = not entries or self.chance.random() < 0.15
        entry_id, state = (0, None) if opening else self.chance.choice(entries)
        offered = [m for m in shelf.book.track.moves if m.source == state]
        if self.chance.random() < 0.08:
            offered = list(shelf.book.track.moves)
        if not offered:
            return
        move = self.chance.choice(offered)
        values = self.values(shelf, move.name)
        behalf = None
        if self.chance.random() < 0.15:
            on = self.ask(lambda r: r.today)
            behalf = Behalf("何俊贤", "科长", "函1", on)
        if opening:
            command: Any = Open(
                shelf.name, move.name, values, parent_id=self.parent(shelf), behalf=behalf
            )
        else:
            command = Take(shelf.name, entry_id, move.name, values, behalf=behalf)
        if self.write(login, command):
            self.done[shelf.name, move.name] += 1

    def parent(self, shelf: Shelf) -> int | None:
        """Return some entry that may own one of this book."""
        if shelf.parent is None:
            return None
        table: Any = shelf.parent.table
        found: int | None = self.ask(
            lambda r: r.session.scalar(select(table.id).order_by(table.id.desc()).limit(1))
        )
        return found or 1

    def values(self, shelf: Shelf, move: str) -> dict[str, Any]:
        """Return what might be typed for a move; now and then something is left out."""
        found = {}
        for name in shelf.book.asks.get(move, ()):
            spec = shelf.book.field(name) or COMMON[name]
            if self.chance.random() < (0.03 if spec.required else 0.3):
                continue
            hints = self.hints.get((shelf.name, name))
            if hints and self.chance.random() < 0.8:
                found[name] = self.chance.choice(hints)
            else:
                found[name] = self.value(shelf, spec)
        return found

    def value(self, shelf: Shelf, spec: FieldSpec) -> Any:
        """Return a value of a field's kind."""
        kind = spec.kind
        if kind in (FieldKind.LINE, FieldKind.AREA):
            return ("按规定办理" * 40)[: min(spec.most, self.chance.choice((2, 8, 30)))]
        if kind is FieldKind.DAY:
            days = self.chance.choice((0, 0, -1, -3, *((5, 30) if spec.ahead else ())))
            return self.ask(lambda r: r.today) + timedelta(days=days)
        if kind is FieldKind.TIME:
            return "9:30"
        if kind is FieldKind.NUMBER:
            return self.chance.choice((1, 1, 2, 12))
        if kind is FieldKind.TICK:
            return self.chance.random() < 0.8
        if kind is FieldKind.CHOICE:
            return self.chance.choice(self.options(spec.options))
        if kind is FieldKind.TICKS:
            known = self.options(spec.options)
            return tuple(self.chance.sample(known, self.chance.randint(1, len(known))))
        if kind is FieldKind.CASE:
            return self.case(shelf, spec.options)
        return self.chance.choice(self.ids[kind]) if kind in self.ids else None

    def options(self, name: str) -> list[str]:
        """Return the values of a list."""
        return list(self.ask(codes)[name])

    def case(self, shelf: Shelf, track: str) -> int | None:
        """Return a case that a field may name."""
        if track == "ordinary_appeal":
            return int(self.appeal_id)
        if track not in SHELVES:
            return None
        table: Any = SHELVES[track].table
        found: int | None = self.ask(
            lambda r: r.session.scalar(select(table.id).order_by(table.id.desc()).limit(1))
        )
        return found

    def decide(self) -> None:
        """Let somebody decide or compare what waits."""
        rows = self.ask(
            lambda r: r.session.scalars(
                select(Approval).where(Approval.state.in_(("pending", "recorded")))
            ).all()
        )
        waiting = self.ask(
            lambda r: r.session.scalars(select(Event.id).where(Event.needs_confirmation)).all()
        )
        if waiting and self.chance.random() < 0.5:
            self.write(self.chance.choice(PEOPLE), ConfirmEvent(self.chance.choice(waiting)))
            return
        if not rows:
            return
        row = self.chance.choice(rows)
        decision = self.chance.choice(DECISIONS)
        login = self.chance.choice(("manager", "clerk", *PEOPLE))
        if row.state == "recorded":
            command: Any = ConfirmDecision(row.id, self.chance.random() < 0.7)
        elif self.chance.random() < 0.25:
            on = self.ask(lambda r: r.today)
            command = RecordDecision(row.id, decision, "温知行", "副局长", on, "1", "意见")
        else:
            command = Decide(row.id, decision, "意见")
        if self.write(login, command):
            self.done[row.track, f"decide {row.act}"] += 1

    # --- what must hold ------------------------------------------------------------------------

    def holds(self, read: Read) -> None:
        """Check every entry, every decision, and what strangers may know."""
        for shelf in self.books:
            table: Any = shelf.table
            for entry in read.session.scalars(select(table)):
                self.course_fits(read, shelf, entry)
                self.clocks_fit(read, shelf, entry)
        for row in read.session.scalars(select(Approval)):
            assert row.decider_id is None or row.decider_id != row.proposer_id, self.tail()
            assert row.decider_id is None or row.decider_id != row.entered_by_id, self.tail()
        for login in (*PEOPLE, *STRANGERS):
            self.scope_fits(login)

    def course_fits(self, read: Read, shelf: Shelf, entry: Any) -> None:
        """Every move was in the table, and the last one led to the present state."""
        allowed = {(m.source, m.name, m.target) for m in shelf.book.track.moves}
        now: str | None = None
        for event in read.session.scalars(
            select(Event)
            .where(Event.track == shelf.name, Event.case_id == entry.id)
            .order_by(Event.id)
        ):
            if event.target is not None:
                assert (event.source, event.act, event.target) in allowed, self.tail()
                assert event.source == now, (shelf.name, entry.id, self.tail())
                now = event.target
        assert now == entry.state, (shelf.name, entry.id, now, entry.state, self.tail())

    def clocks_fit(self, read: Read, shelf: Shelf, entry: Any) -> None:
        """Nothing runs after the end, and dates are the reckoned ones."""
        for clock in read.session.scalars(
            select(ClockEntry).where(ClockEntry.track == shelf.name, ClockEntry.case_id == entry.id)
        ):
            found = reckon(read, clock)
            assert (clock.due_on, clock.unrolled_on) == (found.due_on, found.unrolled_on)
            if entry.state in shelf.book.track.terminal:
                assert clock.stopped_on is not None, (shelf.name, clock.rule, self.tail())

    def scope_fits(self, login: str) -> None:
        """List, heads, rows, cards and decisions agree on what somebody may know."""
        gate = self.center.gate(login)
        tracks = {s.name for s in self.books}
        known: set[tuple[str, int]] = set()
        for shelf in self.books:
            ids = list(gate.read(partial(entry_ids, book=shelf.name, wanted=EntryFilter())))
            known |= {(shelf.name, i) for i in ids}
            assert set(gate.read(partial(entry_rows, book=shelf.name, ids=ids))) == set(ids)
            heads = gate.read(partial(book_heads, books=(shelf.name,)))
            if not heads:
                assert ids == [], (login, shelf.name)
            if ids:
                card = gate.read(partial(entry_card, book=shelf.name, entry_id=ids[0]))
                hidden = set(card.hidden)
                assert not hidden & set(card.row.values)
        for row in gate.read(waiting_approvals):
            assert row.track not in tracks or (row.track, row.case_id) in known, (login, row)

    def tail(self) -> str:
        """Return the last deeds, for who must find the fault."""
        return "\n".join(self.trace[-60:])
