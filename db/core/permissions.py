"""Who may do and see what: one pure policy below every surface.

Role grants × scope × explicit deny (recusal) × case roles (SETTLED §1, DESIGN §3.4). Grants are
seeded from `resources/codes/grants.toml` into rows; this file only names and combines them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """Account roles of SETTLED §1."""

    CLERK = "clerk"
    OFFICER = "officer"
    DEPT_LEADER = "dept_leader"
    MANAGER = "manager"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDIT_ADMIN = "audit_admin"
    INSPECTOR = "inspector"
    """巡察查阅: reads for some days what its scope allows, and nothing else (OFFICE §1-28)."""


ADMIN_ROLES = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
CASE_ROLES = frozenset({Role.CLERK, Role.OFFICER, Role.DEPT_LEADER, Role.MANAGER})


class Permission(StrEnum):
    """Rights that a grant gives; every command and every move names one."""

    APPEAL_REGISTER = "appeal_register"
    APPEAL_SCREEN = "appeal_screen"
    APPEAL_APPROVE = "appeal_approve"
    APPEAL_ROUTE = "appeal_route"
    APPEAL_SIGN_IN = "appeal_sign_in"
    APPEAL_HANDLE = "appeal_handle"
    APPEAL_SIGN_OFF = "appeal_sign_off"
    APPEAL_DELIVER = "appeal_deliver"
    APPEAL_FOLLOW_UP = "appeal_follow_up"
    APPEAL_CLOSE = "appeal_close"
    APPEAL_REVIEW = "appeal_review"
    APPEAL_READ = "appeal_read"
    CONSULTATION = "consultation"
    PERSON_WRITE = "person_write"
    PERSON_READ = "person_read"
    UNIT_WRITE = "unit_write"
    CLARIFICATION_APPLY = "clarification_apply"
    CLARIFICATION_PROPOSE = "clarification_propose"
    CLARIFICATION_HANDLE = "clarification_handle"
    CLARIFICATION_APPROVE = "clarification_approve"
    CLARIFICATION_ARCHIVE = "clarification_archive"
    TALK_PLAN = "talk_plan"
    TALK_HOLD = "talk_hold"
    TALK_CLOSE = "talk_close"
    DOCUMENT_WRITE = "document_write"
    DOCUMENT_RELEASE = "document_release"
    RECORD_ON_BEHALF = "record_on_behalf"
    CONFIRM_RECORDED = "confirm_recorded"
    IMPORT = "import"
    EXPORT = "export"
    DUPLICATES = "duplicates"
    STATISTICS_READ = "statistics_read"
    MONTH_CLOSE = "month_close"
    CODE_WRITE = "code_write"
    RULE_WRITE = "rule_write"
    CALENDAR_WRITE = "calendar_write"
    GRANT_WRITE = "grant_write"
    ACCOUNT_SEAL = "account_seal"
    SETTING_WRITE = "setting_write"
    TRAIL_READ = "trail_read"
    VERIFY = "verify"
    BACKUP = "backup"
    DRAFT_WRITE = "draft_write"
    RECUSAL_ASK = "recusal_ask"
    RECUSAL_DECIDE = "recusal_decide"
    RECUSAL_SIGN_OFF = "recusal_sign_off"
    SUBSTITUTE_ARRANGE = "substitute_arrange"
    WORK_HAND_OVER = "work_hand_over"
    GRANT_CONFIRM = "grant_confirm"
    INSPECT = "inspect"
    REGISTER_READ = "register_read"
    REGISTER_WRITE = "register_write"
    REGISTER_APPROVE = "register_approve"
    SUPERVISION_READ = "supervision_read"
    SUPERVISION_WRITE = "supervision_write"
    SUPERVISION_ANSWER = "supervision_answer"
    MEETING_READ = "meeting_read"
    MEETING_WRITE = "meeting_write"
    MEETING_TASK = "meeting_task"
    LEADER_LIST = "leader_list"
    LEADER_LIST_APPROVE = "leader_list_approve"
    INQUIRY_READ = "inquiry_read"
    INQUIRY_WRITE = "inquiry_write"
    IMPACT_READ = "impact_read"
    IMPACT_WRITE = "impact_write"
    ATTENTION_READ = "attention_read"
    RECEPTION_READ = "reception_read"
    RECEPTION_WRITE = "reception_write"
    ENVELOPE_READ = "envelope_read"
    ENVELOPE_WRITE = "envelope_write"
    REFERRAL_READ = "referral_read"
    REFERRAL_WRITE = "referral_write"
    REFERRAL_APPROVE = "referral_approve"
    REFERRAL_CHECK = "referral_check"
    REFERRAL_DETERMINE = "referral_determine"
    COVERAGE_READ = "coverage_read"
    COVERAGE_WRITE = "coverage_write"
    EXTRACT_READ = "extract_read"
    EXTRACT_WRITE = "extract_write"
    TOLERANCE_READ = "tolerance_read"
    TOLERANCE_WRITE = "tolerance_write"
    TOLERANCE_HANDLE = "tolerance_handle"
    TOLERANCE_APPROVE = "tolerance_approve"
    TOLERANCE_DETERMINE = "tolerance_determine"
    """Given to nobody: a determination is collective and comes from its paper (DOMAIN §13)."""


class Duty(StrEnum):
    """What an account is charged with beside its role; given by the security administrator."""

    CADRE_SUPERVISION = "cadre_supervision"
    """干部监督: 提醒、函询、诫勉 are seen by nobody else (OFFICE §5-41)."""


NEEDS_DUTY: Mapping[Permission, Duty] = {
    Permission.INQUIRY_READ: Duty.CADRE_SUPERVISION,
    Permission.INQUIRY_WRITE: Duty.CADRE_SUPERVISION,
}
"""Rights that the role alone does not give."""

NEEDS_DEPARTMENT: Mapping[Permission, frozenset[str]] = {
    Permission.INQUIRY_READ: frozenset({"organization"}),
    Permission.INQUIRY_WRITE: frozenset({"organization"}),
    Permission.IMPACT_READ: frozenset({"organization"}),
    Permission.IMPACT_WRITE: frozenset({"organization"}),
    Permission.REFERRAL_READ: frozenset({"", "discipline"}),
    Permission.REFERRAL_CHECK: frozenset({"discipline"}),
    Permission.REFERRAL_DETERMINE: frozenset({"discipline"}),
    Permission.EXTRACT_READ: frozenset({"", "petition"}),
    Permission.EXTRACT_WRITE: frozenset({"petition"}),
    Permission.TOLERANCE_READ: frozenset({"", "organization", "discipline"}),
    Permission.TOLERANCE_WRITE: frozenset({"", "organization", "discipline"}),
    Permission.TOLERANCE_HANDLE: frozenset({"organization", "discipline"}),
}
"""Rights that only people of these member departments ever hold; "" is the center itself."""


class Scope(StrEnum):
    """How far a grant reaches over the rows of a case kind."""

    CENTER = "center"
    """Everything of the center."""
    DESK = "desk"
    """What the desk registered."""
    UNIT = "unit"
    """What was handed to the actor's department."""
    OWN = "own"
    """What the actor holds by a case role."""


def held(
    grants: Mapping[Permission, Scope], *, department: str | None, duties: Collection[str]
) -> dict[Permission, Scope]:
    """Return what somebody holds of the rights of his role.

    Args:
        grants: Rights of the role.
        department: His member department, or None.
        duties: His duties.
    """
    return {
        permission: scope
        for permission, scope in grants.items()
        if (permission not in NEEDS_DUTY or NEEDS_DUTY[permission].value in duties)
        and _of_department(permission, department)
    }


def _of_department(permission: Permission, department: str | None) -> bool:
    departments = NEEDS_DEPARTMENT.get(permission)
    return departments is None or (department or "") in departments


NOT_BY_SUBSTITUTE = frozenset(
    {
        Permission.ACCOUNT_SEAL,
        Permission.GRANT_WRITE,
        Permission.GRANT_CONFIRM,
        Permission.SUBSTITUTE_ARRANGE,
        Permission.WORK_HAND_OVER,
        Permission.SETTING_WRITE,
        Permission.BACKUP,
        Permission.TRAIL_READ,
    }
)
"""Rights over people, keys and settings: never lent for some days."""
_BOUND_TO_A_PERSON = ("inquiry_", "referral_check", "referral_determine")
"""Rights that a duty gives, not a post."""

_DECISIONS = ("_approve", "_sign_off", "_decide", "_close", "_release", "_determine")


def is_decision(permission: Permission) -> bool:
    """Return whether a right is that of deciding what others propose."""
    return permission.value.endswith(_DECISIONS)


def lent(
    grants: Mapping[Permission, Scope], *, handles: bool, decides: bool
) -> dict[Permission, Scope]:
    """Return which of an absent person's rights his substitute has for those days.

    Args:
        grants: What the absent person holds.
        handles: Everything but decisions goes over.
        decides: Decisions go over; reading goes over with either.
    """
    return {
        permission: scope
        for permission, scope in grants.items()
        if permission not in NOT_BY_SUBSTITUTE
        and not permission.value.startswith(_BOUND_TO_A_PERSON)
        and (
            (decides if is_decision(permission) else handles)
            or permission.value.endswith("_read")
            or permission is Permission.DRAFT_WRITE
        )
    }


@dataclass(frozen=True, slots=True)
class ReadingScope:
    """What an inspector may read: kinds of case, by day of receipt or opening."""

    inspection_id: int
    tracks: frozenset[str]
    period_from: date
    period_to: date
    purpose: str
    ends_on: date


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at the keyboard, as the policy sees him.

    Attributes:
        account_id: Row of the account.
        login: Short log-in name.
        name: Real name.
        role: Account role.
        unit_id: Own unit, None for people of the center itself.
        member_department: organization, discipline, hr, petition or None.
        grants: Right → widest scope.
        stands_for: Account of the absent person whose place he holds (代办), None for his own.
            Role, unit and rights are then that person's; account and name stay his own.
        stands_for_name: Name of the absent person.
        reading: What an inspector may read, once he has said why; None for everybody else.
    """

    account_id: int
    login: str
    name: str
    role: Role
    unit_id: int | None
    member_department: str | None
    grants: Mapping[Permission, Scope] = field(default_factory=dict)
    stands_for: int | None = None
    stands_for_name: str = ""
    reading: ReadingScope | None = None

    @property
    def people(self) -> tuple[int, ...]:
        """Return the accounts for whom he acts: his own, and that of the absent person.

        What either of them proposed, typed or is recused from, he may not decide, compare, see.
        """
        own = (self.account_id,)
        return own if self.stands_for is None else (self.account_id, self.stands_for)

    @property
    def holder_id(self) -> int:
        """Return who holds the roles on cases: the absent person, else he himself."""
        return self.account_id if self.stands_for is None else self.stands_for

    @property
    def holder_name(self) -> str:
        """Return the name of who holds the roles on cases."""
        return self.stands_for_name or self.name

    @property
    def shown_name(self) -> str:
        """Return the name that timeline and trail write, as 张三（代李四）."""
        return f"{self.name}（代{self.stands_for_name}）" if self.stands_for_name else self.name

    def may(self, permission: Permission) -> bool:
        """Return whether any scope of the right is granted."""
        return permission in self.grants

    def scope(self, permission: Permission) -> Scope | None:
        """Return how far the right reaches, None without it."""
        return self.grants.get(permission)


SYSTEM_ACTOR_LOGIN = "system"
