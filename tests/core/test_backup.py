"""Backups hold the same as the store, show nothing, and are kept by days, weeks and months."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.core import backup
from db.core.errors import RefusedError, UnavailableError
from db.core.gate import Gate
from db.core.keys import KeyFile
from db.office.drafts import SaveDraft
from db.office.opening import key_path, open_store

PASSWORD = "correct horse"
PLANTED = "甲乙丙丁戊己庚辛壬癸"


@pytest.fixture
def key(center) -> bytes:
    unlocked = KeyFile.open(key_path(center.path)).unlock(
        "manager", PASSWORD, at=center.clock.now()
    )
    assert unlocked.store_key is not None
    return unlocked.store_key


def test_a_backup_holds_the_same_counts_and_chain_head(
    center, gate: Callable[[str], Gate], key: bytes
) -> None:
    gate("clerk").write(SaveDraft("intake", "1", "", {"facts": PLANTED}))
    made = backup.backup(center.path, key, clock=center.clock)
    assert backup.verify(made.folder, key) == backup.held_by(center.path, key)


def test_a_restored_backup_opens_with_the_password_and_holds_the_same(
    center, gate: Callable[[str], Gate], key: bytes, tmp_path: Path
) -> None:
    gate("clerk").write(SaveDraft("intake", "1", "", {"facts": PLANTED}))
    made = backup.backup(center.path, key, clock=center.clock)
    held = backup.held_by(center.path, key)
    to = backup.restore(made.folder, tmp_path / "elsewhere" / "back.zm")
    unlocked = KeyFile.open(key_path(to)).unlock("clerk", PASSWORD, at=center.clock.now())
    open_store(to, unlocked, clock=center.clock).close()
    assert backup.held_by(to, key) == held


def test_writing_goes_on_while_a_backup_is_made(
    center, gate: Callable[[str], Gate], key: bytes
) -> None:
    clerk = gate("clerk")
    clerk.write(SaveDraft("intake", "1", "", {"facts": "before"}))
    made = backup.backup(center.path, key, clock=center.clock)
    clerk.write(SaveDraft("intake", "2", "", {"facts": "after"}))
    drafts = dict(backup.verify(made.folder, key).counts)["draft"]
    assert dict(backup.held_by(center.path, key).counts)["draft"] == drafts + 1


def test_a_backup_shows_no_word_and_holds_no_recovery_sheet(
    center, gate: Callable[[str], Gate], key: bytes
) -> None:
    gate("clerk").write(SaveDraft("intake", "1", "", {"facts": PLANTED}))
    Path(f"{center.path}.recovery-1.txt").write_text("1-AAAA")
    made = backup.backup(center.path, key, clock=center.clock)
    names = sorted(file.name for file in made.folder.iterdir())
    assert names == ["center.zm", "center.zm.keys", "manifest.json"]
    for file in made.folder.iterdir():
        content = file.read_bytes()
        assert PLANTED.encode() not in content
        assert b"trail_entry" not in content


def test_a_changed_file_is_found_without_a_key(center, key: bytes) -> None:
    made = backup.backup(center.path, key, clock=center.clock)
    store = made.folder / "center.zm"
    content = bytearray(store.read_bytes())
    content[5000] ^= 1
    store.write_bytes(content)
    with pytest.raises(UnavailableError, match="backup_differs"):
        backup.check_files(made.folder)
    with pytest.raises(UnavailableError, match="backup_differs"):
        backup.restore(made.folder, center.path.with_name("other.zm"))


def test_a_manifest_of_another_key_is_refused(center, key: bytes) -> None:
    made = backup.backup(center.path, key, clock=center.clock)
    with pytest.raises(UnavailableError, match="wrong_key"):
        backup.verify(made.folder, b"x" * 32)


def test_nothing_is_overwritten(center, key: bytes) -> None:
    made = backup.backup(center.path, key, clock=center.clock)
    with pytest.raises(RefusedError, match="store_exists"):
        backup.restore(made.folder, center.path)


def test_half_a_backup_is_none(center, key: bytes) -> None:
    made = backup.backup(center.path, key, clock=center.clock)
    (made.folder / "center.zm.keys").unlink()
    with pytest.raises(RefusedError, match="backup_incomplete"):
        backup.check_files(made.folder)


def test_a_rehearsal_is_noted(center, key: bytes) -> None:
    with pytest.raises(RefusedError, match="backup_missing"):
        backup.rehearse(center.path, key, clock=center.clock)
    backup.backup(center.path, key, clock=center.clock)
    backup.rehearse(center.path, key, clock=center.clock)
    told = backup.state(center.path, now=center.clock.now())
    assert told.rehearsal_fits
    assert told.rehearsed_at == center.clock.now()
    assert {p.name for p in backup.home(center.path).iterdir() if p.name.startswith(".")} == set()


def test_the_state_grows_stale_and_tells_a_failure(center, key: bytes, monkeypatch) -> None:
    assert backup.state(center.path, now=center.clock.now()).made_at is None
    backup.backup(center.path, key, clock=center.clock)
    assert backup.state(center.path, now=center.clock.now()).is_fresh
    center.clock.advance(days=3)
    assert not backup.state(center.path, now=center.clock.now()).is_fresh

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.shutil, "copyfile", full)
    with pytest.raises(UnavailableError, match="disk_full"):
        backup.backup(center.path, key, clock=center.clock)
    assert backup.state(center.path, now=center.clock.now()).failure == "disk_full"


def _pretend(home: Path, at: datetime) -> None:
    folder = home / at.strftime("%Y-%m-%d-%H%M%S")
    folder.mkdir(parents=True)
    manifest = {"store": "center.zm", "made_at": at.isoformat(), "files": [], "sealed": ""}
    (folder / "manifest.json").write_text(json.dumps(manifest))


def test_days_weeks_and_months_are_kept(center) -> None:
    start = datetime(2026, 12, 31, 2, 0, tzinfo=UTC)
    for back in range(500):
        _pretend(backup.home(center.path), start - timedelta(days=back))
    backup.prune(center.path)
    left = [made.made_at.date() for made in backup.backups(center.path)]
    assert [(start.date() - day).days for day in left[:7]] == list(range(7))
    assert len({day.isocalendar()[:2] for day in left}) >= 8
    assert len({(day.year, day.month) for day in left}) == 12
    assert len(left) <= 7 + 8 + 12
