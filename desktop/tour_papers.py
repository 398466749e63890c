"""The papers of a tour that come out of cases already under way: a clarification, the month."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from db.appeals.ledger import ledger_ids
from db.appeals.rows import LedgerFilter
from db.care.queries import talk_ids
from db.care.rows import TalkFilter
from db.clarification.queries import clarification_ids
from db.clarification.rows import ClarificationFilter
from db.core.gate import Gate
from db.core.tx import Read
from db.documents.filling_clarification import fill_clarification
from db.documents.letters import builtin_template, render
from db.documents.papers import ClarificationLetter
from db.statistics.asking import report
from db.statistics.export_docx import save_document
from db.statistics.export_xlsx import save_workbook
from db.statistics.reporting import Version
from desktop.documents.forms import draw
from desktop.documents.printing import save_pdf
from desktop.statistics.printing import draw_tables, draw_text

LETTER = "clarification_letter"
STATES = ("carrying_out", "carried_out", "follow_up", "archived")


def case_to_show(read: Read, track: str) -> int | None:
    """Return a case of a track that the actor may see and that shows much, None for none."""
    if track == "ordinary_appeal":
        for pill in ("in_progress", "reply_draft", "follow_up", "closed"):
            joint = ledger_ids(read, LedgerFilter(pills=(pill,), co=True))
            ids = joint or ledger_ids(read, LedgerFilter(pills=(pill,)))
            if ids:
                return int(ids[0])
        return None
    if track == "clarification":
        for state in ("approval_pending", "approved", "carrying_out", "seeking_opinion"):
            ids = clarification_ids(read, ClarificationFilter(pills=(state,)))
            if ids:
                return int(ids[0])
        return None
    for state in ("action_open", "recorded", "follow_up_due", "planned"):
        ids = talk_ids(read, TalkFilter(states=(state,)))
        if ids:
            return int(ids[0])
    return None


def last_month(read: Read) -> str:
    """Return the last complete month as YYYY-MM."""
    today = read.today
    year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    return f"{year}-{month:02d}"


def special_papers(gate: Gate, out: Path) -> Iterator[str]:
    """Leave the clarification letter and the month's report; yield a line for each file."""
    ids = gate.read(partial(clarification_ids, wanted=ClarificationFilter(pills=STATES)))
    for case_id in ids:
        paper = gate.read(partial(fill_clarification, kind=LETTER, clarification_id=case_id))
        if not isinstance(paper, ClarificationLetter):
            continue
        save_pdf(draw(paper), out / "澄清函.pdf")
        (out / "澄清函.docx").write_bytes(render(builtin_template(LETTER), paper).docx)
        yield "  澄清函.pdf 澄清函.docx"
        break
    month = gate.read(last_month)
    for version, name in ((Version.FULL, "呈阅版"), (Version.CIRCULAR, "通报版")):
        made = gate.read(partial(report, month=month, version=version))
        if made.faults:
            raise ValueError(f"{month} does not foot: {made.faults}")
        stem = f"{month}月报（{name}）"
        save_document(made.report, out / f"{stem}.docx")
        save_workbook(made.report, out / f"{stem}.xlsx")
        save_pdf(draw_text(made.report), out / f"{stem}.pdf")
        save_pdf(draw_tables(made.report), out / f"{stem}附表.pdf")
        yield f"  {stem} .docx .xlsx .pdf"
