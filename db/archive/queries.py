"""Asks of the archive: contents of a file, continuous numbers, 一键备查, terms that end."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select

from db.appeals.filters import reach
from db.appeals.ledger import ledger_rows
from db.appeals.queries import events_of
from db.appeals.tables import TRACK, Appeal, Extension, HandOver
from db.appeals.tables import TRACK as APPEALS
from db.archive.asking import missing_papers
from db.archive.commands import EXPLAIN
from db.archive.missing import FILE_ORDER
from db.archive.rows import (
    BackfilledRow,
    ContentRow,
    Inspection,
    OverdueRow,
    RecordRow,
    SeriesRow,
    VoidNumber,
)
from db.archive.scope import of_open_cases
from db.archive.shelf import SHELVES
from db.archive.tables import CaseFile, FiledPaper
from db.books.filters import reach as entry_reach
from db.codes.act_labels import act_label
from db.codes.code_lists import codes
from db.core.clock import civil_date
from db.core.errors import NotAllowedError
from db.core.permissions import Permission, Scope
from db.core.tables import ClockEntry, Event, IssuedNumber
from db.core.tx import Read
from db.documents.filing import require_case
from db.documents.filling import label, office
from db.documents.tables import Attachment, Document
from db.office.tables import Unit
from db.registers.leader_lists import COMPLETIONS
from db.registers.tables import LeaderNote, Submission

OPEN_SERIES = frozenset(
    {"appeal", "transfer", "notice", "feedback", "report", "letter", "held_note"}
)
"""Series of the ordinary track; whoever reads appeals of the whole center may check them."""
TALK_SERIES = frozenset({"talk"})
CLARIFICATION_SERIES = frozenset({"clarification", "clarification_approval"})
PAPER_OF_KIND = {
    "acceptance_notice": "acceptance_notice",
    "supplement_notice": "supplement_notice",
    "non_acceptance_notice": "non_acceptance_notice",
    "redirect_notice": "redirect_notice",
    "extension_notice": "extension",
    "feedback_sheet": "reply",
    "reply_opinion": "reply",
    "handling_report": "handling_report",
    "transfer_letter": "transfer_sheet",
}
"""Kind of a letter → its place in the file."""
MOST = 20_000
LATE_HAND_OVER_YEARS = 10
"""Years after which a county hands its files over (档案法实施条例 Art 20)."""


# -- contents of a file ----------------------------------------------------------------------


def contents(read: Read, track: str, case_id: int) -> tuple[ContentRow, ...]:
    """Return 卷内目录 of a case: what the store made and what was put in, in the bound order.

    Raises:
        NotAllowedError: `not_found`.
    """
    require_case(read, track, case_id)
    found = list(_filed(read, track, case_id))
    if track == APPEALS:
        found += _made(read, case_id, {row.paper for row in found})
    order = {paper: place for place, paper in enumerate(FILE_ORDER)}
    return tuple(
        sorted(found, key=lambda row: (order[row.paper], row.on or read.today, row.page or 0))
    )


def contents_of_file(read: Read, file_id: int) -> tuple[str, str, tuple[ContentRow, ...]]:
    """Return case number, archive number and 卷内目录 of a bound file.

    Raises:
        NotAllowedError: `not_found`.
    """
    row = read.session.scalar(
        select(CaseFile).where(CaseFile.id == file_id, entry_reach(read, SHELVES[0]))
    )
    if row is None:
        raise NotAllowedError("not_found")
    return row.case_number, row.number, contents(read, row.track, row.case_id)


def _filed(read: Read, track: str, case_id: int) -> Iterator[ContentRow]:
    words = {code.value: code.zh for code in codes("file_paper")}
    for row in read.session.scalars(
        select(FiledPaper)
        .where(FiledPaper.track == track, FiledPaper.case_id == case_id)
        .order_by(FiledPaper.id)
    ):
        yield ContentRow(
            row.paper,
            row.number,
            row.author,
            row.title or words[row.paper],
            row.dated_on or row.filed_on,
            row.first_page,
            "" if row.pages is None else f"{row.pages}页",
        )
    for file in read.session.scalars(
        select(Attachment).where(
            Attachment.track == track,
            Attachment.case_id == case_id,
            Attachment.kind == "material",
            Attachment.removed_reason == "",
        )
    ):
        yield ContentRow("material", "", "", file.name, file.added_on, None, f"{file.pages or 1}页")


def _made(read: Read, appeal_id: int, there: set[str]) -> list[ContentRow]:
    """Return the papers that the store knows of and nobody has numbered yet."""
    appeal = read.session.get_one(Appeal, appeal_id)
    center = office(read).center_name
    found = [
        ContentRow(
            "registration_form", appeal.number or "", center, "干部诉求登记表", appeal.received_on
        )
    ]
    if appeal.ended_on is not None and appeal.state == "closed":
        found.append(ContentRow("closing_form", "", center, "办结审批表", appeal.ended_on))
    if appeal.followed_up_on is not None:
        found.append(ContentRow("follow_up", "", center, "回访记录", appeal.followed_up_on))
    if appeal.delivered_on is not None:
        found.append(ContentRow("delivery_receipt", "", center, "送达回证", appeal.delivered_on))
    found += _letters(read, appeal_id, center)
    found += _notes(read, appeal_id)
    found += _hand_overs(read, appeal_id, center)
    return [row for row in found if row.paper not in there]


def _letters(read: Read, appeal_id: int, center: str) -> Iterator[ContentRow]:
    for row in read.session.scalars(
        select(Document).where(
            Document.track == TRACK,
            Document.case_id == appeal_id,
            Document.state.in_(("issued", "delivered")),
        )
    ):
        paper = PAPER_OF_KIND.get(row.kind, "other")
        yield ContentRow(
            paper, row.number, center, label(read, "paper_kind", row.kind), row.issued_on
        )


def _notes(read: Read, appeal_id: int) -> Iterator[ContentRow]:
    if not read.actor.may(Permission.REGISTER_READ):
        return
    for sheet in read.session.scalars(select(Submission).where(Submission.appeal_id == appeal_id)):
        yield ContentRow("submission", sheet.number, sheet.leader, sheet.subject, sheet.entered_on)
    for note in read.session.scalars(select(LeaderNote).where(LeaderNote.appeal_id == appeal_id)):
        yield ContentRow("submission", note.number, note.leader, note.subject, note.noted_on)


def _hand_overs(read: Read, appeal_id: int, center: str) -> Iterator[ContentRow]:
    rows = read.session.execute(
        select(HandOver, Unit.short_name)
        .join(Unit, Unit.id == HandOver.unit_id)
        .where(HandOver.appeal_id == appeal_id)
        .order_by(HandOver.id)
    )
    for row, unit in rows:
        title = f"转办单（{unit}）"
        yield ContentRow("transfer_sheet", row.number, center, title, row.sent_on)
        if row.signed_on is not None:
            slip = f"转办回执（{unit}）"
            yield ContentRow("transfer_slip", row.number, unit, slip, row.signed_on)
        if row.objected_on is not None:
            yield ContentRow("objection", "", unit, f"异议（{unit}）", row.objected_on)
        if row.opinion_on is not None:
            yield ContentRow("other", "", unit, f"会办意见（{unit}）", row.opinion_on)
    for more in read.session.scalars(
        select(Extension).where(Extension.appeal_id == appeal_id, Extension.state == "agreed")
    ):
        yield ContentRow("extension", "", center, "延期审批表", more.requested_on)


# -- continuous numbers ----------------------------------------------------------------------


def series_check(read: Read, years: Sequence[int]) -> tuple[SeriesRow, ...]:
    """Return every series that the actor may read, with gaps and voided numbers.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    read.require(Permission.REGISTER_READ)
    rows = list(
        read.session.scalars(
            select(IssuedNumber)
            .where(IssuedNumber.year.in_(list(years)))
            .order_by(IssuedNumber.series, IssuedNumber.year, IssuedNumber.sequence)
        )
    )
    grouped: dict[tuple[str, int], list[IssuedNumber]] = defaultdict(list)
    for row in rows:
        if may_check(read, row.series):
            grouped[row.series, row.year].append(row)
    return tuple(
        SeriesRow(
            series,
            year,
            given[0].text,
            given[-1].text,
            len(given),
            tuple(sorted(set(range(1, given[-1].sequence + 1)) - {row.sequence for row in given})),
            tuple(_voids(read, given)),
        )
        for (series, year), given in sorted(grouped.items())
    )


def may_check(read: Read, series: str) -> bool:
    """Return whether the actor may know of a series; a restricted track has its own."""
    actor = read.actor
    if series in OPEN_SERIES:
        return actor.scope(Permission.APPEAL_READ) in (Scope.CENTER, Scope.DESK)
    if series in TALK_SERIES:
        return actor.scope(Permission.TALK_PLAN) is Scope.CENTER
    if series in CLARIFICATION_SERIES:
        return actor.may(Permission.CLARIFICATION_ARCHIVE)
    if series.startswith("archive_"):
        return may_check(read, series.removeprefix("archive_"))
    # The shelves of all rooms hold those of this one: they are known once every room is loaded.
    from db.shelves import SHELVES as ALL

    return any(s.book.series == series and actor.may(s.book.read) for s in ALL.values())


def _voids(read: Read, given: Sequence[IssuedNumber]) -> Iterator[VoidNumber]:
    void = [row for row in given if row.void_reason]
    wanted = [row.case_id for row in void if row.track == TRACK and row.case_id is not None]
    seen = set(read.session.scalars(select(Appeal.id).where(Appeal.id.in_(wanted), reach(read))))
    for row in void:
        if row.track != TRACK or row.case_id in seen:
            yield VoidNumber(row.text, row.void_reason or "")


# -- 一键备查 --------------------------------------------------------------------------------


def inspection(read: Read, *, first: date, last: date) -> Inspection:
    """Return everything that is asked for a period: records, gaps, delays, late entries, numbers.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    read.require(Permission.REGISTER_READ)
    ids = list(
        read.session.scalars(
            select(Appeal.id)
            .where(reach(read), Appeal.received_on.between(first, last))
            .order_by(Appeal.received_on, Appeal.id)
            .limit(MOST)
        )
    )
    return Inspection(
        first,
        last,
        tuple(_records(read, ids)),
        missing_papers(read, first=first, last=last),
        tuple(_overdue(read, ids)),
        tuple(_backfilled(read, first, last)),
        series_check(read, range(first.year, last.year + 1)),
    )


def _records(read: Read, ids: Sequence[int]) -> Iterator[RecordRow]:
    rows = ledger_rows(read, ids)
    bound = dict[int, str]()
    for case_id, number in read.session.execute(
        select(CaseFile.case_id, CaseFile.number).where(CaseFile.track == TRACK)
    ):
        bound[int(case_id)] = str(number)
    for one in ids:
        row = rows.get(one)
        if row is not None:
            yield RecordRow(
                row.id,
                row.number or row.source_number,
                row.person_name,
                row.unit_text,
                row.subject,
                row.received_on,
                row.lead_unit,
                row.issued_on,
                row.pill or row.state,
                bound.get(row.id, ""),
                row.is_backfilled,
            )


def _overdue(read: Read, ids: Sequence[int]) -> Iterator[OverdueRow]:
    rows = ledger_rows(read, ids)
    clocks = read.session.scalars(
        select(ClockEntry)
        .where(
            ClockEntry.track == TRACK,
            ClockEntry.case_id.in_(list(rows)),
            ClockEntry.rule.in_(COMPLETIONS),
            ClockEntry.cancelled.is_(False),
        )
        .order_by(ClockEntry.due_on, ClockEntry.id)
    )
    for clock in clocks:
        row = rows[clock.case_id]
        beyond = ((clock.stopped_on or read.today) - clock.due_on).days
        if beyond > 0 and row.counts_time:
            yield OverdueRow(
                row.id,
                row.number,
                row.person_name,
                row.lead_unit,
                clock.due_on,
                clock.stopped_on,
                beyond,
                _why(read, row.id),
            )


def _why(read: Read, appeal_id: int) -> str:
    """Return the reason of a delay: as somebody noted it, else that of an extension asked for."""
    noted = next((e for e in events_of(read, TRACK, appeal_id) if e.act == EXPLAIN), None)
    if noted is not None:
        return noted.note
    asked = read.session.scalar(
        select(Extension.reason)
        .where(Extension.appeal_id == appeal_id)
        .order_by(Extension.id.desc())
        .limit(1)
    )
    return asked or ""


def _backfilled(read: Read, first: date, last: date) -> Iterator[BackfilledRow]:
    rows = read.session.execute(
        select(Event, Appeal.number)
        .join(Appeal, (Appeal.id == Event.case_id) & (Event.track == TRACK))
        .where(
            reach(read),
            Event.backdated_reason.is_not(None),
            Event.happened_on.between(first, last),
        )
        .order_by(Event.happened_on, Event.id)
        .limit(MOST)
    )
    for event, number in rows:
        yield BackfilledRow(
            event.track,
            number or "",
            act_label(event.track, event.act, chinese=True),
            event.happened_on,
            civil_date(event.recorded_at),
            event.actor_name,
            event.backdated_reason or "",
        )


# -- terms that end --------------------------------------------------------------------------


def expiring(read: Read, until: date) -> tuple[tuple[str, str, str, date | None, str], ...]:
    """Return filed files whose term ends or that are to go to the archive: nothing is destroyed.

    Args:
        read: Who asks.
        until: Day up to which.

    Returns:
        (number, title, retention, last day of the term, `appraise` or `hand_over`): a term that
        ends is appraised (档案法实施条例 Art 24); what is kept longer goes to the archive ten years
        after it was made (Art 20).

    Raises:
        NotAllowedError: `not_permitted`.
    """
    if not read.actor.may(Permission.REGISTER_READ):
        raise NotAllowedError("not_permitted", permission=Permission.REGISTER_READ.value)
    found = []
    for row in read.session.scalars(
        select(CaseFile)
        .where(
            CaseFile.state == "filed", entry_reach(read, SHELVES[0]), of_open_cases(read, CaseFile)
        )
        .order_by(CaseFile.filed_on, CaseFile.id)
    ):
        ends = row.expires_on is not None and row.expires_on <= until
        made = row.filed_on or row.entered_on
        old = made.year + LATE_HAND_OVER_YEARS <= until.year
        if ends or old:
            what = "appraise" if ends else "hand_over"
            found.append((row.number, row.title, row.retention, row.expires_on, what))
    return tuple(found)
