"""Random people make random moves in the books of tolerance; what must hold after each."""

from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from db.books.commands import Open, Take
from db.books.queries import entry_card
from db.books.shelf import Shelf
from db.core import trail
from db.core.clock import civil_date
from db.core.errors import NotAllowedError
from db.core.tables import Approval
from db.core.tx import Read
from db.tolerance.filing import sealed_at
from db.tolerance.shelf import SHELVES, TOLERANCE_SHELF
from db.tolerance.tables import (
    Tolerance,
    ToleranceCorrection,
    ToleranceExample,
    ToleranceList,
    ToleranceListItem,
)
from db.tolerance.workflow import DETERMINED, TOLERATED
from tests.adversary.book_walking import PEOPLE, BookWalk
from tests.conftest import Center
from tests.tolerance.cases import unit
from tests.tolerance.conftest import copied

BOOKS = tuple(shelf.name for shelf in SHELVES)
CASE = "error_tolerance"


class ToleranceWalk(BookWalk):
    """A walk in which people mostly do what their card offers them."""

    def __init__(self, center: Center, chance: Random) -> None:
        organization = unit(center.gate, "organization")
        hints: dict[tuple[str, str], tuple[Any, ...]] = {
            (CASE, "applicant_kind"): ("person", "unit"),
            (CASE, "accountability_state"): ("decided", "investigating", "effective"),
            (CASE, "organ_id"): (organization,),
            (CASE, "handling_unit_id"): (organization, unit(center.gate, "discipline")),
            (CASE, "known_on"): (date(2026, 2, 26),),
            (CASE, "acted_on"): (date(2026, 2, 20), date(2026, 2, 25)),
            (CASE, "list_id"): (None,),
            (CASE, "negative_hit"): ("no", "no", "yes"),
            (CASE, "negative_numbers"): ("", "", "1"),
            (CASE, "positive_numbers"): ("", "2"),
            (CASE, "verifier"): ("陶然",),
            (CASE, "second_verifier"): ("沈一舟",),
            (CASE, "no_conflict"): (True,),
            ("risk_filing", "receiving_unit_id"): (organization,),
            ("tolerance_list_item", "place"): (None,),
        }
        super().__init__(center, chance, BOOKS, hints)
        self.published: dict[int, list[tuple[Any, ...]]] = {}

    def move(self, shelf: Shelf) -> None:
        """Let somebody do what he is offered, or now and then what he is not."""
        if self.chance.random() < 0.6:
            shelf = TOLERANCE_SHELF
        table: Any = shelf.table
        ids = self.ask(
            lambda r: r.session.scalars(select(table.id).order_by(table.id.desc()).limit(3)).all()
        )
        luck = self.chance.random()
        if luck < 0.1:
            super().move(shelf)
        elif not ids or luck < 0.25:
            self.open(shelf)
        else:
            self.go_on(shelf, self.chance.choice(ids))

    def open(self, shelf: Shelf) -> None:
        """Let one of those who may open an entry."""
        name = self.chance.choice([m.name for m in shelf.book.track.moves if m.source is None])
        values = self.values(shelf, name)
        command = Open(shelf.name, name, values, parent_id=self.parent(shelf))
        if self.write(self.chance.choice(("clerk", "organization")), command):
            self.done[shelf.name, name] += 1

    def go_on(self, shelf: Shelf, entry_id: int) -> None:
        """Let one of those whom the card offers a move make it."""
        for login in self.chance.sample(PEOPLE, len(PEOPLE)):
            move = self.offered(login, shelf.name, entry_id)
            if move is not None:
                command = Take(shelf.name, entry_id, move, self.values(shelf, move))
                if self.write(login, command):
                    self.done[shelf.name, move] += 1
                return

    def offered(self, login: str, book: str, entry_id: int) -> str | None:
        """Return a move that a card offers, None where there is none."""
        try:
            card = self.center.gate(login).read(partial(entry_card, book=book, entry_id=entry_id))
        except NotAllowedError:
            return None
        late = TOLERANCE_SHELF.book.late if self.chance.random() < 0.8 else frozenset()
        open_moves = [m for m in card.moves if m not in card.refused and m not in late]
        return self.chance.choice(open_moves) if open_moves else None

    def scope_fits(self, login: str) -> None:
        """Ask few: the walk through every book asks all."""
        if login in ("clerk", "discipline", "hr"):
            super().scope_fits(login)

    def holds(self, read: Read) -> None:
        """Check the hardest lines beside what holds for every book."""
        super().holds(read)
        for case in read.session.scalars(select(Tolerance)):
            self.case_fits(read, case)
        for version in read.session.scalars(select(ToleranceList)):
            if version.state in ("published", "replaced"):
                now = self.items(read, version.id)
                assert self.published.setdefault(version.id, now) == now, self.tail()
        for example in read.session.scalars(select(ToleranceExample)):
            if example.state == "published":
                assert example.person_consent_on is not None, self.tail()
                assert example.organ_consent_on is not None, self.tail()

    def case_fits(self, read: Read, case: Tolerance) -> None:
        """A case rests on its list, its paper, its answers and its corrections."""
        if case.negative_hit == "yes":
            assert case.result not in TOLERATED, self.tail()
        if case.state in DETERMINED:
            paper = read.session.scalars(
                select(Approval).where(
                    Approval.track == CASE,
                    Approval.case_id == case.id,
                    Approval.act.startswith("determine"),
                    Approval.state == "agreed",
                )
            ).all()[-1]
            assert paper.approver_number == case.determination_number, self.tail()
            assert paper.decider_id not in (None, paper.proposer_id, paper.entered_by_id)
            assert case.list_number, self.tail()
        if case.state == "closed":
            still = select(ToleranceCorrection.id).where(
                ToleranceCorrection.parent_id == case.id, ToleranceCorrection.state == "open"
            )
            assert read.session.scalar(still) is None, self.tail()
        if case.filing_order == "before":
            at = sealed_at(read, case.filing_id or 0)
            assert at is not None, self.tail()
            assert case.acted_on is not None, self.tail()
            assert civil_date(at) < case.acted_on, self.tail()

    def items(self, read: Read, list_id: int) -> list[tuple[Any, ...]]:
        """Return what a version says."""
        rows = read.session.scalars(
            select(ToleranceListItem)
            .where(ToleranceListItem.parent_id == list_id)
            .order_by(ToleranceListItem.id)
        )
        return [(row.side, row.place, row.wording, row.basis, row.state) for row in rows]


def walked(source: Path, folder: Path, seed: int, steps: int) -> ToleranceWalk:
    center = Center(copied(source, folder))
    try:
        made = ToleranceWalk(center, Random(seed))
        made.run(steps)
        found = center.gate("auditor").read(lambda r: trail.verify(r.session))
        assert (found.broken_at, found.reason) == (None, "")
        return made
    finally:
        center.close()


def test_no_walk_leaves_the_lines_of_tolerance(listed_store: Path, tmp_path: Path) -> None:
    made = walked(listed_store, tmp_path, 11, 30)
    assert sum(made.done.values()) > 2, made.tail()


@pytest.mark.long
@pytest.mark.parametrize("seed", [3, 7])
def test_thousands_of_steps_never_leave_them(listed_store: Path, tmp_path: Path, seed: int) -> None:
    made = walked(listed_store, tmp_path, seed, 900)
    assert len(made.done) > 15, made.done
