"""Every page of the window: where it stands in the rail, who has it, and how it is made.

One line a page; nothing else in the program knows the list. Page modules are imported when the
page is first shown, so that the first picture does not wait for all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from db.core.permissions import ADMIN_ROLES, CASE_ROLES, Actor, Permission, Role
from db.shelves import SHELVES
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
        module: Where it is defined, to be imported beside the first picture.
        books: Books that it shows, in the order of its tabs.
        needs: Right without which nobody has it.
    """

    key: str
    group: object
    title: object
    icon: str
    roles: frozenset[Role]
    make: Make
    module: str
    books: tuple[str, ...] = ()
    needs: Permission | None = None


@dataclass(frozen=True, slots=True)
class CaseSpec:
    """How a case of one track is shown."""

    track: str
    make: MakeCase
    module: str


def _workbench(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.office.workbench_page import WorkbenchPage

    return WorkbenchPage(session.need_store(), shell, parent, path=session.path)


def _intake(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.appeals.intake_page import IntakePage

    return IntakePage(session.need_store(), shell, parent)


def _ledger(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.appeals.ledger_page import LedgerPage

    return LedgerPage(session.need_store(), shell, parent)


def _transfer(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.appeals.transfer_page import TransferPage

    return TransferPage(session.need_store(), shell, parent)


def _meetings(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.meetings.page import MeetingsPage

    return MeetingsPage(session.need_store(), shell, parent)


def _duplicates(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.appeals.duplicates_page import DuplicatesPage

    return DuplicatesPage(session.need_store(), shell, parent)


def _care(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.care.list_page import CarePage

    return CarePage(session.need_store(), shell, parent)


def _attention(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.attention.page import AttentionPage

    return AttentionPage(session.need_store(), shell, parent)


def _reception(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.reception.page import ReceptionPage

    books = ("visitor_in_need", "group_visit")
    return ReceptionPage(session.need_store(), shell, parent, books=books, key="reception")


def _inquiries(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.inquiries.page import InquiriesPage

    return InquiriesPage(session.need_store(), shell, parent, books=("inquiry",), key="inquiries")


def _staff(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.office.staff_page import StaffPage

    return StaffPage(session, shell, parent)


def _people(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.people.people_page import PeoplePage

    return PeoplePage(session.need_store(), shell, parent)


def _query(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.appeals.query_page import QueryPage

    return QueryPage(session.need_store(), shell, parent)


def _clarification(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.clarification.list_page import ClarificationPage

    return ClarificationPage(session.need_store(), shell, parent)


def _statistics(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.statistics.page import StatisticsPage

    return StatisticsPage(session.need_store(), shell, parent)


def _import(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.exchange.import_page import ImportPage

    return ImportPage(session.need_store(), shell, parent)


def _accounts(session: Session, shell: Shell, parent: QWidget) -> QWidget:
    from desktop.admin.accounts_page import AccountsPage

    return AccountsPage(session, shell, parent)


def _rights(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.rights_page import RightsPage

    return RightsPage(session.need_store(), shell, parent)


def _inspections(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.inspections_page import InspectionsPage

    return InspectionsPage(session.need_store(), shell, parent)


def _windows(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.windows_page import WindowsPage

    return WindowsPage(session.need_store(), shell, parent)


def _lists(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.lists_page import ListsPage

    return ListsPage(session.need_store(), shell, parent)


def _rules(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.rules_page import RulesPage

    return RulesPage(session.need_store(), shell, parent)


def _warnings(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.warnings_page import WarningsPage

    return WarningsPage(session.need_store(), shell, parent)


def _units(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.units_page import UnitsPage

    return UnitsPage(session.need_store(), shell, parent)


def _templates(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.admin.templates_page import TemplatesPage

    return TemplatesPage(session.need_store(), shell, parent)


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


def _appeal_card(session: Session, shell: Shell, case_id: int, parent: QWidget) -> CasePage:
    from desktop.appeals.card_page import AppealCardPage

    return AppealCardPage(session.need_store(), shell, case_id, parent)


def _talk_card(session: Session, shell: Shell, case_id: int, parent: QWidget) -> CasePage:
    from desktop.care.card_page import TalkCardPage

    return TalkCardPage(session.need_store(), shell, case_id, parent)


def _clarification_card(session: Session, shell: Shell, case_id: int, parent: QWidget) -> CasePage:
    from desktop.clarification.card_page import ClarificationCardPage

    return ClarificationCardPage(session.need_store(), shell, case_id, parent)


def _books(
    session: Session, shell: Shell, parent: QWidget, *, key: str, books: tuple[str, ...]
) -> Page:
    from desktop.books.list_page import BooksPage

    return BooksPage(session.need_store(), shell, parent, books=books, key=key)


def _entry_card(
    session: Session, shell: Shell, case_id: int, parent: QWidget, *, book: str
) -> CasePage:
    from desktop.books.card_page import EntryCardPage

    return EntryCardPage(session.need_store(), shell, case_id, parent, book=book)


def _leader_lists(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.registers.leader_page import LeaderPage

    return LeaderPage(session.need_store(), shell, parent)


def _archive(
    session: Session, shell: Shell, parent: QWidget, *, key: str, books: tuple[str, ...]
) -> Page:
    from desktop.archive.page import ArchivePage

    return ArchivePage(session.need_store(), shell, parent, books=books, key=key)


def _missing_papers(session: Session, shell: Shell, parent: QWidget) -> Page:
    from desktop.archive.missing_page import MissingPage

    return MissingPage(session.need_store(), shell, parent)


def _papers(
    session: Session, shell: Shell, parent: QWidget, *, key: str, books: tuple[str, ...]
) -> Page:
    from desktop.registers.papers_page import PapersPage

    return PapersPage(session.need_store(), shell, parent, books=books, key=key)


def _duty(
    session: Session, shell: Shell, parent: QWidget, *, key: str, books: tuple[str, ...]
) -> Page:
    from desktop.registers.duty_page import DutyPage

    return DutyPage(session.need_store(), shell, parent, books=books, key=key)


def books_page(
    key: str,
    group: object,
    title: object,
    icon: str,
    *books: str,
    roles: frozenset[Role] = CASE_ROLES,
) -> PageSpec:
    """Return a page of books for the rail; title and group are marked for translation."""
    make = partial(_books, key=key, books=books)
    return PageSpec(key, group, title, icon, roles, make, "desktop.books.list_page", books)


_APPEALS = QT_TRANSLATE_NOOP("Pages", "Appeals")
_SPECIAL = QT_TRANSLATE_NOOP("Pages", "Special")
_OFFICE = QT_TRANSLATE_NOOP("Pages", "Office work")
_DATA = QT_TRANSLATE_NOOP("Pages", "Data")
_ADMIN = QT_TRANSLATE_NOOP("Pages", "Administration")
_AUDIT = QT_TRANSLATE_NOOP("Pages", "Security audit")
ADMIN_GROUP = str(_ADMIN)
"""Group of the pages that only keepers and administrators have."""
_OWN = QT_TRANSLATE_NOOP("Pages", "System")

MANAGER = frozenset({Role.MANAGER})
KEEPERS = frozenset({Role.SECURITY_ADMIN, Role.MANAGER})
"""Who keeps lists, rules, units and calendar (SETTLED §1)."""

PAPER_BOOKS = (
    "incoming_paper",
    "outgoing_paper",
    "carried_paper",
    "seal_use",
    "phone_call",
    "printed_paper",
    "numbered_copy",
    "misdirected",
    "reconciliation",
)
ARCHIVE_BOOKS = ("case_file", "reading_log")
DUTY_BOOKS = ("duty_log", "appointment", "reception_day", "consultation_line")

PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        "workbench",
        "",
        QT_TRANSLATE_NOOP("Pages", "My workbench"),
        "calendar-check",
        CASE_ROLES | {Role.SECURITY_ADMIN, Role.AUDIT_ADMIN},
        _workbench,
        "desktop.office.workbench_page",
    ),
    PageSpec(
        "intake",
        _APPEALS,
        QT_TRANSLATE_NOOP("Pages", "Appeal intake"),
        "file-plus",
        CENTER,
        _intake,
        "desktop.appeals.intake_page",
    ),
    PageSpec(
        "ledger",
        _APPEALS,
        QT_TRANSLATE_NOOP("Pages", "Appeal ledger"),
        "table",
        CASE_ROLES,
        _ledger,
        "desktop.appeals.ledger_page",
    ),
    PageSpec(
        "transfer",
        _APPEALS,
        QT_TRANSLATE_NOOP("Pages", "Transfers"),
        "arrows-left-right",
        CASE_ROLES,
        _transfer,
        "desktop.appeals.transfer_page",
    ),
    books_page(
        "supervision",
        _APPEALS,
        QT_TRANSLATE_NOOP("Pages", "Supervision"),
        "megaphone",
        "supervision",
        "feedback_request",
    ),
    PageSpec(
        "meetings",
        _APPEALS,
        QT_TRANSLATE_NOOP("Pages", "Joint meetings"),
        "users-three",
        CASE_ROLES,
        _meetings,
        "desktop.meetings.page",
        ("meeting", "meeting_task"),
    ),
    PageSpec(
        "reception",
        _APPEALS,
        QT_TRANSLATE_NOOP("Pages", "Visitors in need"),
        "lifebuoy",
        CASE_ROLES,
        _reception,
        "desktop.reception.page",
        ("visitor_in_need", "group_visit"),
    ),
    PageSpec(
        "attention",
        _APPEALS,
        QT_TRANSLATE_NOOP("Pages", "Attention notes"),
        "bell",
        MANAGER,
        _attention,
        "desktop.attention.page",
        needs=Permission.ATTENTION_READ,
    ),
    books_page(
        "envelopes",
        _APPEALS,
        QT_TRANSLATE_NOOP("Pages", "Sealed hand-over"),
        "package",
        "envelope",
        roles=CENTER,
    ),
    PageSpec(
        "duplicates",
        _APPEALS,
        QT_TRANSLATE_NOOP("Pages", "Duplicates"),
        "copy",
        CENTER,
        _duplicates,
        "desktop.appeals.duplicates_page",
    ),
    PageSpec(
        "query",
        _APPEALS,
        QT_TRANSLATE_NOOP("Pages", "Inquiry replies"),
        "chat-text",
        CENTER,
        _query,
        "desktop.appeals.query_page",
    ),
    PageSpec(
        "clarification",
        _SPECIAL,
        QT_TRANSLATE_NOOP("Pages", "Clarification"),
        "user-focus",
        CASE_ROLES,
        _clarification,
        "desktop.clarification.list_page",
    ),
    books_page(
        "referrals",
        _SPECIAL,
        QT_TRANSLATE_NOOP("Pages", "Referrals"),
        "paper-plane-tilt",
        "false_accusation_referral",
        "coverage_report",
    ),
    books_page(
        "extracts",
        _SPECIAL,
        QT_TRANSLATE_NOOP("Pages", "Extracts from petitions"),
        "quotes",
        "petition_extract",
    ),
    books_page(
        "tolerance",
        _SPECIAL,
        QT_TRANSLATE_NOOP("Pages", "Tolerance"),
        "shield-check",
        "error_tolerance",
        "tolerance_correction",
        "risk_filing",
        "tolerance_list",
        "tolerance_example",
    ),
    PageSpec(
        "care",
        _SPECIAL,
        QT_TRANSLATE_NOOP("Pages", "Care talks"),
        "chats",
        CASE_ROLES,
        _care,
        "desktop.care.list_page",
    ),
    books_page(
        "impact",
        _SPECIAL,
        QT_TRANSLATE_NOOP("Pages", "Impact periods"),
        "hourglass-medium",
        "impact",
        roles=DEPARTMENTS,
    ),
    PageSpec(
        "inquiries",
        _SPECIAL,
        QT_TRANSLATE_NOOP("Pages", "Reminders and inquiries"),
        "envelope-simple",
        DEPARTMENTS,
        _inquiries,
        "desktop.inquiries.page",
        ("inquiry",),
    ),
    PageSpec(
        "leader_lists",
        _OFFICE,
        QT_TRANSLATE_NOOP("Pages", "Lists for leaders"),
        "list-bullets",
        CENTER,
        _leader_lists,
        "desktop.registers.leader_page",
        needs=Permission.LEADER_LIST,
    ),
    books_page(
        "leader_notes",
        _OFFICE,
        QT_TRANSLATE_NOOP("Pages", "Leaders' notes"),
        "pen-nib",
        "leader_note",
        "submission",
        roles=CENTER,
    ),
    PageSpec(
        "papers",
        _OFFICE,
        QT_TRANSLATE_NOOP("Pages", "Papers and seals"),
        "file-text",
        CENTER,
        partial(_papers, key="papers", books=PAPER_BOOKS),
        "desktop.registers.papers_page",
        PAPER_BOOKS,
    ),
    PageSpec(
        "duty",
        _OFFICE,
        QT_TRANSLATE_NOOP("Pages", "Duty and reception"),
        "clock",
        CENTER,
        partial(_duty, key="duty", books=DUTY_BOOKS),
        "desktop.registers.duty_page",
        DUTY_BOOKS,
    ),
    PageSpec(
        "archive",
        _OFFICE,
        QT_TRANSLATE_NOOP("Pages", "Files and inspection"),
        "archive",
        CENTER,
        partial(_archive, key="archive", books=ARCHIVE_BOOKS),
        "desktop.archive.page",
        ARCHIVE_BOOKS,
    ),
    PageSpec(
        "missing_papers",
        _OFFICE,
        QT_TRANSLATE_NOOP("Pages", "Missing papers"),
        "files",
        CENTER,
        _missing_papers,
        "desktop.archive.missing_page",
        needs=Permission.REGISTER_READ,
    ),
    PageSpec(
        "staff",
        _OFFICE,
        QT_TRANSLATE_NOOP("Pages", "Posts and recusals"),
        "swap",
        CASE_ROLES | {Role.SECURITY_ADMIN},
        _staff,
        "desktop.office.staff_page",
    ),
    PageSpec(
        "people",
        _DATA,
        QT_TRANSLATE_NOOP("Pages", "People and units"),
        "users",
        CASE_ROLES,
        _people,
        "desktop.people.people_page",
    ),
    PageSpec(
        "statistics",
        _DATA,
        QT_TRANSLATE_NOOP("Pages", "Monthly statistics"),
        "chart-bar",
        MANAGER,
        _statistics,
        "desktop.statistics.page",
    ),
    PageSpec(
        "import",
        _DATA,
        QT_TRANSLATE_NOOP("Pages", "Ledger import"),
        "download-simple",
        MANAGER,
        _import,
        "desktop.exchange.import_page",
    ),
    PageSpec(
        "accounts",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Accounts and rights"),
        "user",
        KEEPERS | {Role.SYSTEM_ADMIN},
        _accounts,
        "desktop.admin.accounts_page",
    ),
    PageSpec(
        "rights",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Rights"),
        "lock",
        KEEPERS,
        _rights,
        "desktop.admin.rights_page",
    ),
    PageSpec(
        "inspections",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Inspections"),
        "eye",
        KEEPERS,
        _inspections,
        "desktop.admin.inspections_page",
    ),
    PageSpec(
        "units",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Units"),
        "tree-structure",
        KEEPERS,
        _units,
        "desktop.admin.units_page",
    ),
    PageSpec(
        "templates",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Letter templates"),
        "file-text",
        KEEPERS,
        _templates,
        "desktop.admin.templates_page",
    ),
    books_page(
        "signatories",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Signatories"),
        "pen-nib",
        "signing_line",
        roles=KEEPERS,
    ),
    PageSpec(
        "lists",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Lists"),
        "list-bullets",
        KEEPERS,
        _lists,
        "desktop.admin.lists_page",
    ),
    PageSpec(
        "rules",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Deadline rules"),
        "clock",
        KEEPERS,
        _rules,
        "desktop.admin.rules_page",
    ),
    PageSpec(
        "warnings",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Warning levels"),
        "bell",
        KEEPERS,
        _warnings,
        "desktop.admin.warnings_page",
    ),
    PageSpec(
        "calendar",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Working calendar"),
        "calendar-blank",
        KEEPERS,
        _calendar,
        "desktop.admin.calendar_page",
    ),
    PageSpec(
        "windows",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Sensitive windows"),
        "hourglass-medium",
        KEEPERS,
        _windows,
        "desktop.admin.windows_page",
    ),
    PageSpec(
        "office",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Office settings"),
        "sliders-horizontal",
        KEEPERS,
        _office,
        "desktop.admin.office_page",
    ),
    PageSpec(
        "backup",
        _ADMIN,
        QT_TRANSLATE_NOOP("Pages", "Backup and restore"),
        "database",
        MANAGER | {Role.SYSTEM_ADMIN},
        _backup,
        "desktop.admin.backup_page",
    ),
    PageSpec(
        "trail",
        _AUDIT,
        QT_TRANSLATE_NOOP("Pages", "Trail"),
        "link-simple",
        frozenset({Role.AUDIT_ADMIN}),
        _trail,
        "desktop.audit.trail_page",
    ),
    PageSpec(
        "preferences",
        _OWN,
        QT_TRANSLATE_NOOP("Pages", "Personal settings"),
        "gear-six",
        EVERYBODY,
        _preferences,
        "desktop.admin.preferences_page",
    ),
)
"""The pages in the order of the rail."""

CASES: tuple[CaseSpec, ...] = (
    CaseSpec("ordinary_appeal", _appeal_card, "desktop.appeals.card_page"),
    CaseSpec("clarification", _clarification_card, "desktop.clarification.card_page"),
    CaseSpec("care_talk", _talk_card, "desktop.care.card_page"),
)
"""The tracks with a card of their own; every book has the card of `desktop/books`."""


def case_of(track: str) -> CaseSpec | None:
    """Return how a case of a track is shown, None for a track without a card."""
    found = next((case for case in CASES if case.track == track), None)
    if found is not None or track not in SHELVES:
        return found
    return CaseSpec(track, partial(_entry_card, book=track), "desktop.books.card_page")


def pages_of(role: Role) -> list[PageSpec]:
    """Return the pages of a role in the order of the rail."""
    return [page for page in PAGES if role in page.roles]


INSPECTED = {"ledger": "ordinary_appeal", "clarification": "clarification", "care": "care_talk"}
"""Pages of kinds with rooms of their own that an inspector reads, and their tracks."""


def _is_inspected(page: PageSpec, actor: Actor) -> bool:
    """Return whether a page lies in an inspector's scope; only lists and cards, no desk of work."""
    tracks = actor.reading.tracks if actor.reading is not None else frozenset[str]()
    if page.key in INSPECTED:
        return INSPECTED[page.key] in tracks
    plain = page.module in ("desktop.books.list_page", "desktop.archive.page")
    if page.key == "missing_papers":
        return "ordinary_appeal" in tracks and "case_file" in tracks
    return page.key == "preferences" or (plain and bool(tracks & set(page.books)))


def pages_for(actor: Actor) -> list[PageSpec]:
    """Return the pages that a person has: of his role, as far as his rights let him see them.

    A page of books of which he may read none does not stand in his rail, not even by its name.
    """
    if actor.role is Role.INSPECTOR:
        return [page for page in PAGES if _is_inspected(page, actor)]
    return [
        page
        for page in pages_of(actor.role)
        if (page.needs is None or actor.may(page.needs))
        and (not page.books or any(actor.may(SHELVES[name].book.read) for name in page.books))
    ]


def warm(role: Role) -> None:
    """Import the pages of a role, so that opening one the first time does not wait for it.

    For a thread of its own, after the first picture.
    """
    for page in pages_of(role):
        import_module(page.module)
    if role in CASE_ROLES:
        for case in CASES:
            import_module(case.module)
        import_module("desktop.books.card_page")


def page_title(spec: PageSpec) -> str:
    """Return the name of a page in the present language."""
    return QCoreApplication.translate("Pages", str(spec.title))


def group_title(spec: PageSpec) -> str:
    """Return the label of a page's group in the present language."""
    return QCoreApplication.translate("Pages", str(spec.group))
