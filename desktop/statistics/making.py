"""Makes the files of a report on a thread of its own."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from db.core.errors import RefusedError
from db.core.gate import Gate
from db.statistics.asking import report
from db.statistics.export_docx import write_document
from db.statistics.export_xlsx import write_workbook
from db.statistics.reporting import Report, Version
from desktop.statistics.printing import report_pdf
from desktop.store import Tell

TRACK = "statistics"
"""Name of the months in the trail."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report, and which files.

    Attributes:
        month: Such as 2026-10.
        version: For whom.
        formats: Suffixes: .docx, .xlsx, .pdf.
        copy_number: Number of the copy, 0 for none.
        path: Where; the suffix is replaced for each file.
    """

    month: str
    version: Version
    formats: frozenset[str]
    copy_number: int
    path: Path


def make_files(gate: Gate, _tell: Tell, *, wanted: Wanted) -> list[Path]:
    """Write the files of a report and return them.

    Raises:
        RefusedError: `report_has_faults` where something does not foot or a figure of the text is
            not its cell; `file_not_written` where the folder refuses.
    """
    made = gate.read(
        partial(
            report,
            month=wanted.month,
            version=wanted.version,
            copy_number=wanted.copy_number,
        )
    )
    if made.faults:
        raise RefusedError("report_has_faults", fault=made.faults[0], count=len(made.faults))
    found = []
    for suffix in (".docx", ".xlsx", ".pdf"):
        if suffix in wanted.formats:
            path = wanted.path.with_suffix(suffix)
            try:
                path.write_bytes(_file(made.report, suffix))
            except OSError as fault:
                raise RefusedError("file_not_written", path=path.name) from fault
            found.append(path)
    year, _, month = wanted.month.partition("-")
    gate.note("export_report", TRACK, int(year) * 100 + int(month))
    return found


def _file(made: Report, suffix: str) -> bytes:
    if suffix == ".docx":
        return write_document(made)
    if suffix == ".xlsx":
        return write_workbook(made)
    return report_pdf(made)
