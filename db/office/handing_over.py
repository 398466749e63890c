"""工作交接: everything a person holds, counted, signed by three, given to another at once.

OFFICE §2.6 and §3 (W18): 移交人、接交人、监交人; printed; carried out in one transaction; the
account closed in the same hour, or to end on a day for 借调 and 挂职. The record keeps the name.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import or_, select

from db.appeals.filters import reach as appeal_reach
from db.appeals.intake import check_texts
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.appeals.workflow import OPEN
from db.approvals.asking import ABOUT_PEOPLE
from db.approvals.filters import reach as decision_reach
from db.care.tables import TRACK as TALKS
from db.codes.queries import require_code
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import Evidence, check
from db.core.permissions import CASE_ROLES, Permission, Role
from db.core.tables import Approval, Draft
from db.core.tx import Read, Tx
from db.office.accounts import close
from db.office.cases import case_heads
from db.office.drafts import BOOK, CASE_FORMS, HIDDEN
from db.office.holdings import Holding, held_roles, holdings, pass_on, steps_back
from db.office.staff_tables import Substitution, WorkHandOver
from db.office.tables import Account, HeldNote, Unit
from db.office.workflow import WORK_HAND_OVER

TRACK = WORK_HAND_OVER.name
SERIES = "work_hand_over"
FORM = "交接〔{year}〕{sequence}号"
ALL_RIGHTS = frozenset(Permission)
LEFT_VACANT = frozenset(
    {"successor_other_unit", "successor_recused", "recorder_is_talker", "talk_stays_closed"}
)
"""Reasons for which a role is not handed on and stands vacant for the manager."""
TALK_FORMS = frozenset({"talk_record"})
"""Forms whose typed words stay with who talked."""


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One thing that somebody holds, as the list counts it.

    Attributes:
        kind: Value of `held_kind`.
        track: Kind of the case, empty for drafts and notes.
        case_id: The case, 0 without one.
        number: Number.
        text: What it is about, as far as the one who lists may know it.
        state: State of the case, empty without one.
        due_on: Next deadline as ISO day, empty without one.
        key: Holding that goes over, empty for what goes with the post.
        closed: A talk that was held: its words stay with the parties.
    """

    kind: str
    track: str
    case_id: int
    number: str
    text: str
    state: str = ""
    due_on: str = ""
    key: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class WorkHandOverRow:
    """A hand-over of work with its list."""

    id: int
    version: int
    number: str
    from_id: int
    from_name: str
    from_login: str
    from_post: str
    from_unit: str
    to_id: int
    to_name: str
    witness_name: str
    reason: str
    state: str
    listed_on: date
    ends_on: date | None
    keeps_account: bool
    reads_talks: bool
    lines: tuple[HeldLine, ...]
    originals: tuple[str, ...]
    things: tuple[str, ...]
    signed_on: date | None
    remark: str
    may_act: bool

    def count(self, *kinds: str) -> int:
        """Return how many lines of these kinds there are."""
        return sum(line.kind in kinds for line in self.lines)


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """What a carrying out did: handed over, and left for the manager to fill."""

    handed: int
    vacant: int
    account_closed: bool


@dataclass(frozen=True, slots=True)
class ListWork:
    """列出移交清单: count everything, before the three sign.

    Attributes:
        from_id: Who hands over.
        to_id: Who takes over.
        reason: Value of `work_hand_over_reason`.
        ends_on: Last day of the account for 借调 and 挂职; None closes it with the carrying out.
        keeps_account: The person stays and keeps the account (new post).
        reads_talks: The manager lets the successor read the talks that were held.
        originals: Paper originals, one a line: number, pages, place.
        things: Media, seals, keys, one a line.
        remark: A line.
    """

    permission: ClassVar[Permission] = Permission.WORK_HAND_OVER

    from_id: int
    to_id: int
    reason: str
    ends_on: date | None = None
    keeps_account: bool = False
    reads_talks: bool = False
    originals: str = ""
    things: str = ""
    remark: str = ""

    def __call__(self, tx: Tx) -> int:
        """Write the list.

        Raises:
            RefusedError: `unknown_account`, `hand_over_to_self`, `hand_over_listed`,
                `date_too_early`, `unknown_value`, `talks_need_manager`.
            NotAllowedError: `not_permitted` for people of another unit or oneself.
        """
        require_code(tx, "work_hand_over_reason", self.reason, field="reason")
        giver, taker = _people(tx, self.from_id, self.to_id)
        _permit(tx, giver)
        waiting = tx.session.scalar(
            select(WorkHandOver.id).where(
                WorkHandOver.from_id == giver.id, WorkHandOver.state == "listed"
            )
        )
        if waiting is not None:
            raise RefusedError("hand_over_listed", field="from_id")
        move = check(WORK_HAND_OVER, None, "list_work", grants=ALL_RIGHTS)
        row = WorkHandOver(
            from_id=giver.id,
            from_name=giver.name,
            to_id=taker.id,
            to_name=taker.name,
            reason=self.reason,
            state=move.target,
            listed_on=tx.today,
            listed_by_id=tx.actor.account_id,
            lines=[],
        )
        _fill(tx, row, self)
        tx.add(row)
        row.number = tx.next_number(
            SERIES,
            str(tx.setting(f"{SERIES}_number_form", FORM)),
            on=tx.today,
            track=TRACK,
            case_id=row.id,
        )
        tx.case = (TRACK, row.id)
        tx.changed.add(TRACK)
        tx.session.flush()
        return row.id


@dataclass(frozen=True, slots=True)
class ListAgain:
    """重新清点: the work has gone on since, or the typed parts change."""

    permission: ClassVar[Permission] = Permission.WORK_HAND_OVER

    hand_over_id: int
    seen: int
    ends_on: date | None = None
    keeps_account: bool = False
    reads_talks: bool = False
    originals: str = ""
    things: str = ""
    remark: str = ""

    def __call__(self, tx: Tx) -> int:
        """Count anew.

        Raises:
            RefusedError: `illegal_move`, as `ListWork`.
            NotAllowedError: `not_found`, `not_permitted`.
        """
        row = _load(tx, self.hand_over_id, self.seen)
        check(WORK_HAND_OVER, row.state, "list_again", grants=ALL_RIGHTS)
        row.listed_on = tx.today
        _fill(tx, row, self)
        tx.changed.add(TRACK)
        return row.id


@dataclass(frozen=True, slots=True)
class CarryOutHandOver:
    """办理交接: the three have signed; everything goes over in this one transaction.

    Attributes:
        hand_over_id: The list.
        witness_name: 监交人.
        witness_id: His account, if he logs in.
        signed_on: Day of the three signatures.
        seen: Version that was signed.
    """

    permission: ClassVar[Permission] = Permission.WORK_HAND_OVER

    hand_over_id: int
    witness_name: str
    signed_on: date
    witness_id: int | None = None
    seen: int | None = None

    def __call__(self, tx: Tx) -> CarriedOut:
        """Hand over and close the account.

        Raises:
            RefusedError: `illegal_move`, `missing_witness`, `witness_is_party`,
                `missing_signature`, `date_in_future`, `dates_out_of_order`,
                `list_changed` if he holds more than was signed for, `last_manager`.
            NotAllowedError: `not_found`, `not_permitted`.
        """
        row = _load(tx, self.hand_over_id, self.seen)
        self._sign(tx, row)
        giver, taker = _people(tx, row.from_id, row.to_id)
        held = holdings(tx, account_ids=[giver.id])
        signed = {line["key"] for line in row.lines if line["key"]}
        known = {role.holding.key for role in held_roles(tx, held)}
        if known - signed:
            raise RefusedError("list_changed")
        handed = sum(_hand(tx, row, holding) for holding in held if holding.key in signed)
        _hand_drafts(tx, giver, taker)
        _end_substitutions(tx, giver)
        row.carried_out_at = tx.now
        closed = _end_account(tx, row, giver)
        tx.changed.add(TRACK)
        tx.session.flush()
        return CarriedOut(handed, len(signed & {h.key for h in held}) - handed, closed)

    def _sign(self, tx: Tx, row: WorkHandOver) -> None:
        name = self.witness_name.strip()
        if not name:
            raise RefusedError("missing_witness", field="witness_name")
        if name in (row.from_name, row.to_name) or self.witness_id in (row.from_id, row.to_id):
            raise RefusedError("witness_is_party", field="witness_name")
        if self.signed_on > tx.today:
            raise RefusedError("date_in_future", field="signed_on", on=self.signed_on)
        if self.signed_on < row.listed_on:
            raise RefusedError("dates_out_of_order", field="signed_on")
        move = check(
            WORK_HAND_OVER,
            row.state,
            "carry_out",
            grants=ALL_RIGHTS,
            evidence=[Evidence.SIGNATURE],
        )
        row.witness_name, row.witness_id = name, self.witness_id
        row.signed_on, row.state = self.signed_on, move.target


@dataclass(frozen=True, slots=True)
class DiscardHandOver:
    """作废移交清单: the person stays after all; the number stays used."""

    permission: ClassVar[Permission] = Permission.WORK_HAND_OVER

    hand_over_id: int
    reason: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Discard it.

        Raises:
            RefusedError: `illegal_move`, `missing_reason`.
            NotAllowedError: `not_found`, `not_permitted`.
        """
        row = _load(tx, self.hand_over_id, self.seen)
        reason = self.reason.strip()
        if not reason:
            raise RefusedError("missing_reason", field="reason")
        check_texts(reason)
        row.state = check(WORK_HAND_OVER, row.state, "discard", grants=ALL_RIGHTS).target
        row.remark = reason
        tx.changed.add(TRACK)
        return row.id


def work_of(read: Read, account_id: int) -> tuple[HeldLine, ...]:
    """Return everything that somebody holds, as far as the actor may know it.

    What lies beyond his reach (another's talks) is not counted here; it stands among the vacant
    roles of the manager once the account is closed.

    Raises:
        NotAllowedError: `not_permitted`, `not_found`.
    """
    read.require(Permission.WORK_HAND_OVER)
    account = read.session.get(Account, account_id)
    if account is None:
        raise NotAllowedError("not_found")
    return tuple(_lines(read, account))


def hand_overs_of_work(read: Read) -> tuple[WorkHandOverRow, ...]:
    """Return the hand-overs of work that the actor takes part in or may carry out."""
    statement = (
        select(WorkHandOver, Account, Unit.short_name)
        .join(Account, Account.id == WorkHandOver.from_id)
        .outerjoin(Unit, Unit.id == Account.unit_id)
        .order_by(WorkHandOver.state != "listed", WorkHandOver.id.desc())
        .limit(300)
    )
    me = read.actor.account_id
    if not (read.actor.may(Permission.WORK_HAND_OVER) and read.actor.unit_id is None):
        mine = [WorkHandOver.from_id == me, WorkHandOver.to_id == me, WorkHandOver.witness_id == me]
        if read.actor.may(Permission.WORK_HAND_OVER):
            mine.append(Account.unit_id == read.actor.unit_id)
        statement = statement.where(or_(*mine))
    return tuple(_row(read, row, who, unit) for row, who, unit in read.session.execute(statement))


def _row(read: Read, row: WorkHandOver, giver: Account, unit: str | None) -> WorkHandOverRow:
    return WorkHandOverRow(
        id=row.id,
        version=row.version,
        number=row.number,
        from_id=row.from_id,
        from_name=row.from_name,
        from_login=giver.login,
        from_post=giver.post,
        from_unit=unit or "",
        to_id=row.to_id,
        to_name=row.to_name,
        witness_name=row.witness_name,
        reason=row.reason,
        state=row.state,
        listed_on=row.listed_on,
        ends_on=row.ends_on,
        keeps_account=row.keeps_account,
        reads_talks=row.reads_talks,
        lines=_shown(read, row),
        originals=_split(row.originals),
        things=_split(row.things),
        signed_on=row.signed_on,
        remark=row.remark,
        may_act=row.state == "listed" and _may_act(read, giver),
    )


def _shown(read: Read, row: WorkHandOver) -> tuple[HeldLine, ...]:
    """Return the lines with the words of those cases only that the reader may know."""
    lines = [HeldLine(**line) for line in row.lines]
    heads = case_heads(read, {(line.track, line.case_id) for line in lines if line.case_id})
    return tuple(
        line
        if not line.case_id or (line.track, line.case_id) in heads
        else replace(line, number="", text="", state="", due_on="")
        for line in lines
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _lines(read: Read, account: Account) -> Iterator[HeldLine]:
    for role in held_roles(read, holdings(read, account_ids=[account.id])):
        holding = role.holding
        yield HeldLine(
            "talk" if holding.track == TALKS else "case" if holding.track == APPEALS else "task",
            holding.track,
            holding.case_id,
            role.case.number,
            role.case.title,
            role.case.state,
            role.due_on.isoformat() if role.due_on else "",
            holding.key,
            holding.closed,
        )
    yield from _registered(read, account)
    yield from _notes(read, account)
    yield from _decisions(read, account)
    yield from _drafts(read, account)


def _registered(read: Read, account: Account) -> Iterator[HeldLine]:
    rows = read.session.scalars(
        select(Appeal)
        .where(Appeal.registered_by_id == account.id, Appeal.state.in_(OPEN), appeal_reach(read))
        .order_by(Appeal.id)
    )
    for row in rows:
        kind = "follow_up" if row.state in ("replied", "follow_up") else "registered"
        yield HeldLine(
            kind,
            APPEALS,
            row.id,
            row.number or row.source_number,
            row.subject,
            row.pill,
            row.next_due_on.isoformat() if row.next_due_on else "",
        )


def _notes(read: Read, account: Account) -> Iterator[HeldLine]:
    if not read.actor.may(Permission.APPEAL_REGISTER):
        return
    rows = read.session.scalars(
        select(HeldNote)
        .where(HeldNote.registered_by_id == account.id, HeldNote.state == "held")
        .order_by(HeldNote.id)
    )
    for row in rows:
        yield HeldLine("held_note", "", 0, row.number, row.person_name)


def _decisions(read: Read, account: Account) -> Iterator[HeldLine]:
    """Yield what he proposed and what waits for the holder of his post."""
    rows = read.session.scalars(
        select(Approval)
        .where(
            Approval.state.in_(("pending", "recorded")),
            Approval.act.not_in(ABOUT_PEOPLE),
            decision_reach(read, Approval),
        )
        .order_by(Approval.id)
    ).all()
    heads = case_heads(read, {(row.track, row.case_id) for row in rows})
    waits_for = account.unit_id if account.role == Role.DEPT_LEADER else None
    leads = account.role in (Role.DEPT_LEADER, Role.MANAGER)
    for row in rows:
        if row.proposer_id == account.id:
            kind = "proposal"
        elif leads and row.unit_id == waits_for:
            kind = "approval"
        else:
            continue
        head = heads.get((row.track, row.case_id))
        number = head.number if head else ""
        yield HeldLine(kind, row.track, row.case_id, number, row.summary or row.act, "")


def _drafts(read: Read, account: Account) -> Iterator[HeldLine]:
    rows = read.session.scalars(
        select(Draft)
        .where(Draft.account_id == account.id, ~Draft.kind.startswith(HIDDEN, autoescape=True))
        .order_by(Draft.id)
    )
    for row in rows:
        # What was typed about a talk is not even named to others.
        title = "" if row.kind in TALK_FORMS or row.kind in CASE_FORMS else row.title
        yield HeldLine("draft", "", 0, "", title, "", "", "", row.kind in TALK_FORMS)


def _fill(tx: Tx, row: WorkHandOver, told: "ListWork | ListAgain") -> None:
    if told.ends_on is not None and told.ends_on < tx.today:
        raise RefusedError("date_too_early", field="ends_on", on=told.ends_on)
    if told.reads_talks and not tx.actor.may(Permission.TALK_CLOSE):
        raise RefusedError("talks_need_manager", field="reads_talks")
    check_texts(told.originals, told.things, told.remark)
    row.ends_on, row.keeps_account = told.ends_on, told.keeps_account
    row.reads_talks = told.reads_talks
    row.originals, row.things = told.originals.strip()[:2000], told.things.strip()[:2000]
    row.remark = told.remark.strip()[:500]
    giver = tx.session.get_one(Account, row.from_id)
    lines: list[dict[str, Any]] = [asdict(line) for line in _lines(tx, giver)]
    row.lines = lines


def _people(tx: Tx, from_id: int, to_id: int) -> tuple[Account, Account]:
    giver, taker = tx.session.get(Account, from_id), tx.session.get(Account, to_id)
    if giver is None or Role(giver.role) not in CASE_ROLES:
        raise RefusedError("unknown_account", field="from_id")
    if taker is None or not taker.is_active or Role(taker.role) not in CASE_ROLES:
        raise RefusedError("unknown_account", field="to_id")
    if giver.id == taker.id:
        raise RefusedError("hand_over_to_self", field="to_id")
    return giver, taker


def _may_act(read: Read, giver: Account) -> bool:
    if not read.actor.may(Permission.WORK_HAND_OVER) or giver.id == read.actor.account_id:
        return False
    return read.actor.unit_id is None or read.actor.unit_id == giver.unit_id


def _permit(tx: Tx, giver: Account) -> None:
    if not _may_act(tx, giver):
        raise NotAllowedError("not_permitted", permission=Permission.WORK_HAND_OVER.value)


def _load(tx: Tx, hand_over_id: int, seen: int | None) -> WorkHandOver:
    row = tx.load(WorkHandOver, hand_over_id, seen=seen)
    _permit(tx, tx.session.get_one(Account, row.from_id))
    tx.case = (TRACK, row.id)
    return row


def _hand(tx: Tx, row: WorkHandOver, holding: Holding) -> bool:
    may_read = row.reads_talks and tx.actor.may(Permission.TALK_CLOSE)
    try:
        pass_on(tx, holding, row.to_id, note=row.number, may_read=may_read)
    except RefusedError as error:
        if error.code not in LEFT_VACANT:
            raise
        return False
    finally:
        tx.case = (TRACK, row.id)
    return True


def _hand_drafts(tx: Tx, giver: Account, taker: Account) -> None:
    taken = {
        (row.kind, row.key)
        for row in tx.session.scalars(select(Draft).where(Draft.account_id == taker.id))
    }
    rows = tx.session.scalars(
        select(Draft).where(
            Draft.account_id == giver.id, ~Draft.kind.startswith(HIDDEN, autoescape=True)
        )
    ).all()
    for row in rows:
        track = CASE_FORMS.get(row.kind, row.kind.removeprefix(BOOK))
        case = row.key.partition(":")[0]
        barred = case.isdigit() and steps_back(tx, track, int(case), taker.id)
        if row.kind not in TALK_FORMS and (row.kind, row.key) not in taken and not barred:
            row.account_id = taker.id
    tx.changed.add("draft")
    tx.session.flush()


def _end_substitutions(tx: Tx, giver: Account) -> None:
    rows = tx.session.scalars(
        select(Substitution).where(
            or_(Substitution.absent_id == giver.id, Substitution.substitute_id == giver.id),
            Substitution.state == "arranged",
            Substitution.ends_on >= tx.today,
        )
    )
    for row in rows:
        row.state, row.ended_on = "ended", tx.today
    tx.session.flush()


def _end_account(tx: Tx, row: WorkHandOver, giver: Account) -> bool:
    if row.keeps_account:
        return False
    if row.ends_on is not None and row.ends_on >= tx.today:
        giver.ends_on = row.ends_on
        return False
    close(tx, giver)
    return True
