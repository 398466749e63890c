"""Encrypted backups beside a store, verified by opening them (SETTLED §6, DESIGN §3.10).

A backup is a folder in `X.zm.backups/` that holds the store (still encrypted), its key file and a
manifest. What the store held, its row counts and the head of its chain, stands sealed in the
manifest, so that whoever copies backups without a key learns nothing from it. The half-sheets of
the recovery secret are never copied.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from db.core.clock import Clock, civil_date, civil_time
from db.core.engine import open_engine, unavailable
from db.core.errors import RefusedError, UnavailableError
from db.core.trail import START
from db.core.upgrade import row_counts

MANIFEST = "manifest.json"
KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 7, 8, 12


@dataclass(frozen=True, slots=True)
class Held:
    """What a store holds, told so that two can be compared.

    Attributes:
        counts: Rows by table.
        head: Hash of the last link of the audit chain.
        entries: Links of the chain.
    """

    counts: tuple[tuple[str, int], ...]
    head: str
    entries: int


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup, as its manifest tells without a key.

    Attributes:
        folder: Where it lies.
        made_at: When, aware UTC.
        reason: `daily`, `by_hand` or `before_migration`.
        store: Name of the store's file inside.
        size: Bytes of all files.
    """

    folder: Path
    made_at: datetime
    reason: str
    store: str
    size: int


@dataclass(frozen=True, slots=True)
class BackupState:
    """What the status bar and the login page say about backups.

    Attributes:
        made_at: Last whole and verified backup, None if there is none.
        is_fresh: Whether one was made today or yesterday.
        failure: Code of the last failure since then, else empty.
        rehearsed_at: Last rehearsal of a restore.
        rehearsal_fits: Whether it held the same.
    """

    made_at: datetime | None
    is_fresh: bool
    failure: str
    rehearsed_at: datetime | None
    rehearsal_fits: bool


def home(path: Path) -> Path:
    """Return the folder of a store's backups: `X.zm.backups`."""
    return path.with_name(path.name + ".backups")


def backup(path: Path, key: bytes, *, clock: Clock, reason: str = "by_hand") -> Backup:
    """Copy a store and its key file, open the copy, compare it, and let older ones go.

    Readers and writers may go on meanwhile: the copy holds one moment of the store.

    Raises:
        UnavailableError: `disk_full`, `backup_failed`, `backup_differs`; the state then says so.
    """
    at = clock.now()
    part = home(path) / f".{_stamp(at)}.part"
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True, mode=0o700)
        held = _copy_store(path, part / path.name, key)
        shutil.copyfile(_keys(path), part / _keys(path).name)
        if held_by(part / path.name, key) != held:
            raise UnavailableError("backup_differs")
        _write_manifest(part, path.name, held, key=key, at=at, reason=reason)
        folder = _free_name(home(path) / _stamp(at))
        part.replace(folder)
        _sync(home(path))
    except UnavailableError as fault:
        _note(path, failed_at=at.isoformat(), failure=fault.code)
        raise
    except (OSError, DatabaseError) as fault:
        known = unavailable(fault) if isinstance(fault, DatabaseError) else _of_disk(fault)
        _note(path, failed_at=at.isoformat(), failure=known.code if known else "backup_failed")
        raise known or UnavailableError("backup_failed") from fault
    finally:
        shutil.rmtree(part, ignore_errors=True)
    prune(path)
    _note(path, made_at=at.isoformat(), failure="")
    return _read(folder)


def backups(path: Path) -> list[Backup]:
    """Return the whole backups of a store, newest first."""
    if not home(path).is_dir():
        return []
    found = [
        _read(folder)
        for folder in home(path).iterdir()
        if not folder.name.startswith(".") and (folder / MANIFEST).is_file()
    ]
    return sorted(found, key=lambda made: (made.made_at, made.folder.name), reverse=True)


def is_due(path: Path, today: date) -> bool:
    """Return whether the day has no backup yet."""
    return not any(civil_date(made.made_at) == today for made in backups(path))


def state(path: Path, *, now: datetime) -> BackupState:
    """Return what there is to say about a store's backups, without a key."""
    kept = _notes(path)
    made = backups(path)
    rehearsed = kept.get("rehearsed_at")
    made_at = made[0].made_at if made else None
    return BackupState(
        made_at=made_at,
        is_fresh=made_at is not None and (civil_date(now) - civil_date(made_at)).days <= 1,
        failure=str(kept.get("failure", "")),
        rehearsed_at=datetime.fromisoformat(rehearsed) if rehearsed else None,
        rehearsal_fits=bool(kept.get("rehearsal_fits")),
    )


def check_files(folder: Path) -> Backup:
    """Compare a backup's files with its manifest; needs no key.

    Raises:
        RefusedError: `backup_incomplete`.
        UnavailableError: `backup_differs` if a file was changed.
    """
    manifest = _manifest(folder)
    for item in manifest["files"]:
        file = folder / item["name"]
        if not file.is_file():
            raise RefusedError("backup_incomplete", name=folder.name)
        if _digest(file) != item["sha256"]:
            raise UnavailableError("backup_differs")
    return _read(folder)


def verify(folder: Path, key: bytes) -> Held:
    """Open a backup and compare it with what its manifest sealed.

    Raises:
        RefusedError: `backup_incomplete`.
        UnavailableError: `backup_differs`, `wrong_key`.
    """
    made = check_files(folder)
    sealed = bytes.fromhex(_manifest(folder)["sealed"])
    try:
        told = json.loads(_box(key).decrypt(sealed))
    except CryptoError as fault:
        raise UnavailableError("wrong_key") from fault
    wanted = Held(tuple((n, c) for n, c in told["counts"]), told["head"], told["entries"])
    # A look at the files would leave side files in the backup: the copy is opened elsewhere.
    aside = folder.with_name(f".{folder.name}.look")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(mode=0o700)
    try:
        shutil.copyfile(folder / made.store, aside / made.store)
        if held_by(aside / made.store, key) != wanted:
            raise UnavailableError("backup_differs")
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return wanted


def restore(folder: Path, to: Path) -> Path:
    """Put a backup back as a new store with its key file; nothing is ever overwritten.

    Returns:
        The store, which opens with the passwords of the day of the backup.

    Raises:
        RefusedError: `store_exists`, `backup_incomplete`.
        UnavailableError: `backup_differs`.
    """
    for wanted in (to, _keys(to)):
        if wanted.exists():
            raise RefusedError("store_exists", path=wanted.name)
    made = check_files(folder)
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copyfile(folder / made.store, to)
        shutil.copyfile(folder / f"{made.store}.keys", _keys(to))
    except OSError as fault:
        raise _of_disk(fault) from fault
    to.chmod(0o600)
    _keys(to).chmod(0o600)
    return to


def copy_to(folder: Path, target: Path) -> Path:
    """Copy a whole backup to another disk and return the copy; needs no key.

    Raises:
        RefusedError: `store_exists`, `backup_incomplete`.
        UnavailableError: `backup_differs`, `disk_full`, `backup_failed`.
    """
    made = check_files(folder)
    copy = target / f"{made.store}-{folder.name}"
    if copy.exists():
        raise RefusedError("store_exists", path=copy.name)
    try:
        shutil.copytree(folder, copy)
    except OSError as fault:
        raise _of_disk(fault) from fault
    check_files(copy)
    return copy


def rehearse(path: Path, key: bytes, *, clock: Clock, folder: Path | None = None) -> Held:
    """Restore a backup into a passing folder, open it, compare it, and note the outcome.

    Args:
        path: The store.
        key: Its key.
        clock: Tells when.
        folder: The backup; None for the newest.

    Raises:
        RefusedError: `backup_missing`, `backup_incomplete`.
        UnavailableError: `backup_differs`.
    """
    made = backups(path)
    if folder is None:
        if not made:
            raise RefusedError("backup_missing")
        folder = made[0].folder
    aside = home(path) / ".rehearsal"
    shutil.rmtree(aside, ignore_errors=True)
    fits = False
    try:
        sealed = verify(folder, key)
        restored = restore(folder, aside / path.name)
        if held_by(restored, key) != sealed:
            raise UnavailableError("backup_differs")
        fits = True
        return sealed
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        _note(path, rehearsed_at=clock.now().isoformat(), rehearsal_fits=fits)


def held_by(path: Path, key: bytes) -> Held:
    """Return what a store holds.

    Raises:
        UnavailableError: `wrong_key`, `store_unreadable`.
    """
    engine = open_engine(path, key, read_only=True)
    try:
        with engine.connect() as connection:
            faults = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
            if faults:
                raise UnavailableError("store_unreadable")
            return _held(connection)
    except DatabaseError as fault:
        raise unavailable(fault) or UnavailableError("store_unreadable") from fault
    finally:
        engine.dispose()


def prune(path: Path) -> list[Path]:
    """Let backups go that are none of the last 7 days', 8 weeks' or 12 months'; return them."""
    made = backups(path)
    kept: set[Path] = set()
    for keep, span in (
        (KEEP_DAYS, lambda day: (day.year, day.month, day.day)),
        (KEEP_WEEKS, lambda day: day.isocalendar()[:2]),
        (KEEP_MONTHS, lambda day: (day.year, day.month)),
    ):
        newest: dict[Any, Path] = {}
        for one in made:
            newest.setdefault(span(civil_date(one.made_at)), one.folder)
        kept.update(list(newest.values())[:keep])
    gone = [one.folder for one in made if one.folder not in kept]
    for folder in gone:
        shutil.rmtree(folder)
    return gone


def _copy_store(path: Path, to: Path, key: bytes) -> Held:
    source, target = open_engine(path, key), open_engine(to, key)
    try:
        with source.connect() as reading, target.connect() as writing:
            # One read transaction for counts and copy: both see the same moment.
            reading.exec_driver_sql("COMMIT")
            reading.exec_driver_sql("BEGIN")
            held = _held(reading)
            writing.exec_driver_sql("COMMIT")
            from_ = reading.connection.driver_connection
            into = writing.connection.driver_connection
            if from_ is None or into is None:
                raise UnavailableError("backup_failed")
            from_.backup(into)
            writing.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            writing.exec_driver_sql("PRAGMA journal_mode=DELETE")
            writing.exec_driver_sql("BEGIN")
    finally:
        source.dispose()
        target.dispose()
    to.chmod(0o600)
    return held


def _held(connection: Connection) -> Held:
    last = connection.execute(
        text("SELECT id, hash FROM trail_entry ORDER BY id DESC LIMIT 1")
    ).first()
    counts = tuple(sorted(row_counts(connection).items()))
    return Held(counts, str(last[1]) if last else START, int(last[0]) if last else 0)


def _write_manifest(
    folder: Path, store: str, held: Held, *, key: bytes, at: datetime, reason: str
) -> None:
    told = {"counts": held.counts, "head": held.head, "entries": held.entries}
    manifest = {
        "format": 1,
        "store": store,
        "made_at": at.isoformat(),
        "reason": reason,
        "files": [
            {"name": file.name, "size": file.stat().st_size, "sha256": _digest(file)}
            for file in sorted(folder.iterdir())
        ],
        "sealed": _box(key).encrypt(json.dumps(told).encode()).hex(),
    }
    _write(folder / MANIFEST, manifest)
    for file in folder.iterdir():
        _sync(file)


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise RefusedError("backup_incomplete", name=folder.name) from fault
    if not isinstance(found, dict) or not {"store", "made_at", "files", "sealed"} <= found.keys():
        raise RefusedError("backup_incomplete", name=folder.name)
    return found


def _read(folder: Path) -> Backup:
    manifest = _manifest(folder)
    return Backup(
        folder=folder,
        made_at=datetime.fromisoformat(manifest["made_at"]),
        reason=str(manifest.get("reason", "")),
        store=str(manifest["store"]),
        size=sum(int(item["size"]) for item in manifest["files"]),
    )


def _notes(path: Path) -> dict[str, Any]:
    try:
        found = json.loads((home(path) / "state.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _note(path: Path, **told: object) -> None:
    """Keep the state of the backups; a full disk must not hide why a backup failed."""
    try:
        home(path).mkdir(parents=True, exist_ok=True)
        _write(home(path) / "state.json", _notes(path) | told)
    except OSError:
        return


def _write(path: Path, value: object) -> None:
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(json.dumps(value, indent=1), encoding="utf-8")
    _sync(fresh)
    fresh.replace(path)


def _box(key: bytes) -> SecretBox:
    return SecretBox(hashlib.blake2b(key, digest_size=32, person=b"zm-backup").digest())


def _digest(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _sync(path: Path) -> None:
    """Make a file or folder durable; folders cannot be opened for it on Windows."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def _of_disk(fault: OSError) -> UnavailableError:
    return UnavailableError("disk_full" if fault.errno == 28 else "backup_failed")


def _keys(path: Path) -> Path:
    return path.with_name(path.name + ".keys")


def _stamp(at: datetime) -> str:
    return civil_time(at).strftime("%Y-%m-%d-%H%M%S")


def _free_name(folder: Path) -> Path:
    names: Iterable[Path] = (folder.with_name(f"{folder.name}-{n}") for n in range(2, 1000))
    return folder if not folder.exists() else next(name for name in names if not name.exists())
