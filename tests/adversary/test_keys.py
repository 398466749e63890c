"""The key file against guessing, damage, closed accounts and administrators who want the key."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.core.errors import NotAllowedError, RefusedError, UnavailableError, ZhengmingError
from db.core.keys import Cost, KeyFile, Unlocked
from db.office.opening import key_path, open_store
from tests.conftest import CHEAP, PASSWORD, Center

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
LONG = "a long password 长口令"


def fresh(folder: Path) -> tuple[KeyFile, bytes]:
    made, key = KeyFile.create(folder / "x.zm.keys", floor_kib=8)
    made.add_account(
        login="manager", name="周敏", role="manager", password=LONG, store_key=key, cost=CHEAP
    )
    made.add_account(login="sys", name="尹", role="system_admin", password=LONG, cost=CHEAP)
    return made, key


def wait_after(file: KeyFile, tries: int, at: datetime) -> datetime:
    """Try wrong passwords as fast as allowed; return when the next may come."""
    for _ in range(tries):
        try:
            file.unlock("manager", "wrong password", at=at)
        except NotAllowedError:
            pass
        except RefusedError as wait:
            at = wait.params["until"]  # type: ignore[assignment]
            with pytest.raises(NotAllowedError, match="wrong_password"):
                file.unlock("manager", "wrong password", at=at)
    return at


def test_guessing_gets_slower_and_a_restart_does_not_help(tmp_path: Path) -> None:
    file, _ = fresh(tmp_path)
    at = wait_after(file, 8, NOW)
    assert at - NOW > timedelta(seconds=60)
    again = KeyFile.open(file.path)
    with pytest.raises(RefusedError, match="wait_before_retry"):
        again.unlock("manager", LONG, at=at)
    with pytest.raises(RefusedError, match="wait_before_retry"):
        again.unlock("manager", LONG, at=NOW - timedelta(days=400))
    assert again.unlock("manager", LONG, at=at + timedelta(hours=1)).store_key
    assert KeyFile.open(file.path).accounts["manager"].failed == 0


def test_two_open_key_files_do_not_forget_each_others_failures(tmp_path: Path) -> None:
    file, _ = fresh(tmp_path)
    for _ in range(6):
        other = KeyFile.open(file.path)
        with pytest.raises(ZhengmingError):
            other.unlock("manager", "wrong password", at=NOW)
    with pytest.raises(RefusedError, match="wait_before_retry"):
        KeyFile.open(file.path).unlock("manager", LONG, at=NOW)


def test_no_call_gives_the_system_administrator_the_key(tmp_path: Path) -> None:
    file, key = fresh(tmp_path)
    manager = file.unlock("manager", LONG, at=NOW)
    admin = file.unlock("sys", LONG, at=NOW)
    assert admin.store_key is None
    with pytest.raises(NotAllowedError, match="system_admin_no_key"):
        file.seal_to("sys", manager)
    with pytest.raises(NotAllowedError, match="no_store_key"):
        file.seal_to("manager", admin)
    with pytest.raises(NotAllowedError, match="system_admin_no_key"):
        file.add_account(
            login="s2", name="尹", role="system_admin", password=LONG, store_key=key, cost=CHEAP
        )
    assert "s2" not in KeyFile.open(file.path).accounts
    with pytest.raises(NotAllowedError, match="no_store_key"):
        open_store(tmp_path / "x.zm", admin, clock=None)  # type: ignore[arg-type]
    text = file.path.read_text(encoding="utf-8")
    assert key.hex() not in text


def test_nobody_sets_the_password_of_another(tmp_path: Path) -> None:
    file, _ = fresh(tmp_path)
    admin = file.unlock("sys", LONG, at=NOW)
    for unlocked in (None, admin):
        with pytest.raises(NotAllowedError, match="password_needed"):
            file.set_password("manager", "another password", unlocked=unlocked)
    file.reset_password("manager")
    assert file.accounts["manager"].sealed_store_key == ""
    with pytest.raises(RefusedError, match="password_not_set"):
        file.unlock("manager", LONG, at=NOW)
    file.set_password("manager", "another password")
    assert file.unlock("manager", "another password", at=NOW).store_key is None


def test_a_new_password_ends_the_old_one_and_keeps_the_key(tmp_path: Path) -> None:
    file, key = fresh(tmp_path)
    unlocked = file.unlock("manager", LONG, at=NOW)
    file.set_password("manager", "brand new password", unlocked=unlocked)
    again = KeyFile.open(file.path)
    with pytest.raises(NotAllowedError, match="wrong_password"):
        again.unlock("manager", LONG, at=NOW)
    assert again.unlock("manager", "brand new password", at=NOW).store_key == key


def test_a_closed_account_opens_nothing(tmp_path: Path) -> None:
    file, key = fresh(tmp_path)
    file.close_account("manager")
    assert file.accounts["manager"].sealed_store_key == ""
    with pytest.raises(NotAllowedError):
        KeyFile.open(file.path).unlock("manager", LONG, at=NOW)
    other = Unlocked("x", key, b"", b"")
    with pytest.raises(ZhengmingError):
        file.seal_to("manager", other)


def test_one_half_of_the_recovery_tells_nothing(tmp_path: Path) -> None:
    file, key = fresh(tmp_path)
    first, second = file.make_recovery(key)
    assert KeyFile.open(file.path).recover(first.lower(), second.replace("-", " ")) == key
    for wrong in ((first, first), (second, first), (first, ""), ("", second), (first, second[:-2])):
        with pytest.raises(RefusedError):
            file.recover(*wrong)
    swapped = first[:4] + ("A" if first[4] != "A" else "B") + first[5:]
    with pytest.raises(RefusedError, match="recovery_mistyped"):
        file.recover(swapped, second)
    (tmp_path / "other").mkdir()
    other, _ = fresh(tmp_path / "other")
    other.make_recovery(key)
    with pytest.raises(RefusedError, match="recovery_not_of_store"):
        other.recover(first, second)


def damaged(path: Path) -> list[Callable[[dict[str, object]], object]]:
    def account(data: dict[str, object]) -> dict[str, str]:
        return data["accounts"][0]  # type: ignore[index,no-any-return]

    return [
        lambda d: account(d).update(locked_private="!!!"),
        lambda d: account(d).update(sealed_store_key="AAAA"),
        lambda d: account(d).update(sealed_store_key="not base64 €"),
        lambda d: account(d).update(salt="x"),
        lambda d: account(d).update(salt=""),
        lambda d: account(d).update(wait_until="yesterday"),
        lambda d: account(d).update(cost={"passes": 0, "memory_kib": 8, "lanes": 1}),
        lambda d: account(d).update(cost={"passes": 1}),
        lambda d: account(d).update(failed="many"),
        lambda d: account(d).pop("login"),
        lambda d: account(d).update(extra=1),
        lambda d: d.pop("accounts"),
        lambda d: d.pop("recovery"),
        lambda d: d.pop("log"),
        lambda d: d.pop("store_id"),
        lambda d: d.update(accounts="x"),
        lambda d: d.update(log=[{"at": "x"}]),
    ]


@pytest.mark.parametrize("which", range(17))
def test_a_damaged_key_file_is_told_and_never_a_traceback(tmp_path: Path, which: int) -> None:
    file, _ = fresh(tmp_path)
    data = json.loads(file.path.read_text(encoding="utf-8"))
    damaged(file.path)[which](data)
    file.path.write_text(json.dumps(data), encoding="utf-8")
    opened = None
    try:
        opened = KeyFile.open(file.path)
        opened.verify_log()
        opened.recovery_confirmed  # noqa: B018
        opened.unlock("manager", "wrong password", at=NOW)
    except ZhengmingError:
        pass
    if opened is not None:
        try:
            opened.unlock("manager", LONG, at=NOW)
        except ZhengmingError:
            return
        assert which in (10, 16) or opened.verify_log() in (True, False)


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 500, b"[]", b"null", b"{}", b'"x"', b"\xff\xfe"]
)
def test_a_file_that_is_none_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.zm.keys"
    path.write_bytes(content)
    with pytest.raises(UnavailableError, match="key_file_unreadable"):
        KeyFile.open(path)


def test_a_log_that_was_cut_or_changed_does_not_verify(tmp_path: Path) -> None:
    file, _ = fresh(tmp_path)
    manager = file.unlock("manager", LONG, at=NOW)
    for about in ("a", "b", "c"):
        file.sign(manager, "seal", about=about, at=NOW)
    assert KeyFile.open(file.path).verify_log()
    data = json.loads(file.path.read_text(encoding="utf-8"))
    for spoil in (
        lambda d: d["log"].pop(),
        lambda d: d["log"].pop(1),
        lambda d: d["log"][1].update(about="x"),
        lambda d: d["log"].reverse(),
        lambda d: d.update(log=[]),
    ):
        spoiled = json.loads(json.dumps(data))
        spoil(spoiled)
        file.path.write_text(json.dumps(spoiled), encoding="utf-8")
        assert not KeyFile.open(file.path).verify_log()


def test_the_key_file_is_readable_by_its_owner_only(center: Center) -> None:
    for path in (center.path, key_path(center.path)):
        assert path.stat().st_mode & 0o077 == 0, path.name
    assert PASSWORD not in key_path(center.path).read_text(encoding="utf-8")


def test_a_weak_cost_is_refused(tmp_path: Path) -> None:
    made, _ = KeyFile.create(tmp_path / "y.zm.keys")
    with pytest.raises(RefusedError, match="cost_below_floor"):
        made.add_account(login="x", name="x", role="clerk", password=LONG, cost=Cost(1, 8, 1))
