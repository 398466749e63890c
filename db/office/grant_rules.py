"""Which rights a role may ever have: the forbidden combinations (pure).

DOMAIN §10.3: three administrators apart, none of them near a case; SETTLED §1: nobody decides what
he proposes; a clarification is never the manager's to approve.
"""

from collections.abc import Collection, Mapping

from db.core.permissions import ADMIN_ROLES, Permission, Role, Scope

OF_ADMINS: Mapping[Role, frozenset[Permission]] = {
    Role.SYSTEM_ADMIN: frozenset({Permission.BACKUP}),
    Role.SECURITY_ADMIN: frozenset(
        {
            Permission.CODE_WRITE,
            Permission.RULE_WRITE,
            Permission.CALENDAR_WRITE,
            Permission.GRANT_WRITE,
            Permission.ACCOUNT_SEAL,
            Permission.UNIT_WRITE,
            Permission.SETTING_WRITE,
            Permission.DRAFT_WRITE,
        }
    ),
    Role.AUDIT_ADMIN: frozenset({Permission.TRAIL_READ, Permission.VERIFY}),
}
"""All that an administrator may ever hold; 系统—审计 and 安全—审计 never meet in one hand."""

ONLY: Mapping[Permission, frozenset[Role]] = {
    Permission.GRANT_WRITE: frozenset({Role.SECURITY_ADMIN}),
    Permission.GRANT_CONFIRM: frozenset({Role.MANAGER}),
    Permission.TRAIL_READ: frozenset({Role.AUDIT_ADMIN}),
    Permission.INSPECT: frozenset({Role.INSPECTOR}),
    Permission.CLARIFICATION_APPROVE: frozenset({Role.DEPT_LEADER}),
    Permission.APPEAL_SIGN_OFF: frozenset({Role.DEPT_LEADER}),
    Permission.RECUSAL_SIGN_OFF: frozenset({Role.DEPT_LEADER}),
    Permission.RECUSAL_DECIDE: frozenset({Role.MANAGER}),
    Permission.APPEAL_APPROVE: frozenset({Role.MANAGER}),
    Permission.TALK_CLOSE: frozenset({Role.MANAGER}),
    Permission.MONTH_CLOSE: frozenset({Role.MANAGER}),
}
"""Rights that belong to some roles and to no other."""

APART: tuple[tuple[Permission, Permission], ...] = (
    (Permission.APPEAL_HANDLE, Permission.APPEAL_SIGN_OFF),
    (Permission.CLARIFICATION_PROPOSE, Permission.CLARIFICATION_APPROVE),
    (Permission.CLARIFICATION_HANDLE, Permission.CLARIFICATION_APPROVE),
    (Permission.GRANT_WRITE, Permission.GRANT_CONFIRM),
    (Permission.TALK_HOLD, Permission.TALK_CLOSE),
)
"""Who drafts, and who signs: a role that has one never gets the other."""

LOCKED = frozenset(
    {
        (Role.SYSTEM_ADMIN, Permission.BACKUP),
        (Role.SECURITY_ADMIN, Permission.GRANT_WRITE),
        (Role.AUDIT_ADMIN, Permission.TRAIL_READ),
        (Role.MANAGER, Permission.GRANT_CONFIRM),
        (Role.MANAGER, Permission.ACCOUNT_SEAL),
        (Role.MANAGER, Permission.APPEAL_READ),
        (Role.MANAGER, Permission.RECUSAL_DECIDE),
    }
)
"""Rights that nobody takes away, or the office could not be run any more."""

FORBIDDEN_PAIRS = (
    frozenset({Role.SYSTEM_ADMIN, Role.AUDIT_ADMIN}),
    frozenset({Role.SECURITY_ADMIN, Role.AUDIT_ADMIN}),
)
"""Posts that nobody holds together (DOMAIN §10.3, OFFICE §5-44); other 兼任 is documented."""

DEPARTMENT_ROLES = frozenset({Role.OFFICER, Role.DEPT_LEADER})
_CASES = ("appeal_", "clarification_", "talk_", "document_")


def forbidden(
    role: Role, permission: Permission, scope: Scope, held: Collection[Permission]
) -> str:
    """Return the code of why a role may not have a right that far, empty if it may.

    Args:
        role: The role.
        permission: The right.
        scope: How far.
        held: The other rights of the role.
    """
    if role is Role.INSPECTOR:
        return "grant_inspector"
    if role in ADMIN_ROLES and permission not in OF_ADMINS[role]:
        return "grant_admin"
    if role not in ONLY.get(permission, frozenset({role})):
        return "grant_other_role"
    for one, other in APART:
        if permission in (one, other) and (other if permission is one else one) in held:
            # The manager holds talks of his own beside closing those of others.
            if role is Role.MANAGER and one is Permission.TALK_HOLD:
                continue
            return "grant_self_approval"
    wide = scope in (Scope.CENTER, Scope.DESK)
    if role in DEPARTMENT_ROLES and wide and permission.value.startswith(_CASES):
        return "grant_too_wide"
    if scope is Scope.UNIT and role not in DEPARTMENT_ROLES:
        return "grant_no_unit"
    return ""


def scopes(role: Role, permission: Permission, held: Collection[Permission]) -> tuple[Scope, ...]:
    """Return how far a role may have a right; empty if never."""
    return tuple(scope for scope in Scope if not forbidden(role, permission, scope, held))


def forbidden_together(role: Role, others: Collection[Role]) -> Role | None:
    """Return the post among a person's others that forbids him this one, None if none does."""
    return next((o for o in others if frozenset({role, o}) in FORBIDDEN_PAIRS), None)


def is_locked(role: Role, permission: Permission) -> bool:
    """Return whether a right stays with its role for ever."""
    return (role, permission) in LOCKED
