"""The tables of envelopes, referrals and their course, and what is the room's own about them."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, select, true

from db.accusation.book import COURSES, COVERAGE_REPORTS, ENVELOPES, EXTRACTS, REFERRALS
from db.accusation.tables import Course, CoverageReport, Envelope, PetitionExtract, Referral
from db.accusation.workflow import HANDED_OVER
from db.appeals.tables import Appeal
from db.books import writing
from db.books.shelf import Shelf, Step
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.tx import Read, Tx
from db.documents.names import unit_names
from db.documents.outgoing import WhiteList, check_text
from db.documents.tables import Attachment
from db.office.tables import Unit

DISCIPLINE = "discipline"
_ANSWERS = ("record_mistaken", "record_undetermined", "record_determination")


def check_envelope(tx: Tx, entry: Envelope, step: Step) -> Collection[Evidence]:
    """Keep the days of the steps; the same day where it is asked for.

    Raises:
        RefusedError: `no_pieces`, `dates_out_of_order`.
    """
    name, values = step.move.name, step.values
    if name in ("receive", "correct"):
        if int(values["pieces"] or 0) < 1:
            raise RefusedError("no_pieces", field="pieces")
        values["due_on"] = step.on if values["same_day"] and name == "receive" else entry.due_on
    if name == "hand_over":
        _not_before(step.on, entry.entered_on)
        values["carrier_id"] = values["carrier_id"] or tx.actor.account_id
        values["handed_on"] = step.on
    if name == "record_signature":
        _not_before(step.on, entry.handed_on)
        values["signed_on"] = step.on
    return ()


def _not_before(on: date, earlier: date | None) -> None:
    if earlier is not None and on < earlier:
        raise RefusedError("dates_out_of_order", field="happened_on")


def reach_referral(read: Read) -> ColumnElement[bool]:
    """Return which referrals one may know of: the center's all, the organ's what it was sent."""
    if read.actor.unit_id is None:
        return true()
    return (Referral.unit_id == read.actor.unit_id) & Referral.state.in_(HANDED_OVER)


def check_referral(tx: Tx, entry: Referral, step: Step) -> Collection[Evidence]:
    """Tie a clue to the appellant's own matter; seal it for the discipline organ only.

    Raises:
        RefusedError: `missing_own_case`, `not_the_discipline_organ`, `dates_out_of_order`.
    """
    name, values = step.move.name, step.values
    if name == "record_clue" and not (values["appeal_id"] or values["clarification_id"]):
        raise RefusedError("missing_own_case", field="appeal_id")
    if name == "refer":
        unit = tx.session.get_one(Unit, values["unit_id"])
        if unit.member_department != DISCIPLINE:
            raise RefusedError("not_the_discipline_organ", field="unit_id")
        values["referred_on"] = step.on
    if name == "record_receipt":
        _not_before(step.on, entry.referred_on)
        values["receipt_on"] = step.on
    if name == "record_answer":
        _not_before(step.on, entry.referred_on)
        values["answered_on"] = step.on
    return ()


def reach_course(read: Read) -> ColumnElement[bool]:
    """Return which courses one may know of: those of one's own unit."""
    return Course.unit_id == read.actor.unit_id


def check_course(tx: Tx, entry: Course, step: Step) -> Collection[Evidence]:
    """Keep the days of a course, and take a determination from its own scan only.

    Raises:
        RefusedError: `unknown_value`, `dates_out_of_order`.
    """
    name, values = step.move.name, step.values
    if name == "record_receipt":
        values["unit_id"] = tx.actor.unit_id
        values["signed_on"] = step.on
        return ()
    _not_before(step.on, entry.signed_on)
    if name == "record_determination":
        _check_scan(tx, entry, values["scan_id"])
    if name == "record_result":
        values["result_on"] = step.on
    if name == "record_publication":
        values["published_on"] = step.on
    return ()


def opens_course(read: Read, parent: Referral) -> bool:
    """Return whether what the contact does of a referral may be opened: once, after it came."""
    if parent.state not in HANDED_OVER:
        return False
    return read.session.scalar(select(Course.id).where(Course.parent_id == parent.id)) is None


def _check_scan(tx: Tx, entry: Course, scan_id: int) -> None:
    scan = tx.session.get(Attachment, scan_id)
    if scan is None or (scan.track, scan.case_id) != (COURSES.name, entry.id):
        raise RefusedError("unknown_value", field="scan_id", value=scan_id)


def follow_course(tx: Tx, entry: Course, step: Step) -> None:
    """Let the center know that the organ has answered, and by which letter; nothing else."""
    parent = tx.session.get_one(Referral, entry.parent_id)
    if step.move.name not in _ANSWERS or parent.state != "referred":
        return
    values = {"answer_number": entry.answer_number, "happened_on": step.on}
    writing.take(tx, REFERRAL_SHELF, parent, "record_answer", values, unasked=True)


def may_referral(read: Read, _entry: Referral | None, _move: Move) -> bool:
    """Return whether the move is the center's, as all of this track are."""
    return read.actor.unit_id is None


def check_coverage(tx: Tx, _entry: CoverageReport, step: Step) -> Collection[Evidence]:
    """Keep one report a month and organ; each number is part of the one before.

    Raises:
        RefusedError: `numbers_do_not_fit`, `month_reported`.
    """
    values = step.values
    numbers = [values[name] for name in ("received", "assessed", "should_clear", "handled")]
    if sorted(numbers, reverse=True) != numbers:
        raise RefusedError("numbers_do_not_fit", field="assessed")
    values["month_on"] = values["month_on"].replace(day=1)
    if tx.session.scalar(
        select(CoverageReport.id).where(
            CoverageReport.month_on == values["month_on"],
            CoverageReport.unit_id == values["unit_id"],
        )
    ):
        raise RefusedError("month_reported", field="month_on")
    return ()


def reach_extract(read: Read) -> ColumnElement[bool]:
    """Return which extracts one may know of: one's own unit's, and the center those it was sent."""
    if read.actor.unit_id is None:
        return PetitionExtract.state == "sent"
    return PetitionExtract.unit_id == read.actor.unit_id


def check_extract(tx: Tx, entry: PetitionExtract, step: Step) -> Collection[Evidence]:
    """Refuse words that name anybody but the cadre, or describe a report (PRODUCT §3-11, 3-14).

    Raises:
        RefusedError: `outside_white_list`.
    """
    values = step.values
    if step.move.name == "send":
        values["sent_on"] = step.on
    if "wording" not in values:
        return ()
    appeal = tx.session.get_one(Appeal, values.get("appeal_id") or entry.appeal_id)
    values["unit_id"] = entry.unit_id or tx.actor.unit_id
    units = [appeal.unit_text]
    for unit_id in (appeal.unit_id, values["unit_id"]):
        units += unit_names(tx, unit_id) if unit_id is not None else []
    allowed = WhiteList(names=(appeal.person_name,), units=tuple(u for u in units if u))
    marks = check_text(values["wording"], allowed)
    if marks:
        words = tuple(dict.fromkeys(mark.text for mark in marks))
        raise RefusedError("outside_white_list", field="wording", words=words)
    return ()


REFERRAL_SHELF = Shelf(
    REFERRALS, Referral, reach=reach_referral, check=check_referral, may=may_referral
)
COURSE_SHELF = Shelf(
    COURSES,
    Course,
    reach=reach_course,
    check=check_course,
    follow=follow_course,
    opens=opens_course,
    parent=REFERRAL_SHELF,
)
SHELVES = (
    Shelf(ENVELOPES, Envelope, check=check_envelope),
    REFERRAL_SHELF,
    COURSE_SHELF,
    Shelf(COVERAGE_REPORTS, CoverageReport, check=check_coverage),
    Shelf(EXTRACTS, PetitionExtract, reach=reach_extract, check=check_extract),
)
