"""Brings the lists and rights of a store made by an older program up to what is shipped now.

New tables come by migration; new values of lists and new rights are rows. What the office changed
or took away stays as it is: only lists' values and rights that the older program did not know are
added (DECISIONS 22).
"""

import tomllib
from collections.abc import Iterator
from importlib.resources import files

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from db.codes import code_lists
from db.codes.tables import CodeRow
from db.core.permissions import Permission, Scope
from db.core.tables import Setting
from db.office.tables import Grant

EDITION = 2
"""Raised with every release that ships new values or rights."""
NAME = "stock_edition"
KNOWN_BEFORE = "known_rights"
"""Setting with the rights that the store's program knew when its rows were written."""
FIRST_RIGHTS = frozenset(
    name
    for name in [
        "appeal_register",
        "appeal_screen",
        "appeal_approve",
        "appeal_route",
        "appeal_sign_in",
        "appeal_handle",
        "appeal_sign_off",
        "appeal_deliver",
        "appeal_follow_up",
        "appeal_close",
        "appeal_review",
        "appeal_read",
        "consultation",
        "person_write",
        "person_read",
        "unit_write",
        "clarification_apply",
        "clarification_propose",
        "clarification_handle",
        "clarification_approve",
        "clarification_archive",
        "talk_plan",
        "talk_hold",
        "talk_close",
        "document_write",
        "document_release",
        "record_on_behalf",
        "confirm_recorded",
        "import",
        "export",
        "duplicates",
        "statistics_read",
        "month_close",
        "code_write",
        "rule_write",
        "calendar_write",
        "grant_write",
        "account_seal",
        "setting_write",
        "trail_read",
        "verify",
        "backup",
        "draft_write",
    ]
)
"""Rights of the first edition, which kept no such setting."""


def shipped_grants() -> dict[str, dict[Permission, Scope]]:
    """Return the rights of `resources/codes/grants.toml`: role → right → scope."""
    source = files("resources").joinpath("codes", "grants.toml").read_text(encoding="utf-8")
    return {
        role: {Permission(p): Scope(scope) for scope, names in scopes.items() for p in names}
        for role, scopes in tomllib.loads(source).items()
    }


def new_code(code: code_lists.Code) -> CodeRow:
    """Return the row of a shipped value."""
    return CodeRow(
        list=code.list,
        value=code.value,
        zh=code.zh,
        en=code.en,
        short_zh=code.short_zh,
        order=code.order,
        aliases="\n".join(code.aliases),
    )


def stock_marks() -> dict[str, object]:
    """Return the settings that say what a store's rows were written from."""
    return {NAME: EDITION, KNOWN_BEFORE: sorted(p.value for p in Permission)}


def top_up(engine: Engine) -> bool:
    """Add what a newer program ships; return whether there was anything to do.

    Values of a list that the store has already are left to the office: only lists that are new
    come in, and shipped values that no row, also none switched off, has.
    """
    with Session(engine) as session:
        kept = session.get(Setting, NAME)
        if kept is not None and int(kept.value) >= EDITION:
            return False
        known = session.get(Setting, KNOWN_BEFORE)
        rights = frozenset(known.value) if known is not None else FIRST_RIGHTS
        session.add_all(_missing_codes(session))
        session.add_all(_missing_grants(session, rights))
        for name, value in stock_marks().items():
            session.merge(Setting(name=name, value=value))
        _renew(session, "codes_version")
        session.commit()
        return True


def _missing_codes(session: Session) -> Iterator[CodeRow]:
    present = {(row.list, row.value) for row in session.scalars(select(CodeRow))}
    for code in code_lists.shipped_codes():
        if code.enabled and (code.list, code.value) not in present:
            yield new_code(code)


def _missing_grants(session: Session, known: frozenset[str]) -> Iterator[Grant]:
    present = {(row.role, row.permission) for row in session.scalars(select(Grant))}
    for role, scopes in shipped_grants().items():
        for permission, scope in scopes.items():
            new = permission.value not in known
            if new and (role, permission.value) not in present:
                yield Grant(role=role, permission=permission.value, scope=scope.value)


def _renew(session: Session, name: str) -> None:
    row = session.get(Setting, name)
    session.merge(Setting(name=name, value=int(row.value if row else 1) + 1))
