"""The key file beside a store: who can open it, without saying how (DESIGN §3.10).

The store's random key is sealed to the public key of each account; an account's private key is
locked by a key that Argon2id derives from the password. `system_admin` manages the file and holds
no sealed store key. Two half-sheets of a recovery secret open it too.
"""

import base64
import hashlib
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey

from db.core.errors import NotAllowedError, RefusedError, UnavailableError

FLOOR_KIB = 128 * 1024
FREE_TRIES = 3
SLOWEST = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Cost:
    """Argon2id parameters: passes, memory in KiB, lanes."""

    passes: int = 3
    memory_kib: int = FLOOR_KIB
    lanes: int = 2


@dataclass(slots=True)
class KeyAccount:
    """An account in the key file.

    Attributes:
        login: Short name.
        name: Real name, shown at the login.
        role: Account role.
        unit: Short name of the unit, shown at the login.
        public_key: Seals the store key to the account; empty until the first password is set.
        locked_private: Private key, locked by the password.
        locked_signing: Signing key, locked by the password.
        verify_key: Verifies what the account signed.
        sealed_store_key: The store key sealed to the account; empty for who has none.
        salt: Of Argon2id.
        cost: Stored parameters.
        failed: Wrong passwords in a row.
        wait_until: ISO instant until which a further try is refused.
        is_active: A closed account cannot log in.
    """

    login: str
    name: str
    role: str
    unit: str = ""
    public_key: str = ""
    locked_private: str = ""
    locked_signing: str = ""
    verify_key: str = ""
    sealed_store_key: str = ""
    salt: str = ""
    cost: Cost = field(default_factory=Cost)
    failed: int = 0
    wait_until: str = ""
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a right password opens; `store_key` is None for who holds no key."""

    login: str
    store_key: bytes | None
    private_key: bytes
    signing_key: bytes


def _account_of(item: dict[str, Any]) -> KeyAccount:
    """Return an account from its entry; a damaged one raises ValueError, TypeError or KeyError."""
    values = dict(item)
    made = KeyAccount(cost=Cost(**values.pop("cost")), **values)
    for one in fields(made):
        value, kind = getattr(made, one.name), type(one.default)
        if one.name in ("login", "name", "role"):
            kind = str
        if one.name != "cost" and type(value) is not kind:
            raise TypeError(one.name)
    if made.wait_until and datetime.fromisoformat(made.wait_until).tzinfo is None:
        raise ValueError("wait_until")
    return made


def _check_shape(data: dict[str, Any]) -> None:
    recovery = data["recovery"]
    for text in (data["store_id"], data["log_head"], recovery["sealed_store_key"]):
        if not isinstance(text, str):
            raise TypeError("text")
    if not isinstance(data["log"], list) or not all(isinstance(x, dict) for x in data["log"]):
        raise TypeError("log")
    if not isinstance(recovery["confirmed"], bool) or int(data["floor_kib"]) < 0:
        raise TypeError("recovery")


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _raw(text: str) -> bytes:
    return base64.b64decode(text)


def derive(password: str, salt: bytes, cost: Cost) -> bytes:
    """Return the 32-byte key that Argon2id derives from a password."""
    return hash_secret_raw(
        password.encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


class KeyFile:
    """The key file `X.zm.keys`; every change is written at once and atomically."""

    def __init__(self, path: Path, data: dict[str, Any]) -> None:
        self.path = path
        self._data = data
        self.accounts: dict[str, KeyAccount] = {}
        for item in data["accounts"]:
            account = _account_of(item)
            self.accounts[account.login] = account
        _check_shape(data)

    @classmethod
    def create(cls, path: Path, *, floor_kib: int = FLOOR_KIB) -> tuple["KeyFile", bytes]:
        """Make a new key file and return it with the new store key.

        Args:
            path: Where; must not exist.
            floor_kib: Least Argon2id memory that an account of this store may have.
        """
        if path.exists():
            raise RefusedError("store_exists", path=path.name)
        data: dict[str, Any] = {
            "format": 1,
            "store_id": secrets.token_hex(16),
            "floor_kib": floor_kib,
            "recovery": {"public_key": "", "sealed_store_key": "", "confirmed": False},
            "log": [],
            "log_head": "0" * 64,
            "accounts": [],
        }
        made = cls(path, data)
        made.save()
        return made, secrets.token_bytes(32)

    @classmethod
    def open(cls, path: Path) -> "KeyFile":
        """Read a key file.

        Raises:
            UnavailableError: `key_file_missing` or `key_file_unreadable`.
        """
        try:
            return cls(path, json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError as fault:
            raise UnavailableError("key_file_missing", path=path.name) from fault
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
            raise UnavailableError("key_file_unreadable", path=path.name) from fault

    def save(self) -> None:
        """Write the file beside itself and swap it in."""
        self._data["accounts"] = [asdict(a) for a in self.accounts.values()]
        text = json.dumps(self._data, ensure_ascii=False, indent=1)
        fresh = self.path.with_name(self.path.name + ".new")
        with fresh.open("w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        fresh.chmod(0o600)
        fresh.replace(self.path)
        # The instances share the list that was just written.
        for account in self._data["accounts"]:
            account["cost"] = dict(account["cost"])

    @property
    def store_id(self) -> str:
        """Return the random name of the store."""
        return str(self._data["store_id"])

    @property
    def recovery_confirmed(self) -> bool:
        """Return whether both half-sheets were typed back once."""
        return bool(self._data["recovery"]["confirmed"])

    @property
    def log(self) -> list[dict[str, str]]:
        """Return the signed log of the file, oldest first."""
        return list(self._data["log"])

    @property
    def log_head(self) -> str:
        """Return the hash of the log's last line."""
        return str(self._data["log_head"])

    def add_account(
        self,
        *,
        login: str,
        name: str,
        role: str,
        unit: str = "",
        password: str | None = None,
        store_key: bytes | None = None,
        cost: Cost | None = None,
    ) -> KeyAccount:
        """Open an account; with a password it may log in, with the store key it may read.

        Raises:
            RefusedError: `login_taken`, `password_too_short`, `cost_below_floor`.
        """
        if login in self.accounts:
            raise RefusedError("login_taken", field="login", login=login)
        account = KeyAccount(login=login, name=name, role=role, unit=unit, cost=cost or Cost())
        if account.cost.memory_kib < int(self._data["floor_kib"]):
            raise RefusedError("cost_below_floor")
        if password is not None:
            self._set_password(account, password)
        if store_key is not None and account.public_key:
            self._seal(account, store_key)
        self.accounts[login] = account
        self.save()
        return account

    def set_password(self, login: str, password: str, *, unlocked: Unlocked | None = None) -> None:
        """Set a first password, or a new one for an unlocked account.

        Raises:
            RefusedError: `password_too_short`.
            NotAllowedError: `password_needed` if a password exists and was not given.
        """
        account = self._account(login)
        if account.locked_private and (unlocked is None or unlocked.login != login):
            raise NotAllowedError("password_needed")
        self._set_password(account, password, unlocked=unlocked)
        self.save()

    def reset_password(self, login: str) -> None:
        """Forget an account's keys: it sets a password at its next login and is sealed anew."""
        account = self._account(login)
        account.public_key = account.locked_private = account.sealed_store_key = ""
        account.locked_signing = account.verify_key = account.salt = ""
        account.failed, account.wait_until = 0, ""
        self.save()

    def close_account(self, login: str) -> None:
        """Close an account and forget its sealed store key."""
        account = self._account(login)
        account.is_active = False
        account.sealed_store_key = ""
        self.save()

    def seal_to(self, login: str, by: Unlocked) -> None:
        """Give an account the store key, by one who holds it.

        Raises:
            NotAllowedError: `no_store_key` if the giver holds none, `system_admin_no_key`,
                `account_closed`.
            RefusedError: `password_not_set` while the account has no keys of its own.
        """
        account = self._account(login)
        if by.store_key is None:
            raise NotAllowedError("no_store_key")
        if not account.is_active:
            raise NotAllowedError("account_closed")
        if not account.public_key:
            raise RefusedError("password_not_set", login=login)
        self._seal(account, by.store_key)
        self.save()

    def unlock(self, login: str, password: str, *, at: datetime) -> Unlocked:
        """Open an account with its password; wrong ones slow down the next try.

        Raises:
            UnavailableError: `key_file_unreadable` where the account's entry is damaged.
            NotAllowedError: `wrong_password`, `account_closed`, `no_such_account`.
            RefusedError: `wait_before_retry` (params `until`), `password_not_set`.
        """
        account = self.accounts.get(login)
        if account is None:
            raise NotAllowedError("wrong_password")
        if not account.is_active:
            raise NotAllowedError("account_closed")
        if account.wait_until and at < datetime.fromisoformat(account.wait_until):
            raise RefusedError(
                "wait_before_retry", until=datetime.fromisoformat(account.wait_until)
            )
        if not account.locked_private:
            raise RefusedError("password_not_set", login=login)
        try:
            box = SecretBox(derive(password, _raw(account.salt), account.cost))
        except (HashingError, ValueError) as fault:
            raise UnavailableError("key_file_unreadable", path=self.path.name) from fault
        try:
            private = box.decrypt(_raw(account.locked_private))
            signing = box.decrypt(_raw(account.locked_signing))
        except (CryptoError, ValueError):
            self._note_failure(account, at)
            raise NotAllowedError("wrong_password") from None
        if account.failed:
            account.failed, account.wait_until = 0, ""
            self.save()
        return Unlocked(login, self._unseal(account, private), private, signing)

    def _unseal(self, account: KeyAccount, private: bytes) -> bytes | None:
        if not account.sealed_store_key:
            return None
        try:
            return SealedBox(PrivateKey(private)).decrypt(_raw(account.sealed_store_key))
        except (CryptoError, ValueError) as fault:
            raise UnavailableError("key_file_unreadable", path=self.path.name) from fault

    def make_recovery(self, store_key: bytes) -> tuple[str, str]:
        """Make a recovery secret and return its two half-sheets; one alone tells nothing."""
        secret = secrets.token_bytes(32)
        mask = secrets.token_bytes(32)
        other = bytes(a ^ b for a, b in zip(secret, mask, strict=True))
        private = PrivateKey(secret)
        self._data["recovery"] = {
            "public_key": _b64(bytes(private.public_key)),
            "sealed_store_key": _b64(SealedBox(private.public_key).encrypt(store_key)),
            "confirmed": False,
        }
        self.save()
        return _half("1", mask), _half("2", other)

    def recover(self, first: str, second: str) -> bytes:
        """Return the store key from both half-sheets as typed.

        Raises:
            RefusedError: `recovery_mistyped` (field `first` or `second`), `recovery_not_of_store`.
        """
        mask, other = _unhalf(first, "1", "first"), _unhalf(second, "2", "second")
        secret = bytes(a ^ b for a, b in zip(mask, other, strict=True))
        try:
            return SealedBox(PrivateKey(secret)).decrypt(
                _raw(self._data["recovery"]["sealed_store_key"])
            )
        except (CryptoError, ValueError):
            raise RefusedError("recovery_not_of_store") from None

    def confirm_recovery(self, first: str, second: str) -> None:
        """Note that both half-sheets were typed back rightly."""
        self.recover(first, second)
        self._data["recovery"]["confirmed"] = True
        self.save()

    def sign(self, by: Unlocked, act: str, *, about: str, at: datetime) -> None:
        """Add a signed line to the file's own log (SETTLED §1)."""
        line = {
            "at": at.isoformat(),
            "by": by.login,
            "act": act,
            "about": about,
            "previous": self.log_head,
            "key": _b64(bytes(SigningKey(by.signing_key).verify_key)),
        }
        text = json.dumps(line, sort_keys=True, ensure_ascii=False)
        line["signature"] = _b64(SigningKey(by.signing_key).sign(text.encode()).signature)
        self._data["log"].append(line)
        self._data["log_head"] = hashlib.sha256((text + line["signature"]).encode()).hexdigest()
        self.save()

    def verify_log(self) -> bool:
        """Return whether every line of the log is signed and follows its predecessor."""
        head = "0" * 64
        for line in self._data["log"]:
            body = {k: v for k, v in line.items() if k != "signature"}
            text = json.dumps(body, sort_keys=True, ensure_ascii=False)
            if body.get("previous") != head:
                return False
            try:
                VerifyKey(_raw(line["key"])).verify(text.encode(), _raw(line["signature"]))
            except (CryptoError, ValueError, KeyError):
                return False
            head = hashlib.sha256((text + line["signature"]).encode()).hexdigest()
        return head == self.log_head

    def _account(self, login: str) -> KeyAccount:
        if login not in self.accounts:
            raise NotAllowedError("no_such_account")
        return self.accounts[login]

    def _seal(self, account: KeyAccount, store_key: bytes) -> None:
        if account.role == "system_admin":
            raise NotAllowedError("system_admin_no_key")
        box = SealedBox(PublicKey(_raw(account.public_key)))
        account.sealed_store_key = _b64(box.encrypt(store_key))

    def _set_password(
        self, account: KeyAccount, password: str, *, unlocked: Unlocked | None = None
    ) -> None:
        if len(password) < 8:
            raise RefusedError("password_too_short", field="password", least=8)
        private = unlocked.private_key if unlocked else bytes(PrivateKey.generate())
        signing = unlocked.signing_key if unlocked else bytes(SigningKey.generate())
        salt = secrets.token_bytes(16)
        box = SecretBox(derive(password, salt, account.cost))
        account.salt = _b64(salt)
        account.locked_private = _b64(box.encrypt(private))
        account.locked_signing = _b64(box.encrypt(signing))
        account.public_key = _b64(bytes(PrivateKey(private).public_key))
        account.verify_key = _b64(bytes(SigningKey(signing).verify_key))

    def _note_failure(self, account: KeyAccount, at: datetime) -> None:
        account.failed += 1
        beyond = account.failed - FREE_TRIES
        if beyond > 0:
            wait = min(timedelta(seconds=5 * 2 ** min(beyond, 12)), SLOWEST)
            account.wait_until = (at + wait).isoformat()
        self.save()


def _half(mark: str, data: bytes) -> str:
    check = hashlib.sha256(mark.encode() + data).digest()[:3]
    text = base64.b32encode(data + check).decode().rstrip("=")
    groups = [text[i : i + 4] for i in range(0, len(text), 4)]
    return f"{mark}-" + "-".join(groups)


def _unhalf(text: str, mark: str, name: str) -> bytes:
    kept = "".join(c for c in text.upper() if c.isalnum())
    kept = kept[:1] + kept[1:].replace("0", "O").replace("1", "I").replace("8", "B")
    if kept[:1] != mark:
        raise RefusedError("recovery_mistyped", field=name)
    body = kept[1:]
    try:
        data = base64.b32decode(body + "=" * (-len(body) % 8))
    except ValueError:
        raise RefusedError("recovery_mistyped", field=name) from None
    if len(data) != 35 or hashlib.sha256(mark.encode() + data[:32]).digest()[:3] != data[32:]:
        raise RefusedError("recovery_mistyped", field=name)
    return data[:32]


Progress = Callable[[str, int, int], None]
"""Told what is being done, how far, of how much."""
