"""What is open while somebody is logged in, and how it is opened, off the window's thread."""

from dataclasses import dataclass
from pathlib import Path

from db.codes.listing import CodeItem, code_items
from db.core import backup, upgrade
from db.core.clock import Clock
from db.core.engine import open_engine
from db.core.errors import NotAllowedError, UnavailableError
from db.core.gate import Gate
from db.core.keys import KeyFile, Unlocked
from db.core.permissions import Actor, Permission, Role, Scope
from db.office.accounts import AnchorKeyLog
from db.office.demo_mark import demo_password
from db.office.opening import key_path, open_store
from db.office.queries import office_name
from desktop.store import Store


@dataclass(frozen=True, slots=True)
class Opened:
    """What unlocking gave.

    Attributes:
        path: The store.
        clock: Tells the time.
        key_file: As it was read.
        unlocked: The account's keys.
        gate: Door to the store; None for the system administrator, who holds no store key.
        actor: Who is logged in.
        office: Name of the center; empty where it cannot be read.
        codes: The store's lists.
    """

    path: Path
    clock: Clock
    key_file: KeyFile
    unlocked: Unlocked
    gate: Gate | None
    actor: Actor
    office: str
    codes: tuple[CodeItem, ...]

    @property
    def is_demo(self) -> bool:
        """Whether this is a demo store."""
        return demo_password(self.path) is not None


@dataclass(slots=True)
class Session:
    """An open session: what `Opened` has, and the store behind its threads."""

    opened: Opened
    store: Store | None

    @property
    def path(self) -> Path:
        """The store's file."""
        return self.opened.path

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self.opened.actor

    def need_store(self) -> Store:
        """Return the store; pages that need one are never given to who has none."""
        if self.store is None:
            raise NotAllowedError("no_store_key")
        return self.store


def unlock(path: Path, login: str, password: str, *, clock: Clock) -> Opened:
    """Open a store with a password; takes about a second, so never on the window's thread.

    Raises:
        NotAllowedError: `wrong_password`, `account_closed`, `no_store_key`.
        RefusedError: `wait_before_retry`, `password_not_set`, `store_newer`, `network_share`.
        UnavailableError: `key_file_missing`, `store_missing`, `migration_failed` …
    """
    key_file = KeyFile.open(key_path(path))
    return open_for(path, key_file, key_file.unlock(login, password, at=clock.now()), clock=clock)


def open_for(path: Path, key_file: KeyFile, unlocked: Unlocked, *, clock: Clock) -> Opened:
    """Open a store for an unlocked account; an older store is backed up before it is changed."""
    account = key_file.accounts[unlocked.login]
    if account.role == Role.SYSTEM_ADMIN:
        actor = Actor(
            account_id=0,
            login=unlocked.login,
            name=account.name,
            role=Role.SYSTEM_ADMIN,
            unit_id=None,
            member_department=None,
            grants={Permission.BACKUP: Scope.CENTER},
        )
        return Opened(path, clock, key_file, unlocked, None, actor, "", ())
    if unlocked.store_key is None:
        raise NotAllowedError("no_store_key")
    if not path.exists():
        raise UnavailableError("store_missing", path=path.name)
    _back_up_before_migration(path, unlocked.store_key, clock)
    gate = open_store(path, unlocked, clock=clock)
    codes, office = gate.read(code_items), gate.read(office_name)
    gate.note("log_in", "account", gate.actor.account_id)
    if gate.actor.may(Permission.ACCOUNT_SEAL):
        closed = tuple(a.login for a in key_file.accounts.values() if not a.is_active)
        gate.write(
            AnchorKeyLog(key_file.log_head, len(key_file.log), key_file.verify_log(), closed)
        )
    return Opened(path, clock, key_file, unlocked, gate, gate.actor, office, codes)


def _back_up_before_migration(path: Path, key: bytes, clock: Clock) -> None:
    engine = open_engine(path, key, read_only=True)
    try:
        present = upgrade.revision(engine)
    finally:
        engine.dispose()
    if present != upgrade.head():
        backup.backup(path, key, clock=clock, reason="before_migration")
