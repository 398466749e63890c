"""容错: what each step of a case checks, keeps and brings about (DOMAIN §14.4)."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select, true

from db.books.shelf import Step
from db.codes import clocks
from db.codes.deadlines import due
from db.codes.queries import calendar, rule
from db.codes.rules import DEFAULT_PROFILE
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.permissions import Permission, Scope
from db.core.tables import Approval, ClockEntry, Milestone
from db.core.tx import Read, Tx
from db.office.recusal import is_recused
from db.office.tables import Account, Unit
from db.people.matching import normalise_name
from db.statistics.facts import mark, revoke
from db.tolerance import correcting, filing, listing
from db.tolerance.book import VERIFIED
from db.tolerance.tables import Tolerance
from db.tolerance.workflow import (
    APPLICATION_RULE,
    NAME,
    NOT_TOLERATED,
    TOLERATED,
    VERIFICATION_RULE,
)

DETERMINE = ("determine", "determine_not_tolerated")
INNER = (*VERIFIED, "report", "participants", "consultation", "dissent", "plan")
"""What the departments found and said among themselves; the desk does not read it."""

Check = Callable[[Tx, Tolerance, Step], Collection[Evidence]]


def reach(read: Read) -> ColumnElement[bool]:
    """Return which cases one may know of: the center all, a department what is its own."""
    if read.actor.scope(Permission.TOLERANCE_READ) is Scope.CENTER:
        return true()
    unit = read.actor.unit_id
    return or_(
        Tolerance.handling_unit_id == unit,
        Tolerance.organ_id == unit,
        Tolerance.entered_by_id == read.actor.account_id,
    )


def hidden(read: Read, _entry: Tolerance) -> frozenset[str]:
    """Return what the desk does not read (SETTLED §1)."""
    inside = (Permission.TOLERANCE_HANDLE, Permission.TOLERANCE_APPROVE)
    return frozenset() if any(read.actor.may(one) for one in inside) else frozenset(INNER)


# --- what stands in the way ----------------------------------------------------------------------


def lacks(read: Read, entry: Tolerance, move: Move) -> str:
    """Return what a case still needs before a step; the same greys the button and refuses."""
    name = move.name
    if name in ("accept", "consult") and entry.list_id is None:
        return "list_not_checked"
    if name == "consult" and not _answered(entry):
        return "verification_incomplete"
    if name in DETERMINE:
        return _determination_lacks(entry, name)
    if name == "withdraw" and entry.applicant_kind == "ex_officio":
        return "ex_officio_not_withdrawn"
    if name == "order_correction" and not correcting.count(read, entry.id, "open", "done"):
        return "no_corrections"
    if name == "close":
        return _closing_lacks(read, entry)
    return ""


def _answered(entry: Tolerance) -> bool:
    return all(getattr(entry, name) for name in VERIFIED)


def _determination_lacks(entry: Tolerance, name: str) -> str:
    if entry.list_id is None or not entry.negative_hit:
        return "list_not_checked"
    if entry.consulted_on is None:
        return "not_consulted"
    if name == "determine" and entry.negative_hit == "yes":
        return "negative_list_hit"
    return ""


def _closing_lacks(read: Read, entry: Tolerance) -> str:
    if correcting.count(read, entry.id, "open"):
        return "corrections_open"
    ordered = entry.state == "communicated" and entry.correction_requirement.strip()
    return "no_corrections" if ordered and not correcting.count(read, entry.id, "done") else ""


# --- what each step checks -----------------------------------------------------------------------


def check(tx: Tx, entry: Tolerance, step: Step) -> Collection[Evidence]:
    """Check a step, fill in what follows from it, and name its evidence.

    Raises:
        RefusedError: As the single checks below.
    """
    found = _CHECKS.get(step.move.name)
    return found(tx, entry, step) if found is not None else ()


def _apply(tx: Tx, _entry: Tolerance, step: Step) -> Collection[Evidence]:
    """Refuse an application without its applicant; reckon by how many days it is late.

    Raises:
        RefusedError: `missing_applicant_kind`, `missing_person_id`, `dates_out_of_order`,
            `missing_accountability_paper`, `filing_not_in_force`.
    """
    values = step.values
    if step.move.name == "start_ex_officio":
        values["applicant_kind"] = "ex_officio"
    elif values["applicant_kind"] not in ("person", "unit"):
        raise _missing("applicant_kind")
    if values["applicant_kind"] == "person" and not values["person_name"]:
        raise _missing("person_id")
    if values["known_on"] < values["acted_on"]:
        raise RefusedError("dates_out_of_order", field="known_on")
    if step.on < values["known_on"]:
        raise RefusedError("dates_out_of_order", field="happened_on")
    _need_paper(values)
    _reckon_application(tx, values, step.on)
    filing.link(tx, values, values["filing_id"], values["acted_on"])
    return Evidence.ORGAN, Evidence.CONTENT


def _missing(field: str) -> RefusedError:
    return RefusedError(f"missing_{field}", field=field, book=NAME)


def _need_paper(values: Mapping[str, Any]) -> None:
    # No determination beside a decision that has taken effect unless it is named (DOMAIN §14.4).
    final = values["accountability_state"] == "effective"
    if final and not values["accountability_paper"]:
        raise _missing("accountability_paper")


def _reckon_application(tx: Tx, values: dict[str, Any], on: date) -> None:
    # Late is shown, never refused by the program: a person decides that (DOMAIN §12, tag R).
    wanted = rule(tx, APPLICATION_RULE, DEFAULT_PROFILE)
    if values["applicant_kind"] == "ex_officio" or not wanted.enabled or wanted.length is None:
        return
    last = due(wanted, values["known_on"], calendar(tx)).due_on
    values["application_due_on"] = last
    values["days_late"] = max(0, (on - last).days)


def _link_filing(tx: Tx, entry: Tolerance, step: Step) -> Collection[Evidence]:
    if entry.known_on is not None and entry.known_on < step.values["acted_on"]:
        raise RefusedError("dates_out_of_order", field="acted_on")
    filing.link(tx, step.values, step.values["filing_id"], step.values["acted_on"])
    return ()


def _correct_dates(tx: Tx, entry: Tolerance, step: Step) -> Collection[Evidence]:
    """Reckon anew what hangs on a day that was typed wrongly.

    Raises:
        RefusedError: `dates_out_of_order`, `filing_not_in_force`.
    """
    values = step.values
    if values["known_on"] < values["acted_on"]:
        raise RefusedError("dates_out_of_order", field="known_on")
    if entry.entered_on < values["known_on"]:
        raise RefusedError("dates_out_of_order", field="known_on")
    values["applicant_kind"] = entry.applicant_kind
    _reckon_application(tx, values, entry.entered_on)
    filing.link(tx, values, entry.filing_id, values["acted_on"])
    return ()


def _check_list(tx: Tx, _entry: Tolerance, step: Step) -> Collection[Evidence]:
    """Compare with a published version; the numbers must be its own.

    Raises:
        RefusedError: `no_list_in_force`, `list_not_published`, `unknown_list_number`,
            `negative_numbers_do_not_fit`.
    """
    values = step.values
    version = listing.applied(tx, values["list_id"])
    values["list_id"], values["list_number"] = version.id, version.number
    for side in ("positive", "negative"):
        field = f"{side}_numbers"
        values[field] = listing.numbers(tx, version, side, values[field], field=field)
    if (values["negative_hit"] == "yes") != bool(values["negative_numbers"]):
        raise RefusedError("negative_numbers_do_not_fit", field="negative_numbers")
    return ()


def _not_accept(_tx: Tx, _entry: Tolerance, _step: Step) -> Collection[Evidence]:
    # What the applicant is told is the reason.
    return (Evidence.REASON,)


def _accept(_tx: Tx, entry: Tolerance, step: Step) -> Collection[Evidence]:
    if step.on < entry.entered_on:
        raise RefusedError("dates_out_of_order", field="happened_on")
    step.values["accepted_on"] = step.on
    return ()


def _start_verifying(tx: Tx, entry: Tolerance, step: Step) -> Collection[Evidence]:
    """Ask for two handlers whom nothing keeps from the case.

    Raises:
        RefusedError: `missing_two_handlers`, `verifier_is_party`, `verifier_recused`,
            `missing_no_conflict`.
    """
    names = {field: normalise_name(step.values[field]) for field in ("verifier", "second_verifier")}
    if len(set(names.values())) < 2:
        raise RefusedError("missing_two_handlers", field="second_verifier")
    for field, name in names.items():
        if name == entry.person_name:
            raise RefusedError("verifier_is_party", field=field)
        if _is_kept_off(tx, entry, name):
            raise RefusedError("verifier_recused", field=field)
    if not step.values["no_conflict"]:
        raise _missing("no_conflict")
    step.values.update(names)
    return (Evidence.TWO_HANDLERS,)


def _is_kept_off(read: Read, entry: Tolerance, name: str) -> bool:
    accounts = read.session.scalars(select(Account.id).where(Account.name == name)).all()
    return any(is_recused(read, NAME, entry.id, account_id) for account_id in accounts)


def _consult(_tx: Tx, entry: Tolerance, step: Step) -> Collection[Evidence]:
    step.values["consulted_on"] = None
    return (Evidence.SIX_FACTORS,) if _answered(entry) else ()


def _hold(_tx: Tx, entry: Tolerance, step: Step) -> Collection[Evidence]:
    begun = entry.accepted_on
    for field in ("consulted_on", "hearing_on"):
        day = step.values[field]
        if begun is not None and day is not None and day < begun:
            raise RefusedError("dates_out_of_order", field=field)
    return ()


def _determine(tx: Tx, entry: Tolerance, step: Step) -> Collection[Evidence]:
    """Check a determination against the list version of the case and its paper.

    Raises:
        RefusedError: `negative_list_hit`, `dates_out_of_order`, `missing_document_number`,
            `missing_accountability_paper`.
    """
    values = step.values
    if step.move.name == "determine_not_tolerated":
        values["result"] = NOT_TOLERATED
    if values["result"] in TOLERATED and entry.negative_hit == "yes":
        raise RefusedError("negative_list_hit", field="result")
    _need_paper(values)
    if entry.consulted_on is not None and values["collective_on"] < entry.consulted_on:
        raise RefusedError("dates_out_of_order", field="collective_on")
    if entry.filing_id is not None and entry.acted_on is not None:
        filing.link(tx, values, entry.filing_id, entry.acted_on)
    _take_paper(tx, entry, step)
    version = (Evidence.LIST_VERSION,) if entry.list_id and entry.list_number else ()
    return Evidence.OUTCOME, *version


def _take_paper(tx: Tx, entry: Tolerance, step: Step) -> None:
    # What was agreed was typed from its paper by one and compared by another: number, day and
    # signer are those of that paper. While it is proposed there is none yet, or only that of a
    # determination before an objection.
    paper = tx.session.scalar(
        select(Approval)
        .where(Approval.track == NAME, Approval.case_id == entry.id, Approval.act == step.move.name)
        .order_by(Approval.id.desc())
        .limit(1)
    )
    if paper is None or paper.state != "agreed" or paper.decided_at != tx.now:
        return
    if not paper.approver_number:
        raise RefusedError("missing_document_number", field="number")
    signed_on = paper.paper_on or step.on
    if signed_on < step.values["collective_on"]:
        raise RefusedError("dates_out_of_order", field="collective_on")
    step.values.update(
        determination_number=paper.approver_number,
        determined_on=signed_on,
        signer=paper.approver_name or "",
        signer_post=paper.approver_post or "",
    )


def _communicate(_tx: Tx, entry: Tolerance, step: Step) -> Collection[Evidence]:
    """Ask for both days: the person's and the unit's.

    Raises:
        RefusedError: `missing_person_told_on`, `dates_out_of_order`.
    """
    if entry.person_name and step.values["person_told_on"] is None:
        raise _missing("person_told_on")
    for field in ("person_told_on", "unit_told_on"):
        day = step.values[field]
        if day is not None and entry.determined_on is not None and day < entry.determined_on:
            raise RefusedError("dates_out_of_order", field=field)
    return (Evidence.DELIVERED_ON,)


def _object(_tx: Tx, _entry: Tolerance, step: Step) -> Collection[Evidence]:
    step.values["objection_on"] = step.on
    return (Evidence.CONTENT,)


def _reconsider(_tx: Tx, entry: Tolerance, step: Step) -> Collection[Evidence]:
    # The determination that is reconsidered stays readable beside the new one.
    step.values.update(
        former_result=entry.result,
        former_number=entry.determination_number,
        result="",
        consulted_on=None,
    )
    return ()


def _order(tx: Tx, entry: Tolerance, _step: Step) -> Collection[Evidence]:
    return (Evidence.CORRECTIONS_SET,) if correcting.count(tx, entry.id, "open", "done") else ()


def _close(tx: Tx, entry: Tolerance, step: Step) -> Collection[Evidence]:
    for field in ("copied_discipline_on", "copied_organization_on"):
        if entry.determined_on is not None and step.values[field] < entry.determined_on:
            raise RefusedError("dates_out_of_order", field=field)
    return () if correcting.count(tx, entry.id, "open") else (Evidence.CORRECTIONS_DONE,)


_CHECKS: Mapping[str, Check] = {
    "apply": _apply,
    "start_ex_officio": _apply,
    "link_filing": _link_filing,
    "correct_dates": _correct_dates,
    "check_list": _check_list,
    "not_accept": _not_accept,
    "accept": _accept,
    "start_verifying": _start_verifying,
    "consult": _consult,
    "hold_consultation": _hold,
    "determine": _determine,
    "determine_not_tolerated": _determine,
    "communicate": _communicate,
    "object": _object,
    "reconsider": _reconsider,
    "order_correction": _order,
    "close": _close,
}


# --- what follows --------------------------------------------------------------------------------


def follow(tx: Tx, entry: Tolerance, step: Step) -> None:
    """Let clocks and figures follow a step."""
    name, on = step.move.name, step.on
    if name in ("apply", "start_ex_officio"):
        _begin(tx, entry, on)
    elif name == "correct_dates":
        _move_application(tx, entry)
    elif name == "accept":
        _mark(tx, entry, "tolerance_accepted", on)
        if not _is_timed(tx, entry):
            clocks.stop(tx, NAME, entry.id, VERIFICATION_RULE, on=on, cancel=True)
    elif name == "return_for_verification":
        _run_on(tx, entry)
    elif name in DETERMINE:
        revoke(tx, NAME, entry.id, "tolerance_determined")
        _mark(tx, entry, "tolerance_determined", entry.determined_on or on, entry.result)
        filing.use(tx, entry.filing_id, entry.filing_order, on)
    elif name == "order_correction":
        revoke(tx, NAME, entry.id, "tolerance_tracked")
        _mark(tx, entry, "tolerance_tracked", on)
    elif name == "close" and _is_tracked(tx, entry):
        _mark(tx, entry, "tolerance_tracking_ended", on)


def _begin(tx: Tx, entry: Tolerance, on: date) -> None:
    _mark(tx, entry, "tolerance_applied", on)
    if entry.application_due_on is not None and entry.known_on is not None:
        clocks.start(tx, NAME, entry.id, APPLICATION_RULE, on=entry.known_on)
        clocks.stop(tx, NAME, entry.id, APPLICATION_RULE, on=on)


def _move_application(tx: Tx, entry: Tolerance) -> None:
    if entry.known_on is None:
        return
    for clock in tx.session.scalars(
        select(ClockEntry).where(
            ClockEntry.track == NAME,
            ClockEntry.case_id == entry.id,
            ClockEntry.rule == APPLICATION_RULE,
        )
    ).all():
        clock.started_on = entry.known_on
        clocks.refresh(tx, clock)


def _is_timed(read: Read, entry: Tolerance) -> bool:
    # 纪委监委 is not timed (SETTLED §9.8).
    unit = read.session.get(Unit, entry.handling_unit_id or 0)
    return unit is None or unit.counts_time


def _run_on(tx: Tx, entry: Tolerance) -> None:
    # The three months count from acceptance, however often it is sent back.
    if entry.accepted_on is not None and _is_timed(tx, entry):
        clocks.start(tx, NAME, entry.id, VERIFICATION_RULE, on=entry.accepted_on)


def _is_tracked(read: Read, entry: Tolerance) -> bool:
    found = read.session.scalar(
        select(Milestone.id).where(
            Milestone.track == NAME,
            Milestone.case_id == entry.id,
            Milestone.kind == "tolerance_tracked",
            Milestone.revoked_at.is_(None),
        )
    )
    return found is not None


def _mark(tx: Tx, entry: Tolerance, kind: str, on: date, outcome: str | None = None) -> None:
    mark(tx, NAME, entry.id, kind, on=on, person_id=entry.person_id, outcome=outcome)
