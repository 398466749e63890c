"""Rights are changed by two, never into a forbidden combination, and hold at the next question."""

import tomllib
from collections.abc import Callable
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.permissions import ADMIN_ROLES, CASE_ROLES, Permission, Role, Scope
from db.office.accounts import OpenAccount
from db.office.grant_rules import (
    APART,
    OF_ADMINS,
    forbidden,
    forbidden_together,
    is_locked,
    scopes,
)
from db.office.granting import DecideGrant, ProposeGrant, TakeBackGrant, grant_changes
from db.office.queries import grants

Gates = Callable[[str], Gate]


def shipped() -> dict[Role, dict[Permission, Scope]]:
    source = files("resources").joinpath("codes", "grants.toml").read_text(encoding="utf-8")
    return {
        Role(role): {Permission(p): Scope(s) for s, names in part.items() for p in names}
        for role, part in tomllib.loads(source).items()
    }


def propose(gate: Gates, role: Role, right: Permission, scope: Scope | None) -> int:
    return gate("secadmin").write(ProposeGrant(role, right, scope, "办公室要求")).value


def test_a_right_is_given_by_two_and_holds_at_once(gate: Gates) -> None:
    clerk = gate("clerk")
    assert not clerk.actor.may(Permission.EXPORT)
    change = propose(gate, Role.CLERK, Permission.EXPORT, Scope.CENTER)
    assert not clerk.read(lambda r: r.actor.may(Permission.EXPORT))
    (row,) = gate("manager").read(grant_changes)
    assert row.may_decide
    assert (row.old_scope, row.new_scope) == (None, Scope.CENTER)
    gate("manager").write(DecideGrant(change, True, seen=row.version))
    assert clerk.read(lambda r: r.actor.may(Permission.EXPORT))
    change = propose(gate, Role.CLERK, Permission.EXPORT, None)
    gate("manager").write(DecideGrant(change, True))
    assert not clerk.read(lambda r: r.actor.may(Permission.EXPORT))
    with pytest.raises(NotAllowedError, match="not_permitted"):
        clerk.write(ProposeGrant(Role.CLERK, Permission.EXPORT, Scope.CENTER, "x"))


def test_a_narrower_reach_hides_at_once(gate: Gates) -> None:
    change = propose(gate, Role.MANAGER, Permission.TALK_PLAN, Scope.OWN)
    gate("manager").write(DecideGrant(change, True))
    found = {(g.role, g.permission): g.scope for g in gate("secadmin").read(grants)}
    assert found[Role.MANAGER, Permission.TALK_PLAN] is Scope.OWN
    assert gate("manager").read(lambda r: r.actor.scope(Permission.TALK_PLAN)) is Scope.OWN


def test_a_refused_change_changes_nothing(gate: Gates) -> None:
    change = propose(gate, Role.CLERK, Permission.EXPORT, Scope.CENTER)
    with pytest.raises(RefusedError, match="missing_opinion"):
        gate("manager").write(DecideGrant(change, False))
    gate("manager").write(DecideGrant(change, False, "不需要"))
    assert not gate("clerk").read(lambda r: r.actor.may(Permission.EXPORT))
    with pytest.raises(RefusedError, match="illegal_move"):
        gate("manager").write(DecideGrant(change, True))


def test_a_proposal_is_taken_back_by_its_proposer(gate: Gates) -> None:
    change = propose(gate, Role.CLERK, Permission.EXPORT, Scope.CENTER)
    with pytest.raises(RefusedError, match="decision_pending"):
        propose(gate, Role.CLERK, Permission.EXPORT, Scope.CENTER)
    gate("secadmin").write(TakeBackGrant(change))
    (row,) = gate("secadmin").read(grant_changes)
    assert row.state == "taken_back"
    assert gate("clerk").read(grant_changes) == ()


@pytest.mark.parametrize(
    ("role", "right", "scope", "code"),
    [
        (Role.SYSTEM_ADMIN, Permission.APPEAL_READ, Scope.CENTER, "grant_admin"),
        (Role.SECURITY_ADMIN, Permission.APPEAL_READ, Scope.CENTER, "grant_admin"),
        (Role.AUDIT_ADMIN, Permission.APPEAL_READ, Scope.CENTER, "grant_admin"),
        (Role.SECURITY_ADMIN, Permission.TRAIL_READ, Scope.CENTER, "grant_admin"),
        (Role.AUDIT_ADMIN, Permission.GRANT_WRITE, Scope.CENTER, "grant_admin"),
        (Role.INSPECTOR, Permission.APPEAL_HANDLE, Scope.CENTER, "grant_inspector"),
        (Role.CLERK, Permission.APPEAL_APPROVE, Scope.CENTER, "grant_other_role"),
        (Role.MANAGER, Permission.CLARIFICATION_APPROVE, Scope.CENTER, "grant_other_role"),
        (Role.MANAGER, Permission.GRANT_WRITE, Scope.CENTER, "grant_other_role"),
        (Role.DEPT_LEADER, Permission.APPEAL_HANDLE, Scope.UNIT, "grant_self_approval"),
        (Role.DEPT_LEADER, Permission.CLARIFICATION_PROPOSE, Scope.UNIT, "grant_self_approval"),
        (Role.OFFICER, Permission.APPEAL_READ, Scope.CENTER, "grant_too_wide"),
        (Role.CLERK, Permission.APPEAL_READ, Scope.UNIT, "grant_no_unit"),
        (Role.SECURITY_ADMIN, Permission.GRANT_WRITE, None, "grant_locked"),
        (Role.MANAGER, Permission.GRANT_CONFIRM, None, "grant_locked"),
        (Role.CLERK, Permission.APPEAL_READ, Scope.DESK, "grant_unchanged"),
        (Role.CLERK, Permission.EXPORT, None, "grant_unchanged"),
    ],
)
def test_forbidden_changes_are_refused_with_their_reason(
    gate: Gates, role: Role, right: Permission, scope: Scope | None, code: str
) -> None:
    with pytest.raises(RefusedError, match=code):
        propose(gate, role, right, scope)


def test_what_is_shipped_is_not_forbidden() -> None:
    for role, held in shipped().items():
        if role is Role.INSPECTOR:
            continue
        for right, scope in held.items():
            code = forbidden(role, right, scope, frozenset(held) - {right})
            assert code == "", (role, right, code)


@given(
    st.sampled_from(Role),
    st.lists(st.tuples(st.sampled_from(Permission), st.sampled_from(Scope)), max_size=40),
)
def test_no_row_of_changes_leads_to_a_forbidden_role(
    role: Role, wanted: list[tuple[Permission, Scope]]
) -> None:
    held: set[Permission] = set(shipped().get(role, {}))
    for right, scope in wanted:
        if not is_locked(role, right) and not forbidden(role, right, scope, held - {right}):
            held.add(right)
    if role in ADMIN_ROLES:
        assert held <= OF_ADMINS[role]
    if role in CASE_ROLES:
        assert not held & {Permission.GRANT_WRITE, Permission.TRAIL_READ}
        for one, other in APART:
            if role is not Role.MANAGER:
                assert not {one, other} <= held
    assert scopes(Role.SYSTEM_ADMIN, Permission.APPEAL_READ, held) == ()


def test_nobody_audits_and_administers(gate: Gates) -> None:
    holder = gate("manager")
    for login, name, role in (
        ("sys2", "司徒敬", "system_admin"),
        ("sec2", "司徒敬", "security_admin"),
        ("aud2", "邹雨桐", "audit_admin"),
    ):
        with pytest.raises(RefusedError, match="posts_not_together"):
            holder.write(OpenAccount(login, name, role))
    # Other posts may be held together; it is documented by the two accounts.
    holder.write(OpenAccount("clerk9", "邹雨桐", "clerk"))
    assert forbidden_together(Role.SYSTEM_ADMIN, [Role.SECURITY_ADMIN]) is None
