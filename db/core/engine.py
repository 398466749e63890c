"""Opens a store: SQLCipher with the raw key (SETTLED §8)."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool

from db.core.errors import RefusedError, UnavailableError

NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs"})


FAULTS = {
    "disk_full": ("disk is full", "disk full", "no space"),
    "wrong_key": ("not a database", "file is encrypted"),
    "store_busy": ("locked", "busy"),
    "store_read_only": ("readonly", "read-only"),
    "store_unreadable": ("disk i/o", "unable to open", "malformed", "out of memory"),
}
"""What SQLite says, by what it means to a person."""


def open_engine(path: Path, key: bytes, *, read_only: bool = False, durable: bool = True) -> Engine:
    """Return an engine on an encrypted store.

    The dialect's own `BEGIN` is replaced: a writer begins immediately, so that two writers wait
    for each other at the start and not in the middle.

    Args:
        path: The file; created when absent.
        key: Raw 32-byte key.
        read_only: Connections refuse to write.
        durable: False only while a store is being built that is thrown away if it fails.

    Raises:
        RefusedError: `network_share` for a file on a network file system.
        UnavailableError: `wrong_key` if the key does not fit.
    """
    if len(key) != 32:
        raise ValueError("the store key has 32 bytes")
    refuse_network_share(path)
    engine = create_engine(
        URL.create("sqlite+pysqlcipher", password=f"x'{key.hex()}'", database=str(path)),
        poolclass=QueuePool,
        pool_size=4,
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": 30.0},
    )

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA cipher_log_level=NONE")
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except Exception as fault:
            # Only what SQLCipher says of a key that does not fit means a wrong key.
            raise UnavailableError(_code(str(fault).lower()) or "store_unreadable") from fault
        cursor.execute(f"PRAGMA synchronous={'FULL' if durable else 'OFF'}")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA cache_size=-65536")
        cursor.execute("PRAGMA temp_store=MEMORY")
        cursor.execute("PRAGMA secure_delete=ON")
        if read_only:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def refuse_network_share(path: Path) -> None:
    """Refuse a file whose locks cannot be trusted (DESIGN §3.14).

    Raises:
        RefusedError: `network_share`.
    """
    if str(path).startswith(("\\\\", "//")):
        raise RefusedError("network_share", path=path.name)
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return
    target = str(path.absolute().parent)
    best = ("", "")
    for line in mounts.read_text(errors="replace").splitlines():
        parts = line.split()
        if len(parts) > 2 and (target + "/").startswith(parts[1].rstrip("/") + "/"):
            best = max(best, (parts[1], parts[2]), key=lambda found: len(found[0]))
    if best[1] in NETWORK_FILE_SYSTEMS:
        raise RefusedError("network_share", path=path.name)


def unavailable(fault: DatabaseError) -> UnavailableError | None:
    """Return what a database fault means to a person, or None if it is our own bug."""
    code = _code(str(fault.orig).lower())
    if code is None or (code == "store_busy" and not isinstance(fault, OperationalError)):
        return None
    return UnavailableError(code)


def _code(text: str) -> str | None:
    for code, signs in FAULTS.items():
        if any(sign in text for sign in signs):
            return code
    return None
