"""What the demo shows of files: signed forms put into them, a void number, reasons for delays."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import partial

from sqlalchemy import select

from db.archive.commands import ExplainOverdue, FilePaper
from db.archive.queries import inspection
from db.core.clock import civil_date
from db.demo.acting import TRACKS, Stage, told
from db.demo.appeal_deeds import Deed
from db.demo.script import Plan, Step
from db.documents.making import IssuePaper, VoidPaper
from db.documents.tables import Document

ENTERED = frozenset({"register", "settle_on_the_spot"})
PAPERS = {"window": "registration_form", "leader_visit": "registration_form", "letter": "material"}
"""Channel → the paper with the person's own hand."""
FORGOTTEN = 19
"""Every so many of them nobody has filed it yet."""
AFTER = timedelta(minutes=7)
REASONS = ("跨部门会办意见出具较晚，已提醒承办单位。", "政策口径待上级明确，期间已告知本人。")


def file_steps(plan: Plan) -> Iterator[Step]:
    """Return the deeds: this year's signed forms, and at the end what an inspector would ask."""
    year, place = plan.today.year, 0
    for step in plan.steps:
        paper = PAPERS.get(str(step.data.get("channel", "")))
        if step.act not in ENTERED or paper is None or step.at.year != year:
            continue
        place += 1
        if place % FORGOTTEN:
            yield Step(step.at + AFTER, "clerk", "file_paper", step.case, {"paper": paper})
    last = max(step.at for step in plan.steps)
    yield Step(last + timedelta(minutes=12), "clerk", "void_letter", "", {})
    yield Step(last + timedelta(minutes=15), "manager", "explain_delays", "", {})


def _file(stage: Stage, step: Step) -> None:
    case_id = stage.cases[step.case]
    paper = told(step)["paper"]
    stage.write(step.actor, FilePaper(TRACKS[step.case[0]], case_id, paper, first_page=1, pages=2))


def _void(stage: Stage, step: Step) -> None:
    """A misprinted notice: its number is void, the same notice gets another."""
    row = stage.session.scalar(
        select(Document)
        .where(Document.kind == "acceptance_notice", Document.state == "issued")
        .order_by(Document.id.desc())
        .limit(1)
    )
    if row is not None:
        stage.write(step.actor, VoidPaper(row.id, "打印错误，已重新编号印发"))
        stage.write(step.actor, IssuePaper(row.kind, row.track, row.case_id))


def _explain(stage: Stage, step: Step) -> None:
    today = civil_date(stage.clock.now())
    first = today.replace(month=1, day=1)
    found = stage.ask(step.actor, partial(inspection, first=first, last=today))
    for place, row in enumerate(found.overdue[:-1]):
        reason = REASONS[place % len(REASONS)]
        stage.write(step.actor, ExplainOverdue(row.case_id, reason))


DEEDS: Mapping[str, Deed] = {
    "file_paper": _file,
    "void_letter": _void,
    "explain_delays": _explain,
}
