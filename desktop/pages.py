"""Every page of the window: where it stands in the rail, who has it, and how it is made.

One line a page; nothing else in the program knows the list. Page modules are imported when the
page is first shown, so that the first picture does not wait for all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from db.core.permissions import ADMIN_ROLES, CASE_ROLES, Role
from desktop.session import Session
from desktop.shell import CasePage, Page, Shell

Make = Callable[[Session, Shell, QWidget], QWidget]
MakeCase = Callable[[Session, Shell, int, QWidget], CasePage]

CENTER = frozenset({Role.CLERK, Role.MANAGER})
DEPARTMENTS = frozenset({Role.OFFICER, Role.DEPT_LEADER})
EVERYBODY = CASE_ROLES | ADMIN_ROLES


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the rail.

    Attributes:
        key: Name for `Shell.open_page`.
        group: Group label in the rail, empty for none.
        title: English source of its name in the rail.
        icon: Phosphor icon.
        roles: Who has it.
        make: Builds it.
    """

    key: str
    group: object
    title: object
    icon: str
    roles: frozenset[Role]
    make: Make


@dataclass(frozen=True, slots=True)
class CaseSpec:
    """How a case of one track is shown."""

    track: str
    make: MakeCase


def _accounts(session: Session, shell: Shell, parent: QWidget) -> QWidget:
    from desktop.admin.accounts_page import AccountsPage

    return AccountsPage(session, shell, parent)


def _lists(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.lists_page import ListsPage

    return ListsPage(session.need_store(), shell, parent)


def _rules(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.rules_page import RulesPage

    return RulesPage(session.need_store(), shell, parent)


def _units(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.units_page import UnitsPage

    return UnitsPage(session.need_store(), shell, parent)


def _calendar(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.calendar_page import CalendarPage

    return CalendarPage(session.need_store(), shell, parent)


def _office(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.office_page import OfficePage

    return OfficePage(session.need_store(), shell, parent)


def _backup(session: Session, shell: Shell, parent: QWidget) -> QWidget:
    from desktop.admin.backup_page import BackupPage

    return BackupPage(session, shell, parent)


def _trail(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.audit.trail_page import TrailPage

    return TrailPage(session.need_store(), shell, parent)


def _preferences(_session: Session, shell: Shell, parent: QWidget) -> QWidget:
    from desktop.admin.preferences_page import PreferencesPage

    return PreferencesPage(shell.appearance, shell, parent)


def _ledger(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.appeals.ledger_page import LedgerPage

    return LedgerPage(session.need_store(), shell, parent)


def _appeal(session: Session, shell: Shell, case_id: int, parent: QWidget) -> CasePage:
    from desktop.appeals.card_page import AppealCardPage

    return AppealCardPage(session.need_store(), shell, case_id, parent)


_APPEALS = QT_TRANSLATE_NOOP("Pages", "Appeals")
_SPECIAL = QT_TRANSLATE_NOOP("Pages", "Special")
_DATA = QT_TRANSLATE_NOOP("Pages", "Data")
_ADMIN = QT_TRANSLATE_NOOP("Pages", "Administration")
_AUDIT = QT_TRANSLATE_NOOP("Pages", "Security audit")
_OWN = QT_TRANSLATE_NOOP("Pages", "System")
_LISTS = frozenset({Role.SECURITY_ADMIN, Role.MANAGER})

PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        "ledger",
        _APPEALS,
        QT_TRANSLATE_NOOP("Pages", "Appeal ledger"),
        "table",
        CASE_ROLES,
        _ledger,
    ),
    PageSpec(
        "preferences",
        _OWN,
        QT_TRANSLATE_NOOP("Pages", "Personal settings"),
        "gear-six",
        EVERYBODY,
        _preferences,
    ),
)
"""The pages in the order of the rail."""

CASES: tuple[CaseSpec, ...] = (CaseSpec("ordinary_appeal", _appeal),)
"""The tracks whose cases can be opened."""


def pages_of(role: Role) -> list[PageSpec]:
    """Return the pages of a role in the order of the rail."""
    return [page for page in PAGES if role in page.roles]
