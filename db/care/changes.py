"""What every move of a talk has in common: case roles, check, state, timeline, clocks, facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.appeals.changes import counts_time, grants_for
from db.care.tables import TRACK, CareTalk
from db.care.workflow import CARE_TALK, shown_trigger
from db.codes import clocks
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import Evidence, Move, check
from db.core.permissions import CASE_ROLES, Permission, Role
from db.core.tx import Behalf, Tx
from db.office.tables import Account, Unit
from db.people.tables import Person
from db.statistics.facts import mark

SERIES = "talk"


@dataclass(frozen=True, slots=True)
class Partner:
    """The talked person: from the register, or by name.

    Attributes:
        person_id: The person of the register.
        person_name: Name, where he is not in it.
        unit_id: Unit; that of the person if None.
    """

    person_id: int | None = None
    person_name: str = ""
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Roles:
    """The case roles of a talk, by account or, for those who do not log in, by name."""

    talker_id: int | None = None
    talker_name: str = ""
    recorder_id: int | None = None
    recorder_name: str = ""
    others: str = ""
    """参加人: a third person, suggested where talker and talked person differ in sex (§5-31)."""


def day_of(tx: Tx, happened_on: date | None, behalf: Behalf | None) -> date:
    """Return the civil day of a deed: the one told, that of its paper, or today."""
    return tx.happened(happened_on or (behalf.on if behalf else None), "代录" if behalf else None)


def new_talk(
    tx: Tx,
    *,
    state: str,
    partner: Partner,
    trigger: str,
    organized: bool,
) -> CareTalk:
    """Write the row of a talk with its number.

    Raises:
        RefusedError: `missing_person`.
    """
    name, unit_id = partner.person_name.strip(), partner.unit_id
    if partner.person_id is not None:
        person = tx.load(Person, partner.person_id)
        name, unit_id = person.name, unit_id or person.unit_id
    if not name:
        raise RefusedError("missing_person", field="person_name")
    if unit_id is not None and tx.session.get(Unit, unit_id) is None:
        raise RefusedError("unknown_value", field="unit_id", value=unit_id)
    talk = CareTalk(
        number="",
        state=state,
        person_id=partner.person_id,
        person_name=name,
        unit_id=unit_id,
        trigger=trigger,
        organized=organized,
        opened_by_id=tx.actor.account_id,
    )
    tx.session.add(talk)
    return talk


def give_number(tx: Tx, talk: CareTalk, *, on: date) -> None:
    """Give a talk its number once it may be written."""
    tx.session.flush()
    talk.number = tx.next_number(
        SERIES,
        str(tx.setting("talk_number_form", "谈〔{year}〕{sequence}号")),
        on=on,
        track=TRACK,
        case_id=talk.id,
    )


def set_roles(tx: Tx, talk: CareTalk, roles: Roles) -> None:
    """Set talker and recorder; whoever logs in holds the role by his account.

    Raises:
        RefusedError: `unknown_account`, `recorder_is_talker`.
    """
    if roles.talker_id is not None or roles.talker_name.strip():
        talk.talker_id, talk.talker_name = _holder(
            tx, roles.talker_id, roles.talker_name, "talker_id"
        )
    if roles.recorder_id is not None or roles.recorder_name.strip():
        talk.recorder_id, talk.recorder_name = _holder(
            tx, roles.recorder_id, roles.recorder_name, "recorder_id"
        )
    if roles.others.strip():
        talk.others = roles.others.strip()
    if talk.talker_name and (
        (talk.talker_id is not None and talk.talker_id == talk.recorder_id)
        or (talk.talker_id is None and talk.talker_name == talk.recorder_name)
    ):
        raise RefusedError("recorder_is_talker", field="recorder_id")


def _holder(tx: Tx, account_id: int | None, name: str, field: str) -> tuple[int | None, str]:
    if account_id is None:
        return None, name.strip()
    account = tx.session.get(Account, account_id)
    if account is None or not account.is_active or Role(account.role) not in CASE_ROLES:
        raise RefusedError("unknown_account", field=field)
    return account.id, account.name


def load_talk(
    tx: Tx,
    talk_id: int,
    *,
    seen: int | None = None,
    behalf: Behalf | None = None,
    planner_too: bool = True,
) -> CareTalk:
    """Return a talk for a deed of those who hold, record or (where allowed) planned it.

    Raises:
        NotAllowedError: `not_found`, `not_permitted`.
    """
    talk = tx.load(CareTalk, talk_id, seen=seen)
    if behalf is not None:
        tx.require(Permission.RECORD_ON_BEHALF)
        return talk
    own = {talk.talker_id, talk.recorder_id}
    if planner_too:
        own.add(talk.opened_by_id)
    if tx.actor.account_id not in own:
        raise NotAllowedError("not_permitted", permission=Permission.TALK_HOLD.value)
    return talk


def advance(
    tx: Tx,
    talk: CareTalk,
    name: str,
    *,
    on: date,
    evidence: Iterable[Evidence] = (),
    behalf: Behalf | None = None,
    note: str = "",
    reason: str | None = None,
    approved: bool = False,
    opens: bool = False,
) -> Move:
    """Make one move: refuse it, or change the state and tell the timeline.

    Args:
        tx: The transaction.
        talk: The loaded or just written row.
        name: Move of `workflow.CARE_TALK`.
        on: Civil day of the deed.
        evidence: What the command brings.
        behalf: Paper of a deed recorded for somebody else.
        note: Line for the timeline; never what was said, never a trigger.
        reason: Why the day lies back.
        approved: The move was decided; the right of the decider was checked there.
        opens: The record comes into being with this move.
    """
    grants = frozenset(Permission) if approved else grants_for(tx, behalf)
    source = None if opens else talk.state
    move = check(CARE_TALK, source, name, grants=grants, evidence=evidence)
    talk.state = move.target
    for rule in move.stops:
        clocks.stop(tx, TRACK, talk.id, rule, on=on)
    if move.target in CARE_TALK.terminal:
        clocks.stop(tx, TRACK, talk.id, on=on, cancel=True)
        talk.ended_on = on
    tx.tell(
        TRACK,
        talk.id,
        name,
        source=source,
        target=move.target,
        on=on,
        note=note,
        behalf=behalf,
        reason=reason,
    )
    return move


def start_clock(tx: Tx, talk: CareTalk, rule: str, *, on: date) -> date | None:
    """Start a clock of a talk and return its due day; 纪委监委 is not timed (SETTLED §9.8)."""
    account = tx.session.get(Account, talk.talker_id or talk.opened_by_id)
    unit_id = account.unit_id if account else None
    if not counts_time(tx, unit_id):
        return None
    entry = clocks.start(tx, TRACK, talk.id, rule, on=on)
    return entry.due_on if entry else None


def count(
    tx: Tx,
    talk: CareTalk,
    kind: str,
    *,
    on: date,
    amount: int = 1,
    outcome: str | None = None,
) -> None:
    """Write a fact of a talk; hand-planned triggers are one (SETTLED §9.4)."""
    mark(
        tx,
        TRACK,
        talk.id,
        kind,
        on=on,
        person_id=talk.person_id,
        unit_id=talk.unit_id,
        outcome=outcome or shown_trigger(talk.trigger),
        amount=amount,
    )
