"""What binding a file adds: which case, a number of its own series, the term, two people."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import select

from db.appeals.counter import appeal_by_number
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.appeals.workflow import TERMINAL as APPEAL_ENDS
from db.archive.asking import missing_of
from db.archive.scope import KINDS, case_reach
from db.archive.tables import CaseFile
from db.books.shelf import Step
from db.care.tables import TRACK as TALKS
from db.care.workflow import TERMINAL as TALK_ENDS
from db.clarification.tables import TRACK as CLARIFICATIONS
from db.clarification.workflow import TERMINAL as CLARIFICATION_ENDS
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.tables import Event
from db.core.tx import Read, Tx

ENDS = {APPEALS: APPEAL_ENDS, CLARIFICATIONS: CLARIFICATION_ENDS, TALKS: TALK_ENDS}
RETENTION = {APPEALS: "y30", CLARIFICATIONS: "permanent", TALKS: "y10"}
"""Term where nobody chose another (DOMAIN §10.4)."""
YEARS = {"y30": 30, "y10": 10}
FORMS = {
    APPEALS: ("archive_appeal", "诉求卷〔{year}〕{sequence}号"),
    CLARIFICATIONS: ("archive_clarification", "澄清卷〔{year}〕{sequence}号"),
    TALKS: ("archive_talk", "谈话卷〔{year}〕{sequence}号"),
}
"""Series of each track: a restricted track shares none, so that no gap tells of it."""


def file_may(read: Read, entry: CaseFile | None, move: Move) -> bool:
    """Return whether the actor may make a move: who bound the file does not check it."""
    if entry is None or move.name != "check":
        return True
    return entry.made_by_id != read.actor.account_id


def file_check(tx: Tx, entry: CaseFile, step: Step) -> Collection[Evidence]:
    """Find the case of a new file; explain what is missing before it is checked; set the term.

    Raises:
        RefusedError: `unknown_case`, `case_still_open`, `filed_already`, `missing_description`,
            `missing_pages`.
    """
    name = step.move.name
    if name == "make":
        _bind(tx, entry, step)
    elif name == "check":
        _explained(tx, entry)
        entry.checked_by, entry.checked_by_id = tx.actor.name, tx.actor.account_id
        entry.checked_on = step.on
    elif name == "put_right":
        entry.checked_by, entry.checked_by_id, entry.checked_on = "", None, None
    elif name == "file":
        entry.filed_on = step.on
        entry.expires_on = expiry(entry.retention, entry.ended_on or step.on)
    return ()


def expiry(retention: str, ended_on: date) -> date | None:
    """Return the last day of a term, counted from the year after the case ended; None for ever."""
    years = YEARS.get(retention)
    return None if years is None else date(ended_on.year + years, 12, 31)


def _bind(tx: Tx, entry: CaseFile, step: Step) -> None:
    track, case = _case(tx, str(step.values["case_number"]))
    if case.state not in ENDS[track]:
        raise RefusedError("case_still_open", field="case_number")
    bound = select(CaseFile.id).where(CaseFile.track == track, CaseFile.case_id == case.id)
    if tx.session.scalar(bound) is not None:
        raise RefusedError("filed_already", field="case_number")
    entry.track, entry.case_id = track, case.id
    step.values["case_number"] = case.number or getattr(case, "source_number", "")
    step.values["retention"] = step.values["retention"] or RETENTION[track]
    step.values["title"] = _title(track, case)
    entry.made_by, entry.made_by_id = tx.actor.name, tx.actor.account_id
    entry.ended_on = _ended(tx, track, case)


def _case(read: Read, number: str) -> tuple[str, Any]:
    """Return track and row of a number, only within one's reach."""
    appeal = appeal_by_number(read, number)
    if appeal is not None:
        return APPEALS, read.session.get_one(Appeal, appeal.id)
    for track, kind in KINDS:
        found = read.session.scalar(
            select(kind).where(kind.number == number.strip(), case_reach(read, track))
        )
        if found is not None:
            return track, found
    raise RefusedError("unknown_case", field="case_number")


def _title(track: str, case: Any) -> str:
    if track == APPEALS:
        return f"{case.person_name}：{case.subject}"[:200]
    word = "澄清正名" if track == CLARIFICATIONS else "关爱谈话"
    return f"{case.person_name}{word}卷"[:200]


def _ended(tx: Tx, track: str, case: Any) -> date:
    ended: date | None = getattr(case, "ended_on", None)
    last = tx.session.scalar(
        select(Event.happened_on)
        .where(Event.track == track, Event.case_id == case.id, Event.target == case.state)
        .order_by(Event.id.desc())
        .limit(1)
    )
    return ended or last or tx.today


def _explained(tx: Tx, entry: CaseFile) -> None:
    if not entry.pages:
        raise RefusedError("missing_pages", field="pages")
    if entry.track == APPEALS and not entry.description and missing_of(tx, entry.case_id):
        raise RefusedError("missing_description", field="description")


def file_follow(tx: Tx, entry: CaseFile, step: Step) -> None:
    """Give the file the next number of its track's own series."""
    if step.move.name != "file" or entry.number:
        return
    series, form = FORMS[entry.track]
    entry.number = tx.next_number(
        series,
        str(tx.setting(f"{series}_number_form", form)),
        on=step.on,
        track="case_file",
        case_id=entry.id,
    )
