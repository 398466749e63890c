"""Random deeds by random people: no illegal state, no self-approval, every balance foots."""

import shutil
import tempfile
from pathlib import Path
from random import Random

import pytest

from db.core import trail
from db.exchange.importing import import_file
from tests.adversary.walking import Walk
from tests.conftest import Center

LEDGER = Path(__file__).parents[1] / "data" / "letters.xlsx"


def walk(template: Path, seed: int, steps: int) -> Walk:
    with tempfile.TemporaryDirectory() as folder:
        for source in template.parent.iterdir():
            shutil.copy2(source, Path(folder) / source.name)
        center = Center(Path(folder) / template.name)
        try:
            if seed % 2:
                import_file(center.gate("manager"), LEDGER)
            made = Walk(center, Random(seed))
            made.run(steps)
            found = center.gate("auditor").read(lambda r: trail.verify(r.session))
            assert (found.broken_at, found.reason) == (None, "")
            return made
        finally:
            center.close()


@pytest.mark.parametrize("seed", [1, 2])
def test_every_balance_foots_whatever_is_done(template_store: Path, seed: int) -> None:
    made = walk(template_store, seed, 150)
    assert sum(made.done.values()) > 50


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_every_balance_foots_on_long_walks(template_store: Path, seed: int) -> None:
    made = walk(template_store, 100 + seed, 600)
    assert sum(made.done.values()) > 250
