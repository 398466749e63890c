"""Random moves of random people in every book: no illegal state, nobody approves himself."""

import shutil
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from db.core import trail
from db.shelves import SHELVES
from tests.adversary.book_walking import BookWalk
from tests.conftest import Center

MOVING = {name: shelf for name, shelf in SHELVES.items() if shelf.book.track.moves}
"""Books that somebody writes in; a register that is a view has no moves."""
FAMILIES = sorted({shelf.book.parent or shelf.name for shelf in MOVING.values()})


def family(name: str) -> tuple[str, ...]:
    """Return a book with the books of its entries."""
    return (name, *(s.name for s in SHELVES.values() if s.book.parent == name))


def walk(template: Path, seed: int, steps: int, books: tuple[str, ...]) -> BookWalk:
    with tempfile.TemporaryDirectory() as folder:
        for source in template.parent.iterdir():
            shutil.copy2(source, Path(folder) / source.name)
        center = Center(Path(folder) / template.name)
        try:
            made = BookWalk(center, Random(seed), books)
            made.run(steps)
            found = center.gate("auditor").read(lambda r: trail.verify(r.session))
            assert (found.broken_at, found.reason) == (None, "")
            return made
        finally:
            center.close()


@settings(max_examples=1, deadline=None, phases=[Phase.generate], database=None)
@given(seed=st.integers(0, 10_000))
def test_no_walk_through_all_books_leaves_the_tables_of_moves(
    template_store: Path, seed: int
) -> None:
    walk(template_store, seed, 120, tuple(MOVING))


@pytest.mark.long
@pytest.mark.parametrize("name", FAMILIES)
def test_five_thousand_steps_through_each_book(template_store: Path, name: str) -> None:
    made = walk(template_store, 7, 5_000, family(name))
    # A file is bound of a case that has ended; the little center of the walk has none.
    assert made.done or name == "case_file", made.tail()
